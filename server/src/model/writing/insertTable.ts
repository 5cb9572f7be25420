import type { TableSpec } from '../../format/types.ts';
import type { LayoutId, Placed, Table } from '../../syntax/block.ts';
import type { Change } from '../../text/change.ts';
import type { Report, Section } from '../report.ts';
import { headingPlaces, placeTable } from './aroundTable.ts';
import { NO_FIGURE } from './cellChanges.ts';
import { writeTable, type FigureText, type WriteOptions } from './write.ts';

/** A change that puts an official table, blank, below the heading of its section. */
export function tableInsertion(
  { source }: Pick<Report, 'source'>,
  options: WriteOptions,
  spec: TableSpec,
  { titleSpan }: Pick<Section, 'titleSpan'>,
): Change {
  const lineEnd = options.lineEnd ?? '\n';
  const at = source.line(source.lineAt(titleSpan.end)).end;
  const text = `${lineEnd}${lineEnd}${writeTable(spec, options.layout, options.figure, options)}${lineEnd}`;
  return { span: { start: at, end: at }, text };
}

/** A dash in every figure: some layouts lose a line of blank cells. */
export const DASHES: FigureText = () => NO_FIGURE;

/**
 * Changes that complete a table of which the draft has the heads alone: its line of figures as dashes, written as the
 * heads are; else the whole table in their place. Each has to be tried.
 */
export function tableForHeads(
  report: Pick<Report, 'source' | 'blocks'>,
  options: WriteOptions,
  spec: TableSpec,
  { at, block }: Placed<Table>,
): readonly Change[] {
  const lineEnd = options.lineEnd ?? '\n';
  const span = { start: at + block.span.start, end: at + block.span.end };
  const [part] = spec.parts;
  const line = LINE_SIGNS[block.layout];
  const count = part?.rowsAcross === true ? part.rows.length * part.columns.length : 0;
  const dashes = Array.from({ length: count }, () => NO_FIGURE);
  return [
    ...(line && count > 0 ? [{ span: { start: span.end, end: span.end }, text: line(dashes, lineEnd) }] : []),
    ...[undefined, DASHES].map(figure =>
      placeTable(report.source, span, writeTable(spec, options.layout, figure, options), headingPlaces(report.blocks)),
    ),
  ];
}

/** A further line of figures below the heads of a table, by layout. */
const LINE_SIGNS: Partial<Record<LayoutId, (texts: readonly string[], lineEnd: string) => string>> = {
  tabbed: (texts, lineEnd) => lineEnd + texts.join('\t'),
  aligned: (texts, lineEnd) => lineEnd + texts.join('  '),
  cellPerLine: (texts, lineEnd) => texts.map(text => lineEnd + lineEnd + text).join(''),
};
