import { part, type MappedText } from '../../text/mappedText.ts';
import type { PublishedBlock } from '../fromReport.ts';
import type { PublishedCell, PublishedTable } from '../publishedTable.ts';
import { columnWidths, standsUpright } from './tableLayout.ts';
import { titleLines } from './titleLines.ts';

/** An element of a report as a page; what is written in it are words, never markup. */
export interface PageElement {
  readonly tag: 'h1' | 'p' | 'strong' | 'table' | 'colgroup' | 'col' | 'tbody' | 'tr' | 'td';
  /** What it is in the official layout, for who has a style sheet. */
  readonly role?: PageRole;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: readonly (PageElement | MappedText)[];
}

export type PageRole = 'title' | 'heading1' | 'heading2' | 'heading3' | 'paragraph' | 'signature' | 'date' | 'upright';

/**
 * A report as HTML for a content system: plain elements with inline styles, and attributes beside them for editors that
 * strip styles. No class, id, script, picture or comment.
 */
export function writeHtml(blocks: readonly PublishedBlock[]): string {
  return `${blocks.map(block => htmlOf(elementOf(block), false)).join('\n')}\n`;
}

/**
 * A report as a page to print, or to save as PDF: the same on A4 in the typefaces of GB/T 9704, with page numbers where
 * the browser knows them.
 */
export function writePrintPage(blocks: readonly PublishedBlock[]): string {
  const title = blocks.find(block => block.kind === 'title');
  const titleText = title?.lines.map(({ text }) => text).join('') ?? '';
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><title>${escapeHtml(titleText)}</title>`,
    `<style>${PRINT_STYLE}</style></head>`,
    '<body>',
    ...blocks.map(block => htmlOf(elementOf(block), true)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const PRINT_STYLE = [
  '@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"— " counter(page) " —";font:14pt 宋体,SimSun,serif}}',
  'body{font:16pt/28.95pt 仿宋_GB2312,仿宋,FangSong,serif;margin:0}',
  'h1,p{margin:0}',
  'h1{font:22pt/34pt 方正小标宋简体,华文中宋,STZhongsong,宋体,SimSun,serif;margin-bottom:28.95pt;white-space:pre-line;text-wrap:balance}',
  'strong{font-weight:normal;font-family:黑体,SimHei,sans-serif}',
  '.heading2 strong{font-family:楷体_GB2312,楷体,KaiTi,serif}',
  '.heading1,.heading2,.heading3{break-after:avoid}',
  'table,tr{break-inside:avoid}',
  'td{font-size:10.5pt;line-height:12pt;padding:1pt!important}',
  '@media screen{body{max-width:156mm;margin:2em auto}}',
].join('');

function htmlOf({ tag, role, attributes = {}, children }: PageElement, hasStyleSheet: boolean): string {
  const all = hasStyleSheet && role !== undefined ? { class: role, ...attributes } : attributes;
  const written = Object.entries(all).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const start = `<${tag}${written.join('')}>`;
  if (tag === 'col') return start;
  const inner = children.map(child => ('tag' in child ? htmlOf(child, hasStyleSheet) : escapeHtml(child.text)));
  if (tag === 'table') return [start, ...inner, `</${tag}>`].join('\n');
  const isInLines = tag === 'tbody' || (hasStyleSheet && role === 'title');
  return `${start}${inner.join(isInLines ? '\n' : '')}</${tag}>`;
}

const INDENT = { style: 'text-indent:2em' };

/** A block as an element, with the places of its words. */
export function elementOf(block: PublishedBlock): PageElement {
  switch (block.kind) {
    case 'title':
      return {
        tag: 'h1',
        role: 'title',
        attributes: { align: 'center', style: 'text-align:center' },
        children: titleLines(block.lines),
      };
    case 'heading': {
      // 1. … is written as the text is (GB/T 9704—2012, 7.3.3).
      const words = block.level === 3 ? block : { tag: 'strong' as const, children: [block] };
      return { tag: 'p', role: `heading${block.level}`, attributes: INDENT, children: [words] };
    }
    case 'paragraph':
      return { tag: 'p', role: 'paragraph', attributes: INDENT, children: [block] };
    case 'signature':
      return {
        tag: 'p',
        role: block.isDate ? 'date' : 'signature',
        attributes: { align: 'right', style: 'text-align:right' },
        children: [block],
      };
    case 'table':
      return tableOf(block);
  }
}

const TABLE = {
  border: '1',
  cellspacing: '0',
  align: 'center',
  width: '100%',
  style: 'border-collapse:collapse;border:1px solid #000',
};

function tableOf(table: PublishedTable): PageElement {
  const widths = columnWidths(table);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width): PageElement => ({
    tag: 'col',
    attributes: { width: `${((width / total) * 100).toFixed(2)}%` },
    children: [],
  }));
  const rows = table.rows.map((cells): PageElement => ({
    tag: 'tr',
    children: cells.map(cell => cellOf(cell, table)),
  }));
  return {
    tag: 'table',
    attributes: TABLE,
    children: [
      { tag: 'colgroup', children: columns },
      { tag: 'tbody', children: rows },
    ],
  };
}

function cellOf(cell: PublishedCell, table: PublishedTable): PageElement {
  const { text, rowSpan, columnSpan } = cell;
  let at = 0;
  const lines = text.split('\n').map((line): PageElement => {
    const words = part(cell, at, at + line.length);
    at += line.length + 1;
    return {
      tag: 'p',
      attributes: { align: 'center', style: 'text-indent:0;text-align:center' },
      children: [words],
    };
  });
  return {
    tag: 'td',
    ...(standsUpright(cell, table) ? { role: 'upright' as const } : {}),
    attributes: {
      ...(rowSpan > 1 ? { rowspan: String(rowSpan) } : {}),
      ...(columnSpan > 1 ? { colspan: String(columnSpan) } : {}),
      style: 'border:1px solid #000;padding:2px 4px',
    },
    children: lines,
  };
}

/** Words as text of HTML; signs that no page may have are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Signs that XML forbids: controls, lone surrogates, U+FFFE and U+FFFF. */
export const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
