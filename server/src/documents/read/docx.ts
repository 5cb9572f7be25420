import { joined, type MappedText } from '../../text/mappedText.ts';
import type { Container } from '../container.ts';
import { Counts, loss, remark, type Note } from '../notes.ts';
import { withoutPhantoms, type Piece, type ReadDocument } from '../pieces.ts';
import { childOf, descendantsOf, elementsOf, valueOfChild, type XmlElement } from '../xml.ts';
import { Fields } from './docxFields.ts';
import { isPrompt, readInline, type DocxCount, type DocxState, type Inline } from './docxInline.ts';
import { Numbers } from './docxNumbers.ts';
import { openDocx } from './docxPackage.ts';
import { cellsOf, isLayoutTable, readDocxTable, rowsOf } from './docxTable.ts';
import { joinCell, tidied } from './joinText.ts';

/** Reads a Word document (.docx). Places of texts are offsets in the text of its main part. */
export function readDocx(container: Container): ReadDocument {
  const counts = new Counts<DocxCount>();
  const state: DocxState = {
    package: openDocx(container),
    fields: new Fields(() => {
      counts.add('dates');
    }),
    counts,
    pictures: [],
    footnotes: [],
  };
  const reader = new DocxReader(state);
  const pieces = reader.readBlocks(state.package.body);
  for (const [i, note] of state.footnotes.entries())
    pieces.push({ kind: 'footnote', number: i + 1, text: reader.plainText(note) });
  return { pieces, notes: [...macroNotes(container), ...notesOf(state)] };
}

class DocxReader {
  private readonly numbers: Numbers;

  constructor(private readonly state: DocxState) {
    this.numbers = new Numbers(state.package.numbering);
  }

