import type { Edition } from '../../format/types.ts';
import type { Role, Whose } from '../../format/meanings.ts';
import type { WrittenNumber } from './writtenNumbers.ts';

/** What kind of number a figure is. */
export type FigureKind =
  | 'count'
  | 'announced'
  | 'difference'
  | 'average'
  | 'per'
  | 'share'
  | 'rate'
  | 'change'
  | 'percent'
  | 'points'
  | 'times';

/** Of which time a figure is. `this`: the report year. `year`: another named one. `unclear`: the words do not tell. */
export type FigureTime =
  'this' | 'last' | 'next' | 'year' | 'partial' | 'several' | 'cumulative' | 'allYears' | 'planned' | 'unclear';

/** Where a figure's matter was read: in its label, behind it, in the clauses before, or in what was spoken of. */
export type MatterSource = 'label' | 'noun' | 'clause' | 'topic' | 'heading';

/** A figure of a chain of paragraphs and what the words around it say. Places count from the start of the chain. */
export interface StatedFigure {
  readonly index: number;
  readonly number: WrittenNumber;
  readonly start: number;
  readonly end: number;
  /** Its token, the first one of its label, and the one behind its noun. */
  readonly token: number;
  readonly labelFrom: number;
  readonly nounTo: number;
  /** Brackets around it, and the token that opens the innermost; -1 for none. */
  readonly depth: number;
  readonly bracket: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly kind: FigureKind;
  readonly matter: string | undefined;
  readonly matterSource: MatterSource | undefined;
  /** Steps and parts named in the label or the noun, the last one last. */
  readonly steps: readonly string[];
  readonly parts: readonly string[];
  /** Parts named in the clauses before it. */
  readonly limits: readonly string[];
  /** Steps named in the clause before that says among what it is counted: 新收申请中， */
  readonly among: readonly string[];
  readonly whose: Whose | 'other' | undefined;
  readonly when: FigureTime | undefined;
  /** A year that its own label names. */
  readonly year: number | undefined;
  readonly direction: 'up' | 'down' | undefined;
  readonly roles: ReadonlySet<Role>;
  /** Statistics that its label names. */
  readonly stats: ReadonlySet<string>;
  /** Characters of label and noun that no word covers. */
  readonly unknown: number;
}

/** What a reading depends on besides the words. */
export interface ReadingFacts {
  readonly year: number | undefined;
  readonly body: string | undefined;
  /** The edition of the draft, whose words are its own. */
  readonly edition?: Edition | null;
}
