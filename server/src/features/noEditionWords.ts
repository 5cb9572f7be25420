import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import type { Report } from '../model/report.ts';

/** In words: that a kind of report has no edition for a year, and for which it has. */
export function noEditionWords(
  { kind, editions }: Pick<Report, 'kind' | 'editions'>,
  year: number,
  language: Language,
): string {
  const { earlier, later } = editions.beside(year);
  return message(language, 'report.noEdition', {
    title: language === 'en' ? kind.englishName : kind.name,
    year,
    earlier: String(earlier?.years.to ?? ''),
    later: String(later?.years.from ?? ''),
  });
}
