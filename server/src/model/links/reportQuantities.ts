import type { ProseFigure } from '../prose/numbers.ts';
import type { QuantityMention } from '../prose/quantityMentions.ts';
import { figureTexts } from '../prose/figureText.ts';
import type { Report } from '../report.ts';
import { memoByObject } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';

/** A quantity of the report's own year that the text states, and its place in the draft. */
export interface ReportQuantity extends QuantityMention {
  readonly span: Span;
  /** The figure as it is read, without marks. */
  readonly written: string;
}

/** Quantities of the report's tables that its running text states. Loose wordings are left out. */
export const reportQuantitiesOf = memoByObject(
  ({ reportYear, blocks }: Pick<Report, 'reportYear' | 'blocks'>): readonly ReportQuantity[] => {
    const year = reportYear?.value;
    const quantities: ReportQuantity[] = [];
    for (const { fact, text, place } of figureTexts(blocks)) {
      for (const { metric, period, year: named, figure, sentence } of fact.mentions) {
        if (named !== undefined && year !== undefined && named !== year) continue;
        // Written out, as a copy by `...` is slow in Node.js 20.
        const { start, end } = figure;
        const written = text.slice(start, end);
        const span = placeOfFigure(place(start, end), start, written, place);
        quantities.push({ metric, period, year: named, figure, sentence, span, written });
      }
    }
    return quantities;
  },
);

/** Length of `</b>`: fewer signs between a figure and its measure word are no tag. */
const SHORTEST_TAG = 4;

/** The figure with its measure word; alone, where tags stand between them. */
function placeOfFigure(whole: Span, start: number, written: string, place: (start: number, end: number) => Span): Span {
  if (whole.end - whole.start - written.length < SHORTEST_TAG) return whole;
  const digits = /^[\d,.]+/.exec(written)?.[0].length ?? written.length;
  return place(start, start + digits);
}

const quantitiesByFigure = memoByObject((quantities: readonly ReportQuantity[]) => {
  const byFigure = new Map<ProseFigure, ReportQuantity[]>();
  for (const quantity of quantities) {
    const same = byFigure.get(quantity.figure);
    if (same) same.push(quantity);
    else byFigure.set(quantity.figure, [quantity]);
  }
  return byFigure;
});

/** Quantities that one figure of the text states. */
export function reportQuantitiesOfFigure(
  quantities: readonly ReportQuantity[],
  figure: ProseFigure,
): readonly ReportQuantity[] {
  return quantitiesByFigure(quantities).get(figure) ?? [];
}
