import type { Numbering } from '../../syntax/block.ts';
import { fullWidthDigits, numberToChinese, numberToCircled } from '../../text/numerals.ts';
import type { Source } from '../../text/source.ts';
import type { Section } from '../report.ts';

/** How a draft writes the headings of its sections: what stands before the title with its number, and behind it. */
export interface HeadingForm {
  write(ordinal: number, title: string): string;
}

/** White space, `##`, bold marks, and what stands between number and title. */
const BEFORE_NUMBER = /^[ \t\u3000]*(?:#{1,6}[ \t\u3000]*)?(?:\*\*|__)?$/;
const BEFORE_TITLE = /^(?:\*\*|__)?[ \t\u3000]*(?:\*\*|__)?$/;
const LONGEST_FRONT = 80;

/**
 * The form in which most sections that the format knows have their headings; undefined where there is none that can be
 * written again, and for the plain 一、, which goes with any Markdown level.
 */
export function headingFormOf(source: Source, sections: readonly Section[]): HeadingForm | undefined {
  const forms = new Map<string, { count: number; front: Front }>();
  for (const section of sections) {
    const front = section.id === null ? undefined : frontOf(source, section);
    if (!front) continue;
    const key = `${front.before}\0${withNumber(front.number, 1)}\0${front.behind}`;
    const known = forms.get(key);
    if (known) known.count++;
    else forms.set(key, { count: 1, front });
  }
  const [most] = [...forms.values()].sort((a, b) => b.count - a.count);
  if (!most) return undefined;
  const { before, number, behind } = most.front;
  if (`${before}${withNumber(number, 1)}${behind}` === '一、') return undefined;
  return {
    write: (ordinal, title) => {
      const front = before + withNumber(number, ordinal) + behind;
      return front + title + (['**', '__'].find(mark => front.split(mark).length % 2 === 0) ?? '');
    },
  };
}

/** The text of a number with another value: 三、 as 四、, ③ as ④. */
export function withNumber(number: WrittenNumbering | undefined, value: number): string {
  if (!number) return '';
  const wide = /[０-９]/.test(number.text);
  const digits =
    number.style === 'chinese' || number.style === 'chineseBracket'
      ? numberToChinese(value)
      : number.style === 'circled'
        ? (numberToCircled(value) ?? String(value))
        : wide
          ? fullWidthDigits(String(value))
          : String(value);
  return number.text.replace(/[一二三四五六七八九十百〇零]+|[\d０-９]+|[①-⑳]/, digits);
}

/** A number as written, with its brackets and separator. */
export interface WrittenNumbering extends Pick<Numbering, 'style'> {
  readonly text: string;
}

interface Front {
  readonly before: string;
  readonly number: WrittenNumbering | undefined;
  readonly behind: string;
}

/** What stands on a heading's line before its title; undefined for a heading within a line, or between tags. */
function frontOf({ text }: Source, { heading: { at, block } }: Section): Front | undefined {
  const title = at + (block.title.pieces[0]?.from ?? 0);
  if (title - at > LONGEST_FRONT || (at > 0 && !'\r\n'.includes(text.charAt(at - 1)))) return undefined;
  const { numbering } = block;
  const before = text.slice(at, numbering ? at + numbering.span.start : title);
  const behind = numbering ? text.slice(at + numbering.span.end, title) : '';
  if (!BEFORE_NUMBER.test(before) || !BEFORE_TITLE.test(behind)) return undefined;
  return {
    before,
    number: numbering && {
      style: numbering.style,
      text: text.slice(at + numbering.span.start, at + numbering.span.end),
    },
    behind,
  };
}
