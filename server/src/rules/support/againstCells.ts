import type { Span } from '../../text/span.ts';
import type { ReportContext } from './contexts.ts';
import type { Finding } from './rule.ts';
import {
  differenceFrom,
  disagreements,
  placeOfFigure,
  readingsFor,
  relatedCells,
  writtenFigure,
} from './statedFigures.ts';
import { tableOrText } from './tableOrTextFixes.ts';

/** A figure of the text that no reading of its cells fits, as rules tell of it. */
interface AgainstCells extends Pick<Finding, 'related' | 'fixes'> {
  readonly span: Span;
  readonly severity: 'error' | 'warning' | 'information';
  /** What the readings are, the likeliest first. */
  readonly values: readonly number[];
  readonly args: {
    readonly stated: string;
    readonly table: number;
    readonly difference: string;
    readonly sign: number;
  };
}

/** Figures of the text that differ from cells of the year, or from those of all years. */
export function* againstCells(context: ReportContext, kind: 'table' | 'cumulative'): Iterable<AgainstCells> {
  for (const { chain, found } of disagreements(context, kind)) {
    const { certainty, figure, values } = found;
    const [first] = readingsFor(context, found);
    if (!first) continue;
    const span = placeOfFigure(chain, figure);
    yield {
      span,
      severity: certainty,
      values,
      args: {
        stated: writtenFigure(chain, figure),
        table: first.value,
        difference: differenceFrom(figure, first.value),
        sign: Math.sign(figure.number.value - first.value),
      },
      related: relatedCells(first),
      fixes: tableOrText(context.report, figure.number, span, first),
    };
  }
}
