import { whyNotWritten } from '../messages/whyNotWritten.ts';
import { readArgs } from './args.ts';
import { checkCommand } from './checkCommand.ts';
import { compareCommand } from './compareCommand.ts';
import { convert } from './convert.ts';
import { formatsCommand } from './formatsCommand.ts';
import { newReport } from './newReport.ts';
import { write } from './output.ts';
import { summariseCommand } from './summariseCommand.ts';
import { say } from '../reporters/words.ts';
import { printableLines } from '../text/printable.ts';

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
    await write(process.stderr, `${say(language, 'cli.cannotWrite', { detail: whyNotWritten(language, fault) })}\n`);
    return 2;
  }
  switch (options.command) {
    case 'check':
      return checkCommand(options);
    case 'summarise':
      return summariseCommand(options);
    case 'compare':
      return compareCommand(options);
    case 'convert':
      return convert(options, options.language);
    case 'formats':
      return formatsCommand(options, options.language);
    case 'new':
      return newReport(options, options.language);
  }
}
