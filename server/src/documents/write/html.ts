import type { PublishedBlock } from '../fromReport.ts';
import type { PublishedCell, PublishedTable } from '../publishedTable.ts';
import { columnWidths } from './tableWidths.ts';

/**
 * A report as HTML for a content system: plain elements with inline styles, and attributes beside them for editors that
 * strip styles. No class, id, script, picture or comment.
 */
export function writeHtml(blocks: readonly PublishedBlock[]): string {
  return `${blocks.map(block => htmlOf(block)).join('\n')}\n`;
}

/** A report as a page to print, or to save as PDF: the same on A4, with page numbers where the browser knows them. */
export function writePrintPage(blocks: readonly PublishedBlock[]): string {
  const title = blocks.find(block => block.kind === 'title')?.lines.join('') ?? '';
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    `<style>${PRINT_STYLE}</style></head>`,
    '<body>',
    writeHtml(blocks).trimEnd(),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const PRINT_STYLE = [
  '@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:"— " counter(page) " —";font:14pt 宋体,SimSun,serif}}',
  'body{font:16pt/28.95pt 仿宋_GB2312,仿宋,FangSong,serif;margin:0}',
  'h1,p{margin:0}',
  'h1{font-weight:normal;line-height:34pt}',
  'strong{font-weight:normal;font-family:黑体,SimHei,sans-serif}',
  'p:has(>strong:only-child){break-after:avoid}',
  'table,tr{break-inside:avoid}',
  'td{font-size:10.5pt;line-height:12pt;padding:1pt!important}',
  '@media screen{body{max-width:156mm;margin:2em auto}}',
].join('');

const INDENT = 'text-indent:2em';

function htmlOf(block: PublishedBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h1 align="center" style="text-align:center">${block.lines.map(escapeHtml).join('')}</h1>`;
    case 'heading':
      return `<p style="${INDENT}"><strong>${escapeHtml(block.text)}</strong></p>`;
    case 'paragraph':
      return `<p style="${INDENT}">${escapeHtml(block.text)}</p>`;
    case 'signature':
      return `<p align="right" style="text-align:right">${escapeHtml(block.text)}</p>`;
    case 'table':
      return tableOf(block);
  }
}

function tableOf(table: PublishedTable): string {
  const widths = columnWidths(table);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map(width => `<col width="${((width / total) * 100).toFixed(2)}%">`).join('');
  const rows = table.rows.map(cells => `<tr>${cells.map(cellOf).join('')}</tr>`);
  return [
    '<table border="1" cellspacing="0" align="center" width="100%" style="border-collapse:collapse;border:1px solid #000">',
    `<colgroup>${columns}</colgroup>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

function cellOf({ text, rowSpan, columnSpan }: PublishedCell): string {
  const spans = `${rowSpan > 1 ? ` rowspan="${String(rowSpan)}"` : ''}${columnSpan > 1 ? ` colspan="${String(columnSpan)}"` : ''}`;
  const lines = text
    .split('\n')
    .map(line => `<p align="center" style="text-indent:0;text-align:center">${escapeHtml(line)}</p>`);
  return `<td${spans} style="border:1px solid #000;padding:2px 4px">${lines.join('')}</td>`;
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
