import { isRecord, tooDeepAt } from '../../text/json.ts';
import type { Decision, DecisionKey, DecisionsChange, ReviewComment } from './decision.ts';

/** Name of the file with what was decided of findings, and with review comments. */
export const DECISIONS_FILE_NAME = '.annual-report-decisions.json';

export interface DecisionsFile {
  readonly decisions: readonly Decision[];
  readonly comments: readonly ReviewComment[];
}

export const NO_DECISIONS_FILE: DecisionsFile = { decisions: [], comments: [] };

/** Which entry is not understood (`decisions[3]`), or what is wrong with the JSON. */
export interface DecisionsFault {
  readonly detail: string;
}

/** Reads such a file; an entry that is not understood makes all of it doubtful. Never throws. */
export function readDecisionsFile(text: string): DecisionsFile | DecisionsFault {
  const parsed = parse(text);
  if ('detail' in parsed) return parsed;
  const decisions: Decision[] = [];
  for (const [i, entry] of parsed.decisions.entries()) {
    const decision = isRecord(entry) ? readDecision(entry) : undefined;
    if (!decision) return { detail: `decisions[${String(i)}]` };
    decisions.push(decision);
  }
  const comments: ReviewComment[] = [];
  for (const [i, entry] of parsed.comments.entries()) {
    const comment = isRecord(entry) ? readComment(entry) : undefined;
    if (!comment) return { detail: `comments[${String(i)}]` };
    comments.push(comment);
  }
  return { decisions, comments };
}

/**
 * The text of the file after a change: one entry a line, decisions by fingerprint, so that changes of two reviewers
 * merge; members that we do not know stay. A text that is not understood is left alone. Never throws.
 */
export function changedDecisionsFile(text: string, change: DecisionsChange): string | DecisionsFault {
  const known = readDecisionsFile(text);
  if ('detail' in known) return known;
  const parsed = parse(text);
  if ('detail' in parsed) return parsed;
  let { decisions, comments } = parsed;
  switch (change.kind) {
    case 'decide':
      decisions = [...decisions.filter(each => !isSame(each, change.decision)), ordered(change.decision)];
      break;
    case 'withdraw':
      decisions = decisions.filter(each => !change.decisions.some(key => isSame(each, key)));
      break;
    case 'comment':
      comments =
        change.replaces === undefined
          ? [...comments, change.comment]
          : comments.map((each, i) => (i === change.replaces ? change.comment : each));
      break;
    case 'deleteComment':
      comments = comments.filter((_, i) => i !== change.index);
  }
  const sorted = [...decisions].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const members = [
    `"version": 1`,
    `"decisions": ${listOf(sorted)}`,
    ...(comments.length > 0 || parsed.hasComments ? [`"comments": ${listOf(comments)}`] : []),
    ...Object.entries(parsed.others).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
  ];
  return `{\n  ${members.join(',\n  ')}\n}\n`;
}

interface Parsed {
  readonly decisions: readonly unknown[];
  readonly comments: readonly unknown[];
  readonly hasComments: boolean;
  readonly others: Readonly<Record<string, unknown>>;
}

function parse(text: string): Parsed | DecisionsFault {
  const written = text.replace(/^\ufeff/, '');
  if (written.trim() === '') return { decisions: [], comments: [], hasComments: false, others: {} };
  const deep = tooDeepAt(written);
  if (deep !== undefined) return { detail: `@${String(deep)}` };
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
  if (!isRecord(value)) return { detail: '{ "version": 1, "decisions": […] }' };
  const { decisions = [], comments = [], ...others } = value;
  delete others['version'];
  if (!Array.isArray(decisions)) return { detail: '"decisions": […]' };
  if (!Array.isArray(comments)) return { detail: '"comments": […]' };
  return { decisions, comments, hasComments: 'comments' in value, others };
}

function readDecision(entry: Record<string, unknown>): Decision | undefined {
  const { rule, fingerprint, verdict, who, why, on, path } = entry;
  if (typeof rule !== 'string' || typeof fingerprint !== 'string') return undefined;
  if ((verdict !== 'accepted' && verdict !== 'to-fix') || typeof why !== 'string' || why.trim() === '')
    return undefined;
  return {
    rule,
    fingerprint,
    verdict,
    who: textOr(who),
    why,
    on: textOr(on),
    ...(typeof path === 'string' && path !== '' ? { path: path.replaceAll('\\', '/') } : {}),
  };
}

function readComment(entry: Record<string, unknown>): ReviewComment | undefined {
  const { path, body, year, quote, before, text, who, on, done } = entry;
  if (typeof path !== 'string' || typeof quote !== 'string' || typeof text !== 'string') return undefined;
  return {
    path: path.replaceAll('\\', '/'),
    body: textOr(body),
    year: typeof year === 'number' ? year : null,
    quote,
    before: textOr(before),
    text,
    who: textOr(who),
    on: textOr(on),
    done: done === true,
  };
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The members in the order in which the file has them. */
function ordered({ fingerprint, rule, verdict, who, why, on, path }: Decision) {
  return { fingerprint, rule, verdict, who, why, on, ...(path === undefined ? {} : { path }) };
}

function isSame(entry: unknown, { rule, fingerprint, path = '' }: DecisionKey): boolean {
  return (
    isRecord(entry) && entry['rule'] === rule && entry['fingerprint'] === fingerprint && textOr(entry['path']) === path
  );
}

function keyOf(entry: unknown): string {
  return isRecord(entry) ? `${textOr(entry['fingerprint'])}\n${textOr(entry['rule'])}\n${textOr(entry['path'])}` : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listOf(entries: readonly unknown[]): string {
  return entries.length === 0 ? '[]' : `[\n    ${entries.map(each => JSON.stringify(each)).join(',\n    ')}\n  ]`;
}
