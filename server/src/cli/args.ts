import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { languageFor } from '../messages/text.ts';
import type { Language } from '../messages/message.ts';
import type { Encoding } from './encoding.ts';
import { addDocumentCommands, type ConvertArgs, type NewArgs } from './convertArgs.ts';

export type Format = 'text' | 'json';
type FailOn = 'error' | 'warning' | 'never';

/** What the command line asks for. */
export interface CheckOptions {
  readonly inputs: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly config: string | undefined;
  readonly encoding: Encoding;
  readonly stdinName: string | undefined;
  /** Where a copy of the one Word document with comments is to be written. */
  readonly annotate: string | undefined;
  /** Whether that may replace a file. */
  readonly force: boolean;
  /** Day that those comments bear. */
  readonly date: string | undefined;
  readonly language: Language;
}

/** The arguments were help or nonsense: print `output` and end with `status`. */
export interface Refusal {
  readonly status: 0 | 2;
  readonly output: string;
  readonly language: Language;
}

/** The commands that read and write documents, with the language of messages. */
export type DocumentOptions = (ConvertArgs | NewArgs) & { readonly language: Language };

/** Reads the arguments behind the program's name. */
export function readArgs(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CheckOptions | DocumentOptions | Refusal {
  let options: CheckOptions | DocumentOptions | undefined;
  let output = '';
  const ownLanguage = languageFor(localeOf(environment));
  const program = new Command('annual-report')
    .description(
      '检查政府信息公开工作年度报告草稿 / checks drafts of annual reports on government information disclosure',
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => {
        output += text;
      },
      writeErr: text => {
        output += text;
      },
    });
  program
    .command('check')
    .description('检查文件、文件夹或通配符；“-”读标准输入 / checks files, folders or globs; "-" reads standard input')
    .argument('<input...>', '文件、文件夹、通配符或 - / file, folder, glob or -')
    .addOption(new Option('--format <format>', '输出格式 / output format').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('--fail-on <severity>', '达到该级别时退出码为 1 / exit status 1 from this severity on')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option(
      '--config <file>',
      '设置文件；默认取各文件向上最近的 .annual-report.json / settings file; default: the nearest .annual-report.json upward',
    )
    .addOption(
      new Option('--encoding <encoding>', '文件编码 / encoding of the files')
        .choices(['utf8', 'gb18030', 'auto'])
        .default('auto'),
    )
    .option('--stdin-name <name>', '标准输入的名称 / name of standard input')
    .option('--annotate <file.docx>', '另存一份带批注的 Word 文件 / a copy of the Word file with comments')
    .option('--force', '覆盖 --annotate 指定的已有文件 / replace the file that --annotate names')
    .addOption(
      new Option('--date <yyyy-mm-dd>', '批注的日期 / date of the comments').argParser((written: string) => {
        if (/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(written)) return written;
        throw new InvalidArgumentError('yyyy-mm-dd');
      }),
    )
    .addOption(
      new Option('--language <language>', '消息语言 / language of messages').choices(['zh-CN', 'zh-cn', 'zh', 'en']),
    )
    .action((inputs: string[], given: Record<string, string | undefined>) => {
      options = {
        inputs,
        format: given['format'] as Format,
        failOn: given['failOn'] as FailOn,
        config: given['config'],
        encoding: given['encoding'] as Encoding,
        stdinName: given['stdinName'],
        annotate: given['annotate'],
        force: Boolean(given['force']),
        date: given['date'],
        language: given['language'] === undefined ? ownLanguage : languageFor(given['language']),
      };
    });
  addDocumentCommands(program, args => {
    options = { ...args, language: languageFor(localeOf(environment)) };
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { status: error.exitCode === 0 ? 0 : 2, output, language: ownLanguage };
    throw error;
  }
  return (
    options ?? {
      status: 2,
      output: output || program.helpInformation(),
      language: ownLanguage,
    }
  );
}

/** `LC_ALL`, else `LANG`; `C` and `POSIX` say nothing about a language. */
function localeOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return environment['LC_ALL'] || environment['LANG'] || undefined;
}
