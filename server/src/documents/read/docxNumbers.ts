import { fullWidthDigits, numberToChinese, numberToCircled } from '../../text/numerals.ts';
import { childOf, elementsOf, isOn, valueOfChild, type XmlElement } from '../xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** Text with %1 … %9 for the numbers of the levels. */
  readonly text: string;
  readonly suffix: string;
  /** Level from which on a higher one lets this begin anew; 0: never. */
  readonly restart: number | undefined;
  readonly isLegal: boolean;
  /** Paragraph style whose paragraphs have this level. */
  readonly style: string | undefined;
}

interface List {
  /** Whose counters it shares. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew with the first paragraph of this list. */
  readonly starts: ReadonlyMap<number, number>;
}

/** The number before a paragraph. */
export interface ParagraphNumber {
  readonly isBullet: boolean;
  /** With what separates it from the text. */
  readonly text: string;
}

const MOST_LEVELS = 9;

/**
 * Automatic numbers of a document's paragraphs (ISO/IEC 29500-1, 17.9). They are no text of the document: what
 * everybody reads as 一、 stands nowhere in it. Paragraphs are numbered in the order in which they are asked for.
 */
export class Numbers {
  private readonly lists: ReadonlyMap<string, List>;
  /** Counters by abstract list and level. */
  private readonly counters = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  constructor(numbering: XmlElement | undefined) {
    this.lists = readLists(numbering);
  }

  /** The level of a list that is meant for a paragraph style; 0 where none is. */
  levelOfStyle(list: string, style: string): number {
    const levels = this.lists.get(list)?.levels ?? new Map<number, Level>();
    for (const [at, level] of levels) if (level.style === style) return at;
    return 0;
  }

  /** The number of the next paragraph of a list and level; undefined where the list is not known or has none there. */
  next(listId: string, at: number): ParagraphNumber | undefined {
    const list = this.lists.get(listId);
    const level = list?.levels.get(at);
    if (!list || !level) return undefined;
    const counters = this.countersOf(listId, list);
    counters.set(at, (counters.get(at) ?? level.start - 1) + 1);
    for (let below = at + 1; below < MOST_LEVELS; below++) {
      const restart = list.levels.get(below)?.restart;
      if (restart === undefined || at < restart) counters.delete(below);
    }
    if (level.format === 'bullet') return { isBullet: true, text: '' };
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const which = Number(digit) - 1;
      const spec = list.levels.get(which);
      if (!spec) return '';
      const value = counters.get(which) ?? spec.start;
      return numberAs(level.isLegal && which < at ? 'decimal' : spec.format, value);
    });
    return text === '' ? undefined : { isBullet: false, text: text + (level.suffix === 'space' ? ' ' : '') };
  }

  private countersOf(id: string, list: List): Map<number, number> {
    const counters = this.counters.get(list.abstractId) ?? new Map<number, number>();
    this.counters.set(list.abstractId, counters);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [at, start] of list.starts) counters.set(at, start - 1);
    }
    return counters;
  }
}

function readLists(numbering: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map<string, { levels: Map<number, Level>; styleLink: string | undefined }>();
  const byStyle = new Map<string, string>();
  for (const element of elementsOf(numbering, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    const levels = new Map(elementsOf(element, 'w:lvl').map(level => [levelNumber(level), readLevel(level)] as const));
    abstracts.set(id, { levels, styleLink: valueOfChild(element, 'w:numStyleLink') });
    const link = valueOfChild(element, 'w:styleLink');
    if (link !== undefined) byStyle.set(link, id);
  }
  const lists = new Map<string, List>();
  for (const element of elementsOf(numbering, 'w:num')) {
    let abstractId = valueOfChild(element, 'w:abstractNumId') ?? '';
    const linked = byStyle.get(abstracts.get(abstractId)?.styleLink ?? '');
    if (linked !== undefined) abstractId = linked;
    const levels = new Map(abstracts.get(abstractId)?.levels);
    const starts = new Map<number, number>();
    for (const override of elementsOf(element, 'w:lvlOverride')) {
      const at = levelNumber(override);
      const own = childOf(override, 'w:lvl');
      if (own) levels.set(at, readLevel(own));
      const start = valueOfChild(override, 'w:startOverride');
      if (start !== undefined) starts.set(at, wholeNumber(start, 1));
    }
    lists.set(element.attributes['w:numId'] ?? '', { abstractId, levels, starts });
  }
  return lists;
}

function levelNumber(element: XmlElement): number {
  return wholeNumber(element.attributes['w:ilvl'], 0);
}

function readLevel(level: XmlElement): Level {
  const restart = valueOfChild(level, 'w:lvlRestart');
  return {
    start: wholeNumber(valueOfChild(level, 'w:start'), 0),
    format: formatOf(level),
    text: valueOfChild(level, 'w:lvlText') ?? '',
    suffix: valueOfChild(level, 'w:suff') ?? 'tab',
    restart: restart === undefined ? undefined : wholeNumber(restart, 0),
    isLegal: isOn(level, 'w:isLgl') === true,
    style: valueOfChild(level, 'w:pStyle'),
  };
}

/** A format that only newer programs know stands in the choice of an alternative, its name spelled out. */
function formatOf(level: XmlElement): string {
  const direct = valueOfChild(level, 'w:numFmt');
  if (direct !== undefined) return direct;
  const fallback = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback');
  return valueOfChild(fallback, 'w:numFmt') ?? 'decimal';
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isInteger(value) && Math.abs(value) < 100_000 ? value : otherwise;
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const LEGAL = new Map([...'〇零一二三四五六七八九十百'].map((sign, i) => [sign, [...'零零壹贰叁肆伍陆柒捌玖拾佰'][i]]));

/** A number as a format writes it; formats of other scripts in Arabic digits. */
export function numberAs(format: string, value: number): string {
  switch (format) {
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return chinese(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return [...chinese(value)].map(sign => LEGAL.get(sign) ?? sign).join('');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map(digit => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
    case 'ideographTraditional':
      return STEMS.charAt(value - 1) || String(value);
    case 'ideographZodiac':
      return BRANCHES.charAt(value - 1) || String(value);
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidthDigits(String(value));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return numberToCircled(value) ?? String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `(${String(value)})`;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2488 + value - 1) : `${String(value)}.`;
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    default:
      return String(value);
  }
}

/** As {@link numberToChinese}, but up to 999 as Word counts. */
function chinese(value: number): string {
  if (value < 100 || value > 999) return numberToChinese(value);
  const rest = value % 100;
  const hundreds = `${numberToChinese(Math.floor(value / 100))}百`;
  if (rest === 0) return hundreds;
  return rest < 10
    ? `${hundreds}零${numberToChinese(rest)}`
    : `${hundreds}${rest < 20 ? '一' : ''}${numberToChinese(rest)}`;
}

/** a … z, aa, bb: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let text = '';
  for (const [step, signs] of ROMAN) {
    while (left >= step) {
      text += signs;
      left -= step;
    }
  }
  return text;
}
