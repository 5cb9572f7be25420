import { excludedWords } from '../analysis/excludedWords.ts';
import type { Language } from '../messages/message.ts';
import type { Report } from '../model/report.ts';
import { exclusionOf, isRecognised } from '../model/recognised.ts';
import { noEditionWords } from './noEditionWords.ts';

/** In words: why a draft is no report for its title, or has no edition for its year; undefined for neither. */
export function whyUnchecked(report: Report, language: Language): string | undefined {
  const { edition, reportYear } = report;
  if (isRecognised(report))
    return edition || !reportYear ? undefined : noEditionWords(report, reportYear.value, language);
  const exclusion = exclusionOf(report);
  return exclusion && excludedWords(exclusion, language);
}
