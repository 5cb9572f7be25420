import type { ReadDocument } from '../pieces.ts';
import { refuse } from '../refused.ts';

/** Reads a Word 97–2003 document. */
export function readDoc(_document: Uint8Array, _stream: (name: string) => Uint8Array | undefined): ReadDocument {
  return refuse('documents.refused.otherFormat', { detail: 'Word 97–2003（.doc .wps）' });
}
