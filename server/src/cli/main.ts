import { dirname, resolve } from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '../analysis/settings.ts';
import { message } from '../messages/text.ts';
import type { Severity } from '../rules/rule.ts';
import type { Statute } from '../statutes/types.ts';
import { readArgs, type CheckOptions } from './args.ts';
import { check, settingsFrom, type Checked } from './check.ts';
import { decode, listFiles, nearestConfig, readText, type InputProblem } from './files.ts';
import { toJson } from './reporters/json.ts';
import { toText } from './reporters/text.ts';
import { localStatutesOf } from './statutes.ts';

const RANKS: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/** Runs the checker; the exit status is 0 (clean), 1 (findings) or 2 (usage, or an input that cannot be read). */
async function main(): Promise<number> {
  const options = readArgs(process.argv.slice(2), process.env);
  if ('status' in options) {
    (options.status === 0 ? process.stdout : process.stderr).write(options.output);
    return options.status;
  }
  const problems: InputProblem[] = [];
  const checked: Checked[] = [];
  const wantsStdin = options.inputs.includes('-');
  const { files, problems: unlisted } = await listFiles(options.inputs.filter(input => input !== '-'));
  problems.push(...unlisted);
  const configs = new Configs(options, problems);
  const add = async (path: string, text: string): Promise<void> => {
    try {
      checked.push(await check(path, text, await configs.settingsFor(path)));
    } catch (error) {
      problems.push({ path, reason: 'cli.failed', detail: String(error) });
    }
  };
  if (wantsStdin) {
    const name = options.stdinName ?? '-';
    const text = decode(await stdin(), options.encoding);
    if (typeof text === 'string') await add(name, text);
    else problems.push({ path: name, ...text });
  }
  for (const { path } of files) {
    const text = await readText(path, options.encoding);
    if (typeof text === 'string') await add(path, text);
    else problems.push({ path, ...text });
  }
  await print(options.format === 'json' ? `${toJson(checked, options.language)}\n` : toText(checked, options.language, process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined));
  for (const { path, reason, detail } of problems) process.stderr.write(`${message(options.language, reason, { path, detail })}\n`);
  for (const { path, failures } of checked) {
    for (const { rule, error } of failures) process.stderr.write(`${message(options.language, 'cli.ruleFailed', { path, rule, detail: String(error) })}\n`);
  }
  if (problems.length > 0) return 2;
  const limit = options.failOn === 'never' ? Infinity : RANKS[options.failOn];
  return checked.some(({ findings }) => findings.some(({ severity }) => RANKS[severity] >= limit)) ? 1 : 0;
}

/** Settings files, each read once. */
class Configs {
  private readonly texts = new Map<string, string | undefined>();
  private readonly local = new Map<string, readonly Statute[]>();

  constructor(private readonly options: CheckOptions, private readonly problems: InputProblem[]) {}

  async settingsFor(path: string): Promise<Settings> {
    const config = this.options.config ?? await nearestConfig(path);
    if (config === undefined) return DEFAULT_SETTINGS;
    const text = await this.read(config);
    if (text === undefined) return DEFAULT_SETTINGS;
    const read = settingsFrom(text, name => resolve(dirname(config), name) === resolve(path));
    if ('problem' in read) {
      this.complain(config, read.problem);
      return DEFAULT_SETTINGS;
    }
    for (const problem of read.problems) this.complain(config, `${problem.path}: ${problem.value}`);
    return read.settings.statutes ? { ...read.settings, localStatutes: await this.statutes(config, read.settings.statutes) } : read.settings;
  }

  /** The same list for every draft of one settings file, so that its names are read once. */
  private async statutes(config: string, paths: readonly string[]): Promise<readonly Statute[]> {
    let found = this.local.get(config);
    if (!found) {
      const { statutes, problems } = await localStatutesOf(paths, config);
      for (const { path, line, message: id, args } of problems) this.complain(line === null ? path : `${path}:${String(line)}`, message(this.options.language, id, args), 'cli.badStatute');
      this.local.set(config, (found = statutes));
    }
    return found;
  }

  private async read(config: string): Promise<string | undefined> {
    if (!this.texts.has(config)) {
      const text = await readText(config, 'auto');
      // An empty settings file is no JSON.
      if (typeof text === 'string' || text.reason === 'cli.empty') this.texts.set(config, typeof text === 'string' ? text : '');
      else {
        this.texts.set(config, undefined);
        this.problems.push({ path: config, ...text });
      }
    }
    return this.texts.get(config);
  }

  private complain(path: string, detail: string, reason: 'cli.badConfig' | 'cli.badStatute' = 'cli.badConfig'): void {
    if (!this.problems.some(problem => problem.path === path && problem.detail === detail)) this.problems.push({ path, reason, detail });
  }
}

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Writes all of it before the process ends: a pipe takes large output in pieces. */
function print(text: string): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(text, error => { if (error) fail(error); else done(); }));
}

main().then(status => { process.exitCode = status; }, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
