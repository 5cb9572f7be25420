import type { Snapshot } from '../analysis/snapshot.ts';
import type { EditionSet } from '../format/editionSet.ts';
import { beginReport } from '../model/writing/beginReport.ts';
import type { Language } from '../messages/message.ts';
import type { EditionChoices, NewReport, NewReportParams, ReportKindEntry } from '../protocol/newReport.ts';
import { whyUnchecked } from './whyUnchecked.ts';

/** The kinds of report that may be begun, the first one first, and the years for which they have formats. */
export function reportKinds(known: EditionSet, language: Language): readonly ReportKindEntry[] {
  return known.kinds.map(kind => {
    const years = known.ofKind(kind).editions.map(edition => edition.years);
    const lasts = years.map(({ to }) => to ?? Infinity);
    return {
      id: kind.id,
      name: language === 'en' ? kind.englishName : kind.name,
      firstYear: Math.min(...years.map(({ from }) => from)),
      ...(lasts.includes(Infinity) ? {} : { lastYear: Math.max(...lasts) }),
    };
  });
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

/** A report of a kind, to be filled in; null where what is asked for is none. */
export function newReport({ publicBody, reportYear, kind }: NewReportParams, known: EditionSet): NewReport | null {
  return typeof publicBody === 'string' ? beginReport({ publicBody, reportYear, kind }, known) : null;
}
