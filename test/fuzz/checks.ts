import { isDeepStrictEqual, inspect } from 'node:util';
import type { Findings, ReportedFinding } from '../../server/src/analysis/findings.ts';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import type { Edit } from '../../server/src/rules/support/rule.ts';
import type { Cell, Placed } from '../../server/src/syntax/block.ts';
import { Source } from '../../server/src/text/source.ts';
import type { Span } from '../../server/src/text/span.ts';
import { newTrouble, weight } from '../support/fixing.ts';
import { stepped, type Step } from './generators.ts';

export function snapshotOf(text: string, version = 1, previous?: Snapshot): Snapshot {
  return new Snapshot('file:///draft.md', version, new Source(text), DEFAULT_SETTINGS, previous?.parsed);
}

/** All that a version of a draft says, as data. */
async function everything(snapshot: Snapshot): Promise<Readonly<Record<string, unknown>>> {
  const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
  const { source, blocks, report } = snapshot;
  const { sections, tables, otherTables, directives, edition, reportYear, title, publicBody } = report;
  return {
    failures: failures.map(({ rule, error }) => `${rule}: ${String(error)}`),
    blocks,
    directives,
    identity: { edition: edition?.id, reportYear, title, publicBody },
    sections,
    tables,
    otherTables,
    findings,
    outline: symbols({ source, report }, 'zh-CN'),
    tokens: semanticTokens({ source, report }),
  };
}

/** Fails unless a draft, read again after each step, says what it says when it is read for the first time. */
export async function checkSteps(start: string, steps: readonly Step[]): Promise<void> {
  let text = start;
  let before = start;
  let snapshot = snapshotOf(start);
  // Everything is made in each version, as an editor asks for it: what one version keeps must fit the next.
  await everything(snapshot);
  for (const [index, step] of steps.entries()) {
    const next = stepped(text, before, step);
    before = text;
    text = next;
    snapshot = snapshotOf(text, index + 2, snapshot);
    const again = await everything(snapshot);
    const anew = await everything(snapshotOf(text));
    for (const part of Object.keys(anew)) {
      if (isDeepStrictEqual(again[part], anew[part])) continue;
      throw new Error(
        `${part} after step ${String(index + 1)} of ${String(steps.length)}: ${difference(again[part], anew[part], part)}\nbefore: ${JSON.stringify(before)}\nafter:  ${JSON.stringify(text)}`,
      );
    }
  }
}

/** The first place where two pieces of data differ. */
function difference(a: unknown, b: unknown, path: string): string {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && !(a instanceof Map)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const left: unknown = (a as Record<string, unknown>)[key];
      const right: unknown = (b as Record<string, unknown>)[key];
      if (!isDeepStrictEqual(left, right)) return difference(left, right, `${path}.${key}`);
    }
  }
  return `${path} is ${inspect(a, { depth: 3, breakLength: 160 }).slice(0, 1500)} and should be ${inspect(b, { depth: 3, breakLength: 160 }).slice(0, 1500)}`;
}

/** All of a draft's findings; fails where a rule throws or a place lies outside of the draft. */
export async function checkDraft(text: string): Promise<Findings> {
  const snapshot = snapshotOf(text);
  checkInside(text, snapshot.blocks);
  const found = await snapshot.findings(UNINTERRUPTED);
  const [failure] = found.failures;
  if (failure) throw new Error(`rule ${failure.rule} failed on ${JSON.stringify(text)}`, { cause: failure.error });
  for (const finding of found.findings) {
    const spans = [
      finding.span,
      ...finding.related.map(each => each.span),
      ...finding.fixes.flatMap(fix => fix.edits.map(each => each.span)),
    ];
    for (const span of spans)
      if (!isInside(span, text.length))
        throw new Error(
          `${finding.rule} ${finding.message}: ${JSON.stringify(span)} of ${String(text.length)} in ${JSON.stringify(text)}`,
        );
  }
  return found;
}

function isInside({ start, end }: Span, length: number): boolean {
  return start >= 0 && start <= end && end <= length;
}

/** Blocks follow each other without gaps up to the end, and nothing of them lies outside. */
function checkInside(text: string, blocks: readonly Placed[]): void {
  for (const [i, { at, block }] of blocks.entries()) {
    const end = blocks[i + 1]?.at ?? text.length;
    if (at + block.length !== end)
      throw new Error(
        `${block.kind} at ${String(at)} ends at ${String(at + block.length)}, not at ${String(end)}, in ${JSON.stringify(text)}`,
      );
    const cells: readonly Cell[] = block.kind === 'table' ? block.rows.flatMap(row => row.cells) : [];
    const spans =
      block.kind === 'table'
        ? [block.span, ...cells.map(cell => cell.span)]
        : block.kind === 'directive'
          ? [block.span]
          : block.text.pieces.map(piece => ({ start: piece.from, end: piece.to }));
    for (const span of spans)
      if (!isInside(span, block.length))
        throw new Error(
          `${block.kind} at ${String(at)}: ${JSON.stringify(span)} of ${String(block.length)} in ${JSON.stringify(text)}`,
        );
  }
}

/** A text after edits. Fails where they overlap or lie outside of it. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of ordered) {
    if (span.start < at || !isInside(span, text.length))
      throw new Error(`edit at ${JSON.stringify(span)} overlaps another or lies outside`);
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Fails unless every fix of a draft applies, removes its finding or a part of it, and adds no error and no warning.
 * Gives the number of fixes.
 */
export async function checkFixes(text: string): Promise<number> {
  const { findings } = await checkDraft(text);
  let fixes = 0;
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      fixes++;
      const complain = (what: string): never => {
        throw new Error(
          `${finding.rule} ${fix.message} ${what}\ndraft: ${JSON.stringify(text)}\nedits: ${JSON.stringify(fix.edits)}`,
        );
      };
      const fixed = edited(text, fix.edits);
      const after: readonly ReportedFinding[] = (await checkDraft(fixed)).findings;
      const rules = newTrouble(findings, after);
      const added = after.filter(
        each =>
          rules.includes(each.rule) &&
          isSerious(each) &&
          !wasBlamed(findings, each.span, fix.edits) &&
          !comesToLight(findings, finding.rule, each.rule),
      );
      if (added.length > 0) complain(`brings ${JSON.stringify(added.map(({ rule, args }) => ({ rule, args })))}`);
      // Of several alike the last one's fingerprint goes, whichever is fixed.
      const isGone = !after.some(({ fingerprint }) => fingerprint === finding.fingerprint);
      if (!isGone && weight(after, finding.rule) >= weight(findings, finding.rule)) complain('removes nothing');
    }
  }
  return fixes;
}

function isSerious({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

/**
 * Whether a place of the draft after edits had an error or a warning before them, of whichever rule: what is wrong in
 * one version of a statute may be wrong otherwise in the next.
 */
function wasBlamed(findings: readonly ReportedFinding[], { start, end }: Span, edits: readonly Edit[]): boolean {
  const moved = edits
    .filter(({ span }) => span.start < start)
    .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  return findings.some(each => isSerious(each) && each.span.start <= end - moved && start - moved <= each.span.end);
}

/**
 * A table put right may contradict a text that agreed with the mistake; of several mistakes in tables, one may have
 * hidden another.
 */
function comesToLight(findings: readonly ReportedFinding[], fixed: string, added: string): boolean {
  const isOfTables = (rule: string) => /^(?:totals|tables|cumulative)\//.test(rule);
  return (
    isOfTables(fixed) &&
    (added.startsWith('prose/') || (isOfTables(added) && findings.filter(({ rule }) => isOfTables(rule)).length > 1))
  );
}
