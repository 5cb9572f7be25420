// How an annual report is called: in the name of its file, in its title, and where a text speaks of it. The manifest,
// the grammar, the client, the server and the command line take it from here. It imports nothing: the client bundles
// it.

// ── Sources of regular expressions ──
// They mean the same in JavaScript and in the engine of the grammar; every repetition is bounded.

const YEAR = '(?:(?:19|20|１９|２０)[0-9０-９]{2}|二[〇○零O0０][〇○零O0０一二三四五六七八九]{2})';
/** A report on less than a year (上半年, 第一季度, 3月份) is no annual report. */
const WHOLE_YEAR = '(?<!半年|半年度|季度|月|月份)';
/** 信息公开 alone is said of much else: of budgets, of the environment. */
const OTHER_SUBJECTS = '(?<!政府|预算|决算|财政|财务|环境|项目|采购|质量|信用|企业)';
const SUBJECT = `${WHOLE_YEAR}(?:政府信息|${OTHER_SUBJECTS}信息|政务)公开`;

/**
 * The name of an annual report without place and body: 政府信息公开工作年度报告, 政府信息公开2024年度报告, 政务公开年报,
 * 政府信息公开工作报告. Has no capturing groups.
 */
export const REPORT_NAME = `${SUBJECT}(?:工作)?(?:\\s*${YEAR}\\s*年?度?\\s*)?(?:年度?)?(?:工作)?(?:报告|年报)`;

/** The same with 年度, a year or 年报 in it: what still is a title where text follows on the line (…信息公开报告 3 份 is none). */
const ANNUAL_NAME = `${SUBJECT}(?:工作)?(?:\\s*${YEAR}\\s*年?度?\\s*(?:年度?)?(?:工作)?(?:报告|年报)|年度?(?:工作)?报告|年报)`;

const TITLE_SIGN = '[^，,。；;：:《》“”！!？?|｜<>＞»\\t\\n]';
/** No title: a sentence that speaks of the report, or links to the reports of several years. */
const SENTENCE = '(?:根据|按照|依据|现将|为)';
const LINKS = `${TITLE_SIGN}{0,60}?(?:报告|年报)[\\s|｜]{1,5}${TITLE_SIGN}{0,40}?公开${TITLE_SIGN}{0,20}?(?:报告|年报)`;
/** Signs of Markdown before a title, and the words 标题： or 附件1： of an index. */
const LABEL = '(?:[^，,。；;《》“”！!？?|｜<>＞»\\t\\n]{0,40}[:：])?';
const BEFORE_TITLE = `[\\s#*_>]{0,40}(?!${SENTENCE})${LABEL}[\\s*_]{0,20}(?!${SENTENCE}|${LINKS}|[\\s*_])`;
/** Place, body and year before the name. */
const FRONT = `${TITLE_SIGN}{0,60}?`;
const FRONT_WITH_YEAR = `${FRONT}${YEAR}\\s*(?:年|(?=${SUBJECT}))${TITLE_SIGN}{0,40}?`;
/** 送审稿, 公开版 in brackets. */
const BRACKETS = '(?:\\s*[（(][^）)\\n]{0,20}[）)])?';
/** Nothing but emphasis stands behind the title. */
const END = `${BRACKETS}(?:格式|模板){0,2}[。.]?[\\s*_#|]{0,40}$`;
/** Text follows on the line, as converted pages have it. */
const MORE = `${BRACKETS}[\\s|｜_*—-]`;

// ── Titles ──

/** A line that holds a report's title, for the language's `firstLine`. Has no capturing groups. */
export const TITLE_LINE = `^${BEFORE_TITLE}(?:${FRONT}${REPORT_NAME}${END}|${FRONT_WITH_YEAR}${ANNUAL_NAME}${MORE})`;

/** A line that is a report's title and no Markdown heading, for the grammar: groups emphasis, title, emphasis. */
export const GRAMMAR_TITLE =
  `^(?![ ]*#)[ \\t　]*((?:\\*\\*|__)?)(?!${SENTENCE}|${LINKS})` +
  `(${FRONT}${REPORT_NAME}${BRACKETS}(?:格式|模板){0,2})[。.]?((?:\\*\\*|__)?)[ \\t　]*$`;

const WHOLE_LINE = new RegExp(`^(${BEFORE_TITLE})(${FRONT})(${REPORT_NAME})${END}`);
const BEGINNING_OF_LINE = new RegExp(`^(${BEFORE_TITLE})(${FRONT_WITH_YEAR})(${ANNUAL_NAME})${MORE}`);
const SPEAKS_OF_REPORT = /公开[^\n]{0,20}(?:报告|年报)/;

/** Where the title stands in its line, and the name of the report in it; offsets in the line. */
export interface ReportTitle {
  readonly start: number;
  readonly nameStart: number;
  /** End of the name and of the title; brackets behind it belong to neither. */
  readonly end: number;
}

/** Longest part of a line that is read. */
const LONGEST_LINE = 200;

