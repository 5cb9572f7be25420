import { rangeOfPlace } from '../features/across/acrossDiagnostics.ts';
import { TABLES } from '../format/roles.ts';
import { formOf } from '../model/summary/forms.ts';
import type { Language } from '../messages/message.ts';
import type { Body, KnownReport } from '../model/across/body.ts';
import { numberIn, type CellName } from '../model/across/cellsAround.ts';
import { reportOf } from '../model/across/neighbours.ts';
import { hold, sumOfCells, type HeldReport } from '../model/across/sumOfCells.ts';
import { cellState, placeOfCell, type CellSummary, type Summary, type TableForm } from '../model/summary/summary.ts';
import type {
  BodyReports,
  FigureColumn,
  FigureEntry,
  FigureRow,
  FiguresParams,
  FiguresResult,
  FolderReports,
  ReportCounts,
  ReportEntry,
} from '../protocol/workspace.ts';
import { decodeAddress, fileNameOf } from '../text/address.ts';
import type { ReportComparison } from '../workspace/reportComparison.ts';
import type { WorkspaceReports } from '../workspace/workspaceReports.ts';

type Reports = WorkspaceReports<unknown>;

/** The reports of each workspace folder, by body and year. */
export function folderReports(reports: Reports): readonly FolderReports[] {
  return [...reports.folders]
    .filter(([, comparison]) => comparison.size > 0)
    .map(([uri, comparison]) => ({
      uri,
      name: fileNameOf(uri),
      newestYear: reports.newestYear(uri),
      missing: missingBodies(comparison),
      bodies: comparison.bodies.map(body => bodyReports(body, reports)),
      unidentified: comparison.unidentified.map(report => entryOf(report, reports)),
      otherKinds: comparison.otherKinds.map(report => entryOf(report, reports)),
    }));
}

/** Bodies that settings name and that have no report. */
function missingBodies(comparison: ReportComparison): FolderReports['missing'] {
  const settings = new Set(comparison.bodies.map(body => body.settings));
  const ids = new Map(comparison.bodies.flatMap(({ id, setting }) => (setting ? [[setting, id] as const] : [])));
  return [...settings].flatMap(({ bodies }) =>
    bodies.flatMap(setting => {
      if (ids.has(setting)) return [];
      const above = bodies.find(({ id }) => id === setting.parent);
      return [{ name: setting.names[0] ?? setting.id, parent: (above && ids.get(above)) ?? null }];
    }),
  );
}

function bodyReports({ id, names, parent, why, reports: own, duplicates }: Body, reports: Reports): BodyReports {
  const all = [...own, ...duplicates].sort((a, b) => a.year - b.year);
  return {
    id,
    name: names[0] ?? id,
    place: all.at(-1)?.group ?? '',
    parent,
    why,
    reports: all.map(report => entryOf(report, reports)),
  };
}

function entryOf({ path, year, edition }: Summary, reports: Reports): ReportEntry {
  return {
    uri: reports.addressOf(path),
    year,
    edition,
    isOpen: reports.isOpen(path),
    counts: countsOf(path, reports),
  };
}

/** Findings of a report that count, and what was decided; null where those inside it are not known. */
function countsOf(path: string, reports: Reports): ReportCounts | null {
  const own = reports.countsOf(path);
  const marks = reports.marksOf(path);
  if (!own || !marks) return null;
  const all = reports.acrossAt(path).findings;
  const across = all.filter(({ silenced }) => !silenced);
  const verdicts = [...marks, ...all].flatMap(mark => reports.decisions.of(path, mark)?.verdict ?? []);
  const errors = across.filter(({ severity }) => severity === 'error').length;
  const warnings = across.filter(({ severity }) => severity === 'warning').length;
  return {
    errors: own.error + errors,
    warnings: own.warning + warnings,
    others: own.information + own.hint + across.length - errors - warnings,
    accepted: verdicts.filter(verdict => verdict === 'accepted').length,
    toFix: verdicts.filter(verdict => verdict === 'to-fix').length,
  };
}

/** Figures of the bodies of a folder on one year; no rows for a folder that has no reports. */
export function figuresOfYear(
  params: FiguresParams,
  reports: Reports,
  language: Language,
): Omit<FiguresResult, 'revision'> {
  const { year, table, isTotalsOnly = false } = params;
  const comparison = comparisonAt(params.folder, reports);
  const found = reportsOn(comparison, params);
  const above = comparison?.bodies.find(({ id }) => id === params.parent);
  const own = above && reportOf(above, year);
  const held = new Map([...found.map(({ report }) => report), ...(own ? [own] : [])].map(each => [each, hold(each)]));
  const columns = columnsOf([...held.values()], language).filter(
    ({ key }) => (table === undefined || key.startsWith(`${table} `)) && (!isTotalsOnly || isMain(key)),
  );
  const rowOf = (body: Body, report: KnownReport): FigureRow => {
    const before = reportOf(body, year - 1)?.tables;
    const { tables } = held.get(report) ?? report;
    const marked = markedCells(report, reports);
    return {
      body: body.id,
      name: nameOf(body),
      uri: reports.addressOf(report.path),
      edition: report.edition,
      cells: columns.map(({ key }) => entryAt(key, tables, before, marked)),
    };
  };
  const { added, above: notAdded } = apartFromAbove(found);
  const all = added.flatMap(({ report }) => held.get(report) ?? []);
  return {
    columns,
    rows: found.map(({ body, report }) => rowOf(body, report)),
    sums: columns.map(({ key }) => {
      const { value, unknown } = sumOfCells(all, cellNamed(key));
      return { value, unknown: unknown.length };
    }),
    notAdded: notAdded.map(({ body }) => nameOf(body)),
    without: bodiesWithout(comparison, params),
    severalReports: bodiesWithSeveral(found),
    above: above && own ? rowOf(above, own) : null,
  };
}

