import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Language } from '../messages/message.ts';
import { languageFor } from '../messages/text.ts';
import type { Encoding } from './encoding.ts';
import type { Format } from '../reporters/records.ts';

const FORMATS: readonly Format[] = ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'csv', 'xlsx'];
type FailOn = 'error' | 'warning' | 'never';
/** Order of findings: as they stand in the files, the gravest first, or by rule. */
export type SortBy = 'path' | 'severity' | 'rule';

/** How findings are printed, and which of them count. */
export interface ReportOptions {
  readonly format: Format;
  readonly failOn: FailOn;
  readonly config: string | undefined;
  readonly language: Language;
  /** Where the result is written; undefined for standard output. */
  readonly output: string | undefined;
  /** Findings that are known and do not count. */
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  readonly decisions: string | undefined;
  /** A table of bodies instead of findings. */
  readonly summary: boolean;
  readonly sort: SortBy;
  readonly maxFindings: number | undefined;
}

/** Which files are read, and how. */
export interface InputOptions {
  readonly inputs: readonly string[];
  /** File that names further inputs, one a line; `-` for standard input. */
  readonly filesFrom: string | undefined;
  readonly encoding: Encoding;
  readonly jobs: number | undefined;
  readonly quiet: boolean;
  /** Where summaries and findings are kept between runs. */
  readonly cache: string | undefined;
}

/** What `check` is asked for. */
export interface CheckOptions extends ReportOptions, InputOptions {
  readonly command: 'check';
  readonly stdinName: string | undefined;
  /** Where a copy of the one Word document with comments is to be written. */
  readonly annotate: string | undefined;
  /** Whether that may replace a file. */
  readonly force: boolean;
  /** Day that those comments bear. */
  readonly date: string | undefined;
  /** Further reports, read for comparing only. */
  readonly related: readonly string[];
  /** Whether reports may be compared at all. */
  readonly workspace: boolean;
  readonly printConfig: boolean;
}

/** What `summarise` is asked for. */
export interface SummariseOptions extends InputOptions {
  readonly command: 'summarise';
  readonly config: string | undefined;
  readonly output: string | undefined;
  readonly language: Language;
}

/** What `compare` is asked for; files of summaries, standard input without any. */
export interface CompareOptions extends ReportOptions {
  readonly command: 'compare';
  readonly inputs: readonly string[];
}

type Given = Readonly<Record<string, string | boolean | number | readonly string[] | undefined>>;

/** Adds the commands that check and compare. */
export function addCheckCommands(
  program: Command,
  ownLanguage: Language,
  take: (options: CheckOptions | SummariseOptions | CompareOptions) => void,
): void {
  const check = program
    .command('check')
    .description('检查文件、文件夹或通配符；“-”读标准输入 / checks files, folders or globs; "-" reads standard input')
    .argument('[input...]', '文件、文件夹、通配符或 - / file, folder, glob or -');
  addInputOptions(check);
  addReportOptions(check)
    .option('--stdin-name <name>', '标准输入的名称 / name of standard input')
    .option('--annotate <file.docx>', '另存一份带批注的 Word 文件 / a copy of the Word file with comments')
    .option('--force', '覆盖 --annotate 指定的已有文件 / replace the file that --annotate names')
    .addOption(
      new Option('--date <yyyy-mm-dd>', '批注的日期 / date of the comments').argParser((written: string) => {
        if (/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(written)) return written;
        throw new InvalidArgumentError('yyyy-mm-dd');
      }),
    )
    .option('--related <input>', '只用来对照的报告，可多次 / further reports, for comparison only; repeatable', collect)
    .option('--no-workspace', '不作跨年、跨单位核对 / compare nothing')
    .option('--print-config', '打印各文件用的设置 / print the settings of each file')
    .action((inputs: string[], given: Given, command: Command) => {
      const options = {
        command: 'check' as const,
        ...inputOptions(inputs, given),
        ...reportOptions(given, ownLanguage),
        stdinName: textOf(given['stdinName']),
        annotate: textOf(given['annotate']),
        force: Boolean(given['force']),
        date: textOf(given['date']),
        related: Array.isArray(given['related']) ? (given['related'] as readonly string[]) : [],
        workspace: given['workspace'] !== false,
        printConfig: given['printConfig'] === true,
      };
      if (inputs.length === 0 && options.filesFrom === undefined)
        command.error("error: missing required argument 'input'", { code: 'commander.missingArgument' });
      if (options.format === 'xlsx' && options.output === undefined)
        command.error('error: xlsx 须用 --output 写明文件 / xlsx needs --output');
      take(options);
    });
  const summarise = program
    .command('summarise')
    .description('每份报告一行摘要，供 compare 核对 / one line a report, the input of compare')
    .argument('[input...]', '文件、文件夹或通配符 / file, folder or glob')
    .option('--config <file>', CONFIG)
    .option('--output <file>', OUTPUT)
    .addOption(languageOption());
  addInputOptions(summarise).action((inputs: string[], given: Given, command: Command) => {
    const options = {
      command: 'summarise' as const,
      ...inputOptions(inputs, given),
      config: textOf(given['config']),
      output: textOf(given['output']),
      language: languageOf(given, ownLanguage),
    };
    if (inputs.length === 0 && options.filesFrom === undefined)
      command.error("error: missing required argument 'input'", { code: 'commander.missingArgument' });
    take(options);
  });
  const compare = program
    .command('compare')
    .description('核对摘要：跨年、跨单位 / compares summaries: across years and bodies')
    .argument('[summaries...]', '摘要文件；没有则读标准输入 / files of summaries; standard input without any');
  addReportOptions(compare).action((inputs: string[], given: Given, command: Command) => {
    const options = { command: 'compare' as const, inputs, ...reportOptions(given, ownLanguage) };
    if (options.format === 'xlsx' && options.output === undefined)
      command.error('error: xlsx 须用 --output 写明文件 / xlsx needs --output');
    take(options);
  });
}

