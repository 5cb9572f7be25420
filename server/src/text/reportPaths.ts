/** Endings of files that hold one report: as it came, and as it was imported beside that. */
const ENDINGS = /\.(?:docx?|wps|xlsx?|et|pdf|md|txt|html?)$/i;

/** A path without the ending of a report's file. */
export function withoutEnding(path: string): string {
  return path.replace(ENDINGS, '');
}

/** Whether two paths are of one report, but for their endings: what is said of a Word file holds for its draft. */
export function isOneReport(a: string, b: string): boolean {
  return a === b || withoutEnding(a) === withoutEnding(b);
}
