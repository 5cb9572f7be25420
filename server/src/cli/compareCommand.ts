import { createReadStream } from 'node:fs';
import { VERSION } from './args.ts';
import type { CompareOptions } from './checkArgs.ts';
import { compareWith, knownFindings } from './comparing.ts';
import { Configs } from './configs.ts';
import { unreadable } from './files.ts';
import { baselineOf } from './known.ts';
import { refuse } from './output.ts';
import { endangered, writeWhole } from './outputFile.ts';
import { fails, Printer } from './printing.ts';
import { Remarks } from './remarks.ts';
import { settle, summaryRows } from './settle.ts';
import { LazySummaries } from '../model/summary/lazySummary.ts';
import type { Summary } from '../model/summary/summary.ts';
import { LIMITS } from '../text/limits.ts';
import type { FileRecord } from '../reporters/records.ts';
import { say } from '../reporters/words.ts';
import { figureNames } from '../reporters/sheets.ts';
import { workspaceRecord } from '../reporters/workspaceRecord.ts';

/**
 * Runs `compare` over summaries, in whatever order they come; prints what `check` prints of the group workspace. A line
 * that is no summary, or of another version, is named and left out; the exit status is 2 then.
 */
export async function compareCommand(options: CompareOptions): Promise<number> {
  const { language, failOn, writeBaseline } = options;
  const read = [...options.inputs, options.config, options.decisions];
  const endangeredFile = endangered([options.output, writeBaseline], read);
  if (endangeredFile !== undefined) return refuse(say(language, 'cli.resultOnDraft', { path: endangeredFile }));
  const remarks = new Remarks([], language);
  const summaries = await readSummaries(options.inputs, remarks);
  const configs = new Configs(options.config, language);
  const compared = await compareWith(summaries, configs, () => true);
  const { known, problems } = knownFindings(options, configs.places, []);
  for (const problem of problems) remarks.addProblem(problem);
  for (const { rule, error } of compared.failures) remarks.addFailure('', rule, String(error));
  const workspace = workspaceRecord(compared, language);
  const printer = new Printer({
    ...options,
    hasColours: options.output === undefined && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    version: VERSION,
    hasBaseline: options.baseline !== undefined,
    isComparison: true,
  });
  const settled = new Map<string, FileRecord>();
  for (const { path, kind, edition, year, body } of [...summaries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const file = { path, kind, edition, reportYear: year, publicBody: body, details: '', findings: [], suppressed: [] };
    const own = settle(file, workspace, known);
    settled.set(path, own);
    if (options.format !== 'jsonl') await printer.file(own);
    else {
      await printer.file({ ...own, findings: [] });
      await printer.across(path, own.findings);
    }
  }
  const fault = await printer.end({
    workspace,
    rows: () => summaryRows(compared.bodies, settled),
    figureNames: each => figureNames(compared.bodies, each),
    unreadable: remarks.unreadable,
    isInterrupted: false,
  });
  if (writeBaseline !== undefined)
    remarks.addFault(writeBaseline, writeWhole(writeBaseline, baselineOf([...settled.values()]), true));
  await remarks.print(fault instanceof Error ? fault : undefined);
  if (fault instanceof Error || remarks.hasProblems) return 2;
  return writeBaseline === undefined && fails(printer.counts, failOn) ? 1 : 0;
}

async function readSummaries(inputs: readonly string[], remarks: Remarks): Promise<readonly Summary[]> {
  const all = new LazySummaries();
  const found = new Map<string, Summary>();
  for (const input of inputs.length === 0 ? ['-'] : inputs) {
    try {
      let number = 0;
      for await (const line of linesOf(input === '-' ? process.stdin : createReadStream(input))) {
        number++;
        if (line === undefined) {
          remarks.addProblem({ path: `${input}:${String(number)}`, reason: 'cli.noSummary', detail: '' });
          continue;
        }
        if (line.every(byte => byte === 0x20 || byte === 0x0d)) continue;
        const summary = all.add(line);
        // The same report twice, as batches may overlap, is there once.
        if (summary) found.set(`${summary.path}\n${summary.hash}`, summary);
        else remarks.addProblem({ path: `${input}:${String(number)}`, reason: 'cli.noSummary', detail: '' });
      }
    } catch (error) {
      remarks.addProblem({ path: input, ...unreadable(input, error) });
    }
  }
  return [...found.values()];
}

/** Lines of a stream as bytes; undefined for one that is too long to be a summary. */
async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncIterable<Uint8Array | undefined> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | undefined => {
    const line = size > LIMITS.summaryBytes ? undefined : Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return line;
  };
  const add = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= LIMITS.summaryBytes) pieces.push(piece);
  };
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, from)) {
      add(bytes.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < bytes.length) add(bytes.slice(from));
  }
  if (size > 0) yield take();
}
