/** Properties of characters or of a paragraph, over an extent of offsets in the document's stream. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  /** Style of a paragraph; 0 for characters. */
  readonly style: number;
  readonly modifiers: Modifiers;
}

/** Single property modifiers by their codes (MS-DOC 2.6), each with its operand. */
export type Modifiers = ReadonlyMap<number, Uint8Array>;

export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  struck: 0x0837,
  hidden: 0x083c,
  struckTwice: 0x2a53,
  special: 0x0855,
  raised: 0x2a48,
  centred80: 0x2403,
  centred: 0x2461,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerRowEnd: 0x244c,
  list: 0x460b,
  hugeParagraph: 0x6646,
  hugeParagraphOld: 0x6645,
  tableDefinition: 0xd608,
} as const;

const PAGE = 512;

/** Extents of a table of pages (PlcfBteChpx, PlcfBtePapx): where they are, the pages hold. */
export function readExtents(
  document: Uint8Array,
  bins: Uint8Array,
  kind: 'characters' | 'paragraphs',
  data: Uint8Array | undefined,
): Extent[] {
  const extents: Extent[] = [];
  const view = viewOf(bins);
  const count = Math.max(0, Math.floor((bins.length - 4) / 8));
  for (let i = 0; i < count; i++) {
    const at = (view.getUint32(4 * (count + 1) + 4 * i, true) & 0x3fffff) * PAGE;
    const page = document.subarray(at, at + PAGE);
    if (page.length === PAGE) readPage(page, kind, data, extents);
  }
  return extents.sort((a, b) => a.start - b.start);
}

function readPage(
  page: Uint8Array,
  kind: 'characters' | 'paragraphs',
  data: Uint8Array | undefined,
  extents: Extent[],
): void {
  const view = viewOf(page);
  const count = page[PAGE - 1] ?? 0;
  const width = kind === 'characters' ? 1 : 13;
  if (4 * (count + 1) + width * count >= PAGE) return;
  for (let i = 0; i < count; i++) {
    const [start, end] = [view.getUint32(4 * i, true), view.getUint32(4 * (i + 1), true)];
    const at = 2 * (page[4 * (count + 1) + width * i] ?? 0);
    if (at === 0) {
      extents.push({ start, end, style: 0, modifiers: new Map() });
      continue;
    }
    if (kind === 'characters') {
      const size = page[at] ?? 0;
      extents.push({ start, end, style: 0, modifiers: readModifiers(page.subarray(at + 1, at + 1 + size)) });
      continue;
    }
    const first = page[at] ?? 0;
    const [from, size] = first === 0 ? [at + 2, 2 * (page[at + 1] ?? 0)] : [at + 1, 2 * first - 1];
    const style = (page[from] ?? 0) + 256 * (page[from + 1] ?? 0);
    extents.push({ start, end, style, modifiers: withData(readModifiers(page.subarray(from + 2, from + size)), data) });
  }
}

/** Modifiers with those that did not fit a page and lie in the data stream. */
function withData(modifiers: Modifiers, data: Uint8Array | undefined): Modifiers {
  const place = modifiers.get(SPRM.hugeParagraph) ?? modifiers.get(SPRM.hugeParagraphOld);
  if (!place || !data) return modifiers;
  const at = viewOf(place).getUint32(0, true);
  if (at + 2 > data.length) return modifiers;
  const size = viewOf(data).getUint16(at, true);
  return new Map([...modifiers, ...readModifiers(data.subarray(at + 2, at + 2 + size))]);
}

/** Lengths of operands by the three highest bits of a code; 6: the operand says it. */
const LENGTHS = [1, 1, 2, 4, 2, 2, -1, 3] as const;

function readModifiers(bytes: Uint8Array): Modifiers {
  const found = new Map<number, Uint8Array>();
  const view = viewOf(bytes);
  for (let at = 0; at + 2 < bytes.length;) {
    const code = view.getUint16(at, true);
    const length = LENGTHS[code >> 13] ?? 1;
    let from = at + 2;
    let size: number = length;
    if (code === SPRM.tableDefinition) {
      if (from + 2 > bytes.length) break;
      size = view.getUint16(from, true) - 1;
      from += 2;
    } else if (length < 0) {
      size = bytes[from] ?? 0;
      from++;
    }
    if (size < 0) break;
    found.set(code, bytes.subarray(from, from + size));
    at = from + size;
  }
  return found;
}

/** Whether a modifier that is on or off is on. */
export function isSet(modifiers: Modifiers, code: number): boolean {
  return ((modifiers.get(code)?.[0] ?? 0) & 1) !== 0;
}

/** The extent around an offset; `undefined` where there is none. */
export function extentAt(extents: readonly Extent[], offset: number): Extent | undefined {
  let low = 0;
  let high = extents.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((extents[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = extents[low];
  return found && found.start <= offset && offset < found.end ? found : undefined;
}

/** List of each paragraph style that has one (STSH, MS-DOC 2.9.271), by the style's number. */
export function styleLists(sheet: Uint8Array): ReadonlySet<number> {
  const lists = new Set<number>();
  if (sheet.length < 6) return lists;
  const view = viewOf(sheet);
  const base = view.getUint16(4, true);
  const count = view.getUint16(2, true);
  let at = 2 + view.getUint16(0, true);
  for (let style = 0; style < count && at + 2 <= sheet.length; style++) {
    const size = view.getUint16(at, true);
    const end = at + 2 + size;
    if (size > base && end <= sheet.length && (view.getUint16(at + 4, true) & 0xf) === PARAGRAPH_STYLE) {
      const name = at + 2 + base;
      const first = name + 2 + 2 * (view.getUint16(name, true) + 1);
      if (first + 2 <= end) {
        const length = view.getUint16(first, true);
        const modifiers = readModifiers(sheet.subarray(first + 4, Math.min(end, first + 2 + length)));
        if (listOf(modifiers) !== 0) lists.add(style);
      }
    }
    at = end + (size % 2);
  }
  return lists;
}

const PARAGRAPH_STYLE = 1;

/** The list of a paragraph; 0 for none, undefined where nothing is said. */
export function listOf(modifiers: Modifiers): number {
  const list = modifiers.get(SPRM.list);
  return list && list.length >= 2 ? viewOf(list).getInt16(0, true) : 0;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
