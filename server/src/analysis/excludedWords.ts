import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import type { Exclusion } from '../model/kind.ts';

/** In words: why a draft about reports is none itself. */
export function excludedWords({ kind, words }: Exclusion, language: Language): string {
  const title = language === 'en' ? kind.englishName : kind.name;
  return message(language, 'report.excluded', { words, title });
}
