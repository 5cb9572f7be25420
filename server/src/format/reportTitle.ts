// How the title of an annual report is read. It imports nothing but names and words: the client bundles it.
import { ANNUAL_NAME, REPORT_NAME, SENTENCE, YEAR } from './reportNames.ts';
import {
  LONGEST_BODY,
  NUMBER_OF_DOCUMENT,
  partOf,
  readBodyAndYear,
  squeezed,
  wholeYearIn,
  yearsIn,
  type BodyAndYear,
  type Squeezed,
  type TitlePart,
  type TitleYear,
} from './titleText.ts';

/** Where a report's title stands, and what it names; offsets in the text. */
export interface ReportTitle extends BodyAndYear {
  /** Start of the body, of the year or of the name, whichever comes first. */
  readonly start: number;
  readonly nameStart: number;
  /** End of the name and of the title; brackets behind it belong to neither. */
  readonly end: number;
}

/** Longest part of a line that is read. */
const LONGEST_LINE = 200;
const SPEAKS_OF_REPORT = /公[开開][^\n]{0,30}?[报報]/;

// ── Before the name ──

const OF_SENTENCE = new RegExp(`^[#>()（）\\d.、]{0,8}${SENTENCE}`);
const MARKS = /^[#>+~=·•※◆◇●○★☆■□▪▶→“”"'‘’\-—–|、.:]+/;
const LABEL = /^[^,。;《》“”!?|<>»:]{0,40}:/;
const DATE = /[[(【]?[12]\d{3}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?[\])】]?/;
const TAG = /^[【[(〔][^】\])〕]{0,20}[】\])〕]/;
const ATTACHMENT =
  /^(?:附[件表]?(?:\d{1,2}|[一二三四五六七八九十](?![〇○零O]))?:|附[件表](?:\d{1,2}(?!\d)|[一二三四五六七八九十](?![〇○零O]))?[.、]?|\d{1,2}[.、](?!\d{1,2}(?!\d)))/;
/** What is done with the report: 现公布, 特向社会公布, 印发. */
const VERB =
  /^(?:现|特|兹|谨|今)?(?:将|予以?|面向社会|向社会|依法|主动|公开)*(?:公布|公佈|发布|發布|發佈|公示|印发|印發|转发|轉發|公开|公開|报送|上报)(?:了|出|的)?/;
const ABOUT = /^[关關][于於]/;
const OPENING_MARK = /^[《〈]/;
const LEADS = [MARKS, NUMBER_OF_DOCUMENT, DATE, TAG, LABEL, ATTACHMENT, VERB, ABOUT, OPENING_MARK];
/** What is no part of a title: it belongs to a sentence. */
const NO_TITLE =
  /[,。;!?《》]|编制了|编写|撰写|听取|讨论|审议|完成|要求|做好|各单位|各部门|报送|共编|公[开開].{0,20}(?:[报報]告|年[报報])/;
const BODY = '[\\u4e00-\\u9fff]{2,22}(?:政府|局|委|厅|办公?室|会|中心|街道|办事处|镇|乡)';
/** 2024年，某县教育局: a year that a comma sets off from the body, and nothing else. */
const YEAR_SET_OFF = new RegExp(`^${YEAR}年度?,(?=(?![我本全各])${BODY}$)`);
/** Paths through a site: what stands before the last sign is no part of the title. */
const PATH = /^.*[>|»]/;

/** So far behind the name a year of the title may stand. */
const LONGEST_BEHIND = 24;

/** Reads what stands before the name; undefined where it is no title. `isDated`: the name itself has a year. */
export function readFront(
  whole: Squeezed,
  to: number,
  isDated: boolean,
): (BodyAndYear & { isCited: boolean }) | undefined {
  const { text } = whole;
  if (OF_SENTENCE.test(text.slice(0, to))) return undefined;
  let at = 0;
  let isDone = false;
  let isAsked = false;
  for (let length = -1; length !== 0;) {
    const rest = text.slice(at, to);
    length = 0;
    for (const lead of LEADS) {
      const match = lead.exec(rest);
      if (!match || match.index > 0) continue;
      // A year in brackets is no tag.
      if (lead === TAG && yearsIn(whole, at, at + match[0].length).length > 0) continue;
      if (lead === VERB) isAsked = true;
      if (lead === OPENING_MARK) isDone = true;
      length = match[0].length;
      break;
    }
    at += length;
    if (length > 0 && OF_SENTENCE.test(text.slice(at, to))) return undefined;
  }
  const path = PATH.exec(text.slice(at, to))?.[0].length ?? 0;
  if (path > 0 && !isDated && yearsIn(whole, at + path, to).length === 0) return undefined;
  at += path;
  if (NO_TITLE.test(text.slice(at, to).replace(NUMBER_OF_DOCUMENT, '').replace(YEAR_SET_OFF, ''))) return undefined;
  const mayBeBare = !isDated && yearsIn(whole, to, Math.min(text.length, to + LONGEST_BEHIND)).length === 0;
  return { ...readBodyAndYear(whole, at, to, mayBeBare), isCited: isDone && isAsked };
}

