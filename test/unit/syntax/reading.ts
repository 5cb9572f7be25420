import { expect } from 'vitest';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import type { Block, Cell, Heading, Placed, Table } from '../../../server/src/syntax/block.ts';
import { wordsOf } from '../../../server/src/syntax/inline.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { place, type MappedText } from '../../../server/src/text/mappedText.ts';
import { shift } from '../../../server/src/text/span.ts';
import { unify } from '../../../server/src/text/unify.ts';

/** Blocks of a draft. */
export function read(text: string): readonly Placed[] {
  return parse(text, VOCABULARY).blocks;
}

/** Blocks of one kind. */
export function ofKind<K extends Block['kind']>(
  blocks: readonly Placed[],
  kind: K,
): Placed<Extract<Block, { kind: K }>>[] {
  return blocks.filter((placed): placed is Placed<Extract<Block, { kind: K }>> => placed.block.kind === kind);
}

/** Each block in a word: `一、总体情况` as `chinese 1 总体情况`, a table as its rows, a paragraph as `¶` and its text. */
export function brief(text: string): string[] {
  return read(text).map(({ block }) => {
    switch (block.kind) {
      case 'heading':
        return describeHeading(block);
      case 'paragraph':
        return `¶${block.numbering ? `${block.numbering.style} ${String(block.numbering.value)} ` : ''}${block.text.text}`;
      case 'table':
        return `${block.layout} ${textsOf(block)
          .map(row => row.join('|'))
          .join('⏎')}`;
      case 'directive':
        return `<${block.command.kind}>`;
    }
  });
}

/** `##chinese 1 总体情况…`: level, number, title, and … where text follows on its line. */
export function describeHeading(heading: Heading): string {
  const number = heading.numbering ? `${heading.numbering.style} ${String(heading.numbering.value)} ` : '';
  return `${'#'.repeat(heading.markdownLevel ?? 0)}${number}${heading.title.text}${heading.runsOn ? '…' : ''}`;
}

/** The only table of a draft. */
export function tableOf(text: string): Placed<Table> {
  const tables = ofKind(read(text), 'table');
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

/** Texts of a table's cells; a merged cell in each of its places. */
export function textsOf(table: Table): string[][] {
  return table.rows.map(row => row.cells.map(cell => cell.text));
}

/** The different cells of a table in reading order. */
export function cellsOf(table: Table): Cell[] {
  return [...new Set(table.rows.flatMap(row => row.cells))];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&#12288;': '\u3000',
  '&#x5E74;': '年',
};

/** What a reader sees of a piece of a file: no tags, entities decoded, white space left out. */
export function seen(piece: string): string {
  return piece
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]+;/g, entity => ENTITIES[entity] ?? entity)
    .replace(/\\\|/g, '|')
    .replace(/[\s\u00a0]/g, '');
}

/**
 * What holds of every draft however damaged: blocks follow each other without gaps, and nothing lies outside of them.
 */
export function expectInside(text: string, blocks: readonly Placed[] = read(text)): void {
  for (const [i, { at, block }] of blocks.entries()) {
    expect(at + block.length).toBe(blocks[i + 1]?.at ?? text.length);
    const spans =
      block.kind === 'table'
        ? [block.span, ...cellsOf(block).map(cell => cell.span)]
        : block.kind === 'directive'
          ? [block.span]
          : block.text.pieces.map(piece => ({ start: piece.from, end: piece.to }));
    for (const span of spans) {
      if (span.start < 0 || span.end < span.start || span.end > block.length)
        expect.fail(`${block.kind} at ${String(at)}: ${JSON.stringify(span)} of ${String(block.length)}`);
    }
  }
}

/**
 * What holds of every draft: blocks follow each other without gaps up to the end, and all that they say stands in the
 * file where they say it does.
 */
export function expectSound(text: string, blocks: readonly Placed[] = read(text)): void {
  for (const [i, { at, block }] of blocks.entries()) {
    expect(at + block.length, 'a block reaches up to the next one').toBe(blocks[i + 1]?.at ?? text.length);
    expect(block.length).toBeGreaterThan(0);
    if (block.kind === 'heading' || block.kind === 'paragraph') {
      expectMapped(text, at, block.text);
      if (block.kind === 'heading') expectMapped(text, at, block.title);
      if (block.numbering) {
        const span = shift(block.numbering.span, at);
        expect(seen(asRead(block.text.text))).toContain(seen(asRead(text.slice(span.start, span.end))));
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    } else if (block.kind === 'table') {
      const span = shift(block.span, at);
      expect(span.start).toBeGreaterThanOrEqual(at);
      expect(span.end).toBeLessThanOrEqual(at + block.length);
      for (const cell of cellsOf(block)) {
        const where = shift(cell.span, at);
        expect(where.start).toBeGreaterThanOrEqual(span.start);
        expect(where.end).toBeLessThanOrEqual(span.end);
        expectSaid(text.slice(where.start, where.end), cell.text);
      }
    }
  }
}

/** A cell says its words as written, without marks; in HTML what a reader sees. */
function expectSaid(written: string, text: string): void {
  const bare = (piece: string) => piece.replace(/[\s\u00a0]/g, '');
  if (bare(written) !== bare(text) && bare(wordsOf(written)) !== bare(text)) expect(seen(written)).toBe(bare(text));
}

function expectMapped(text: string, at: number, mapped: MappedText): void {
  expect(mapped.pieces.reduce((length, piece) => length + piece.length, 0)).toBe(mapped.text.length);
  for (let index = 0; index < mapped.text.length; index++) {
    const one = shift(place(mapped, index, index + 1), at);
    const sign = text.slice(one.start, one.end);
    if (sign.length === 1) expect(asRead(sign)).toBe(asRead(mapped.text.charAt(index)));
    // The gap between two lines stands nowhere.
    else expect(sign).toMatch(/^(?:&[#\w]+;?)?$/);
  }
}

/** A sign as it is read: radicals as characters, digits half-width, white space as such. */
function asRead(sign: string): string {
  return unify(sign)
    .replace(/[０-９％]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0]/g, ' ');
}
