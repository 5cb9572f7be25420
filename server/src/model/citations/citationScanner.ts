import type { ClauseText } from '../../statutes/registry/clauseText.ts';
import { readClauses, skipSpaces } from '../../statutes/registry/clauseText.ts';
import type { KnownName, VersionHint } from '../../statutes/registry/statuteNames.ts';
import {
  PLAIN_NAMES,
  REGULATION,
  REGULATION_NAME,
  chooseVersion,
  hintBefore,
  statutesNamed,
} from '../../statutes/registry/statuteNames.ts';
import { isSignAt, charClassTable } from '../../text/charTable.ts';
import { detachString } from '../../text/detach.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { Trie } from '../../text/trie.ts';
import type { Abbreviation, Citation, CitationContext, Mention, TextCitations } from './citation.ts';
import { clauseStart, findClauseSource, type NamedStatute } from './clauseSource.ts';
import { closingBracket, readNameSuffix } from './nameSuffix.ts';
import { abbreviationNamed, endOfShortName } from './shortNames.ts';

/**
 * Clauses cited in `text`, in order; a chain gives one citation for each member. Takes time in proportion to the text's
 * length, whatever it holds.
 */
export function citationsIn(text: string, context: CitationContext): readonly Citation[] {
  return scan(text, context).citations;
}

/** The same, and the statutes named in `text`, in order, known or not. */
export function readCitations(text: string, context: CitationContext): TextCitations {
  const { citations, mentions } = scan(text, context);
  return { citations, mentions };
}

/** Short names that a text introduces, by their folded text. */
export function introducedIn(text: string, context: CitationContext): ReadonlyMap<string, Abbreviation> {
  return scan(text, context).introduced;
}

interface Scanned {
  readonly citations: Citation[];
  readonly mentions: Mention[];
  readonly introduced: Map<string, Abbreviation>;
  /** Short names that count here: those of the text itself first, then those of the draft. */
  readonly shortNames: readonly ReadonlyMap<string, Abbreviation>[];
}

const OPENING_TITLE = '《〈＜<«';
const CLOSING_TITLE = '》〉＞>»';
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]);
const SENTENCE_END = '。！？!?；;\n';
const LONGEST_TITLE = 120;

/** Names found in running text without brackets. */
const NAMES = new Trie<KnownName>();
for (const known of PLAIN_NAMES) NAMES.add(known.folded, known);
/** So many signs of white space in a row end a name. */
const MOST_SPACES = 4;

/** Classes of characters, by what may begin there; 1: a plain name. END: the sentence ends there. */
const [TITLE, QUOTE, ORDINAL, END] = [2, 3, 4, 5] as const;
const KINDS = charClassTable(
  NAMES.starts + REGULATION_NAME.charAt(0),
  OPENING_TITLE,
  [...QUOTES.keys()].join(''),
  '第',
  SENTENCE_END,
);

function scan(text: string, context: CitationContext): Scanned {
  const introduced = new Map<string, Abbreviation>();
  const result: Scanned = {
    citations: [],
    mentions: [],
    introduced,
    shortNames: [introduced, context.abbreviations],
  };
  /** Last statute named in this sentence. */
  let last: NamedStatute | undefined;
  let otherStarts = findOtherStarts(context, result);
  let at = 0;
  while (at < text.length) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind === 0 && (otherStarts === '' || !otherStarts.includes(text.charAt(at)))) {
      at++;
      continue;
    }
    if (kind === END) {
      last = undefined;
      at++;
      continue;
    }
    if (kind === ORDINAL) {
      const clauses = readClauses(text, at);
      const end = clauses.at(-1)?.span.end;
      if (end !== undefined) addCitations(text, at, clauses, last, context, result);
      at = end ?? at + 1;
      continue;
    }
    const named: NamedStatute | undefined =
      kind === TITLE
        ? readTitle(text, at, context, result)
        : kind === QUOTE
          ? readQuoted(text, at, context, result)
          : readPlainName(text, at, context, result);
    if (named) {
      result.mentions.push(named);
      last = named;
      if (named.introduces !== undefined) otherStarts = findOtherStarts(context, result);
    }
    at = named ? named.span.end : at + 1;
  }
  return result;
}

