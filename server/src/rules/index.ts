import { belowAnnual } from './cumulative/below-annual.ts';
import { partsTotal } from './cumulative/parts-total.ts';
import { latePublication } from './dates/late-publication.ts';
import { reportingPeriod } from './dates/reporting-period.ts';
import type { LintRule } from './rule.ts';
import { headingWording } from './structure/heading-wording.ts';
import { missingSection } from './structure/missing-section.ts';
import { numbering } from './structure/numbering.ts';
import { partsCount } from './structure/parts-count.ts';
import { sectionOrder } from './structure/section-order.ts';
import { blankCells } from './tables/blank-cells.ts';
import { extraRow } from './tables/extra-row.ts';
import { feeUnit } from './tables/fee-unit.ts';
import { fullWidthDigits } from './tables/full-width-digits.ts';
import { missingRow } from './tables/missing-row.ts';
import { missingTable } from './tables/missing-table.ts';
import { notACount } from './tables/not-a-count.ts';
import { otherEdition } from './tables/other-edition.ts';
import { disclosedAboveMade } from './totals/disclosed-above-made.ts';
import { disclosedAboveTotal } from './totals/disclosed-above-total.ts';
import { effectiveBelowIssued } from './totals/effective-below-issued.ts';
import { itemsBelowZero } from './totals/items-below-zero.ts';
import { runTogether } from './tables/run-together.ts';
import { receivedAndHandled } from './totals/received-and-handled.ts';
import { resultTotal } from './totals/result-total.ts';
import { reviewLitigationTotal } from './totals/review-litigation-total.ts';
import { rowTotal } from './totals/row-total.ts';
import { wrongEncoding } from './wording/wrong-encoding.ts';

/** All rules, in the order in which they run; nothing registers itself. */
export const RULES: readonly LintRule[] = [
  missingSection, sectionOrder, partsCount, headingWording, numbering,
  missingTable, missingRow, extraRow, otherEdition, blankCells, feeUnit, notACount, fullWidthDigits, runTogether,
  receivedAndHandled, resultTotal, rowTotal, reviewLitigationTotal,
  effectiveBelowIssued, disclosedAboveMade, disclosedAboveTotal, itemsBelowZero,
  belowAnnual, partsTotal,
  reportingPeriod, latePublication,
  wrongEncoding,
];
