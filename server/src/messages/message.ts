import type { MessageValues } from './arguments.ts';
import type { zhCN } from './zh-CN.ts';

/** Language of messages; Chinese first. */
export type Language = 'zh-CN' | 'en';

/** Id of a message; the Chinese catalogue says which there are. */
export type MessageId = keyof typeof zhCN;

/**
 * Arguments of the message `Id`, as the Chinese catalogue declares them. For a union of ids these are the arguments
 * that every one of them needs, since any of them may be the one that is worded.
 */
export type MessageArgs<Id extends MessageId> = unknown extends Needed<Id> ? NoArgs : Needed<Id>;

type Needed<Id extends MessageId> = (typeof zhCN)[Id] extends (args: infer Args) => string ? Args : never;

/** Arguments of a message that has none. */
export type NoArgs = Readonly<Record<string, never>>;

/** The arguments of a call after the id: none where the message has none. */
export type RestArgs<Id extends MessageId> =
  NoArgs extends MessageArgs<Id> ? [args?: MessageArgs<Id>] : [args: MessageArgs<Id>];

/** An id with its arguments, for values that are worded later. */
export type Message<Id extends MessageId = MessageId> = {
  [Each in Id]: { readonly message: Each; readonly args: MessageArgs<Each> };
}[Id];

/** Ids whose messages need no other arguments than `Given`. */
export type IdAccepting<Given, Id extends MessageId = MessageId> = {
  [Each in Id]: Given extends MessageArgs<Each> ? Each : never;
}[Id];

/** Gives the wording of a message in one language. */
export type Say = <Id extends MessageId>(id: Id, ...args: RestArgs<Id>) => string;

/** Messages of one language: every id of the Chinese catalogue, with the same arguments. */
export type Catalogue = { readonly [Id in MessageId]: (typeof zhCN)[Id] };

/** A catalogue whose ids and arguments are known only when the program runs. */
export type UncheckedCatalogue = Readonly<Record<string, (args: MessageValues) => string>>;
