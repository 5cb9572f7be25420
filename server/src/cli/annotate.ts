import { remarkOf } from '../documents/remarks.ts';
import { runJob } from '../hosts/documentThread.ts';
import type { Language } from '../messages/message.ts';
import type { CheckOptions } from './checkArgs.ts';
import { Configs } from './configs.ts';
import { unreadableFor } from './documentJob.ts';
import { checkInput } from './examine.ts';
import { readInput } from './files.ts';
import type { Unreadable } from './unreadable.ts';
import { isSameFile, writeFaultSentence, writeWhole } from './outputFile.ts';
import { say } from '../reporters/words.ts';

/**
 * Writes a copy of a Word document in which each finding is a comment on the words that it is about. Gives a sentence
 * where that cannot be done; undefined where it was.
 */
export async function annotate(options: CheckOptions, output: string): Promise<string | undefined> {
  const { language, inputs, config, date, force } = options;
  const [input] = inputs;
  if (input === undefined || inputs.length > 1 || input === '-' || isSameFile(input, output))
    return say(language, 'cli.annotateOne');
  const result = await annotated(input, config, date ?? null, language);
  if (!(result instanceof Uint8Array)) return say(language, result.reason, { path: input, detail: result.detail });
  const fault = writeWhole(output, result, force);
  return fault && writeFaultSentence(language, output, fault);
}

async function annotated(
  path: string,
  config: string | undefined,
  date: string | null,
  language: Language,
): Promise<Uint8Array | Unreadable> {
  const bytes = readInput(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const draft = await runJob({ kind: 'import', bytes });
  if (draft.kind === 'refused') return unreadableFor(draft.refusal, language);
  if (draft.kind !== 'draft') return { reason: 'cli.failed', detail: '' };
  const configs = new Configs(config, language);
  const { report, findings } = await checkInput(path, draft.markdown, await configs.for(path), draft.notes);
  const remarks = findings.map(finding => remarkOf(finding, report, language));
  const result = await runJob({ kind: 'annotate', bytes, remarks, date });
  if (result.kind === 'refused') return unreadableFor(result.refusal, language);
  return result.kind === 'file' ? result.bytes : { reason: 'cli.failed', detail: '' };
}
