import { decodeLoosely } from '../../text/decode.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { Counts, loss, remark, type Note } from '../notes.ts';
import { withoutPhantoms, type Piece, type ReadDocument } from '../pieces.ts';
import { refuse, refuseDamaged } from '../refused.ts';
import {
  extentAt,
  isSet,
  listOf,
  readExtents,
  SPRM,
  styleLists,
  viewOf,
  type Extent,
  type Modifiers,
} from './docProperties.ts';
import { gridOfRows, type BinaryRow } from './docTable.ts';
import { Fields } from './docxFields.ts';
import { joinCell, raised, tidied } from './joinText.ts';

type DocCount = 'insertions' | 'deletions' | 'hidden' | 'struck' | 'pictures' | 'numbered' | 'dates' | 'notes';

const [WORD_97, WORD_97_FIB, OLDER] = [0xa5ec, 0x00c1, 0xa5dc];
const [ENCRYPTED, FIRST_TABLE] = [0x0100, 0x0200];
/** Places in the file information block (MS-DOC 2.5): pairs of offset and length in the table stream. */
const [STYLES, CHARACTERS, PARAGRAPHS, PIECES] = [0x00a2, 0x00fa, 0x0102, 0x01a2];
const [MAIN_LENGTH, NOTE_LENGTH, COMMENT_LENGTH, ENDNOTE_LENGTH, BOX_LENGTH] = [0x4c, 0x50, 0x5c, 0x60, 0x64];
const SMALLEST = 0x01aa;

/** Reads a Word 97–2003 document (.doc, .wps) by MS-DOC. Automatic numbers are not restored, which is said. */
export function readDoc(document: Uint8Array, stream: (name: string) => Uint8Array | undefined): ReadDocument {
  if (document.length < SMALLEST) refuseDamaged('WordDocument');
  const view = viewOf(document);
  const [magic, version, flags] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint16(0x0a, true)];
  if (magic === OLDER || (magic === WORD_97 && version < WORD_97_FIB)) refuse('documents.refused.oldWord', {});
  if (magic !== WORD_97) refuseDamaged('WordDocument');
  if ((flags & ENCRYPTED) !== 0) refuse('documents.refused.password', {});
  const table = stream((flags & FIRST_TABLE) !== 0 ? '1Table' : '0Table') ?? refuseDamaged('Table');
  const part = (at: number) => {
    const [start, length] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    if (start + length > table.length) refuseDamaged('Table');
    return table.subarray(start, start + length);
  };
  const data = stream('Data');
  const reader = new DocReader(
    readExtents(document, part(CHARACTERS), 'characters', data),
    readExtents(document, part(PARAGRAPHS), 'paragraphs', data),
    styleLists(part(STYLES)),
  );
  const length = view.getUint32(MAIN_LENGTH, true);
  for (const { sign, at } of characters(document, part(PIECES), length)) reader.read(sign, at);
  const others = [NOTE_LENGTH, COMMENT_LENGTH, ENDNOTE_LENGTH, BOX_LENGTH].filter(at => view.getUint32(at, true) > 1);
  return reader.finish(others.length);
}

interface Character {
  readonly sign: string;
  /** Offset in the document's stream. */
  readonly at: number;
}

const COMPRESSED = 0x40000000;

/** The characters of the main text, piece by piece (Clx, MS-DOC 2.9.38). */
function* characters(document: Uint8Array, clx: Uint8Array, length: number): Iterable<Character> {
  const pieces = pieceTable(clx);
  const view = viewOf(pieces);
  const count = Math.floor((pieces.length - 4) / 12);
  for (let i = 0; i < count; i++) {
    const first = view.getUint32(4 * i, true);
    const last = Math.min(length, view.getUint32(4 * (i + 1), true));
    const written = view.getUint32(4 * (count + 1) + 8 * i + 2, true);
    const isCompressed = (written & COMPRESSED) !== 0;
    const start = isCompressed ? (written & ~COMPRESSED) >>> 1 : written & ~COMPRESSED;
    const width = isCompressed ? 1 : 2;
    if (last > first && start + (last - first) * width > document.length) refuseDamaged('WordDocument');
    for (let at = start; at < start + (last - first) * width; at += width) {
      const sign = isCompressed
        ? decodeLoosely('windows-1252', document.subarray(at, at + 1))
        : String.fromCharCode((document[at] ?? 0) | ((document[at + 1] ?? 0) << 8));
      yield { sign, at };
    }
  }
}

function pieceTable(clx: Uint8Array): Uint8Array {
  const view = viewOf(clx);
  for (let at = 0; at + 5 <= clx.length;) {
    if (clx[at] === 2) {
      const size = view.getUint32(at + 1, true);
      if (at + 5 + size > clx.length) break;
      return clx.subarray(at + 5, at + 5 + size);
    }
    if (clx[at] !== 1) break;
    at += 3 + view.getUint16(at + 1, true);
  }
  return refuseDamaged('Clx');
}

const NO_MODIFIERS: Modifiers = new Map();

/** Puts characters together to paragraphs, cells and rows. */
class DocReader {
  private readonly pieces: Piece[] = [];
  private readonly counts = new Counts<DocCount>();
  private readonly fields = new Fields(() => {
    this.counts.add('dates');
  });
  private readonly text: TextCollector;
  /** Lines of the cell, cells of the row and rows of the table that are open. */
  private readonly open: { lines: MappedText[]; cells: MappedText[]; rows: BinaryRow[] } = {
    lines: [],
    cells: [],
    rows: [],
  };

