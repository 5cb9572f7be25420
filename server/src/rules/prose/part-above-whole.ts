import { NO_COUNT } from '../../format/data/vocabulary.ts';
import { COUNT_UNITS, DOING_UNITS } from '../../text/measureWords.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * “其中”的一项多于总数。
 *
 * 同一句里写“20个，其中26个……”，单位相同，其中的一项不会多于总数。
 *
 * 不报：
 * - 单位不同的，或说的不是同一类（20个部门，其中设账号26个）。
 * - 前面还有更大的同类数字，不知“其中”指哪一个。
 * - 约数，同比、累计、浏览量等不是分项的数。
 * - 分项之和与总数已另报的。
 *
 * English: A part named with 其中 is larger than its whole, in one sentence and one unit. Different kinds of things,
 * rough and cumulative numbers are not compared.
 */
export const partAboveWhole = defineRule({
  id: 'prose/part-above-whole',
  catalogue: ['P09'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'paragraph',
  reader: pairsIn,
  *run({ place }, pairs) {
    for (const { whole, part } of pairs) {
      yield finding(place(part.start, part.end), {
        message: 'prose/part-above-whole',
        args: { part: `${String(part.value)}${part.unit}`, whole: `${String(whole.value)}${whole.unit}` },
        related: [
          {
            span: place(whole.start, whole.end),
            message: 'related.figure',
            args: { text: `${String(whole.value)}${whole.unit}` },
          },
        ],
      });
    }
  },
});

interface Pair {
  readonly whole: ProseFigure;
  readonly part: ProseFigure;
}

const COUNTED: ReadonlySet<string> = new Set(COUNT_UNITS);
/** Said of a part, it is a whole of its own. */
const ANOTHER_WHOLE = /共|总数|总量|现有|已有|原有|达/;
/** Measure words of doings: what a part of them counts must bear the same name. */
/** Said of things that belong to the whole, and are not among it. */
const OF_ANOTHER_KIND =
  /涉及|涵盖|覆盖|惠及|包含|包括|下设|分设|设[立有置]?|发布|发放|刊登|举办|开展|开设|建立|组织|召开|培训|参[加与]|派|收|受理|解决|整改|接待|回复|答复|编/;
const MOST_BETWEEN = 16;

function pairsIn(_: string, block: TextBlock): readonly Pair[] {
  const { sentences, lists } = figureTextOf(block);
  if (sentences.length === 0) return [];
  const closed = new Set(
    lists.filter(({ completeness }) => completeness === 'complete').map(({ whole }) => whole.start),
  );
  return sentences.flatMap(pairs).filter(({ whole }) => !closed.has(whole.start));
}

function pairs(sentence: FigureSentence): Pair[] {
  return sentence.figures.flatMap((part, i): Pair[] => {
    const whole = sentence.figures[i - 1];
    if (!whole || !COUNTED.has(part.unit) || whole.unit !== part.unit || part.value <= whole.value || whole.value === 0)
      return [];
    if (
      [whole, part].some(
        ({ modality, decimals, subject }) => modality !== 'exact' || decimals > 0 || NO_COUNT.test(subject),
      )
    )
      return [];
    const between = sentence.text.slice(whole.end - sentence.start, part.start - sentence.start);
    const named = /^([^其,，;；。（）()]{0,10})[,，(（]?其中[,，:：有]?([^,，;；。（）()其]*)$/.exec(between);
    if (!named || between.length > MOST_BETWEEN + 12 || /[、和]/.test(named[2] ?? '')) return [];
    const [, behind = '', label = ''] = named;
    if (
      OF_ANOTHER_KIND.test(label) ||
      ANOTHER_WHOLE.test(label) ||
      NO_COUNT.test(label + part.tail.slice(0, 4)) ||
      /年/.test(label)
    )
      return [];
    if (!isOfOneKind(whole, behind.trim(), label.trim(), part)) return [];
    // What stands before may be the whole that was meant.
    if (sentence.figures.slice(0, i - 1).some(({ unit, value }) => unit === part.unit && value >= part.value))
      return [];
    return [{ whole, part }];
  });
}

/** 「账号20个，其中…26个」, 「20个账号，其中26个…」; 「20个部门，其中账号26个」 counts other things. */
function isOfOneKind(whole: ProseFigure, behind: string, label: string, part: ProseFigure): boolean {
  if (DOING_UNITS.has(part.unit) && label !== '' && !(whole.subject.trim() + behind).endsWith(label.slice(-2)))
    return false;
  if (behind === '') return whole.subject.trim() !== '';
  return (
    label === '' &&
    (part.tail === '' ||
      part.tail.startsWith(behind.slice(-2)) ||
      /^(?:为|是|由|已|未|属|被|实现|达到)/.test(part.tail))
  );
}
