import { OGI_REPORT } from './builtInKinds.ts';
import { BUILT_IN } from './editionSet.ts';
import type { BuiltInId } from './editionIds.ts';
import type { Edition, TableSpec } from './types.ts';

/** The built-in editions of 政府信息公开工作年度报告, oldest first. */
export const EDITIONS: readonly Edition[] = BUILT_IN.ofKind(OGI_REPORT).editions;

/** The one of them for a report year; undefined before 2008, the first year with reports. */
export function editionForYear(year: number): Edition | undefined {
  return BUILT_IN.forYear(year);
}

/** Built-in edition of any kind by its id (`2021`); undefined for any other text. */
export function editionById(id: BuiltInId): Edition;
export function editionById(id: string): Edition | undefined;
export function editionById(id: string): Edition | undefined {
  return BUILT_IN.byId(id);
}

/**
 * The year nearest to `year` for which an edition holds; its last, or first if it still holds, where no year is given.
 */
export function yearWithin({ years: { from, to } }: Edition, year: number | null): number {
  return Math.min(Math.max(year ?? to ?? from, from), to ?? Infinity);
}

/** Table of an edition by its id (`t3.requests`); undefined where the edition has none. */
export function tableById(edition: Edition | undefined, id: string): TableSpec | undefined {
  return edition?.tables.find(table => table.id === id);
}

/** Every fixed text printed in a table: captions, group headers, labels, units and headings without figures. */
export function printedTexts(table: TableSpec): ReadonlySet<string> {
  const texts = table.layout.flat().flatMap(cell => (cell.kind === 'text' && cell.text !== '' ? [cell.text] : []));
  return new Set(texts);
}
