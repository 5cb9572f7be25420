import { statutesNamed } from '../../statutes/registry/statuteNames.ts';
import type { LocalStatutes } from '../../statutes/registry/localStatutes.ts';
import type { Statute } from '../../statutes/types.ts';
import { isSignAt, WHITE_SPACE } from '../../text/charTable.ts';
import { fold } from '../../text/fold.ts';
import { chineseToNumber, halfWidthDigits } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { fileNameOf } from '../../text/address.ts';
import { LIMITS } from '../../text/limits.ts';
import type { FileProblem, WorkspaceFile } from './workspaceFile.ts';
import { shortened } from '../../text/shortened.ts';

/** Official wording of a statute, as a file of the workspace has it. */
export interface OfficialText {
  readonly uri: string;
  /** Name of the file. */
  readonly file: string;
  readonly articles: ReadonlyMap<number, OfficialArticle>;
}

export interface OfficialArticle {
  /** The paragraphs and items, each on a line of its own, without 第N条. */
  readonly lines: readonly OfficialLine[];
  /** Place of 第N条 in the file. */
  readonly span: Span;
}

export interface OfficialLine {
  readonly text: string;
  /** Paragraph (款) that it is or belongs to, from 1. */
  readonly paragraph: number;
  /** Number of the item that it begins. */
  readonly item?: number;
}

/** Official texts by the id of their statute. */
export type OfficialTexts = ReadonlyMap<string, OfficialText>;

export const NO_TEXTS: OfficialTexts = new Map();

/** Bounds of what is read of one file. */
const BOUNDS = { lineLength: 4000, linesOfArticle: 200, preamble: 20 } as const;

/**
 * Reads official texts in Markdown: one file for each law, its title in the first heading or line or else in the file's
 * name, articles as paragraphs that begin with 第N条. Never throws. A file whose law or version cannot be told, without
 * articles, or with one twice has a problem; where two files hold the same version the first counts.
 */
export function readOfficialTexts(
  files: readonly WorkspaceFile[],
  local: LocalStatutes | undefined,
): {
  readonly texts: OfficialTexts;
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
} {
  const texts = new Map<string, OfficialText>();
  const problems = new Map<string, readonly FileProblem[]>();
  for (const file of files) {
    const found: FileProblem[] = [];
    problems.set(file.uri, found);
    if (file.text === null || file.text.length > LIMITS.officialTextLength) {
      found.push({
        span: { start: 0, end: 0 },
        severity: 'error',
        message: file.text === null ? 'statuteFile.unreadable' : 'statuteFile.tooLarge',
        args: {},
      });
      continue;
    }
    const { title, articles } = readArticles(file.text, found);
    if (articles.size === 0) {
      found.push({ span: title.span, severity: 'error', message: 'statuteText.noArticle', args: {} });
      continue;
    }
    const statute = statuteOfFile(title, fileNameOf(file.uri), articles.size, local);
    if (typeof statute === 'string') {
      found.push({
        span: title.span,
        severity: 'error',
        message: statute,
        args: { title: shortened(title.text, 120) },
      });
      continue;
    }
    const other = texts.get(statute.id);
    if (other)
      found.push({
        span: title.span,
        severity: 'warning',
        message: 'statuteText.fileTwice',
        args: { file: other.file },
      });
    else texts.set(statute.id, { uri: file.uri, file: fileNameOf(file.uri), articles });
  }
  return { texts, problems };
}

interface Title {
  readonly text: string;
  readonly span: Span;
  /** What stands before the first article. */
  readonly preamble: string;
}

const ARTICLE = /^第([零〇○一二三四五六七八九十百千两\d]{1,8})条/;
const DIVISION = /^第[零〇○一二三四五六七八九十百千两\d]{1,8}[编章节]/;
const ITEM = /^[（(]([零〇○一二三四五六七八九十百\d]{1,4})[）)]/;
/** 第N条 goes on as a sentence: it cites an article and begins none. */
const CITES = /^(?:第|[的和与及至到、，,。；]|规定)/;

function readArticles(
  text: string,
  problems: FileProblem[],
): { readonly title: Title; readonly articles: Map<number, OfficialArticle> } {
  const articles = new Map<number, { lines: OfficialLine[]; span: Span }>();
  let current: { lines: OfficialLine[]; span: Span } | undefined;
  let last = 0;
  let first: { text: string; span: Span } | undefined;
  const preamble: string[] = [];
  for (const { words, start, isHeading } of linesOf(text)) {
    if (words === '') continue;
    const article = articleAt(words, last);
    if (article) {
      const span = { start, end: start + article.length };
      current = { lines: [], span };
      if (articles.has(article.no) && problems.length < LIMITS.fileProblems)
        problems.push({ span, severity: 'error', message: 'statuteText.articleTwice', args: { article: article.no } });
      if (!articles.has(article.no)) articles.set(article.no, current);
      last = article.no;
      const rest = words.slice(article.length).replace(/^[\s\u3000*_：:]+/, '');
      if (rest !== '') addLine(current.lines, rest);
    } else if (DIVISION.test(words) || isHeading) {
      if (current) current = undefined;
      else if (articles.size === 0 && !DIVISION.test(words))
        first ??= { text: words, span: { start, end: start + words.length } };
    } else if (current) addLine(current.lines, words);
    else if (articles.size === 0) {
      first ??= { text: words, span: { start, end: start + words.length } };
      if (preamble.length < BOUNDS.preamble) preamble.push(words);
    }
  }
  return {
    title: { text: first?.text ?? '', span: first?.span ?? { start: 0, end: 0 }, preamble: preamble.join('\n') },
    articles,
  };
}

