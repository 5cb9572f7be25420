import type { Args, CellArgs, CulpritArgs } from './arguments.ts';
import type { Catalogue } from './message.ts';

/** English wording; the same ids as zh-CN.ts. */
export const en: Catalogue = {
  // ── rules ──
  'structure/missing-section': a =>
    `Part ${a.ordinal} “${a.title}” is missing.\n${a.basis.startsWith('第') ? `All six parts are prescribed (条例 ${a.basis}, annual report format)` : `Basis: ${a.basis}`}.\nInsert it here; write 无 if there is nothing to report.`,
  'structure/missing-section#several': a =>
    `${a.count} parts are still missing: ${a.titles}.\nBasis: ${a.basis ?? 'article 50 of the regulation, annual report format: all six are prescribed'}.\nInsert their headings and tables in one step, then fill them in; write 无 where there is nothing to report.`,
  'structure/missing-section#heading': a =>
    `Part ${a.ordinal}, “${a.title}”, has no heading; from “${a.found}” on its content seems to stand here.\nAdd the heading.`,
  'structure/missing-section#table': a =>
    `Part ${a.ordinal}, “${a.title}”, has no heading; its content seems to begin with this table.\nAdd the heading before it.`,
  'structure/missing-section#renamed': a =>
    `Part ${a.ordinal} should be “${a.title}”; the heading “${a.found}” does not fit.\nBasis: ${a.basis.startsWith('第') ? `条例 ${a.basis}, annual report format` : a.basis}.\nUse the prescribed title, or add the part.`,
  'structure/missing-section#content': a =>
    `Nothing was found on “${a.title}”. It may stand under another heading.\nBasis: ${a.basis}.\nCheck that it is not left out.`,
  'structure/missing-section#none': () =>
    'No first-level headings (一、 二、 …) were found, so the parts cannot be checked.\nPut each heading on a line of its own, written as “一、总体情况”.',
  'structure/section-order': a => `“${a.title}” is out of order; the format makes it part ${a.ordinal}.\nMove it.`,
  'structure/parts-count': a =>
    `The introduction announces ${a.announced} parts, but there are ${a.present} first-level headings.\nCheck the introduction or the headings.`,
  'structure/parts-count#attached': a =>
    `The introduction announces ${a.announced} parts including the attached table, but there are ${a.present} first-level headings besides it.\nCheck the introduction or the headings.`,
  'structure/parts-count#listed': a =>
    `The introduction announces ${a.announced} parts but lists ${a.listed}.\nCheck the introduction.`,
  'structure/heading-wording': a =>
    `The heading “${a.found}” differs from the prescribed “${a.title}”.\nBasis: annual report format.\nUse the prescribed title.`,
  'structure/heading-wording#slip': a =>
    `The heading “${a.found}” is one character away from the prescribed “${a.title}”, probably by mistake.\nCorrect it.`,
  'structure/heading-wording#mark': a => `The heading ends with “${a.sign}”.\nDelete it.`,
  'structure/heading-wording#empty': a => `The heading has only its number “${a.number}”.\nAdd its title.`,
  'structure/numbering': a =>
    `The number “${a.found}” does not follow the one before; next is “${a.expected}”.\nCheck for a missing or wrong number.`,
  'structure/numbering#repeated': a => `The number “${a.found}” is repeated; next is “${a.expected}”.\nCheck it.`,
  'structure/numbering#ordinal': a =>
    `“${a.found}” does not follow the number before it; next is “${a.expected}”.\nCorrect it, or add the missing item.`,
  'structure/numbering#odd': a => `“${a.found}” belongs to no list here: what follows is “${a.expected}”.\nCheck it.`,
  'structure/numbering#first': a =>
    `“${a.found}” stands here without any “${a.expected}” before it.\nAdd “${a.expected}”.`,
  'structure/numbering#stray': a => `A stray 是 stands behind the number (“${a.found}”).\nDelete it.`,
  'structure/numbering#look-alike': a =>
    `The sign “${a.found}” is no numeral, it only looks like one.\nWrite “${a.expected}”.`,
  'structure/numbering#form': a =>
    `The heading “${a.title}” is numbered otherwise than the other parts.\nWrite “${a.expected}”.`,
  'structure/glued-heading': a =>
    `The heading “${a.title}” stands at the end of a paragraph and is easily missed.\nPut it on a line of its own.`,
  'structure/empty-section': () =>
    'The section on problems says only 无.\nArticle 50 of the regulation asks for the main problems and what was done about them.\nAdd them.',
  'structure/empty-section#unwritten': a => `“${a.title}” is not written yet.\nWrite this part.`,
  'structure/empty-section#number': a =>
    `The heading “${a.title}” announces a number; none follows.\nGive it, or change the heading.`,
  'tables/missing-table': a =>
    `“${a.title}” has no table 《${a.table}》.\nThe format demands one in this part.\nInsert the standard table and fill it in.`,
  'tables/missing-table#empty': a =>
    `Nothing stands under “${a.title}”; the table 《${a.table}》 was not found.\nPaste it again if it was lost in conversion, or insert the standard table.`,
  'tables/missing-table#picture': a =>
    `“${a.title}” holds only a picture or what is left of one, so the figures of the table 《${a.table}》 were not checked.\nPaste the table as text, or insert the standard table.`,
  'tables/missing-table#unreadable': a =>
    `“${a.title}” holds the words of the table 《${a.table}》 but not its cells, so its figures cannot be checked.\nPaste the table again, or insert the standard table.`,
  'tables/missing-row': a =>
    `The table 《${a.table}》 lacks ${a.count} row(s): ${a.rows}.\nBasis: annual report format.\nAdd them; keep rows without data and fill in 0.`,
  'tables/missing-row#label': a =>
    `The table 《${a.table}》 has ${a.count} row(s) without a label; by their order and totals: ${a.rows}.\nAdd the label(s).`,
  'tables/missing-row#column': a =>
    `The table 《${a.table}》 lacks ${a.count} column(s): ${a.columns}.\nCheck its header.`,
  'tables/extra-row': a =>
    `The table 《${a.table}》 has a row “${a.label}” that the format does not have.\nRename or delete it if it is a mistake; keep it if it is required locally.`,
  'tables/extra-row#renamed': a =>
    `The row “${a.found}” is named differently from the prescribed “${a.label}”.\nCheck it.`,
  'tables/extra-row#repeated': a =>
    `The row “${a.label}” stands in the table 《${a.table}》 twice; only the figures of the first are checked.\nDelete one, or check its label.`,
  'tables/split-row': a =>
    `A line break parted the row “${a.row}”; the figures of its second half stand in no cells of theirs.\nPut the two lines together.`,
  'tables/split-row#unnamed': () =>
    'A line break parted the row of figures; those of its second half stand in no cells of theirs.\nPut the two lines together.',
  'tables/row-order': a =>
    `The rows of the table 《${a.table}》 are out of order: “${a.label}” ${neighbour(a)}${moved(a, 'row')}. Figures are checked by their labels all the same.\nRestore the prescribed order, since tables are merged by position.`,
  'tables/row-order#column': a =>
    `The columns of the table 《${a.table}》 are out of order: “${a.label}” ${neighbour(a)}${moved(a, 'column')}. Figures are checked by the header all the same.\nRestore the prescribed order, since tables are merged by position.`,
  'tables/misplaced-table': a =>
    `The table 《${a.table}》 stands in “${a.found}”; the format puts it in “${a.title}”.\nMove it there.`,
  'tables/repeated-table': a =>
    `The table 《${a.table}》 stands here twice with the same figures.\nDelete one; if their scopes differ (全市, 本级), say so above the table.`,
  'tables/repeated-table#blank': a => `The table 《${a.table}》 stands here twice and this one is empty.\nDelete it.`,
  'tables/repeated-table#different': a =>
    `The table 《${a.table}》 stands here twice and ${a.count} cell(s) differ; only the first is checked.\nKeep one; if their scopes differ (全市, 本级), say so above the table.`,
  'tables/other-edition': a =>
    `The table 《${a.table}》 has the form of “${a.found}”; this report year needs “${a.expected}”.\nUse this year's standard table; the figures of the old form were not checked.`,
  'tables/blank-cells': a =>
    `The table 《${a.table}》 has ${a.count} blank cell(s). Blanks count as 0 in sums.\nFill in 0 so that nothing looks forgotten.`,
  'tables/blank-cells#pairs': a =>
    `The table 《${a.table}》 has ${a.count} blank cell(s). They are no 0: what they stand in is not checked.\nFill in 0, or a dash where it does not apply, so that nothing looks forgotten.`,
  'tables/blank-cells#all': a =>
    `The table 《${a.table}》 is not filled in yet.\nEnter the figures, 0 where there is nothing.`,
  'tables/fee-unit': a =>
    `The fee amount ${a.stated} would be over 100 billion yuan in 万元; it may have been entered in yuan.\nThe unit of this cell is 万元 (10,000 yuan).\nCheck it.`,
  'tables/fee-unit#yuan': a =>
    `The fee amount “${a.stated}” is in yuan.\nThe unit of this cell is 万元 (10,000 yuan).\nConvert it.`,
  'tables/amount-without-unit': a =>
    `The procurement amount “${a.stated}” has no unit.\nThe 2019 format prescribes none, and both 元 and 万元 are in use.\nAdd the unit.`,
  'tables/not-a-count': a => `“${where(a)}” states ${a.stated}; a count is a whole number from 0 up.\nCheck it.`,
  'tables/not-a-count#text': a =>
    `“${where(a)}” holds the text “${a.stated}”, which cannot be checked.\nEnter a whole number, 0 for none.`,
  'tables/not-a-count#amount': a =>
    `“${where(a)}” holds the text “${a.stated}”, which cannot be checked.\nWrite a number alone, in the unit of the column; 0 for none.`,
  'tables/not-a-count#several': a =>
    `“${where(a)}” holds more than one figure (“${a.stated}”); which of them counts is not known, and none was checked.\nKeep one.`,
  'tables/not-a-count#manyTexts': a =>
    `${a.count} cells of the table 《${a.table}》 hold words, such as “${a.stated}”, and cannot be checked.\nWrite whole numbers, 0 for none.`,
  'tables/not-a-count#decimals': a =>
    `${a.count} cell(s) of the table 《${a.table}》 write a count with decimals, such as “${a.stated}”; it is read as a whole number.\nDelete the point and the zeros behind it.`,
  'tables/look-alike-digits': a =>
    `“${where(a)}” states “${a.stated}”, with a sign that only looks like a digit (${a.digits}?), so it cannot be checked.\nWrite the digits.`,
  'tables/look-alike-digits#many': a =>
    `${a.count} cell(s) of the table 《${a.table}》 hold signs that only look like digits, such as “${a.stated}” (${a.digits}?), and cannot be checked.\nWrite the digits.`,
  'tables/run-together': a =>
    `The table 《${a.table}》 has ${a.count} row(s) whose figures stand run together (like “${a.text}”); their columns cannot be told, so they were not checked.\nPaste the table again or put spaces between the figures.`,
  'tables/full-width-digits': a =>
    `The table 《${a.table}》 has ${a.count} full-width figure(s).\nMake them half-width; the values stay.`,
  'tables/unit-in-cell': a =>
    `${a.count} cell(s) of the table 《${a.table}》 bear a unit, such as “${a.stated}”; the figure is read all the same.\nDelete the unit.`,
  'tables/no-rulemaking-power': a =>
    `规章, ${a.column}: ${a.stated}, but “${a.body}” has hardly the power to make 规章.\nBasis: 立法法 2023, articles 91 and 93.\nCheck whether they are 规范性文件, or explain it in the text.`,
  'tables/not-readable': a =>
    `Of table “${a.table}” ${a.read} rows were read; ${a.count} more groups of figures (such as “${a.text}”) were not checked, since it is not sure which row and column they stand in.\nPaste the table again, or fill in a standard table.`,
  'tables/not-readable#none': a =>
    `Table “${a.table}” was recognised, but of none of its ${a.count} groups of figures (such as “${a.text}”) is it sure which row and column they stand in; nothing was checked.\nPaste the table again, or fill in a standard table.`,
  'tables/should-be-blank': a =>
    `“${a.row}” says “${a.found}”, and yet ${a.count} cell(s) below it are filled in: ${a.rows}.\nThe format file says so.\nCheck which of the two is wrong.${reason(a)}`,
  'tables/cell-content': a =>
    `“${where(a)}” should state a number; “${a.found}” is not read as one and was not checked.\nThe format file says so.\nWrite it in digits.`,
  'tables/cell-content#yesNo': a =>
    `“${where(a)}” should say “是” (yes) or “否” (no), not “${a.found}”.\nThe format file says so.\nCheck it.`,
  'tables/cell-content#choice': a =>
    `“${where(a)}” says “${a.found}”, which is none of the choices.\nThe format file offers: ${a.names}.\nCheck it.`,
  'tables/cell-content#pattern': a =>
    `“${where(a)}” says “${a.found}”, which is not how such a number is written.\nThe format file says so.\nCheck for signs too many or too few.`,
  'tables/cell-content#address': a =>
    `“${where(a)}” says “${a.found}”, which does not look like an address on the web.\nThe format file says so.\nCheck it.`,
  'tables/cell-content#whole': a =>
    `“${where(a)}” should state a whole number not below 0, not ${a.found}.\nThe format file says so.\nCheck it.`,
  'tables/cell-content#below': a =>
    `“${where(a)}” is ${a.found}, which should not be less than ${a.limit}.\nThe format file says so.\nCheck it.`,
  'tables/cell-content#above': a =>
    `“${where(a)}” is ${a.found}, which should not be more than ${a.limit}.\nThe format file says so.\nCheck it.`,
  'tables/full-width-pipe': a =>
    `The table has ${a.count} full-width pipes “｜”, which part no cells where it is published; they were read as if they did.\nWrite “|”.`,
  'totals/received-and-handled': a =>
    `Column “${a.axis}”: handled are ${sumMore(a)} than received: new + carried in = ${a.stated}, result total + carried out = ${a.computed}.${split(a)}\nThis relation is printed on table three.\nCheck the four figures.`,
  'totals/received-and-handled#culprit': a =>
    culprit(a, 'the relation printed on table three (first + second item = third + fourth item)'),
  'totals/result-total': a =>
    `Column “${a.axis}”: （七）总计 states ${a.stated}, the results add up to ${sumIs(a)}.${split(a)}\nBasis: format, table three.\nCheck the total or the results.`,
  'totals/result-total#culprit': a => culprit(a, 'table three: （七）总计 is the sum of the results'),
  'totals/row-total': a =>
    `“${a.row}”: 总计 states ${a.stated}, the columns add up to ${sumIs(a)}.${split(a)}\nBasis: format, table three.\nCheck the columns or the total.`,
  'totals/row-total#culprit': a => culprit(a, 'table three: 总计 is the sum of the columns'),
  'totals/row-total#short': a =>
    `“${a.row}”: the last figure is ${a.stated}, those before it add up to ${sumIs(a)}. The row lost its blank cells; that its last figure is the total is inferred from the other rows.\nCheck it.`,
  'totals/review-litigation-total': a =>
    `“${a.group}”: 总计 states ${a.stated}, its parts add up to ${sumIs(a)}.${split(a)}\nBasis: format, table four.\nCheck the parts or the total.`,
  'totals/review-litigation-total#culprit': a => culprit(a, 'table four: 总计 is the sum of its parts'),
  'totals/litigation-above-review': a =>
    `${a.stated} lawsuits after review are far more than ${a.reviews} reviews. Fine for cases reviewed in earlier years.\nCheck that the columns are not swapped.`,
  'totals/counted-twice': a =>
    `“${a.axis}”: results and carry-over make ${a.handled}, above the ${a.received} that came in, by exactly the ${a.stated} partly granted.\nA request handled in parts counts as partly granted only.\nCheck that none was counted twice.`,
  'totals/effective-below-issued': a =>
    `“${a.axis}”: ${a.stated} in force are fewer than the ${a.computed} issued this year. Fine if some were repealed or expired in the same year.\nCheck it.`,
  'totals/disclosed-above-made': a =>
    `“${a.axis}”: ${a.stated} newly disclosed are more than ${a.computed} newly made. Fine for documents of earlier years.\nCheck it.`,
  'totals/disclosed-above-total': a =>
    `“${a.axis}”: ${a.stated} newly disclosed are more than ${a.computed} disclosed in all.\nCheck it.`,
  'totals/items-below-zero': a =>
    `“${a.axis}”: last year's items plus this year's change make ${a.stated}, less than zero.\nCheck the change.`,
  'totals/local-equation': a =>
    `“${where(a)}” states ${a.stated}, its parts add up to ${sumIs(a)}.${split(a)}\nThe format file says so.\nCheck the total or the parts.${reason(a)}`,
  'totals/local-equation#culprit': a => culprit(a, 'relations of the format file') + reason(a),
  'totals/local-equation#sides': a =>
    `“${a.axis || where(a)}”: both sides should be equal; one is ${a.stated}, the other ${a.computed}.\nThe format file says so.\nCheck the figures.${reason(a)}`,
  'totals/local-equation#above': a =>
    `“${where(a)}” is ${a.stated}, which should not be more than ${a.computed}.\nThe format file says so.\nCheck it.${reason(a)}`,
  'totals/local-equation#below': a =>
    `“${where(a)}” is ${a.stated}, which should not be less than ${a.computed}.\nThe format file says so.\nCheck it.${reason(a)}`,
  'cumulative/below-annual': a =>
    `“${a.axis}”: the cumulative figure ${a.stated} is less than this year's ${a.computed}.\nIt includes this year.\nCheck it.`,
  'cumulative/parts-total': a =>
    `“${a.row}” (${a.axis}) states ${a.stated}, its parts add up to ${sumIs(a)}.\nBasis: the statistics table, totals and parts.\nCheck the total or the parts.`,
  'cumulative/parts-total#culprit': a => culprit(a, 'the statistics table: totals and parts'),
  'cumulative/parts-total#above': a =>
    `“${a.row}” (${a.axis}) is ${a.stated}, more than the total ${a.computed}.\nOne part cannot exceed the total.\nCheck it.`,
  'cumulative/replied-above-received': a =>
    `${a.stated} replies (${a.axis}) are more than ${a.computed} requests received. Fine for requests carried over from the year before.\nCheck them.`,
  'prose/parts-total': a =>
    `The text states ${a.stated}, its parts add up to ${sumIs(a)}.\nCheck the total or the parts; say 等 if the list is not complete.`,
  'prose/share': a =>
    `The share is ${a.stated}; ${a.part} ÷ ${a.whole} gives ${a.computed}; no other total of the passage fits either.\nCheck the figure or the share.`,
  'prose/share#above-all': a =>
    `${a.stated} is more than 100 percent: such a share or rate is a part of all there is.\nCheck it.`,
  'prose/against-table': a =>
    `The text states ${a.stated}, the table ${a.table}: ${textIs(a)} (readings tried: ${a.readings}).\nCheck both; say so if they count differently.`,
  'prose/none-statement': a => `The text says “${a.stated}”, the table of this year states ${a.table}.\nCheck both.`,
  'prose/complete-claim': a =>
    `All applications are said to be closed, but ${a.carried} are carried over in the table.\nCheck both; say so if timeliness is meant.`,
  'prose/complete-claim#replied': a =>
    `All applications are said to be closed, but of ${a.received} received ${a.replied} were answered.\nCheck the text.`,
  'prose/all-upheld': a =>
    `The text says “${a.stated}”, but table four has ${a.count} pending, corrected or other case(s).\nCheck both; say so if only closed cases are meant.`,
  'prose/part-above-whole': a => `The part ${a.part} is above its whole ${a.whole}.\nCheck both figures.`,
  'prose/part-above-whole#described': a =>
    `${a.part} reads as a part of the ${a.whole} before it, and is more.\nCheck both figures, or say what each counts.`,
  'prose/flow': a =>
    `What is said here of requests received, carried over and answered does not add up: ${a.sum}.\nCheck these figures, or say what each includes.`,
  'prose/flow#stock': a =>
    `This says ${a.stated}; ${a.sum} in the same sentence gives ${a.computed}.\nCheck the figures.`,
  'prose/shares-total': a =>
    `The shares add up to ${a.total}% (${a.parts}); the parts of one whole should make 100%.\nCheck the shares, or whether one is missing.`,
  'prose/year-on-year': a =>
    `“${a.stated}” does not fit the two years: from ${a.before} to ${a.after} ${a.sign === 0 ? 'nothing changed' : `is ${Number(a.sign) > 0 ? 'an increase' : 'a decrease'} of ${a.computed}`}.\nCheck both years and the change.`,
  'prose/outdated-sentence': a =>
    `The tables changed, and this sentence no longer says what they say: “${a.expected}”.\nReplace it, or check the tables.`,
  'prose/average': a =>
    `The average is ${a.stated}; ${a.total} ÷ ${a.count} gives ${a.computed}.\nCheck the three figures.`,
  'prose/average#each': a =>
    `The total is ${a.stated}; ${a.each} × ${a.count} gives ${a.computed}.\nCheck the three figures.`,
  'prose/same-metric': a =>
    `${a.stated} here, ${a.earlier} for the same thing above, difference ${a.difference}.\nCheck both; say so if they count differently.`,
  'prose/same-metric#hotline': a =>
    `${a.stated} here, ${a.earlier} received through 12345 above, a difference of only ${a.difference}.\nMake them equal if the same is meant; else say how they differ.`,
  'prose/mixed-units': a =>
    `“${a.stated}” here, “${a.other}” for the same figure elsewhere.\nThe tables count requests and cases in 件.\nUse one measure word.`,
  'prose/listed-count': a =>
    `“${a.stated}” announces ${a.announced}, but the sentence lists ${a.listed}.\nCheck the number; say 等 if the list is not complete.`,
  'prose/fee-not-mentioned': a =>
    `Table three has ${a.count} request(s) closed for an unpaid fee, but section six does not speak of fees.\nSay how many notices were sent and what was collected, or that nothing was.`,
  'prose/fee-amount': a =>
    `A fee of ${a.stated} charged by request is no multiple of 100 yuan.\nBasis: the tariff 《政府信息公开信息处理费管理办法》, from 100 yuan in steps of 100.\nCheck the sum or how it was charged.`,
  'prose/fee-amount#pages': a =>
    `A fee of ${a.stated} charged by pages is no multiple of 10 yuan.\nBasis: the tariff 《政府信息公开信息处理费管理办法》, 10, 20 or 40 yuan a page.\nCheck the sum.`,
  'cumulative/prose-total': a =>
    `The text states ${a.stated} for all years, the statistics table ${a.table}: ${textIs(a)}.\nCheck both.`,
  'dates/reporting-period': a =>
    `The reporting period “${a.stated}” is not 1 January to 31 December ${a.year}.\nCheck it; a body founded in mid-year should say so.`,
  'dates/reporting-period#absent': a =>
    `No reporting period is stated.\nWrite in the introduction: 统计期限自${a.year}年1月1日起至${a.year}年12月31日止.`,
  'dates/damaged-date': a => `The date “${a.date}” is damaged: no day can be told.\nComplete year, month and day.`,
  'dates/damaged-date#none': a =>
    `“${a.date}” is in no calendar, or its year has a digit too many or too few.\nCheck the date.`,
  'dates/damaged-date#sign': a => `“${a.date}” in this date should be “${a.expected}”.\nCorrect it.`,
  'dates/damaged-date#likely': a =>
    `The date “${a.date}” is damaged; probably “${a.expected}”.\nCheck it and complete year, month and day.`,
  'dates/damaged-date#year': a => `年 is missing behind the year; it should be “${a.expected}”.\nAdd it.`,
  'dates/plan-year': a =>
    `The plan is for ${a.found}, the report year is ${a.year}: the plan should be for ${a.next}.\nCheck both years.`,
  'dates/year-range': a =>
    `“${a.text}” ends in the year in which it begins, or before it, and is no period.\nCheck the years.`,
  'dates/late-publication': a =>
    `The date of signature “${a.date}” is later than the deadline ${a.deadlineYear}-${a.month}-${a.day}.\nBasis: ${a.basis}.\nCheck the date; publish without delay if it is late.`,
  'dates/late-publication#before': a =>
    `The date of signature “${a.date}” is not before the day of publication ${a.deadlineYear}-${a.month}-${a.day}.\nBasis: ${a.basis}.\nCheck the date; publish without delay if it is late.`,
  'dates/late-publication#page': a =>
    `The publication date “${a.date}” is later than the deadline ${a.deadlineYear}-${a.month}-${a.day}.\nBasis: ${a.basis}.\nCheck it; ignore this if it is the date of a repost.`,
  'dates/title-without-year': a =>
    `The title does not say the year. The text presents the report for ${a.year}.\nWrite it into the title.`,
  'dates/file-name-year': a =>
    `The file is named as the report for ${a.found}, the title says ${a.year}.\nCheck whether this is the right file. If it is, rename it to ${a.year}.`,
  'dates/year-without-edition': a =>
    `“${a.title}” has no format for ${a.year} (${yearsWithEdition(a)}): sections, tables and deadlines were not checked.\nCheck the year. If it is right, a line <!-- 年报检查 格式 ${a.name} --> at the beginning has the draft checked against that edition.`,
  'dates/title-without-year#period': a =>
    `The title does not say the year. The reporting period is ${a.year}, which was assumed.\nWrite it into the title.`,
  'dates/title-without-year#fileName': a =>
    `Neither title nor text say the year. The name of the file says ${a.year}, which was assumed.\nWrite it into the title.`,
  'dates/other-year': a =>
    `The report year is ${a.year}, but this speaks of the work of ${a.found}. The text may be an earlier year's.\nCheck the year and what is said.`,
  'dates/other-year#next': a =>
    `The report year is ${a.year}, but this tells what there was in ${a.found}.\nCheck the year.`,
  'dates/other-year#caption': a => `The report year is ${a.year}, but the table's caption says ${a.found}.\nCheck it.`,
  'dates/other-year#carriedOut': a =>
    `The report year is ${a.year}: what was not concluded is carried over to ${a.right}, and not ${a.found}.\nCheck the year.`,
  'dates/other-year#carriedIn': a =>
    `The report year is ${a.year}: what was carried in comes from ${a.right}, and not ${a.found}.\nCheck the year.`,
  'dates/other-year#plan': a =>
    `The report is on ${a.year}, but this still plans for ${a.year}. Plans are usually for ${a.next}; the text may be last year's.\nCheck it.`,
  'dates/other-year#start': a =>
    `The report is on ${a.year}, but the total ends at the beginning of ${a.year}. ${a.next} may be meant.\nCheck it.`,
  'dates/other-year#notice': a =>
    `The report year is ${a.year}, but the notice cited is about the report for ${a.found}.\nCheck whether an earlier text was kept.`,
  'dates/signature-year': a =>
    `The date “${a.date}” lies before the end of ${a.year}, but a report on the whole of ${a.year} is signed in ${a.next}.\nCheck the year.`,
  'wording/merge-conflict#alone': () =>
    'A line of a merge conflict is still there.\nCheck that both sides were dealt with, then delete it.',
  'wording/merge-conflict': a =>
    `A merge conflict was not resolved (up to line ${a.line}).\nChoose one side; delete the other and the lines <<<<<<<, =======, >>>>>>>.`,
  'wording/odd-signs': a =>
    `The draft has ${a.count} invisible sign(s) (${a.signs}); it is read without them.\nDelete them.`,
  'wording/odd-signs#blanks': a =>
    `The draft has ${a.count} blank(s) that are no spaces (${a.signs}), most likely pasted; searching and layout go wrong with them.\nMake them spaces.`,
  'wording/odd-signs#radicals': a =>
    `The draft has ${a.count} radical(s) in place of characters (${a.signs}); they are read as these.\nReplace them.`,
  'wording/punctuation#wide-digits': a =>
    `Running text has ${a.count} full-width digit(s); the values stay.\nMake them half-width.`,
  'wording/wrong-encoding#gb18030': a =>
    `This draft is written in ${a.expected} and was opened as GB18030; its text has become “${a.text}” and was not checked.\nReopen it as ${a.expected}; do not save before.`,
  'wording/wrong-encoding': () =>
    'The file was opened in the wrong encoding; some characters are lost (\ufffd).\nReopen it as GB18030; do not save before.',
  'wording/wrong-encoding#misread': a =>
    `The file was opened in the wrong encoding (${a.text}): each byte of its ${a.expected} text became a Western letter, and nothing else can be checked.\nReopen it as ${a.expected} and do not save before; if it was saved like this, go back to the original file.`,
  'wording/wrong-encoding#unknown': a =>
    `The file was opened in the wrong encoding (${a.text}): each byte of its text became a Western letter, and nothing else can be checked.\nReopen it in its own encoding (such as UTF-8 or GB18030) and do not save before; if it was saved like this, go back to the original file.`,
  'wording/unknown-silence': a =>
    `There is no rule “${a.rule}”; this comment silences nothing.\nCheck the rule's name.`,
  'wording/silence-without-reason': a =>
    `“${a.rule}” is silenced without a reason, which has no effect.\nWrite 忽略 ${a.rule}：reason.`,
  'wording/unused-silence': a =>
    `There is no finding of “${a.rule}” here; the comment is no longer needed.\nDelete it.`,
  'wording/unreadable-directive': a =>
    `The checker's comment “${a.text}” was not understood.\nWrite one of these: 忽略 rule：reason; 年度 2024; 格式 2021.`,
  'wording/traditional-characters': a =>
    `The draft has ${a.count} traditional characters (“${a.text}”); they were read as simplified ones.\nOfficial documents use simplified characters.\nConvert them.`,
  'wording/leftover': a =>
    `“${a.text}” looks like a blank or a placeholder of the template.\nFill it in, or delete it.`,
  'wording/leftover#instruction': a =>
    `“${a.text}” is an instruction of the template, not part of the report.\nFollow it, then delete it.`,
  'wording/leftover#number': a =>
    `“${a.text}” has no number before its measure word.\nPut it in, or write the sentence in another way.`,
  'wording/leftover#outline': a => `“${a.text}” is the wording of the outline, not a heading.\nUse a short heading.`,
  'wording/punctuation': a => `${a.sign} has no ${a.other} to pair with.\nAdd the other half, or delete this one.`,
  'wording/punctuation#document': a => `${a.sign} of a document number has no ${a.other} to pair with.\nAdd it.`,
  'wording/punctuation#nested': a =>
    `Double quotation marks inside double ones: ${a.text}.\nGB/T 15834 has single ones inside.\nWrite ‘’ there.`,
  'wording/punctuation#doubled': a => `“${a.signs}” cannot stand side by side.\nKeep one.`,
  'wording/as-of': a =>
    `“${a.text}” means to end; a time follows, as of which something is said.\nWrite “${a.expected}”.`,
  'wording/doubled-word': a => `“${a.text}” is written twice.\nDelete one.`,
  'wording/doubled-word#item': a => `“${a.text}” is listed twice here.\nDelete one, or write the item that was meant.`,
  'wording/doubled-word#mixed': a => `“${a.text}” runs two forms of one term together.\nKeep one.`,
  'wording/doubled-word#sentence': () =>
    'This sentence says again what one before it in the paragraph says.\nDelete one.',
  'wording/file-name-body': a =>
    `The file is named as the report of “${a.found}”, the title says “${a.body}”.\nCheck whether this is the right file. If it is, rename it.`,
  'wording/other-body': a =>
    `The title names “${a.body}”, but “${a.name}” is treated as the reporting body here. The text may be another unit's.\nCheck it.`,
  'wording/other-body#similar': a =>
    `“${a.name}” differs from the title's “${a.body}” by a few characters.\nCheck for a missing one.`,
  'wording/other-body#whole': a =>
    `The title names “${a.body}”, but the introduction speaks of the work of “${a.name}”.\nCheck the title or the text.`,
  'wording/other-body#signature': a =>
    `The report is signed by “${a.name}”, but its title names “${a.body}”.\nCheck it.`,
  'wording/other-body#addressee': a =>
    `The title names “${a.body}”, but this speaks of applications made to “${a.name}”. The text may be another unit's.\nCheck it.`,
  'wording/other-body#self': a =>
    `The title names “${a.body}”, but the text calls itself “${a.name}”. The text may be another unit's.\nCheck it.`,
  'wording/phrase-slip': a => `“${a.text}” may be a slip for “${a.expected}”.\nCheck it.`,
  'wording/phrase-slip#part': a =>
    `The part is called “${a.text}” here; the format calls it “${a.expected}”.\nCorrect it.`,
  'wording/personal-data': a =>
    `“${a.text}” looks like the identity number of a person.\nThe report is published, which needs a legal basis or the person's separate consent (Personal Information Protection Law).\nDelete or mask it.`,
  'wording/personal-data#account': a =>
    `“${a.text}” looks like the bank account of a person.\nThe report is published, which needs a legal basis or the person's separate consent (Personal Information Protection Law).\nDelete or mask it.`,
  'wording/personal-data#phone': a =>
    `“${a.text}” looks like the mobile number of an applicant or a party.\nThe report is published, which needs a legal basis or the person's separate consent (Personal Information Protection Law).\nDelete or mask it.`,
  'citations/no-basis': () =>
    'The report does not name the regulation that it rests on.\nName 《中华人民共和国政府信息公开条例》 in the introduction.',
  'citations/report-basis': a =>
    `The report is based on ${a.clause} (${a.topic}), but ${a.right} rule the annual report.\nCheck the number.`,
  'citations/misquoted-title': a => `“${a.name}” differs from the title “${a.title}”.\nCorrect it.`,
  'citations/basis-number': a =>
    `The number of 《${a.title}》 is written as “${a.text}”; it is “${a.expected}”.\nCheck the number.`,
  'citations/wrong-number': a => `The number of 《${a.title}》 is ${a.right}, not ${a.number}.\nCorrect it.`,
  'citations/wrong-number#notice': a =>
    `The title is that of the notice ${a.right}, and the number ${a.number} is that of another one.\nCheck which one is meant.`,
  'citations/wrong-number#version': a =>
    `《${a.title}》 has no version of ${a.year}; the one in force was revised in ${a.right}.\nCheck the year.`,
  'citations/wrong-number#policy': a =>
    `Other reports cite ${a.title} as ${a.right}, here it is ${a.number}.\nCheck it against the document.`,
  'citations/wrong-number#year': a =>
    `The title speaks of ${a.titleYear}, the number is one of ${a.year}.\nCheck title or number.`,
  'citations/number-form': a =>
    `The number “${a.number}” is not in the official form.\nGB/T 9704: the year in 〔〕, no 第 and no leading zeros.\nWrite “${a.right}”.`,
  'citations/number-form#year': a => `The year “${a.year}” of the document number has not four digits.\nCheck it.`,
  'citations/number-form#future': a =>
    `The document number is of ${a.year}, while the report was published in ${a.latest} at the latest.\nCheck it.`,
  'citations/not-in-force': a =>
    `《${a.title}》 was made on ${a.made}, after this report was published.\nCheck title, number or report year.`,
  'citations/not-in-force#unpublished': a =>
    `The new version (${a.version}) of 《${a.title}》 was promulgated on ${a.made}${inForceFrom(a.effective)}, after this report was published.\nCheck whether a work plan was copied.`,
  'citations/not-in-force#later': a =>
    `The new version (${a.version}) of 《${a.title}》 was promulgated on ${a.made}${inForceFrom(a.effective)}: it is no work of ${a.year}.\nCheck whether it belongs into this report.`,
  'citations/not-in-force#replaced': a =>
    `${a.number} was replaced by ${a.later} from ${a.from}.\nUse the number in force.`,
  'citations/no-such-clause': a => `${a.title} has ${a.count} articles and no ${a.clause}.\nCheck the number.`,
  'citations/no-such-clause#elsewhere': a =>
    `${a.title} has ${a.count} articles and no ${a.clause}; the version ${a.other} has it${a.same === '' ? '' : `, and ${a.same} is on that matter here`}.\nCheck the number.`,
  'citations/no-such-clause#paragraph': a =>
    `${a.title} ${a.whole} has ${a.count} paragraph(s) and no ${a.clause}.\nCheck whether an item is meant.`,
  'citations/no-such-clause#item': a =>
    `${a.title} ${a.whole} has ${a.count} items and no ${a.clause}.\nCheck the number.`,
  'citations/no-such-clause#noItems': a =>
    `${a.title} ${a.whole} has no items, hence no ${a.clause}.\nCheck the number.`,
  'citations/superseded-clause': a =>
    `${a.clause} is the number of the old regulation (${a.old}); in that of ${a.version} the article is on ${a.now}, and the matter is in ${a.instead}.\nCheck the number.`,
  'citations/short-name': a =>
    `It is not said which document 《${a.name}》 is.\nWrite its title first, with “以下简称《${a.name}》”.`,
  'citations/short-name#ambiguous': a =>
    `“${a.name}” is already short for 《${a.other}》 and stands for 《${a.title}》 here.\nChoose another short name.`,
  'citations/short-name#second': a =>
    `《${a.title}》 already has the short name “${a.first}” and is given “${a.name}” here.\nUse one of them.`,
  'citations/caption-item': a => `Section two of ${a.edition} has no ${a.clause}, only ${a.items}.\nCheck the caption.`,

  // ── across reports ──
  'workspace/carry-over': a =>
    `“Carried in”, ${a.column}, is ${a.stated}; the report on ${a.year} carries ${a.computed} over, a difference of ${a.difference}${a.parts === '' ? '' : ` (${a.parts})`}.\nWhat is carried in equals what last year’s report carries over.\nCheck both; if bodies were reorganised, say so in section six.`,
  'workspace/carry-over#text': a =>
    `${a.stated} are said to be carried in; the report on ${a.year} carries ${a.computed} over, a difference of ${a.difference}.\nWhat is carried in equals what last year’s report carries over.\nCheck both; if bodies were reorganised or other things are counted, say so.`,
  'workspace/in-force': a =>
    `“${a.row}” in force is ${a.stated}; by the report on ${a.year}, plus issued less repealed (${a.sum}), it should be ${a.computed}, a difference of ${a.difference}.\nCheck it; if documents expired or were cleaned up, say so in the text.`,
  'workspace/prior-items': a =>
    `“${a.row}”, items of the year before, is ${a.stated}; by the report on ${a.year}, items plus change (${a.sum}), it should be ${a.computed}, a difference of ${a.difference}.\nCheck it; if the list was revised or functions moved, say so.`,
  'workspace/disclosed-total': a =>
    `“${a.row}”, total disclosed, is ${a.stated}; by the report on ${a.year}, total plus newly disclosed (${a.sum}), it should be ${a.computed}, a difference of ${a.difference}.\nCheck it; if documents were cleaned up or expired, say so.`,
  'workspace/cumulative-total': a =>
    `“${a.row}” of all years is ${a.stated}; by the report on ${a.year}, its figure of all years plus those since (${a.sum}), it should be ${a.computed}, a difference of ${a.difference}.\nCheck both figures of all years and this year’s.`,
  'workspace/cumulative-total#text': a =>
    `The text says ${a.stated} in all years; by the report on ${a.year}, plus this year’s (${a.sum}), it should be ${a.computed}, a difference of ${a.difference}.\nCheck it; say so if other things are counted.`,
  'workspace/cumulative-total#less': a =>
    `The text says ${a.stated} in all years, less than the ${a.before} of the report on ${a.year}, a difference of ${a.difference}.\nFigures of all years never fall.\nCheck both; say so if other things are counted.`,
  'workspace/cumulative-decrease': a =>
    `“${a.row}” of all years is ${a.stated}, less than the ${a.before} of the report on ${a.year}, a difference of ${a.difference}.\nFigures of all years never fall.\nCheck both.`,
  'workspace/restated-figure': a =>
    `This gives ${a.stated} for ${a.year}; the report on ${a.year} says ${a.computed}, a difference of ${a.difference}.\nCheck both; if the figure was corrected or is counted differently, say so.`,
  'workspace/growth#times': a =>
    `This is given as ${a.stated}; this year’s ${a.found} against ${a.before} in the report on ${a.year} is ${a.computed}.\nCheck both years and the ratio; say so if they are counted differently.`,
  'workspace/growth': a =>
    `The change is given as ${Number(a.direction) === 0 ? '' : Number(a.direction) < 0 ? 'a decrease of ' : 'an increase of '}${a.stated}; this year’s ${a.found} against ${a.before} in the report on ${a.year} is ${Number(a.sign) < 0 ? 'a decrease' : 'an increase'} of ${a.computed}.\nCheck both years and the change; say so if they are counted differently.`,
  'workspace/roll-up-sum': a =>
    `“${a.row}”, ${a.column}, is ${a.stated}; the ${a.count} bodies below add up to ${a.computed}, a difference of ${a.difference}${a.parts === '' ? '' : ` (largest: ${a.parts})`}.\nCheck the total and the bodies’ figures.`,
  'workspace/roll-up-sum#unit': a =>
    `“${a.row}”, ${a.column}, is ${a.stated}; the ${a.count} bodies below add up to ${a.computed}, a difference of ${a.difference}: exactly the figures of ${a.body}, which may have been left out.\nCheck the total.`,
  'workspace/roll-up-sum#twice': a =>
    `“${a.row}”, ${a.column}, is ${a.stated}; the ${a.count} bodies below add up to ${a.computed}, a difference of ${a.difference}: exactly the figures of ${a.body}, which may have been counted twice.\nCheck the total.`,
  'workspace/roll-up-sum#table': a =>
    `“${a.row}”, ${a.column}, is ${a.stated}; the ${a.count} bodies below add up to ${a.computed}, a difference of ${a.difference}; ${a.others} more rows of this table are not their sums.\nCheck whether all bodies were added.`,
  'workspace/roll-up-part': a =>
    `“${a.row}”, ${a.column}, is ${a.stated}, less than the ${a.computed} of ${a.body} alone (${a.difference}).\nA total is never below one of the bodies under it.\nCheck it; if only the government’s own are counted, say so in the report.`,
  'workspace/roll-up-part#sum': a =>
    `“${a.row}”, ${a.column}, is ${a.stated}; the ${a.count} bodies at hand already add up to ${a.computed} (${a.difference}).\nCheck it; if only the government’s own are counted, say so in the report.`,
  'workspace/copied-section': a =>
    `The section on problems and remedies is nearly that of the report on ${a.year} (${a.value}% alike).\nWrite it anew: what became of last year’s problems, and which there are.`,
  'workspace/copied-text': a =>
    `${a.count} sentences from here on are those of the report on ${a.year}.\nWrite them anew.`,
  'workspace/copied-figures': a =>
    `Every cell of tables three and four is that of the report on ${a.year}.\nCheck whether the tables were updated.`,
  'workspace/copied-figures#row': a =>
    `Table three does not add up, and its row of new applications is that of the report on ${a.year}.\nCheck whether it was updated.`,
  'workspace/stale-year': a =>
    `This sentence is that of the report on ${a.found} with other figures, and still says ${a.found}; this report is on ${a.year}.\nCheck the year.`,
  'workspace/stale-name': a =>
    `“${a.found}” is written here; the body of this report is “${a.name}”.\nUse the present name, unless the former body is meant.`,
  'workspace/stale-citation': a =>
    `The notice on compiling the reports for ${a.found} is cited, as in last year’s report; this report is on ${a.year}.\nName this year’s notice.`,
  'workspace/edition-mix': a =>
    `This body uses the form of ${a.edition}, ${a.count} bodies of the same government that of ${a.other}: they cannot be added up.\nCheck the form.`,
  'workspace/second-report': a =>
    `${a.body} has ${a.count} different reports on ${a.year}; none of them is compared with other years.\nKeep one, or move the others to a folder that the settings exclude.`,

  // ── related places ──
  'related.member': a => `${a.row}${a.column === '' ? '' : ` · ${a.column}`}: ${a.text === '' ? '(blank)' : a.text}`,
  'related.figure': a => `${a.text}`,
  'related.blankCell': a => `blank: ${a.row} · ${a.column}`,
  'related.sameTable': a => `the other table 《${a.table}》`,
  'related.titleBody': () => 'the body in the title',
  'related.sameSentence': () => 'the same sentence before',
  'related.section': a => `${a.title}`,
  'related.precedingSection': a => `should follow “${a.title}”`,
  'related.precedingNumber': () => 'the number before',
  'related.published': a => `Date of publication: ${a.date}`,
  'related.again': () => 'again here',
  'related.introduced': a => `“${a.name}” is introduced here`,
  'related.yearCell': a =>
    `${a.year} · ${a.row}${a.column === '' ? '' : ` · ${a.column}`}: ${a.text === '' ? '(blank)' : a.text}`,
  'related.unitCell': a => `${a.body} · ${a.row}${a.column === '' ? '' : ` · ${a.column}`}: ${a.text}`,
  'related.yearFigure': a => `report on ${a.year}: ${a.value}`,
  'related.yearSentence': a => `the same sentence in the report on ${a.year}`,
  'related.yearSection': a => `this section in the report on ${a.year}`,
  'related.yearCitation': a => `the same notice in the report on ${a.year}`,
  'related.yearReport': a => `the report on ${a.year}`,
  'related.unitReport': a => `the report of ${a.body}`,

  // ── across reports: what follows the message ──
  'across.eitherMayBeWrong': a =>
    `This column of the report on ${a.year} does not add up either, so that one may be wrong.`,
  'across.blankIsZero': () => 'Blank cells count as 0.',
  'across.suggested': () =>
    'Taken for one body because of the folder; if they are not, say so in the setting “bodies”.',
  'across.middle': a => `With the expected figure, the report on ${a.year} fits as well.`,
  'across.moreReports': a => `${a.count} more reports are not listed.`,
  'across.turned': a => `(This is said of the report of ${a.body} on ${a.year}.)`,

  // ── quick fixes ──
  'fix.insertSections': a => `Insert the ${a.count} missing parts`,
  'fix.insertSection': a => `Insert the missing part “${a.title}”`,
  'fix.insertHeading': a => `Write the heading “${a.title}” before the table`,
  'fix.insertTable': a => `Insert the standard table 《${a.table}》`,
  'fix.useTitle': a => `Use the prescribed title “${a.title}”`,
  'fix.renumber': () => 'Renumber',
  'fix.removeStray': () => 'Delete 是',
  'fix.removeSilence': () => 'Delete the comment that is not needed',
  'fix.newLine': () => 'Put the heading on a line of its own',
  'fix.useNumeral': a => `Change the number to “${a.expected}”`,
  'fix.simplified': a => `Convert all ${a.count} traditional characters`,
  'fix.useDate': a => `Change the date to “${a.expected}”`,
  'fix.usePeriod': a => `Change the reporting period to the whole of ${a.year}`,
  'fix.useYear': a => `Change the year to ${a.year}`,
  'fix.useClause': a => `Change to ${a.clause}`,
  'fix.useWording': a => `Change to “${a.expected}”`,
  'fix.useName': a => `Change to “${a.title}”`,
  'fix.useNumber': a => `Change to ${a.number}`,
  'fix.removeWords': a => `Remove “${a.words}”`,
  'fix.nameBasis': () => 'Name the basis at the beginning of the introduction',
  'fix.introduce': a => `Introduce 《${a.name}》 behind 《${a.title}》`,
  'fix.completePair': a => `Add ${a.sign}`,
  'fix.usePunctuation': a => `Keep only ${a.sign}`,
  'fix.removeDoubled': () => 'Delete the repetition',
  'fix.halfWidthPipes': a => `Make ${a.count} full-width pipe(s) half-width`,
  'fix.removeInvisible': a => `Delete ${a.count} invisible sign(s)`,
  'fix.replaceBlanks': a => `Make ${a.count} blank(s) spaces`,
  'fix.replaceRadicals': a => `Replace ${a.count} radical(s) by characters`,
  'fix.halfWidth': a => `Make ${a.count} full-width figure(s) half-width`,
  'fix.writeDigits': a => `Write the digits ${a.digits}`,
  'fix.writeAllDigits': a => `Write digits in ${a.count} cells`,
  'fix.removeDecimals': a => `Delete the decimals in ${a.count} cell(s); all are 0`,
  'fix.writeZeros': a => `Write 0 in ${a.count} cell(s)`,
  'fix.removeUnits': a => `Delete the units in ${a.count} cell(s)`,
  'fix.joinRow': () => 'Join the parted row',
  'fix.removeTable': a => `Delete this table 《${a.table}》`,
  'fix.renewSentence': () => 'Renew this sentence from the tables',
  'fix.useShare': a => `Change the share to ${a.value}`,
  'fix.useTableValue': a => `Use the table's ${a.value} in the text`,
  'fix.useTextValue': a => `Use the text's ${a.value} in the table`,
  'fix.useComputed': a => `Use the computed total ${a.value}`,
  'fix.correctMember': a => `Change it to ${a.value} so that all sums balance`,
  'fix.fillBlanks': a => `Fill blank cells with 0 (${a.count})`,
  'fix.computeTotals': a => `Compute all totals (${a.count})`,
  'fix.standardTable': () => 'Replace by the standard table, keep the figures',
  'fix.convert.pipe': () => 'Convert to a pipe table',
  'fix.convert.html': () => 'Convert to an HTML table',
  'fix.convert.tabbed': () => 'Convert to a tab-separated table',
  'fix.all': () => 'Apply all automatic fixes of the annual report',
  'fix.silence': a => `Ignore this (give the reason): ${a.rule}`,
  'fix.silence.outside': a => `Ignore this in .annual-report.json (give the reason): ${a.rule}`,
  'fix.silenceReason': () => 'give the reason',
  'fix.accept': a => `Review: accept (give the reason): ${a.rule}`,
  'fix.toFix': a => `Review: has to be mended (say how): ${a.rule}`,

  // ── hover ──
  'hover.secondaryMark': () => ' (told by others; the original was not seen)',
  'hover.unverifiedMark': () => ' (not verified)',
  'hover.partlyUnverifiedMark': () => ' (partly not verified)',
  'hover.partlyVerified': a => ` (partly not verified: ${a.checked})`,
  'hover.notVerified': a => ` (not verified: ${a.checked})`,
  'hover.numberUnknown': () => 'number not verified',
  'hover.effective': a => `in force since ${a.date}`,
  'hover.firstEffective': a => `first in force on ${a.date}`,
  'hover.effectiveUnknown': () => 'effective date not verified',
  'hover.promulgated': a => `promulgated ${a.date}`,
  'hover.firstReportYear': a => `applies from report year ${a.year}`,
  'hover.supersededFrom': a => `superseded by ${a.version} on ${a.date}`,
  'hover.superseded': a => `superseded by ${a.version}`,
  'hover.repealed': a => `repealed on ${a.date}`,
  'hover.repealUnknown': () => 'whether still in force is not verified',
  'hover.item': a => `${a.item}: ${a.topic}`,
  'hover.itemInTable': a => `${a.item}: ${a.topic}; figures asked for by: ${a.tables}`,
  'hover.rangeItem': a => `- ${a.item}: ${a.topic}`,
  'hover.keyFigures': a => `Key figures: ${a.figures}`,
  'hover.notRecorded': a => `${a.clause} is not explained here.`,
  'hover.noArticle': a => `${a.statute} has ${a.count} articles; there is no ${a.clause}.`,
  'hover.noParagraph': a => `${a.whole} has only ${a.count} paragraphs; there is no ${a.clause}.`,
  'hover.noItem': a => `${a.whole} has only ${a.count} items; there is no ${a.clause}.`,
  'hover.noItems': a => `${a.whole} lists no items; there is no ${a.clause}.`,
  'hover.elsewhere': a =>
    `The other version (${a.version}) has ${a.clause}${a.title === '' ? '' : ` (${a.title})`}; check which version is meant.`,
  'hover.bare': () => ' No statute is named; read as 《条例》.',
  'hover.version.reportYear': a => `Version that applies: ${a.version} (the report year is ${a.year}).`,
  'hover.version.published': a =>
    `Version that applies: ${a.version} (the report year is not known; published ${a.date}).`,
  'hover.version.stated': a => `Version that applies: ${a.version} (the draft says so).`,
  'hover.version.newest': a => `Version that applies: ${a.version} (the newest, as the report year is not known).`,
  'hover.version.noneInForce': a =>
    `Note: the version known here, ${a.version}, applies from ${a.from}, after report year ${a.year}.`,
  'hover.counterpart': a => `Corresponds to (${a.version}): ${a.articles}`,
  'hover.counterpart.none': a => `The other version (${a.version}) has no article of its own on this.`,
  'hover.wording': a => `Official wording (${a.file}):`,
  'hover.carriedFrom': a => `Carried over to the next year by the report of ${a.year}: ${a.value}`,
  'hover.otherYears': a => `Other years: ${a.items}`,
  'hover.inYear': a => `${a.year}: ${a.value}`,
  'hover.yearGap': () => ' · ',
  'hover.inBodyAbove': a => `${a.body}: ${a.value}`,
  'hover.inBodiesBelow': a => `${a.count} bodies below together: ${a.value}`,
  'hover.source': a => `Source: ${a.text}`,
  'hover.basis': a => `Basis: ${a.basis}`,
  'hover.title.edition': a => `Format: ${a.edition}`,
  'hover.title.document': a => `Document on its form or contents: 《${a.title}》 (${a.number})`,
  'hover.title.noYear': () =>
    'The report year cannot be seen, so no format was chosen. Please write the year in the title.',
  'hover.deadline.publish': a => `To be made public${a.body}: ${a.date}. Basis: ${a.basis}`,
  'hover.deadline.report': a => `To be reported to those above${a.body}: ${a.date}. Basis: ${a.basis}`,
  'hover.deadline.who.everybody': () => '',
  'hover.deadline.who.department': () => ' (departments)',
  'hover.deadline.who.government': () => ' (governments)',
  'hover.deadline.before': a => `before ${dayIn(a)}, the day itself not included`,
  'hover.deadline.by': a => `by ${dayIn(a)}, the day itself included`,
  'hover.section.required': () => ': a required section',
  'hover.section.content': () => ': required content, which may stand in another section',
  'hover.section.optional': () => ': an optional section',
  'hover.section.guidance': a => `To be reported: ${a.guidance}`,
  'hover.section.tables': a => `Tables: ${a.tables}`,
  'hover.equation.broken': a => `parts add up to ${sumMore(a)}: ${a.name} ${a.stated} ≠ ${a.sum} = ${a.computed}`,
  'hover.equation.blankTotal': a => `${a.name} is blank; its parts add up: ${a.sum} = ${a.computed}`,
  'hover.equation.empty': a => `All parts of ${a.name} are blank; nothing to check`,
  'hover.equation.unreadable': a => `${a.name}: ${a.sum}; a cell is missing or unreadable (?), so it cannot be checked`,
  'hover.equation.notFilled': a => `${a.name}: ${a.sum}; a cell is blank (–) and may not apply, so it is not checked`,
  'hover.equation.omitted': a => ` (the other ${a.count} are 0 or blank)`,
  'hover.equation.blanks': a => ` (${a.count} blank, counted as 0)`,
  'hover.equation.blocked': () => '; another cell, reported elsewhere, causes the difference',
  'hover.subtotal': a => `${a.label} in all (${a.column}): ${a.value}`,
  'hover.equation.undecided': a =>
    `${a.name} ${a.stated}; its parts are ${a.sum}, some of which cannot be added, so it cannot be checked`,
  'hover.equation.filledIn': a => ` (${a.count} blank totals, counted as computed)`,
  'hover.relation.broken': a =>
    `difference ${a.difference}: ${a.left} ${a.sign} ${a.right} (${a.leftSum} and ${a.rightSum})`,
  'hover.relation.unknown': a =>
    `Required: ${a.left} ${a.sign} ${a.right}; a cell is blank, missing or unreadable, so it cannot be checked`,
  'hover.figure.facets': a => `Read as ${a.value}: ${a.text}`,
  'facets.separator': () => ', ',
  'facets.what': a => [a.matter, a.step, a.when].filter(each => each !== '').join(', '),
  'facets.noMatter': () => 'what it counts was not read',
  'facets.from.topic': () => 'the matter is the one named before',
  'facets.from.heading': () => 'the matter is that of the heading',
  'facets.noWhen': () => 'no time is named: taken for this year',
  'facets.steps': () => ' + ',
  'facets.unknownWords': a => `“${a.words}” is not in the vocabulary`,
  'facets.year': a => String(a.year),
  'facets.part': a => `only ${a.part}`,
  'facets.carriedIn': () => 'those carried over from last year included',
  'facets.kind.announced': () => 'number of kinds that follow',
  'facets.kind.count': () => '',
  'facets.kind.difference': () => 'a difference',
  'facets.kind.average': () => 'an average',
  'facets.kind.per': () => 'for each',
  'facets.kind.share': () => 'a share',
  'facets.kind.rate': () => 'a rate',
  'facets.kind.change': () => 'a change',
  'facets.kind.percent': () => 'a percentage, of what was not read',
  'facets.kind.points': () => 'a difference in percentage points',
  'facets.kind.times': () => 'times',
  'facets.direction.up': () => 'more',
  'facets.direction.down': () => 'less',
  'hover.figure.annual': a => `Means: ${a.metric} (this year)`,
  'hover.figure.cumulative': a => `Means: ${a.metric} (all years so far)`,
  'hover.figure.rough': () => 'Rough, or a bound: not compared for equality',
  'hover.figure.rounded': () => 'In units of 万 or 亿: compared as a rounded number',
  'hover.figure.noCell': () => 'The tables have no cell to compare it with, or it is blank',
  'hover.figure.table': a => `Table: ${a.sum} ✓`,
  'hover.figure.table#differs': a => `Table: ${a.sum}, ${a.difference} away from the text`,
  'hover.figure.list': a => `Sum: ${a.whole} = ${a.sum} ✓`,
  'hover.figure.list#broken': a => `Parts add up to ${sumMore(a)}: ${a.whole} ≠ ${a.sum} = ${a.computed}`,
  'hover.figure.list#other': a =>
    `Listed: ${a.sum} = ${a.computed} of ${a.whole}; the text does not say that these are all`,
  'hover.figure.openList': a =>
    `Open list (等, 主要, rough or overlapping), its sum is not checked: ${a.sum} = ${a.computed} of ${a.whole}`,
  'hover.figure.share': a => `Share: ${a.part} ÷ ${a.whole} = ${a.computed}% ✓`,
  'hover.figure.share#other': a => `Share: ${a.part} ÷ ${a.whole} = ${a.computed}%; the text says ${a.stated}%`,
  'hover.figure.elsewhere': a => `Stated elsewhere: ${a.places}`,
  'hover.figure.line': a => `line ${a.line} “${a.text}”`,
  'hover.figure.mention': a => `Text, line ${a.line}: “${a.text}” (${a.metric}) ✓`,
  'hover.figure.mention#differs': a => `Text, line ${a.line}: “${a.text}” (${a.metric}) differs from the table`,
  'rename.label': a => `${a.before} becomes ${a.after} (${a.count} places)`,
  'rename.place.cell': a => `Line ${a.line}, table (${a.cell}): ${a.before} → ${a.after}`,
  'rename.place.text': a => `Line ${a.line}, text: ${a.before} → ${a.after}`,
  'client.rename.apply': a => `Change these ${a.count} places`,
  'client.rename.places': () => 'To be changed',
  'client.rename.troubles': () => 'To be checked along with it',
  'client.rename.how': () => 'Enter to change, Esc to leave everything as it is',
  'rename.troubles': a => `${a.count} things to check along with it:\n${a.troubles}`,
  'rename.notANumber': a => `“${a.text}” is no number that can stand here. Write it in digits, for example 182.`,
  'rename.notWhole': a =>
    `A whole number belongs here, but “${a.text}” stands here, so it cannot be changed everywhere. Correct this place first.`,
  'rename.notPlain': a =>
    `Line ${a.line} states the same number, but with markup inside it or parted from a run of digits, so it cannot be changed automatically. Correct that place first.`,
  'metric.received': () => 'applications received',
  'metric.newReceived': () => 'applications newly received',
  'metric.carriedIn': () => 'applications carried over from last year',
  'metric.replied': () => 'applications answered',
  'metric.carriedOut': () => 'applications carried over to next year',
  'metric.granted': () => 'granted',
  'metric.partiallyGranted': () => 'partially granted',
  'metric.grantedAndPartial': () => 'granted or partially granted',
  'metric.refused': () => 'refused',
  'metric.unable': () => 'unable to provide',
  'metric.rejected': () => 'not processed',
  'metric.other': () => 'handled otherwise',
  'metric.review': () => 'administrative reviews',
  'metric.litigation': () => 'administrative lawsuits',
  'metric.issued': () => 'normative documents issued',
  'metric.repealed': () => 'normative documents repealed',
  'metric.effective': () => 'normative documents in force',
  'metric.publishedDocuments': () => 'normative documents published',
  'metric.licenses': () => 'administrative licence decisions',
  'metric.penalties': () => 'administrative penalty decisions',
  'metric.compulsions': () => 'administrative compulsion decisions',
  'metric.fees': () => 'administrative fees',
  'metric.newlyMade': () => 'normative documents made this year',
  'metric.newlyDisclosed': () => 'normative documents published this year',
  'metric.totalDisclosed': () => 'normative documents published in all',
  'metric.procurementItems': () => 'government procurement projects',
  'metric.disclosed': () => 'information disclosed on own initiative',

  // ── completion ──
  'completion.missingSection': () => 'Section still missing',
  'completion.presentSection': () => 'Already in the draft',
  'completion.guidance': a => `${a.guidance} Basis: ${a.basis}.`,
  'completion.missingTable': () => 'Standard table, still missing',
  'completion.presentTable': () => 'Standard table, already in the draft',
  'completion.closing.noFees': () => 'Fees for processing: none collected',
  'completion.closing.fees': () => 'Fees for processing: notified and collected',
  'completion.closing.nothingElse': () => 'Nothing else to report',
  'completion.closing.signature': () => 'Signature: the public body and today’s date',
  'completion.layout.pipe': () => ' (pipe table)',
  'completion.layout.html': () => ' (HTML table)',
  'completion.layout.tabbed': () => ' (tab-separated table)',
  'completion.skeletonOfKind': a => `${a.name}, whole report for ${a.year}`,
  'completion.skeleton': a => `Whole annual report for ${a.year}`,
  'completion.allSections': () => 'All sections of the report with their tables',
  'completion.sentence.requests': () => 'Requests: a sentence from table three',
  'completion.sentence.proactive': () => 'Disclosure: a sentence from table two',
  'completion.sentence.cases': () => 'Reviews and lawsuits: a sentence from table four',
  'completion.computed': a => `Computed: ${a.how}`,
  'completion.shortName': a => `Short name in this report: 《${a.title}》`,
  'completion.numberOfYear': a => `Document number of ${a.year}`,
  'completion.publicBody': () => '××单位',

  // ── outline ──
  'outline.untitled': () => '(untitled)',
  'outline.officialTable': a => `Table: ${a.title}`,
  'outline.otherTable': a => (a.start === '' ? 'Table' : `Table: ${a.start}`),

  // ── tables: inlay hints, code lens, list of equations ──
  'inlay.blank': a => `= ${a.value}`,
  'inlay.wrong': a => `should be ${a.value}`,
  'inlay.fitting': a => `${a.value} would balance`,
  'inlay.doubtful': a => `parts add up to ${a.value}`,
  'inlay.holds': () => '✓',
  'inlay.or': () => ' or ',
  'inlay.lastYear': a => `last year’s report ${a.value}`,
  'inlay.expected': a => `should be ${a.value}`,
  'inlay.ofBodiesBelow': a => `bodies below ${a.value}`,
  'checkList.notRecognised': () => 'This does not look like an annual report and was not checked.',
  'checkList.noYear': () =>
    'The report year cannot be seen; nothing that depends on the year and its format was checked. Please write the year in the title.',
  'checkList.edition': a => `Checked for ${a.year} against: ${a.edition}.`,
  'checkList.complete': a => `Prescribed parts written: ${a.count} of ${a.total}, tables: ${a.items}.`,
  'checkList.unwritten': a =>
    `Not complete: parts ${a.count} of ${a.total}, tables ${a.items}. What is not written cannot be checked.`,
  'checkList.blankTable': a => `${a.table}: not filled in yet, not checked.`,
  'checkList.noTable': a => `${a.table}: not there, not checked.`,
  'checkList.unread': a =>
    `${a.table}: some cells could not be told apart or are no numbers; not all of it was checked.`,
  'checkList.notJudged': a => `${a.table}: made for other years, or written twice; not checked.`,
  'checkList.undecided': a => `${a.table}: ${a.unknown} equations were not checked, as cells are blank or no numbers.`,
  'checkList.equations': a => `${a.table}: ${a.holds} equations hold, ${a.broken} are broken.`,
  'checkList.otherTables': a => `Tables that are none of the prescribed ones, not checked: ${a.count}.`,
  'checkList.text': () =>
    'Text: figures against tables and one another, parts, shares, changes; dates, period, names of bodies; numbering, headings, wording and punctuation.',
  'checkList.textOfKind': () =>
    'Text: whether what is prescribed is told, parts, shares, changes; dates, deadlines, years of plans; numbering, headings, wording and punctuation.',
  'checkList.citations': () => 'Statutes cited: names, numbers, clauses, whether they are in force.',
  'checkList.off': a => `Rules turned off in the settings, not checked: ${a.count}.`,
  'checkList.failed': a => `Rules that failed, not checked: ${a.count}.`,
  'checkList.silenced': a => `Findings silenced in the draft with a reason: ${a.count}.`,
  'checkList.silencedOutside': a => `Findings silenced in .annual-report.json, of all its drafts: ${a.count}.`,
  'checkList.records': () => 'Whether figures agree with the records, secrets, personal data: please check by hand.',
  'checkList.othersOfKind': () => 'Reports of other years and bodies are not compared: please compare them.',
  'checkList.earlier': () => 'Whether the figures carried over agree with last year’s report: please compare.',
  'lens.tidyTable': () => 'Make this a standard table',
  'lens.equations': a => `Equations: ${a.holds} hold · ${a.broken} broken · ${a.unknown} undecided`,
  'equations.missing': a => `There is no cell “${a.cell}”, or its column is not clear`,
  'equations.unreadable': a => `“${a.cell}” states “${a.text}”, which is no number`,
  'equations.notCount': a => `“${a.cell}” states ${a.text}, which is no count`,
  'equations.blankTotal': a => `“${a.cell}” is blank`,
  'equations.blankCell': a => `“${a.cell}” is blank and cannot be compared`,
  'equations.allBlank': () => 'All parts are blank',

  // ── table form ──
  'lens.fillIn': () => 'Fill in',
  'form.missing': () => 'The draft does not have this table yet.',
  'form.missing#heads': () => 'The draft has the heads of this table alone, without its line of figures.',
  'form.missing#webPage': () =>
    'The draft is a whole web page; no table can be inserted here. Please add this table with the tool that made the page.',
  'form.missing#section': a =>
    `The draft has no section “${a.title}” for this table. Please add the heading of that section first.`,
  'form.otherEdition': () =>
    'This table is of another edition, its equations are not checked. The standard table can take its place, figures are kept.',
  'form.repeated': () =>
    'The draft has the same table a second time. The first one is filled in here; please check the other one too.',
  'form.notStandard': () =>
    'This table differs from the standard one: rows or columns are missing, or cells cannot be told apart. The standard table can take its place, figures are kept.',
  'form.blank': () => 'blank',
  'form.wrong': a => `States ${a.stated}; with ${a.value} it adds up`,
  'form.wrong#either': a => `States ${a.stated}; the equations ask for ${a.value}`,
  'form.doubtful': a =>
    `States ${a.stated}, its parts make ${a.value}; a change here would break other equations. Please check the parts`,
  'form.carried': a => `Last year’s report carries ${a.value} over`,
  'form.prose': a => `${a.where}: ${a.text}`,
  'form.prose#differs': a => `${a.where}: ${a.text}, in the table ${a.sum}`,
  'form.place': a => `“${a.title}”, paragraph ${a.count}`,
  'form.place#head': a => `Paragraph ${a.count}`,
  'form.place#line': a => `Line ${a.line}`,
  'form.gone': () => 'The draft no longer has this table or cell. Nothing was written.',
  'form.refused.notANumber': a => `“${a.cell}”: “${a.text}” is not a number. It was not written.`,
  'form.refused.fraction': a => `“${a.cell}”: “${a.text}” is a fraction, which no count is. It was not written.`,
  'form.refused.negative': a => `“${a.cell}”: “${a.text}” is below 0. It was not written.`,
  'form.refused.unit': a =>
    `“${a.cell}”: “${a.text}” has another unit than the column. It was not written; please convert it.`,
  'form.refused.tooLarge': a => `“${a.cell}”: “${a.text}” is too large. It was not written.`,
  'form.refused.noTable': () => 'The draft does not have this table yet. Nothing was written; please insert it first.',
  'form.refused.noPlace': a =>
    `The draft has no place for “${a.cell}”. It was not written; please put in the standard table first.`,
  'form.refused.misread': a =>
    `As the draft is written, “${a.cell}” would make other figures be misread. It was not written; please put in the standard table first.`,
  'form.refused.insertion': () =>
    'The table would not be read where it would stand. Nothing was inserted; please insert the standard table on a line of its own, and remove the old heads.',
  'form.size': a => `${a.count} × ${a.total} cells`,
  'form.paste.empty': () =>
    'There are no figures on the clipboard. Nothing was pasted; please copy cells with figures in Excel, WPS or Word first.',
  'form.paste.tooLarge': a =>
    `The clipboard has ${a.found}, from this cell on there are ${a.expected}. Nothing was pasted; please paste into the top left cell, or copy less.`,
  'form.paste.otherRow': a =>
    `The figures of “${a.found}” would come to the row “${a.expected}”. Nothing was pasted; please paste into the row that they belong to.`,

  'report.excluded': a => `with “${a.words}” in its title it is no “${a.title}”`,
  'report.noEdition': a =>
    `“${a.title}” has no format for ${a.year} (${yearsWithEdition(a)}): sections, tables and deadlines were not checked`,

  // ── language server ──
  'server.handlerFailed': a => `${a.where} failed: ${a.error}`,
  'server.readingReports': () => 'Reading the annual reports of the workspace',
  'server.ruleFailed': a => `Rule ${a.rule} failed; the other rules still report: ${a.error}`,
  'server.configuration.setting': a =>
    `Setting "${a.path}" in ${a.where} was not understood (${a.value}); the default stands.`,
  'server.configuration.edition': a =>
    `Setting “${a.path}” in ${a.where}: there is no format with the id “${a.name}”; it is chosen by the report year all the same. Known are ${a.names}; one of a format file needs that file in “formats” of .annual-report.json.`,
  'server.configuration.more': a => `${a.count} more setting(s) in ${a.where} were not understood.`,
  'server.configuration.file': a => `${a.where}, line ${a.line}: ${a.error}`,
  'server.configuration.unavailable': a => `The settings of ${a.where} could not be had; defaults stand: ${a.error}`,
  'server.configuration.statuteFolder': a =>
    `The text of a statute could not be written, so that it does not open: ${a.where} (${a.error}). See the folder of --statutes-dir.`,
  'server.configuration.missing': a => `What the setting ${a.path} names does not exist or cannot be read: ${a.where}`,
  'server.configuration.outside': a =>
    `The setting ${a.path} leads out of the workspace, or a link in it does; what lies outside was not read: ${a.where}. Only user settings may name a place outside.`,
  'server.configuration.tooMany': a =>
    `The folder that the setting ${a.path} names holds too many files; not all were read: ${a.where}`,

  // ── command line ──
  'severity.error': () => 'error',
  'severity.warning': () => 'warning',
  'severity.information': () => 'info',
  'severity.hint': () => 'hint',
  'cli.file': a => `${a.path} (${a.year}, ${a.edition})`,
  'cli.unknownEdition': () => 'edition undecided',
  'cli.unknownYear': () => 'year unknown',
  'cli.noEdition': () => 'no format for this year',
  'cli.editionUnchecked': () =>
    'Not checked: there is no format for this year, so sections, tables and deadlines were not; the rest was. Check the year.',
  'cli.yearUnchecked': () =>
    'not checked: no report year to be seen. What depends on the year was left out; state the year in the title.',
  'cli.clean': () => 'nothing found',
  'cli.summary': a =>
    `${a.files} file(s) checked: ${a.errors} error(s), ${a.warnings} warning(s), ${a.others} other(s)`,
  'cli.compared': a =>
    `Across reports: years of ${a.count} bodies compared, ${a.others} bodies compared with those below them.`,
  'cli.notCompared.one-year': a => `one report only, not compared across years: ${a.items}`,
  'cli.notCompared.gap': a => `a year is missing between, not compared: ${a.items}`,
  'cli.notCompared.duplicate': a => `two different reports of one year, not compared: ${a.items}`,
  'cli.notCompared.same-content': a => `the same as another report, counted once: ${a.items}`,
  'cli.notCompared.unidentified': a => `no body or year to be seen, compared with nothing: ${a.items}`,
  'cli.notCompared.reorganised': a => `said to be reorganised, figures not compared across years: ${a.items}`,
  'cli.notCompared.corrected': a =>
    `said to correct figures of last year or to count otherwise, these not compared: ${a.items}`,
  'cli.notCompared.cleaned-up': a => `documents said to be cleaned up, those in force not compared: ${a.items}`,
  'cli.notCompared.scope-differs': a =>
    `whole area in one year, the body alone in the other, figures not compared: ${a.items}`,
  'cli.notCompared.transitional-year': a => `said to be the first report, some figures not compared: ${a.items}`,
  'cli.notCompared.edition-changed': a => `the format changed, figures not compared: ${a.items}`,
  'cli.notCompared.no-table': a => `no tables to compare: ${a.items}`,
  'cli.notCompared.no-report': a =>
    `bodies below without a report on the year, or with several that differ: ${a.items}`,
  'cli.notCompared.children-missing': a =>
    `bodies below not said to be complete, or without a report: totals not added up, only held against what is there: ${a.items}`,
  'cli.notFound': a => `“${a.path}” was not found. Check the path.`,
  'cli.noMatch': a => `No file matches “${a.path}”.`,
  'cli.noReport': a =>
    a.detail === ''
      ? `Nothing of an annual report is recognised in “${a.path}” (no title, none of the sections, tables or figures); it was not checked. Check whether it is one, and its encoding.`
      : `“${a.path}” was not checked: ${a.detail}. If it is an annual report, change its title, or begin it with a line <!-- 年报检查 格式 ID -->.`,
  'cli.foreignEncoding': a =>
    `“${a.path}” is written in ${a.detail} and was not checked. Open it as ${a.detail} in an editor and save it as UTF-8.`,
  'cli.misreadAsLatin1': a =>
    `The text of “${a.path}” is garbled: it was ${a.detail}, was read as Latin-1 and saved so; it was not checked. Open the original file as ${a.detail}.`,
  'cli.misreadAsGb18030': a =>
    `The text of “${a.path}” is garbled: it was ${a.detail}, was read as GB18030 and saved so; it was not checked. Open the original file as ${a.detail}.`,
  'cli.cannotWrite': a =>
    `The results could not be written completely: ${a.detail}. Check the space and place of the output.`,
  'cli.cannotRead': a => `“${a.path}” cannot be read: ${a.detail}`,
  'cli.noPermission': a => `“${a.path}” may not be read by this user; it was not checked.`,
  'cli.isFolder': a => `“${a.path}” is a folder without drafts. Name the draft's file.`,
  'cli.nothingInFolder': a =>
    `No annual report was found in the folder “${a.path}” (by file names and titles); nothing was checked. Name other files one by one.`,
  'cli.passedOver': a =>
    `These Word, Excel and PDF files in the folder “${a.path}” are not named as annual reports and were not checked: ${a.detail}. If they are, rename them or name them one by one.`,
  'cli.unreadForm': a =>
    `“${a.path}” is named as an annual report, but such files cannot be read; it was not checked. Save it as .docx in WPS or Word; unpack archives first.`,
  'cli.notFile': a => `“${a.path}” is no regular file (a pipe or a device); it was not checked.`,
  'cli.brokenLink': a => `“${a.path}” is a link to a file that does not exist. Mend or remove the link.`,
  'cli.circularLink': a => `“${a.path}” is a link that leads back to itself. Mend or remove the link.`,
  'cli.empty': a => `“${a.path}” is empty; there is nothing to check.`,
  'cli.tooLarge': a =>
    `“${a.path}” has ${a.detail} MB, more than 32 MB, and was not checked. Split it, or take embedded pictures out.`,
  'cli.settingsTooLarge': a =>
    `The settings file “${a.path}” has more than ${a.detail} MB and was not used. Check whether it is one.`,
  'cli.notUtf16': a =>
    `“${a.path}” begins with a UTF-16 mark but holds incomplete characters; it was not checked. Save it anew.`,
  'cli.wrongMark': a =>
    `“${a.path}” begins with a ${a.detail} mark but is written otherwise; it was not checked. Save it as UTF-8.`,
  'cli.failed': a => `Checking “${a.path}” failed, it has no results; the other files are not affected: ${a.detail}`,
  'cli.notUtf8': a => `“${a.path}” is not UTF-8. Leave out --encoding utf8, or use --encoding gb18030.`,
  'cli.notText': a =>
    `“${a.path}” is no text file, or neither UTF-8 nor GB18030, and no Word, Excel or PDF file either, whatever its name says. It was not checked; look at the file.`,
  'cli.badConfig': a => `Settings file “${a.path}”: ${a.detail}`,
  'cli.noFormats': a => `There is no format file at “${a.path}”. Name a file or a folder; names end in .json.`,
  'cli.formatsChecked': a => `${a.files} format file(s) checked: ${a.errors} errors, ${a.warnings} warnings`,
  'cli.formatsUsed': a => `Editions that are used: ${a.names}`,
  'cli.formatsUnused': () => 'There is no edition to be used.',
  'cli.formatWritten': a =>
    `“${a.path}” was written. Change its section and table to what is needed, then name it as "formats" in ${a.file}.`,
  'cli.noTestDrafts': a => `There are no drafts in “${a.path}”. Name a folder with drafts.`,
  'cli.notExpectation': () =>
    'This line is not understood. Write severity, rule, underlined text: //! warning totals/local-equation 「77」.',
  'cli.unknownRule': a =>
    `There is no rule "${a.rule}": what this line expects was not looked for. The nearest is "${a.name}". Check the name.`,
  'cli.formatsUntested': a =>
    `Nothing was tested: a settings or format file has a fault, and no draft of ${a.path} was checked. Mend what is named above first.`,
  'cli.unexpected': a => `Not expected: ${a.detail}`,
  'cli.notSeen': a => `Not found: ${a.detail}`,
  'cli.formatsTested': a => `${a.count} draft(s) tried, ${a.broken} difference(s) from what they say`,
  'cli.badFormat': a => `“${a.path}”: ${a.detail}`,
  'cli.badStatute': a => `“${a.path}”: ${a.detail}`,
  'cli.documentNote': a => `“${a.path}”: ${a.detail}`,
  'cli.convertedPlace': a => `${a.where} (line ${a.line} of the converted draft)`,
  'cli.unknownForm': a => `What “${a.path}” should hold is not clear. Let it end in .md, .docx or .html, or say --to.`,
  'cli.severalInputs': () => 'With several files say --to and no -o: results are written beside each.',
  'cli.sameOutput': a =>
    `The results of ${a.path} and ${a.other} would be the same file, ${a.text}; nothing was done. Convert them one by one, with -o.`,
  'cli.noOutput': () => 'A Word file cannot go to standard output. Name a file with -o.',
  'cli.newFromOrKind': () => 'A report from last year’s (--from) is of the same kind: leave out --kind, or --from.',
  'cli.newWhat': a =>
    `What is to be begun? Give last year’s report (--from FILE), or --kind NAME --body BODY --year YEAR. There are: ${a.names}.`,
  'cli.newUnknownKind': a =>
    `There is no such kind of report, nothing was written. There are: ${a.names}. One of a format file needs that file in "formats" of .annual-report.json.`,
  'cli.newBody': () => 'Name the public body: --body NAME.',
  'cli.newNoYear': a => `“${a.text}” is no year; nothing was made. Write it with four digits, such as --year 2024.`,
  'cli.newYear': a =>
    `“${a.title}” has no format for ${a.year} (${yearsWithEdition(a)}), nothing was written. Give another year: --year.`,
  'cli.exists': a => `“${a.path}” exists and was not replaced. Say --force to replace it.`,
  'cli.resultOnDraft': a =>
    `“${a.path}” is a draft, a document or a file that is read here. No result is written over it; nothing was done. Name another file.`,
  'cli.notWritten': a => `“${a.path}” was not written: ${a.detail}.`,
  'cli.usage.missingArgument': () =>
    'No file is named. Write the name of a file or folder behind the command; see --help.',
  'cli.usage.unknownOption': a => `There is no option “${a.name}”. See --help.`,
  'cli.usage.unknownCommand': a => `There is no command “${a.name}”. See --help.`,
  'cli.usage.optionMissingArgument': a => `Nothing is written behind “${a.name}”. See --help.`,
  'cli.usage.invalidArgument': a => `What is written behind “${a.name}” is not right; the next line says what may be.`,
  'cli.usage.excessArguments': () => 'There is too much on the line. See --help.',
  'cli.write.noFolder': () => 'there is no such folder; make it first',
  'cli.write.refused': () =>
    'no permission, or WPS, Word or another program has the file open; close it, or choose another place',
  'cli.write.isFolder': () => 'that is a folder; name a file',
  'cli.write.full': () => 'the disk is full; make room',
  'cli.write.longName': () => 'the name of the file is too long; shorten it',
  'cli.exportedWithErrors': a => `“${a.path}” has ${a.errors} errors and was exported all the same. See check.`,
  'cli.annotateOne': () => '--annotate takes one .docx file and never writes it back in place. Name another file.',
  'documents.seeAlso': a => `See also: ${a.where}${a.text === '' ? '' : ` (${a.text})`}`,
  'cli.documentRefused': a => `“${a.path}”: ${a.detail}`,
  'cli.notShown': a => `${a.count} more are not listed`,
  'cli.toFix': a => `to fix (${a.name}): ${a.detail}`,
  'cli.progress': a => `checking ${a.count}/${a.total}`,
  'cli.interrupted': a => `Interrupted: ${a.count} drafts were not checked; above is what was finished.`,
  'cli.unusedBaseline': a =>
    `In the baseline, ${a.rule} of “${a.path}” (${a.count}) is there no more. Update it with --write-baseline.`,
  'cli.unusedDecision': a =>
    `A decision fits nothing any more: ${a.rule} (${a.name}: ${a.detail}). Decisions lapse with their figures.`,
  'cli.badKnown': a => `“${a.path}” was not understood: ${a.detail}. Check the file.`,
  'cli.noSummary': a =>
    `“${a.path}” is no summary, or was written by another version of the checker, and was left out. Run summarise again.`,
  'cli.noWorkbook': () => 'the workbook was not made',
  'cli.sheet.findings': () => 'findings',
  'cli.sheet.bodies': () => 'bodies',
  'cli.sheet.left': () => 'Not checked or compared',
  'cli.column.body': () => 'body',
  'cli.column.year': () => 'year',
  'cli.column.parent': () => 'parent',
  'cli.column.edition': () => 'edition',
  'cli.column.errors': () => 'errors',
  'cli.column.warnings': () => 'warnings',
  'cli.column.others': () => 'others',
  'cli.column.accepted': () => 'accepted',
  'cli.column.path': () => 'file',
  'cli.column.severity': () => 'severity',
  'cli.column.rule': () => 'problem',
  'cli.column.line': () => 'line',
  'cli.column.column': () => 'column',
  'cli.column.message': () => 'message',
  'cli.column.relatedPath': () => 'other file',
  'cli.column.relatedLine': () => 'other line',
  'cli.column.stated': () => 'stated',
  'cli.column.expected': () => 'expected',
  'cli.column.fingerprint': () => 'fingerprint',
  'cli.column.decision': () => 'decision',
  'cli.column.reason': () => 'reason',
  'cli.column.where': () => 'place',
  'cli.column.ruleId': () => 'rule',
  'cli.column.scope': () => 'scope',
  'decision.accepted': () => 'accepted',
  'decision.to-fix': () => 'to be fixed',
  'scope.area': () => 'whole area',
  'scope.body': () => 'the body alone',
  'cli.ruleFailed': a => `Rule ${a.rule} failed on “${a.path}”; the other rules were run: ${a.detail}`,

  // ── list of citations ──
  'citations.title': () => 'Statutes cited',
  'citations.draft': a => `Draft: 《${a.title}》`,
  'citations.total': a => `${a.count} in all: `,
  'citations.count': a => `${a.state} ${a.count}`,
  'citations.state.inForce': () => 'in force',
  'citations.state.superseded': () => 'superseded',
  'citations.state.repealed': () => 'repealed',
  'citations.state.notYet': () => 'not yet in force',
  'citations.state.unknown': () => 'unknown',
  'citations.inForce': () => 'in force',
  'citations.superseded': a => `superseded (from ${a.date}: ${a.version})`,
  'citations.ofReportYear': a => `; it is the version for a report on ${a.year}`,
  'citations.repealed': a => `repealed (${a.date})`,
  'citations.notYet': a => `not yet in force (from ${a.date})`,
  'citations.tooNew': a => `; applies from ${a.date}, after the report year`,
  'citations.unverified': () => 'unknown (whether it is in force was not verified)',
  'citations.notKnown': () => 'unknown (not recorded here; a workspace can add it)',
  'citations.policy': () => 'unknown (a document on policy, not verified)',
  'citations.noClause': () => '; there is no such clause',
  'citations.column.line': () => 'Line',
  'citations.column.text': () => 'As written',
  'citations.column.target': () => 'Statute and clause',
  'citations.column.topic': () => 'Topic',
  'citations.column.state': () => 'State',
  'link.publication': () => 'Open the official publication',

  // ── text of a statute ──
  'statute.number': () => 'Number: ',
  'statute.issuedBy': () => 'Issued by: ',
  'statute.adopted': () => 'Adopted: ',
  'statute.promulgated': () => 'Promulgated: ',
  'statute.amended': () => 'Amended: ',
  'statute.effective': () => 'In force from: ',
  'statute.repealed': () => 'Repealed: ',
  'statute.later': () => 'Later version: ',
  'statute.earlier': () => 'Earlier version: ',
  'statute.since': a => `, from ${a.date}`,
  'statute.publication': () => 'Official publication: ',
  'statute.checked': () => 'Checked: ',
  'statute.ownWords': () =>
    'What follows explains the articles and is not their wording; only those recorded here are listed.',
  'statute.official': a => `Each article is explained first, then worded as in "${a.file}".`,
  'statute.paragraphs': a => `${a.count} paragraphs`,
  'statute.items': a => `${a.count} items`,
  'statute.itemsOf': a => `${a.whole}, ${a.count} items`,
  'statute.colon': () => ':',
  'statute.inTable': a => ` (asked for in tables: ${a.tables})`,
  'statute.counterpart': a => `Same matter (${a.version}): `,
  'statute.wording': () => 'Official wording:',

  // ── statutes of the workspace's own, official texts ──
  'settingsFile.unreadable': () =>
    'The settings file cannot be read (too large, no regular file, or neither UTF-8 nor GB18030); defaults were used. Check the file and save it as UTF-8.',
  'settingsFile.encoding': () =>
    'The settings file is not UTF-8 (but GBK or Big5). It was read as GB18030, may be misread, and no silence can be written into it. Save it as UTF-8.',
  'settingsFile.unknownEdition': a =>
    `There is no format with the id “${a.name}”; it is chosen by the report year all the same. Known are ${a.names}; one of a format file needs that file in “formats” here.`,
  'settingsFile.unknownRule': a => `There is no rule “${a.rule}”: this has no effect. Check the name.`,
  'settingsFile.setting': a =>
    a.path === ''
      ? `Settings are written in an object { … }; this is ${a.value}. Defaults were used.`
      : `Setting "${a.path}" was not understood (${a.value}); the default was used. Check how it is written.`,
  'statuteFile.more': () => 'There are too many problems to name them all. Mend those that are named first.',
  'statuteFile.unreadable': () =>
    'The file cannot be read (too large, no regular file, a broken link, or neither UTF-8 nor GB18030) and is not used. Check the file and save it as UTF-8.',
  'statuteFile.tooLarge': () => 'The file is too large and is not used. Please divide it.',
  'statuteFile.syntax': a => `Invalid JSON (${a.error}); nothing of the file is used.`,
  'statuteFile.tooDeep': () => 'Brackets lie too deep in each other; nothing of the file is used.',
  'statuteFile.notObject': () => 'An object { … } is expected here.',
  'statuteFile.notList': () => 'A list [ … ] is expected here.',
  'statuteFile.notText': () => 'A text in double quotes is expected here.',
  'statuteFile.empty': () => 'This is empty. Fill it in or remove it.',
  'statuteFile.tooLong': a => `The text is too long: ${a.count} characters, at most ${a.limit}.`,
  'statuteFile.tooMany': a => `At most ${a.limit} entries; from here on they are not used.`,
  'statuteFile.missing': a => `"${a.name}" is missing; the entry is not used.`,
  'statuteFile.unknownName': a => `There is no "${a.name}"; it is passed over. Known are: ${a.names}.`,
  'statuteFile.nameTwice': a => `"${a.name}" stands twice; only the first is used.`,
  'statuteFile.notNumber': a => `"${a.value}" is no document number. Example: 临政发〔2023〕5号.`,
  'statuteFile.notVerifiable': a =>
    `"${a.value}" cannot be marked as not verified and is passed over. Known are: ${a.names}.`,
  'statuteFile.notDate': a => `"${a.value}" is no date. Write 2023-06-01, or 2023 where only the year is known.`,
  'statuteFile.notAddress': () => 'The address of the publication must be a whole https:// address.',
  'statuteFile.notCount': a => `A whole number from 1 to ${a.limit} is expected here.`,
  'statuteFile.aliasTooShort': a =>
    `The alias "${a.name}" is too short or too common and would be found in other words. Write the full name, or put it into shortNames (used only where a draft introduces it).`,
  'statuteFile.repealedEarlier': () => 'The statute is repealed before it takes effect. Please check.',
  'statuteFile.articleTwice': a => `Article ${a.article} stands twice; only the first is used.`,
  'statuteFile.articleBeyond': a =>
    `The statute has ${a.count} articles (articleCount); there is no article ${a.article}.`,
  'statuteFile.nameTaken': a =>
    `"${a.name}" is already a name of 《${a.title}》; this statute is not used. Change or remove the name.`,
  'statuteFile.numberTaken': a =>
    `The number "${a.number}" already belongs to 《${a.title}》; the entry is not used. Please check it.`,
  'statuteFile.sameVersion': a =>
    `《${a.title}》 is known already and nothing shows that this is another version; it is not used. If it is one, state when it takes effect (effective).`,
  'formatFile.notId': a =>
    `"${a.value}" cannot be an id: letters, digits, Han characters and . - _, beginning with one of the first three.`,
  'formatFile.notChoice': a => `This must be one of: ${a.names}.`,
  'formatFile.notPattern': () =>
    'This is no pattern of a title: brackets must pair, not stand in each other and not be empty, and some words must be needed. See how * # {a|b} [a|b] are used.',
  'formatFile.otherKind': a =>
    `The edition "${a.name}" that it extends is one of "${a.title}" and cannot become another kind. Remove kind or extends.`,
  'formatFile.titleTaken': a =>
    `Reports of "${a.title}" have this title, too: nobody could tell which is meant. Say more.`,
  'formatFile.notFlag': () => 'This must be true or false, without quotation marks.',
  'formatFile.notYear': a => `This must be a year from ${a.earlier} to ${a.later}, without quotation marks.`,
  'formatFile.idTwice': a => `The id "${a.name}" is used already. Choose another, or make one of the two.`,
  'formatFile.phraseShort': a =>
    `"${a.label}" has fewer than four characters: what differs in one is mostly another word, so it is not used. Give a longer one, or take it out.`,
  'formatFile.wordShort': a => `"${a.label}" is one character alone and is not used. Give words of two and more.`,
  'formatFile.wordTaken': a =>
    `"${a.label}" means something else in all reports and is still read as that. Give a more specific one.`,
  'formatFile.wordTwice': a =>
    `"${a.label}" is a word of another row or column already, which it is read as. Choose another.`,
  'formatFile.roleTaken': a =>
    `The role ${a.name} is that of the table "${a.title}". To change that table, use its id; another one has no role.`,
  'formatFile.roleNeeded': a =>
    `Rows or columns of "${a.name}" have a role, and the table has none. Give it one, or take out theirs.`,
  'formatFile.unknownEdition': a =>
    `There is no edition "${a.name}" to extend; this one is not used. There are: ${a.names}.`,
  'formatFile.circular': a =>
    `This extends "${a.name}", which extends this one again: it is not used. Change extends in one of them.`,
  'formatFile.extendsBroken': a =>
    `"${a.name}", which this edition extends, is not used, so neither is this one. Mend "${a.name}" first.`,
  'formatFile.yearsReversed': () => 'The last year lies before the first; this edition is not used. Please check.',
  'formatFile.yearsTaken': a =>
    `"${a.name}" holds for some of these years; this edition is not used. Change the years of one of them.`,
  'formatFile.kindNeeded': a =>
    `An edition that extends none needs "kind", the kind of report that it is of; it was not taken. There are: ${a.names}.`,
  'formatFile.needed': a =>
    `What is added needs "${a.name}". State it; if something known is to be changed, check the id.`,
  'formatFile.unknownKey': a => `There is no "${a.name}". There are: ${a.names}.`,
  'formatFile.unknownStatute': a => `No built-in statute has the id "${a.name}". Check it; ogi-2019 is one.`,
  'formatFile.noSuchDay': () => 'The month has no such day. Please check.',
  'formatFile.labelTwice': a =>
    `"${a.label}" stands under the same merged cells already: a report could mean either. Rename it, or state the merged cells of each (path, group).`,
  'formatFile.equationLost': a =>
    `The equation “${a.name}” of the extended edition names rows or columns that are not here any more. State the equations of this table, too.`,
  'formatFile.tablesAlike': a =>
    `“${a.title}” has all labels of this table: tables of reports would be read as that one. Use labels that tell them apart.`,
  'formatFile.acrossParts': () =>
    'The terms of the equation stand in different parts of the table; it cannot be checked. Write one for each part.',
  'formatFile.termTwice': a =>
    `"${a.name}" stands twice in the equation, which then always holds or never. Remove one of them.`,
  'formatFile.noTotal': () => 'A total is one side of "=", with one term. Check total and operator.',
  'formatFile.alwaysHolds': () =>
    'With the least and largest numbers of its terms this equation always holds, so that nothing is ever found. Please check.',
  'formatFile.neverHolds': () =>
    'With the least and largest numbers of its terms this equation never holds. Check minimum, maximum and operator.',
  'formatFile.wordsInEquation': a =>
    `"${a.name}" holds words and can take part in no equation. Change its type, or take it out.`,
  'formatFile.notForType': a => `"${a.name}" is for cells of these types alone: ${a.names}. Check type.`,
  'formatFile.choicesNeeded': a =>
    `A cell of type ${a.name} needs "choices": what may be chosen, such as "choices": ["甲", "乙"]. Add them, or change type.`,
  'formatFile.overColumns': a =>
    `"${a.name}" is the key of a row, and with "over": "rows" the terms are columns. To add up rows in each column, write "over": "columns".`,
  'formatFile.overRows': a =>
    `"${a.name}" is the key of a column, and with "over": "columns" the terms are rows. To add up columns in each row, write "over": "rows".`,
  'formatFile.boundsReversed': () => 'The least number is larger than the largest. Check minimum and maximum.',
  'formatFile.notAnswer': a =>
    `"${a.value}" is none of the choices, so that the condition is never met. The choices are: ${a.names}.`,
  'formatFile.keyValueAlone': () =>
    'A part of labels and values is a table by itself, without columns, caption, corner, unitColumn and rowsAcross. Make two tables, or take these out.',
  'formatFile.keyValueDepth': () => 'At most two merged cells stand before a label of such a part. Check path.',
  'formatFile.keyValueOver': () =>
    'A part of labels and values has one column, and its equations name rows. Write "over": "columns".',
  'formatFile.keyValueOnly': a => `"${a.name}" is for parts of labels and values (keyValue) alone. Take it out.`,
  'formatFile.notNumber': () => 'This must be a number, without quotation marks.',
  'formatFile.badPattern#group': a =>
    `Sign ${a.ordinal}, "${a.sign}", cannot be used: there are no groups, and no marks of beginning and end, as the whole cell is meant. For the sign itself, put \\ before it.`,
  'formatFile.badPattern#count': a =>
    `The count at sign ${a.ordinal}, "${a.sign}", is not understood. Put it behind a sign: [0-9]{8}, [0-9]{6,8}, [0-9]+; at most 100.`,
  'formatFile.badPattern#class': a =>
    `The brackets at sign ${a.ordinal}, "${a.sign}", are not understood. Write [0-9] or [A-Z0-9], the smaller sign first.`,
  'formatFile.badPattern#escape': a =>
    `No letter or digit may follow sign ${a.ordinal}, "${a.sign}", but d: \\d is a digit.`,
  'formatFile.badPattern#nothing': a =>
    `One of the alternatives that | parts is empty (from sign ${a.ordinal}, "${a.sign}"). Fill it, or take a | out.`,
  'formatFile.badPattern#tooLong': a =>
    `The pattern is too long up to sign ${a.ordinal}, "${a.sign}". Make the counts smaller.`,
  'statuteText.noArticle': () =>
    'No article was found; the file is not used. Each begins a paragraph with 第N条 and a space.',
  'statuteText.articleTwice': a => `Article ${a.article} stands twice; only the first is used.`,
  'statuteText.unknownTitle': a =>
    `It cannot be told which statute this is ("${a.title}"); the file is not used. Write the full title in the first line or the file's name; add a statute that is not known to a statute file first.`,
  'statuteText.unknownVersion': a =>
    `There are several versions of 《${a.title}》 and it cannot be told which this is; the file is not used. State it behind the title, like “（2019年修订）”.`,
  'statuteText.fileTwice': a => `The wording of this version was read from "${a.file}" already; this file is not used.`,

  // ── extension client ──
  'diagnostic.source': () => 'Annual Report',
  'client.name': () => 'Annual Report',
  'client.restart': () => 'Restart',
  'client.openLog': () => 'Open Log',
  'client.serverSilent': a =>
    `The annual report language server has not answered for ${a.seconds} seconds; what is shown may be out of date. The draft is not affected. Wait, or restart it.`,
  'client.serverFailed': () =>
    'The annual report language server did not start and the draft is not checked. Restart it; if it fails again, see the log.',
  'client.serverGaveUp': a =>
    `The annual report language server stopped ${a.times} times within three minutes and checking is off. Restart it; if it fails again, see the log.`,
  'client.noEditor': () => 'Open a draft first.',
  'client.noEditor.import': () => 'Import a Document…',
  'client.opened.question': a =>
    `“${a.name}” cannot be shown here. Read it as a draft, to check and change it, or begin the next year’s report from it?`,
  'client.opened.read': () => 'Read as a Draft',
  'client.whichDraft': () => 'Which draft?',
  'client.noServer': () =>
    'The language server did not answer, so nothing was done. Try again in a moment; if that does not help, run “Restart Language Server”.',
  'client.looksLikeReport': a =>
    `“${a.name}” looks like an annual report on government information disclosure. Treat it as one (outline, checks, standard tables)?`,
  'client.treatAsReport': () => 'Treat as Report',
  'client.treatAlways': () => 'Always Treat as Report',
  'client.leaveAlone': () => 'Leave Alone',
  'client.newReport.title': () => 'New annual report',
  'client.newReport.ofKind': a => `New report: ${a.name}`,
  'client.newReport.kind': () => 'Which kind of annual report?',
  'client.newReport.body': () => 'Full name of the public body, for title and introduction; it is remembered',
  'client.newReport.bodyExample': () => 'for example 临溪县林业局',
  'client.newReport.noBody': () => 'Please write the name of the public body.',
  'client.newReport.longBody': a => `The name has ${a.count} characters at most.`,
  'client.newReport.year': () => 'Which year is the report on? It decides the format',
  'client.newReport.ofYear': a => `Report on ${a.year}`,
  'client.newDraft.saveTo': () => 'No folder is open: choose where the new draft will be saved',
  'client.newDraft.choose': () => 'Save here',
  'client.newReport.due': () => 'due now',
  'client.drafts.noYear': () => 'year unknown',
  'client.workspace.counts': a => `${a.count} reports, ${a.errors} errors, ${a.warnings} warnings`,
  'client.workspace.unchecked': a => `${a.count} not checked`,
  'client.workspace.reading': a => `reading, ${a.count} more files`,
  'client.workspace.stopped': () => 'reading was stopped; the rest is not compared',
  'client.workspace.unread': a => `${a.count} files cannot be read`,
  'client.workspace.cut': () => 'too many files; not all of them were read',
  'client.workspace.checkAll': () => 'Check all reports',
  'client.workspace.none': () =>
    'There are no annual reports as Markdown, text or web pages in the folder. Import Word and PDF files as drafts first.',
  'client.drafts.year': a => String(a.year),
  'client.drafts.notOpened': () => 'open to check',
  'client.noSkeleton': () =>
    'Nothing was begun: the language server offered no skeleton, or this kind of report has no format for the year. Choose another year, see the log, or restart the language server.',
  'client.edition.title': () => 'Format edition',
  'client.edition.which': () => 'Edition to check against',
  'client.edition.where': () => 'Where to use it',
  'client.edition.inForce': () => 'current setting',
  'client.edition.auto': () => 'Automatic (by report year)',
  'client.edition.2021': () => '2021 format (2021 onwards)',
  'client.edition.2019': () => '2019 format (2019 and 2020)',
  'client.edition.2007': () => '2007 regulation (up to 2018)',
  'client.edition.for.draft': () => 'This draft',
  'client.edition.for.draft.detail': () => 'Writes a comment at the top of the draft; “Automatic” removes it.',
  'client.edition.for.folder': () => 'This folder',
  'client.edition.for.folder.detail': () => 'Writes annualReport.format.edition to the folder settings.',
  'client.edition.for.workspace': () => 'This workspace',
  'client.edition.for.workspace.detail': () => 'Writes annualReport.format.edition to the workspace settings.',
  'client.edition.for.user': () => 'All drafts',
  'client.edition.for.user.detail': () => 'Writes annualReport.format.edition to the user settings.',
  'client.rule.title': () => 'Rule page',
  'client.rule.which': () => 'Pick a rule; those found in this draft come first',
  'client.rule.found': () => 'found in this draft',
  'client.equations.title': a => `Equations: ${a.table}`,
  'client.equations.which': () => 'Pick an equation to go to its cell',
  'client.equations.noTable': () =>
    'The cursor is not in a table that is checked. Put it into a standard table of part two, three or four.',
  'client.equations.broken': a => `Broken (${a.count})`,
  'client.equations.unknown': a => `Undecided (${a.count})`,
  'client.equations.holds': a => `Hold (${a.count})`,
  'client.citations.title': a => `Statutes cited (${a.count})`,
  'client.citations.which': () => 'Choose a citation to go to its place',
  'client.citations.document': () => 'Open the list (Markdown, can be saved)',
  'client.citations.none': () => 'No cited statute was found in the draft.',
  'client.statute.none': () =>
    'The text of this statute was not found. If the language server does not run, run “Restart Language Server” and open it again.',
  'client.sentence.title': () => 'Sentences from the tables',
  'client.sentence.which': () => 'Pick the one to be written at the cursor',
  'client.sentence.none': () =>
    'The tables are not filled in, or do not add up, so no sentence can be written. Fill in the tables of sections two to four first.',
  'client.sentence.inTable': () =>
    'The cursor is in a table; nothing was written. Move it into the text and try again.',
  'client.tidy.none': () =>
    'The cursor is not in a table that can be tidied. Put it into an official table that was pasted as text and try again.',
  'client.paste.title': a => `Paste as standard table “${a.table}”`,
  'client.paste.cells': a => `Paste into the cells of “${a.table}”`,
  'client.paste.titleWithRest': a =>
    `Paste as standard table “${a.table}” (${a.count} texts without a place stand behind it)`,
  'client.paste.noTable': () =>
    'There is no official table on the clipboard, or the cursor is in another table or one that is filled in. Copy the whole table in Word, WPS, Excel or a browser, and put the cursor outside tables or into the same standard table while it is blank.',
  'silence.refused': a =>
    `The silence was not written: line ${a.line} of the settings file is wrong. ${a.problem} Mend it and silence again.`,
  'client.silence.noFile': a =>
    `${a.name} can neither be opened nor made, so the silence was not written. See whether the folder can be written to.`,
  'client.silence.done': a => `Written into ${a.name}; this is no longer reported.`,
  'client.silence.open': () => 'Open',
  'client.silence.title': a => `Silence: ${a.rule}`,
  'client.silence.prompt': a => `The reason, which goes into ${a.name} for whoever reviews the report`,
  'client.silence.unsaved': a =>
    `Written into ${a.name}, which has changes that are not saved: the silence holds once it is saved. Look at it and save.`,
  'client.fix.none': () =>
    'Nothing in the draft was found to be fixed in this way. For a table, put the cursor into it and do it again.',
  'client.fix.noneSafe': () =>
    'There is nothing that can be fixed by itself. Go through the rest in the Problems panel.',
  'client.fix.line': a => `line ${a.line}`,
  'client.fix.title': () => 'Fix Problems',
  'client.fix.which': () => 'Choose the place to fix',
  'client.notWritten': a =>
    `“${a.name}” was left as it is: it has just changed otherwise, or is closed. Look at it and do it again.`,
  'client.readOnly': a =>
    `“${a.name}” is read-only and was left as it is. Make it writable, or save a copy and edit that.`,
  'client.documents.pick': () => 'Choose documents to import',
  'client.documents.pickWord': () => 'Choose a Word file to comment',
  'client.documents.pickLastYear': () => "Choose last year's report",
  'client.documents.saveTo': () => 'Where to write',
  'client.documents.kinds': () => 'Word, Excel, web pages',
  'client.documents.reports': () => 'Annual reports',
  'client.documents.working': a => `Working on “${a.name}”…`,
  'client.documents.notRead': a => `“${a.name}” was not read: ${a.detail}`,
  'client.documents.unreadable': () => 'The file cannot be opened; it may have been moved, or may not be read.',
  'client.documents.lockFile': () =>
    'Word or WPS left this beside a file that is open there; it has no text. Choose the file without “~$” before its name.',
  'client.documents.wrongEncoding': () => 'It is neither UTF-8 nor GB18030. Save it as UTF-8.',
  'client.documents.notReport': () =>
    'Nothing of an annual report is recognised in it, and no file was written. Check whether it is the right one.',
  'client.documents.noServer': () =>
    'The language server did not answer, and no file was written. Restart it and try again.',
  'client.documents.notWritten': a => `“${a.name}” was not written: ${a.detail}`,
  'client.documents.sameFile': () => 'The original is never written over; nothing was written. Choose another name.',
  'client.documents.open': () => 'Open',
  'client.import.done': a => `“${a.name}” was read as a draft; save it. ${a.detail}`,
  'client.import.show': () => 'Show the Note',
  'client.import.clipboard': () => 'Clipboard',
  'client.import.untitled': () => 'imported.annual-report',
  'client.clipboard.title': () => 'Import from the Clipboard',
  'client.clipboard.how': () =>
    'Copy the whole report in Word, WPS, Excel or a web page, then press Ctrl+V here (Cmd+V on a Mac).',
  'client.clipboard.empty': () => 'There is no text on the clipboard. Copy the report first, then press Ctrl+V.',
  'client.clipboard.tooMuch': () =>
    'There is too much on the clipboard; nothing was imported. Copy less, or import the file.',
  'client.export.errors': a => `“${a.name}” still has ${a.errors} errors. Export it all the same?`,
  'client.export.anyway': () => 'Export',
  'client.export.done': a => `“${a.name}” was written. ${a.detail}`,
  'client.export.copied': a =>
    `The HTML was copied. Switch the editor of the website to its source view and paste it there. ${a.detail}`,
  'client.export.html': a => `${a.name}-web`,
  'client.export.print': a => `${a.name}-print`,
  'client.annotate.name': a => `${a.name}-comments`,
  'client.annotate.done': a =>
    `“${a.name}” was written with ${a.count} comment${a.count === 1 ? '' : 's'}; the original is unchanged.`,
  'client.annotate.nothing': a => `Nothing was found in “${a.name}”; no file was written.`,
  'client.lastYear.title': () => "New Report from Last Year's",
  'client.lastYear.notes': a => `Not all of last year’s “${a.name}” was read: ${a.detail}`,
  'client.lastYear.compare': a => `${a.from} ↔ ${a.name}`,
  'client.preview.title': a => `Layout: ${a.name}`,
  'client.preview.paper': () => 'Layout preview',
  'client.preview.actions': () => 'Export',
  'client.preview.docx': () => 'Export to Word',
  'client.preview.html': () => 'Export HTML',
  'client.preview.copy': () => 'Copy HTML',
  'client.preview.print': () => 'Print',
  'client.preview.toText': () => 'Show the Text',
  'client.preview.keys': () =>
    'Tab: next finding. Enter: go to it in the text. Click: the text follows. Double click: edit there.',
  'client.preview.empty': () => 'The draft has nothing to print yet.',
  'client.preview.tooLong': () => 'The draft is too long for a layout preview.',
  'client.preview.notChecked': () =>
    'The draft is not open as an annual report and cannot be previewed. Use the command “Treat This File as an Annual Report” first.',
  'client.preview.noServer': () => 'The language server did not answer; this is what was last seen. Restart it.',
  'client.preview.closed': () => 'The draft was closed or deleted; this is what was last seen of it.',
  'client.form.title': a => `Tables: ${a.name}`,
  'client.form.totals': () => 'Fill in blank totals',
  'client.form.toText': () => 'Show the text',
  'client.form.insert': () => 'Insert this table',
  'client.form.replace': () => 'Put in the standard table',
  'client.form.cell': () => 'This cell',
  'client.form.noCell': () => 'Select a cell to see its equations and what the text says of it.',
  'client.form.computed': () => 'Its parts make',
  'client.form.write': () => 'Fill in',
  'client.form.mend': () => 'Change to',
  'client.form.lastYear': () => 'Last year',
  'client.form.locked': () => 'The draft has no place for this cell',
  'client.form.readOnly': () => 'The draft is read-only and can only be looked at; nothing is written.',
  'client.form.prose': () => 'Figures of the text',
  'client.form.noProse': () => 'The text states no figures of these tables.',
  'client.form.keys': () => 'Keys',
  'client.form.keysList': () =>
    [
      'Arrows, Tab, Shift+Tab, Enter, Shift+Enter: another cell; Home, End: ends of the row; Ctrl+Home, Ctrl+End: first and last cell of the table',
      'Typing replaces; F2: change what stands there; Esc: leave it; Delete: empty',
      'Shift+arrows: select a block; Ctrl+A: the whole table; Ctrl+C, Ctrl+X, Ctrl+V: copy, cut, paste (from Excel, WPS, Word too)',
      '=: fill in the computed number, or the one that adds up; Alt+=: fill in all blank totals',
      'Ctrl+Z, Ctrl+Y: undo, redo; Ctrl+S: save; Esc while nothing is typed: to the buttons above',
    ].join('\n'),
  'client.form.close': () => 'Close',
  'client.form.noTables': () =>
    'The year of the draft is not known, and it has no official table. Please state the year in its title first.',
  'client.form.tooMuch': () =>
    'There is too much on the clipboard. Nothing was pasted; please copy the figures of the table alone.',
  'client.form.changed': a =>
    `“${a.cell}” was just changed to “${a.text}” in the draft. Nothing was written; please look and fill in again.`,
  'client.form.moving': () => 'The draft keeps changing. Nothing was written; please try again later.',
  'client.form.notWritten': () => 'The editor did not accept the change; the draft is as it was. It may be read-only.',
  'client.form.notChecked': () =>
    'The draft is not open as an annual report and cannot be filled in. Please use the command “Treat This File as an Annual Report” first.',
  'client.form.noServer': () =>
    'The language server does not answer. Nothing was written; please restart it and fill in again.',
  'client.form.closed': () =>
    'The draft was closed or deleted and cannot be opened. Below is what was last seen of it.',
  'client.form.more': a => `${a.count} more cells were not written.`,
  'client.encoding.wrong': () =>
    'The draft has characters that could not be read (�). It was probably opened in the wrong encoding.',
  'client.encoding.reopen': () => 'Reopen in the right encoding',
  'client.encoding.notSaved': () => 'The draft is not saved as a file yet and cannot be reopened in another encoding.',
  'client.encoding.unsavedChanges': () =>
    'The draft has unsaved changes. Undo them, then reopen it in another encoding. Do not save: the unreadable characters would be lost for good.',
  'client.encoding.lost': () =>
    'The file itself is UTF-8; each “�” in it is a character lost when it was saved earlier. No encoding brings it back: fill it in from the original.',
  'client.status.progressName': () => 'Annual report: progress',
  'client.status.workspaceName': () => 'Annual reports of the workspace',
  'client.status.written': a => `${a.count}/${a.total} parts · ${a.items} tables`,
  'client.status.ready': () => 'Ready to submit',
  'client.status.open': a => `${a.count} to look at`,
  'client.status.partlyChecked': () => 'Not all was checked',
  'client.status.notRecognised': () => 'Not checked: no annual report',
  'client.status.showChecked': () => 'Show what was checked',
  'client.checkList.title': () => 'What was checked',
  'client.checkList.open': a => `${a.count} findings to look at (hints do not count)`,
  'client.checkList.nothingOpen': () => 'Nothing to look at',
  'client.checkList.checked': () => 'Checked',
  'client.checkList.notChecked': () => 'Not checked',
  'client.checkList.beyond': () => 'Beyond what a program can check, or needs no check',
  'client.checkList.none': () => 'There is no result yet. Please wait, or restart the language server.',
  'client.status.formatName': () => 'Annual report: format and year',
  'client.status.findingsName': () => 'Annual report: findings',
  'client.status.changeEdition': () => 'Change',
  'client.status.showProblems': () => 'Show Problems',
  'client.status.noEdition': () => 'No format edition',
  'client.status.noYear': () => 'no report year found',
  'client.status.year': a => `report for ${a.year}`,
  'client.status.due': a => `report for ${a.year}, to be made public ${a.date}`,
  'client.status.starting': () => 'Starting',
  'client.status.noResult': () => 'Not checked',
  'client.status.clean': () => 'No findings',
  'client.status.yearUnchecked': () => 'Not checked: report year unknown',
  'client.status.counts': a => `${a.errors} errors, ${a.warnings} warnings, ${a.others} others`,
  'client.status.earlierVersion': () => 'before the last change',
  'client.status.failedRules': a => `these could not be checked, the rest is not affected: ${a.rules}`,
  'client.status.serverDown': () => 'Language server is not running; the draft is not checked',

  // The reviewer's desk
  'client.review.accept': a => `Accept: ${a.title}`,
  'client.review.toFix': a => `To be mended: ${a.title}`,
  'client.review.whyAccept': () => 'Why it is accepted: verified, bodies reorganised …',
  'client.review.whyToFix': () => 'What has to be mended; it is written into the letter',
  'client.review.noWhy': () => 'Please give the reason',
  'client.review.who': () => 'Reviewer',
  'client.review.whoPrompt': () => 'Your name, for decisions and comments; not asked again',
  'client.review.noWho': () => 'Please give a name',
  'client.review.noFile': () =>
    'The report lies in no folder, so there is no place to keep decisions. Save it in a folder of the workspace first.',
  'client.review.notOpened': a =>
    `${a.name} can be neither opened nor made. Please check whether the folder can be written to.`,
  'client.review.unsaved': a =>
    `${a.name} has changes of yours that are not saved. The decision is in it and holds once it is saved.`,
  'client.review.accepted': () => 'Accepted',
  'client.review.markedToFix': () => 'To be mended',
  'client.review.units': a => `${a.count} unit(s)`,
  'client.review.unidentified': () => 'Unit or year unknown',
  'client.review.otherKinds': () => 'Other kinds of report (checked singly, not compared)',
  'client.review.otherPlaces': () => 'Others',
  'client.review.documents': () => 'Files not read as drafts yet (not checked)',
  'client.review.documentCount': a => `${a.count}, click to import`,
  'client.review.noReport': a => `No report on ${a.year}`,
  'client.review.unchecked': () => 'Not checked',
  'client.review.errors': a => `${a.count} error(s)`,
  'client.review.warnings': a => `${a.count} warning(s)`,
  'client.review.others': a => `${a.count} other(s)`,
  'client.review.acceptedCount': a => `${a.count} accepted`,
  'client.review.toFixCount': a => `${a.count} to be mended`,
  'client.review.nothing': () => 'No problems found',
  'client.review.unused': () => 'Decisions that hold no more',
  'client.review.unusedHelp': () => 'Figures were changed, or the problem is gone; those picked are deleted',
  'client.review.noUnused': () => 'All decisions still hold.',
  'client.letters.collecting': () => 'Collecting what has to be mended',
  'client.letters.none': () => 'No reports are known yet. Check all reports first.',
  'client.letters.nothing': a => `Nothing has to be mended in ${a.count} report(s), nothing was written.`,
  'client.letters.folder': a => `Folder for ${a.count} letter(s)`,
  'client.letters.done': a =>
    `${a.count} letter(s) as Word and text, and ${a.read} Word file(s) with comments written to “${a.name}”.`,
  'client.comments.title': () => 'Review comment',
  'client.comments.prompt': () => 'Kept in the file with decisions; the report stays as it is',
  'client.comments.placeHolder': () => 'Write a comment',
  'client.comments.empty': () => 'Please write a comment',
  'client.comments.lost': a => `Review comment (its words are gone: “${a.text}”)`,
  'client.reviewPage.title': () => 'Review',
  'client.reviewPage.copied': () => 'Copied, to be pasted into a spreadsheet.',
  'client.reviewPage.exportFigures': a => `Figures of ${a.year}`,
  'client.reviewPage.exportFindings': a => `Findings of ${a.year}`,
  'client.reviewPage.exported': a => `“${a.name}” was written.`,
  'client.reviewPage.rollUpName': () => 'Body that reports for all of them',
  'client.reviewPage.noName': () => 'Please give a name',
  'client.reviewPage.folder': () => 'Folder',
  'client.reviewPage.year': () => 'Year',
  'client.reviewPage.tabs': () => 'What to review',
  'client.reviewPage.table': () => 'Figures of units',
  'client.reviewPage.years': () => 'Years',
  'client.reviewPage.rollUp': () => 'Sums',
  'client.reviewPage.above': () => 'Unit above',
  'client.reviewPage.all': () => 'All',
  'client.reviewPage.figures': () => 'Table',
  'client.reviewPage.totals': () => 'Main figures (totals)',
  'client.reviewPage.found': () => 'Findings',
  'client.reviewPage.errors': () => 'With errors',
  'client.reviewPage.grave': () => 'With errors or warnings',
  'client.reviewPage.toFix': () => 'With marks to be mended',
  'client.reviewPage.unchecked': () => 'Not checked',
  'client.reviewPage.clean': () => 'Without errors and warnings',
  'client.reviewPage.name': () => 'Name of the unit',
  'client.reviewPage.lastYear': () => 'Show the change',
  'client.reviewPage.lastYearIs': () => 'Last year: ',
  'client.reviewPage.unit': () => 'Unit',
  'client.reviewPage.sum': () => 'Sum',
  'client.reviewPage.own': () => 'Stated by ',
  'client.reviewPage.difference': () => 'Difference',
  'client.reviewPage.unknown': () => 'some units unknown',
  'client.reviewPage.unknownOf': () => 'Not known and not added: ',
  'client.reviewPage.without': () => 'Not added, without a report of the year: ',
  'client.reviewPage.notAdded': () => 'Not added again, as units below them are: ',
  'client.reviewPage.severalReports': () => 'Several different reports, of which one is added; keep one: ',
  'client.reviewPage.noUnits': () => 'No unit fits.',
  'client.reviewPage.nothing': () => 'No reports were read in the folder yet.',
  'client.reviewPage.xlsx': () => 'Export to Excel',
  'client.reviewPage.csv': () => 'Export as CSV',
  'client.reviewPage.findings': () => 'Export findings (CSV)',
  'client.reviewPage.sarif': () => 'Export findings (SARIF)',
  'client.reviewPage.letters': () => 'Write letters',
  'client.reviewPage.keys': () =>
    'Arrow keys move, Enter goes to the cell in the report, on a name to its years. Sums with * lack units whose number is not known.',
  'client.reviewPage.actions': () => 'Export',
  'client.reviewPage.error': () => 'Error',
  'client.reviewPage.warning': () => 'Warning',
  'client.reviewPage.information': () => 'Information',
  'client.reviewPage.chart': () => 'Applications received, closed, carried over, reviews and lawsuits over the years',
  'client.reviewPage.noValue': () => 'none',
  'client.reviewPage.noYears': () => 'There is no report of this unit to show.',
  'client.reviewPage.copy': () => 'Copy',
  'client.reviewPage.save': () => 'Save as a draft',
  'client.reviewPage.units': () => 'Added up: ',
  'client.reviewPage.madeOf': () => 'Sum ',
  'client.reviewPage.pick': () => 'Pick a figure to see what it is made of.',
  'client.reviewPage.noRollUp': () => 'Nothing to add up: choose a year and a unit above that have reports.',
  'review.series.received': () => 'Received',
  'review.series.replied': () => 'Closed',
  'review.series.carriedOut': () => 'Carried over',
  'review.series.review': () => 'Reviews',
  'review.series.litigation': () => 'Lawsuits',
  'review.said': a => `Reviewer (${a.name}): ${a.detail}`,
  'review.said.nobody': a => `Reviewer: ${a.detail}`,
  'review.unit': () => 'Unit',
  'review.sum': () => 'Sum',
  'review.difference': () => 'Difference (unit above less sum)',
  'review.sheet.figures': () => 'Figures',
  'review.refused': a =>
    `The file with decisions is not well written, nothing was changed: ${a.detail}. Mend it first.`,
  'review.rollUp.without': a => `Not added, as they have no report: ${a.items}.`,
  'review.rollUp.notAdded': a => `Not added again, as units below them are: ${a.items}.`,
  'review.rollUp.severalReports': a => `Several different reports, of which one is added; keep one: ${a.items}.`,
  'review.rollUp.leftOut': a => `Left out, as their format is another one: ${a.items}.`,
  'review.rollUp.cases': () =>
    'Table four adds up the units: a case against several of them is counted more than once. Please check.',
  'review.letter.title': a =>
    `What to mend in the annual report on open government information of ${a.body}, ${a.year}`,
  'review.letter.nobody': () => 'your unit',
  'review.letter.noYear': () => 'year unknown',
  'review.letter.greeting': a => `To: ${a.body}`,
  'review.letter.opening': a =>
    `Your annual report on open government information of ${a.year} was reviewed. Please check and mend the following ${a.count} places and send it again.`,
  'review.letter.item': a => `${a.ordinal}. ${a.where}: ${a.what}`,

  // Places in files without line numbers
  'where.section': a => `Part ${a.numeral}`,
  'where.heading': () => ', heading',
  'where.title': () => 'Title',
  'where.introduction': () => 'Introduction',
  'where.paragraph': a => `, paragraph ${a.ordinal}`,
  'where.table': a => `table ${a.numeral}`,
  'where.otherTable': a => `table no. ${a.ordinal}`,
  'where.row': a => `row ${a.ordinal}`,

  // Documents in and out
  'documents.note.macros': () => 'There are macros, which were neither run nor read.',
  'documents.note.trackedChanges': a =>
    `Tracked changes: ${String(a.count)} insertions taken, ${a.number} deletions left out.`,
  'documents.note.pictures': a => `${String(a.count)} pictures left out${a.names === '' ? '' : ` (${a.names})`}.`,
  'documents.note.objects': a => `${String(a.count)} charts or objects left out.`,
  'documents.note.equations': a => `${String(a.count)} equations left out.`,
  'documents.note.hidden': a => `${String(a.count)} hidden texts left out.`,
  'documents.note.prompts': a => `The prompts of ${String(a.count)} control(s) that are not filled in were left out.`,
  'documents.note.struck': a => `Text that is struck out was left out in ${String(a.count)} place(s).`,
  'documents.note.symbols': a => `${String(a.count)} signs of symbol fonts left out.`,
  'documents.note.embedded': a => `${String(a.count)} embedded files left out.`,
  'documents.note.textBoxes': a => `${String(a.count)} text boxes: their text stands behind the paragraph.`,
  'documents.note.comments': a => `${String(a.count)} comments kept as comments.`,
  'documents.note.footnotes': a => `${String(a.count)} footnotes or endnotes: they stand at the end.`,
  'documents.note.dateFields': a => `${String(a.count)} dates that change with the day: as the file keeps them.`,
  'documents.note.pageLines': a =>
    `${String(a.count)} lines of the page that are none of the report left out${a.text === '' ? '' : ` (“${a.text}” …)`}.`,
  'documents.note.binaryNumbers': a =>
    `${String(a.count)} paragraphs are numbered automatically, and their numbers were not read: add them from the original, or save it as .docx and import that.`,
  'documents.note.binaryParts': () =>
    'Footnotes, comments or text boxes were not read: compare the original, or save it as .docx and import that.',
  'documents.note.sheets': a => `${String(a.count)} sheets left out (${a.names}).`,
  'documents.note.uncomputed': a =>
    `${String(a.count)} formulas have no stored value and are written as they are; open the file in WPS, Excel or Word, update and save it, and import it again.`,
  'documents.note.cellErrors': a => `${String(a.count)} cells hold errors such as #REF!; they are written as they are.`,
  'documents.note.pdfBroken': () =>
    'The PDF file is damaged in places; text may be missing. Compare it with the original.',
  'documents.note.pdfRecognised': () =>
    'The text was recognised from a scan and may hold wrong characters and figures. Compare all of it with the original.',
  'documents.note.pdfEmptyPages': a => `Pages without text, perhaps pictures, left out: ${a.names}.`,
  'documents.note.pdfUnreadable': a =>
    `${String(a.count)} signs of which the font does not say what they are, written “${String(a.sign)}”. Correct them by the original.`,
  'documents.note.pdfSlanted': a => `${String(a.count)} slanted signs (watermark, stamp) left out.`,
  'documents.note.pdfComments': a => `${String(a.count)} comments on the PDF left out.`,
  'documents.note.pdfMargins': a => `${String(a.count)} lines of page headers and footers left out (“${a.text}”).`,
  'documents.note.notPlaced': a => `What has no place in the table was left out: ${a.items}.`,
  'documents.note.commentsLeft': a => `${String(a.count)} comments of the draft stay there.`,
  'documents.note.footnotesLeft': a => `${String(a.count)} footnotes were left out.`,
  'documents.note.picturesLeft': a => `${String(a.count)} pictures were left out.`,
  'documents.note.linksLeft': a => `Of ${String(a.count)} links only the words are written, not the addresses.`,
  'documents.note.unwritten': a => `Not finished: ${a.count}/${a.total} parts written, tables ${a.items}.`,
  'documents.refused.empty': () => 'The file is empty.',
  'documents.refused.noText': () => 'The file holds neither text nor tables. Scanned pages must be recognised first.',
  'documents.refused.notText': () => 'The page is neither UTF-8 nor GB18030. Save it again in a browser.',
  'documents.refused.isText': () => 'This is a text file: open or check it directly.',
  'documents.refused.otherFormat': a =>
    `This is a ${a.detail} file, which cannot be read. Open it in WPS or Word and save it as .docx.`,
  'documents.refused.oldWord': () =>
    'This is a file of Word 6.0/95, which cannot be read. Open it in WPS or Word and save it as .docx.',
  'documents.refused.notReport': () =>
    'Neither title nor section nor table of an annual report is to be seen in it. Check whether it is last year’s report.',
  'documents.refused.noYear': () =>
    'The year of last year’s report is not to be seen. Say the new report’s year with --year.',
  'documents.refused.noBody': () =>
    'The public body of last year’s report is not to be seen. Say its name with --body.',
  'documents.refused.notDocx': () =>
    'Only a .docx file can have comments. Open it in WPS or Word and save it as .docx.',
  'documents.refused.unknown': () =>
    'This is no Word, Excel, PDF or web page file, whatever its name says. Check the file.',
  'documents.refused.scanned': () =>
    'The PDF holds pictures and no text (a scan). Take the original Word file, or recognise the text first, save it as .docx and compare every word.',
  'documents.refused.noCharacters': () =>
    'The fonts of the PDF do not say which characters its signs are, so that it cannot be read. Take the original Word file, or print the PDF again from WPS or Word.',
  'documents.refused.tooManyPages': a =>
    `The PDF has more than ${String(a.limit)} pages and is not read. Keep those of the report alone.`,
  'documents.refused.password': () => 'The file has a password. Remove it in Word or WPS, save, and try again.',
  'documents.refused.damaged': a =>
    `The file is damaged and was not imported (${a.detail}). Open it in WPS or Word and save it again.`,
  'documents.refused.tooDeep': a => `Elements nest deeper than ${String(a.limit)}: not read. Save the file again.`,
  'documents.refused.tooManyParts': a => `The file has more than ${String(a.limit)} parts: not read.`,
  'documents.refused.partTooLarge': a =>
    `The file unpacks to more than ${String(a.limit)} MB: not read. Remove pictures and try again.`,
  'documents.refused.tooLarge': a =>
    `The file is larger than ${String(a.limit)} MB: not read. Remove pictures and try again.`,
  'documents.refused.tableTooLarge': a => `A table has more than ${String(a.limit)} cells: not read.`,
  'documents.refused.tableTooWide': a => `A table has more than ${String(a.limit)} columns: not read.`,
  'documents.refused.tooLong': a => `Stopped after ${String(a.limit)} seconds; nothing was written.`,
  'documents.refused.memory': a => `Stopped at ${String(a.limit)} MB of memory; nothing was written.`,
  'documents.refused.cancelled': () => 'Cancelled; nothing was written.',
  'documents.refused.failed': a => `Something went wrong, and nothing was written: ${a.detail}`,
  // The page that needs no installation.
  'page.title': () => 'Annual report check',
  'page.privacy': () =>
    'Files stay in the browser of this computer: nothing is sent, no network is used. Save before you close the page.',
  'page.actions': () => 'File',
  'page.open': () => 'Open a file',
  'page.new': () => 'New annual report',
  'page.save': () => 'Save the draft',
  'page.export': () => 'Export Word',
  'page.exportHtml': () => 'Export HTML',
  'page.print': () => 'Page to print',
  'page.language': () => 'Display language',
  'page.languageName': () => 'English',
  'page.editor': () => 'Text of the draft',
  'page.empty': () =>
    'Drop an annual report here or press “Open a file”: Word, WPS, Excel, PDF, HTML, Markdown and plain text are read. Without a draft press “New annual report”.',
  'page.panels': () => 'Findings, table form and preview',
  'page.findings': () => 'Findings',
  'page.form': () => 'Table form',
  'page.checking': () => 'Checking…',
  'page.noFindings': () => 'Nothing found.',
  'page.counts': (a: Args<'errors' | 'warnings' | 'others'>) =>
    `Errors ${a.errors}, warnings ${a.warnings}, others ${a.others}`,
  'page.line': (a: Args<'line'>) => `line ${a.line}`,
  'page.error': () => 'Error',
  'page.warning': () => 'Warning',
  'page.information': () => 'Information',
  'page.hint': () => 'Hint',
  'page.fixes': () => 'How to mend it',
  'page.noFixes': () => 'Nothing mends this at once; change the text as it says.',
  'page.keys': () => 'Keys',
  'page.keysList': () =>
    [
      'Ctrl+O open, Ctrl+S save the draft, Ctrl+Shift+S export Word',
      'Ctrl+F find and replace; F8, Shift+F8 next, previous finding; Alt+Enter how to mend it',
      'Alt+1 findings, Alt+2 table form, Alt+3 preview, Esc back to the text',
      'Alt+/ suggestions; Shift+Alt+F align tables; Ctrl+Z undo',
    ].join('\n'),
  'page.opened': (a: Args<'name'>) => `“${a.name}” is open.`,
  'page.replace': (a: Args<'name'>) => `“${a.name}” has changes that are not saved. Open another one all the same?`,
  'page.discard': () => 'Open without saving',
  'page.restarted': () => 'The checker had stopped and was started again; the text is all there.',
  'page.find': () => 'Find',
  'page.replaceBy': () => 'Replace by',
  'page.findNext': () => 'next',
  'page.findPrevious': () => 'previous',
  'page.findAll': () => 'select all',
  'page.matchCase': () => 'match case',
  'page.byWord': () => 'whole words',
  'page.regexp': () => 'regular expression',
  'page.replaceOne': () => 'replace',
  'page.replaceAll': () => 'replace all',
  'page.closeFind': () => 'close',
  'page.currentMatch': () => 'current match',
  'page.replacedOnLine': () => 'replaced one on line $',
  'page.replacedMatches': () => 'replaced $',
  'page.onLine': () => 'on line',
  'page.goToLine': () => 'Go to line',
  'page.go': () => 'go',
  'page.completions': () => 'Completions',
  'page.controlCharacter': () => 'Control character',
  'page.stopped': () =>
    'The checker stopped again and again and is started no more: the text is not checked. Save the draft and open the page anew.',
  'page.kind': () => 'Kind of report',
  'page.body': () => 'Full name of the public body',
  'page.year': () => 'Year',
  'page.create': () => 'Create',
  'page.cancel': () => 'Cancel',
  'page.close': () => 'Close',
};

