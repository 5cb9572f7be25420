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
  | 'overlap'
  | 'etc'
  | 'total'
  | 'all'
  | 'rest'
  | 'another'
  | 'of'
  | 'subset'
  | 'not'
  | 'view'
  | 'division'
  | 'by';

/**
 * What a word says of a figure. Each facet is there, be it undefined: the facets of every word of a text are asked for,
 * and those of objects of one form are found fastest.
 */
export interface Meaning {
  readonly matter: string | undefined;
  readonly step: string | undefined;
  /** `dimension=value`: one of the values into which a dimension divides a matter. */
  readonly part: string | undefined;
  readonly whose: Whose | undefined;
  readonly when: When | undefined;
  readonly stat: Statistic | undefined;
  readonly role: Role | undefined;
}

/** Facets that words have. */
export type Facets = { readonly [F in keyof Meaning]?: NonNullable<Meaning[F]> };

/** Words that mean the same, parted by spaces. */
export interface WordEntry extends Facets {
  readonly words: string;
}

/** The meaning that consists of some facets. */
export function meaningOf({ matter, step, part, whose, when, stat, role }: Facets): Meaning {
  return { matter, step, part, whose, when, stat, role };
}
