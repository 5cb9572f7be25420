import { annotate } from './annotate.ts';
import { VERSION } from './args.ts';
import { Cache } from './cache.ts';
import type { CheckOptions } from './checkArgs.ts';
import { knownFindings, WorkspaceReports } from './comparing.ts';
import { Configs } from './configs.ts';
import { examineBytes, type Draft, type Examined, type ExamineOptions, type Outcome } from './examine.ts';
import { INTERRUPTED, NOBODY_READS } from './exitStatus.ts';
import { listFiles, readStream } from './files.ts';
import { isCollection, namedInputs } from './inputs.ts';
import { baselineOf, type KnownFindings } from './known.ts';
import { untilInterrupted } from './interrupts.ts';
import { refuse, write } from './output.ts';
import { endangered, writeWhole } from './outputFile.ts';
import { examineAll, threadsFor } from './pool.ts';
import { fails, Printer } from './printing.ts';
import { Progress } from './progress.ts';
import type { FileRecord } from '../reporters/records.ts';
import { Remarks } from './remarks.ts';
import { settle, summaryRows } from './settle.ts';
import { figureNames } from '../reporters/sheets.ts';
import { say } from '../reporters/words.ts';
import { workspaceRecord, type WorkspaceRecord } from '../reporters/workspaceRecord.ts';

/** Runs `check`; the exit status is 0 (clean), 1 (findings) or 2 (usage, or an input that cannot be read). */
export async function checkCommand(options: CheckOptions): Promise<number> {
  const { language } = options;
  const fault = options.annotate === undefined ? undefined : await annotate(options, options.annotate);
  if (fault !== undefined) return refuse(fault);
  const named = await namedInputs(options.inputs, options.filesFrom, options.encoding);
  const inputs = named.inputs.filter(input => input !== '-');
  const isWorkspace = options.workspace && (options.related.length > 0 || inputs.some(isCollection));
  const configs = new Configs(options.config, language);
  const kinds = await configs.kindsIn([...inputs, ...options.related].filter(isCollection));
  const { files, problems: unlisted, notes } = await listFiles(inputs, kinds);
  const related = await listFiles(options.related, kinds);
  const remarks = new Remarks([...named.problems, ...unlisted, ...related.problems], language);
  remarks.addNotes([...notes, ...related.notes]);
  const paths = new Set(files.map(({ path }) => path));
  const read = [...files, ...related.files].map(({ path }) => path);
  const endangeredFile = endangered(
    [options.output, options.writeBaseline],
    [...read, options.config, options.decisions, options.filesFrom],
  );
  if (endangeredFile !== undefined) return refuse(say(language, 'cli.resultOnDraft', { path: endangeredFile }));
  const drafts: Draft[] = [];
  for (const file of files) drafts.push({ ...file, config: await configs.for(file.path) });
  if (isWorkspace)
    for (const file of related.files)
      if (!paths.has(file.path)) drafts.push({ ...file, config: await configs.for(file.path), isRelated: true });
  if (options.printConfig) return printConfigs(drafts, configs);
  const { known, problems } = knownFindings(options, configs.places, inputs.filter(isCollection));
  for (const problem of problems) remarks.addProblem(problem);
  const run = new CheckRun(options, isWorkspace, known, configs, remarks);
  if (named.inputs.includes('-')) await run.readStandardInput();
  return run.check(drafts);
}

/** The settings of each file, as JSON. */
async function printConfigs(drafts: readonly Draft[], configs: Configs): Promise<number> {
  const shown = drafts.map(({ path, config: { settings } }) => ({
    path,
    file: configs.placeFor(path) ?? null,
    settings: { ...settings, localStatutes: undefined, localFormats: undefined },
  }));
  await write(process.stdout, `${JSON.stringify({ version: 1, configs: shown }, null, 1)}\n`);
  return 0;
}

class CheckRun {
  private readonly printer: Printer;
  private readonly reports: WorkspaceReports;
  private readonly files: {
    /** Files that wait for what comparing gives. */
    readonly waiting: FileRecord[];
    /** Files as they are printed, where the run as a whole is asked for. */
    readonly settled: FileRecord[];
  } = { waiting: [], settled: [] };

  constructor(
    private readonly options: CheckOptions,
    private readonly isWorkspace: boolean,
    private readonly known: KnownFindings,
    private readonly configs: Configs,
    private readonly remarks: Remarks,
  ) {
    const { output, baseline } = options;
    this.printer = new Printer({
      ...options,
      hasColours: output === undefined && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
      version: VERSION,
      hasBaseline: baseline !== undefined,
      isComparison: false,
    });
    this.reports = new WorkspaceReports();
  }

  private get examineOptions(): ExamineOptions {
    const { encoding, language, format, summary } = this.options;
    return { encoding, language, format, wantsSummaries: this.isWorkspace || summary || format === 'xlsx' };
  }

  async readStandardInput(): Promise<void> {
    const path = this.options.stdinName ?? '-';
    const draft = { path, isNamed: true, config: await this.configs.for(path) };
    const bytes = await readStream(process.stdin);
    await this.take(draft, bytes instanceof Uint8Array ? await examineBytes(draft, bytes, this.examineOptions) : bytes);
  }

