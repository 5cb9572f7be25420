import { zlibSync } from 'fflate';

/**
 * Fonts of the files that tests make, none of them in the file: one named by a character set of the standard (what
 * server programs write), one with a table of its characters, one without, and one whose lines run downwards.
 */
export type TestFont = 'named' | 'mapped' | 'unmapped' | 'vertical';

/** A page: drawing operators, and what it is. */
export interface TestPage {
  readonly content: string;
  /** Its content as it is packed, in place of `content`. */
  readonly packed?: Uint8Array;
  readonly width?: number;
  readonly height?: number;
  /** Degrees by which it is shown turned. */
  readonly rotate?: number;
  /** Dictionaries of annotations. */
  readonly annotations?: readonly string[];
}

const FONTS: Readonly<Record<TestFont, string>> = { named: 'F1', mapped: 'F2', unmapped: 'F3', vertical: 'F4' };
/** Glyph numbers of the mapped font: its characters' codes and some, so that the table is needed. */
const SHIFT = 0x1000;

/** Bytes of a PDF file; content is packed unless `isPlain`. Encrypted ones only say that they are. */
export function pdf(
  pages: readonly TestPage[],
  { isPlain = false, isEncrypted = false }: { readonly isPlain?: boolean; readonly isEncrypted?: boolean } = {},
): Uint8Array {
  const file = new PdfFile(isPlain);
  const used = [
    ...new Set(pages.flatMap(({ content }) => [...content.matchAll(/% (.)\n/g)].map(([, sign = '']) => sign))),
  ];
  const fonts = [
    fontOf('named', 'UniGB-UCS2-H', '<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>', '/W[1 95 500]'),
    fontOf('mapped', 'Identity-H', '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>', widthsOf(used)),
    fontOf('unmapped', 'Identity-H', '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>', ''),
    fontOf('vertical', 'UniGB-UCS2-V', '<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>', '/W[1 95 500]'),
  ];
  const table = file.addStream('', toUnicode());
  const ids = fonts.map(({ name, encoding, system, widths }) => {
    const descendant = file.add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo ${system}/DW 1000${widths}/FontDescriptor ` +
        '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>',
    );
    const map = name === 'mapped' ? `/ToUnicode ${ref(table)}` : '';
    return file.add(
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[${ref(descendant)}]${map}>>`,
    );
  });
  const resources = `<</Font<<${Object.values(FONTS)
    .map((name, i) => `/${name} ${ref(ids[i] ?? 0)}`)
    .join('')}>>>>`;
  const parent = file.reserve();
  const kids = pages.map(({ content, packed, width = 595, height = 842, rotate = 0, annotations = [] }) => {
    const stream = file.addStream('', content, packed);
    const notes = annotations.map(each => ref(file.add(each)));
    return file.add(
      `<</Type/Page/Parent ${ref(parent)}/MediaBox[0 0 ${String(width)} ${String(height)}]/Rotate ${String(rotate)}` +
        `/Resources ${resources}/Contents ${ref(stream)}/Annots[${notes.join(' ')}]>>`,
    );
  });
  file.set(parent, `<</Type/Pages/Count ${String(kids.length)}/Kids[${kids.map(ref).join(' ')}]>>`);
  const catalogue = file.add(`<</Type/Catalog/Pages ${ref(parent)}>>`);
  return file.bytes(catalogue, isEncrypted);
}

function fontOf(name: TestFont, encoding: string, system: string, widths: string) {
  return { name, encoding, system, widths };
}

/** Widths of the mapped font's narrow signs. */
function widthsOf(signs: readonly string[]): string {
  const narrow = signs.filter(sign => sign < '\u0100').map(sign => `${String(sign.charCodeAt(0) + SHIFT)}[500]`);
  return `/W[${narrow.join(' ')}]`;
}

