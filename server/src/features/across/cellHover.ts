import type { Language } from '../../messages/message.ts';
import { messagesIn } from '../../messages/text.ts';
import { cellOf, continuedFrom, type CellElsewhere, type CellName } from '../../model/across/cellsAround.ts';
import type { Neighbours } from '../../model/across/neighbours.ts';
import { escapeMarkdown } from '../support/markdown.ts';
import { plainNumber } from '../tables/equationText.ts';
import type { LocatePlace } from './acrossDiagnostics.ts';

/** Years that are listed, the newest ones. */
const MOST_YEARS = 8;

/**
 * What other reports say of a cell, as lines of Markdown: the cell it goes on from, its other years, the bodies above
 * and below. Numbers lead to their reports.
 */
export function cellHover(
  neighbours: Neighbours,
  cell: CellName,
  language: Language,
  locate: LocatePlace,
): readonly string[] {
  const say = messagesIn(language);
  const linked = (found: CellElsewhere): string => {
    const text = escapeMarkdown(plainNumber(found.value));
    const place = locate(found.report, found.place);
    if (!place) return text;
    const { line, character } = place.range.start;
    return `[${text}](${place.uri}#${String(line + 1)},${String(character + 1)})`;
  };
  const { own, years, above, below } = neighbours;
  const from = continuedFrom(neighbours, cell);
  const others = years
    .filter(report => report !== own)
    .flatMap(report => cellOf(report, cell) ?? [])
    .slice(-MOST_YEARS);
  const upper = above && cellOf(above, cell);
  const lower = below.flatMap(report => cellOf(report, cell) ?? []);
  return [
    ...(from && from.key !== cell.key
      ? [say('hover.carriedFrom', { year: from.report.year, value: linked(from) })]
      : []),
    ...(others.length > 0
      ? [
          say('hover.otherYears', {
            items: others
              .map(found => say('hover.inYear', { year: found.report.year, value: linked(found) }))
              .join(say('hover.yearGap')),
          }),
        ]
      : []),
    ...(upper ? [say('hover.inBodyAbove', { body: escapeMarkdown(upper.report.body), value: linked(upper) })] : []),
    ...(lower.length > 0
      ? [
          say('hover.inBodiesBelow', {
            count: lower.length,
            value: plainNumber(lower.reduce((sum, { value }) => sum + value, 0)),
          }),
        ]
      : []),
  ];
}
