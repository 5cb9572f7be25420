// The one decoder of files: what is valid UTF-8 is UTF-8, anything else is GB18030, and text has no NUL.

/** Encodings that files come in. */
export type FileEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5' | 'shift_jis';

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

/** Text of a file's bytes: strict UTF-8, else GB18030; null for what is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  const decoded = decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
  return decoded !== undefined && isText(decoded) ? decoded : null;
}