function toUnicode(): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfrange
<1020> <10FF> <0020>
<4000> <4FFF> <3000>
<5000> <AFFF> <4000>
endbfrange endcmap end end
`;
}

function ref(id: number): string {
  return `${String(id)} 0 R`;
}

/** Objects of a file. */
class PdfFile {
  private readonly objects: (string | Uint8Array)[][] = [];

  constructor(private readonly isPlain: boolean) {}

  add(body: string): number {
    return this.objects.push([body]);
  }

  reserve(): number {
    return this.objects.push([]);
  }

  set(id: number, body: string): void {
    this.objects[id - 1] = [body];
  }

  addStream(entries: string, content: string, packed?: Uint8Array): number {
    const raw = new TextEncoder().encode(content);
    const data = packed ?? (this.isPlain ? raw : zlibSync(raw));
    const filter = this.isPlain ? '' : '/Filter/FlateDecode';
    return this.objects.push([`<<${entries}/Length ${String(data.length)}${filter}>>\nstream\n`, data, '\nendstream']);
  }

  bytes(catalogue: number, isEncrypted: boolean): Uint8Array {
    const parts: Uint8Array[] = [];
    const places: number[] = [];
    let size = 0;
    const put = (part: string | Uint8Array) => {
      const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
      parts.push(bytes);
      size += bytes.length;
    };
    put('%PDF-1.5\n');
    for (const [i, object] of this.objects.entries()) {
      places.push(size);
      put(`${String(i + 1)} 0 obj\n`);
      for (const part of object) put(part);
      put('\nendobj\n');
    }
    const start = size;
    const entries = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const locked = isEncrypted
      ? `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>>>`
      : '';
    put(
      `xref\n0 ${String(places.length + 1)}\n0000000000 65535 f \n${entries}trailer\n<</Size ${String(places.length + 1)}` +
        `/Root ${ref(catalogue)}${locked}>>\nstartxref\n${String(start)}\n%%EOF\n`,
    );
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

// ── Drawing ──

/** Text whose first sign begins at a point; y counts upwards from the lower edge, as in the file. */
export function text(
  x: number,
  y: number,
  words: string,
  { size = 12, font = 'named', operators = '', matrix = '1 0 0 1' }: TextOptions = {},
): string {
  const codes = Array.from({ length: words.length }, (_, i) => words.charCodeAt(i) + (font === 'mapped' ? SHIFT : 0))
    .map(code => code.toString(16).padStart(4, '0'))
    .join('');
  const used = font === 'mapped' ? [...new Set(words)].map(sign => `% ${sign}\n`).join('') : '';
  return `${used}BT ${operators} /${FONTS[font]} ${String(size)} Tf ${matrix} ${String(x)} ${String(y)} Tm <${codes}> Tj ET\n`;
}

export interface TextOptions {
  readonly size?: number;
  readonly font?: TestFont;
  readonly operators?: string;
  readonly matrix?: string;
}

/** How a table's lines are drawn. */
export type LineStyle = 'lines' | 'boxes' | 'cells' | 'pieces';

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${String(x1)} ${String(y1)} m ${String(x2)} ${String(y2)} l S\n`;
}

export function box(x: number, y: number, width: number, height: number, painting = 'f'): string {
  return `${[x, y, width, height].map(String).join(' ')} re ${painting}\n`;
}

/** A cell of a table: its place, and its words, of which each line is one. */
export interface TestCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly words?: string;
}

/** A table from its upper left corner down; words stand in the middle of their cells. */
export function table(
  left: number,
  top: number,
  widths: readonly number[],
  heights: readonly number[],
  cells: readonly TestCell[],
  {
    style = 'lines',
    size = 9,
    font = 'named',
  }: { readonly style?: LineStyle; readonly size?: number; readonly font?: TestFont } = {},
): string {
  const x = (column: number) => left + widths.slice(0, column).reduce((a, b) => a + b, 0);
  const y = (row: number) => top - heights.slice(0, row).reduce((a, b) => a + b, 0);
  return cells
    .map(({ row, column, rowSpan = 1, columnSpan = 1, words = '' }) => {
      const [x1, x2, y1, y2] = [x(column), x(column + columnSpan), y(row + rowSpan), y(row)];
      const lines = words.split('\n');
      const first = (y1 + y2) / 2 + (lines.length / 2 - 0.9) * size * 1.1;
      return (
        frame(x1, y1, x2, y2, style) +
        lines
          .map((each, i) =>
            each === ''
              ? ''
              : text((x1 + x2) / 2 - widthOf(each, size) / 2, first - i * size * 1.1, each, { size, font }),
          )
          .join('')
      );
    })
    .join('');
}

/** Width of a text in points. */
export function widthOf(words: string, size: number): number {
  return Array.from(words).reduce((sum, sign) => sum + (sign < '\u0100' ? size / 2 : size), 0);
}

function frame(x1: number, y1: number, x2: number, y2: number, style: LineStyle): string {
  switch (style) {
    case 'cells':
      return box(x1, y1, x2 - x1, y2 - y1, 'S');
    case 'lines':
      return line(x1, y1, x2, y1) + line(x1, y2, x2, y2) + line(x1, y1, x1, y2) + line(x2, y1, x2, y2);
    case 'boxes':
      return (
        box(x1, y1, x2 - x1, 0.5) + box(x1, y2, x2 - x1, 0.5) + box(x1, y1, 0.5, y2 - y1) + box(x2, y1, 0.5, y2 - y1)
      );
    case 'pieces':
      return [
        [x1, y1, x2, y1],
        [x1, y2, x2, y2],
        [x1, y1, x1, y2],
        [x2, y1, x2, y2],
      ]
        .map(([a = 0, b = 0, c = 0, d = 0]) => {
          const [middleX, middleY] = [(a + c) / 2, (b + d) / 2];
          return line(a, b, middleX, middleY) + line(middleX + (c - a) / 60, middleY + (d - b) / 60, c, d);
        })
        .join('');
  }
}
