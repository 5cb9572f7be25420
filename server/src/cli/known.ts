import type { Decision, DecisionRecord } from '../analysis/files/decision.ts';
import { dirname, resolve } from 'node:path';
import { readDecisionsFile } from '../analysis/files/decisionsFile.ts';
import { isRecord } from '../text/json.ts';
import { LIMITS } from '../text/limits.ts';
import { readText } from './files.ts';
import type { InputProblem } from './unreadable.ts';
import { isOneReport } from '../text/reportPaths.ts';
import type { FileRecord, FindingRecord, SuppressedRecord } from '../reporters/records.ts';

/** A finding that a baseline holds, and how often. */
interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** What is known of findings before a run: those of a baseline, and what was decided. */
export class KnownFindings {
  private readonly baseline = new Map<string, number>();
  /** By rule and fingerprint. */
  private readonly decisions = new Map<string, KnownDecision[]>();
  private readonly used = new Set<KnownDecision>();

  constructor(baseline: readonly BaselineEntry[] | undefined, decisions: readonly KnownDecision[]) {
    for (const { path, rule, fingerprint, count } of baseline ?? []) {
      const key = keyOf(path, rule, fingerprint);
      this.baseline.set(key, (this.baseline.get(key) ?? 0) + count);
    }
    for (const decision of decisions) {
      const key = `${decision.rule}\n${decision.fingerprint}`;
      this.decisions.set(key, [...(this.decisions.get(key) ?? []), decision]);
    }
  }

  /** A file with what counts parted from what does not. */
  judge(file: FileRecord): FileRecord {
    if (this.baseline.size === 0 && this.decisions.size === 0) return file;
    const findings: FindingRecord[] = [];
    const suppressed: SuppressedRecord[] = [...file.suppressed];
    for (const finding of file.findings) {
      const key = keyOf(file.path, finding.rule, finding.fingerprint);
      const left = this.baseline.get(key) ?? 0;
      const decision = this.decisionOn(file.path, finding);
      if (left > 0) {
        this.baseline.set(key, left - 1);
        suppressed.push({ ...finding, by: 'baseline', reason: '' });
      } else if (decision?.verdict === 'accepted') {
        suppressed.push({ ...finding, by: 'decision', reason: decision.why, decision });
      } else if (decision) {
        const { fingerprint, ...rest } = finding;
        findings.push({ ...rest, decision, fingerprint });
      } else findings.push(finding);
    }
    return { ...file, findings, suppressed };
  }

  /** Entries of the baseline that nothing fits any more: path and rule. */
  get unusedBaseline(): readonly { readonly path: string; readonly rule: string; readonly count: number }[] {
    return [...this.baseline].flatMap(([key, count]) => {
      const [path = '', rule = ''] = key.split('\n');
      return count > 0 ? [{ path, rule, count }] : [];
    });
  }

  /** Decisions about findings that there are not any more. */
  get unusedDecisions(): readonly KnownDecision[] {
    return [...this.decisions.values()].flat().filter(decision => !this.used.has(decision));
  }

  /** What was decided last of a finding in a file. */
  private decisionOn(path: string, { rule, fingerprint }: FindingRecord): DecisionRecord | undefined {
    const found = this.decisions
      .get(`${rule}\n${fingerprint}`)
      ?.findLast(({ file }) => file === undefined || isOneReport(file, resolve(path)));
    if (!found) return undefined;
    this.used.add(found);
    const { verdict, who, why, on } = found;
    return { verdict, who, why, on };
  }
}

function keyOf(path: string, rule: string, fingerprint: string): string {
  return `${path.replaceAll('\\', '/')}\n${rule}\n${fingerprint}`;
}

/** A run's findings as a baseline: sorted, without messages and dates, so that it can be kept under version control. */
export function baselineOf(files: readonly FileRecord[]): string {
  const counts = new Map<string, number>();
  for (const { path, findings, suppressed } of files)
    for (const { rule, fingerprint } of [...findings, ...suppressed.filter(({ by }) => by === 'baseline')]) {
      const key = keyOf(path, rule, fingerprint);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const findings = [...counts.keys()].sort().map(key => {
    const [path, rule, fingerprint] = key.split('\n');
    return JSON.stringify({ path, rule, fingerprint, count: counts.get(key) });
  });
  return `{ "version": 1, "findings": [${findings.map(each => `\n  ${each}`).join(',')}${findings.length > 0 ? '\n' : ''}] }\n`;
}

/** Reads a baseline. */
export function readBaseline(path: string): readonly BaselineEntry[] | InputProblem {
  return readEntries(path, 'findings', entry => {
    const { path: file, rule, fingerprint, count } = entry;
    if (typeof file !== 'string' || typeof rule !== 'string' || typeof fingerprint !== 'string') return undefined;
    return { path: file, rule, fingerprint, count: typeof count === 'number' && count > 0 ? Math.floor(count) : 1 };
  });
}

/** A decision with the full path of the report that it is about, where it is about one alone. */
export type KnownDecision = Decision & { readonly file?: string };

/** Reads decisions; one without a reason is none. */
export function readDecisions(path: string): readonly KnownDecision[] | InputProblem {
  const text = readText(path, 'utf8', LIMITS.knownFindingsBytes);
  if (typeof text !== 'string') return { path, ...text };
  const found = readDecisionsFile(text);
  if ('detail' in found) return { path, reason: 'cli.badKnown', detail: found.detail };
  return found.decisions.map(decision =>
    decision.path === undefined ? decision : { ...decision, file: resolve(dirname(path), decision.path) },
  );
}

function readEntries<T>(
  path: string,
  name: string,
  read: (entry: Record<string, unknown>) => T | undefined,
): readonly T[] | InputProblem {
  const text = readText(path, 'utf8', LIMITS.knownFindingsBytes);
  if (typeof text !== 'string') return { path, ...text };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { path, reason: 'cli.badKnown', detail: error instanceof Error ? error.message : String(error) };
  }
  const list = isRecord(parsed) ? parsed[name] : undefined;
  if (!Array.isArray(list)) return { path, reason: 'cli.badKnown', detail: `"${name}": […]` };
  const found: T[] = [];
  for (const [i, entry] of list.entries()) {
    const each = isRecord(entry) ? read(entry) : undefined;
    if (!each) return { path, reason: 'cli.badKnown', detail: `${name}[${String(i)}]` };
    found.push(each);
  }
  return found;
}