  /** Pieces of what stands in the body, a cell, a text box, a note. */
  readBlocks(parent: XmlElement): Piece[] {
    const pieces: Piece[] = [];
    /** Text that goes on in the next paragraph: its mark is deleted, or it is a drop cap. */
    let carried: Inline | undefined;
    const read = (element: XmlElement): void => {
      switch (element.name) {
        case 'w:p': {
          const inline = this.inlineOf(element, carried);
          carried = hasDeletedMark(element) || isDropCap(element) ? inline : undefined;
          if (this.state.fields.isInContents && isContentsTitle(pieces.at(-1))) pieces.pop();
          if (!carried) pieces.push(...this.paragraphPieces(element, inline));
          return;
        }
        case 'w:tbl':
          pieces.push(...this.readTable(element));
          return;
        case 'w:sdt':
          if (isContents(element)) return;
          if (isPrompt(element)) {
            this.state.counts.add('prompts');
            return;
          }
          elementsOf(childOf(element, 'w:sdtContent')).forEach(read);
          return;
        case 'w:customXml':
        case 'w:ins':
        case 'w:moveTo':
          elementsOf(element).forEach(read);
          return;
        case 'mc:AlternateContent':
          elementsOf(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')).forEach(read);
          return;
        case 'm:oMathPara':
          this.state.counts.add('equations');
          return;
        case 'w:altChunk':
        case 'w:subDoc':
          this.state.counts.add('embedded');
          return;
        default:
          return;
      }
    };
    elementsOf(parent).forEach(read);
    if (carried) pieces.push(...linesOf(carried).map((text): Piece => ({ kind: 'paragraph', text })));
    return pieces;
  }

  /** Words of a comment or footnote, its paragraphs in one line. */
  plainText(parent: XmlElement): string {
    return elementsOf(parent, 'w:p')
      .flatMap(paragraph => linesOf(readInline(paragraph, this.state)))
      .map(({ text }) => text)
      .join(' ');
  }

  private inlineOf(paragraph: XmlElement, carried: Inline | undefined): Inline {
    const own = readInline(paragraph, this.state);
    if (!carried) return own;
    const [first, ...others] = own.lines;
    const last = carried.lines.at(-1);
    return {
      lines: [...carried.lines.slice(0, -1), ...(first && last ? [joined(last, first)] : []), ...others],
      comments: [...carried.comments, ...own.comments],
      textBoxes: [...carried.textBoxes, ...own.textBoxes],
    };
  }

  private paragraphPieces(paragraph: XmlElement, inline: Inline): Piece[] {
    const { styles, comments } = this.state.package;
    const properties = childOf(paragraph, 'w:pPr');
    const isShown = !styles.isContents(properties);
    const lines = isShown ? linesOf(inline) : [];
    const number = isShown ? this.numberOf(properties) : undefined;
    const isCentred = styles.isCentred(properties);
    const isBullet = number?.isBullet === true;
    const numbered = number && !isBullet ? withFront(lines, number.text, paragraph.start) : lines;
    return [
      ...numbered.map((text, i): Piece => ({
        kind: 'paragraph',
        text,
        ...(isCentred ? { isCentred } : {}),
        ...(isBullet && i === 0 ? { isBullet } : {}),
      })),
      ...inline.textBoxes.flatMap(box =>
        this.readBlocks(box).map(piece => (piece.kind === 'paragraph' ? { ...piece, isBoxed: true } : piece)),
      ),
      ...inline.comments.flatMap((id): Piece[] => {
        const comment = comments.get(id);
        if (!comment) return [];
        return [{ kind: 'comment', author: comment.attributes['w:author'] ?? '', text: this.plainText(comment) }];
      }),
    ];
  }

  private numberOf(properties: XmlElement | undefined) {
    const list = this.state.package.styles.listOf(properties);
    if (!list) return undefined;
    return this.numbers.next(list.list, list.level ?? this.numbers.levelOfStyle(list.list, list.style));
  }

  private readTable(table: XmlElement): Piece[] {
    if (isLayoutTable(table))
      return rowsOf(table)
        .flatMap(cellsOf)
        .flatMap(cell => this.readBlocks(cell));
    const behind: Piece[] = [];
    const grid = readDocxTable(table, {
      readCell: cell => {
        const lines: MappedText[] = [];
        const inside = this.readBlocks(cell);
        const hasOwn = inside.some(piece => piece.kind === 'paragraph' && !piece.isBoxed);
        for (const piece of inside) {
          // What floats above a cell, as the note beside a seal, is none of its figure.
          if (piece.kind === 'paragraph' && !(piece.isBoxed && hasOwn)) lines.push(piece.text);
          else behind.push(piece);
        }
        // An empty cell stands where its first paragraph ends.
        const end = elementsOf(cell, 'w:p')[0]?.innerEnd ?? cell.innerEnd;
        return lines.length > 0 ? joinCell(lines) : { text: '', pieces: [{ at: 0, length: 0, from: end, to: end }] };
      },
      dropRow: () => {
        this.state.counts.add('deletions');
      },
      hideText: () => {
        this.state.counts.add('hidden');
      },
    });
    return [{ kind: 'table', grid: withoutPhantoms(grid) }, ...behind];
  }
}

/** The paragraph's lines that are not blank. */
function linesOf({ lines }: Inline): MappedText[] {
  return lines.map(tidied).filter(({ text }) => text !== '');
}

function withFront(lines: readonly MappedText[], front: string, at: number): MappedText[] {
  const [first, ...others] = lines;
  const from = first?.pieces[0]?.from ?? at;
  const number: MappedText = { text: front, pieces: [{ at: 0, length: front.length, from, to: from }] };
  return [first ? joined(number, first) : tidied(number), ...others];
}

function hasDeletedMark(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined;
}

/** Whether a paragraph is the large first letter of the next one. */
function isDropCap(paragraph: XmlElement): boolean {
  const cap = childOf(childOf(paragraph, 'w:pPr'), 'w:framePr')?.attributes['w:dropCap'];
  return cap === 'drop' || cap === 'margin';
}

function isContents(control: XmlElement): boolean {
  const gallery = descendantsOf(childOf(control, 'w:sdtPr') ?? control, 'w:docPartGallery')[0];
  return /^table of contents$/i.test(gallery?.attributes['w:val'] ?? valueOfChild(control, 'w:docPartGallery') ?? '');
}

/** The line above a table of contents. */
function isContentsTitle(piece: Piece | undefined): boolean {
  return piece?.kind === 'paragraph' && piece.text.text.replace(/\s/g, '') === '目录';
}

/** Macros are not looked at; that there are some is said. */
function macroNotes({ names }: Container): Note[] {
  return names.some(name => /(?:^|\/)vbaProject\.bin$/i.test(name)) ? [remark('documents.note.macros', {})] : [];
}

function notesOf({ counts, pictures }: DocxState): Note[] {
  const count = (name: DocxCount) => counts.of(name);
  const names = pictures.slice(0, 5).join('、');
  return [
    ...(count('insertions') + count('deletions') > 0
      ? [
          loss('documents.note.trackedChanges', {
            count: count('insertions'),
            number: String(count('deletions')),
          }),
        ]
      : []),
    ...(count('pictures') > 0 ? [loss('documents.note.pictures', { count: count('pictures'), names })] : []),
    ...(count('objects') > 0 ? [loss('documents.note.objects', { count: count('objects') })] : []),
    ...(count('equations') > 0 ? [loss('documents.note.equations', { count: count('equations') })] : []),
    ...(count('hidden') > 0 ? [loss('documents.note.hidden', { count: count('hidden') })] : []),
    ...(count('struck') > 0 ? [loss('documents.note.struck', { count: count('struck') })] : []),
    ...(count('uncomputed') > 0 ? [loss('documents.note.uncomputed', { count: count('uncomputed') })] : []),
    ...(count('prompts') > 0 ? [loss('documents.note.prompts', { count: count('prompts') })] : []),
    ...(count('symbols') > 0 ? [loss('documents.note.symbols', { count: count('symbols') })] : []),
    ...(count('embedded') > 0 ? [loss('documents.note.embedded', { count: count('embedded') })] : []),
    ...(count('textBoxes') > 0 ? [remark('documents.note.textBoxes', { count: count('textBoxes') })] : []),
    ...(count('comments') > 0 ? [remark('documents.note.comments', { count: count('comments') })] : []),
    ...(count('footnotes') > 0 ? [remark('documents.note.footnotes', { count: count('footnotes') })] : []),
    ...(count('dates') > 0 ? [remark('documents.note.dateFields', { count: count('dates') })] : []),
  ];
}