interface Line {
  /** Without marks of headings, lists, quotes and emphasis and without white space at its ends. */
  readonly words: string;
  /** Offset of the words in the file. */
  readonly start: number;
  readonly isHeading: boolean;
}

function* linesOf(text: string): Iterable<Line> {
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    const raw = text.slice(at, Math.min(end, at + BOUNDS.lineLength));
    const marks = /^[\s\u3000\u00a0\ufeff#>*_]*/.exec(raw)?.[0] ?? '';
    yield {
      words: withoutMarksBehind(raw.slice(marks.length)),
      start: at + marks.length,
      isHeading: marks.includes('#'),
    };
    at = end + 1;
  }
}

const MARKS_BEHIND = `${WHITE_SPACE}*_#`;

function withoutMarksBehind(text: string): string {
  let end = text.length;
  while (end > 0 && isSignAt(text, end - 1, MARKS_BEHIND)) end--;
  return text.slice(0, end);
}

/** The article that a line begins. A line that goes on as a sentence begins one only where it is the next in order. */
function articleAt(words: string, last: number): { readonly no: number; readonly length: number } | undefined {
  const match = ARTICLE.exec(halfWidthDigits(words.slice(0, 16)));
  if (!match) return undefined;
  const digits = match[1] ?? '';
  const no = /^\d+$/.test(digits) ? Number(digits) : chineseToNumber(digits);
  if (no === undefined || no < 1) return undefined;
  const after = words.slice(match[0].length);
  if (after === '' || /^[\s\u3000\u00a0*_：:]/.test(after)) return { no, length: match[0].length };
  return no === last + 1 && !CITES.test(after) ? { no, length: match[0].length } : undefined;
}

function addLine(lines: OfficialLine[], text: string): void {
  if (lines.length >= BOUNDS.linesOfArticle) return;
  const digits = ITEM.exec(halfWidthDigits(text.slice(0, 8)))?.[1];
  const item = digits === undefined ? undefined : /^\d+$/.test(digits) ? Number(digits) : chineseToNumber(digits);
  const before = lines.at(-1)?.paragraph ?? 0;
  lines.push(item === undefined ? { text, paragraph: before + 1 } : { text, paragraph: Math.max(1, before), item });
}

/**
 * The statute that a file holds: its title names the law; of several versions the one whose year stands with the title
 * or in the file's name, whose number stands before the first article, or which alone has as many articles. Else the
 * id of what is wrong.
 */
function statuteOfFile(
  title: Title,
  file: string,
  articles: number,
  local: LocalStatutes | undefined,
): Statute | 'statuteText.unknownTitle' | 'statuteText.unknownVersion' {
  const bareFile = file.replace(/\.[a-z]+$/i, '');
  const candidates = named(title.text, local) ?? named(bareFile, local);
  if (!candidates) return 'statuteText.unknownTitle';
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  const years = [...`${title.text} ${bareFile}`.matchAll(/(?:19|20)\d\d/g)].map(([year]) => year);
  const byYear = candidates.filter(({ version, id }) =>
    years.some(year => version?.startsWith(year) === true || id.endsWith(`-${year}`)),
  );
  const preamble = fold(title.preamble);
  const byNumber = candidates.filter(
    ({ documentNumber }) =>
      documentNumber !== undefined && preamble.includes(fold(documentNumber).replace(/^中华人民共和国/, '')),
  );
  const byCount = candidates.filter(({ articleCount }) => articleCount === articles);
  for (const chosen of [byYear, byNumber, byCount]) {
    const [one] = chosen;
    if (one && chosen.length === 1) return one;
  }
  return 'statuteText.unknownVersion';
}

/** Statutes of a title that may stand in 《》 and carry its version in parentheses; undefined where it is none. */
function named(text: string, local: LocalStatutes | undefined): readonly Statute[] | undefined {
  const bare = text.replace(/[（(][^（()）]{0,60}[）)]\s*$/, '').replace(/^[\s《]+|[\s》]+$/g, '');
  return (local?.named(bare) ?? statutesNamed(bare))?.candidates;
}
