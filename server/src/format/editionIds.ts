// The editions that are built in. It imports nothing: the client bundles it. A new edition begins with its id here; a
// test then asks for its data (data/edition-….json) and its wording.

/** Ids of the built-in editions, oldest first. */
export const EDITION_IDS = ['2007', '2019', '2021'] as const;

export type BuiltInId = (typeof EDITION_IDS)[number];

/** The edition of the reports up to 2018, after which the format changed altogether. */
export const [FIRST_EDITION] = EDITION_IDS;
