import type { Language, Say } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import type { Breakdown, BreakdownPart } from '../../model/prose/breakdowns.ts';
import type { ProseFigure } from '../../model/prose/numbers.ts';
import { valueOf, type Figure, type Report } from '../../model/report.ts';
import type { CellExpression } from '../../model/links/cellExpressions.ts';
import { mentionsOf, placesOfSame, linkOf, type TextPlace, type FigureLink } from '../../model/links/figureLinks.ts';
import { wordsOf } from '../../syntax/inline.ts';
import { cellName, plainNumber } from '../tables/equationText.ts';
import { escapeMarkdown, paragraphs } from '../support/markdown.ts';
import { shortenedBefore } from '../../text/shortened.ts';

/** What a figure of the text is read as, what the table says of it, and the sums and shares that it takes part in. */
export function textFigureCard(place: TextPlace, report: Report, language: Language): string {
  const say = messagesIn(language);
  const { figure, paragraph } = place;
  const link = linkOf(report, figure);
  return paragraphs([
    `**${escapeMarkdown(wordsOf(report.source.slice(place.span)))}**${say('hover.figure.readAs', { value: escapeMarkdown(plainNumber(figure.value) + (figure.scale > 1 || figure.decimals > 0 || figure.unit === '%' ? '' : ` ${figure.unit}`)) })}`,
    link ? say(`hover.figure.${link.statement.period}`, { metric: say(`metric.${link.statement.metric}`) }) : undefined,
    figure.modality === 'exact' ? undefined : say(`hover.figure.${figure.modality}`),
    link ? tableLine(link, say) : undefined,
    ...paragraph.fact.lists.flatMap(list => listLines(list, figure, say)),
    link ? otherPlaces(place, report, say) : undefined,
  ]);
}

/** Where the text states a cell or a sum with it, for the cell's own card. */
export function mentionLines(cell: Figure, report: Report, language: Language): string[] {
  return mentionsOf(report, cell).map(({ place, link }) =>
    message(language, link.fits ? 'hover.figure.mention' : 'hover.figure.mention#differs', {
      line: report.source.lineAt(place.span.start) + 1,
      text: escapeMarkdown(wordsOf(report.source.slice(place.span))),
      metric: message(language, `metric.${link.statement.metric}`),
    }),
  );
}

function tableLine({ reading, fits, statement: { figure } }: FigureLink, say: Say): string {
  if (!reading) return say('hover.figure.noCell');
  return say(fits ? 'hover.figure.table' : 'hover.figure.table#differs', {
    sum: readingText(reading, escapeMarkdown),
    difference: plainNumber(Math.abs(reading.value - figure.value)),
  });
}

/** `一、本年新收 · 总计 181 + 二、上年结转 · 总计 1 = 182`; the rows that hold nothing are left out of a long sum. */
export function readingText({ terms, value }: CellExpression, escape: (text: string) => string = text => text): string {
  const shown = terms.length > 3 ? terms.filter(({ figure }) => (valueOf(figure) ?? 0) !== 0) : terms;
  const sum = (shown.length === 0 ? terms.slice(0, 1) : shown)
    .map(
      ({ figure, factor }, i) =>
        `${factor < 0 ? ' − ' : i > 0 ? ' + ' : ''}${escape(cellName(figure))} ${plainNumber(valueOf(figure) ?? 0)}${factor > 1 ? ` × ${plainNumber(factor)}` : ''}`,
    )
    .join('');
  return terms.length === 1 && terms[0]?.factor === 1 ? sum : `${sum} = ${plainNumber(value)}`;
}

function listLines(list: Breakdown, figure: ProseFigure, say: Say): string[] {
  const part = list.parts.find(each => each.figure === figure || each.share === figure);
  if (list.whole !== figure && !part) return [];
  return [sumLine(list, say), ...(part ? shareLines(part, list.whole, say) : [])];
}

function sumLine({ whole, parts, completeness }: Breakdown, say: Say): string {
  const computed = parts.reduce((sum, part) => sum + part.figure.value, 0);
  const sum = parts
    .map(part => `${escapeMarkdown(labelOf(part.figure))} ${plainNumber(part.figure.value)}`)
    .join(' + ');
  const args = {
    whole: plainNumber(whole.value),
    sum,
    computed: plainNumber(computed),
    difference: plainNumber(Math.abs(whole.value - computed)),
  };
  if (completeness === 'partial') return say('hover.figure.openList', args);
  return say(
    whole.value === computed
      ? 'hover.figure.list'
      : completeness === 'complete'
        ? 'hover.figure.list#broken'
        : 'hover.figure.list#other',
    args,
  );
}

function shareLines({ figure, share }: BreakdownPart, whole: ProseFigure, say: Say): string[] {
  if (!share || whole.value <= 0) return [];
  const computed = ((figure.value / whole.value) * 100).toFixed(share.decimals);
  const args = {
    part: plainNumber(figure.value),
    whole: plainNumber(whole.value),
    computed,
    stated: plainNumber(share.value),
  };
  return [
    say(Math.abs(Number(computed) - share.value) < 1e-9 ? 'hover.figure.share' : 'hover.figure.share#other', args),
  ];
}

const LONGEST_LABEL = 16;

/** The last words before a number. */
function labelOf({ subject }: ProseFigure): string {
  return shortenedBefore(subject.replace(/^(?:其中|包括|分别为|其次)?[，,、：:\s]*/, '').trim(), LONGEST_LABEL);
}

function otherPlaces(place: TextPlace, report: Report, say: Say): string | undefined {
  const lines = placesOfSame(report, place)
    .filter(each => each.kind === 'text' && each.figure !== place.figure)
    .map(({ span }) =>
      say('hover.figure.line', {
        line: report.source.lineAt(span.start) + 1,
        text: escapeMarkdown(wordsOf(report.source.slice(span))),
      }),
    );
  return lines.length === 0 ? undefined : say('hover.figure.elsewhere', { places: lines.join('、') });
}
