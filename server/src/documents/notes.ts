import type { Language, Message, MessageArgs, MessageId } from '../messages/message.ts';
import { messageOf } from '../messages/text.ts';

type NoteId = Extract<MessageId, `documents.note.${string}`>;

/** What was left out, restored or kept in another way; plain data. */
export type Note = Message<NoteId> & {
  /** Whether something that the document shows is not in the result. */
  readonly isLoss: boolean;
};

/** A note of something that is not in the result. */
export function loss<Id extends NoteId>(message: Id, args: MessageArgs<Id>): Note {
  return { message, args, isLoss: true } as unknown as Note;
}

/** A note of something that is there, but otherwise than in the document. */
export function remark<Id extends NoteId>(message: Id, args: MessageArgs<Id>): Note {
  return { message, args, isLoss: false } as unknown as Note;
}

/** What is counted while a document is read. */
export class Counts<Name extends string> {
  private readonly counts = new Map<Name, number>();

  add(name: Name): void {
    this.counts.set(name, this.of(name) + 1);
  }

  of(name: Name): number {
    return this.counts.get(name) ?? 0;
  }
}

/** Notes as one sentence. */
export function notesText(notes: readonly Note[], language: Language): string {
  const lines = noteLines(notes, language);
  return language === 'en' ? lines.join(' ') : `${lines.join('；')}。`;
}

/** Notes, each a sentence without its full stop. */
export function noteLines(notes: readonly Note[], language: Language): string[] {
  return notes.map(note => messageOf(language, note));
}
