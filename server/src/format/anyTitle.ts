// Titles of annual reports of any kind. It imports names, titles and kinds alone: the client bundles it.
import { BUILT_IN_KINDS } from './builtInKinds.ts';
import { FIRST_KIND, type ReportKind } from './kind.ts';
import { findKindTitle, readKindAnnouncement, readKindTitle, TOLD } from './kindTitle.ts';
import { patternSource } from './titlePattern.ts';
import { LONGEST_TEXT, readMentions } from './reportMentions.ts';
import { TITLE_LINE, titleLineOf } from './reportNames.ts';
import { findReportTitle, readReportTitle, TITLE_LINES, type ReportTitle, type TitleLines } from './reportTitle.ts';

/** The title of a kind in lines that are not blank. */
export function findTitleOf(kind: ReportKind, lines: readonly string[]): TitleLines | undefined {
  return kind.id === FIRST_KIND ? findReportTitle(lines) : findKindTitle(lines, kind);
}

/**
 * The kind whose title counts: the first, unless another one's is dated and stands above it, or is dated alone. Pages
 * have links to reports of other kinds beside the title. `titleOf`: the title of a kind, where there is one.
 */
export function kindByTitle(
  kinds: readonly ReportKind[],
  titleOf: (kind: ReportKind) => TitleLines | undefined,
): { readonly kind: ReportKind; readonly found: TitleLines } | undefined {
  let best: { readonly kind: ReportKind; readonly found: TitleLines } | undefined;
  for (const kind of kinds) {
    const found = titleOf(kind);
    if (found && (!best || isRather(found, best.found))) best = { kind, found };
  }
  return best;
}

function isRather(found: TitleLines, other: TitleLines): boolean {
  const isDated = found.title.year !== undefined;
  return isDated && (other.title.year === undefined || found.first < other.first);
}

/** The title in lines that are not blank, whatever kind of report it is of. */
export function findAnyTitle(
  lines: readonly string[],
  kinds: readonly ReportKind[] = BUILT_IN_KINDS,
): TitleLines | undefined {
  return kindByTitle(kinds, kind => findTitleOf(kind, lines))?.found;
}

/** The title in a line, whatever kind of report it is of. */
export function readAnyTitle(line: string, kinds: readonly ReportKind[] = BUILT_IN_KINDS): ReportTitle | undefined {
  const own = readReportTitle(line);
  if (own) return own;
  for (const kind of otherThanFirst(kinds)) {
    const found = readKindTitle(line, kind);
    if (found.is === 'title') return found.title;
  }
  return undefined;
}

function otherThanFirst(kinds: readonly ReportKind[]): readonly ReportKind[] {
  return kinds.filter(({ id }) => id !== FIRST_KIND);
}

/** A line that holds the title of a built-in kind, for the language's `firstLine`. Has no capturing groups. */
export const FIRST_LINE = [
  TITLE_LINE,
  ...otherThanFirst(BUILT_IN_KINDS).map(({ titles, notTitles }) =>
    titleLineOf(titles.map(patternSource), [...notTitles, TOLD.source]),
  ),
].join('|');

/** UTF-16 units in which {@link beginsAsReport} looks for a title, and the longest tag that it leaves out. */
const BEGINNING = 3000;
const TAG = /<[^>]{0,200}>/g;

/** Whether the beginning of a file, a text or a web page, carries the title of an annual report, or announces one. */
export function beginsAsReport(text: string, kinds: readonly ReportKind[] = BUILT_IN_KINDS): boolean {
  const lines = text.slice(0, BEGINNING).split(/\r\n?|\n/);
  return carriesReportTitle(line => lines[line]?.replace(TAG, '').replace(/&nbsp;|&#160;/g, ' '), kinds);
}

/**
 * Whether the first lines of a document carry the title of an annual report of any kind, or announce one.
 *
 * `lineAt` gives a line by number or undefined after the last; blank lines are not counted.
 */
export function carriesReportTitle(
  lineAt: (line: number) => string | undefined,
  kinds: readonly ReportKind[] = BUILT_IN_KINDS,
): boolean {
  const lines: string[] = [];
  for (let line = 0; lines.length < TITLE_LINES; line++) {
    const text = lineAt(line);
    if (text === undefined) break;
    if (!/^[\s#*_>]*$/.test(text.slice(0, LONGEST_TEXT))) lines.push(text.slice(0, LONGEST_TEXT));
  }
  if (findAnyTitle(lines, kinds)) return true;
  if (lines.some(line => readMentions(line).some(each => each.isAnnounced))) return true;
  return otherThanFirst(kinds).some(
    kind =>
      !lines.some(line => readKindTitle(line, kind).is === 'other') &&
      lines.some(line => readKindAnnouncement(line, kind)),
  );
}
