import type { PdfLine } from './pdfLines.ts';

/** The lines of a page, from top to bottom, with its height. */
export interface PageLines {
  readonly lines: readonly PdfLine[];
  readonly height: number;
}

/** Part of a page at its top and bottom in which headers, footers and page numbers stand. */
const MARGIN = 0.14;
/** Lines from the outer one that may be a header's or footer's. */
const DEEPEST = 3;
/** Points by which a header may stand elsewhere on another page. */
const SAME_PLACE = 4;
/** On that part of the pages it must stand; left and right pages may have their own. */
const REPEATED = 0.4;

/**
 * The lines in the margins that are none of the text: page numbers, and what stands at the same place of several pages
 * with the same words. They are looked for from the outer line inwards.
 */
export function marginLines(pages: readonly PageLines[]): {
  readonly numbers: ReadonlySet<PdfLine>;
  readonly repeated: ReadonlySet<PdfLine>;
} {
  const numbers = new Set<PdfLine>();
  const repeated = new Set<PdfLine>();
  const places = new Map<string, number[]>();
  for (const page of pages)
    for (const line of candidates(page).flat())
      places.set(wordsOf(line), [...(places.get(wordsOf(line)) ?? []), line.top]);
  const isRepeated = (line: PdfLine) => {
    const tops = places.get(wordsOf(line)) ?? [];
    const same = tops.filter(top => Math.abs(top - line.top) < SAME_PLACE).length;
    return same >= 2 && same >= pages.length * REPEATED;
  };
  for (const page of pages)
    for (const side of candidates(page))
      for (const line of side) {
        if (isPageNumber(line.text, pages.length)) numbers.add(line);
        else if (isRepeated(line)) repeated.add(line);
        else break;
      }
  return { numbers, repeated };
}

/** The outer lines at the top and at the bottom, each from the edge inwards. */
function candidates({ lines, height }: PageLines): PdfLine[][] {
  const top = lines.slice(0, DEEPEST).filter(line => line.bottom < height * MARGIN);
  const bottom = lines.slice(-DEEPEST).filter(line => line.top > height * (1 - MARGIN));
  return [top, bottom.reverse()];
}

/** Words without their figures, which count pages or tell the time of printing. */
function wordsOf({ text }: PdfLine): string {
  return text.replace(/\s+/g, '').replace(/\d+/g, '0');
}

/** 12, — 12 —, 第 1 页 共 4 页, 1/4, Page 1 of 4, 第一页. */
function isPageNumber(text: string, pages: number): boolean {
  const plain = text.replace(/\s+/g, '');
  const [, number] = /^[-—–－―‐·•]{0,3}(\d{1,3})[-—–－―‐·•]{0,3}$/.exec(plain) ?? [];
  // Pages may be counted from those of a larger document, but a lone figure is not far from it.
  if (number !== undefined) return Number(number) <= pages + FURTHEST || plain !== number;
  return /^(?:第?[\d一二三四五六七八九十]{1,3}页?[/／,，、]?共?\d{1,3}页?|第[\d一二三四五六七八九十]{1,3}页|page\d{1,3}(?:of\d{1,3})?)$/i.test(
    plain,
  );
}

const FURTHEST = 200;
