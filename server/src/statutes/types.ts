/** How far a fact was compared with its source; what is not `verified` is shown as such and carries no error. */
export type Verification = 'verified' | 'partly' | 'unverified';

/** Facts of a statute that may be recorded without having been seen in a source. */
export type UnverifiedFact = 'documentNumber' | 'promulgated' | 'effective' | 'repeal';

/** One version of a law, regulation, interpretation, standard or notice that annual reports cite. */
export interface Statute {
  /** Short name of the version and the name of its file: `ogi-2019`. */
  readonly id: string;
  /** Full official title without 《》. */
  readonly title: string;
  /** Pinyin initials by which completion finds it, of several names with spaces between. */
  readonly initials?: string;
  /** Which version of the title this is: 2019年修订. Left out where there is only one. */
  readonly version?: string;
  /** Other names that mean this statute and nothing else, without 《》. */
  readonly aliases: readonly string[];
  /** Names that mean it only where the draft introduces them: 《办法》. */
  readonly shortNames: readonly string[];
  /** As printed in the source: 国办公开办函〔2021〕30号. Left out where it is not known or there is none. */
  readonly documentNumber?: string;
  /** Other numbers under which the statute is wrongly cited. */
  readonly miscitedNumbers?: readonly string[];
  readonly issuedBy?: string;
  /** Days on which the law was passed, promulgated and changed, ISO dates; only the year where the day is not known. */
  readonly adopted?: string;
  readonly promulgated?: string;
  /** Changes up to and including this version, in order. */
  readonly amended?: readonly string[];
  /** Day from which this version applies. */
  readonly effective?: string;
  /** Day from which the law's first version applied. */
  readonly firstEffective?: string;
  /** Version that replaced this one, and since when (left out where it follows from the report year). */
  readonly superseded?: { readonly by: string; readonly from?: string };
  /** Day from which it no longer applies although no version of it follows. */
  readonly repealed?: string;
  /** Address of the official publication, https; left out where none was seen. */
  readonly publication?: string;
  /** First report year to which it applies; for formats of the annual report. */
  readonly firstReportYear?: number;
  /** Ids and clauses that it rests on: `ogi-2019 第四十二条`. */
  readonly basis?: readonly string[];
  /** Number of its articles. */
  readonly articleCount?: number;
  /** The articles explained here, in order; all of them for the two versions of the regulation. */
  readonly articles: readonly Article[];
  /** Further remarks for authors of annual reports. */
  readonly notes: readonly string[];
  readonly verification: Verification;
  /** Sources with which the facts were compared. */
  readonly checked: string;
  /** Facts given here although no source was seen, or missing for that reason. */
  readonly unverified?: readonly UnverifiedFact[];
}

/** An article, told in our own words. */
export interface Article {
  readonly no: number;
  /** Left out where it is not known. */
  readonly chapter?: string;
  readonly section?: string;
  /** Topic in a few words; the law has no titles. */
  readonly title?: string;
  /** Number of paragraphs (款), the items listed in them not counted; left out where it is not known. */
  readonly paragraphs?: number;
  readonly items: readonly ItemList[];
  readonly explanation: string;
  readonly keywords: readonly string[];
  /** Periods, dates and numbers to remember: 20个工作日. */
  readonly keyFigures: readonly string[];
  /** Articles of the version before it on the same matter; empty where there is none. */
  readonly predecessors?: readonly number[];
  /** Articles of the version after it on the same matter. */
  readonly successors?: readonly number[];
  /** `verified` when left out. */
  readonly verification?: Verification;
  /** Sources of the article, where they differ from the statute's. */
  readonly checked?: string;
}

/** The items （一）（二）… of one paragraph. */
export interface ItemList {
  /** Paragraph that lists them; left out where it is not known. */
  readonly paragraph?: number;
  readonly count: number;
  /** Subject of each item, in order, where recorded. */
  readonly topics?: readonly ItemTopic[];
}

export interface ItemTopic {
  readonly topic: string;
  /** Editions of the annual report's format that ask for figures on it. */
  readonly reportTable?: string;
}

/** Part of a statute as cited: 第二十条第（一）项 is `{ article: 20, item: 1 }`. */
export interface ClauseReference {
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** A document on policy, not a statute: reports cite its number. */
export interface PolicyDocument {
  readonly number: string;
  readonly title: string;
  readonly verification: Verification;
  readonly checked: string;
  /** Further remarks; left out for none. */
  readonly notes?: readonly string[];
}

/** What a workspace adds of its own to the statutes and documents known here. */
export interface LocalDocuments {
  readonly statutes: readonly Statute[];
  readonly policies: readonly PolicyDocument[];
}
