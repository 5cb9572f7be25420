import type { Refusal } from '../documents/refused.ts';
import { sniff } from '../documents/sniff.ts';
import type { Language } from '../messages/message.ts';
import type { Unreadable } from './unreadable.ts';
import { sayOf } from '../reporters/words.ts';

/** Whether bytes are a document that is converted before it is checked; whatever else they are is read as text. */
export function isDocument(bytes: Uint8Array): boolean {
  const kind = sniff(bytes);
  return kind !== 'text' && kind !== 'page' && kind !== 'empty' && kind !== 'unknown';
}

/** A refusal as the reason why an input cannot be read. */
export function unreadableFor(refusal: Refusal, language: Language): Unreadable {
  return { reason: 'cli.documentRefused', detail: sayOf(language, refusal) };
}
