import { edition2007 } from './data/edition-2007.ts';
import { edition2019 } from './data/edition-2019.ts';
import { edition2021 } from './data/edition-2021.ts';
import { EDITION_IDS } from './editionIds.ts';
import type { Edition, EditionId, TableSpec } from './types.ts';

const BY_ID: Readonly<Record<EditionId, Edition>> = { '2007': edition2007, '2019': edition2019, '2021': edition2021 };

/** All editions, oldest first. */
export const EDITIONS: readonly Edition[] = EDITION_IDS.map(id => BY_ID[id]);

/** Edition for a report year; undefined before 2008, the first year with reports. */
export function editionForYear(year: number): Edition | undefined {
  return EDITIONS.find(({ years }) => years.from <= year && (years.to === null || year <= years.to));
}

/** Edition by its id (`2021`); undefined for any other text. */
export function editionById(id: EditionId): Edition;
export function editionById(id: string): Edition | undefined;
export function editionById(id: string): Edition | undefined {
  return EDITIONS.find(edition => edition.id === id);
}

/**
 * The year nearest to `year` for which an edition holds; its last, or first if it still holds, where no year is given.
 */
export function yearWithin({ years: { from, to } }: Edition, year: number | null): number {
  return Math.min(Math.max(year ?? to ?? from, from), to ?? Infinity);
}

/** Table of an edition by its id (`t3.requests`); undefined where the edition has none. */
export function tableById(edition: Edition, id: string): TableSpec | undefined {
  return edition.tables.find(table => table.id === id);
}

/** Every fixed text printed in a table: captions, group headers, labels, units and headings without figures. */
export function printedTexts(table: TableSpec): ReadonlySet<string> {
  const texts = table.layout.flat().flatMap(cell => (cell.kind === 'text' && cell.text !== '' ? [cell.text] : []));
  return new Set(texts);
}
