import type { Language, Say } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import type { Figure, Report } from '../../model/report.ts';
import {
  linkOf,
  mentionsOf,
  numberOf,
  placesOfSame,
  type FigureLink,
  type TextPlace,
} from '../../model/figures/figureLinks.ts';
import { listsWith, type FigureList } from '../../model/figures/figureLists.ts';
import type { Chain } from '../../model/statements/chains.ts';
import type { StatedFigure } from '../../model/statements/statedFigure.ts';
import type { ListPart } from '../../model/statements/lists/partList.ts';
import { differenceFrom } from '../../rules/support/statedFigures.ts';
import { wordsOf } from '../../syntax/inline.ts';
import { shortenedBefore } from '../../text/shortened.ts';
import { escapeMarkdown, paragraphs } from '../support/markdown.ts';
import { plainNumber, readingText } from '../tables/equationText.ts';
import { facetsText } from './facets.ts';
import { metricName } from './metricName.ts';

/** What a figure of the text is read as, what the table says of it, and the sums and shares that it takes part in. */
export function textFigureCard(place: TextPlace, report: Report, language: Language): string {
  const say = messagesIn(language);
  const { figure, chain } = place;
  const { precision } = figure.number;
  const link = linkOf(report, figure);
  return paragraphs([
    `**${escapeMarkdown(wordsOf(report.source.slice(place.span)))}**`,
    say('hover.figure.facets', { value: valueText(place), text: facetsText(place, link, language) }),
    link
      ? say(`hover.figure.${link.statement.period}`, {
          metric: escapeMarkdown(metricName(link.statement.metric, report, language)),
        })
      : undefined,
    precision === 'exact' ? undefined : say(`hover.figure.${precision}`),
    link ? tableLine(link, place, say) : undefined,
    ...listsWith(figure, chain, report).flatMap(list => listLines(list, figure, chain, say)),
    link ? otherPlaces(place, report, say) : undefined,
  ]);
}

/** The number in plain digits, with its unit: 1.2万条 → 12000 条, １８２件 → 182 件, 五件 → 5 件. */
function valueText(place: TextPlace): string {
  const { unit } = place.figure.number;
  return `${plainNumber(numberOf(place) ?? 0)} ${unit === '万元' || unit === '亿元' ? '元' : unit}`.trim();
}

/** Where the text states a cell or a sum with it, for the cell's own card. */
export function mentionLines(cell: Figure, report: Report, language: Language): string[] {
  return mentionsOf(report, cell).map(({ place, link }) =>
    message(language, link.fits ? 'hover.figure.mention' : 'hover.figure.mention#differs', {
      line: report.source.lineAt(place.span.start) + 1,
      text: escapeMarkdown(wordsOf(report.source.slice(place.span))),
      metric: escapeMarkdown(metricName(link.statement.metric, report, language)),
    }),
  );
}

function tableLine({ reading, fits }: FigureLink, place: TextPlace, say: Say): string {
  if (!reading) return say('hover.figure.noCell');
  return say(fits ? 'hover.figure.table' : 'hover.figure.table#differs', {
    sum: readingText(reading, escapeMarkdown),
    difference: differenceFrom(place.figure, reading.value),
  });
}

function listLines(list: FigureList, figure: StatedFigure, chain: Chain, say: Say): string[] {
  const part = list.parts.find(each => each.figure === figure || each.share === figure);
  return [sumLine(list, chain, say), ...(part ? shareLines(part, list.whole, say) : [])];
}

function sumLine({ whole, parts, sum, state }: FigureList, chain: Chain, say: Say): string {
  const args = {
    whole: plainNumber(whole.number.value),
    sum: parts
      .map(({ figure }) => `${escapeMarkdown(labelOf(figure, chain))} ${plainNumber(figure.number.value)}`.trim())
      .join(' + '),
    computed: plainNumber(sum),
    difference: plainNumber(whole.number.value - sum),
  };
  switch (state) {
    case 'holds':
      return say('hover.figure.list', args);
    case 'broken':
      return say('hover.figure.list#broken', args);
    case 'open':
      return say('hover.figure.openList', args);
    case 'unstated':
      return say('hover.figure.list#other', args);
  }
}

function shareLines({ figure, share }: ListPart, whole: StatedFigure, say: Say): string[] {
  if (!share || whole.number.value <= 0) return [];
  const stated = share.number;
  const computed = ((figure.number.value / whole.number.value) * 100).toFixed(stated.decimals);
  const args = {
    part: plainNumber(figure.number.value),
    whole: plainNumber(whole.number.value),
    computed,
    stated: plainNumber(stated.value),
  };
  return [
    say(Math.abs(Number(computed) - stated.value) < 1e-9 ? 'hover.figure.share' : 'hover.figure.share#other', args),
  ];
}

const LONGEST_LABEL = 16;

/** The words of a figure's clause before it, without those that only join it; where none stand, those behind it. */
function labelOf({ labelFrom, token, nounTo, start, end }: StatedFigure, { reading: { text, tokens } }: Chain): string {
  let from = labelFrom;
  for (let next = tokens[from]; from < token && next?.kind === 'word' && next.meaning.role !== undefined;) {
    const { matter, step, part } = next.meaning;
    if ((matter ?? step ?? part) !== undefined || next.meaning.role === 'rest') break;
    next = tokens[++from];
  }
  const label = from < token ? text.slice(tokens[from]?.start ?? start, start).trim() : '';
  const noun = text.slice(end, tokens[nounTo - 1]?.end ?? end).trim();
  return shortenedBefore(label === '' ? noun : label, LONGEST_LABEL);
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
