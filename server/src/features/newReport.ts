import { OGI_REPORT } from '../format/builtInKinds.ts';
import { FIRST_KIND } from '../format/kind.ts';
import type { EditionSet } from '../format/editionSet.ts';
import { writeSkeleton, writeTitle } from '../model/writing/write.ts';
import type { Language } from '../messages/message.ts';
import type { NewReport, NewReportParams, ReportKindEntry } from '../protocol/newReport.ts';

/** Longest name of a public body that is written. */
const LONGEST_NAME = 100;

/** The kinds of report that may be begun, the first one first. */
export function reportKinds({ kinds }: EditionSet, language: Language): readonly ReportKindEntry[] {
  return kinds.map(({ id, name, englishName }) => ({ id, name: language === 'en' ? englishName : name }));
}

/** A report of a kind, to be filled in, in the format of its year; null for a year without any, or without a name. */
export function newReport(params: NewReportParams, known: EditionSet): NewReport | null {
  const { publicBody, reportYear, kind } = params;
  const name = typeof publicBody === 'string' ? publicBody.replace(/\s+/g, '').slice(0, LONGEST_NAME) : '';
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
