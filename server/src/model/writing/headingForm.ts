import type { Numbering } from '../../syntax/block.ts';
import { fullWidthDigits, numberToChinese, numberToCircled } from '../../text/numerals.ts';
import type { Source } from '../../text/source.ts';
import type { Section } from '../report.ts';

/** How a draft writes the headings of its sections: what stands before the title with its number, and behind it. */
export interface HeadingForm {
  write(ordinal: number, title: string): string;
}

/** White space, `##`, tags, bold marks, and what stands between number and title. */
const BEFORE_NUMBER = /^[ \t\u3000]*(?:#{1,6}[ \t\u3000]*|(?:<[a-z][^<>]{0,60}>[ \t]{0,8}){1,3})?(?:\*\*|__)?$/i;
const BEFORE_TITLE = /^(?:\*\*|__)?[ \t\u3000]*(?:\*\*|__)?$/;
/** Bold marks, end tags and signs that close a heading behind its title. */
const BEHIND_TITLE = /^(?:\*\*|__)?(?:[ \t]{0,8}<\/[a-z][a-z0-9]{0,20}>){0,3}(?:[ \t]{1,8}#{1,6})?[ \t\u3000]*$/i;
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
    const key = [front.before, withNumber(front.number, 1), front.behind, front.end].join('\0');
    const known = forms.get(key);
    if (known) known.count++;
    else forms.set(key, { count: 1, front });
  }
  const [most] = [...forms.values()].sort((a, b) => b.count - a.count);
  if (!most) return undefined;
  const { before, number, behind, end } = most.front;
  if (`${before}${withNumber(number, 1)}${behind}${end}` === '一、') return undefined;
  return { write: (ordinal, title) => before + withNumber(number, ordinal) + behind + title + end };
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
  /** What closes the heading behind its title. */
  readonly end: string;
}

/** What stands on a heading's line around its title; undefined for a heading within a line, or among other tags. */
function frontOf({ text }: Source, { heading: { at, block }, titleSpan }: Section): Front | undefined {
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
    end: endOf(text, titleSpan.end, before + behind),
  };
}

/** What stands behind a title up to its line end; where text runs on there, what closes the bold marks before it. */
function endOf(text: string, from: number, front: string): string {
  const rest = /^[^\r\n]{0,80}/.exec(text.slice(from, from + LONGEST_FRONT))?.[0] ?? '';
  if (BEHIND_TITLE.test(rest)) return rest.trimEnd();
  return ['**', '__'].find(mark => front.split(mark).length % 2 === 0) ?? '';
}
