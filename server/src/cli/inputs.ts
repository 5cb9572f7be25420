import { statSync } from 'node:fs';
import { isDynamicPattern } from 'tinyglobby';
import type { Encoding } from './encoding.ts';
import { readStream, readText, textOf } from './files.ts';
import type { InputProblem } from './unreadable.ts';

/** The inputs that are named on the command line and in a file of names, `-` for standard input. */
export async function namedInputs(
  inputs: readonly string[],
  filesFrom: string | undefined,
  encoding: Encoding,
): Promise<{ readonly inputs: readonly string[]; readonly problems: readonly InputProblem[] }> {
  if (filesFrom === undefined) return { inputs, problems: [] };
  let text: ReturnType<typeof readText>;
  if (filesFrom === '-') {
    const bytes = await readStream(process.stdin);
    text = bytes instanceof Uint8Array ? textOf(bytes, encoding) : bytes;
  } else text = readText(filesFrom, encoding);
  if (typeof text !== 'string') {
    // No names are no mistake: a batch may be empty.
    return text.reason === 'cli.empty'
      ? { inputs, problems: [] }
      : { inputs, problems: [{ path: filesFrom, ...text }] };
  }
  const names = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter(name => name !== '');
  return { inputs: [...inputs, ...names], problems: [] };
}

/** Whether an input stands for several files: then they are compared with each other. */
export function isCollection(input: string): boolean {
  try {
    return statSync(input).isDirectory();
  } catch {
    return input !== '-' && isDynamicPattern(input);
  }
}