/**
 * Signs with which a short name, or a name of the workspace's own statutes, may begin, as far as no other name does.
 */
function findOtherStarts({ local, abbreviations }: CitationContext, { introduced }: Scanned): string {
  if (!local && abbreviations.size === 0 && introduced.size === 0) return '';
  let starts = '';
  for (const name of [...abbreviations.keys(), ...introduced.keys(), ...(local?.starts ?? '')]) {
    if ((KINDS[name.charCodeAt(0)] ?? 0) === 0 && !starts.includes(name.charAt(0))) starts += name.charAt(0);
  }
  return starts;
}

// ── names ──

/** A regulation of another body has the same words behind the name of a place: 某省政府信息公开条例. */
const PLACES = '省市区县州盟旗镇乡';
/** Signs behind which a plain 条例 means the regulation, where nothing but the word ends: 根据条例, not 绿化条例. */
const BEFORE_SHORT_NAME = '据照依循守行实彻反合用和与及或对将以在从由到了是即为见的中按年';

/** 《…》 with nested brackets; any title counts, known or not. */
function readTitle(text: string, at: number, context: CitationContext, result: Scanned): NamedStatute | undefined {
  // A less-than sign begins a title only before a Chinese character, else it is one.
  if (isSignAt(text, at, '<＜«') && text.charCodeAt(skipSpaces(text, at + 1)) < 0x2e80) return undefined;
  const end = closingBracket(text, at, OPENING_TITLE, CLOSING_TITLE, LONGEST_TITLE);
  if (end === undefined) return undefined;
  const name = text.slice(at + 1, end - 1).trim();
  if (name === '') return undefined;
  return readMention(text, { start: at, end }, name, undefined, context, result);
}

/** “条例”: only a name that is known or introduced, for anything may stand in quotation marks. */
function readQuoted(text: string, at: number, context: CitationContext, result: Scanned): NamedStatute | undefined {
  const close = QUOTES.get(text.charAt(at));
  let end = at + 1;
  while (end < text.length && end - at < LONGEST_TITLE && text.charAt(end) !== close) {
    if (KINDS[text.charCodeAt(end)] === QUOTE) return undefined;
    end++;
  }
  if (end - at < 2 || text.charAt(end) !== close) return undefined;
  const name = text.slice(at + 1, end).trim();
  if (!abbreviationNamed(name, result.shortNames) && !findKnownName(name, context)) return undefined;
  return readMention(text, { start: at, end: end + 1 }, name, undefined, context, result);
}

function readPlainName(text: string, at: number, context: CitationContext, result: Scanned): NamedStatute | undefined {
  const before = text.charAt(at - 1);
  const abbreviation = endOfShortName(text, at, result.shortNames);
  if (abbreviation !== undefined && mayPrecedeShortName(before) && precedesClause(text, abbreviation, context)) {
    return readMention(
      text,
      { start: at, end: abbreviation },
      text.slice(at, abbreviation),
      undefined,
      context,
      result,
    );
  }
  let known = NAMES.longestAt(text, at, LONGEST_TITLE, MOST_SPACES);
  const own = context.local?.nameAt(text, at);
  if (own && (!known || own.end > known.end)) known = own;
  if (known) {
    const isOfPlace = at > 0 && PLACES.includes(before) && known.value.folded.startsWith('政府信息');
    const isVerb = known.value.age === 'new' && '创更革翻'.includes(before) && before !== '';
    if (isVerb) return undefined;
    const span = { start: at, end: known.end };
    return readMention(
      text,
      span,
      text.slice(at, known.end),
      isOfPlace ? { folded: '', candidates: [] } : known.value,
      context,
      result,
    );
  }
  const end = at + REGULATION_NAME.length;
  if (!text.startsWith(REGULATION_NAME, at) || !mayPrecedeShortName(before)) return undefined;
  if (!precedesClause(text, end, context)) return undefined;
  return readMention(text, { start: at, end }, REGULATION_NAME, undefined, context, result);
}

