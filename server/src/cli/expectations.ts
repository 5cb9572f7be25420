import type { ReportedFinding } from '../analysis/findings.ts';
import type { MessageValues } from '../messages/arguments.ts';
import type { Fix, Severity } from '../rules/support/rule.ts';
import type { Source } from '../text/source.ts';

// Drafts that say what is to be found in them: the rules' own, and those with which somebody tries a format file. A
// line that begins with //! is about the line above and no part of the draft:
//
//     | 各级专区合计 | 9 | 77 |
//     //! warning totals/local-equation 「77」 computed=78
//
// severity, rule, 「underlined text」, then arguments of the message (`key=value`, `key=「a value」`), `message=#variant`
// and `fix=「text」`: a fix whose first edit inserts this text, or a text of which this is the first filled line.

/** Begins such a line. */
export const EXPECTATION_MARK = '//!';

/** What is to be found at a line of a draft. */
export interface Expectation {
  /** As written, and the number of its line in the file. */
  readonly written: string;
  readonly line: number;
  /** Number of the line that it is about. */
  readonly about: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly text: string;
  readonly message: string | undefined;
  readonly args: ReadonlyMap<string, string>;
  readonly fixes: readonly string[];
}

const EXPECTATION = /^(error|warning|information|hint)\s+([a-z-]+\/[a-z-]+)\s+「([^」]*)」(.*)$/;
const DETAIL = /\s*([A-Za-z]+)=(?:「([^」]*)」|(\S+))/y;

/** The expectation that words behind the mark state; undefined for words that state none. */
export function readExpectation(words: string, line: number, about: number): Expectation | undefined {
  const match = EXPECTATION.exec(words);
  const details = match && readDetails(match[4] ?? '');
  if (!match || !details) return undefined;
  const [, severity, rule = '', text = ''] = match;
  const { args, fixes } = details;
  const message = args.get('message');
  args.delete('message');
  const written = `${EXPECTATION_MARK} ${words}`;
  return { written, line, about, severity: severity as Severity, rule, text, message, args, fixes };
}

function readDetails(rest: string): { args: Map<string, string>; fixes: string[] } | undefined {
  const args = new Map<string, string>();
  const fixes: string[] = [];
  DETAIL.lastIndex = 0;
  let at = 0;
  for (let match = DETAIL.exec(rest); match; match = DETAIL.exec(rest)) {
    const [, key = '', quoted, plain] = match;
    const value = quoted ?? plain ?? '';
    if (key === 'fix') fixes.push(value);
    else args.set(key, value);
    at = DETAIL.lastIndex;
  }
  return rest.slice(at).trim() === '' ? { args, fixes } : undefined;
}

/** Whether a finding at a line of the file is what an expectation says. */
export function isAsExpected(
  finding: ReportedFinding,
  expectation: Expectation,
  source: Source,
  line: number | undefined,
): boolean {
  return (
    finding.rule === expectation.rule &&
    finding.severity === expectation.severity &&
    line === expectation.about &&
    source.slice(finding.span) === expectation.text &&
    (expectation.message === undefined || finding.message === `${finding.rule}${expectation.message}`) &&
    [...expectation.args].every(([key, value]) => String((finding.args as MessageValues)[key]) === value) &&
    expectation.fixes.every(text => finding.fixes.some(fix => inserts(fix, text)))
  );
}

function inserts(fix: Fix, text: string): boolean {
  const inserted = fix.edits[0]?.text;
  return inserted !== undefined && (inserted === text || inserted.trim().split(/[\r\n]/)[0] === text);
}
