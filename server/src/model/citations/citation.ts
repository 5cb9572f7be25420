import type { ClauseReference, PolicyDocument, Statute } from '../../statutes/types.ts';
import { statuteById } from '../../statutes/index.ts';
import type { LocalStatutes } from '../../statutes/registry/localStatutes.ts';
import type { VersionHint, VersionReason } from '../../statutes/registry/statuteNames.ts';
import type { Span } from '../../text/span.ts';

/**
 * How a citation names its statute: by title or number (`named`), by a short name that the draft introduced or that
 * every report uses (`abbreviation`), by the citation before it (`chain`: 第十九条、第二十条), by the statute that its
 * sentence named before (`sentence`), not at all (`bare`: the captions of section two), or by a name that is not known
 * here (`unknown`).
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

/** Citations and named statutes of one text. */
export interface TextCitations {
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
}

/** Meaning of a short name in one draft. */
export interface Abbreviation {
  readonly name: string;
  /** Title that it was introduced for, as written. */
  readonly title: string;
  /** Empty where the title is not known here. */
  readonly candidates: readonly Statute[];
  /** Statements about the version where the name is introduced. */
  readonly hint: VersionHint;
}

/** Facts of a draft that decide which statute a citation means. */
export interface CitationContext {
  /** Null: not known; the version of the day of publication is taken, else the newest. */
  readonly reportYear: number | null;
  /** Short names that the draft introduces, by their folded text. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  /** Statutes of the workspace's own; found exactly as those known here. */
  readonly local?: LocalStatutes;
  /** Day of publication, an ISO date; decides the version where the report year is not known. */
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
