import { isDeepStrictEqual, inspect } from 'node:util';
import type { Findings } from '../../server/src/analysis/findings.ts';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import { folding } from '../../server/src/features/folding.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { toRange } from '../../server/src/features/support/convert.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { inlayHints } from '../../server/src/features/tables/inlayHints.ts';
import { knownBlocksOf } from '../../server/src/syntax/knownBlocks.ts';
import type { Cell, Placed } from '../../server/src/syntax/block.ts';
import { Source } from '../../server/src/text/source.ts';
import type { Span } from '../../server/src/text/span.ts';
import { stepped, type Step } from './steps.ts';

export function snapshotOf(text: string, version = 1, previous?: Snapshot): Snapshot {
  return new Snapshot('file:///draft.md', version, new Source(text), DEFAULT_SETTINGS, previous?.parsed);
}

/** A draft that is read as if it were the first one. */
function readAnew(text: string): Snapshot {
  const snapshot = snapshotOf(text);
  knownBlocksOf(snapshot.parsed.vocabulary).clear();
  return snapshotOf(text);
}

type Everything = Readonly<Record<string, unknown>>;

/** All that a version of a draft says, as data. */
export async function everything(snapshot: Snapshot): Promise<Everything> {
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
    // The fingerprint is made when it is asked for.
    findings: findings.map(finding => ({ ...finding, fingerprint: finding.fingerprint })),
    outline: symbols({ source, report }, 'zh-CN'),
    folding: folding({ source, report, blocks }),
    tokens: semanticTokens({ source, report }),
    hints: inlayHints({ source, report }, toRange(source, { start: 0, end: source.text.length }), 'always', 'zh-CN'),
  };
}

/** Fails unless a draft, read again after each step, says what it says when it is read for the first time. */
export async function checkSteps(start: string, steps: readonly Step[]): Promise<void> {
  let text = start;
  let before = start;
  let snapshot = snapshotOf(start);
  // Everything is made in each version, as an editor asks for it: what one version keeps must fit the next.
  await everything(snapshot);
  const versions: { readonly before: string; readonly text: string; readonly again: Everything }[] = [];
  for (const [index, step] of steps.entries()) {
    const next = stepped(text, before, step);
    before = text;
    text = next;
    snapshot = snapshotOf(text, index + 2, snapshot);
    versions.push({ before, text, again: await everything(snapshot) });
  }
  for (const [index, { before, text, again }] of versions.entries()) {
    const anew = await everything(readAnew(text));
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

export function isInside({ start, end }: Span, length: number): boolean {
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
