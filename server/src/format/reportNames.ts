// How an annual report is called: in the name of its file, in its title, and where a text speaks of it. The manifest,
// the grammar, the client, the server and the command line take it from here; how a title is read, from reportTitle.ts.
// It imports nothing: the client bundles it.

// ── Sources of regular expressions ──
// They mean the same in JavaScript and in the engine of the grammar; every repetition is bounded.

/** A year as titles write it: 2024, ２０２４, 二〇二四. */
export const YEAR = '(?:(?:19|20|１９|２０)[0-9０-９]{2}|二[〇○零O0０][〇○零O0０一二三四五六七八九]{2})';
/** A report on less than a year (上半年, 第一季度, 3月份) is no annual report. */
const WHOLE_YEAR = '(?<!半年|半年度|季度|月|月份)';
/** 信息公开 alone is said of much else: of budgets, of the environment. */
const OTHER_SUBJECTS = '(?<!政府|预算|决算|财政|财务|环境|项目|采购|质量|信用|企业)';
const SUBJECT = `${WHOLE_YEAR}(?:政府信息(?:与政务)?|${OTHER_SUBJECTS}信息|政[务務](?:信息)?)(?:公[开開](?:工作)?|工作公[开開])`;
const WITH_YEAR = `\\s{0,4}[(（〔\\[]?${YEAR}\\s{0,4}年?度?[)）〕\\]]?\\s{0,4}`;
const REPORT = '(?:[总總][结結])?(?:[报報]告|年[报報])';
const MATTER = '(?:情[况況])?的?';

/**
 * The name of an annual report without place and body: 政府信息公开工作年度报告, 政府信息公开2024年度报告, 政务公开年报,
 * 政府信息公开工作报告, 政府信息公开工作情况的报告; also in traditional characters. Has no capturing groups.
 */
export const REPORT_NAME = `${SUBJECT}${MATTER}(?:${WITH_YEAR})?(?:年度?)?(?:工作)?${MATTER}${REPORT}`;

/** The same with 年度, a year or 年报 in it: what still is a title where text follows on the line (…信息公开报告 3 份 is none). */
export const ANNUAL_NAME = `${SUBJECT}${MATTER}(?:${WITH_YEAR}(?:年度?)?(?:工作)?${MATTER}${REPORT}|年度?(?:工作)?${MATTER}${REPORT}|年[报報])`;

const TITLE_SIGN = '[^，,。；;：:《》“”！!？?|｜<>＞»\\t\\n]';
/**
 * Begins a sentence that speaks of the report, and no title; 为 only where it says for what (为了, 为做好…, 为…，), not in
 * a name (为民街道).
 */
export const SENTENCE =
  '(?:根据|按照|依据|依照|现将|为(?:了|做好|进一步|规范|落实|贯彻|推进|全面|切实|更好|加强|深化|深入|保障|[^，,公]{0,40}[，,]))';
/** No title: links to the reports of several years. */
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

/** The plan for the next year, which a title of other kinds may go on with: 及2024年工作安排. */
const PLAN = '(?:[及暨和与][^，。；：《》\\n]{0,24})?';

// ── Titles ──

/** A line that holds a report's title, for the language's `firstLine`. Has no capturing groups. */
export const TITLE_LINE = `^${BEFORE_TITLE}(?:${FRONT}${REPORT_NAME}${END}|${FRONT_WITH_YEAR}${ANNUAL_NAME}${MORE})`;

/** The same for reports of other kinds, whose names are given as sources; `others`: words by which it is no title. */
export function titleLineOf(names: readonly string[], others: readonly string[]): string {
  const isOther = `(?![^\\n]{0,160}(?:${[...others, `${YEAR}年?(?:[-—至]{1,2})${YEAR}`].join('|')}))`;
  return `^${isOther}${BEFORE_TITLE}${FRONT}(?:${names.join('|')})${PLAN}${END}`;
}

/** A line that is a report's title and no Markdown heading, for the grammar: groups emphasis, title, emphasis. */
export const GRAMMAR_TITLE =
  `^(?![ ]*#)[ \\t　]*((?:\\*\\*|__)?)(?!${SENTENCE}|${LINKS})` +
  `(${FRONT}${REPORT_NAME}${BRACKETS}(?:格式|模板){0,2})[。.]?((?:\\*\\*|__)?)[ \\t　]*$`;

