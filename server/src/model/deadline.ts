import type { Deadline } from '../format/types.ts';
import { kindOfBody } from './publicBody.ts';
import type { Report } from './report.ts';

type Dated = Pick<Report, 'edition' | 'reportYear' | 'publicBody'>;

/** What is due for the report year of a draft, to whoever it is made public or sent. */
export function deadlinesOf({ edition, reportYear }: Dated): readonly Deadline[] {
  const year = reportYear?.value ?? 0;
  return (edition?.deadlines ?? []).filter(
    ({ years }) => !years || (years.from <= year && year <= (years.to ?? Infinity)),
  );
}

/**
 * The day of publication that surely holds for the body: the latest one where its kind is not known, none for 乡镇 and
 * 街道.
 */
export function deadlineOf(report: Dated): Deadline | undefined {
  const deadlines = deadlinesOf(report).filter(({ action }) => action !== 'report');
  const everybody = deadlines.find(({ who }) => who === 'everybody');
  if (everybody) return everybody;
  if (!report.publicBody) return undefined;
  const kind = kindOfBody(report.publicBody.value);
  if (kind === 'township') return undefined;
  const isDepartment = kind === 'localDepartment' || kind === 'nationalOffice';
  return deadlines.find(({ who }) => who === (isDepartment ? 'department' : 'government'));
}
