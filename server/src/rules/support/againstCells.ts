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
import { yuanIn } from '../../format/metrics.ts';
import { inUnit, tableOrText } from './tableOrTextFixes.ts';

/** A figure of the text that no reading of its cells fits, as rules tell of it. */
interface AgainstCells extends Pick<Finding, 'related' | 'fixes'> {
  readonly span: Span;
  readonly severity: 'error' | 'warning' | 'information';
  /** What the readings are, the likeliest first; money in the unit of the text. */
  readonly values: readonly (number | string)[];
  readonly args: {
    readonly stated: string;
    readonly table: number | string;
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
    const { unit, value } = figure.number;
    const table = inUnit(first.value, unit);
    const written = (reading: number) =>
      yuanIn(unit) === undefined || reading === 0 ? reading : `${String(inUnit(reading, unit))}${unit}`;
    yield {
      span,
      severity: certainty,
      values: values.map(written),
      args: {
        stated: writtenFigure(chain, figure),
        table: written(first.value),
        difference: differenceFrom(figure, table),
        sign: Math.sign(value - table),
      },
      related: relatedCells(first),
      fixes: tableOrText(context.report, figure.number, span, first),
    };
  }
}
