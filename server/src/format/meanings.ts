/** Whose figures are: of the report's body, of a whole area, of an office, of bodies below it. */
export type Whose = 'own' | 'ownLevel' | 'area' | 'office' | 'subordinate';

/** Of which time: the report year, the one before or behind it, a part of it, several years, all years, none yet. */
export type When = 'this' | 'last' | 'next' | 'partial' | 'several' | 'cumulative' | 'allYears' | 'planned';

/** What kind of number it is. */
export type Statistic =
  'up' | 'down' | 'change' | 'flat' | 'compared' | 'from' | 'to' | 'average' | 'per' | 'share' | 'rate';

/** How a word joins figures. */
export type Role =
  | 'among'
  | 'opener'
  | 'allOpener'
  | 'mainly'
  | 'etc'
  | 'total'
  | 'all'
  | 'rest'
  | 'another'
  | 'of'
  | 'subset'
  | 'not'
  | 'view'
  | 'by';

/** What a word says of a figure; nothing of it for a word without meaning. */
export interface Meaning {
  readonly matter?: string;
  readonly step?: string;
  /** `dimension=value`: one of the values into which a dimension divides a matter. */
  readonly part?: string;
  readonly whose?: Whose;
  readonly when?: When;
  readonly stat?: Statistic;
  readonly role?: Role;
}

/** Words that mean the same, parted by spaces. */
export interface WordEntry extends Meaning {
  readonly words: string;
}
