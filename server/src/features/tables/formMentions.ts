import type { FormMention } from '../../protocol/tableForm.ts';
import type { Language } from '../../messages/message.ts';
import { messagesIn } from '../../messages/text.ts';
import { mentionsIn } from '../../model/figures/figureLinks.ts';
import type { Figure, Report } from '../../model/report.ts';
import { blockAt, isKind } from '../../syntax/block.ts';
import { wordsOf } from '../../syntax/inline.ts';
import { LIMITS } from '../../text/limits.ts';
import { toRange } from '../support/convert.ts';
import { readingText } from './equationText.ts';
import { cellId, type TableOfForm } from './formTables.ts';

/** Figures of the running text that state cells of the form, in the order of the draft. */
export function mentionsForForm(report: Report, tables: readonly TableOfForm[], language: Language): FormMention[] {
  const say = messagesIn(language);
  const ids = new Map<Figure, string>();
  for (const entry of tables)
    for (const figure of entry.table?.figures.values() ?? [])
      ids.set(figure, cellId(entry, figure.row.key, figure.column.key));
  const mentions = mentionsIn(report).flatMap(({ place: { span }, link: { reading, fits } }): FormMention[] => {
    const cells = (reading?.figures ?? []).flatMap(figure => ids.get(figure) ?? []);
    if (!reading || cells.length === 0) return [];
    const args = {
      where: placeIn(report, span.start, language),
      text: wordsOf(report.source.slice(span)),
      sum: readingText(reading),
    };
    return [
      {
        text: say(fits ? 'form.prose' : 'form.prose#differs', args),
        isFitting: fits,
        cells,
        range: toRange(report.source, span),
      },
    ];
  });
  return mentions
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)
    .slice(0, LIMITS.formMentions);
}

/** The section and the number of its paragraph in which an offset lies. */
function placeIn({ sections, blocks, source }: Report, offset: number, language: Language): string {
  const say = messagesIn(language);
  const section = sections.findLast(({ heading }) => heading.at <= offset);
  const placed = blockAt(blocks, offset);
  const paragraphs = (section?.blocks ?? blocks).filter(each => isKind(each, 'paragraph'));
  const index = paragraphs.findIndex(({ at }) => at === placed?.at);
  if (index < 0) return say('form.place#line', { line: source.lineAt(offset) + 1 });
  return section
    ? say('form.place', { title: section.title, count: index + 1 })
    : say('form.place#head', { count: index + 1 });
}
