// The one decoder of files: what is valid UTF-8 is UTF-8, anything else is GB18030, and text has no NUL.

/** Encodings that files come in. */
export type FileEncoding =
  'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5' | 'shift_jis' | 'windows-1252' | 'ascii';

/** Text of bytes in an encoding, a byte order mark left out; undefined where they are not valid in it. */
export function decodeAs(encoding: FileEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of bytes in an encoding, with U+FFFD for what is not valid in it. */
export function decodeLoosely(encoding: FileEncoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether the bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  return decodeAs('utf-8', bytes) !== undefined;
}

/** Whether decoded bytes are text: binary files have NULs. */
export function isText(decoded: string): boolean {
  return !decoded.includes('\0');
}

/** A file's text; null for what is neither UTF-8 nor GB18030, or no text. */
export interface DecodedText {
  readonly text: string | null;
  /** Set where it is not UTF-8: nearly all bytes read as GB18030, also those of Big5. */
  readonly isLegacy?: true;
}

/** Text of a file's bytes: strict UTF-8, else GB18030, with the word that it is not UTF-8. */
export function decodeFile(bytes: Uint8Array): DecodedText {
  const text = decodeAs('utf-8', bytes);
  if (text !== undefined) return { text: isText(text) ? text : null };
  const legacy = decodeAs('gb18030', bytes);
  return legacy !== undefined && isText(legacy) ? { text: legacy, isLegacy: true } : { text: null };
}

/** Text of a file's bytes: strict UTF-8, else GB18030; null for what is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  return decodeFile(bytes).text;
}
