import { en } from './en.ts';
import type { Catalogue, Language, MessageArgs } from './message.ts';
import { zhCN } from './zh-CN.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { 'zh-CN': zhCN, en };

/** Wording of a message. An id that the catalogue lacks, or arguments that do not fit it, give the id itself, so that nothing is ever lost. */
export function message(language: Language, id: string, args: MessageArgs = {}): string {
  const catalogue = CATALOGUES[language];
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
