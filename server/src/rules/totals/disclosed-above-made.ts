import { outcomesOf } from '../../model/equations/evaluate.ts';
import { passagesOf } from '../../model/prose/passages.ts';
import type { Report } from '../../model/report.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 本年新公开数量多于本年新制作数量。
 *
 * 2019年格式表二。新公开的一般是当年制作的文件。
 *
 * 不报：
 * - 正文写明含以前年度制作的文件。
 * - 相等或更少。
 *
 * English: More documents were newly disclosed than newly made (2019 format). Fine if the text says that documents of
 * earlier years are among them.
 */
export const disclosedAboveMade = defineRule({
  id: 'totals/disclosed-above-made',
  catalogue: ['T2-11'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'information',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T2-11')) {
      if (outcome.kind === 'broken' && !namesEarlierDocuments(report))
        yield brokenEquation(outcome, { id: 'totals/disclosed-above-made' });
    }
  },
});

/** The text says that documents of earlier years were disclosed. */
const EARLIER_DOCUMENTS = /(?:以前|以往|往年|历年|此前)(?:年度|年份|各年)?[^，。；]{0,6}(?:制作|制发|制定|形成|印发)/;

function namesEarlierDocuments(report: Report): boolean {
  return passagesOf(report.blocks).some(({ text }) => EARLIER_DOCUMENTS.test(text));
}
