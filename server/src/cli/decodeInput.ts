import { isUtf8, transcode } from 'node:buffer';
import { decodeAs, isText, type FileEncoding } from '../text/decode.ts';
import { foreignEncodingOf, misreadingOf } from '../text/wrongEncoding.ts';
import type { Encoding } from './encoding.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * Decodes strictly: UTF-8 (BOM allowed), UTF-16 with BOM, else GB18030. What decodes as none is reported, not guessed.
 */
export function decode(bytes: Uint8Array, encoding: Encoding): string | Unreadable {
  const mark = markOf(bytes);
  if (encoding === 'auto' && mark !== undefined && mark !== 'utf-8') {
    const text = strictly(mark, bytes);
    const rest = bytes.subarray(2);
    // Line ends and digits have a zero byte in UTF-16: where there is none, the mark is wrong.
    if (!rest.includes(0) && (strictly('utf-8', rest) ?? strictly('gb18030', rest)) !== undefined && rest.length > 0)
      return { reason: 'cli.wrongMark', detail: mark.toUpperCase() };
    return text === undefined ? { reason: 'cli.notUtf16', detail: '' } : asText(text);
  }
  if (encoding !== 'gb18030') {
    const text = strictly('utf-8', bytes);
    if (text !== undefined) return asText(text);
    if (encoding === 'utf8') return { reason: 'cli.notUtf8', detail: '' };
    if (mark === 'utf-8') return { reason: 'cli.wrongMark', detail: 'UTF-8' };
  }
  const text = strictly('gb18030', bytes);
  const foreign = foreignEncodingOf(bytes, text ?? '');
  if (foreign !== undefined) return { reason: 'cli.foreignEncoding', detail: foreign };
  return text === undefined ? { reason: 'cli.notText', detail: '' } : asText(text);
}

function asText(text: string): string | Unreadable {
  if (!isText(text)) return { reason: 'cli.notText', detail: '' };
  const misreading = misreadingOf(text);
  if (!misreading) return text;
  return {
    reason: misreading.readAs === 'Latin-1' ? 'cli.misreadAsLatin1' : 'cli.misreadAsGb18030',
    detail: misreading.encoding ?? 'UTF-8 / GB18030',
  };
}

function strictly(encoding: FileEncoding, bytes: Uint8Array): string | undefined {
  if (encoding === 'utf-8') {
    // Node's own conversion takes a fifteenth of the decoder's time on Chinese text, and gives the same.
    return isUtf8(bytes)
      ? transcode(markOf(bytes) === 'utf-8' ? bytes.subarray(3) : bytes, 'utf8', 'utf16le').toString('utf16le')
      : undefined;
  }
  return decodeAs(encoding, bytes);
}

/** Encoding that the first bytes announce. */
export function markOf([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}
