import { charClassTable, isSignAt } from '../../text/charTable.ts';
import { chineseToNumber, halfWidthDigits, isDigit } from '../../text/numerals.ts';

/** A count and a list that differ; `start`–`end` is the count with its noun, from the start of the text. */
export interface WrongCount {
  readonly start: number;
  readonly end: number;
  readonly announced: number;
  readonly listed: number;
  /** The list reaches the end of its paragraph and may go on in the next. */
  readonly isAtEnd: boolean;
}

/** A count with the noun of what it counts: 三个方面工作. */
interface Announced {
  readonly value: number;
  readonly start: number;
  /** Behind the numeral, and behind the noun. */
  readonly kindAt: number;
  readonly end: number;
}

interface Counted {
  readonly least: number;
  readonly most: number;
  /** Items with their numbers: 一是、二是. */
  readonly isNumbered?: boolean;
}

const NUMERALS = '一二三四五六七八九十两';
const [DIGIT, NUMERAL] = [1, 2] as const;
const COUNTING = charClassTable('0123456789０１２３４５６７８９', NUMERALS);
const LONGEST_NUMERAL = 3;
const NO_COUNT_BEHIND = `${NUMERALS}第百千万约近超逾前后.`;
const NOUN_ENDS = ',;:：；。、—()（）“”‘’《》 \t\n';
const LONGEST_NOUN = 10;
/** What is said to be so many, where its kinds are listed and not what was done with it. */
const KINDS: readonly (readonly [unit: string, nouns: readonly string[]])[] = [
  ['大', ['']],
  ['类', ['']],
  [
    '个',
    [
      '方面',
      '环节',
      '领域',
      '重点',
      '关键',
      '坚持',
      '维度',
      '层面',
      '步骤',
      '板块',
      '要点',
      '原则',
      '到位',
      '统一',
      '结合',
      '问题',
      '短板',
      '不足',
      '差距',
      '突破口',
      '着力点',
      '抓手',
    ],
  ],
  ['项', ['工作', '任务', '制度', '措施', '举措', '内容', '机制', '原则', '重点', '问题', '不足']],
  ['种', ['方式', '渠道', '形式', '途径', '情形']],
  ['方', ['面']],
  ['点', ['']],
  ['道', ['关', '防线']],
];
/** Nouns that stand behind their list: 包括甲、乙、丙三大类. */
const NOUNS_BEHIND = [
  '个子栏目',
  '个栏目',
  '个机构',
  '个部门',
  '个单位',
  '个科室',
  '个模块',
  '个渠道',
  '大类',
  '类',
  '大领域',
  '领域',
  '大方面',
  '个方面',
  '个领域',
  '个环节',
  '个板块',
  '大板块',
];
/** Signs behind a count and its noun, before 一是. */
const BEFORE_ITEMS = '。，,；;';
const DASH = '——';
const FIVE_OPEN = '五公开';
/** Signs with which a kind or a noun behind a list begins. */
const MAY_BE_COUNTED = charClassTable(
  [...KINDS.map(([unit]) => unit), ...NOUNS_BEHIND].map(word => word.charAt(0)).join(''),
);
const OPENERS = ['包括', '涵盖', '分为', '包含', '设置', '设有', '设立', '开设', '由'];
/** 「三类单位（局、办、中心）」 may say what a unit is. */
const UNITS = ['部分', '单位', '部门', '乡镇', '街道', '县区'];
const OPEN = ['等', '其中', '主要', '……', '...', '—', '例如', '如下'];
const JOINING = ['以及', '和', '及', '与', '并'];
const SENTENCE_ENDS = '。！？\n';
const LIST_ENDS = ',;:：；。()（）“”《》';
const ITEM_STARTS = ',;。:：；”“" \t\n\u3000';
const QUOTES = '“”‘’"';
const LONGEST_ITEM = 16;
/** Longer lists in one sentence, and numbered lists in longer paragraphs, are not counted. */
const LONGEST_LIST = 300;
const [SHORTEST_LIST, LONGEST_BRACKET] = [4, 120];
const LONGEST_PARAGRAPH = 5000;
/** Counts further apart are not of one list, unless its items are numbered. */
const FARTHEST = 2;
const FEWEST_IN_BRACKETS = 3;

/** Counts of a paragraph that differ from the list beside them. */
export function wrongCountsIn(whole: string): readonly WrongCount[] {
  const text = halfWidthDigits(whole);
  const wrong: WrongCount[] = [];
  for (let at = 0; at < text.length; at++) {
    if (COUNTING[text.charCodeAt(at)] === 0) continue;
    const digits = numeralEnd(text, at);
    if (MAY_BE_COUNTED[text.charCodeAt(digits)] !== 1 && !text.startsWith(FIVE_OPEN, at)) {
      at = digits - 1;
      continue;
    }
    const found = behindCount(text, at, digits) ?? beforeCount(text, at, digits);
    if (found) wrong.push(found);
    at = digits - 1;
  }
  return wrong;
}

