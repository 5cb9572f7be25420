import { basename } from 'node:path';
import { nextYear } from '../documents/nextYear.ts';
import type { Language } from '../messages/message.ts';
import { DEFAULT_SETTINGS } from '../analysis/files/settings.ts';
import { check } from '../reporters/check.ts';
import { readDraft, refuse, tellNotes } from './convert.ts';
import type { NewArgs } from './convertArgs.ts';
import { write } from './output.ts';
import { writeWhole } from './outputFile.ts';
import { say, sayOf } from '../reporters/words.ts';

/** Writes this year's draft from last year's report. Gives the exit status, as `convert` does. */
export async function newReport(args: NewArgs, language: Language): Promise<0 | 1 | 2> {
  const last = await readDraft(args.from, args.encoding, language);
  if ('reason' in last) return refuse(say(language, last.reason, { path: args.from, detail: last.detail }));
  const { report } = await check(args.from, last.markdown, DEFAULT_SETTINGS);
  const draft = nextYear(report, { year: args.year, body: args.body, from: basename(args.from) });
  if (typeof draft !== 'string')
    return refuse(say(language, 'cli.documentRefused', { path: args.from, detail: sayOf(language, draft) }));
  if (args.output === undefined) {
    const fault = await write(process.stdout, draft);
    if (fault instanceof Error) return refuse(say(language, 'cli.cannotWrite', { detail: fault.message }));
  } else {
    const fault = writeWhole(args.output, draft, args.force);
    if (fault) return refuse(say(language, fault.reason, { path: args.output, detail: fault.detail }));
  }
  await tellNotes(args.from, last.notes, language);
  return last.notes.some(({ isLoss }) => isLoss) ? 1 : 0;
}
