import type { Compared } from '../analysis/across/compare.ts';
import type { Comparison } from '../analysis/across/parts.ts';
import type { ReportedAcross } from '../analysis/across/reported.ts';
import { messageOf } from '../messages/text.ts';
import type { Language } from '../messages/message.ts';
import type { PlaceInFile, ReportScope, Summary } from '../model/summary/summary.ts';
import { cellState } from '../model/summary/summary.ts';
import type { FindingRecord, PlaceRecord, SuppressedRecord } from './records.ts';

/** A body and its reports, as it is printed. */
interface BodyRecord {
  readonly id: string;
  readonly names: readonly string[];
  readonly years: readonly number[];
  readonly paths: readonly string[];
  readonly duplicates: readonly string[];
  /** Years with reports that differ. */
  readonly doubtful: readonly number[];
  readonly parent: string | null;
  readonly scope: ReportScope | null;
  readonly why: string;
}

/** What comparing the reports of a run gave, as it is printed. */
export interface WorkspaceRecord {
  readonly bodies: readonly BodyRecord[];
  readonly comparisons: readonly Comparison[];
  readonly unidentified: readonly string[];
  /** Paths of reports of other kinds, which are not compared. */
  readonly otherKinds: readonly string[];
  /** By path. */
  readonly findings: ReadonlyMap<string, readonly FindingRecord[]>;
  readonly suppressed: ReadonlyMap<string, readonly SuppressedRecord[]>;
  /** Places in other reports that findings inside a report get. */
  readonly additions: ReadonlyMap<string, readonly Addition[]>;
}

/** A place in another report that belongs to the finding at a place. */
export interface Addition {
  readonly line: number;
  readonly column: number;
  readonly related: FindingRecord['related'];
}

/** What was compared, in one language. */
export function workspaceRecord(compared: Compared, language: Language): WorkspaceRecord {
  const findings = new Map<string, FindingRecord[]>();
  const suppressed = new Map<string, SuppressedRecord[]>();
  for (const each of compared.findings) {
    const record = recordOf(each, language);
    if (each.silenced) put(suppressed, each.report.path, { ...record, ...each.silenced });
    else put(findings, each.report.path, record);
  }
  const additions = new Map<string, Addition[]>();
  for (const { path, place, related } of compared.toldInside)
    put(additions, path, { line: place[0], column: place[1], related: relatedOf(related, path, language) });
  return {
    bodies: compared.bodies.map(({ id, names, reports, duplicates, doubtful, parent, scope, why }) => ({
      id,
      names,
      years: reports.map(({ year }) => year),
      paths: reports.map(({ path }) => path),
      duplicates: duplicates.map(({ path }) => path),
      doubtful: [...doubtful],
      parent,
      scope,
      why,
    })),
    comparisons: compared.comparisons,
    unidentified: compared.unidentified.map(({ path }) => path),
    otherKinds: compared.otherKinds.map(({ path }) => path),
    findings,
    suppressed,
    additions,
  };
}

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

function recordOf(found: ReportedAcross, language: Language): FindingRecord {
  const gap = language === 'en' ? ' ' : '';
  return {
    rule: found.rule,
    severity: found.severity,
    message: [found.worded, ...found.notes].map(each => messageOf(language, each)).join(gap),
    ...placeOf(found.place),
    related: relatedOf(found.related, found.report.path, language),
    comparison: found.comparison,
    fingerprint: found.fingerprint,
  };
}

function relatedOf(related: ReportedAcross['related'], own: string, language: Language): FindingRecord['related'] {
  return related.map(({ report, place, ...worded }) => ({
    ...(report.path === own ? {} : { path: report.path }),
    ...placeOf(place),
    message: messageOf(language, worded),
  }));
}

function placeOf([line, column, endLine, endColumn]: PlaceInFile): PlaceRecord {
  return { line, column, endLine, endColumn };
}

/** Figures of a report under their keys. */
export function figuresOf({ tables }: Summary): Readonly<Record<string, number | null>> {
  const figures: Record<string, number | null> = {};
  for (const id of Object.keys(tables).sort())
    for (const [key, cell] of Object.entries(tables[id]?.cells ?? {})) {
      const state = cellState(cell);
      figures[key] ??= state.kind === 'value' ? state.value : null;
    }
  return figures;
}
