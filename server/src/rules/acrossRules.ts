import type { AcrossRule } from './support/across.ts';
import { carryOver } from './workspace/carry-over.ts';
import { copiedFigures } from './workspace/copied-figures.ts';
import { copiedSectionRule } from './workspace/copied-section.ts';
import { copiedText } from './workspace/copied-text.ts';
import { cumulativeDecrease } from './workspace/cumulative-decrease.ts';
import { cumulativeTotal } from './workspace/cumulative-total.ts';
import { disclosedTotal } from './workspace/disclosed-total.ts';
import { editionMix } from './workspace/edition-mix.ts';
import { growth } from './workspace/growth.ts';
import { inForce } from './workspace/in-force.ts';
import { priorItems } from './workspace/prior-items.ts';
import { restatedFigure } from './workspace/restated-figure.ts';
import { rollUpPart } from './workspace/roll-up-part.ts';
import { rollUpSum } from './workspace/roll-up-sum.ts';
import { secondReport } from './workspace/second-report.ts';
import { staleCitation } from './workspace/stale-citation.ts';
import { staleName } from './workspace/stale-name.ts';
import { staleYear } from './workspace/stale-year.ts';

/** The rules that need several reports, in the order in which they run. */
export const ACROSS_RULES: readonly AcrossRule[] = [
  carryOver,
  inForce,
  priorItems,
  disclosedTotal,
  cumulativeTotal,
  cumulativeDecrease,
  restatedFigure,
  growth,
  rollUpSum,
  rollUpPart,
  copiedSectionRule,
  copiedText,
  copiedFigures,
  staleYear,
  staleName,
  staleCitation,
  editionMix,
  secondReport,
];
