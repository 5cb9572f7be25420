import type { MessageValues } from './arguments.ts';
import { en } from './en.ts';
import type { Catalogue, Language, MessageId, RestArgs, Say, UncheckedCatalogue } from './message.ts';
import { zhCN } from './zh-CN.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { 'zh-CN': zhCN, en };

/** Wording of a message. */
export function message<Id extends MessageId>(language: Language, id: Id, ...args: RestArgs<Id>): string {
  return uncheckedMessage(language, id, args[0] as MessageValues | undefined);
}

/** `message` for one language. */
export function messagesIn(language: Language): Say {
  return (id, ...args) => message(language, id, ...args);
}

/** What was put together earlier with its arguments: a finding, a related place, a fix. */
interface PutTogether {
  readonly message: MessageId;
  readonly args: MessageValues;
}

/** Wording of what was put together earlier, in one line. */
export function messageOf(language: Language, said: PutTogether): string {
  return messageInLines(language, said).replaceAll('\n', language === 'en' ? ' ' : '');
}

/** Wording of what was put together earlier; of a finding, what it says, on which basis, and what to do in lines. */
export function messageInLines(language: Language, { message: id, args }: PutTogether): string {
  return uncheckedMessage(language, id, args);
}

/**
 * Wording of a message whose id and arguments the compiler cannot compare. An id that the catalogue lacks, or arguments
 * that do not fit it, give the id itself, so that nothing is ever lost.
 */
export function uncheckedMessage(language: Language, id: string, args: MessageValues = {}): string {
  const catalogue = CATALOGUES[language] as unknown as UncheckedCatalogue;
  if (!Object.hasOwn(catalogue, id)) return id;
  try {
    return catalogue[id]?.(args) ?? id;
  } catch {
    // Arguments of another kind than the wording expects.
    return id;
  }
}

/** Language of messages for an editor's display language or a locale: English where it is English, else Chinese. */
export function languageFor(locale: string | undefined): Language {
  return locale !== undefined && /^en(?:[-_.]|$)/i.test(locale) ? 'en' : 'zh-CN';
}