const CONFIG =
  '设置文件；默认取各文件向上最近的 .annual-report.json / settings file; default: the nearest .annual-report.json upward';
const OUTPUT = '写到文件 / write to a file';

function addInputOptions(command: Command): Command {
  return command
    .option(
      '--files-from <file>',
      '从文件（- 为标准输入）读文件名，每行一个 / names of inputs, one a line; - for standard input',
    )
    .addOption(
      new Option('--encoding <encoding>', '文件编码 / encoding of the files')
        .choices(['utf8', 'gb18030', 'auto'])
        .default('auto'),
    )
    .addOption(new Option('--jobs <n>', '线程数 / threads').argParser(wholeNumber))
    .option('--quiet', '不显示进度 / no progress')
    .option('--cache <folder>', '缓存摘要和结果的文件夹 / folder in which summaries and findings are kept');
}

function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', '输出格式 / output format').choices(FORMATS).default('text'))
    .option('--output <file>', OUTPUT)
    .addOption(
      new Option('--fail-on <severity>', '达到该级别时退出码为 1 / exit status 1 from this severity on')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option('--config <file>', CONFIG)
    .option('--baseline <file>', '已知的结果，不计 / known findings, not counted')
    .option('--write-baseline <file>', '把这次的结果记为已知 / write this run’s findings as known')
    .option(
      '--decisions <file>',
      '审核决定；默认为设置文件旁的 .annual-report-decisions.json / decisions; default: beside the settings file',
    )
    .option('--summary', '按单位列表 / a table of bodies')
    .addOption(new Option('--sort <by>', '次序 / order').choices(['path', 'severity', 'rule']).default('path'))
    .addOption(
      new Option('--max-findings <n>', '最多列出几条 / findings that are shown at most').argParser(wholeNumber),
    )
    .addOption(languageOption());
}

function languageOption(): Option {
  return new Option('--language <language>', '消息语言 / language of messages').choices(['zh-CN', 'zh-cn', 'zh', 'en']);
}

function inputOptions(inputs: readonly string[], given: Given): InputOptions {
  return {
    inputs,
    filesFrom: textOf(given['filesFrom']),
    encoding: given['encoding'] as Encoding,
    jobs: numberOf(given['jobs']),
    quiet: given['quiet'] === true,
    cache: textOf(given['cache']),
  };
}

function reportOptions(given: Given, ownLanguage: Language): ReportOptions {
  const output = textOf(given['output']);
  const isWorkbook = given['format'] === 'text' && output?.toLowerCase().endsWith('.xlsx') === true;
  return {
    format: isWorkbook ? 'xlsx' : (given['format'] as Format),
    failOn: given['failOn'] as FailOn,
    config: textOf(given['config']),
    language: languageOf(given, ownLanguage),
    output,
    baseline: textOf(given['baseline']),
    writeBaseline: textOf(given['writeBaseline']),
    decisions: textOf(given['decisions']),
    summary: given['summary'] === true,
    sort: given['sort'] as SortBy,
    maxFindings: numberOf(given['maxFindings']),
  };
}

function languageOf(given: Given, own: Language): Language {
  const language = textOf(given['language']);
  return language === undefined ? own : languageFor(language);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function wholeNumber(written: string): number {
  if (!/^\d{1,6}$/.test(written)) throw new InvalidArgumentError('n ≥ 0');
  return Number(written);
}

function textOf(value: Given[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: Given[string]): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
