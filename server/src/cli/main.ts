import { setFlagsFromString } from 'node:v8';
import { runCommand } from './command.ts';
import { write } from './output.ts';
import { isWorker, work } from './pool.ts';
import { printableLines } from '../text/printable.ts';

// Of a run that is over in seconds, V8 would spend a tenth on compiling functions into each other.
setFlagsFromString('--no-turbo-inlining');

if (isWorker()) void work();
else
  runCommand(process.argv.slice(2)).then(
    status => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      void write(process.stderr, `${printableLines(words)}\n`);
      process.exitCode = 2;
    },
  );
