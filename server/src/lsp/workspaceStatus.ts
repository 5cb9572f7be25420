import type { WorkspaceStatus } from '../protocol/workspace.ts';
import type { WorkspaceReports } from '../workspace/workspaceReports.ts';

/** How far the reports of the workspace are read and checked, without the revision. */
export function workspaceStatus(reports: WorkspaceReports<unknown>): Omit<WorkspaceStatus, 'revision'> {
  const counts = { files: 0, reports: 0, unchecked: 0, errors: 0, warnings: 0 };
  const unread: string[] = [];
  const open = new Set(reports.openPaths);
  for (const { path, uri, state, summary } of reports.index.files) {
    counts.files++;
    if (state === 'unread') unread.push(uri);
    if (summary && !open.has(path)) add(path, reports, counts);
  }
  for (const path of open) if (reports.comparisonOf(path)?.summaryOf(path)) add(path, reports, counts);
  return {
    ...counts,
    waiting: reports.isStopped ? 0 : reports.index.waiting,
    unread,
    isCut: reports.index.isCut,
    isStopped: reports.isStopped,
    checksAll: reports.checksAll,
    decisions: reports.decisions.id,
  };
}

function add(
  path: string,
  reports: WorkspaceReports<unknown>,
  counts: { reports: number; unchecked: number; errors: number; warnings: number },
): void {
  counts.reports++;
  const own = reports.countsOf(path);
  if (!own) counts.unchecked++;
  for (const { severity, silenced } of reports.acrossAt(path).findings) {
    if (silenced) continue;
    if (severity === 'error') counts.errors++;
    else if (severity === 'warning') counts.warnings++;
  }
  counts.errors += own?.error ?? 0;
  counts.warnings += own?.warning ?? 0;
}
