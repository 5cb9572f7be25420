import type { Report, Section } from '../model/report.ts';
import { isOfEdition } from '../model/equations/judgedTables.ts';
import type { FactsOf, Readers, SectionContext, TableStanding } from '../rules/support/contexts.ts';
import { reportFactsOf, type Remark, type ReportFacts } from '../rules/support/reportFacts.ts';
import type { Finding, LintRule } from '../rules/support/rule.ts';
import { isKind, type Placed } from '../syntax/block.ts';
import { TextFact, textOf, type Reading, type TextBlock } from '../syntax/paragraphFacts.ts';
import { detachString } from '../text/detach.ts';
import { place } from '../text/mappedText.ts';
import { shift, type Span } from '../text/span.ts';
import { REMARKS, type CheckPlan, type PlannedCheck } from './checkPlan.ts';
import {
  keptBlock,
  keptSection,
  keptTable,
  NO_RESULTS,
  type CheckError,
  type CheckFinding,
  type KeptResults,
  type PlacedFinding,
  type Results,
} from './keptFindings.ts';
import { asHints, isOfUnverifiedForm } from './hintsAlone.ts';
import { PreparedReport } from './preparedReport.ts';
import { FOUND_NOTHING, RuleBudget, runCheck, runLongCheck, WorkClock, type CheckRun } from './runCheck.ts';
import type { Scheduler } from './scheduler.ts';

/** One run of all checks of a plan over one version of a draft. What an edit did not touch is not checked again. */
export class CheckRunner {
  readonly findings: PlacedFinding[] = [];
  readonly errors: CheckError[] = [];
  private readonly budgets = new Map<LintRule, RuleBudget>();
  private readonly length: number;

  constructor(
    private readonly plan: CheckPlan,
    private readonly report: Report,
    private readonly scheduler: Scheduler,
  ) {
    this.length = report.source.text.length;
  }

  /** Rejects with {@link Cancelled} alone; then what was checked so far is kept all the same. */
  async run(): Promise<void> {
    const facts = await this.readParagraphs();
    const reportFacts = reportFactsOf(this.report, this.remarksIn(facts));
    await this.checkBlocks(reportFacts);
    await this.checkTables(reportFacts);
    await this.checkSections(reportFacts);
    await this.checkReport(reportFacts, facts);
    for (const [rule, { stopped }] of this.budgets) if (stopped) this.errors.push({ rule, error: stopped });
  }

  /** Whether a rule used up what it may: then nothing of it is shown. */
  isStopped(rule: LintRule): boolean {
    return this.budgets.get(rule)?.stopped !== undefined;
  }

  /** Facts by reader. */
  private async readParagraphs(): Promise<ReadonlyMap<number, TextFact<unknown>[]>> {
    const facts = new Map<number, TextFact<unknown>[]>();
    for (const placed of this.report.blocks) {
      if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
      const { block } = placed;
      const kept = keptBlock(block);
      if (kept.readBy !== this.plan) {
        kept.keepReadings(this.plan.readers.read(block), this.plan);
        const pause = this.scheduler.yieldIfNeeded();
        if (pause) await pause;
      }
      for (const reading of kept.readings) {
        if ('error' in reading) {
          const rule = this.plan.readFor[reading.reader];
          if (rule) this.errors.push({ rule, error: reading.error });
          continue;
        }
        // Checks of paragraphs get theirs with the paragraph; an error of a later reader still counts.
        if (reading.reader >= this.plan.paragraphReaders) continue;
        let known = facts.get(reading.reader);
        if (!known) facts.set(reading.reader, (known = []));
        for (const fact of reading.facts) known.push(new TextFact(fact, placed));
      }
    }
    return facts;
  }

  private remarksIn(facts: ReadonlyMap<number, TextFact<unknown>[]>): ReadonlySet<Remark> {
    return new Set((facts.get(REMARKS) ?? []).map(({ fact }) => fact as Remark));
  }

  private async checkBlocks(facts: ReportFacts): Promise<void> {
    for (const placed of this.report.blocks) {
      const { at, block } = placed;
      const kept = keptBlock(block);
      if (!kept.areOf(this.plan, facts)) {
        const context = { block, slice: this.slicer(at) };
        const results = [this.check(this.plan.block, block.length, ({ check }) => check.run(context))];
        if (isText(placed)) results.push(this.checkParagraph(placed.block, kept.readings, facts));
        this.keep(kept, together(results), facts);
        const pause = this.scheduler.yieldIfNeeded();
        if (pause) await pause;
      }
      this.show(kept, at);
    }
  }

  private checkParagraph(block: TextBlock, readings: readonly Reading[], facts: ReportFacts): Results {
    const factsOf = (reader: number | undefined) => {
      const found = reader === undefined ? undefined : readings.find(each => each.reader === reader);
      return found && 'facts' in found ? found.facts : undefined;
    };
    const planned =
      readings.length === 0
        ? this.plan.everyParagraph
        : this.plan.paragraph.filter(({ reader }) => reader === undefined || factsOf(reader) !== undefined);
    if (planned.length === 0) return NO_RESULTS;
    const context = {
      block,
      text: textOf(block),
      place: (start: number, end: number) => place(block.text, start, end),
      facts,
    };
    return this.check(planned, block.length, ({ check, reader }) => check.run(context, factsOf(reader) ?? []));
  }

