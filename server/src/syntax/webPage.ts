import { shift } from '../text/span.ts';
import type { Placed } from './block.ts';
import { readDirective } from './directives.ts';
import { readHtml } from './html.ts';
import { hasSaneNesting } from './htmlElements.ts';
import { readLine } from './readLine.ts';
import { tablesJoinedIn } from './tables/joinedTables.ts';
import { layOut, tableBlock } from './tables/layout.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether a draft is a saved web page: its first character begins a tag of a page, not a comment or a table. Behind
 * the comment of a browser (`<!-- saved from url=… -->`) stands the beginning of a page.
 */
export function isWebPage(text: string): boolean {
  const at = text.search(/[^\s\u3000\u00a0\ufeff]/);
  if (at < 0 || text.charAt(at) !== '<') return false;
  const saved = SAVED_FROM.exec(text.slice(at, at + LONGEST_COMMENT))?.[0].length ?? 0;
  return looksLikePage(text.slice(at + saved, at + saved + 20)) && hasSaneNesting(text);
}

const SAVED_FROM = /^<!--\s{0,9}saved from [^<>]{0,2000}-->\s{0,99}/i;
const LONGEST_COMMENT = 2200;

const PAGE_TAG =
  /^<(?:html|head|body|meta|title|div|p|h[1-6]|section|article|main|center|span|table|style|ul|header|font)[\s>/]/i;

function looksLikePage(beginning: string): boolean {
  if (/^<table[\s>]/i.test(beginning)) return false;
  return PAGE_TAG.test(beginning) || /^<(?:\?xml|!doctype)/i.test(beginning);
}

/** The blocks of a saved web page; how long they are is not said yet. */
export function readPage(text: string, vocabulary: Vocabulary): Placed[] {
  const found: Placed[] = [];
  for (const piece of readHtml(text)) {
    if (piece.kind === 'table') {
      const { start, end } = piece.span;
      for (const [i, table] of tablesJoinedIn({ ...layOut(piece.rows), end, next: end }, vocabulary).entries()) {
        const at = i === 0 ? start : (table.rows[0]?.span.start ?? start);
        found.push({ at, block: tableBlock('html', table, at) });
      }
    } else if (piece.kind === 'comment') {
      const at = piece.span.start;
      const command = readDirective(text.slice(piece.content.start, piece.content.end), piece.content.start - at);
      if (command.kind !== 'note')
        found.push({
          at,
          block: { kind: 'directive', length: piece.span.end - at, span: shift(piece.span, -at), command },
        });
    } else found.push(...readLine(piece.text, piece.hints, vocabulary));
  }
  return found;
}
