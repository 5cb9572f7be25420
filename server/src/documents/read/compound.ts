import * as CFB from 'cfb';
import { refuse, refuseDamaged } from '../refused.ts';
import type { ReadDocument } from '../pieces.ts';
import { readDoc } from './doc.ts';

/** What is in a compound file, the container of Office before 2007 (MS-CFB). */
export type CompoundFile = { readonly kind: 'word'; readonly read: () => ReadDocument } | { readonly kind: 'workbook' };

/** Opens a compound file; ends reading where it is damaged, has a password, or holds neither text nor sheets. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  let file: CFB.CFB$Container;
  try {
    file = CFB.read(bytes, { type: 'array' });
  } catch {
    return refuseDamaged('OLE');
  }
  const stream = (name: string): Uint8Array | undefined => {
    const found = CFB.find(file, `/${name}`);
    return found && found.size > 0 ? Uint8Array.from(found.content) : undefined;
  };
  if (stream('EncryptedPackage')) return refuse('documents.refused.password', {});
  const document = stream('WordDocument');
  if (document) return { kind: 'word', read: () => wholeDoc(document, stream) };
  if (stream('Workbook') ?? stream('Book')) return { kind: 'workbook' };
  return refuse('documents.refused.unknown', {});
}

/** The document; one whose numbers lead out of the file is damaged. */
function wholeDoc(document: Uint8Array, stream: (name: string) => Uint8Array | undefined): ReadDocument {
  try {
    return readDoc(document, stream);
  } catch (error) {
    if (error instanceof RangeError) return refuseDamaged('WordDocument');
    throw error;
  }
}