  private async checkTables(facts: ReportFacts): Promise<void> {
    for (const table of this.report.tables) {
      const { core, at } = table;
      const kept = keptTable(core);
      const standing: TableStanding = !isOfEdition(table, this.report)
        ? 'otherEdition'
        : table.repeats
          ? 'repeated'
          : 'judged';
      if (kept.standing !== standing || !kept.areOf(this.plan, facts)) {
        const last = core.blocks.at(-1);
        const length = last ? last.at + last.block.length : 0;
        const text = this.report.source.text.slice(at, at + length);
        const context = { table: core, standing, text, slice: this.slicer(at), facts };
        kept.standing = standing;
        this.keep(
          kept,
          this.check(this.plan.table, length, ({ check }) =>
            isOfUnverifiedForm(core) ? asHints(check.run(context)) : check.run(context),
          ),
          facts,
        );
        const pause = this.scheduler.yieldIfNeeded();
        if (pause) await pause;
      }
      this.show(kept, at);
    }
  }

  private async checkSections(facts: ReportFacts): Promise<void> {
    for (const section of this.report.sections) {
      const { at, block } = section.heading;
      const kept = keptSection(block);
      kept.forgetUnlessOf(section);
      if (!kept.areOf(this.plan, facts)) {
        const last = section.blocks.at(-1) ?? section.heading;
        const context = { section: inItself(section), slice: this.slicer(at), facts };
        const length = last.at + last.block.length - at;
        this.keep(
          kept,
          this.check(this.plan.section, length, ({ check }) => check.run(context)),
          facts,
        );
        const pause = this.scheduler.yieldIfNeeded();
        if (pause) await pause;
      }
      this.show(kept, at);
    }
  }

  private async checkReport(
    reportFacts: ReportFacts,
    factsByReader: ReadonlyMap<number, TextFact<unknown>[]>,
  ): Promise<void> {
    const context = new PreparedReport(this.report, reportFacts);
    for (const planned of this.plan.report) {
      const pause = this.scheduler.yieldIfNeeded();
      if (pause) await pause;
      const { rule, check, readers } = planned;
      const facts: FactsOf<Readers> = Object.fromEntries(
        readers.map(([name, index]) => [name, factsByReader.get(index) ?? []] as const),
      );
      const run = runLongCheck(() => check.run(context, facts), this.length, this.budgetOf(rule), this.scheduler);
      const found = run instanceof Promise ? await run : run;
      for (const finding of found.findings) this.findings.push({ kept: { by: planned, finding }, finding });
      if (found.error !== undefined) this.errors.push({ rule, error: found.error });
    }
  }

  /** Runs checks one after the other. */
  private check<P extends PlannedCheck>(
    planned: readonly P[],
    length: number,
    run: (planned: P) => Iterable<Finding>,
  ): Results {
    let findings: CheckFinding[] | undefined;
    let errors: CheckError[] | undefined;
    const clock = new WorkClock();
    for (const by of planned) {
      const budget = this.budgetOf(by.rule);
      if (budget.stopped) continue;
      const found: CheckRun = runCheck(run, by, length, budget, clock);
      if (found === FOUND_NOTHING) continue;
      for (const finding of found.findings) (findings ??= []).push({ by, finding });
      if (found.error !== undefined && !budget.stopped) (errors ??= []).push({ rule: by.rule, error: found.error });
    }
    return findings || errors ? { findings: findings ?? [], errors: errors ?? [] } : NO_RESULTS;
  }

  /** Results without those of a rule that was stopped are shown, but not kept. */
  private keep(kept: KeptResults, results: Results, facts: ReportFacts): void {
    kept.keep(results, this.plan, facts);
    for (const { stopped } of this.budgets.values()) if (stopped) kept.forget();
  }

  private show(kept: KeptResults, at: number): void {
    const { results } = kept;
    if (results === NO_RESULTS) return;
    for (const placed of kept.findingsAt(at)) this.findings.push(placed);
    for (const error of results.errors) this.errors.push(error);
  }

  private budgetOf(rule: LintRule): RuleBudget {
    let budget = this.budgets.get(rule);
    if (!budget) this.budgets.set(rule, (budget = new RuleBudget(this.length)));
    return budget;
  }

  /** Reads places that count from `at`; the text is a copy, as what is kept must not keep the whole draft. */
  private slicer(at: number): (span: Span) => string {
    return span => detachString(this.report.source.slice(shift(span, at)));
  }
}

function isText(placed: Placed): placed is Placed<TextBlock> {
  return isKind(placed, 'paragraph') || isKind(placed, 'heading');
}

function together(results: readonly Results[]): Results {
  const filled = results.filter(each => each !== NO_RESULTS);
  return filled.length > 1
    ? { findings: filled.flatMap(each => each.findings), errors: filled.flatMap(each => each.errors) }
    : (filled[0] ?? NO_RESULTS);
}

/** The section with its places counted from the start of its heading's block. */
function inItself({
  heading,
  id,
  role,
  spec,
  match,
  title,
  titleSpan,
  span,
  blocks,
}: Section): SectionContext['section'] {
  const by = -heading.at;
  return {
    heading: { at: 0, block: heading.block },
    id,
    role,
    spec,
    match,
    title,
    titleSpan: shift(titleSpan, by),
    span: shift(span, by),
    blocks: blocks.map(({ at, block }) => ({ at: at + by, block })),
  };
}
