import { alternatives, COUNT_UNITS, GENERAL_UNITS } from '../../text/measureWords.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 平均数与总数、个数不符。
 *
 * 一句话里只有一个总数、一个个数和一个平均数，单位都写明的，相除核对：“培训10场，共580人次，平均每场58人次”。
 *
 * 不报：
 * - 总数或个数在别的句子里的，或同一句有几个可用的数。
 * - 约数（末位有小数的“约”按四舍五入比）。
 * - 月均、日均、人均等没有写明除数的；“每个”后面的名称与个数不是一类的。
 *
 * English: An average does not fit the one total and the one number of things that its sentence states. Anything less
 * plain is not judged.
 */
export const average = defineRule({
  id: 'prose/average',
  catalogue: ['P10'],
  basis: ['practice'],
  severity: 'hint',
  scope: 'paragraph',
  reader: averagesIn,
  *run({ place }, averages) {
    for (const { total, count, mean } of averages) {
      yield finding(place(mean.start, mean.end), {
        message: 'prose/average',
        args: {
          stated: `${mean.value.toFixed(mean.decimals)}${mean.unit}`,
          total: total.value,
          count: count.value,
          computed: (total.value / count.value).toFixed(Math.max(1, mean.decimals)),
        },
        related: [total, count].map(each => ({
          span: place(each.start, each.end),
          message: 'related.figure',
          args: { text: `${String(each.value)}${each.unit}` },
        })),
      });
    }
  },
});

interface Average {
  readonly total: ProseFigure;
  readonly count: ProseFigure;
  readonly mean: ProseFigure;
}

const PER = new RegExp(`平均(?:到)?每(?:一)?(${alternatives(COUNT_UNITS)})([^,，;；。\\d]{0,10})$`);
const UNCLEAR = /其中|分别|不含|不包括|除|累计|各/;

function averagesIn(text: string, block: TextBlock): readonly Average[] {
  return text.includes('平均') ? figureTextOf(block).sentences.flatMap(readAverage) : [];
}

function readAverage(sentence: FigureSentence): Average[] {
  const means = sentence.figures.filter(({ subject }) => PER.test(subject.replace(/约$/, '')));
  const [mean] = means;
  if (!mean || means.length > 1 || UNCLEAR.test(sentence.text)) return [];
  const isAbout = /约$/.test(mean.subject);
  if ((mean.modality === 'rough' && !isAbout) || (isAbout && mean.decimals === 0)) return [];
  const [, per = '', words = ''] = PER.exec(mean.subject.replace(/约$/, '')) ?? [];
  const others = sentence.figures.filter(figure => figure !== mean);
  const totals = others.filter(({ unit }) => unit === mean.unit);
  const counts = others.filter(({ unit }) => unit === per);
  const [total] = totals;
  const [count] = counts;
  if (!total || !count || totals.length > 1 || counts.length > 1 || total === count) return [];
  if (
    total.modality === 'rough' ||
    count.modality === 'rough' ||
    count.value <= 0 ||
    total.decimals > 0 ||
    mean.start < Math.max(total.start, count.start)
  )
    return [];
  // 「平均每个项目」 and 「10个项目」
  const name = words.trim().slice(0, 2);
  if ((GENERAL_UNITS.has(per) || name !== '') && !(name !== '' && (count.subject + count.tail).includes(name)))
    return [];
  return Math.abs(total.value / count.value - mean.value) <= 10 ** -mean.decimals + 1e-9
    ? []
    : [{ total, count, mean }];
}
