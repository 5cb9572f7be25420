const NOTE = '上年报告：';
const NAMED = new RegExp(`^<!-- ${NOTE}([^\\r\\n/\\\\]{1,200}?) -->`, 'm');
const LONGEST_BEGINNING = 2000;

/** The words of the comment by which a draft names the file of last year's report. */
export function lastYearNote(name: string): string {
  return NOTE + name;
}

/** The file of last year's report that a draft names at its beginning, without a folder; undefined for none. */
export function lastYearNamedIn(draft: string): string | undefined {
  return NAMED.exec(draft.slice(0, LONGEST_BEGINNING))?.[1];
}
