import type { ClauseReference, PolicyDocument, Statute } from '../../statutes/types.ts';
import { statuteById } from '../../statutes/index.ts';
import type { Span } from '../../text/span.ts';
import { fold, foldSign, NOTHING } from '../../text/fold.ts';
import { isSignAt, charClassTable } from '../../text/charTable.ts';
import { Trie } from '../../text/trie.ts';
import type { ClauseText } from '../../statutes/registry/clauseText.ts';
import { readClauses, skipSpaces } from '../../statutes/registry/clauseText.ts';
import type { LocalStatutes } from '../../statutes/registry/localStatutes.ts';
import { publicationOf } from '../publication.ts';
import type { Report } from '../report.ts';
import type { KnownName, Resolution, VersionHint, VersionReason } from '../../statutes/registry/statuteNames.ts';
import {
  PLAIN_NAMES,
  REGULATION,
  chooseVersion,
  hintBefore,
  policyNumberedIn,
  statuteNumberedIn,
  statutesNamed,
} from '../../statutes/registry/statuteNames.ts';
import { passingTextFacts, textFacts } from '../../syntax/paragraphFacts.ts';

/**
 * How a citation names its statute: by title or number (`named`), by a short name that the draft introduced or that
 * every report uses (`abbreviation`), by the citation before it (`chain`: 第十九条、第二十条), by the statute that its
 * sentence speaks of (`sentence`), not at all (`bare`: the captions of section two), or by a name that is not known here
 * (`unknown`).
 */
export type CitationForm = 'named' | 'abbreviation' | 'chain' | 'sentence' | 'bare' | 'unknown';

/** A clause cited in running text: 《条例》第N条第N款第（N）项. */
export interface Citation extends ClauseReference {
  /** The citation with the statute's name if it has one of its own, in the text that was given. */
  readonly span: Span;
  /** Null where the statute is not known here. */
  readonly statuteId: string | null;
  /** Why this version of the statute; null with an unknown one. */
  readonly reason: VersionReason | null;
  readonly how: CitationForm;
  /** The statute's name as written, without 《》; of the citation before it in a chain. */
  readonly name?: string;
  /** Set where the clause ends a range (第（一）项至第（五）项): the clause at which the range begins. */
  readonly rangeFrom?: ClauseReference;
}

/** A statute or document named in running text, with or without a clause behind it. */
export interface Mention {
  /** The name with its brackets and with the parentheses behind it: 《…条例》（国务院令第711号，以下简称《条例》）. */
  readonly span: Span;
  /** The name as written, without 《》. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Null where the name is not known here. */
  readonly statuteId: string | null;
  readonly reason: VersionReason | null;
  /** Short name that it introduces, as written. */
  readonly introduces?: string;
  /** Document on policy whose number is the name or stands behind it. */
  readonly policy?: PolicyDocument;
}

/** What a short name stands for in one draft. */
export interface Abbreviation {
  readonly name: string;
  /** Title that it was introduced for, as written. */
  readonly title: string;
  /** Empty where the title is not known here. */
  readonly candidates: readonly Statute[];
  /** What the draft says about the version where it introduces the name. */
  readonly hint: VersionHint;
}

/** What must be known of a draft to tell which statute a citation means. */
export interface CitationContext {
  /** Null: not known; the version of the day of publication is taken, else the newest. */
  readonly reportYear: number | null;
  /** Short names that the draft introduces, by their folded text. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  /** Statutes of the workspace's own; found exactly as those known here. */
  readonly local?: LocalStatutes;
  /** Day of publication, an ISO date; tells the version where the report year is not known. */
  readonly publishedOn?: string;
}

/** Context of a text of which nothing is known but its report year. */
export function contextOfYear(reportYear: number | null, local?: LocalStatutes): CitationContext {
  return { reportYear, abbreviations: new Map(), ...(local ? { local } : {}) };
}

/** Statute of a citation or a mention, one of the workspace's own among them; undefined where it is not known. */
export function statuteOf(
  { statuteId }: { readonly statuteId: string | null },
  { local }: CitationContext,
): Statute | undefined {
  return statuteId === null ? undefined : statuteById(statuteId, local?.statutes);
}

