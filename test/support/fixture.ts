import type { ReportedFinding } from '../../server/src/analysis/findings.ts';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import { editionForYear } from '../../server/src/format/index.ts';
import type { Fix } from '../../server/src/rules/support/rule.ts';
import { isAsExpected, readExpectation, type Expectation } from '../../server/src/cli/expectations.ts';
import { halfWidthDigits } from '../../server/src/text/numerals.ts';
import { Source } from '../../server/src/text/source.ts';
import { LOCAL_FORMATS } from './localFormats.ts';
import { expandMacros } from './macros.ts';

/**
 * A readable draft with expectations about it.
 *
 * A fixture file holds one draft, or several that each start with a line `//! draft name`. Lines beginning with `//!`
 * are about the line above (or about all lines that a macro there stands for) and are not part of the draft:
 *
 *     | 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 5 |
 *     //! error totals/row-total 「5」 stated=5 computed=4 fix=「4」
 *
 * - what is found there: see server/src/cli/expectations.ts.
 * - `//! none`: nothing is found in the whole draft.
 * - before the first line of a draft: `crlf`, `cr` (line ends) and `bom`; `formats` for a workspace with the format of
 *   test/support/localFormats.ts; `file=NAME` for a file of that name.
 * - `//! standard`, before the first line of a draft with a mistake that begins with `{{head …}}`: three more drafts
 *   are made of it, as they are the same for most rules. `//! standard 无误 全角` makes only those that are named.
 *
 *   无误: a whole report of the same body and year without any mistake; nothing is found.
 *   未完: the draft up to the line with its first mistake; the rule finds nothing yet.
 *   全角: the same draft with CRLF and a byte order mark; the same is found.
 */
export interface Draft {
  readonly name: string;
  /** Switches before its first line. */
  readonly switches: readonly string[];
  readonly text: string;
  readonly isSilent: boolean;
  /**
   * The rule that finds nothing in a draft that is not complete, whatever others find; undefined in all other drafts.
   */
  readonly quietRule: string | undefined;
  readonly expectations: readonly Expectation[];
  /** For each line of the draft the number of the fixture line that it comes from, from 1. */
  readonly origin: readonly number[];
}

const SWITCHES: ReadonlySet<string> = new Set(['crlf', 'cr', 'bom', 'formats']);
const FILE = 'file=';
const STANDARD = ['无误', '未完', '全角'] as const;
type StandardName = (typeof STANDARD)[number];

/** The drafts of a fixture file. Throws on a line beginning with `//!` that it does not understand. */
export function readFixture(text: string): Draft[] {
  const drafts: GrowingDraft[] = [];
  let draft: GrowingDraft | undefined;
  for (const [index, line] of text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').entries()) {
    const number = index + 1;
    const started = /^\/\/! draft\s+(.+)$/.exec(line);
    if (started) {
      drafts.push((draft = new GrowingDraft(started[1] ?? '')));
      continue;
    }
    if (!draft) drafts.push((draft = new GrowingDraft('draft')));
    if (line.startsWith('//!')) draft.command(line.slice(3).trim(), number);
    else draft.line(line, number);
  }
  return drafts.flatMap(each => [each.finish(), ...each.standardDrafts()]);
}

class GrowingDraft {
  private readonly lines: { text: string; number: number }[] = [];
  private readonly switches: string[] = [];
  private readonly expectations: Expectation[] = [];
  private isSilent = false;
  private quietRule: string | undefined;
  private standard: readonly StandardName[] = [];

  constructor(private readonly name: string) {}

  /** The drafts that a line `//! standard` asks for. */
  standardDrafts(): Draft[] {
    if (this.standard.length === 0) return [];
    const head = this.lines[0]?.text ?? '';
    const [first] = this.expectations;
    if (!/^\{\{head \S+ \d{4}\}\}$/.test(head) || !first || this.switches.length > 0)
      throw new Error(`draft ${this.name}: the standard drafts need {{head …}}, a mistake, and no other switches`);
    const makers: Record<StandardName, (draft: GrowingDraft) => void> = {
      无误: draft => {
        draft.lines.push({ text: head, number: 1 }, { text: '', number: 1 }, { text: '{{parts 一-六}}', number: 1 });
        draft.isSilent = true;
      },
      未完: draft => {
        draft.lines.push(...this.lines.filter(({ number }) => number < first.about));
        draft.quietRule = first.rule;
      },
      全角: draft => {
        draft.lines.push(...this.lines);
        draft.switches.push('crlf', 'bom');
        draft.expectations.push(...this.expectations);
      },
    };
    return this.standard.map(name => {
      const draft = new GrowingDraft(`${name}：${STANDARD_NAMES[name]}（由“${this.name}”生成）`);
      makers[name](draft);
      return draft.finish();
    });
  }

  line(text: string, number: number): void {
    this.lines.push({ text, number });
  }

