// What tests ask of words for people: which language they are written in.

/** Names of programs, files and formats, and what is typed as it stands: not words of a language. */
const NAMES =
  /\b(?:VS Code|Word|Excel|WPS|Markdown|HTML|PDF|JSON|UTF-8|utf8|gb18030|UTF-16|GB18030|GBK|Big5|Latin-1|GB\/T \d+|CRLF|MB|Ctrl|Alt|Shift|Tab|Enter|Esc|Home|End|Delete|Node\.js|https|ASCII)\b/g;

/** Code in a sentence: `` `totals/row-total` ``, names of settings, options and fields, file names, addresses. */
const CODE =
  /`[^`]*`|https?:\/\/\S*|\]\(command:[^)]*\)|--[a-z-]+|\.(?:md|docx|html)\b|\b[a-zA-Z]+(?:\.[a-zA-Z]+)+\b|\.annual-report(?:[a-z.-]*)/g;

/** English words that stand in a Chinese text, but for names of programs and formats. */
export function englishWordsIn(text: string): string[] {
  return (
    text
      .replace(CODE, ' ')
      .replace(NAMES, ' ')
      .match(/[A-Za-z]{2,}/g) ?? []
  );
}

/** Terms that have no English of their own in the official documents, or are typed into the draft as they stand. */
const OFFICIAL_TERMS = [
  '规范性文件',
  '（七）总计',
  '××单位',
  '〇',
  '总计',
  '规章',
  '立法法',
  '条例',
  '亿元',
  '万元',
  '元',
  '件',
  '全市',
  '本级',
  '其他',
  '主要',
  '信访工作条例',
  '年度报告',
  '年报检查',
  '忽略',
  '年度',
  '格式',
  '统计期限自',
  '第N条',
  '等',
  '无',
  '是',
  '其中',
  '条',
  '年',
  '月',
  '第',
  '万',
  '亿',
  '一',
  '二',
  '日止',
  '日起至',
  '日',
];

/** Chinese that stands in an English text outside quotation marks and document numbers, but for official terms. */
export function chineseWordsIn(text: string): string[] {
  let rest = text.replace(
    /“[^”]*”|《[^》]*》|「[^」]*」|"[^"]*"|`[^`]*`|第[〇一二三四五六七八九十百]+[条款章节]|（[〇一二三四五六七八九十]+）项?/g,
    ' ',
  );
  rest = rest.replace(/\p{Script=Han}+〔[^〕]*〕\d+号/gu, ' ');
  for (const term of [...OFFICIAL_TERMS].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(term, ' ');
  return rest.match(/\p{Script=Han}+/gu) ?? [];
}
