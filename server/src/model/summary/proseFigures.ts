import { fold } from '../../text/fold.ts';
import type { Report } from '../report.ts';
import type { Chain } from '../statements/chains.ts';
import type { StatedFigure } from '../statements/statedFigure.ts';
import type { StatedQuantity } from '../statements/statedQuantity.ts';

const LONGEST_LABEL = 40;
/** Words that say that a figure reaches beyond the year. */
const BEYOND = /截[至止]|目前为止/;
/** The last day of a year: what is told up to then does not reach beyond it. */
const TO_THE_END = /截[至止](?:到)?(?:(20\d\d)年度?|本年度?|今年|当年)?(?:12月31日|12月底|年?[底末])/;
export const SENTENCE_BEFORE = 60;

/** 截至目前，截至2025年1月: a figure that is of more than the report's year. 截至2024年底 is of all years up to it. */
export function reachesBeyond(figure: StatedFigure, chain: Chain, report: Report): boolean {
  return BEYOND.test(sentenceBefore(figure, chain)) && !isToTheEnd(figure, chain, report);
}

/** 截至2024年底，累计公开: of all years, or of this one alone. */
export function isToTheEnd(figure: StatedFigure, chain: Chain, { reportYear }: Report): boolean {
  const [isSaid, year = reportYear?.value] = TO_THE_END.exec(sentenceBefore(figure, chain)) ?? [];
  return isSaid !== undefined && Number(year) === reportYear?.value;
}

function sentenceBefore({ start }: StatedFigure, { reading: { text } }: Chain): string {
  const before = text.slice(Math.max(0, start - SENTENCE_BEFORE), start);
  return before.slice(before.search(/[^。；\n]*$/));
}

/** 2024年，累计收到12件: of that year and no more; 截至 is asked for before. */
export function isOfYear({ period, figure: { when, year } }: StatedQuantity, { reportYear }: Report): boolean {
  return period === 'annual' || (when === 'cumulative' && year !== undefined && year === reportYear?.value);
}

/** Whether a figure is a share or a rate of its year. */
export function isRate({ kind, number, when }: StatedFigure): boolean {
  return (
    (kind === 'share' || kind === 'rate' || kind === 'percent') &&
    number.unit === '%' &&
    number.precision !== 'rough' &&
    (when === undefined || when === 'this')
  );
}

/** Whether a figure counts something of its year. */
export function isCount({ kind, number, when, year, stats, roles }: StatedFigure, { reportYear }: Report): boolean {
  return (
    kind === 'count' &&
    number.unit !== '' &&
    number.precision === 'exact' &&
    !number.isAbove &&
    (when === undefined || when === 'this' || (when === 'cumulative' && year === reportYear?.value)) &&
    stats.size === 0 &&
    !roles.has('not')
  );
}

/** The words of its clause before a figure. */
export function labelOf({ labelFrom, start }: StatedFigure, { reading: { text, tokens } }: Chain): string {
  const from = tokens[labelFrom]?.start ?? start;
  return fold(text.slice(Math.max(from, start - LONGEST_LABEL), start)).replace(FILLER, '');
}

/** Words of time and of sums, which come and go from year to year. */
const FILLER = /(?:19|20)\d\d年度?|全年|今年|本年度?|累计|共计|总计|共/g;
