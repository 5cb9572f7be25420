// Runs the command line again and again in one process, so that tests do not wait for a start each time.
import { PassThrough, Readable } from 'node:stream';
import { runCommand } from '../../server/src/cli/command.ts';
import { isWorker, work } from '../../server/src/cli/pool.ts';
import type { HostAnswer, HostTask } from './commandLine.ts';

/** Puts a stream in the place of one of the process; gives what is written to it. */
function collect(name: 'stdout' | 'stderr'): () => string {
  const chunks: Uint8Array[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  Object.defineProperty(process, name, { value: stream, configurable: true });
  return () => Buffer.concat(chunks).toString('utf8');
}

async function run({ args, cwd, input, env }: HostTask): Promise<HostAnswer> {
  process.chdir(cwd);
  process.env = env;
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  const out = collect('stdout');
  const error = collect('stderr');
  const status = await runCommand(args);
  // What was written is passed on before the next turn of the loop.
  await new Promise(setImmediate);
  return { status, out: out(), error: error() };
}

if (isWorker()) void work();
else
  process.on('message', (task: HostTask) => {
    void run(task).then(answer => process.send?.(answer));
  });
