import { EARLIER_CASES, EARLIER_DOCUMENTS } from '../../format/data/vocabulary.ts';
import { citationContext } from '../../model/citations/citationContext.ts';
import type { CitationContext } from '../../model/citations/citation.ts';
import { sentencesOf } from '../../model/prose/passages.ts';
import { kindOfBody } from '../../model/publicBody.ts';
import { valueOf, type Report, type TableContent } from '../../model/report.ts';
import type { Edition } from '../../format/types.ts';
import { memoByObject } from '../../text/memo.ts';

/**
 * The few things that the check of a single paragraph, table or section may depend on besides what it looks at. Its
 * findings are made anew when one of these changes, so none may change with every edit.
 */
export interface ReportFacts {
  readonly edition: Edition | null;
  readonly reportYear: number | null;
  readonly publicBody: string | null;
  /** Which statute a name or a bare clause means. */
  readonly citations: CitationContext;
  /** Whether the report has tables and none of them states a figure. */
  readonly isBlankTemplate: boolean;
  /** Whether section titles are prescribed. */
  readonly hasPrescribedTitles: boolean;
  /** What the running text says somewhere. */
  readonly remarks: ReadonlySet<Remark>;
}

/** Something that the text of a report may say and that explains figures of its tables. */
export type Remark = 'rulesOfOthers' | 'earlierDocuments' | 'expiredDocuments' | 'earlierCases';

/** The text says whose 规章 are counted. */
const RULES_OF_OTHERS = /起草|代拟|拟订|[省市州]政府|人民政府令|名义|委托|部门规章/;
const EXPIRED = /失效|试行期|(?:有效期|试行)[^，。；]{0,6}(?:满|到期)/;

/** Forms of each remark; of those with words, one of these stands in the same sentence. */
const REMARKS: readonly { readonly remark: Remark; readonly form: RegExp; readonly words?: readonly string[] }[] = [
  { remark: 'rulesOfOthers', form: RULES_OF_OTHERS, words: ['规章'] },
  { remark: 'earlierDocuments', form: EARLIER_DOCUMENTS },
  { remark: 'expiredDocuments', form: EXPIRED, words: ['文件', '规章'] },
  { remark: 'earlierCases', form: EARLIER_CASES, words: ['复议', '诉讼', '起诉'] },
];
/** Text behind this in one paragraph is not looked at. */
const LONGEST_TEXT = 20_000;

/** Remarks of one paragraph. */
export function readRemarks(whole: string): readonly Remark[] {
  const text = whole.length > LONGEST_TEXT ? whole.slice(0, LONGEST_TEXT) : whole;
  let found: Remark[] | undefined;
  for (const { remark, form, words } of REMARKS)
    if (words === undefined ? form.test(text) : standTogether(text, form, words)) (found ??= []).push(remark);
  return found ?? NONE;
}

const NONE: readonly never[] = [];

/** Whether a sentence of a text has a form and one of some words. */
function standTogether(text: string, form: RegExp, words: readonly string[]): boolean {
  const hasWord = (each: string) => words.some(word => each.includes(word));
  return hasWord(text) && form.test(text) && sentencesOf(text).some(each => hasWord(each.text) && form.test(each.text));
}

/** `remarks`: those of all paragraphs. */
export function reportFactsOf(report: Report, remarks: ReadonlySet<Remark>): ReportFacts {
  const { edition, reportYear, publicBody, sections, tables } = report;
  return {
    edition,
    reportYear: reportYear?.value ?? null,
    publicBody: publicBody?.value ?? null,
    citations: citationContext(report),
    isBlankTemplate: tables.length > 0 && tables.every(({ core }) => statesNothing(core)),
    // They are since 2019; where the year is not known, two titles as printed show that the format is used.
    hasPrescribedTitles: edition
      ? edition.isPrescribed
      : sections.filter(({ match, role }) => match === 'exact' && role !== 'overview').length >= 2,
    remarks,
  };
}

const statesNothing = memoByObject(
  ({ figures, shortRows }: TableContent) =>
    shortRows.length === 0 && [...figures.values()].every(figure => valueOf(figure) === undefined),
);

/** The body of a report, if it may make no 规章 and the text does not say whose are counted. */
export function bodyWithoutRules({ publicBody, remarks }: ReportFacts): string | undefined {
  if (publicBody === null || remarks.has('rulesOfOthers')) return undefined;
  const kind = kindOfBody(publicBody);
  return kind === 'unknown' || kind === 'nationalOffice' ? undefined : publicBody;
}

/** Whether two versions of a draft agree in these facts. */
export function areSameFacts(a: ReportFacts, b: ReportFacts): boolean {
  return (
    a === b ||
    (a.edition === b.edition &&
      a.reportYear === b.reportYear &&
      a.publicBody === b.publicBody &&
      a.citations === b.citations &&
      a.isBlankTemplate === b.isBlankTemplate &&
      a.hasPrescribedTitles === b.hasPrescribedTitles &&
      a.remarks.size === b.remarks.size &&
      [...a.remarks].every(remark => b.remarks.has(remark)))
  );
}