/**
 * The report's title in a line; undefined where it holds none. A title stands alone (also behind 标题：), or it names a
 * year and white space follows. A notice on annual reports (…年度报告有关事项的通知) is none.
 */
export function readReportTitle(line: string): ReportTitle | undefined {
  if (!SPEAKS_OF_REPORT.test(line.slice(0, LONGEST_LINE))) return undefined;
  const match =
    (line.length <= LONGEST_LINE && WHOLE_LINE.exec(line)) || BEGINNING_OF_LINE.exec(line.slice(0, LONGEST_LINE));
  if (!match) return undefined;
  const [, before = '', front = '', name = ''] = match;
  const nameStart = before.length + front.length;
  return { start: before.length, nameStart, end: nameStart + name.length };
}

/** Longest part of a title before it is broken. */
const LONGEST_PART = 60;

/** Whether two lines, joined, are a title that is broken within the name: 某县2024年政府信息公开, 工作年度报告. */
export function isBrokenTitle(first: string, joined: string): boolean {
  if (first.length > LONGEST_PART || joined.length > 2 * LONGEST_PART) return false;
  const title = readReportTitle(joined);
  return title !== undefined && title.nameStart < first.length && first.length < title.end;
}

/** Ends with a report's name: a title or a caption of one. */
const ENDS_WITH_NAME = new RegExp(`${REPORT_NAME}$`);

/** Whether a text ends with a report's name, whatever stands before it. */
export function endsWithReportName(text: string): boolean {
  return ENDS_WITH_NAME.test(text);
}

// ── Where a text speaks of the report ──

const MENTION = new RegExp(`(${YEAR})\\s*年[^\\n]{0,30}?${REPORT_NAME}`);

/** The year that a text names with the report (…2022年度政府信息公开工作年度报告…): its place and as written. */
export function yearOfMention(text: string): { readonly start: number; readonly text: string } | undefined {
  const match = MENTION.exec(text);
  return match ? { start: match.index, text: match[1] ?? '' } : undefined;
}

/** A report whose title was lost often still says what it is: 现公布西区办事处2017年政府信息公开工作年度报告。 */
const ANNOUNCEMENT = new RegExp(
  `(?:现|(?:编制|编写|撰写|形成)了)[^，。；：《》\\n]{0,40}?${MENTION.source}(?:[^，。；：\\n]{0,4}如下|[，,。；;：:]|$)`,
);

/** How many of a document's lines that are not blank may come before the end of its title. */
export const TITLE_LINES = 16;

/**
 * Whether the first lines of a document carry the title of an annual report, or announce one.
 *
 * `lineAt` gives a line by number or undefined after the last; blank lines are not counted.
 */
export function carriesReportTitle(lineAt: (line: number) => string | undefined): boolean {
  let above = '';
  for (let line = 0, read = 0; read < TITLE_LINES; line++) {
    const text = lineAt(line);
    if (text === undefined) return false;
    if (/^[\s#*_>]*$/.test(text.slice(0, LONGEST_LINE))) continue;
    read++;
    if (readReportTitle(text) || ANNOUNCEMENT.test(text.slice(0, LONGEST_LINE))) return true;
    if (isBrokenTitle(above, above + text.trim())) return true;
    above = text.trim();
  }
  return false;
}

// ── File names ──

/** Endings of the files that an editor opens as reports; web pages stay HTML there unless the user switches. */
const EDITOR_ENDINGS = ['md', 'txt'] as const;

/**
 * What the name of a report's file looks like without its ending; `*` is anything. 工作报告 without 年度 is not among
 * them: such files are known by their title.
 */
const FILE_NAMES = [
  '*信息公开*年度报告*',
  '*信息公开*年度工作报告*',
  '*信息公开*年报*',
  '*政务公开*年度报告*',
  '*政务公开*年度工作报告*',
  '*政务公开*年报*',
  '*年报',
  '*年报（*）',
  '*年报(*)',
  '*.annual-report',
] as const;

/** The names as glob patterns with their endings, for the language's `filenamePatterns`. */
export const FILE_NAME_PATTERNS: readonly string[] = EDITOR_ENDINGS.flatMap(ending =>
  FILE_NAMES.map(name => `${name}.${ending}`),
);

/** One glob for the reports below a folder, named as an editor opens them. */
export const REPORTS_GLOB = `**/{${FILE_NAMES.join(',')}}.{${EDITOR_ENDINGS.join(',')}}`;

const FILE_NAME = new RegExp(
  `^(?:${FILE_NAMES.map(name => name.replace(/[.()]/g, '\\$&').replaceAll('*', '[^]*')).join('|')})$`,
  'i',
);

/** Endings of the files that can be checked. */
const DRAFT_ENDING = /\.(?:md|txt|html?)$/i;

/** Whether a file's name is that of a draft in a form that can be checked, whatever it is about. */
export function isDraftFileName(name: string): boolean {
  return DRAFT_ENDING.test(name);
}

/** Whether a file's name, without its folder, is that of a report. */
export function isReportFileName(name: string): boolean {
  return DRAFT_ENDING.test(name) && FILE_NAME.test(name.replace(DRAFT_ENDING, ''));
}
