import { proposedReportYear } from '../../server/src/format/reportYear.ts';
import { NEW_REPORT_REQUEST, type NewReport, type NewReportParams } from '../../server/src/protocol/protocol.ts';
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
): Promise<void> {
  const { say } = editor;
  const publicBody = await editor.line({
    title: say('client.newReport.title'),
    prompt: say('client.newReport.body'),
    placeHolder: say('client.newReport.bodyExample'),
    value: store.get(STORE, ''),
    problem: value => {
      const { length } = value.trim();
      if (length === 0) return say('client.newReport.noBody');
      return length > LONGEST_NAME ? say('client.newReport.longBody', { count: LONGEST_NAME }) : undefined;
    },
  });
  if (publicBody === undefined) return;
  const year = await editor.pick(yearChoices(editor, now), {
    title: say('client.newReport.title'),
    placeHolder: say('client.newReport.year'),
  });
  if (!year) return;
  await store.update(STORE, publicBody.trim());
  const params: NewReportParams = { publicBody: publicBody.trim(), reportYear: year.year };
  const report = await server.ask<NewReport | null>(NEW_REPORT_REQUEST, params);
  if (report) await editor.openNewReport(report.title, report.text);
  else await editor.warn(say('client.noSkeleton'));
}

/** The year that is due first, then all others, the latest first. */
function yearChoices({ say }: Editor, now: Date) {
  const due = proposedReportYear(now);
  const years = Array.from({ length: now.getFullYear() - FIRST_YEAR + 1 }, (_, index) => now.getFullYear() - index);
  return [due, ...years.filter(year => year !== due)].map(year => ({
    year,
    label: say('client.newReport.ofYear', { year }),
    description: year === due ? say('client.newReport.due') : '',
  }));
}
