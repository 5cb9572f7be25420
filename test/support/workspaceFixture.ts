import { compare, type Compared } from '../../server/src/analysis/across/compare.ts';
import type { ReportedAcross } from '../../server/src/analysis/across/reported.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/files/settings.ts';
import type { MessageValues } from '../../server/src/messages/arguments.ts';
import { Source } from '../../server/src/text/source.ts';
import { settingsFrom, summaryOfText } from './across.ts';
import type { Expectation } from '../../server/src/cli/expectations.ts';
import { readFixture, type Draft } from './fixture.ts';

/**
 * Reports that are compared with each other, with expectations about them. A fixture file holds several workspaces:
 *
 *     //! workspace 有误
 *     //! settings { "bodies": [] }        one line of JSON; may be left out
 *     //! file 2023.md                     a draft as in fixture.ts follows, with its macros and expectations
 *     //! file 2024.md
 *     //! error workspace/carry-over 「117」 stated=117 at=2023.md     `at`: path of a related place
 *     //! skipped workspace/in-force cleaned-up                        the rule was not run, for this reason
 *     //! tally workspace/carry-over unknown=7                         what became of the relations, all pairs together
 *
 * In a workspace without an expectation of a finding nothing is found.
 */
export interface WorkspaceFixture {
  readonly name: string;
  readonly settings: Settings;
  readonly files: ReadonlyMap<string, Draft>;
  readonly skipped: readonly (readonly [rule: string, reason: string])[];
  readonly tallies: readonly (readonly [rule: string, kind: string, count: number])[];
}

interface Growing {
  name: string;
  settings: Settings;
  readonly files: { readonly path: string; readonly lines: string[] }[];
  readonly skipped: (readonly [string, string])[];
  readonly tallies: (readonly [string, string, number])[];
}

/** The workspaces of a fixture file. */
export function readWorkspaces(text: string): WorkspaceFixture[] {
  const found: Growing[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const [, command = '', rest = ''] = /^\/\/! (workspace|settings|file|skipped|tally)\s+(.*)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (command === 'workspace')
      found.push({ name: rest, settings: DEFAULT_SETTINGS, files: [], skipped: [], tallies: [] });
    else if (!last) throw new Error(`no workspace before: ${line}`);
    else if (command === 'settings') last.settings = settingsFrom(JSON.parse(rest));
    else if (command === 'file') last.files.push({ path: rest, lines: [] });
    else if (command === 'skipped') {
      const [rule = '', reason = ''] = rest.split(' ');
      last.skipped.push([rule, reason]);
    } else if (command === 'tally') {
      const [rule = '', ...counts] = rest.split(' ');
      for (const count of counts) {
        const [kind = '', number] = count.split('=');
        last.tallies.push([rule, kind, Number(number)]);
      }
    } else last.files.at(-1)?.lines.push(line);
  }
  return found.map(({ files, ...rest }) => ({
    ...rest,
    files: new Map(
      files.map(({ path, lines }) => {
        const [draft] = readFixture(lines.join('\n'));
        if (!draft) throw new Error(`no draft ${path}`);
        return [path, draft];
      }),
    ),
  }));
}

/** Compares the reports of a workspace. Throws where a rule failed. */
export function compareWorkspace({ files, settings }: WorkspaceFixture): Compared {
  const summaries = [...files].map(([path, { text }]) => summaryOfText(path, text, settings));
  const compared = compare(summaries, { settingsOf: () => settings });
  const [failure] = compared.failures;
  if (failure) throw new Error(`rule ${failure.rule} failed`, { cause: failure.error });
  return compared;
}

/** Words that a finding underlines. */
export function wordsOf({ place: [line, column, endLine, endColumn] }: ReportedAcross, { text }: Draft): string {
  const source = new Source(text);
  const offset = (at: number, character: number) => (source.lineStarts[at - 1] ?? 0) + character - 1;
  return text.slice(offset(line, column), offset(endLine, endColumn));
}

/** Whether a finding is what an expectation in its file says. */
export function isExpectedAcross(found: ReportedAcross, expectation: Expectation, draft: Draft): boolean {
  const { worded, related } = found;
  return (
    found.rule === expectation.rule &&
    found.severity === expectation.severity &&
    draft.origin[found.place[0] - 1] === expectation.about &&
    wordsOf(found, draft).startsWith(expectation.text) &&
    (expectation.message === undefined || worded.message === `${found.rule}${expectation.message}`) &&
    [...expectation.args].every(([key, value]) =>
      key === 'at'
        ? related.some(({ report }) => report.path === value)
        : String((worded.args as MessageValues)[key]) === value,
    )
  );
}
