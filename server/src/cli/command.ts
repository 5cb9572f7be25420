import type { Severity } from '../rules/support/rule.ts';
import { readArgs } from './args.ts';
import { annotate } from './annotate.ts';
import { Configs } from './configs.ts';
import { convert } from './convert.ts';
import { examineBytes, type Draft, type Examined, type OutputOptions, type Outcome } from './examine.ts';
import { listFiles, readStream, type InputProblem } from './files.ts';
import { examineAll, threadsFor } from './pool.ts';
import { toJson } from './reporters/json.ts';
import { toText } from './reporters/text.ts';
import { newReport } from './newReport.ts';
import { write } from './output.ts';
import { printableLines, say } from './words.ts';

const RANKS: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Runs the command that the arguments ask for; gives the exit status: 0 (clean), 1 (findings) or 2 (usage, or an input
 * that cannot be read).
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  const options = readArgs(args, process.env);
  if ('status' in options) {
    const { status, output, language } = options;
    const fault = await write(status === 0 ? process.stdout : process.stderr, printableLines(output));
    if (!(fault instanceof Error)) return status;
    await write(process.stderr, `${say(language, 'cli.cannotWrite', { detail: fault.message })}\n`);
    return 2;
  }
  if ('command' in options)
    return options.command === 'convert' ? convert(options, options.language) : newReport(options, options.language);
  const { encoding, format, language } = options;
  const outputOptions: OutputOptions = {
    encoding,
    format,
    language,
    hasColours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  };
  const fault = options.annotate === undefined ? undefined : await annotate(options, options.annotate);
  if (fault !== undefined) {
    await write(process.stderr, `${fault}\n`);
    return 2;
  }
  const { files, problems: unlisted } = await listFiles(options.inputs.filter(input => input !== '-'));
  const configs = new Configs(options.config, language);
  const results = new Results(unlisted);
  if (options.inputs.includes('-')) {
    const path = options.stdinName ?? '-';
    const draft = { path, isNamed: true, config: await configs.for(path) };
    const bytes = await readStream(process.stdin);
    results.add(
      draft,
      bytes instanceof Uint8Array ? await examineBytes(path, bytes, draft.config, outputOptions) : bytes,
    );
  }
  const drafts: Draft[] = [];
  for (const file of files) drafts.push({ ...file, config: await configs.for(file.path) });
  const outcomes = await examineAll(drafts, outputOptions, threadsFor(drafts), __filename);
  for (const [i, draft] of drafts.entries()) results.add(draft, outcomes[i]);
  const { outputs, counts, problems, remarks: noted, failures } = results;
  const outputFault = await write(
    process.stdout,
    format === 'json' ? toJson(outputs) : toText(outputs, counts, language),
  );
  const remarks = [
    ...(outputFault instanceof Error ? [say(language, 'cli.cannotWrite', { detail: outputFault.message })] : []),
    ...[...problems, ...noted].map(({ path, reason, detail }) => say(language, reason, { path, detail })),
    ...failures.map(failure => say(language, 'cli.ruleFailed', failure)),
  ];
  await write(process.stderr, remarks.map(remark => `${remark}\n`).join(''));
  if (outputFault instanceof Error) return 2;
  if (problems.length > 0) return 2;
  const limit = options.failOn === 'never' ? Infinity : RANKS[options.failOn];
  return SEVERITIES.some(severity => counts[severity] > 0 && RANKS[severity] >= limit) ? 1 : 0;
}

/** What all drafts gave, in their order. */
class Results {
  readonly outputs: string[] = [];
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  /** Files of folders that are no reports, whatever they are called, and what does not matter to the exit status. */
  readonly remarks: InputProblem[] = [];
  readonly failures: { readonly path: string; readonly rule: string; readonly detail: string }[] = [];

  constructor(readonly problems: InputProblem[]) {}

  add({ path, isNamed, config }: Draft, outcome: Outcome | undefined): void {
    if (!outcome) return;
    // What is wrong with a settings file concerns those who read a draft with it.
    if (!('reason' in outcome) || outcome.reason === 'cli.failed') {
      addOnce(this.problems, config.problems);
      addOnce(this.remarks, config.warnings);
    }
    if ('reason' in outcome)
      (outcome.reason === 'cli.noReport' && !isNamed ? this.remarks : this.problems).push({ path, ...outcome });
    else this.addExamined(path, outcome);
  }

  private addExamined(path: string, { output, counts, failures }: Examined): void {
    this.outputs.push(output);
    for (const severity of SEVERITIES) this.counts[severity] += counts[severity];
    for (const failure of failures) this.failures.push({ path, ...failure });
  }
}

/** Each once, however many drafts share the settings. */
function addOnce(known: InputProblem[], found: readonly InputProblem[]): void {
  for (const problem of found)
    if (!known.some(({ path, detail }) => path === problem.path && detail === problem.detail)) known.push(problem);
}