const contexts = new WeakMap<Report, CitationContext>();

/**
 * Context of a draft: its report year (that of its edition where it states none), its day of publication and the short
 * names it introduces. Versions of a draft that say the same of these share one object, so that what was read with it
 * can be kept with the blocks.
 */
export function citationContext(report: Report): CitationContext {
  let context = contexts.get(report);
  if (!context) contexts.set(report, (context = shared(readContext(report))));
  return context;
}

/** What a paragraph introduces depends on its words, and on which statutes are known; see {@link Abbreviation}. */
const readIntroductions = (local?: LocalStatutes) => (text: string) =>
  text.includes('简称') || text.includes('下称') || text.includes('统称')
    ? [...scan(text, contextOfYear(null, local)).introduced]
    : [];
const builtInIntroductions = textFacts(readIntroductions(), '称');
const localIntroductions = new WeakMap<LocalStatutes, typeof builtInIntroductions>();

function introductionsFor(local: LocalStatutes | undefined): typeof builtInIntroductions {
  if (!local) return builtInIntroductions;
  let found = localIntroductions.get(local);
  if (!found) localIntroductions.set(local, (found = passingTextFacts(readIntroductions(local))));
  return found;
}

function readContext(report: Report): CitationContext {
  const reportYear =
    report.reportYear?.value ?? (report.edition ? (report.edition.years.to ?? report.edition.years.from) : null);
  const publishedOn = publicationOf(report)?.date;
  const local = report.localStatutes;
  const abbreviations = new Map<string, Abbreviation>();
  for (const {
    fact: [folded, abbreviation],
  } of introductionsFor(local)(report.blocks)) {
    if (!abbreviations.has(folded)) abbreviations.set(folded, abbreviation);
  }
  return {
    reportYear,
    abbreviations,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(local ? { local } : {}),
  };
}

/** Contexts of the drafts at hand, the last used first. */
const recent: CitationContext[] = [];
const MOST_RECENT = 16;

function shared(context: CitationContext): CitationContext {
  const index = recent.findIndex(other => saysTheSame(other, context));
  const found = index < 0 ? context : (recent.splice(index, 1)[0] ?? context);
  recent.unshift(found);
  recent.length = Math.min(recent.length, MOST_RECENT);
  return found;
}

function saysTheSame(a: CitationContext, b: CitationContext): boolean {
  if (
    a.local !== b.local ||
    a.reportYear !== b.reportYear ||
    a.publishedOn !== b.publishedOn ||
    a.abbreviations.size !== b.abbreviations.size
  )
    return false;
  for (const [folded, one] of a.abbreviations) {
    const other = b.abbreviations.get(folded);
    if (!other || (other !== one && !introduceTheSame(one, other))) return false;
  }
  return true;
}

function introduceTheSame(a: Abbreviation, b: Abbreviation): boolean {
  return (
    a.name === b.name &&
    a.title === b.title &&
    a.hint.age === b.hint.age &&
    a.hint.year === b.hint.year &&
    a.hint.numbered === b.hint.numbered &&
    a.candidates.length === b.candidates.length &&
    a.candidates.every((candidate, i) => candidate === b.candidates[i])
  );
}

/**
 * Clauses cited in `text`, in order; a chain gives one citation for each member. Takes time in proportion to the text's
 * length, whatever it holds.
 */
export function citationsIn(text: string, context: CitationContext): readonly Citation[] {
  return scan(text, context).citations;
}

/** Statutes named in `text`, in order, known or not. */
export function mentionsIn(text: string, context: CitationContext): readonly Mention[] {
  return scan(text, context).mentions;
}

/** What one text cites and names. */
export interface TextCitations {
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
}

/** {@link citationsIn} and {@link mentionsIn} in one reading. */
export function readCitations(text: string, context: CitationContext): TextCitations {
  const { citations, mentions } = scan(text, context);
  return { citations, mentions };
}

interface Scanned {
  readonly citations: Citation[];
  readonly mentions: Mention[];
  readonly introduced: Map<string, Abbreviation>;
}

