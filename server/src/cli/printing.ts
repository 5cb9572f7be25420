import { runJob } from '../hosts/documentThread.ts';
import type { ReportOptions } from './checkArgs.ts';
import { fileOutput, standardOutput, type Output } from './output.ts';
import {
  inOrder,
  noCounts,
  RANKS,
  SEVERITIES,
  type Counts,
  type FileRecord,
  type FindingRecord,
  type SummaryRow,
} from '../reporters/records.ts';
import { CSV_BEGINNING, csvRows, FINDING_HEAD, findingRows, summaryTable } from '../reporters/csv.ts';
import { fileGithub } from './reporters/github.ts';
import { gitlabReport } from './reporters/gitlab.ts';
import { fileJson, JSON_BEGINNING, jsonEnd, jsonEntry, jsonLine, workspaceJson } from '../reporters/json.ts';
import { comparedText, notCompared } from '../reporters/notCompared.ts';
import { sarifLogs } from '../reporters/sarif.ts';
import { bodySheet, findingSheet } from '../reporters/sheets.ts';
import { fileText, summaryText, textEnd } from '../reporters/text.ts';
import type { Language } from '../messages/message.ts';
import { say } from '../reporters/words.ts';
import { artifactOf, folderUri } from './sarifPaths.ts';
import type { WorkspaceRecord } from '../reporters/workspaceRecord.ts';

/** How a run is printed. */
export interface PrintOptions extends Pick<
  ReportOptions,
  'format' | 'language' | 'output' | 'sort' | 'maxFindings' | 'summary'
> {
  readonly hasColours: boolean;
  readonly version: string;
  readonly hasBaseline: boolean;
  /** Prints findings across reports alone: no files without any, and nothing else of a file. */
  readonly isComparison: boolean;
}

/** What stands at the end of a run. */
export interface RunEnd {
  readonly workspace: WorkspaceRecord | undefined;
  /** Computed where the format prints them. */
  readonly rows: () => readonly SummaryRow[];
  /** How their figures are called, by key. */
  readonly figureNames: (language: Language) => ReadonlyMap<string, string>;
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly isInterrupted: boolean;
}

/** Formats that are written when all files are known. */
const WHOLE: readonly PrintOptions['format'][] = ['sarif', 'gitlab', 'xlsx'];

/**
 * Prints a run: files as they are done where the format allows that, the rest at the end. Files come in their order,
 * with what counts and what does not parted.
 */
export class Printer {
  readonly counts: Counts = noCounts();
  private readonly output: Output | undefined;
  private readonly kept: FileRecord[] = [];
  private files = 0;
  private shown = 0;

  constructor(private readonly options: PrintOptions) {
    const { format, output } = options;
    // These are whole files, or several.
    if (format !== 'xlsx' && format !== 'sarif')
      this.output = output === undefined ? standardOutput() : fileOutput(output);
  }

  /** Whether a file can be printed before all others are known. */
  get isFlowing(): boolean {
    const { format, sort, summary } = this.options;
    return format === 'jsonl' || (sort === 'path' && !summary && !WHOLE.includes(format));
  }

  /** Whether nothing more can be printed: then there is no use in going on. */
  get isBroken(): boolean {
    return this.output?.isBroken === true;
  }

  /** A file whose findings are final; in `jsonl` all but those across reports. */
  async file(file: FileRecord): Promise<void> {
    for (const { severity } of file.findings) this.counts[severity]++;
    if (!this.isFlowing) {
      this.kept.push(file);
      return;
    }
    await this.print(this.limited(file));
  }

  /** Findings across reports of a file that was printed already. */
  async across(path: string, findings: readonly FindingRecord[]): Promise<void> {
    for (const { severity } of findings) this.counts[severity]++;
    if (findings.length > 0) await this.output?.write(jsonLine({ workspace: { path, findings } }));
  }

  /** Ends the run. Gives what went wrong in writing. */
  async end(end: RunEnd): Promise<'closed' | Error | undefined> {
    const { format, summary, language } = this.options;
    if (format === 'sarif') return this.writeSarif();
    if (format === 'xlsx') return this.writeWorkbook(end);
    if (summary && format === 'text') await this.output?.write(summaryText(end.rows(), language));
    else if (summary && format === 'csv') await this.output?.write(CSV_BEGINNING + csvRows(summaryTable(end.rows())));
    else if (format === 'gitlab')
      await this.output?.write(gitlabReport(this.sorted(this.kept).map(file => this.limited(file))));
    else {
      for (const file of this.sorted(this.kept)) await this.print(this.limited(file));
      await this.printEnd(end);
    }
    return this.output?.end();
  }

