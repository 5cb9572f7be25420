import { Command, CommanderError } from 'commander';
import { languageFor, message } from '../messages/text.ts';
import type { Language, MessageId } from '../messages/message.ts';
import { addCheckCommands, type CheckOptions, type CompareOptions, type SummariseOptions } from './checkArgs.ts';
import { addDocumentCommands, type ConvertArgs, type NewArgs } from './convertArgs.ts';
import { addFormatCommands, type FormatArgs } from './formatArgs.ts';

declare const PACKAGE_VERSION: string | undefined;
/** Version of the checker, as its package bears it. */
export const VERSION = typeof PACKAGE_VERSION === 'string' ? PACKAGE_VERSION : '0';

/** The arguments were help or nonsense: print `output` and end with `status`. */
export interface Refusal {
  readonly status: 0 | 2;
  readonly output: string;
  readonly language: Language;
}

/** The commands that read and write documents and format files, with the language of messages. */
export type DocumentOptions = (ConvertArgs | NewArgs | FormatArgs) & { readonly language: Language };

/** What the command line asks for. */
export type Options = CheckOptions | SummariseOptions | CompareOptions | DocumentOptions;

/** Reads the arguments behind the program's name. */
export function readArgs(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options | Refusal {
  let options: Options | undefined;
  let output = '';
  const ownLanguage = languageFor(localeOf(environment));
  const program = new Command('annual-report')
    .description(
      '检查政府信息公开工作年度报告草稿 / checks drafts of annual reports on government information disclosure',
    )
    .version(VERSION, '--version', '版本 / version')
    .exitOverride()
    .configureOutput({
      writeOut: text => {
        output += text;
      },
      writeErr: text => {
        output += text;
      },
    });
  addCheckCommands(program, ownLanguage, args => {
    options = args;
  });
  const takeInOwnLanguage = (args: ConvertArgs | NewArgs | FormatArgs): void => {
    options = { ...args, language: ownLanguage };
  };
  addDocumentCommands(program, takeInOwnLanguage);
  addFormatCommands(program, takeInOwnLanguage);
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { status: 0, output, language: ownLanguage };
    return { status: 2, output: usageFault(error, ownLanguage) + output, language: ownLanguage };
  }
  return (
    options ?? {
      status: 2,
      output: output || program.helpInformation(),
      language: ownLanguage,
    }
  );
}

const USAGE_FAULTS: Readonly<Record<string, Extract<MessageId, `cli.usage.${string}`>>> = {
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.optionMissingArgument': 'cli.usage.optionMissingArgument',
  'commander.invalidArgument': 'cli.usage.invalidArgument',
  'commander.excessArguments': 'cli.usage.excessArguments',
};

/** What the library says in English alone, in the user's language before it; nothing for an English user. */
function usageFault({ code, message: said }: CommanderError, language: Language): string {
  const id = USAGE_FAULTS[code];
  if (language === 'en' || id === undefined) return '';
  return `${message(language, id, { name: /'([^']*)'/.exec(said)?.[1] ?? '' })}\n`;
}

/** `LC_ALL`, else `LANG`; `C` and `POSIX` say nothing about a language. */
function localeOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return environment['LC_ALL'] || environment['LANG'] || undefined;
}
