import type { Remark } from '../documents/job.ts';
import { remarkOf } from '../documents/remarks.ts';
import { runJob } from '../hosts/documentThread.ts';
import { isRecognised } from '../model/recognised.ts';
import { fileRecord } from '../reporters/fileRecord.ts';
import type { CheckOptions } from './checkArgs.ts';
import { Configs } from './configs.ts';
import { unreadableFor } from './documentJob.ts';
import { knownFindings } from './comparing.ts';
import { checkInput, noReport } from './examine.ts';
import { readInput } from './files.ts';
import type { Unreadable } from './unreadable.ts';
import { isSameFile, writeFaultSentence, writeWhole } from './outputFile.ts';
import { say } from '../reporters/words.ts';

/**
 * Writes a copy of a Word document in which each finding that counts is a comment on its words. Gives a sentence where
 * that cannot be done; undefined where it was.
 */
export async function annotate(options: CheckOptions, output: string): Promise<string | undefined> {
  const { language, inputs, force } = options;
  const [input] = inputs;
  if (input === undefined || inputs.length > 1 || input === '-' || isSameFile(input, output))
    return say(language, 'cli.annotateOne');
  const result = await annotated(input, options);
  if (!(result instanceof Uint8Array)) return say(language, result.reason, { path: input, detail: result.detail });
  const fault = writeWhole(output, result, force);
  return fault && writeFaultSentence(language, output, fault);
}

async function annotated(path: string, options: CheckOptions): Promise<Uint8Array | Unreadable> {
  const { language, date } = options;
  const bytes = readInput(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const draft = await runJob({ kind: 'import', bytes });
  if (draft.kind === 'refused') return unreadableFor(draft.refusal, language);
  if (draft.kind !== 'draft') return { reason: 'cli.failed', detail: '' };
  const configs = new Configs(options.config, language);
  const checked = await checkInput(path, draft.markdown, await configs.for(path), draft.notes);
  // A copy without a comment would look as if all were right.
  if (!isRecognised(checked.report)) return noReport(checked.report, language);
  const { known } = knownFindings(options, configs.places, []);
  const record = fileRecord(checked, 'text', language);
  const remarks = checked.findings.flatMap((finding, i): readonly Remark[] => {
    const [judged] = known.judge({ ...record, findings: record.findings.slice(i, i + 1) }).findings;
    if (!judged) return [];
    const remark = remarkOf(finding, checked.report, language);
    const { decision } = judged;
    if (!decision) return [remark];
    const said = say(language, 'review.said', { name: decision.who, detail: decision.why });
    return [{ ...remark, lines: [...remark.lines, said] }];
  });
  const result = await runJob({ kind: 'annotate', bytes, remarks, date: date ?? null });
  if (result.kind === 'refused') return unreadableFor(result.refusal, language);
  return result.kind === 'file' ? result.bytes : { reason: 'cli.failed', detail: '' };
}