/** Ends with a report's name: a title or a caption of one. */
const ENDS_WITH_NAME = new RegExp(`${REPORT_NAME}$`);

/** Whether a text ends with a report's name, whatever stands before it. */
export function endsWithReportName(text: string): boolean {
  return ENDS_WITH_NAME.test(text);
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
  '*法治政府建设*年度报告',
  '*法治政府建设*情况报告',
  '*法治政府建设*情况的报告',
  '*法治政府建设*工作报告',
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
export const REPORTS_GLOB = globOf(EDITOR_ENDINGS);

function globOf(endings: readonly string[]): string {
  return `**/{${FILE_NAMES.join(',')}}.{${endings.join(',')}}`;
}

const FILE_NAME = new RegExp(
  `^(?:${FILE_NAMES.map(name => name.replace(/[.()]/g, '\\$&').replaceAll('*', '[^]*')).join('|')})$`,
  'i',
);

/** Endings of the files that can be checked. */
const DRAFT_ENDING = /\.(?:md|txt|html?)$/i;

/** One glob for them below a folder: whether they are reports, their text says. */
export const REPORT_FILES_GLOB = '**/*.{md,txt,html,htm}';

/** Endings of the files of word processors and spreadsheets, which are converted before they are checked. */
export const DOCUMENT_ENDINGS = ['docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'pdf'] as const;
/** Reports in files of any kind, by which a folder of them is known. */
export const ANY_REPORTS_GLOB = globOf([...EDITOR_ENDINGS, ...DOCUMENT_ENDINGS]);
/** Those with macros are read as well, without them. */
const DOCUMENT_ENDING = new RegExp(`\\.(?:${DOCUMENT_ENDINGS.join('|')}|docm|xlsm)$`, 'i');

/** Ends the name of what was written about a report: a copy with comments, a letter with what has to be mended. */
const ABOUT_A_REPORT = /(?:(?:审核|修改|反馈|审阅)意见|-comments)\s?(?:[（(]\d{1,3}[）)])?$/i;

function isReportStem(stem: string): boolean {
  return FILE_NAME.test(stem) && !ABOUT_A_REPORT.test(stem);
}

/** Whether a file is what Word, Excel or WPS lay beside a document while it is open there. */
export function isLockFileName(name: string): boolean {
  return name.startsWith('~$');
}

/** Whether a file is a document that can be read. */
function isDocumentName(name: string): boolean {
  return DOCUMENT_ENDING.test(name) && !isLockFileName(name);
}

/** Whether a file is a document of which its name does not tell whether it is a report. */
export function isOtherDocumentName(name: string): boolean {
  const stem = name.replace(DOCUMENT_ENDING, '');
  return isDocumentName(name) && !isReportStem(stem) && !ABOUT_A_REPORT.test(stem);
}

/** Whether a file's name is that of a report in a document. */
export function isReportDocumentName(name: string): boolean {
  return isDocumentName(name) && isReportStem(name.replace(DOCUMENT_ENDING, ''));
}

/** Endings of documents that cannot be read until they are saved as one that can, and of what reports are packed in. */
const UNREAD_ENDING = /\.(?:odt|ods|rtf|ofd|uof|uot|wpt|dotx?|mht|mhtml|pages|zip|rar|7z)$/i;

/** Whether a file is named as a report, and is none of the files that can be read. */
export function isUnreadReportName(name: string): boolean {
  return UNREAD_ENDING.test(name) && !isLockFileName(name) && isReportStem(name.replace(UNREAD_ENDING, ''));
}

/** Whether a file's name is that of a draft in a form that can be checked, whatever it is about. */
export function isDraftFileName(name: string): boolean {
  return DRAFT_ENDING.test(name);
}

/** Whether a file's name, without its folder, is that of a report. */
export function isReportFileName(name: string): boolean {
  return DRAFT_ENDING.test(name) && isReportStem(name.replace(DRAFT_ENDING, ''));
}
