import { setFlagsFromString } from 'node:v8';
import { readArgs } from './args.ts';
import { checkCommand } from './checkCommand.ts';
import { compareCommand } from './compareCommand.ts';
import { convert } from './convert.ts';
import { newReport } from './newReport.ts';
import { write } from './output.ts';
import { isWorker, work } from './pool.ts';
import { summariseCommand } from './summariseCommand.ts';
import { printableLines, say } from './words.ts';

/** Runs the command that is asked for; gives the exit status. */
async function main(): Promise<number> {
  const options = readArgs(process.argv.slice(2), process.env);
  if ('status' in options) {
    const { status, output, language } = options;
    const fault = await write(status === 0 ? process.stdout : process.stderr, printableLines(output));
    if (!(fault instanceof Error)) return status;
    await write(process.stderr, `${say(language, 'cli.cannotWrite', { detail: fault.message })}\n`);
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
    case 'new':
      return newReport(options, options.language);
  }
}

// Of a run that is over in seconds, V8 would spend a tenth on compiling functions into each other.
setFlagsFromString('--no-turbo-inlining');

if (isWorker()) void work();
else
  main().then(
    status => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      void write(process.stderr, `${printableLines(words)}\n`);
      process.exitCode = 2;
    },
  );
