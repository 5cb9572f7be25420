import type { EditionSet } from '../format/editionSet.ts';
import { writeSkeleton, writeTitle } from '../model/writing/write.ts';
import type { NewReport, NewReportParams } from '../protocol/protocol.ts';

/** Longest name of a public body that is written. */
const LONGEST_NAME = 100;

/** A report to be filled in, in the format of its year; null for a year without reports, or without a name. */
export function newReport({ publicBody, reportYear }: NewReportParams, editions: EditionSet): NewReport | null {
  const name = typeof publicBody === 'string' ? publicBody.replace(/\s+/g, '').slice(0, LONGEST_NAME) : '';
  const edition = editions.forYear(reportYear);
  if (!edition || name === '') return null;
  return {
    title: writeTitle(name, reportYear),
    text: writeSkeleton(edition, {
      style: 'markdown',
      layout: 'pipe',
      alignment: 'withFigures',
      publicBody: name,
      reportYear,
    }),
  };
}
