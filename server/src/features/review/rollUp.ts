import { editionForYear } from '../../format/index.ts';
import type { Edition, LayoutCell, TableSpec } from '../../format/types.ts';
import type { Language } from '../../messages/message.ts';
import { messagesIn } from '../../messages/text.ts';
import type { Body, KnownReport } from '../../model/across/body.ts';
import { hold, sumOfCells, type CellSum } from '../../model/across/sumOfCells.ts';
import { labelFor, writeSkeleton, writeTitle } from '../../model/writing/write.ts';
import type { RollUp, RollUpCell } from '../../protocol/review.ts';
import { rangeOfPlace } from '../across/acrossDiagnostics.ts';

/** What is added up, and the names of bodies that are not. */
interface ToAdd {
  readonly added: readonly { readonly body: Body; readonly report: KnownReport }[];
  /** Bodies above others that are. */
  readonly notAdded: readonly string[];
  /** Bodies without a report. */
  readonly without: readonly string[];
  /** Bodies with several reports that differ, of which the first is added. */
  readonly severalReports: readonly string[];
}

/**
 * The official tables of a year with the sums over reports; each cell says what it is made of. Null for a year without
 * prescribed tables. Reports of another format are left out and named.
 */
export function rollUp(
  { added, notAdded, without, severalReports }: ToAdd,
  { year, name }: { readonly year: number; readonly name: string },
  addressOf: (path: string) => string,
  language: Language,
): RollUp | null {
  const say = messagesIn(language);
  const edition = editionForYear(year);
  const tables = (edition?.tables ?? []).filter(({ isRequired }) => isRequired);
  if (!edition || tables.length === 0) return null;
  const names = new Map(added.map(({ body, report }) => [report, body.names[0] ?? body.id]));
  const nameOf = (report: KnownReport) => names.get(report) ?? '';
  const fitting = added.filter(({ report }) => report.edition === edition.id).map(({ report }) => hold(report));
  const others = added.filter(({ report }) => report.edition !== edition.id).map(({ report }) => report);
  const places = new Map(fitting.map(({ report }, i) => [report, i]));
  const unitOf = (report: KnownReport) => places.get(report) ?? -1;
  const sums = new Map<string, CellSum>();
  const sumAt = (table: TableSpec, row: string, column: string): CellSum => {
    const key = `${table.id} ${row}.${column}`;
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = sumOfCells(fitting, { table: table.id, key: `${row}.${column}` })));
    return sum;
  };
  return {
    edition: edition.id,
    name,
    title: writeTitle(name, year),
    units: fitting.map(({ report }) => ({ name: nameOf(report), uri: addressOf(report.path) })),
    notes: [
      ...(without.length > 0 ? [say('review.rollUp.without', { items: without.join('、') })] : []),
      ...(notAdded.length > 0 ? [say('review.rollUp.notAdded', { items: notAdded.join('、') })] : []),
      ...(severalReports.length > 0 ? [say('review.rollUp.severalReports', { items: severalReports.join('、') })] : []),
      ...(others.length > 0 ? [say('review.rollUp.leftOut', { items: others.map(nameOf).join('、') })] : []),
      // One case may be in the tables of several bodies.
      ...(tables.some(({ role }) => role === 'cases') ? [say('review.rollUp.cases')] : []),
    ],
    tables: tables.map(table => ({
      title: language === 'en' ? table.englishTitle : table.title,
      rows: table.layout.map(cells =>
        cells.map((cell): RollUpCell => {
          const { rowSpan = 1, columnSpan = 1 } = cell;
          if (cell.kind === 'text')
            return { kind: 'label', text: labelFor(table, cell.text, year), rowSpan, columnSpan };
          const { value, terms, unknown } = sumAt(table, cell.row, cell.column);
          return {
            kind: 'figure',
            name: cellName(table, cell),
            sum: value,
            terms: terms.flatMap(term =>
              term.value === 0
                ? []
                : [{ unit: unitOf(term.report), value: term.value, range: rangeOfPlace(term.place) }],
            ),
            unknown: unknown.map(unitOf),
            rowSpan,
            columnSpan,
          };
        }),
      ),
    })),
    markdown: writeDraft(edition, year, name, (row, column, table) => {
      const { value } = sumAt(table, row, column);
      return value === null ? '' : String(value);
    }),
  };
}

function writeDraft(
  edition: Edition,
  reportYear: number,
  publicBody: string,
  figure: (row: string, column: string, table: TableSpec) => string,
): string {
  return writeSkeleton(edition, {
    style: 'markdown',
    layout: 'pipe',
    alignment: 'withFigures',
    publicBody,
    reportYear,
    figure,
  });
}

function cellName({ parts }: TableSpec, cell: Extract<LayoutCell, { readonly kind: 'figure' }>): string {
  const part = parts.find(({ rows }) => rows.some(({ key }) => key === cell.row));
  const row = part?.rows.find(({ key }) => key === cell.row);
  const column = part?.columns.find(({ key }) => key === cell.column)?.label ?? '';
  return [row ? row.label || (row.path.at(-1) ?? '') : '', column].filter(Boolean).join('·');
}
