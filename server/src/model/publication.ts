import { halfWidthDigits } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import { passagesOf, type Passage } from './prose/passages.ts';
import type { Report } from './report.ts';

/** A day that a draft gives for itself. */
export interface StatedDay {
  /** ISO date: 2025-01-20. Its month and day may be ones that no calendar has. */
  readonly date: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** As written, in half-width digits. */
  readonly text: string;
  readonly span: Span;
}

const LAST_BLOCKS = 4;
const FIRST_BLOCKS = 8;
const SIGNATURE = /^[^。；，,：:]{0,30}?((\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)\s*$/;
const PAGE_DATE =
  /(?:发布时间|发布日期|公开日期|成文日期|成文时间|日\s*期|时\s*间)\s*[:：]\s*((\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})日?)/;
const LONGEST_LINE = 200;

/** The date of signature at the end of a draft; undefined where there is none or it names no day. */
export function signatureOf(report: Report): StatedDay | undefined {
  return dateIn([...passagesOf(report.blocks.slice(-LAST_BLOCKS))].reverse(), SIGNATURE);
}

/** The date that a web page gives above the text (发布时间, 日期); it may be that of a later repost. */
export function pageDateOf(report: Report): StatedDay | undefined {
  return dateIn(passagesOf(report.blocks.slice(0, FIRST_BLOCKS)), PAGE_DATE);
}

/** The day on which a draft was published: its signature, else the date of its page. */
export function publicationOf(report: Report): StatedDay | undefined {
  return signatureOf(report) ?? pageDateOf(report);
}

function dateIn(passages: readonly Passage[], pattern: RegExp): StatedDay | undefined {
  for (const passage of passages) {
    if (passage.text.length > LONGEST_LINE) continue;
    const match = pattern.exec(halfWidthDigits(passage.text).replaceAll('　', ' '));
    if (!match) continue;
    const [, whole = '', year = '', month = '', day = ''] = match;
    const start = match.index + match[0].indexOf(whole);
    return {
      date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      year: Number(year),
      month: Number(month),
      day: Number(day),
      text: whole,
      span: passage.place(start, start + whole.length),
    };
  }
  return undefined;
}
