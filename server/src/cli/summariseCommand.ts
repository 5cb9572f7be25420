import { Cache } from './cache.ts';
import type { SummariseOptions } from './checkArgs.ts';
import { Configs } from './configs.ts';
import type { Draft, ExamineOptions } from './examine.ts';
import { INTERRUPTED, NOBODY_READS } from './exitStatus.ts';
import { listFiles } from './files.ts';
import { isCollection, namedInputs } from './inputs.ts';
import { untilInterrupted } from './interrupts.ts';
import { fileOutput, refuse, standardOutput } from './output.ts';
import { endangered } from './outputFile.ts';
import { examineAll, threadsFor } from './pool.ts';
import { Progress } from './progress.ts';
import { Remarks } from './remarks.ts';
import { say } from '../reporters/words.ts';

/** Runs `summarise`: one line a report, in the order of the inputs. 0, or 2 where an input cannot be read. */
export async function summariseCommand(options: SummariseOptions): Promise<number> {
  const { language, encoding, jobs, quiet, cache: folder } = options;
  const named = await namedInputs(options.inputs, options.filesFrom, encoding);
  const configs = new Configs(options.config, language);
  const kinds = await configs.kindsIn(named.inputs.filter(isCollection));
  const { files, problems, notes } = await listFiles(named.inputs, kinds);
  const read = files.map(({ path }) => path);
  const endangeredFile = endangered([options.output], [...read, options.config, options.filesFrom]);
  if (endangeredFile !== undefined) return refuse(say(language, 'cli.resultOnDraft', { path: endangeredFile }));
  const remarks = new Remarks([...named.problems, ...problems], language);
  remarks.addNotes(notes);
  const drafts: Draft[] = [];
  for (const file of files) drafts.push({ ...file, config: await configs.for(file.path) });
  const examineOptions: ExamineOptions = { encoding, language, format: null, wantsSummaries: true };
  const output = options.output === undefined ? standardOutput() : fileOutput(options.output);
  const cache = Cache.in(folder, __filename, (path, fault) => {
    remarks.addUnkept(path, fault);
  });
  const progress = new Progress(drafts.length, language, quiet || !process.stderr.isTTY ? undefined : process.stderr);
  const known = drafts.map(draft => cache?.find(draft, examineOptions));
  const open = drafts.filter((_, i) => !known[i]);
  let next = 0;
  const giveKnown = async (): Promise<void> => {
    for (let found = known[next]; found; found = known[next]) {
      next++;
      if (found.summary) await output.write(withLineEnd(found.summary.line));
    }
  };
  await giveKnown();
  const examination = examineAll(open, examineOptions, threadsFor(open, jobs), __filename, async (at, outcome) => {
    const draft = open[at];
    if (!draft) return;
    remarks.addOutcome(draft, outcome);
    cache?.add(draft, examineOptions, outcome);
    if (!('reason' in outcome) && outcome.summary) await output.write(withLineEnd(outcome.summary.line));
    progress.at(++next);
    await giveKnown();
    if (output.isBroken) examination.stop();
  });
  await untilInterrupted(examination);
  progress.end();
  cache?.save();
  const fault = await output.end();
  const missing = drafts.length - next;
  if (missing > 0 && fault === 'closed') return NOBODY_READS;
  if (missing > 0 && fault === undefined) remarks.add(say(language, 'cli.interrupted', { count: missing }));
  await remarks.print(fault instanceof Error ? fault : undefined);
  if (missing > 0 && fault === undefined) return INTERRUPTED;
  return fault instanceof Error || remarks.hasProblems ? 2 : 0;
}

function withLineEnd(line: Uint8Array): Uint8Array {
  const whole = new Uint8Array(line.length + 1);
  whole.set(line);
  whole[line.length] = 0x0a;
  return whole;
}
