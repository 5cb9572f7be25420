import type { Message, MessageArgs, MessageId } from '../messages/message.ts';
import type { MessageValues } from '../messages/arguments.ts';

/** Ids of the sentences that say why a document is not read or written. */
export type RefusalId = Extract<MessageId, `documents.refused.${string}`>;

/** Why a document is not read or written; plain data. */
export type Refusal = Message<RefusalId>;

const NAME = 'DocumentRefused';

/**
 * Thrown inside this room where a document is found to be unreadable deep inside a reader; caught at its door
 * (`importDocument`, `exportDraft`, `annotateDocument`), which give the {@link Refusal} as data.
 */
export class DocumentRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = NAME;
  }
}

/** The reason, where an error is one; bundles of their own have a class of their own. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error && error.name === NAME ? (error as DocumentRefused).refusal : undefined;
}

/** Ends reading with a reason. */
export function refuse<Id extends RefusalId>(message: Id, args: MessageArgs<Id>): never {
  throw new DocumentRefused({ message, args: args as MessageValues } as Refusal);
}

/** The file is not whole, or not what it says it is inside. `detail` names the part. */
export function refuseDamaged(detail: string): never {
  return refuse('documents.refused.damaged', { detail });
}