/** Whether a paragraph begins with the number of an item: 三是. */
export function beginsWithItem(text: string): boolean {
  let at = 0;
  while (isSignAt(text, at, ` \t\u3000${QUOTES}`)) at++;
  let end = at;
  while (COUNTING[text.charCodeAt(end)] === NUMERAL) end++;
  return end > at && text.charAt(end) === '是';
}

/** End of the numeral of a small number that begins at `at`; `at` where none does. */
function numeralEnd(text: string, at: number): number {
  const kind = COUNTING[text.charCodeAt(at)];
  let end = at;
  if (kind === DIGIT || kind === NUMERAL) while (COUNTING[text.charCodeAt(end)] === kind) end++;
  return end;
}

function valueAt(text: string, start: number, end: number): number | undefined {
  if (end - start > LONGEST_NUMERAL || isSignAt(text, start - 1, NO_COUNT_BEHIND)) return undefined;
  const digits = text.slice(start, end);
  if (!isDigit(text.charCodeAt(start))) return chineseToNumber(digits);
  return end - start <= 2 && Number(digits) >= 2 && Number(digits) < 20 ? Number(digits) : undefined;
}

/** 以下三个方面：甲、乙、丙; 五项制度（甲、乙） */
function behindCount(text: string, start: number, kindAt: number): WrongCount | undefined {
  const announced = announcedAt(text, start, kindAt);
  if (!announced) return undefined;
  let end = announced.end;
  if (isSignAt(text, end, '”’')) end++;
  const noun = text.slice(kindAt, announced.end);
  if (isSignAt(text, end, ':：')) {
    if (noun.includes('部分')) return undefined;
    const from = end + 1;
    const counted =
      numberedItems(text, from) ??
      (announced.value > 1 && noun !== '点' ? plainItems(sentenceFrom(text, from), false) : undefined);
    return differing(announced, end, counted);
  }
  // 采取三项措施。一是…; 把好三道关口——甲、乙、丙。
  if (isSignAt(text, end, BEFORE_ITEMS)) return differing(announced, end, numberedItems(text, end + 1));
  if (text.startsWith(DASH, end) && announced.value > 1)
    return differing(announced, end, plainItems(sentenceFrom(text, end + DASH.length), false));
  if (
    end !== announced.end ||
    !isSignAt(text, end, '(（') ||
    announced.value < 2 ||
    noun === '点' ||
    UNITS.some(unit => noun.includes(unit))
  )
    return undefined;
  const close = closingBracket(text, end + 1);
  const counted = close === undefined ? undefined : plainItems(text.slice(end + 1, close), false);
  return counted && counted.least >= FEWEST_IN_BRACKETS ? differing(announced, end, counted) : undefined;
}

function announcedAt(text: string, start: number, kindAt: number): Announced | undefined {
  const value = valueAt(text, start, kindAt);
  if (value === undefined) return undefined;
  const [unit, nouns] = KINDS.find(([sign]) => text.startsWith(sign, kindAt)) ?? [];
  if (unit === undefined || !nouns?.some(noun => text.startsWith(noun, kindAt + 1))) return undefined;
  let end = kindAt + 1;
  while (
    end < text.length &&
    end - kindAt <= LONGEST_NOUN + unit.length + 2 &&
    !isSignAt(text, end, NOUN_ENDS) &&
    !isDigit(text.charCodeAt(end))
  )
    end++;
  return { value, start, kindAt, end };
}

/** Text up to the end of the sentence; nothing where that is far off. */
function sentenceFrom(text: string, from: number): string {
  const last = Math.min(text.length, from + LONGEST_LIST);
  let end = from;
  while (end < last && !isSignAt(text, end, SENTENCE_ENDS)) end++;
  return end === last && last < text.length ? '' : text.slice(from, end);
}

/** The bracket that closes a list of plain words. */
function closingBracket(text: string, from: number): number | undefined {
  for (let at = from; at <= Math.min(text.length, from + LONGEST_BRACKET); at++) {
    if (isSignAt(text, at, ')）')) return at - from >= SHORTEST_LIST ? at : undefined;
    if (isSignAt(text, at, '(（。')) return undefined;
  }
  return undefined;
}

