import { decodeLoosely, decodeText } from '../text/decode.ts';

/** What a file is. Those behind the line are told from each other only to say so. */
export type FileKind =
  | 'zip'
  | 'compound'
  | 'page'
  | 'pdf'
  | 'text'
  // ──
  | 'empty'
  | 'rtf'
  | 'mhtml'
  | 'wordXml'
  | 'unknown';

const LONGEST_BEGINNING = 4000;

/** Tells what a file is by its first bytes; its name may lie. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound';
  const beginning = decodeLoosely('utf-8', bytes.subarray(0, LONGEST_BEGINNING)).trimStart();
  if (beginning.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (beginning.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:MIME-Version:|From: <)/i.test(beginning)) return 'mhtml';
  if (isClipboard(beginning)) return 'page';
  if (/^<\?xml/i.test(beginning) && /<w:wordDocument|progid="Word|<pkg:package/i.test(beginning)) return 'wordXml';
  if (/^<(?:\?xml|!doctype|html|head|body|meta|title|div|center|span|style|article|section)[\s>]/i.test(beginning))
    return 'page';
  return decodeText(bytes) === null ? 'unknown' : 'text';
}

/** Whether a text is what Windows keeps of copied HTML: a header with offsets, then the page (CF_HTML). */
export function isClipboard(beginning: string): boolean {
  return /^Version:\d/.test(beginning) && /\bStart(?:HTML|Fragment):/.test(beginning.slice(0, 300));
}

function startsWith(bytes: Uint8Array, ...signs: readonly number[]): boolean {
  return signs.every((sign, i) => bytes[i] === sign);
}