  private async print(file: FileRecord & { readonly hidden: number }): Promise<void> {
    const { format, language, hasColours, isComparison } = this.options;
    const isFirst = this.files++ === 0;
    if (format === 'text') {
      if (!isComparison || file.findings.length > 0)
        await this.output?.write(fileText(file, language, hasColours, file.hidden));
    } else if (format === 'json') await this.output?.write((isFirst ? JSON_BEGINNING : '') + jsonEntry(file, isFirst));
    else if (format === 'jsonl') {
      if (!isComparison) await this.output?.write(`{"file":${fileJson(file, 0)}}\n`);
    } else if (format === 'github') await this.output?.write(fileGithub(file));
    else if (format === 'csv')
      await this.output?.write((isFirst ? CSV_BEGINNING + csvRows([FINDING_HEAD]) : '') + csvRows(findingRows(file)));
  }

  private async printEnd({ workspace, rows, unreadable, isInterrupted }: RunEnd): Promise<void> {
    const { format, language, summary } = this.options;
    if (format === 'text') {
      if (workspace) await this.output?.write(comparedText(workspace, language));
      await this.output?.write(textEnd(this.files, this.counts, language));
    }
    if (format === 'csv' && this.files === 0) await this.output?.write(CSV_BEGINNING + csvRows([FINDING_HEAD]));
    else if (format === 'json') {
      const more = { ...(workspace ? workspaceJson(workspace) : {}), ...(summary ? { summary: rows() } : {}) };
      await this.output?.write((this.files === 0 ? JSON_BEGINNING : '') + jsonEnd(this.files > 0, more));
    } else if (format === 'jsonl') {
      if (workspace) {
        await this.output?.write(jsonLine({ bodies: workspace.bodies }));
        await this.output?.write(jsonLine({ comparisons: workspace.comparisons }));
      }
      const { error, warning, information, hint } = this.counts;
      const totals = { files: this.files, errors: error, warnings: warning, information, hints: hint };
      await this.output?.write(jsonLine({ summary: { ...totals, unreadable, interrupted: isInterrupted } }));
    }
  }

  /** A file with as many findings as may still be shown. */
  private limited(file: FileRecord): FileRecord & { readonly hidden: number } {
    const left = Math.max(0, (this.options.maxFindings ?? Infinity) - this.shown);
    const findings = file.findings.slice(0, left);
    this.shown += findings.length;
    return { ...file, findings, hidden: file.findings.length - findings.length };
  }

  /** Files in the order that is asked for: by their gravest finding, or by rule within a file. */
  private sorted(files: readonly FileRecord[]): readonly FileRecord[] {
    const { sort } = this.options;
    if (sort === 'path') return files;
    const within = files.map(file => ({
      ...file,
      findings: [...inOrder(file.findings)].sort(sort === 'severity' ? bySeverity : byRule),
    }));
    if (sort === 'rule') return within;
    const gravest = ({ findings: [first] }: FileRecord) => (first ? RANKS[first.severity] : -1);
    return within.sort((a, b) => gravest(b) - gravest(a));
  }

  private async writeSarif(): Promise<'closed' | Error | undefined> {
    const { output, language, version, hasBaseline } = this.options;
    const files = this.sorted(this.kept).map(file => this.limited(file));
    const cwd = process.cwd();
    const artifact = (path: string) => artifactOf(path, cwd);
    const logs = sarifLogs(files, { language, version, root: folderUri(cwd), artifact, hasBaseline });
    let fault: 'closed' | Error | undefined;
    for (const [i, log] of logs.entries()) {
      const target = output === undefined ? standardOutput() : fileOutput(output.replace('%d', String(i + 1)));
      await target.write(log);
      fault ??= await target.end();
    }
    return fault;
  }

  /** A workbook of findings and figures, and of what was not checked or not compared, where there is such. */
  private async writeWorkbook({
    rows,
    figureNames,
    unreadable,
    workspace,
  }: RunEnd): Promise<'closed' | Error | undefined> {
    const { output = '', language } = this.options;
    const files = this.sorted(this.kept).map(file => this.limited(file));
    const left = [
      ...unreadable.map(({ reason }) => reason),
      ...(workspace ? notCompared(workspace, language) : []),
    ].map(sentence => [sentence]);
    const result = await runJob({
      kind: 'workbook',
      sheets: [
        { name: say(language, 'cli.sheet.findings'), rows: findingSheet(files, language) },
        { name: say(language, 'cli.sheet.bodies'), rows: bodySheet(rows(), figureNames(language), language) },
        ...(left.length > 0 ? [{ name: say(language, 'cli.sheet.left'), rows: left }] : []),
      ],
    });
    if (result.kind !== 'file') return new Error(say(language, 'cli.noWorkbook'));
    const target = fileOutput(output);
    await target.write(result.bytes);
    return target.end();
  }
}

function bySeverity(a: FindingRecord, b: FindingRecord): number {
  return RANKS[b.severity] - RANKS[a.severity];
}

function byRule(a: FindingRecord, b: FindingRecord): number {
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0;
}

/** Whether a run found something at or above a severity. */
export function fails(counts: Counts, failOn: ReportOptions['failOn']): boolean {
  const limit = failOn === 'never' ? Infinity : RANKS[failOn];
  return SEVERITIES.some(severity => counts[severity] > 0 && RANKS[severity] >= limit);
}
