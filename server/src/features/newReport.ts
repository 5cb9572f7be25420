import type { Snapshot } from '../analysis/snapshot.ts';
import { OGI_REPORT } from '../format/builtInKinds.ts';
import { FIRST_KIND } from '../format/kind.ts';
import type { EditionSet } from '../format/editionSet.ts';
import { writeSkeleton, writeTitle } from '../model/writing/write.ts';
import type { Language } from '../messages/message.ts';
import type { EditionChoices, NewReport, NewReportParams, ReportKindEntry } from '../protocol/newReport.ts';
import { whyUnchecked } from './whyUnchecked.ts';

/** Longest name of a public body that is written. */
const LONGEST_NAME = 100;

/** The kinds of report that may be begun, the first one first. */
export function reportKinds({ kinds }: EditionSet, language: Language): readonly ReportKindEntry[] {
  return kinds.map(({ id, name, englishName }) => ({ id, name: language === 'en' ? englishName : name }));
}

/** The formats that a draft may be checked against, and why it is not checked against any. */
export function editionChoices({ report }: Pick<Snapshot, 'report'>, language: Language): EditionChoices {
  const known = report.editions.whole;
  const why = whyUnchecked(report, language);
  return {
    editions: known.kinds
      .flatMap(kind => [...known.ofKind(kind).editions].reverse())
      .map(({ id, name, englishName }) => ({ id, name: language === 'en' ? englishName : name })),
    ...(why === undefined ? {} : { whyUnchecked: why }),
  };
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