  command(words: string, line: number): void {
    if (words === 'none') {
      this.isSilent = true;
      return;
    }
    const [command, ...wanted] = words.split(/\s+/);
    if (this.lines.length === 0 && command === 'standard') {
      this.standard = wanted.length === 0 ? STANDARD : STANDARD.filter(name => wanted.includes(name));
      if (wanted.length > 0 && this.standard.length !== wanted.length)
        throw new Error(`line ${String(line)} is not understood: //! ${words}`);
      return;
    }
    const names = words.split(/\s+/);
    if (this.lines.length === 0 && names.every(name => SWITCHES.has(name) || name.startsWith(FILE))) {
      this.switches.push(...names);
      return;
    }
    const about = this.lines.at(-1)?.number;
    const expectation = about === undefined ? undefined : readExpectation(words, line, about);
    if (!expectation) throw new Error(`line ${String(line)} is not understood: //! ${words}`);
    this.expectations.push(expectation);
  }

  finish(): Draft {
    // The blank line before the next draft is there for people.
    while (this.lines.length > 1 && this.lines.at(-1)?.text === '') this.lines.pop();
    const whole = halfWidthDigits(this.lines.map(({ text }) => text).join('\n'));
    const year = (/\{\{head \S+ (\d{4})/.exec(whole) ?? /((?:19|20)\d\d)\s*年/.exec(whole))?.[1];
    const edition = year === undefined ? undefined : editionForYear(Number(year));
    const origin: number[] = [];
    const lines: string[] = [];
    for (const { text, number } of this.lines) {
      for (const line of expandMacros(text, edition).split('\n')) {
        lines.push(line);
        origin.push(number);
      }
    }
    const lineEnd = this.switches.includes('crlf') ? '\r\n' : this.switches.includes('cr') ? '\r' : '\n';
    const { name, switches, isSilent, quietRule, expectations } = this;
    if (isSilent && expectations.length > 0) throw new Error(`draft ${name} expects findings and none`);
    return {
      name,
      switches,
      isSilent,
      quietRule,
      expectations,
      origin,
      text: (switches.includes('bom') ? '\ufeff' : '') + lines.join(lineEnd) + lineEnd,
    };
  }
}

const STANDARD_NAMES: Readonly<Record<StandardName, string>> = {
  无误: '没有错的全文',
  未完: '写到错处之前',
  全角: '同样的草稿，CRLF，有 BOM',
};

/** Findings of a draft's text with default settings, and with what its switches say. Throws where a rule failed. */
export async function findingsOf(text: string, switches: readonly string[] = []): Promise<readonly ReportedFinding[]> {
  const settings = switches.includes('formats')
    ? { ...DEFAULT_SETTINGS, localFormats: LOCAL_FORMATS }
    : DEFAULT_SETTINGS;
  const name = switches.find(each => each.startsWith(FILE))?.slice(FILE.length) ?? 'draft.md';
  const { findings, failures } = await new Snapshot(`file:///${name}`, 1, new Source(text), settings).findings(
    UNINTERRUPTED,
  );
  const [failure] = failures;
  if (failure) throw new Error(`rule ${failure.rule} failed`, { cause: failure.error });
  return findings;
}

/** Whether a finding is what an expectation says. */
export function isExpected(finding: ReportedFinding, expectation: Expectation, draft: Draft): boolean {
  const source = new Source(draft.text);
  return isAsExpected(finding, expectation, source, draft.origin[source.lineAt(finding.span.start)]);
}

/** Pairs findings with expectations, each once: what is left over on either side. */
export function compare(
  findings: readonly ReportedFinding[],
  draft: Draft,
): { unexpected: ReportedFinding[]; missing: Expectation[] } {
  const missing: Expectation[] = [];
  const unexpected = findings.filter(({ rule }) => draft.quietRule === undefined || rule === draft.quietRule);
  for (const expectation of draft.expectations) {
    const at = unexpected.findIndex(finding => isExpected(finding, expectation, draft));
    if (at < 0) missing.push(expectation);
    else unexpected.splice(at, 1);
  }
  // What is written in full width earns the hint that it is.
  const isWide = draft.name.startsWith('全角');
  return {
    unexpected: unexpected.filter(({ message }) => !isWide || message !== 'wording/punctuation#wide-digits'),
    missing,
  };
}

/** A finding as an expectation would say it, with the number of the fixture line that it is about. */
export function describeFinding(finding: ReportedFinding, draft: Draft): string {
  const source = new Source(draft.text);
  const variant = finding.message.slice(finding.rule.length);
  const args = Object.entries(finding.args).map(
    ([key, value]) => `${key}=${/\s/.test(String(value)) || value === '' ? `「${String(value)}」` : String(value)}`,
  );
  const fixes = finding.fixes.map(fix => `fix=「${fix.edits[0]?.text.trim().split(/[\r\n]/)[0] ?? ''}」`);
  const words = [
    finding.severity,
    finding.rule,
    `「${source.slice(finding.span)}」`,
    ...(variant === '' ? [] : [`message=${variant}`]),
    ...args,
    ...fixes,
  ];
  return `after line ${String(draft.origin[source.lineAt(finding.span.start)])}: //! ${words.join(' ')}`;
}

/** The draft's text with a fix applied. */
export function applyFix(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((changed, edit) => changed.slice(0, edit.span.start) + edit.text + changed.slice(edit.span.end), text);
}
