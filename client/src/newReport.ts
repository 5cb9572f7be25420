import { proposedReportYear } from '../../server/src/format/reportYear.ts';
import {
  NEW_REPORT_REQUEST,
  REPORT_KINDS_REQUEST,
  type NewReport,
  type NewReportParams,
  type ReportKindEntry,
} from '../../server/src/protocol/newReport.ts';
import type { Editor, Store } from './editor.ts';
import type { LanguageServer } from './languageServer.ts';

const STORE = 'annualReport.publicBody';
/** The first year with annual reports. */
const FIRST_YEAR = 2008;
const LONGEST_NAME = 50;

/**
 * Asks for the public body, which is remembered, and for the year, and opens a report to fill in under the name that it
 * will be saved with.
 */
export async function newReport(
  editor: Editor,
  store: Store,
  server: Pick<LanguageServer, 'ask'>,
  now: Date,
  kind?: ReportKindEntry,
): Promise<void> {
  const { say } = editor;
  const title = kind ? say('client.newReport.ofKind', { name: kind.name }) : say('client.newReport.title');
  const publicBody = await askPublicBody(editor, title, store.get(STORE, ''));
  if (publicBody === undefined) return;
  const reportYear = await askReportYear(editor, title, now, kind);
  if (reportYear === undefined) return;
  await store.update(STORE, publicBody);
  const params: NewReportParams = { publicBody, reportYear, ...(kind ? { kind: kind.id } : {}) };
  const report = await server.ask<NewReport | null>(NEW_REPORT_REQUEST, params);
  if (report) await editor.openNewReport(report.title, report.text);
  else await editor.warn(say('client.noSkeleton'));
}

/** The same behind the question which kind of report is meant: those built in, and those of the workspace's formats. */
export async function newReportOfKind(
  editor: Editor,
  store: Store,
  server: Pick<LanguageServer, 'ask'>,
  now: Date,
): Promise<void> {
  const { say } = editor;
  const kinds = (await server.ask<readonly ReportKindEntry[]>(REPORT_KINDS_REQUEST, {})) ?? [];
  if (kinds.length === 0) {
    await editor.warn(say('client.noSkeleton'));
    return;
  }
  const choices = kinds.map(kind => ({ label: kind.name, kind }));
  const titles = { title: say('client.newReport.title'), placeHolder: say('client.newReport.kind') };
  const chosen = await editor.pick(choices, titles);
  if (chosen) await newReport(editor, store, server, now, chosen.kind);
}

/** Asks for the public body, with a proposal; undefined where that is given up. */
export async function askPublicBody(
  editor: Pick<Editor, 'say' | 'line'>,
  title: string,
  value: string,
): Promise<string | undefined> {
  const { say } = editor;
  const given = await editor.line({
    title,
    prompt: say('client.newReport.body'),
    placeHolder: say('client.newReport.bodyExample'),
    value,
    problem: name => {
      const { length } = name.trim();
      if (length === 0) return say('client.newReport.noBody');
      return length > LONGEST_NAME ? say('client.newReport.longBody', { count: LONGEST_NAME }) : undefined;
    },
  });
  return given?.trim();
}

/** Asks for the year of a report; undefined where that is given up. */
export async function askReportYear(
  editor: Pick<Editor, 'say' | 'pick'>,
  title: string,
  now: Date,
  kind?: ReportKindEntry,
): Promise<number | undefined> {
  const choices = yearChoices(editor, now, kind);
  return (await editor.pick(choices, { title, placeHolder: editor.say('client.newReport.year') }))?.year;
}

/** The year that is due first, then all others for which there is a format, the latest first. */
function yearChoices({ say }: Pick<Editor, 'say'>, now: Date, kind?: ReportKindEntry) {
  const due = proposedReportYear(now);
  const first = kind?.firstYear ?? FIRST_YEAR;
  // Of a form for years to come its first one.
  const last = Math.max(first, Math.min(now.getFullYear(), kind?.lastYear ?? Infinity));
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  return [...years.filter(year => year === due), ...years.filter(year => year !== due)].map(year => ({
    year,
    label: say('client.newReport.ofYear', { year }),
    description: year === due ? say('client.newReport.due') : '',
  }));
}
