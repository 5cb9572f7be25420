/** Text of a file's bytes: strict UTF-8 (BOM allowed), else GB18030; null for what is neither. */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // The next one may fit.
    }
  }
  return null;
}