/** A body with its report on a year. */
interface ReportOn {
  readonly body: Body;
  readonly report: KnownReport;
}

/** Reports that are added up, and apart from them those of bodies above others: they hold what those below do. */
export function apartFromAbove(found: readonly ReportOn[]): {
  readonly added: readonly ReportOn[];
  readonly above: readonly ReportOn[];
} {
  const parents = new Set(found.map(({ body }) => body.parent));
  return {
    added: found.filter(({ body }) => !parents.has(body.id)),
    above: found.filter(({ body }) => parents.has(body.id)),
  };
}

/** Names of bodies with several reports of the year that differ: nobody knows which of them holds. */
export function bodiesWithSeveral(found: readonly ReportOn[]): readonly string[] {
  return found.flatMap(({ body, report }) => (body.doubtful.has(report.year) ? [nameOf(body)] : []));
}

/** Bodies that are asked for and have no report of the year; without a body above they are not known to be due. */
export function bodiesWithout(
  comparison: ReportComparison | undefined,
  { year, parent, bodies }: Pick<FiguresParams, 'year' | 'parent' | 'bodies'>,
): readonly string[] {
  if (!comparison || parent === undefined || bodies) return [];
  return [
    ...comparison.bodies.flatMap(body =>
      body.parent !== parent || body.reports.some(report => report.year === year) ? [] : [nameOf(body)],
    ),
    ...missingBodies(comparison).flatMap(missing => (missing.parent === parent ? [missing.name] : [])),
  ];
}

function nameOf({ id, names }: Body): string {
  return names[0] ?? id;
}

/** Whether a column is shown where of each row one is: its total, or what stands alone in its table's row. */
function isMain(key: string): boolean {
  const { table, key: cell } = cellNamed(key);
  return cell.endsWith('.total') || cell.endsWith('.annual') || table === TABLES.disclosure;
}

function cellNamed(name: string): CellName {
  const [table = '', key = ''] = name.split(' ');
  return { table, key };
}

/** The reports of a workspace folder, compared with each other. */
export function comparisonAt(folder: string, reports: Reports): ReportComparison | undefined {
  return new Map(reports.folders).get(decodeAddress(folder));
}

/** The reports of bodies on a year. */
export function reportsOn(
  comparison: ReportComparison | undefined,
  { year, parent, bodies }: Pick<FiguresParams, 'year' | 'parent' | 'bodies'>,
): readonly ReportOn[] {
  const wanted = bodies && new Set(bodies);
  return (comparison?.bodies ?? []).flatMap(body => {
    if ((parent !== undefined && body.parent !== parent) || wanted?.has(body.id) === false) return [];
    const report = body.reports.find(each => each.year === year);
    return report ? [{ body, report }] : [];
  });
}

/** All cells that any of the reports has, in the order of the official tables. */
function columnsOf(reports: readonly HeldReport[], language: Language): readonly FigureColumn[] {
  const specs = new Map<string, TableForm>();
  for (const { tables } of reports)
    for (const id of Object.keys(tables)) {
      const spec = formOf({ tables }, id);
      if (spec && !specs.has(id)) specs.set(id, spec);
    }
  return [...specs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, spec]) => {
      const title = language === 'en' ? spec.englishTitle : spec.title;
      return spec.parts.flatMap(part =>
        part.rows.flatMap(row =>
          part.columns.map(column => ({
            key: `${id} ${row.key}.${column.key}`,
            table: title,
            row: row.label || (row.path.at(-1) ?? ''),
            column: column.label,
          })),
        ),
      );
    });
}

/** The gravest finding across reports or inside the report on each line and column of a report. */
function markedCells({ path }: Summary, reports: Reports): ReadonlyMap<string, NonNullable<FigureEntry['severity']>> {
  const marked = new Map<string, NonNullable<FigureEntry['severity']>>();
  const add = (line: number, column: number, severity: string) => {
    const key = `${String(line)}:${String(column)}`;
    const rank = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'information';
    const known = marked.get(key);
    if (known === undefined || known === 'information' || rank === 'error') marked.set(key, rank);
  };
  for (const { place, severity, silenced } of reports.acrossAt(path).findings)
    if (!silenced) add(place[0], place[1], severity);
  const source = reports.sourceNow(path);
  for (const finding of reports.openFindings(path) ?? []) {
    const at = source?.positionAt(finding.span.start);
    if (at && reports.decisions.of(path, finding)?.verdict !== 'accepted')
      add(at.line + 1, at.character + 1, finding.severity);
  }
  for (const { line, column, severity } of reports.isOpen(path) ? [] : reports.closedFindings(path))
    add(line, column, severity);
  return marked;
}

function entryAt(
  name: string,
  tables: Summary['tables'],
  before: Summary['tables'] | undefined,
  marked: ReadonlyMap<string, NonNullable<FigureEntry['severity']>>,
): FigureEntry | null {
  const { table, key } = cellNamed(name);
  const cell: CellSummary | undefined = tables[table]?.cells[key];
  const state = cellState(cell);
  if (!cell || state.kind === 'missing') return null;
  const place = placeOfCell(cell);
  const lastYear = before && numberIn(before, { table, key });
  const severity = marked.get(`${String(place[0])}:${String(place[1])}`);
  return {
    state: state.kind === 'value' && cell[4] === true ? 'split' : state.kind,
    value: state.kind === 'value' ? state.value : null,
    range: rangeOfPlace(place),
    ...(lastYear ? { lastYear: lastYear.value } : {}),
    ...(severity ? { severity } : {}),
  };
}
