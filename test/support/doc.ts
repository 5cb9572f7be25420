import * as CFB from 'cfb';

/** A paragraph of a binary Word document: its runs, the sign that ends it, its modifiers as codes with operands. */
export interface BinaryParagraph {
  readonly runs: readonly { readonly text: string; readonly modifiers?: readonly number[] }[];
  readonly end?: '\r' | '\u0007';
  readonly modifiers?: readonly number[];
}

const PAGE = 512;
const TEXT_AT = 0x400;

/** A modifier with its operand, little endian. */
export function sprm(code: number, ...operand: readonly number[]): number[] {
  return [code & 0xff, code >> 8, ...operand];
}

const [IN_TABLE, ROW_END, TABLE_DEFINITION] = [0x2416, 0x2417, 0xd608];

/** Paragraphs of a row: cells with their borders in twips; a flag merges a cell with the one above. */
export function row(
  edges: readonly number[],
  cells: readonly { readonly text: string; readonly merge?: 'restart' | 'continue' }[],
): BinaryParagraph[] {
  const word = (value: number) => [value & 0xff, (value >> 8) & 0xff];
  const flags = { restart: 0x60, continue: 0x20 };
  const definition = [
    cells.length,
    ...edges.flatMap(word),
    ...cells.flatMap(({ merge }) => [
      ...word(merge === undefined ? 0 : flags[merge]),
      ...new Array<number>(18).fill(0),
    ]),
  ];
  return [
    ...cells.map(({ text }): BinaryParagraph => ({ runs: [{ text }], end: '\u0007', modifiers: sprm(IN_TABLE, 1) })),
    {
      runs: [],
      end: '\u0007',
      modifiers: [
        ...sprm(IN_TABLE, 1),
        ...sprm(ROW_END, 1),
        ...sprm(TABLE_DEFINITION, ...word(definition.length + 1), ...definition),
      ],
    },
  ];
}

/** Bytes of a Word 97–2003 document; each run and each paragraph has a page of properties of its own. */
export function doc(paragraphs: readonly BinaryParagraph[], flags = 0): Uint8Array {
  const text = paragraphs.map(({ runs, end = '\r' }) => runs.map(run => run.text).join('') + end).join('');
  const characters: { end: number; modifiers: readonly number[] }[] = [];
  const ends: { end: number; modifiers: readonly number[] }[] = [];
  let at = TEXT_AT;
  for (const { runs, modifiers = [] } of paragraphs) {
    for (const run of runs) characters.push({ end: (at += 2 * run.text.length), modifiers: run.modifiers ?? [] });
    characters.push({ end: (at += 2), modifiers: [] });
    ends.push({ end: at, modifiers });
  }
  const firstPage = Math.ceil((TEXT_AT + 2 * text.length) / PAGE);
  const document = new Uint8Array(PAGE * (firstPage + characters.length + ends.length));
  const view = new DataView(document.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0x00c1, true);
  view.setUint16(0x0a, flags, true);
  view.setUint32(0x4c, text.length, true);
  for (let i = 0; i < text.length; i++) view.setUint16(TEXT_AT + 2 * i, text.charCodeAt(i), true);
  const table: number[] = [];
  const bins = (extents: readonly { end: number; modifiers: readonly number[] }[], first: number, isText: boolean) => {
    const starts = [TEXT_AT, ...extents.map(({ end }) => end)];
    for (const [i, { end, modifiers }] of extents.entries()) {
      const page = PAGE * (first + i);
      view.setUint32(page, starts[i] ?? 0, true);
      view.setUint32(page + 4, end, true);
      const place = 64;
      document[page + 8] = place / 2;
      document[page + PAGE - 1] = 1;
      // An odd length stands in one byte with the style's number, halved and rounded up.
      const padded = modifiers.length % 2 === 0 ? [...modifiers, 0] : [...modifiers];
      if (isText) document.set([modifiers.length, ...modifiers], page + place);
      else document.set([(padded.length + 3) / 2, 0, 0, ...padded], page + place);
    }
    const long = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
    return [...starts.flatMap(long), ...extents.flatMap((_, i) => long(first + i))];
  };
  const add = (place: number, bytes: readonly number[]) => {
    view.setUint32(place, table.length, true);
    view.setUint32(place + 4, bytes.length, true);
    table.push(...bytes);
  };
  add(0x00fa, bins(characters, firstPage, true));
  add(0x0102, bins(ends, firstPage + characters.length, false));
  const long = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
  const pieces = [...long(0), ...long(text.length), 0, 0, ...long(TEXT_AT), 0, 0];
  add(0x01a2, [2, ...long(pieces.length), ...pieces]);
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/WordDocument', document);
  CFB.utils.cfb_add(file, '/0Table', Uint8Array.from(table));
  return Uint8Array.from(CFB.write(file, { type: 'array' }) as number[]);
}
