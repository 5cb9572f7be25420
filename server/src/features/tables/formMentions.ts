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
  const found = mentionsIn(report)
    .flatMap(({ place: { span }, link: { reading, fits } }) => {
      const cells = (reading?.figures ?? []).flatMap(figure => ids.get(figure) ?? []);
      return reading && cells.length > 0 ? [{ span, reading, fits, cells }] : [];
    })
    .sort((a, b) => a.span.start - b.span.start)
    .slice(0, LIMITS.formMentions);
  const counts = paragraphCounts(report);
  return found.map(({ span, reading, fits, cells }): FormMention => {
    const args = {
      where: placeIn(report, counts, span.start, language),
      text: wordsOf(report.source.slice(span)),
      sum: readingText(reading),
    };
    return {
      text: say(fits ? 'form.prose' : 'form.prose#differs', args),
      isFitting: fits,
      cells,
      range: toRange(report.source, span),
    };
  });
}

/** The number, from 1, of each paragraph within its section, by its place; those before all sections count too. */
function paragraphCounts({ sections, blocks }: Report): ReadonlyMap<number, number> {
  const head = blocks.filter(({ at }) => at < (sections[0]?.heading.at ?? Infinity));
  return new Map(
    [head, ...sections.map(section => section.blocks)].flatMap(part =>
      part.filter(each => isKind(each, 'paragraph')).map(({ at }, index) => [at, index + 1] as const),
    ),
  );
}

/** The section and the number of its paragraph in which an offset lies. */
function placeIn(
  { sections, blocks, source }: Report,
  counts: ReadonlyMap<number, number>,
  offset: number,
  language: Language,
): string {
  const say = messagesIn(language);
  const section = sections.findLast(({ heading }) => heading.at <= offset);
  const count = counts.get(blockAt(blocks, offset)?.at ?? -1);
  if (count === undefined) return say('form.place#line', { line: source.lineAt(offset) + 1 });
  return section ? say('form.place', { title: section.title, count }) : say('form.place#head', { count });
}