/** A mention with what the citations behind it need. */
interface Named extends Mention {
  readonly how: 'named' | 'abbreviation' | 'unknown';
  readonly resolution: Resolution | undefined;
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
const OPENING_ROUND = '（(﹙〔［[【';
const CLOSING_ROUND = '）)﹚〕］]】';
const SENTENCE_END = '。！？!?；;\n';
const LONGEST_TITLE = 120;
const LONGEST_PARENTHESIS = 120;
const LONGEST_SHORT_NAME = 30;

/** Names found in running text without brackets. */
const NAMES = new Trie<KnownName>();
for (const known of PLAIN_NAMES) NAMES.add(known.folded, known);
/** So many signs of white space in a row end a name. */
const MOST_SPACES = 4;

/** What may begin, or ends, at a sign; a plain 条例 is a name too. */
const [TITLE, QUOTE, ORDINAL, END] = [2, 3, 4, 5] as const;
const KINDS = charClassTable(`${NAMES.starts}条`, OPENING_TITLE, [...QUOTES.keys()].join(''), '第', SENTENCE_END);

function scan(text: string, context: CitationContext): Scanned {
  const result: Scanned = { citations: [], mentions: [], introduced: new Map() };
  /** Last statute named in this sentence. */
  let last: Named | undefined;
  let otherStarts = otherStartsOf(context, result);
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
    const named: Named | undefined =
      kind === TITLE
        ? readTitle(text, at, context, result)
        : kind === QUOTE
          ? readQuoted(text, at, context, result)
          : readPlainName(text, at, context, result);
    if (named) {
      result.mentions.push(named);
      last = named;
      if (named.introduces !== undefined) otherStarts = otherStartsOf(context, result);
    }
    at = named ? named.span.end : at + 1;
  }
  return result;
}

