// The kinds of report that are built in. It imports their data alone: the client bundles it.
import kinds from './data/kinds.json';
import { FIRST_KIND, kindOf, type KindDescription, type ReportKind } from './kind.ts';

/** Their file, as a workspace's would be. */
export const BUILT_IN_KINDS_FILE = kinds as unknown as { readonly kinds: readonly KindDescription[] };

/** All of them, the first one first. */
export const BUILT_IN_KINDS: readonly ReportKind[] = BUILT_IN_KINDS_FILE.kinds.map(kindOf);

/** The kind whose reports the program was made for: 政府信息公开工作年度报告. */
export const OGI_REPORT: ReportKind = withId(FIRST_KIND);

function withId(id: string): ReportKind {
  const found = BUILT_IN_KINDS.find(kind => kind.id === id);
  if (!found) throw new Error(`no kind of report is called ${id}`);
  return found;
}
