import type { ClauseText } from '../../statutes/registry/clauseText.ts';
import { skipSpaces } from '../../statutes/registry/clauseText.ts';
import { chooseVersion, REGULATION, type Resolution } from '../../statutes/registry/statuteNames.ts';
import { fold } from '../../text/fold.ts';
import type { CitationContext, CitationForm, Mention } from './citation.ts';

/** A mention with what the clauses behind it need. */
export interface NamedStatute extends Mention {
  readonly how: 'named' | 'abbreviation' | 'unknown';
  readonly resolution: Resolution | undefined;
}

/** Words between a name and its clause: 《条例》规定的第二十条. */
const FILLERS = ['中规定的', '规定的', '中的', '的', '中', '之'];
/** Last signs of names of laws, rules and documents: 章程第五条 is none of ours. */
const LAWLIKE = '法例定则程知见案同议度约令释策书纲表细';
/** Signs that may stand before and behind a bare 第N条; elsewhere 条 may be a measure word (第二条线路). */
const BEFORE_BARE = '据按照依循从至到和与及或在对由见即为是以中的';
const AFTER_BARE = '规的中明之要所等和与及或第以内列情关应至到';

/** Place of the 第 that follows a name at `end`; undefined where something else does. */
export function clauseStart(text: string, end: number): number | undefined {
  const at = skipSpaces(text, end);
  const filler = FILLERS.find(each => text.startsWith(each, at));
  const start = filler === undefined ? at : skipSpaces(text, at + filler.length);
  return text.charAt(start) === '第' ? start : undefined;
}

/** Statute that clauses belong to. */
export interface ClauseSource {
  /** Where the citation begins: at the name or at the clause. */
  readonly start: number;
  readonly resolution: Resolution | undefined;
  readonly how: CitationForm;
  readonly name?: string;
}

/** Which statute the clauses at `at` belong to; undefined where they are no citation. */
export function findClauseSource(
  text: string,
  at: number,
  clauses: readonly ClauseText[],
  last: NamedStatute | undefined,
  context: CitationContext,
): ClauseSource | undefined {
  if (last && clauseStart(text, last.span.end) === at) {
    return { start: last.span.start, resolution: last.resolution, how: last.how, name: last.name };
  }
  const before = wordBefore(text, at);
  if (before !== '' && LAWLIKE.includes(before)) return { start: at, resolution: undefined, how: 'unknown' };
  if (!isClearlyClause(text, before, clauses)) return undefined;
  if (last) {
    return { start: at, resolution: last.resolution, how: last.resolution ? 'sentence' : 'unknown', name: last.name };
  }
  return { start: at, resolution: chooseVersion(REGULATION, {}, context.reportYear, context.publishedOn), how: 'bare' };
}

/** Sign before `at`, white space and a filler word left out; empty at the beginning. */
function wordBefore(text: string, at: number): string {
  const before = fold(text.slice(Math.max(0, at - 12), at));
  const filler = FILLERS.find(each => each.length > 1 && before.endsWith(each)) ?? (before.endsWith('的') ? '的' : '');
  return before.charAt(before.length - filler.length - 1) || before.slice(-1);
}

function isClearlyClause(text: string, before: string, clauses: readonly ClauseText[]): boolean {
  const first = clauses[0];
  if (!first) return false;
  if (first.paragraph !== undefined || first.item !== undefined || clauses.length > 1) return true;
  const after = text.charAt(skipSpaces(text, first.span.end));
  return isBoundary(before, BEFORE_BARE) && isBoundary(after, AFTER_BARE);
}

function isBoundary(sign: string, words: string): boolean {
  return sign === '' || words.includes(sign) || !/[\p{L}\p{N}]/u.test(sign);
}
