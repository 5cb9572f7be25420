import { MEDIUM } from '../../format/data/vocabulary.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 新媒体账号总数比列出的微博、微信等多一个。
 *
 * “新媒体24个，其中微博6个，微信公众号17个”：合计 23 个，只差一个，可能漏了一个或总数写错。没有写明列全，只作建议。
 *
 * 不报：
 * - 差两个以上的：还有别的账号没有列出。
 * - 带“等”“主要”的，约数；账号不到十个的。
 * - 合计多于总数的，由“分项之和”报告。
 *
 * English: A stated number of social media accounts is one more than the kinds it names add up to. Larger gaps are
 * taken for accounts left out on purpose.
 */
export const mediaAccounts = defineRule({
  id: 'prose/media-accounts',
  catalogue: ['P02'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'paragraph',
  reader: accountsIn,
  *run({ place }, accounts) {
    for (const { whole, parts } of accounts) {
      yield finding(place(whole.start, whole.end), {
        message: 'prose/media-accounts',
        args: {
          stated: whole.value,
          computed: parts.reduce((sum, { value }) => sum + value, 0),
          parts: parts.map(({ value }) => String(value)).join(' + '),
        },
        related: parts.map(each => ({
          span: place(each.start, each.end),
          message: 'related.figure',
          args: { text: `${String(each.value)}${each.unit}` },
        })),
      });
    }
  },
});

interface Accounts {
  readonly whole: ProseFigure;
  readonly parts: readonly ProseFigure[];
}

const WHOLE = /新媒体|政务账号|媒体账号/;
const CHANGED = /关停|注销|停用|新增|新开|整合|清理|另有/;
/** From so many accounts on, one that is missing is more likely a slip. */
const MANY = 10;
/** More kinds are the matter of the rule on parts and wholes. */
const MOST_KINDS = 3;

function accountsIn(text: string, block: TextBlock): readonly Accounts[] {
  return WHOLE.test(text) ? figureTextOf(block).sentences.flatMap(readAccounts) : [];
}

function readAccounts({ text, start, figures }: FigureSentence): Accounts[] {
  const at = figures.findIndex(
    ({ unit, subject, tail, modality }) =>
      unit === '个' && modality === 'exact' && WHOLE.test(subject + tail) && !MEDIUM.test(subject),
  );
  const whole = figures[at];
  if (!whole || whole.value < MANY) return [];
  const parts: ProseFigure[] = [];
  let from = whole.end - start;
  for (const figure of figures.slice(at + 1)) {
    const between = text.slice(from, figure.start - start);
    // The list begins with 其中 or 包括; another 其中 divides one of its parts.
    if (parts.length === 0 ? !/其中|包括|[（(：:]/.test(between) : /其中|[（(]|分属|分别|主要/.test(between)) break;
    if (
      figure.unit !== '个' ||
      figure.modality !== 'exact' ||
      !MEDIUM.test(figure.subject + figure.tail) ||
      CHANGED.test(figure.subject)
    )
      break;
    parts.push(figure);
    from = figure.end - start;
  }
  const last = parts.at(-1);
  if (!last || parts.length < 2 || parts.length > MOST_KINDS || /^[^,，;；]{0,8}等/.test(text.slice(last.end - start)))
    return [];
  return whole.value - parts.reduce((sum, { value }) => sum + value, 0) === 1 ? [{ whole, parts }] : [];
}
