import { halfWidthDigits } from './numerals.ts';
import { matchesOf } from './matches.ts';

/** A date that lost 年, 月 or a digit, or got one too many. */
export interface DamagedDate {
  readonly start: number;
  readonly end: number;
  /** What it was, where only one reading is likely. */
  readonly likely: string | undefined;
}

const YEAR = '(?:19|20)\\d\\d';
const MONTH = '(?:1[0-2]|0?[1-9])';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])';
/** 日 of a date, not of 日均, 日常, nor of days that are counted (内). */
const DAY_SIGN = '日(?![均常报志益夜活程内前后])';
const BEGINNING = '(?<![\\d.])';

/** What must stand beside a form that a count of days, or a number before a date, may look like. */
type Surroundings = 'any' | 'date' | 'range' | 'bound';

interface Form {
  readonly pattern: string;
  /** What it reads the date as. */
  readonly read: (groups: Groups) => string | undefined;
  readonly needs: Surroundings;
}

type Groups = Readonly<Partial<Record<'y' | 'm' | 'd' | 'md' | 'extra', string>>>;

/** Forms of damage, the more telling ones first. */
const FORMS: readonly Form[] = [
  // 202020年12月31日: digits twice.
  {
    pattern: `(?<y>${YEAR})(?<extra>\\d{1,3})\\s*年\\s*(?<m>${MONTH})\\s*月\\s*(?<d>${DAY})\\s*日`,
    read: ({ y = '', extra = '', m, d }) => (y.endsWith(extra) || y.startsWith(extra) ? full(y, m, d) : undefined),
    needs: 'any',
  },
  // 202年1月1日: a digit is lost.
  { pattern: `\\d{3}\\s*年\\s*${MONTH}\\s*月\\s*${DAY}\\s*日`, read: () => undefined, needs: 'any' },
  // 20241月1日, 202412月31日: 年 is lost.
  {
    pattern: `(?<y>${YEAR})(?<m>${MONTH})\\s*月\\s*(?<d>${DAY})\\s*${DAY_SIGN}`,
    read: ({ y, m, d }) => full(y, m, d),
    needs: 'any',
  },
  // 2024 1月1日: the same with a gap, as a count and a date have it (阅读：2015 1月20日).
  {
    pattern: `(?<y>${YEAR})\\s+(?<m>${MONTH})\\s*月\\s*(?<d>${DAY})\\s*${DAY_SIGN}`,
    read: ({ y, m, d }) => full(y, m, d),
    needs: 'range',
  },
  // 20241月至
  {
    pattern: `(?<y>${YEAR})(?<m>${MONTH})\\s*月(?=\\s*(?:份|底|初|起|至|到|[-—–~～]))`,
    read: ({ y = '', m = '' }) => `${y}年${plain(m)}月`,
    needs: 'any',
  },
  // 2016月1日: 年 and the month are lost.
  { pattern: `${YEAR}\\s*月\\s*${DAY}\\s*${DAY_SIGN}`, read: () => undefined, needs: 'any' },
  // 自2024年1月日起, 至2024年月31日: the number is lost. Elsewhere it may still have to be filled in.
  {
    pattern: `${YEAR}\\s*年\\s*(?:${MONTH}\\s*月|月\\s*${DAY})\\s*日`,
    read: () => undefined,
    needs: 'bound',
  },
  // 2018年1231日, 2018年11日: 月 is lost.
  {
    pattern: `(?<y>${YEAR})\\s*年\\s*(?<md>\\d{3,4})\\s*${DAY_SIGN}`,
    read: ({ y, md = '' }) => parted(y, md),
    needs: 'date',
  },
  {
    pattern: `(?<y>${YEAR})\\s*年\\s*(?<md>\\d{1,2})\\s*${DAY_SIGN}`,
    read: ({ y, md = '' }) => (md === '11' ? full(y, '1', '1') : undefined),
    needs: 'date',
  },
  // 2024年12月311日
  {
    pattern: `${YEAR}\\s*年\\s*${MONTH}\\s*月\\s*\\d{3,4}\\s*${DAY_SIGN}`,
    read: () => undefined,
    needs: 'any',
  },
  // 20241231日, 2024 1231日, 202111日: 年 and 月 are lost.
  {
    pattern: `(?<y>${YEAR})\\s*(?<md>\\d{2,4})\\s*${DAY_SIGN}`,
    read: ({ y, md = '' }) => parted(y, md),
    needs: 'range',
  },
  // 2024年1月1至2024年12月31日, 2024年12月31止: 日 is lost.
  {
    pattern: `(?<y>${YEAR})\\s*年\\s*(?<m>${MONTH})\\s*月\\s*(?<d>${DAY})(?=\\s*(?:起|止)|\\s*(?:至|到|[-—–~～]{1,2})\\s*(?:${YEAR}\\s*年\\s*)?${MONTH}\\s*月)`,
    read: ({ y, m, d }) => full(y, m, d),
    needs: 'any',
  },
  // 至1231日 behind a date: the year was not repeated, and 月 is lost.
  {
    pattern: `(?<=${YEAR}[^,，。;；]{1,14}[日月起]\\s*(?:至|到|[-—–~～]{1,2})\\s*)(?<md>\\d{3,4})\\s*${DAY_SIGN}`,
    read: ({ md = '' }) => parted(undefined, md),
    needs: 'date',
  },
];