  async check(drafts: readonly Draft[]): Promise<number> {
    const { language, failOn, writeBaseline, cache: folder } = this.options;
    const cache = Cache.in(folder, __filename, (path, fault) => {
      this.remarks.addUnkept(path, fault);
    });
    const done = await this.examine(drafts, cache);
    const missing = drafts.length - done;
    const isUnfinished = missing > 0 && this.printer.isBroken;
    const workspace = isUnfinished
      ? undefined
      : this.isWorkspace || this.examineOptions.wantsSummaries
        ? await this.compare(cache)
        : undefined;
    cache?.save();
    if (workspace) await this.printCompared(workspace.record);
    const shown = this.isWorkspace ? workspace?.record : undefined;
    const outputFault = await this.printer.end({
      workspace: shown,
      rows: () =>
        workspace ? summaryRows(workspace.bodies, new Map(this.files.settled.map(file => [file.path, file]))) : [],
      figureNames: each => figureNames(workspace?.bodies ?? [], each),
      unreadable: this.remarks.unreadable,
      isInterrupted: missing > 0,
    });
    if (writeBaseline !== undefined)
      this.remarks.addFault(writeBaseline, writeWhole(writeBaseline, baselineOf(this.files.settled), true));
    for (const { path, rule, count } of this.known.unusedBaseline)
      this.remarks.add(say(language, 'cli.unusedBaseline', { path, rule, count }));
    if (this.options.decisions !== undefined)
      for (const { rule, who, why } of this.known.unusedDecisions)
        this.remarks.add(say(language, 'cli.unusedDecision', { rule, name: who, detail: why }));
    if (isUnfinished && outputFault === 'closed') return NOBODY_READS;
    if (missing > 0 && !isUnfinished) this.remarks.add(say(language, 'cli.interrupted', { count: missing }));
    await this.remarks.print(outputFault instanceof Error ? outputFault : undefined);
    if (missing > 0 && !isUnfinished) return INTERRUPTED;
    if (outputFault instanceof Error || this.remarks.hasProblems) return 2;
    return writeBaseline === undefined && fails(this.printer.counts, failOn) ? 1 : 0;
  }

  /** Examines what the cache does not know, in order. Gives how many drafts were done. */
  private async examine(drafts: readonly Draft[], cache: Cache | undefined): Promise<number> {
    const { jobs, quiet, language } = this.options;
    const known = new Map<Draft, Examined>();
    for (const draft of cache ? drafts : []) {
      const found = cache?.find(draft, this.examineOptions);
      if (found) known.set(draft, found);
    }
    const open = drafts.filter(draft => !known.has(draft));
    const progress = new Progress(drafts.length, language, quiet || !process.stderr.isTTY ? undefined : process.stderr);
    let next = 0;
    /** Gives what is known up to the next draft that had to be examined. */
    const giveKnown = async (): Promise<void> => {
      for (let draft = drafts[next]; draft; draft = drafts[next]) {
        const found = known.get(draft);
        if (!found) return;
        next++;
        progress.at(next);
        await this.take(draft, found);
      }
    };
    await giveKnown();
    const examination = examineAll(
      open,
      this.examineOptions,
      threadsFor(open, jobs),
      __filename,
      async (at, outcome) => {
        const draft = open[at];
        if (!draft) return;
        cache?.add(draft, this.examineOptions, outcome);
        await this.take(draft, outcome);
        next++;
        progress.at(next);
        await giveKnown();
        if (this.printer.isBroken) examination.stop();
      },
    );
    await untilInterrupted(examination);
    progress.end();
    return next;
  }

  /** What examining a draft gave. */
  private async take(draft: Draft, outcome: Outcome): Promise<void> {
    const { isRelated = false } = draft;
    this.remarks.addOutcome(draft, outcome);
    if ('reason' in outcome) return;
    const { file, summary: ofDraft } = outcome;
    const summary = ofDraft && this.reports.add(ofDraft, !isRelated);
    if (isRelated || !file) return;
    const own = summary ? { ...file, body: summary.body } : file;
    if (this.isWorkspace && this.options.format !== 'jsonl') this.files.waiting.push(own);
    else await this.print(own, undefined);
  }

  private async print(file: FileRecord, workspace: WorkspaceRecord | undefined): Promise<void> {
    const settled = settle(file, workspace, this.known);
    if (this.options.writeBaseline !== undefined || this.examineOptions.wantsSummaries)
      this.files.settled.push({ ...settled, details: '' });
    await this.printer.file(settled);
  }

  private async compare(cache: Cache | undefined) {
    const compared = await this.reports.compare(this.configs, cache);
    for (const { rule, error } of compared.failures) this.remarks.addFailure('', rule, String(error));
    return { record: workspaceRecord(compared, this.options.language), bodies: compared.bodies };
  }

  private async printCompared(workspace: WorkspaceRecord): Promise<void> {
    for (const file of this.files.waiting) await this.print(file, workspace);
    if (!this.isWorkspace || this.options.format !== 'jsonl') return;
    const nothing = { kind: null, edition: null, reportYear: null, publicBody: null, details: '', suppressed: [] };
    for (const path of [...this.reports.named].sort()) {
      const findings = workspace.findings.get(path);
      if (!findings) continue;
      const judged = this.known.judge({ ...nothing, path, findings });
      this.files.settled.push(judged);
      await this.printer.across(path, judged.findings);
    }
  }
}