/** 包括甲、乙、丙三大类; 决策、执行、管理、服务、结果“五公开” */
function beforeCount(text: string, start: number, kindAt: number): WrongCount | undefined {
  const isQuoted = isSignAt(text, start - 1, '“"');
  const isFiveOpen = text.startsWith(FIVE_OPEN, start) && kindAt === start + 1;
  const noun = isFiveOpen ? '公开' : NOUNS_BEHIND.find(each => text.startsWith(each, kindAt));
  if (noun === undefined || (isQuoted && !isFiveOpen)) return undefined;
  const value = isQuoted ? 5 : valueAt(text, start, kindAt);
  if (value === undefined || value < 2) return undefined;
  let end = isQuoted ? start - 1 : start;
  const isOpen = text.charAt(end - 1) === '等';
  if (isOpen) end--;
  let from = end;
  while (
    from > 0 &&
    end - from < LONGEST_BRACKET &&
    !isSignAt(text, from - 1, LIST_ENDS) &&
    !isDigit(text.charCodeAt(from - 1))
  )
    from--;
  const passage = text.slice(from, end);
  const list = isFiveOpen ? fiveOpenList(passage) : listBehindOpener(passage);
  if (list === undefined || list.length < SHORTEST_LIST) return undefined;
  return differing({ value, start, kindAt, end: kindAt + noun.length }, kindAt + noun.length, plainItems(list, isOpen));
}

function listBehindOpener(passage: string): string | undefined {
  const ends = OPENERS.flatMap(opener => {
    const at = passage.indexOf(opener);
    return at < 0 ? [] : [passage.indexOf(opener, at + 1) < 0 ? at + opener.length : -1];
  });
  const [end] = ends;
  return ends.length === 1 && end !== undefined && end > 0 ? passage.slice(end) : undefined;
}

function fiveOpenList(passage: string): string | undefined {
  const at = passage.lastIndexOf('决策');
  if (at < 0) return undefined;
  const list = passage.slice(at);
  return isSignAt(list, 2, '、和') || isSignAt(list, 4, '、和') ? list : undefined;
}

/** Items between 、; undefined where the list is not plain. With 等 behind it there may be more. */
function plainItems(list: string, isOpen: boolean): Counted | undefined {
  const plain = withoutNames(list).trim();
  for (let at = 0; at < plain.length; at++)
    if (isSignAt(plain, at, ',;；:：()（）') || isDigit(plain.charCodeAt(at))) return undefined;
  if (OPEN.some(word => plain.includes(word))) return undefined;
  const items = plain.split('、').map(item => item.trim());
  if (items.length < 2 || items.some(item => item === '' || item.length > LONGEST_ITEM)) return undefined;
  const most = items.reduce(
    (sum, item) => sum + JOINING.reduce((pieces, word) => pieces.flatMap(piece => piece.split(word)), [item]).length,
    0,
  );
  return { least: items.length, most: isOpen ? Infinity : most };
}

const NAME_SIGNS: Readonly<Record<string, string>> = { '《': '》', '“': '”' };
const LONGEST_NAME = 60;

/** A list with one sign for each name in 《》 or “”. */
function withoutNames(list: string): string {
  let plain = '';
  for (let at = 0; at < list.length; at++) {
    const close = NAME_SIGNS[list.charAt(at)];
    const end = close === undefined ? -1 : list.indexOf(close, at);
    if (end > at && end - at <= LONGEST_NAME) {
      plain += '某';
      at = end;
    } else if (!isSignAt(list, at, QUOTES)) plain += list.charAt(at);
  }
  return plain;
}

/** 一是…；二是…；三是… in order, up to the end of the paragraph. */
function numberedItems(text: string, from: number): Counted | undefined {
  if (!beginsWithItem(text.slice(from, from + LONGEST_NUMERAL + 3)) || text.length > from + LONGEST_PARAGRAPH)
    return undefined;
  let next = 1;
  for (let at = from; at < text.length; at++) {
    if (COUNTING[text.charCodeAt(at)] !== NUMERAL || (at > from && !isSignAt(text, at - 1, ITEM_STARTS))) continue;
    const end = numeralEnd(text, at);
    if (text.charAt(end) !== '是') continue;
    const value = chineseToNumber(text.slice(at, end));
    if (value === 1 && next > 1) break;
    if (value !== next) return { least: 0, most: Infinity };
    next++;
    at = end;
  }
  return next <= 2 ? { least: 0, most: Infinity } : { least: next - 1, most: next - 1, isNumbered: true };
}

function differing({ value, start }: Announced, end: number, counted: Counted | undefined): WrongCount | undefined {
  if (!counted || (value >= counted.least && value <= counted.most)) return undefined;
  const listed = value < counted.least ? counted.least : counted.most;
  const isNumbered = counted.isNumbered === true;
  if (!isNumbered && Math.abs(value - listed) > FARTHEST) return undefined;
  return { start, end, announced: value, listed, isAtEnd: isNumbered };
}