  constructor(
    characters: readonly Extent[],
    private readonly paragraphs: readonly Extent[],
    private readonly listStyles: ReadonlySet<number>,
  ) {
    this.text = new TextCollector(characters, this.counts, this.fields);
  }

  read(sign: string, at: number): void {
    if (sign === '\r' || sign === '\u0007' || sign === '\f') this.endParagraph(sign, at);
    else this.text.add(sign, at);
  }

  /** `others`: how many further texts there are (notes, comments, text boxes), which are not read. */
  finish(others: number): ReadDocument {
    this.endParagraph('\r', -1);
    this.endTable();
    const count = (name: DocCount) => this.counts.of(name);
    const notes: Note[] = [
      ...(count('insertions') + count('deletions') > 0
        ? [loss('documents.note.trackedChanges', { count: count('insertions'), number: String(count('deletions')) })]
        : []),
      ...(count('pictures') > 0 ? [loss('documents.note.pictures', { count: count('pictures'), names: '' })] : []),
      ...(count('hidden') > 0 ? [loss('documents.note.hidden', { count: count('hidden') })] : []),
      ...(count('struck') > 0 ? [loss('documents.note.struck', { count: count('struck') })] : []),
      ...(count('numbered') > 0 ? [loss('documents.note.binaryNumbers', { count: count('numbered') })] : []),
      ...(others > 0 ? [loss('documents.note.binaryParts', {})] : []),
      ...(count('dates') > 0 ? [remark('documents.note.dateFields', { count: count('dates') })] : []),
    ];
    return { pieces: this.pieces, notes };
  }

  private endParagraph(sign: string, at: number): void {
    const extent = extentAt(this.paragraphs, at);
    const modifiers = extent?.modifiers ?? NO_MODIFIERS;
    const lines = this.text
      .take()
      .map(tidied)
      .filter(({ text }) => text !== '');
    if (lines.length > 0 && this.isNumbered(extent)) this.counts.add('numbered');
    const depth = modifiers.get(SPRM.depth)?.[0] ?? 0;
    const isInTable = isSet(modifiers, SPRM.inTable) || depth > 0;
    if (!isInTable) {
      this.endTable();
      const isCentred = (modifiers.get(SPRM.centred) ?? modifiers.get(SPRM.centred80))?.[0] === 1;
      for (const text of lines) this.pieces.push({ kind: 'paragraph', text, ...(isCentred ? { isCentred } : {}) });
      return;
    }
    const { open } = this;
    if (isSet(modifiers, SPRM.rowEnd)) {
      open.rows.push({ cells: open.cells, definition: modifiers.get(SPRM.tableDefinition) });
      open.cells = [];
      open.lines = [];
      return;
    }
    open.lines.push(...lines);
    // Cells of tables inside cells end with a paragraph mark.
    if (sign !== '\u0007') return;
    open.cells.push(joinCell(open.lines));
    open.lines = [];
  }

  private isNumbered(extent: Extent | undefined): boolean {
    if (!extent) return false;
    return extent.modifiers.has(SPRM.list) ? listOf(extent.modifiers) !== 0 : this.listStyles.has(extent.style);
  }

  private endTable(): void {
    const { rows, lines, cells } = this.open;
    for (const text of [...cells, ...lines]) if (text.text !== '') this.pieces.push({ kind: 'paragraph', text });
    if (rows.length > 0) this.pieces.push({ kind: 'table', grid: withoutPhantoms(gridOfRows(rows)) });
    Object.assign(this.open, { rows: [], lines: [], cells: [] });
  }
}

/** Collects the shown characters of a paragraph; deleted, hidden and struck ones are counted. */
class TextCollector {
  private lines: string[] = [''];
  private state: DocCount | undefined;

  constructor(
    private readonly extents: readonly Extent[],
    private readonly counts: Counts<DocCount>,
    private readonly fields: Fields,
  ) {}

  add(sign: string, at: number): void {
    const modifiers = extentAt(this.extents, at)?.modifiers ?? NO_MODIFIERS;
    const state = isSet(modifiers, SPRM.deleted)
      ? 'deletions'
      : isSet(modifiers, SPRM.hidden)
        ? 'hidden'
        : isSet(modifiers, SPRM.struck) || isSet(modifiers, SPRM.struckTwice)
          ? 'struck'
          : isSet(modifiers, SPRM.inserted)
            ? 'insertions'
            : undefined;
    if (state !== undefined && state !== this.state) this.counts.add(state);
    this.state = state;
    if (state !== undefined && state !== 'insertions') return;
    const code = sign.charCodeAt(0);
    if (code === 0x13) this.fields.begin();
    else if (code === 0x14) this.fields.separate();
    else if (code === 0x15) this.fields.end();
    else if (!this.fields.isShown) this.fields.instruct(sign);
    else if (code === 0x0b) this.lines.push('');
    else if (code === 0x01 || code === 0x08) {
      if (isSet(modifiers, SPRM.special)) this.counts.add('pictures');
    } else if (code === 0x1e) this.put('-');
    else if (code >= 0x20 || code === 0x09) {
      const isRaised = this.lines.at(-1) !== '' && modifiers.get(SPRM.raised)?.[0] === 1;
      this.put(isRaised ? raised(sign) : sign);
    }
  }

  take(): MappedText[] {
    const taken = this.lines.map(text => ({ text, pieces: [{ at: 0, length: text.length, from: 0, to: 0 }] }));
    this.lines = [''];
    return taken;
  }

  private put(sign: string): void {
    this.lines[this.lines.length - 1] += sign;
  }
}