/** Signs with which a short name, or a name of the workspace's own statutes, may begin, as far as no other name does. */
function otherStartsOf({ local, abbreviations }: CitationContext, { introduced }: Scanned): string {
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
function readTitle(text: string, at: number, context: CitationContext, result: Scanned): Named | undefined {
  // A less-than sign begins a title only before a Chinese character, else it is one.
  if (isSignAt(text, at, '<＜«') && text.charCodeAt(skipSpaces(text, at + 1)) < 0x2e80) return undefined;
  const end = closingOf(text, at, OPENING_TITLE, CLOSING_TITLE, LONGEST_TITLE);
  if (end === undefined) return undefined;
  const name = text.slice(at + 1, end - 1).trim();
  if (name === '') return undefined;
  return named(text, { start: at, end }, name, undefined, context, result);
}

/** “条例”: only a name that is known or introduced, for anything may stand in quotation marks. */
function readQuoted(text: string, at: number, context: CitationContext, result: Scanned): Named | undefined {
  const close = QUOTES.get(text.charAt(at));
  let end = at + 1;
  while (end < text.length && end - at < LONGEST_TITLE && text.charAt(end) !== close) {
    if (KINDS[text.charCodeAt(end)] === QUOTE) return undefined;
    end++;
  }
  if (end - at < 2 || text.charAt(end) !== close) return undefined;
  const name = text.slice(at + 1, end).trim();
  if (!abbreviationOf(name, context, result) && fold(name) !== '条例' && !nameOf(name, context)) return undefined;
  return named(text, { start: at, end: end + 1 }, name, undefined, context, result);
}

function readPlainName(text: string, at: number, context: CitationContext, result: Scanned): Named | undefined {
  const before = text.charAt(at - 1);
  const abbreviation = abbreviationAt(text, at, context, result);
  if (abbreviation !== undefined && mayPrecedeShortName(before) && precedesClause(text, abbreviation, context)) {
    return named(text, { start: at, end: abbreviation }, text.slice(at, abbreviation), undefined, context, result);
  }
  let known = NAMES.longestAt(text, at, LONGEST_TITLE, MOST_SPACES);
  const own = context.local?.nameAt(text, at);
  if (own && (!known || own.end > known.end)) known = own;
  if (known) {
    const isOfPlace = at > 0 && PLACES.includes(before) && known.value.folded.startsWith('政府信息');
    const isVerb = known.value.age === 'new' && '创更革翻'.includes(before) && before !== '';
    if (isVerb) return undefined;
    const span = { start: at, end: known.end };
    return named(
      text,
      span,
      text.slice(at, known.end),
      isOfPlace ? { folded: '', candidates: [] } : known.value,
      context,
      result,
    );
  }
  if (text.charAt(at) !== '条' || text.charAt(at + 1) !== '例' || !mayPrecedeShortName(before)) return undefined;
  if (!precedesClause(text, at + 2, context)) return undefined;
  return named(text, { start: at, end: at + 2 }, '条例', undefined, context, result);
}

/** Short names without brackets are common words: they count only right before a clause (or parentheses and a clause). */
function precedesClause(text: string, end: number, { local }: CitationContext): boolean {
  const clause = clauseStart(text, end) ?? clauseStart(text, readBehind(text, end, local).end);
  return clause !== undefined && readClauses(text, clause).length > 0;
}

function mayPrecedeShortName(before: string): boolean {
  return before === '' || BEFORE_SHORT_NAME.includes(before) || !/[\p{L}\p{N}]/u.test(before);
}

/** End of the introduced short name that begins at `at`, the longest where several do. */
function abbreviationAt(text: string, at: number, context: CitationContext, result: Scanned): number | undefined {
  let longest: number | undefined;
  const first = foldSign(text.charCodeAt(at));
  for (const names of [context.abbreviations, result.introduced]) {
    if (names.size === 0) continue;
    for (const folded of names.keys()) {
      const end = folded.charCodeAt(0) === first || first === NOTHING ? endOfName(text, at, folded) : undefined;
      if (end !== undefined && (longest === undefined || end > longest)) longest = end;
    }
  }
  return longest;
}

/** End of the folded name that begins at `at`, white space inside it left out; undefined where something else stands there. */
function endOfName(text: string, at: number, folded: string): number | undefined {
  let matched = 0;
  for (let next = at; next < text.length && next - at < 2 * LONGEST_SHORT_NAME; next++) {
    const sign = foldSign(text.charCodeAt(next));
    if (sign === NOTHING) continue;
    if (folded.charCodeAt(matched) !== sign) return undefined;
    if (++matched === folded.length) return next + 1;
  }
  return undefined;
}

function abbreviationOf(name: string, context: CitationContext, result: Scanned): Abbreviation | undefined {
  if (name.length > LONGEST_SHORT_NAME) return undefined;
  const folded = fold(name);
  return result.introduced.get(folded) ?? context.abbreviations.get(folded);
}

/** The mention of the name at `span`: what stands around it, and which statute it means. */
function named(
  text: string,
  span: Span,
  name: string,
  known: KnownName | undefined,
  context: CitationContext,
  result: Scanned,
): Named {
  const behind = readBehind(text, span.end, context.local);
  const abbreviation = known ? undefined : abbreviationOf(name, context, result);
  const found = known ?? (abbreviation ? undefined : nameOf(name, context));
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
    const folded = fold(behind.introduces);
    const statutes = candidates.length > 0 ? candidates : resolution ? [resolution.statute] : [];
    if (folded !== '' && !result.introduced.has(folded)) {
      result.introduced.set(folded, { name: behind.introduces, title: name, candidates: statutes, hint });
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
    how: resolution === undefined ? 'unknown' : abbreviation || fold(name) === '条例' ? 'abbreviation' : 'named',
    ...(behind.introduces === undefined ? {} : { introduces: behind.introduces }),
    ...(policy === undefined ? {} : { policy }),
  };
}

function nameOf(name: string, { local }: CitationContext): KnownName | undefined {
  const known = local?.named(name) ?? statutesNamed(name);
  if (known) return known;
  const folded = fold(name);
  return folded === '条例' ? { folded, candidates: REGULATION } : undefined;
}

interface Behind {
  readonly end: number;
  readonly year?: number;
  readonly numbered?: Statute;
  readonly policy?: PolicyDocument;
  readonly introduces?: string;
}

const INTRODUCTIONS = ['以下统称', '以下简称', '下称', '简称'];

/** Parentheses behind a name: （2007）, （国务院令第711号，以下简称《条例》）, up to three of them. */
function readBehind(text: string, from: number, local: LocalStatutes | undefined): Behind {
  let end = from;
  let year: number | undefined;
  let numbered: Statute | undefined;
  let policy: PolicyDocument | undefined;
  let introduces: string | undefined;
  for (let i = 0; i < 3; i++) {
    const at = skipSpaces(text, end);
    const close = closingOf(text, at, OPENING_ROUND, CLOSING_ROUND, LONGEST_PARENTHESIS);
    if (close === undefined) break;
    const inside = text.slice(at + 1, close - 1);
    const folded = fold(inside);
    const stated = /^((?:19|20)\d\d)(?:年.{0,8})?$/.exec(folded)?.[1];
    const number = statuteNumberedIn(inside) ?? local?.numberedIn(inside);
    const introduced = nameIntroducedIn(inside);
    // （一） and the like begin an item, they do not belong to the name.
    if (stated === undefined && number === undefined && introduced === undefined && folded.length < 6) break;
    year ??= stated === undefined ? undefined : Number(stated);
    numbered ??= number;
    policy ??= policyNumberedIn(inside);
    introduces ??= introduced;
    end = close;
  }
  return {
    end,
    ...(year === undefined ? {} : { year }),
    ...(numbered === undefined ? {} : { numbered }),
    ...(introduces === undefined ? {} : { introduces }),
    ...(policy === undefined ? {} : { policy }),
  };
}

/** Short name in `国务院令第711号，以下简称《条例》`; undefined where none is introduced. */
function nameIntroducedIn(inside: string): string | undefined {
  const word = INTRODUCTIONS.find(each => inside.includes(each));
  if (word === undefined) return undefined;
  const name = inside
    .slice(inside.indexOf(word) + word.length)
    .replace(/^[\s为：:]+/, '')
    .trim();
  const bare = name
    .replace(/^[《〈＜<«“‘「『"]/, '')
    .replace(/[》〉＞>»”’」』"][^》]*$/, '')
    .trim();
  return bare === '' || bare.length > LONGEST_SHORT_NAME ? undefined : bare;
}

/** End of the bracket that opens at `at`, nested ones counted; undefined where none opens or it does not close soon. */
function closingOf(text: string, at: number, opening: string, closing: string, longest: number): number | undefined {
  if (!isSignAt(text, at, opening)) return undefined;
  let depth = 0;
  const limit = Math.min(text.length, at + longest);
  for (let next = at; next < limit; next++) {
    if (isSignAt(text, next, opening)) {
      // More than three levels is no title but a run of stray signs.
      if (++depth > 3) return undefined;
    } else if (isSignAt(text, next, closing) && --depth === 0) return next + 1;
  }
  return undefined;
}

// ── clauses ──

/** Words between a name and its clause: 《条例》规定的第二十条. */
const FILLERS = ['中规定的', '规定的', '中的', '的', '中', '之'];
/** Last signs of names of laws, rules and documents: 章程第五条 is none of ours. */
const LAWLIKE = '法例定则程知见案同议度约令释策书纲表细';
/** Signs that may stand before and behind a bare 第N条; elsewhere 条 may be a measure word (第二条线路). */
const BEFORE_BARE = '据按照依循从至到和与及或在对由见即为是以中的';
const AFTER_BARE = '规的中明之要所等和与及或第以内列情关应至到';

/** Place of the 第 that follows a name at `end`; undefined where something else does. */
function clauseStart(text: string, end: number): number | undefined {
  const at = skipSpaces(text, end);
  const filler = FILLERS.find(each => text.startsWith(each, at));
  const start = filler === undefined ? at : skipSpaces(text, at + filler.length);
  return text.charAt(start) === '第' ? start : undefined;
}

function addCitations(
  text: string,
  at: number,
  clauses: readonly ClauseText[],
  last: Named | undefined,
  context: CitationContext,
  result: Scanned,
): void {
  const source = sourceOf(text, at, clauses, last, context);
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

interface CitationSource {
  readonly start: number;
  readonly resolution: Resolution | undefined;
  readonly how: CitationForm;
  readonly name?: string;
}

/** Which statute the clauses at `at` belong to; undefined where they are no citation. */
function sourceOf(
  text: string,
  at: number,
  clauses: readonly ClauseText[],
  last: Named | undefined,
  context: CitationContext,
): CitationSource | undefined {
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
