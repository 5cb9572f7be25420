import type { Deadline } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import { message, messagesIn } from '../messages/text.ts';
import { deadlinesOf } from '../model/deadline.ts';
import type { Report } from '../model/report.ts';
import { noEditionWords } from './noEditionWords.ts';
import { evidenceLine } from './support/evidenceLine.ts';
import { escapeMarkdown, lines, paragraphs } from './support/markdown.ts';

/** What the title of a report stands for: its kind, the format of its year, and when it is due. */
export function titleCard(report: Report, language: Language): string {
  const { kind, edition, reportYear } = report;
  const say = messagesIn(language);
  const year = reportYear?.value;
  const document = edition?.issuingDocument;
  return paragraphs([
    `**${escapeMarkdown(language === 'en' ? kind.englishName : kind.name)}**`,
    edition
      ? say('hover.title.edition', { edition: escapeMarkdown(language === 'en' ? edition.englishName : edition.name) })
      : year === undefined
        ? say('hover.title.noYear')
        : escapeMarkdown(noEditionWords(report, year, language)),
    document
      ? say('hover.title.document', { title: escapeMarkdown(document.title), number: escapeMarkdown(document.number) })
      : undefined,
    ...(year === undefined ? [] : deadlinesOf(report).map(each => deadlineText(each, year, language))),
  ]);
}

function deadlineText(deadline: Deadline, reportYear: number, language: Language): string {
  const { who, action = 'publish', basis } = deadline;
  const say = messagesIn(language);
  const date = deadlineDate(deadline, reportYear, language);
  return lines([
    say(`hover.deadline.${action}`, { body: say(`hover.deadline.who.${who}`), date, basis: escapeMarkdown(basis) }),
    evidenceLine(deadline, language),
  ]);
}

/** The day of a deadline, and whether it is still in time: 2024年4月1日之前（不含当日）. */
export function deadlineDate({ month, day, isBefore }: Deadline, reportYear: number, language: Language): string {
  return message(language, isBefore ? 'hover.deadline.before' : 'hover.deadline.by', {
    year: reportYear + 1,
    month,
    day,
  });
}