const PATTERNS = FORMS.map(({ pattern }) => new RegExp(BEGINNING + pattern, 'g'));
/** The words of a range before a date, and behind it. */
const FROM = /(?:[自从至到－—–~～-]|截止)\s*$/;
const TO = /^\s*(?:起|止|至|到|为止|[－—–~～-])/;
/** What may follow a date, and not a number of days that says of what (120日攻坚行动). */
const BEHIND_DATE = /^\s*(?:$|[,，.。;；、:：()（）”》\]】|]|以前|之前|以后|之后|零时|\d{1,2}[时:])/;
const NEAR = 8;

/** Whether a date stands at a place of a text, as its surroundings say. */
function hasSurroundings(text: string, start: number, end: number, needs: Surroundings): boolean {
  if (needs === 'any') return true;
  const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
  if (FROM.test(before) || TO.test(behind)) return true;
  if (needs === 'bound') return false;
  if (needs === 'date') return BEHIND_DATE.test(behind);
  // A line of its own.
  return start <= NEAR && before.trim() === '' && end + NEAR > text.length && behind.trim() === '';
}

/** What every form has of its own, each in a few signs: a text without any of it holds whole dates alone. */
const DAMAGE = new RegExp(
  [
    '\\d{5}\\s*年',
    '(?<!\\d)\\d{3}\\s*年',
    '\\d{4}\\s*月',
    '\\d{4}\\s*\\d{1,2}\\s*月',
    '\\d{4}\\s*年\\s*\\d{1,4}\\s*日',
    '\\d{3}\\s*日',
    '年\\s*月',
    '月\\s*日',
    '\\d{4}\\s*\\d{2}\\s*日',
    '月\\s*\\d{1,2}\\s*[起止至到\\-—–~～]',
  ].join('|'),
);

/** Damaged dates of a text, in order. Numbers that are no dates (202311次) are none. */
export function damagedDates(text: string): DamagedDate[] {
  const digits = halfWidthDigits(text);
  if (!DAMAGE.test(digits)) return [];
  const found: DamagedDate[] = [];
  for (const [at, pattern] of PATTERNS.entries()) {
    const form = FORMS[at];
    if (!form) continue;
    for (const match of matchesOf(digits, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some(other => start < other.end && other.start < end)) continue;
      const groups = (match.groups ?? {}) as Groups;
      // What cannot be a month and a day is a number of days: 2024年365日.
      if (groups.md !== undefined && groups.md.length > 2 && splits(groups.md).length === 0) continue;
      if (!hasSurroundings(digits, start, end, form.needs)) continue;
      found.push({ start, end, likely: form.read(groups) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Years at the beginning of a clause that lost their 年: 2024依托政府网站. Places of the digits. */
export function yearsAlone(text: string): readonly { readonly start: number; readonly year: number }[] {
  return matchesOf(halfWidthDigits(text), YEAR_ALONE).map(({ index, 0: year }) => ({
    start: index,
    year: Number(year),
  }));
}

const YEAR_ALONE =
  /(?:19|20)\d\d(?<=(?:^|[。；;，,\n　])\d{4})(?=依托|主动|共(?![享建])|全年|[我本](?:局|委|办|厅|院|镇|乡|街道|县|市|区|单位|机关|中心)|全[省市县区镇乡街]|累计|收到|受理|通过|积极|认真|严格|按照|持续|不断|进一步|新增|制发|未收到|没有)/g;

/** A date in full; without its year where that is not known. */
function full(year: string | undefined, month = '', day = ''): string {
  return `${year === undefined ? '' : `${year}年`}${plain(month)}月${plain(day)}日`;
}

function plain(digits: string): string {
  return String(Number(digits));
}

/** Month and day run together, where they can be parted in one way. */
function parted(year: string | undefined, digits: string): string | undefined {
  const [only, ...others] = splits(digits);
  return only && others.length === 0 ? full(year, ...only) : undefined;
}

function splits(digits: string): [month: string, day: string][] {
  const found: [string, string][] = [];
  for (let at = 1; at <= 2 && at < digits.length; at++) {
    const [month, day] = [digits.slice(0, at), digits.slice(at)];
    if (/^(?:1[0-2]|0?[1-9])$/.test(month) && /^(?:[12]\d|3[01]|0?[1-9])$/.test(day)) found.push([month, day]);
  }
  return found;
}