// ── Behind the name ──

const GROUP = /^[(〔[【]([^)〕\]】]{0,30})[)〕\]】]/;
const NUMBER_BEHIND = new RegExp(`^[(〔【]?(?:${NUMBER_OF_DOCUMENT.source})[)〕】]?`);
const ONLY_YEAR = new RegExp(`^[-—–:]{0,3}[(〔[【]?${YEAR}年?度?[)〕\\]】]?$`);
const YEAR_BEHIND = new RegExp(`^[-—–:]{0,3}${YEAR}(?:年度?)?(?=$|[([【〔。.])`);
/** Of a title that stands whole in such marks: 《某县2024年…年度报告》. */
const CLOSING_MARK = /^[》〉]/;
const CITED = /^[》〉]的?(?:通知|公告|通告|公示|函|[报報]告)/;
const FORM = /^(?:格式|模板){1,2}/;
/** Text that follows the title without white space, as lines that were joined have it. */
const INTRODUCTION =
  /^(?:根据|按照|依据|依照|本报告|本年度报告|本年报|为了?|现|一、|目录|引言|[【[(]?(?:字体|打印|来源|发布))/;
const LINKS = /^[^,。;:《》“”!?<>]{0,60}公[开開][^,。;:《》“”!?<>]{0,20}(?:[报報]告|年[报報])/;

/** Reads what stands behind the name; undefined where the line is no title. */
function readBehind(
  line: string,
  whole: Squeezed,
  from: number,
  isAnnual: boolean,
  front: BodyAndYear & { isCited: boolean },
): BodyAndYear | undefined {
  const { text, origin } = whole;
  let at = from;
  let year: TitleYear | undefined;
  let body: TitlePart | undefined;
  for (;;) {
    const rest = text.slice(at);
    const number = NUMBER_BEHIND.exec(rest);
    if (number) {
      at += number[0].length;
      continue;
    }
    const group = GROUP.exec(rest);
    if (group) {
      const inside = group[1] ?? '';
      const found = ONLY_YEAR.test(inside)
        ? yearsIn(whole, at, at + group[0].length).at(0)?.year
        : wholeYearIn(whole, at + 1, at + 1 + inside.length);
      if (found) year ??= found;
      else if (BODY_IN_BRACKETS.test(inside)) body ??= partOf(whole, at + 1, at + 1 + inside.length);
      at += group[0].length;
      continue;
    }
    const behind = YEAR_BEHIND.exec(rest);
    const found = behind ? yearsIn(whole, at, at + behind[0].length).at(0) : undefined;
    if (behind && found) {
      year ??= found.year;
      at += behind[0].length;
      continue;
    }
    const other = (front.isCited ? CITED.exec(rest) : null) ?? FORM.exec(rest) ?? CLOSING_MARK.exec(rest);
    if (!other) break;
    at += other[0].length;
  }
  const result = { ...(year ? { year } : {}), ...(body ? { body } : {}) };
  const rest = text.slice(at);
  if (/^[。.:]?[#|]*$/.test(rest)) return result;
  if (!isAnnual || !(front.year ?? year)) return undefined;
  const gap = line.charAt((origin[at - 1] ?? 0) + 1);
  if (!/^[\s|｜_*—-]/.test(gap) && !INTRODUCTION.test(rest)) return undefined;
  return LINKS.test(rest) ? undefined : result;
}

const BODY_IN_BRACKETS = new RegExp(`^${BODY}$`);

const NAME = new RegExp(REPORT_NAME, 'g');
const ANNUAL = new RegExp(`^${ANNUAL_NAME}`);

/**
 * The report's title in a line; undefined where it holds none. A title stands alone, behind 标题： and the like, or it
 * names a year and text follows. A notice on annual reports (…年度报告有关事项的通知) is none.
 */
export function readReportTitle(line: string): ReportTitle | undefined {
  if (!SPEAKS_OF_REPORT.test(line.slice(0, LONGEST_LINE).replace(/\s/g, ''))) return undefined;
  const read = line.slice(0, LONGEST_LINE);
  const whole = squeezed(read);
  for (const match of whole.text.matchAll(NAME)) {
    const to = match.index + match[0].length;
    // 某镇人民政府信息公开年度报告: 政府 is the body's.
    const from = match.index + (whole.text.startsWith('人民政府信息', match.index - 2) ? 2 : 0);
    const named = yearsIn(whole, from, to).at(0)?.year;
    const front = readFront(whole, from, named !== undefined);
    if (!front) continue;
    const dated = named ? { ...front, year: named } : front;
    const behind = readBehind(read, whole, to, ANNUAL.test(match[0]) || named !== undefined, dated);
    if (!behind) continue;
    const year = dated.year ?? behind.year;
    const body = dated.body ?? behind.body;
    const name = partOf(whole, from, to);
    const starts = [name, dated.year, dated.body].flatMap(part => part ?? []).map(({ start }) => start);
    return {
      start: Math.min(...starts),
      nameStart: name.start,
      end: name.end,
      ...(year ? { year } : {}),
      ...(body ? { body } : {}),
    };
  }
  return undefined;
}

// ── Several lines ──

/** How many of a document's lines that are not blank may come before the end of its title. */
export const TITLE_LINES = 16;
/** Over so many lines a name is broken at most. */
const MOST_LINES = 4;
/** Longest line of a title that goes on in the next. */
const LONGEST_PART = 60;

/** Lines that hold a title, and the title's place in them joined without anything between. */
export interface TitleLines {
  readonly first: number;
  /** The last of the lines. */
  readonly last: number;
  readonly text: string;
  readonly title: ReportTitle;
  /** The last title below it, of the one other year that titles name: then this one may be a link. */
  readonly otherYear?: TitleLines;
}

/** The first title in lines that are not blank; its name may be broken anywhere: 某县2024年政府信息公开, 工作年度报告. */
export function findReportTitle(lines: readonly string[]): TitleLines | undefined {
  return findTitle(lines, readReportTitle);
}

/**
 * The first title in lines, as `read` finds it in one or several of them joined; rather one with body and year. Below
 * the links of a page to the reports of several years it is the last.
 */
export function findTitle(
  lines: readonly string[],
  read: (text: string) => ReportTitle | undefined,
): TitleLines | undefined {
  let undated: TitleLines | undefined;
  const dated: TitleLines[] = [];
  for (let first = 0; first < lines.length; first++) {
    const found = titleFrom(lines, first, read);
    if (!found) continue;
    // The name of the page's section stands above: 乡镇政府信息公开年度报告. Links to other years name no body.
    if (found.title.year && (!undated || found.title.body)) dated.push(found);
    else undated ??= found;
  }
  const years = new Set(dated.map(({ title }) => title.year?.value));
  const [top] = dated;
  const last = dated.at(-1);
  if (!top || !last || years.size >= FEWEST_LINKED_YEARS) return last ?? undated;
  return top.title.year?.value === last.title.year?.value ? top : { ...top, otherYear: last };
}

const FEWEST_LINKED_YEARS = 3;

/** The title that begins in a line. */
function titleFrom(
  lines: readonly string[],
  first: number,
  read: (text: string) => ReportTitle | undefined,
): TitleLines | undefined {
  const line = lines[first] ?? '';
  let text = line;
  for (let last = first; last < first + MOST_LINES && last < lines.length; last++) {
    const border = last === first ? 0 : text.length;
    if (last > first) text += lines[last] ?? '';
    const title = read(text);
    if (title && title.nameStart < line.length && title.end > border) return { first, last, text, title };
    if (text.length - border > LONGEST_PART) break;
  }
  return undefined;
}

/** What a line above or below a title adds to it: a body, a year, or both, and nothing else. */
export function readTitlePiece(line: string): BodyAndYear | undefined {
  if (line.length > LONGEST_PART) return undefined;
  const whole = squeezed(line);
  const text = whole.text.replace(/^#+/, '');
  if (text === '' || !PIECE.test(text) || NO_PIECE.test(text)) return undefined;
  return readBodyAndYear(whole, whole.text.length - text.length, whole.text.length);
}

const YEAR_PIECE = `(?:[(〔[【]?${YEAR}年?度?[)〕\\]】]?)?`;
const PIECE = new RegExp(`^${YEAR_PIECE}[\\u4e00-\\u9fff()]{0,${String(LONGEST_BODY)}}(?:[关關][于於])?${YEAR_PIECE}$`);
/** Words of a site, of an index, of a date. */
const NO_PIECE =
  /网站|網站|首页|欢迎|专栏|栏目|平台|公[开開]|[报報]告|年[报報]|目录|索引|机构|发布|日期|时间|来源|编号|文号|[一二三四五六七八九十]月/;
