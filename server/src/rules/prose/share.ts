import { COUNT_UNITS } from '../../text/measureWords.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { Breakdown } from '../../model/prose/breakdowns.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { indexOfBlock, type Placed } from '../../syntax/block.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 占比与件数不符。
 *
 * 分项后面写了“占…%”的，用件数除以总数核对，按印出的位数四舍五入，末位相差一个单位以内都算对。分母不一定是前面的总数，本段和上一段出现过的任何一个总数对得上就不报。
 *
 * 不报：
 * - 约数，“以上”“左右”。
 * - 找不到分母的百分比（满意率、办结率）。
 * - 为使各项合计 100% 而调整的末项。
 *
 * English: A share printed with a part does not fit part ÷ whole, whichever total of the passage is taken as the whole.
 */
export const share = defineRule({
  id: 'prose/share',
  catalogue: ['P03'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  readers: { suspects: suspectsIn },
  *run({ report, paragraphs }, { suspects }) {
    for (const {
      fact: { whole, figure, stated, counts },
      placed,
      place,
    } of suspects) {
      const bases = [...countsIn(sentencesBefore(paragraphs, placed)), ...tableTotals(report)];
      if (bases.some(base => counts.some(count => fits(count, base.value, stated)))) continue;
      const printed = `${((figure.value / whole.value) * 100).toFixed(stated.decimals)}%`;
      const span = place(stated.start, stated.end);
      yield finding(span, {
        message: 'prose/share',
        args: { stated: `${String(stated.value)}%`, part: figure.value, whole: whole.value, computed: printed },
        related: [figure, whole].map(each => ({
          span: place(each.start, each.end),
          message: 'related.figure',
          args: { text: `${String(each.value)}${each.unit}` },
        })),
        fixes: [{ kind: 'review', message: 'fix.useShare', args: { value: printed }, edits: [replace(span, printed)] }],
      });
    }
  },
});

/** A share that fits no count of its own paragraph. */
interface Suspect {
  readonly whole: ProseFigure;
  readonly figure: ProseFigure;
  readonly stated: ProseFigure;
  /** What it may be the share of: the part, the parts so far, what is left of the whole. */
  readonly counts: readonly number[];
}

function suspectsIn(_: string, block: TextBlock): readonly Suspect[] {
  const { sentences, lists } = figureTextOf(block);
  return lists
    .filter(({ parts }) => parts.some(part => part.share !== undefined))
    .flatMap(list => suspectsOf(list, countsIn(sentences)));
}

function suspectsOf(
  { whole, parts, completeness }: Breakdown,
  bases: readonly { readonly value: number }[],
): Suspect[] {
  if (whole.modality !== 'exact' || whole.value <= 0 || (completeness === 'partial' && parts.length < 2)) return [];
  const shares = parts.flatMap(({ share: stated }) => (stated ? [stated.value] : []));
  const isForced = shares.length === parts.length && Math.abs(shares.reduce((a, b) => a + b, 0) - 100) < 0.005;
  let sum = 0;
  return parts.flatMap(({ figure, share: stated }, i): Suspect[] => {
    sum += figure.value;
    if (
      !stated ||
      stated.modality === 'rough' ||
      figure.modality !== 'exact' ||
      figure.value === 0 ||
      figure.value > whole.value
    )
      return [];
    if (isForced && i === parts.length - 1) return [];
    const counts = [figure.value, sum, whole.value - figure.value, whole.value - sum];
    return [whole, ...bases].some(base => counts.some(count => fits(count, base.value, stated)))
      ? []
      : [{ whole, figure, stated, counts }];
  });
}

/** The sentences of the nearest paragraph before that holds figures. */
function sentencesBefore(paragraphs: readonly Placed<TextBlock>[], { at }: Placed): readonly FigureSentence[] {
  for (let i = indexOfBlock(paragraphs, at) - 1; i >= 0; i--) {
    const before = paragraphs[i];
    if (!before) continue;
    const { sentences } = figureTextOf(before.block);
    if (sentences.length > 0) return sentences;
  }
  return [];
}

const COUNTED: ReadonlySet<string> = new Set(COUNT_UNITS);

/** Every count of a passage that could be the whole. */
function countsIn(sentences: readonly FigureSentence[]): readonly { value: number }[] {
  return sentences.flatMap(({ figures }) =>
    figures.filter(figure => figure.unit !== '%' && figure.value > 0 && COUNTED.has(figure.unit)),
  );
}

/** Totals of the tables, which shares in the text may be of. */
function tableTotals(report: ReportOutline): readonly { value: number }[] {
  return report.tables
    .flatMap(({ core }) => [...core.figures.values()])
    .flatMap(({ column, quantity }) =>
      column.key === 'total' && quantity.kind === 'value' ? [{ value: quantity.value }] : [],
    );
}

/** One unit of the last printed digit: rounding, cutting off, and shares forced to make up 100. */
function fits(part: number, whole: number, stated: ProseFigure): boolean {
  if (whole <= 0 || part < 0) return false;
  const unit = 10 ** -stated.decimals;
  return Math.abs((part / whole) * 100 - stated.value) <= unit + 1e-9;
}