/** Place in a table: row and column; the rows of table four have no name but a group header. */
function where(a: CellArgs): string {
  return [a.row || a.group, a.column].filter(Boolean).join(' · ');
}

/** When a break is no fault, as the format file says. */
function reason(a: Partial<Args<'reason'>>): string {
  return a.reason === undefined ? '' : ` (${a.reason}.)`;
}

/** Said where figures stood run together. */
function split(a: Partial<Args<'split'>>): string {
  return a.split === undefined ? '' : ' (The figures stand run together; they were parted in the only way that fits.)';
}

/** One figure whose correction satisfies every sum is reported alone. */
function culprit(a: CulpritArgs, basis: string): string {
  const found = a.found === '' ? 'is blank' : `states ${a.found}`;
  return (
    `“${where(a)}” ${found}; with ${a.corrected} all ${a.count} sums balance. ` +
    `Now ${a.stated} and ${a.computed} differ by ${Math.abs(Number(a.difference))}.${split(a)}\nBasis: ${basis}.\nCheck this cell.`
  );
}

/** A day as an ISO date. */
/** Of a document that names no day, nothing. */
function inForceFrom(day: string): string {
  return day === '' ? '' : ` and applies from ${day}`;
}

function dayIn({ year, month, day }: Args<'year' | 'month' | 'day'>): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The years that have a format. */
function yearsWithEdition({ earlier, later }: Args<'earlier' | 'later'>): string {
  if (later === '') return earlier === '' ? 'there is no edition yet' : `the last is for ${earlier}`;
  return earlier === '' ? `the first is for ${later}` : `there are those up to ${earlier} and from ${later}`;
}

/** Whether a sum is above or below its total; the difference is the total less the sum. */
function sumMore({ difference }: Args<'difference'>): string {
  const value = Number(difference);
  return `${Math.abs(value)} ${value < 0 ? 'more' : 'less'}`;
}

/** What a sum is, by how much it is above or below its total, and how it was made. */
function sumIs(a: Args<'difference' | 'computed' | 'parts'>): string {
  return `${sumMore(a)}: ${a.computed} (${a.parts})`;
}

/** Whether the text says more than the table; the difference bears no sign, and the measure word of the text. */
function textIs({ difference, sign }: Args<'difference' | 'sign'>): string {
  return `${difference} ${Number(sign) < 0 ? 'less' : 'more'} in the text`;
}

/** Behind or before which row or column something belongs. */
function neighbour(a: Args<'after' | 'before'>): string {
  return a.after === '' ? `belongs before “${a.before}”` : `belongs behind “${a.after}”`;
}

function moved(a: Args<'count'>, what: string): string {
  return a.count > 1 ? `; ${a.count} ${what}s stand in the wrong place` : '';
}
