import { message, messageOf } from '../messages/text.ts';
import type { Language, MessageId, RestArgs } from '../messages/message.ts';
import type { MessageValues } from '../messages/arguments.ts';
import { printable } from '../text/printable.ts';

/** A sentence as people read it on a terminal. */
export function say<Id extends MessageId>(language: Language, id: Id, ...args: RestArgs<Id>): string {
  return printable(message(language, id, ...args));
}

/** The same of what was put together earlier: a finding. */
export function sayOf(
  language: Language,
  worded: { readonly message: MessageId; readonly args: MessageValues },
): string {
  return printable(messageOf(language, worded));
}
