import type { BlockCitations } from '../../model/citations/paragraphCitations.ts';
import type { Content } from '../../model/contents.ts';
import type { MergeConflict } from '../../model/mergeConflicts.ts';
import type { Chain } from '../../model/statements/chains.ts';
import type { StatedQuantity } from '../../model/statements/statedQuantity.ts';
import type { Disagreement } from '../../model/statements/relations/disagreement.ts';
import type { Passage } from '../../model/prose/passages.ts';
import type { StatedDay } from '../../model/publication.ts';
import type { Report, Section, TableContent } from '../../model/report.ts';
import type { WriteOptions } from '../../model/writing/write.ts';
import type { Block, Placed } from '../../syntax/block.ts';
import type { ParagraphReader, TextBlock, TextFact } from '../../syntax/paragraphFacts.ts';
import type { WrittenSigns } from '../../syntax/writtenSigns.ts';
import type { Span } from '../../text/span.ts';
import type { ReportFacts } from './reportFacts.ts';

// What checks of each scope look at. Whatever of the draft stands in none of these, a check of that scope cannot depend
// on.

/** A paragraph or heading. Places count from the start of its block. */
export interface ParagraphContext {
  readonly block: TextBlock;
  readonly text: string;
  /** Place of the characters `start`–`end` of the text. */
  place(start: number, end: number): Span;
  readonly facts: ReportFacts;
}

/** Any block. Places count from its start. */
export interface BlockContext {
  readonly block: Block;
  /** The draft's text at a place of the block. */
  slice(span: Span): string;
}

/**
 * `judged`: of the report's edition, so that its equations hold for it. `repeated`: the same, but it states another
 * table again, and it is not known which of them counts. `otherEdition`: made for reports of other years.
 */
export type TableStanding = 'judged' | 'repeated' | 'otherEdition';

/** An official table. Places count from the start of its first block. */
export interface TableContext {
  readonly table: TableContent;
  readonly standing: TableStanding;
  /** The draft's text from the start of the first block to the end of the last. */
  readonly text: string;
  /** The text at a place of the table. */
  slice(span: Span): string;
  readonly facts: ReportFacts;
}

/** A first-level section with its heading. Places count from the start of the heading's block. */
export interface SectionContext {
  readonly section: Omit<Section, 'items'>;
  /** The draft's text at a place of the section. */
  slice(span: Span): string;
  readonly facts: ReportFacts;
}

/** Readers of a check by the names under which it asks for what they found. */
export type Readers = { readonly [name: string]: ParagraphReader<unknown> };

/** What readers found, in the order of the draft. */
export type FactsOf<R extends Readers> = {
  readonly [K in keyof R]: readonly TextFact<R[K] extends ParagraphReader<infer T> ? T : never>[];
};

/** A report without its blocks: what they say is prepared in {@link ReportContext}. */
export type ReportOutline = Omit<Report, 'blocks'>;

/** Such signs of a block that starts at `at`. */
export interface PlacedSigns {
  readonly at: number;
  readonly kind: Block['kind'];
  readonly signs: WrittenSigns;
}

/** The whole report. Places count from the start of the draft. */
export interface ReportContext {
  readonly report: ReportOutline;
  readonly facts: ReportFacts;
  /** What the report gives of that which its edition asks for by content; empty where sections are known by title. */
  readonly contents: readonly Content[];
  /** All running text. */
  readonly passages: readonly Passage[];
  readonly paragraphs: readonly Placed<TextBlock>[];
  /** What the running text says, in chains of paragraphs. */
  readonly chains: readonly Chain[];
  /** Quantities of the tables that its figures state. */
  readonly stated: readonly (StatedQuantity & { readonly chain: Chain })[];
  /** Figures of the text that do not fit each other or the tables: one for each wrong figure. */
  readonly disagreements: readonly Disagreement[];
  /** What paragraphs cite, of all or of those of a section. */
  citations(section?: Section): Iterable<BlockCitations>;
  /** The day of signature, and the day that the page above the text gives. */
  readonly dates: { readonly signature: StatedDay | undefined; readonly page: StatedDay | undefined };
  /** How the draft writes headings and tables; null for a saved web page. */
  readonly style: WriteOptions | null;
  /** Up to `most` blocks that follow one. */
  following(block: Placed, most: number): readonly Placed[];
  /** Blocks with signs that are read as others than they are. */
  readonly written: readonly PlacedSigns[];
  /** Merge conflicts that were left in the draft. */
  readonly mergeConflicts: readonly MergeConflict[];
  /** Their markers that belong to no whole one. */
  readonly strayMergeMarkers: readonly Span[];
  /** The first blocks of the draft, and the last. */
  beginning(most: number): readonly Placed[];
  ending(most: number): readonly Placed[];
}
