import fc from 'fast-check';
import { SMALL_TABLE_LINES } from './skeletons.ts';
import { line, placeShare as share, SIGNS } from './generators.ts';

/** A step of writing. Places are shares of the text's length. */
export type Step =
  | { readonly kind: 'replace'; readonly at: number; readonly removed: number; readonly inserted: string }
  /** The same at one of the digits, cell signs or line ends. */
  | {
      readonly kind: 'touch';
      readonly at: number;
      readonly sign: string;
      readonly removed: number;
      readonly inserted: string;
    }
  | { readonly kind: 'line'; readonly at: number; readonly action: 'delete' | 'double' | 'split' | 'join' }
  | { readonly kind: 'move'; readonly at: number; readonly to: number; readonly length: number }
  /** At one of the places that decide what distant text is: before, in or behind it. */
  | {
      readonly kind: 'mark';
      readonly mark: keyof typeof MARKS;
      readonly nth: number;
      readonly at: 'before' | 'inside' | 'behind';
      readonly removed: number | 'whole';
      readonly inserted: string;
    }
  | { readonly kind: 'undo' };

/** Places that decide what distant text is, and where rows and lines begin and end. */
const MARKS = {
  tag: /<\/?[a-z]+[^<>\n]{0,40}>?/gi,
  tableTag: /<\/?t(?:able|body|r|d)[^<>\n]{0,40}>?/gi,
  comment: /<!--|-->/g,
  fence: /^(?:```|~~~).*$/gm,
  struck: /<\/?(?:del|s)>|~~/g,
  conflict: /^(?:<<<<<<<|=======|>>>>>>>).*$/gm,
  row: /^.*[|\t+].*$/gm,
  blankLine: /^(?=\r?$)/gm,
  lineEnd: /\r\n?|\n/g,
  number: /\d+/g,
  heading: /^#{0,3} ?[一二三四五六]、.*$/gm,
} as const;

/** What opens, closes or breaks something. */
const BREAKERS = [
  '<',
  '>',
  '/',
  '!',
  '-',
  '|',
  ' ',
  '\n',
  '\n\n',
  ' aaaa',
  ' class="a"',
  ` style="${'a'.repeat(60)}"`,
  '<table>',
  '</table>',
  '</table',
  '<table ',
  '<tbody>',
  '</tbody>',
  '<tr>',
  '</tr>',
  '<td>',
  '</td>',
  '<br>',
  '<del>',
  '</del>',
  '<s>',
  '~~',
  '**',
  '<!--',
  '-->',
  '\n<!-- ',
  ' -->\n',
  '\n```\n',
  '\n~~~\n',
  '```',
  '\n<<<<<<< HEAD\n',
  '\n=======\n',
  '\n>>>>>>> 修改稿\n',
] as const;

/** Longer than what is looked at for the end of a tag. */
const LONG_ATTRIBUTE = ` style="${'a'.repeat(2100)}"`;

const inserted = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 2, arbitrary: line },
  { weight: 1, arbitrary: fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n')) },
);
const removed = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(3) },
  { weight: 2, arbitrary: fc.nat(60) },
  { weight: 1, arbitrary: fc.nat(800) },
);

const written: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('replace' as const), at: share, removed, inserted }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('touch' as const),
      at: share,
      sign: fc.constantFrom('1', '0', '|', '\n', '<', '、', '。', '（', '第', '件', '-', '\t', ' ', '年'),
      removed: fc.nat(2),
      inserted,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      at: share,
      action: fc.constantFrom('delete' as const, 'double' as const, 'split' as const, 'join' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), at: share, to: share, length: fc.nat(300) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
);

const marked: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('mark' as const),
  mark: fc.constantFrom(...(Object.keys(MARKS) as (keyof typeof MARKS)[])),
  nth: share,
  at: fc.constantFrom('before' as const, 'inside' as const, 'behind' as const),
  removed: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(2) },
    { weight: 2, arbitrary: fc.constant('whole' as const) },
  ),
  inserted: fc.oneof(
    { weight: 9, arbitrary: fc.constant('') },
    { weight: 15, arbitrary: fc.constantFrom(...BREAKERS) },
    { weight: 1, arbitrary: fc.constant(LONG_ATTRIBUTE) },
    { weight: 9, arbitrary: fc.constantFrom(...SMALL_TABLE_LINES).map(row => `${row}\n`) },
    { weight: 3, arbitrary: inserted },
  ),
});

/** Steps of writing as people make them, and those at places that decide what distant text is. */
export const step: fc.Arbitrary<Step> = fc.oneof({ weight: 1, arbitrary: written }, { weight: 1, arbitrary: marked });

/** A text after a step; `before` is the one that an undo returns to. */
export function stepped(text: string, before: string, next: Step): string {
  const place = (at: number) => Math.min(text.length, Math.floor(at * (text.length + 1)));
  switch (next.kind) {
    case 'undo':
      return before;
    case 'replace': {
      const at = place(next.at);
      return text.slice(0, at) + next.inserted + text.slice(at + next.removed);
    }
    case 'touch': {
      const found = text.indexOf(next.sign, place(next.at));
      const at = found < 0 ? text.length : found;
      return text.slice(0, at) + next.inserted + text.slice(at + next.removed);
    }
    case 'line': {
      const at = place(next.at);
      const start = text.lastIndexOf('\n', at - 1) + 1;
      const found = text.indexOf('\n', at);
      const end = found < 0 ? text.length : found + 1;
      switch (next.action) {
        case 'delete':
          return text.slice(0, start) + text.slice(end);
        case 'double':
          return text.slice(0, end) + text.slice(start, end) + text.slice(end);
        case 'split':
          return `${text.slice(0, at)}\n${text.slice(at)}`;
        case 'join':
          return text.slice(0, Math.max(start, end - 1)) + text.slice(end);
      }
    }
    // falls through: every action returns
    case 'mark': {
      const found = [...text.matchAll(MARKS[next.mark])];
      const match = found[Math.floor(next.nth * found.length)] ?? found.at(-1);
      const index = match?.index ?? text.length;
      const length = match?.[0].length ?? 0;
      if (next.removed === 'whole') return text.slice(0, index) + next.inserted + text.slice(index + length);
      const at = index + (next.at === 'before' ? 0 : next.at === 'behind' ? length : Math.ceil(length / 2));
      return text.slice(0, at) + next.inserted + text.slice(at + next.removed);
    }
    case 'move': {
      const at = place(next.at);
      const piece = text.slice(at, at + next.length);
      const rest = text.slice(0, at) + text.slice(at + next.length);
      const to = Math.min(rest.length, Math.floor(next.to * (rest.length + 1)));
      return rest.slice(0, to) + piece + rest.slice(to);
    }
  }
}
