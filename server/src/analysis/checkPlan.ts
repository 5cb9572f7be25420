import { type Remark, readRemarks } from '../rules/support/reportFacts.ts';
import type {
  BlockCheck,
  Check,
  LintRule,
  ParagraphCheck,
  ReportCheck,
  SectionCheck,
  TableCheck,
} from '../rules/support/rule.ts';
import { ReaderSet, type ParagraphReader } from '../syntax/paragraphFacts.ts';
import { memoByObjectAndKey } from '../text/memo.ts';

/** A check with its rule. */
export interface PlannedCheck<C extends Check = Check> {
  readonly rule: LintRule;
  readonly check: C;
  /** Checks of earlier rules, and earlier checks of a rule, have smaller ones. */
  readonly order: number;
}

/** A check of paragraphs with the index of its reader in the plan; undefined for one without. */
export interface PlannedParagraphCheck extends PlannedCheck<ParagraphCheck> {
  readonly reader: number | undefined;
}

/** A check of the whole report with the indices of its readers in the plan. */
export interface PlannedReportCheck extends PlannedCheck<ReportCheck> {
  readonly readers: readonly (readonly [name: string, index: number])[];
}

/** The checks of the rules that are not switched off, by what they look at. */
export interface CheckPlan {
  readonly rules: readonly LintRule[];
  readonly paragraph: readonly PlannedParagraphCheck[];
  /** Those of them that have no reader: they look at every paragraph. */
  readonly everyParagraph: readonly PlannedParagraphCheck[];
  readonly block: readonly PlannedCheck<BlockCheck>[];
  readonly table: readonly PlannedCheck<TableCheck>[];
  readonly section: readonly PlannedCheck<SectionCheck>[];
  readonly report: readonly PlannedReportCheck[];
  /**
   * All readers in the order in which a paragraph is shown to them: that of remarks, those of checks of the report,
   * those of checks of paragraphs. A reader that several checks have reads once for all of them.
   */
  readonly readers: ReaderSet;
  /** Index of the first reader of checks of paragraphs. */
  readonly paragraphReaders: number;
  /** The first rule for which each reader reads; undefined for that of remarks. */
  readonly readFor: readonly (LintRule | undefined)[];
}

/** Index of the reader of {@link Remark}s. */
export const REMARKS = 0;
const remarks: ParagraphReader<Remark> = readRemarks;

/**
 * The same object for the same rules and the same rules switched off, so that what is kept can be told to be of this
 * plan.
 */
export function checkPlan(rules: readonly LintRule[], off: readonly string[]): CheckPlan {
  return planFor(rules, [...off].sort().join('\n'));
}

const planFor = memoByObjectAndKey((rules: readonly LintRule[], off: string): CheckPlan => {
  const isOff = new Set(off.split('\n'));
  const readers: ParagraphReader<unknown>[] = [remarks];
  const readFor: (LintRule | undefined)[] = [undefined];
  const indexOf = (reader: ParagraphReader<unknown>, rule: LintRule): number => {
    const known = readers.indexOf(reader);
    if (known >= 0) return known;
    readFor.push(rule);
    return readers.push(reader) - 1;
  };
  let order = 0;
  const planned = rules
    .filter(({ id }) => !isOff.has(id))
    .flatMap(rule => rule.checks.map((check): PlannedCheck => ({ rule, check, order: order++ })));
  const report = of(planned, 'report').map((each): PlannedReportCheck => ({
    ...each,
    readers: Object.entries(each.check.readers ?? {}).map(
      ([name, reader]) => [name, indexOf(reader, each.rule)] as const,
    ),
  }));
  const paragraphReaders = readers.length;
  const paragraph = of(planned, 'paragraph').map((each): PlannedParagraphCheck => {
    const { reader } = each.check;
    return { ...each, reader: reader && indexOf(reader, each.rule) };
  });
  return {
    rules,
    paragraph,
    everyParagraph: paragraph.filter(({ reader }) => reader === undefined),
    block: of(planned, 'block'),
    table: of(planned, 'table'),
    section: of(planned, 'section'),
    report,
    readers: new ReaderSet(readers),
    paragraphReaders,
    readFor,
  };
});

function of<S extends Check['scope']>(
  planned: readonly PlannedCheck[],
  scope: S,
): PlannedCheck<Extract<Check, { scope: S }>>[] {
  return planned.filter((each): each is PlannedCheck<Extract<Check, { scope: S }>> => each.check.scope === scope);
}