/**
 * Short names without brackets are common words: they count only right before a clause (or parentheses and a clause).
 */
function precedesClause(text: string, end: number, { local }: CitationContext): boolean {
  const clause = clauseStart(text, end) ?? clauseStart(text, readNameSuffix(text, end, local).end);
  return clause !== undefined && readClauses(text, clause).length > 0;
}

function mayPrecedeShortName(before: string): boolean {
  return before === '' || BEFORE_SHORT_NAME.includes(before) || !/[\p{L}\p{N}]/u.test(before);
}

/** The mention of the name at `span`: what stands around it, and which statute it means. */
function readMention(
  text: string,
  span: Span,
  name: string,
  known: KnownName | undefined,
  context: CitationContext,
  result: Scanned,
): NamedStatute {
  const behind = readNameSuffix(text, span.end, context.local);
  const abbreviation = known ? undefined : abbreviationNamed(name, result.shortNames);
  const found = known ?? (abbreviation ? undefined : findKnownName(name, context));
  const candidates = abbreviation?.candidates ?? found?.candidates ?? [];
  const before = hintBefore(text.slice(Math.max(0, span.start - 12), span.start));
  const age = before.age ?? found?.age;
  const year = behind.year ?? before.year;
  const hint: VersionHint = {
    ...(age === undefined ? (abbreviation?.hint ?? {}) : { age }),
    ...(year === undefined ? {} : { year }),
    ...(behind.numbered === undefined ? {} : { numbered: behind.numbered }),
  };
  const resolution =
    chooseVersion(candidates, hint, context.reportYear, context.publishedOn) ??
    // A title not known here may still carry the number of a statute that is: the notice that issues it, for one.
    (behind.numbered && candidates.length === 0 && !abbreviation
      ? { statute: behind.numbered, reason: 'stated' as const }
      : undefined);
  if (behind.introduces !== undefined) {
    // What is introduced outlives the draft's text: its context is kept for the next draft that says the same.
    const folded = detachString(fold(behind.introduces));
    const statutes = candidates.length > 0 ? candidates : resolution ? [resolution.statute] : [];
    if (folded !== '' && !result.introduced.has(folded)) {
      result.introduced.set(folded, {
        name: detachString(behind.introduces),
        title: detachString(name),
        candidates: statutes,
        hint,
      });
    }
  }
  const policy = known?.policy ?? behind.policy;
  return {
    span: { start: span.start, end: behind.end },
    nameSpan: span,
    name,
    statuteId: resolution?.statute.id ?? null,
    reason: resolution?.reason ?? null,
    resolution,
    how:
      resolution === undefined ? 'unknown' : abbreviation || fold(name) === REGULATION_NAME ? 'abbreviation' : 'named',
    ...(behind.introduces === undefined ? {} : { introduces: behind.introduces }),
    ...(policy === undefined ? {} : { policy }),
  };
}

function findKnownName(name: string, { local }: CitationContext): KnownName | undefined {
  const known = local?.named(name) ?? statutesNamed(name);
  if (known) return known;
  const folded = fold(name);
  return folded === REGULATION_NAME ? { folded, candidates: REGULATION } : undefined;
}

function addCitations(
  text: string,
  at: number,
  clauses: readonly ClauseText[],
  last: NamedStatute | undefined,
  context: CitationContext,
  result: Scanned,
): void {
  const source = findClauseSource(text, at, clauses, last, context);
  if (!source) return;
  for (const [i, clause] of clauses.entries()) {
    const isFirst = i === 0;
    result.citations.push({
      ...clause,
      span: isFirst ? { start: source.start, end: clause.span.end } : clause.span,
      statuteId: source.resolution?.statute.id ?? null,
      reason: source.resolution?.reason ?? null,
      how: isFirst || source.how === 'unknown' ? source.how : 'chain',
      ...(source.name === undefined ? {} : { name: source.name }),
    });
  }
}
