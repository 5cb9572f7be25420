import type { Diagnostic, Location, Range } from 'vscode-languageserver-types';
import type { ReportedAcross } from '../../analysis/across/reported.ts';
import { messageInLines, messageOf } from '../../messages/text.ts';
import type { PlaceInFile, Summary } from '../../model/summary/summary.ts';
import { diagnosticAt, type DiagnosticOptions } from '../diagnostics.ts';

/** Where a place of a report is now; undefined where it was edited since. */
export type LocatePlace = (report: Summary, place: PlaceInFile) => Location | undefined;

/** A finding across reports as a diagnostic of the report in which it stands; undefined where its place was edited. */
export function acrossDiagnostic(
  found: ReportedAcross,
  locate: LocatePlace,
  options: DiagnosticOptions,
): Diagnostic | undefined {
  const place = locate(found.report, found.place);
  if (!place) return undefined;
  const result = diagnosticAt(found, place.range, acrossWording(found, options), options, new Map());
  if (options.clientCapabilities.relatedInformation)
    result.relatedInformation = relatedInformation(found.related, locate, options);
  return result;
}

/** Related places as a client shows them; those that were edited since are left out. */
export function relatedInformation(
  related: ReportedAcross['related'],
  locate: LocatePlace,
  { language }: Pick<DiagnosticOptions, 'language'>,
): NonNullable<Diagnostic['relatedInformation']> {
  return related.flatMap(({ report, place, ...worded }) => {
    const location = locate(report, place);
    return location ? [{ location, message: messageOf(language, worded) }] : [];
  });
}

/** What a finding says, and how sure it is: in lines for people who know no rule ids. */
export function acrossWording(
  { worded, notes }: Pick<ReportedAcross, 'worded' | 'notes'>,
  { language, titledCodes }: Pick<DiagnosticOptions, 'language' | 'titledCodes'>,
): string {
  const parts = [worded, ...notes];
  if (titledCodes) return parts.map(each => messageInLines(language, each)).join('\n');
  return parts.map(each => messageOf(language, each)).join(language === 'en' ? ' ' : '');
}

/** LSP range of a place with lines and columns from 1. */
export function rangeOfPlace([line, column, endLine, endColumn]: PlaceInFile): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } };
}
