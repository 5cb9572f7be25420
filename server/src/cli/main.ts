import { runCommand } from './command.ts';
import { write } from './output.ts';
import { isWorker, work } from './pool.ts';
import { compileEachForItself } from '../hosts/engine.ts';
import { printableLines } from '../text/printable.ts';

compileEachForItself();

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
