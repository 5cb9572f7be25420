import { OGI_REPORT } from '../../format/builtInKinds.ts';
import type { EditionSet } from '../../format/editionSet.ts';
import { FIRST_KIND } from '../../format/kind.ts';
import { writeSkeleton, writeTitle } from './write.ts';

/** Longest name of a public body that is written. */
const LONGEST_NAME = 100;

/** Whose report is begun, and for which year. */
export interface Beginning {
  readonly publicBody: string;
  readonly reportYear: number;
  /** Id of its kind; the first where it is left out or there is none. */
  readonly kind?: string | undefined;
}

/** A report of a kind, to be filled in, in the format of its year; null for a year without any, or without a name. */
export function beginReport(
  { publicBody, reportYear, kind }: Beginning,
  known: EditionSet,
): { readonly title: string; readonly text: string } | null {
  const name = publicBody.replace(/\s+/g, '').slice(0, LONGEST_NAME);
  const editions = known.ofKind(known.kindById(kind ?? FIRST_KIND) ?? OGI_REPORT);
  const edition = editions.forYear(reportYear);
  if (!edition || name === '') return null;
  return {
    title: writeTitle(name, reportYear, edition.kind),
    text: writeSkeleton(edition, {
      style: 'markdown',
      layout: 'pipe',
      alignment: 'withFigures',
      publicBody: name,
      reportYear,
    }),
  };
}
