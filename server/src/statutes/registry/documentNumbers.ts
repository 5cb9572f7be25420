import type { Statute } from '../types.ts';
import { statutes } from '../index.ts';
import { fold } from '../../text/fold.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import { matchesOf } from '../../text/matches.ts';

/** A document number with its parts: 国办公开办函〔2021〕30号, 国务院令第711号. Spans count from the start of the text. */
export interface DocumentNumber {
  /** `letter`: issuer, year in brackets, number; `order`: 令第…号. */
  readonly kind: 'letter' | 'order';
  readonly span: Span;
  /** Chinese characters before the year or the number; words that lead up to it may be among them: 按照国办发. */
  readonly issuer: string;
  /** Year as written in half-width digits, empty in an order. */
  readonly year: string;
  readonly yearSpan: Span;
  readonly serial: string;
  /** Opening and closing bracket as written, empty in an order. */
  readonly brackets: readonly [opening: string, closing: string];
  /** Between the brackets and behind them, where more stands there than year and number: 〔2021年〕, 〔2021〕第30号. */
  readonly hasYearWord: boolean;
  readonly hasOrdinal: boolean;
}

const LETTER =
  /([一-鿿]{2,16})[ \t　]{0,3}([〔［[【（(﹝〈<﹙{])[ \t　]{0,2}([0-9oOlI〇○]{2,6})[ \t　]?(年?)[ \t　]{0,2}([〕］\]】）)﹞〉>﹚}])[ \t　]{0,3}(第?)[ \t　]{0,2}(\d{1,6})[ \t　]{0,3}号(?![楼院线门馆窗店桥井岗厅])/g;
const ORDER = /([一-鿿]{1,20}令)[ \t　]{0,3}第?[ \t　]{0,3}(\d{1,4})[ \t　]{0,3}号/g;

/** Part of every number of a letter, quickly found; only a text that has it is searched for the whole form. */
const YEAR_IN_BRACKETS = /[〔［[【（(﹝〈<﹙{][ \t　]{0,2}[0-9０-９oOlI〇○]{2}/;

/**
 * Document numbers in a text, in order, in any width and any form of brackets. Those whose brackets lack a half, and
 * numbers of streets, cases and files without a year are none.
 */
export function documentNumbersIn(text: string): readonly DocumentNumber[] {
  const hasLetters = text.includes('号') && YEAR_IN_BRACKETS.test(text);
  if (!hasLetters && !(text.includes('令') && text.includes('号'))) return [];
  const digits = halfWidthDigits(text);
  const found: DocumentNumber[] = [];
  for (const match of hasLetters ? matchesOf(digits, LETTER) : []) {
    const [whole, issuer = '', opening = '', year = '', yearWord = '', closing = '', ordinal = '', serial = ''] = match;
    const yearAt = match.index + whole.indexOf(year, issuer.length);
    found.push({
      kind: 'letter',
      issuer,
      year,
      serial,
      brackets: [opening, closing],
      hasYearWord: yearWord !== '',
      hasOrdinal: ordinal !== '',
      span: { start: match.index, end: match.index + whole.length },
      yearSpan: { start: yearAt, end: yearAt + year.length },
    });
  }
  for (const match of digits.includes('令') ? matchesOf(digits, ORDER) : []) {
    const [whole, issuer = '', serial = ''] = match;
    const span = { start: match.index, end: match.index + whole.length };
    found.push({
      kind: 'order',
      issuer,
      year: '',
      serial,
      brackets: ['', ''],
      hasYearWord: false,
      hasOrdinal: true,
      span,
      yearSpan: { start: span.start, end: span.start },
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Words that lead up to a number without being part of it. */
const LEADING =
  /^.*(?:根据|按照|依据|依照|遵照|落实|贯彻|执行|印发|参照|对照|以及|文号|下发|转发|出台|制定|关于|通过|依|据|按|见|和|与|及|的|以|在|即|由|为)(?=.{2})/;

/** The issuer without words that lead up to it: 按照国办发 → 国办发. */
export function issuerOf({ issuer }: DocumentNumber): string {
  const whole = issuer.lastIndexOf('中华人民共和国');
  return whole >= 0 ? issuer.slice(whole) : issuer.replace(LEADING, '');
}

/** The numbers known here, read once: they are compared often. */
const PRINTED: ReadonlyMap<string, DocumentNumber | undefined> = new Map(
  statutes
    .flatMap(({ documentNumber, miscitedNumbers = [] }) => [documentNumber ?? [], miscitedNumbers].flat())
    .map(printed => [printed, documentNumbersIn(printed)[0]]),
);

function readPrinted(printed: string): DocumentNumber | undefined {
  return PRINTED.get(printed) ?? documentNumbersIn(printed)[0];
}

/**
 * Whether a number as written is this one, given as printed: 国办发〔2018〕23号; another form of brackets makes no
 * difference.
 */
export function isNumber(number: DocumentNumber, printed: string): boolean {
  const other = readPrinted(printed);
  if (other?.kind !== number.kind || other.serial !== String(Number(number.serial))) return false;
  if (number.kind === 'letter') return number.year === other.year && fold(issuerOf(number)) === fold(other.issuer);
  const bare = (issuer: string): string => issuer.replace(/^中华人民共和国/, '').replace(/^国务院令$/, '国令');
  const written = number.issuer;
  return (
    written.endsWith(other.issuer) ||
    bare(issuerOf(number)) === bare(other.issuer) ||
    written.endsWith(bare(other.issuer))
  );
}

/** Statute of this number; undefined for any other. */
export function statuteNumbered(number: DocumentNumber): Statute | undefined {
  return statutes.find(({ documentNumber }) => documentNumber !== undefined && isNumber(number, documentNumber));
}
