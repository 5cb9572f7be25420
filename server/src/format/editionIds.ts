// The editions that exist; all else that lists them follows from this. It imports nothing: the client bundles it. A new
// edition begins with its id here; the compiler then asks for its data (format/index.ts), a test for its wording.

/** Ids of the editions, oldest first. */
export const EDITION_IDS = ['2007', '2019', '2021'] as const;

/** The edition of the reports up to 2018, after which the format changed altogether. */
export const [FIRST_EDITION] = EDITION_IDS;
