import { basisNumber } from './citations/basis-number.ts';
import { captionItem } from './citations/caption-item.ts';
import { misquotedTitle } from './citations/misquoted-title.ts';
import { noBasis } from './citations/no-basis.ts';
import { noSuchClause } from './citations/no-such-clause.ts';
import { notInForce } from './citations/not-in-force.ts';
import { numberForm } from './citations/number-form.ts';
import { reportBasis } from './citations/report-basis.ts';
import { shortName } from './citations/short-name.ts';
import { supersededClause } from './citations/superseded-clause.ts';
import { wrongNumber } from './citations/wrong-number.ts';
import { latePublication } from './dates/late-publication.ts';
import { reportingPeriod } from './dates/reporting-period.ts';
import { partsTotal as prosePartsTotal } from './prose/parts-total.ts';
import { share } from './prose/share.ts';
import { sameMetric } from './prose/same-metric.ts';
import { listedCount } from './prose/listed-count.ts';
import { yearOnYear } from './prose/year-on-year.ts';
import { outdatedSentence } from './prose/outdated-sentence.ts';
import { partAboveWhole } from './prose/part-above-whole.ts';
import { average } from './prose/average.ts';
import { sharesTotal } from './prose/shares-total.ts';
import { mixedUnits } from './prose/mixed-units.ts';
import { feeNotMentioned } from './prose/fee-not-mentioned.ts';
import { feeAmount } from './prose/fee-amount.ts';
import { allUpheld } from './prose/all-upheld.ts';
import { completeClaim } from './prose/complete-claim.ts';
import { noneStatement } from './prose/none-statement.ts';
import { flow } from './prose/flow.ts';
import { againstTable } from './prose/against-table.ts';
import { proseTotal } from './cumulative/prose-total.ts';
import { planYear } from './dates/plan-year.ts';
import { yearRange } from './dates/year-range.ts';
import { yearWithoutEdition } from './dates/year-without-edition.ts';
import { damagedDate } from './dates/damaged-date.ts';
import { fileNameYear } from './dates/file-name-year.ts';
import { otherYear } from './dates/other-year.ts';
import { signatureYear } from './dates/signature-year.ts';
import { titleWithoutYear } from './dates/title-without-year.ts';
import { emptySection } from './structure/empty-section.ts';
import { gluedHeading } from './structure/glued-heading.ts';
import type { LintRule } from './support/rule.ts';
import { headingWording } from './structure/heading-wording.ts';
import { missingSection } from './structure/missing-section.ts';
import { numbering } from './structure/numbering.ts';
import { partsCount } from './structure/parts-count.ts';
import { sectionOrder } from './structure/section-order.ts';
import { amountWithoutUnit } from './tables/amount-without-unit.ts';
import { blankCells } from './tables/blank-cells.ts';
import { cellContent } from './tables/cell-content.ts';
import { extraRow } from './tables/extra-row.ts';
import { feeUnit } from './tables/fee-unit.ts';
import { fullWidthDigits } from './tables/full-width-digits.ts';
import { fullWidthPipe } from './tables/full-width-pipe.ts';
import { lookAlikeDigits } from './tables/look-alike-digits.ts';
import { misplacedTable } from './tables/misplaced-table.ts';
import { missingRow } from './tables/missing-row.ts';
import { missingTable } from './tables/missing-table.ts';
import { noRulemakingPower } from './tables/no-rulemaking-power.ts';
import { notACount } from './tables/not-a-count.ts';
import { notReadable } from './tables/not-readable.ts';
import { otherEdition } from './tables/other-edition.ts';
import { repeatedTable } from './tables/repeated-table.ts';
import { rowOrder } from './tables/row-order.ts';
import { EQUATION_RULES } from './totals/equationRules.ts';
import { shouldBeBlank } from './tables/should-be-blank.ts';
import { runTogether } from './tables/run-together.ts';
import { splitRow } from './tables/split-row.ts';
import { unitInCell } from './tables/unit-in-cell.ts';
import { asOf } from './wording/as-of.ts';
import { doubledWord } from './wording/doubled-word.ts';
import { leftover } from './wording/leftover.ts';
import { otherBody } from './wording/other-body.ts';
import { fileNameBody } from './wording/file-name-body.ts';
import { punctuation } from './wording/punctuation.ts';
import { mergeConflict } from './wording/merge-conflict.ts';
import { oddSigns } from './wording/odd-signs.ts';
import { personalData } from './wording/personal-data.ts';
import { phraseSlip } from './wording/phrase-slip.ts';
import { traditionalCharacters } from './wording/traditional-characters.ts';
import { wrongEncoding } from './wording/wrong-encoding.ts';

/** All rules, in the order in which they run; nothing registers itself. */
export const RULES: readonly LintRule[] = [
  missingSection,
  sectionOrder,
  gluedHeading,
  emptySection,
  partsCount,
  headingWording,
  numbering,
  missingTable,
  misplacedTable,
  repeatedTable,
  missingRow,
  extraRow,
  rowOrder,
  splitRow,
  otherEdition,
  runTogether,
  blankCells,
  feeUnit,
  amountWithoutUnit,
  notACount,
  lookAlikeDigits,
  fullWidthDigits,
  unitInCell,
  cellContent,
  shouldBeBlank,
  fullWidthPipe,
  notReadable,
  noRulemakingPower,
  ...EQUATION_RULES,
  prosePartsTotal,
  share,
  againstTable,
  outdatedSentence,
  noneStatement,
  completeClaim,
  allUpheld,
  proseTotal,
  partAboveWhole,
  flow,
  sharesTotal,
  yearOnYear,
  average,
  sameMetric,
  mixedUnits,
  listedCount,
  feeNotMentioned,
  feeAmount,
  reportingPeriod,
  titleWithoutYear,
  fileNameYear,
  yearWithoutEdition,
  damagedDate,
  signatureYear,
  otherYear,
  planYear,
  yearRange,
  latePublication,
  mergeConflict,
  oddSigns,
  wrongEncoding,
  personalData,
  phraseSlip,
  traditionalCharacters,
  otherBody,
  fileNameBody,
  asOf,
  doubledWord,
  punctuation,
  leftover,
  noBasis,
  reportBasis,
  misquotedTitle,
  wrongNumber,
  basisNumber,
  numberForm,
  notInForce,
  noSuchClause,
  supersededClause,
  shortName,
  captionItem,
];
