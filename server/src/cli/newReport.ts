import { basename, resolve } from 'node:path';
import { nextYear } from '../documents/nextYear.ts';
import type { Note } from '../documents/notes.ts';
import { editionSet, type EditionSet } from '../format/editionSet.ts';
import type { ReportKind } from '../format/kind.ts';
import { proposedReportYear } from '../format/reportYear.ts';
import type { Language } from '../messages/message.ts';
import { whyNotWritten } from '../messages/whyNotWritten.ts';
import { beginReport } from '../model/writing/beginReport.ts';
import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import { check } from '../reporters/check.ts';
import { Configs, settingsFor, type Config } from './configs.ts';
import { readDraft, tellNotes } from './convert.ts';
import type { NewArgs } from './convertArgs.ts';
import { refuse, write } from './output.ts';
import { isSameFile, writeFaultSentence, writeWhole } from './outputFile.ts';
import { say, sayOf } from '../reporters/words.ts';

/**
 * Writes this year's draft, from last year's report or with nothing filled in. Gives the exit status as `convert` does.
 */
export async function newReport(args: NewArgs, language: Language): Promise<0 | 1 | 2> {
  const { from, kind } = args;
  if (args.unknownYear !== undefined) return refuse(say(language, 'cli.newNoYear', { text: args.unknownYear }));
  if (from !== undefined && kind !== undefined) return refuse(say(language, 'cli.newFromOrKind'));
  const configs = new Configs(undefined, language);
  if (from !== undefined) return newFrom(from, args, await configs.for(from), language);
  // Formats of the folder that the draft goes to.
  return newOfKind(args, await configs.for(resolve(args.output ?? CONFIGURATION_FILE_NAME)), language);
}

async function newFrom(from: string, args: NewArgs, config: Config, language: Language): Promise<0 | 1 | 2> {
  if (args.output !== undefined && isSameFile(from, args.output))
    return refuse(say(language, 'cli.resultOnDraft', { path: args.output }));
  const last = await readDraft(from, args.encoding, language);
  if ('reason' in last) return refuse(say(language, last.reason, { path: from, detail: last.detail }));
  const { report } = await check(from, last.markdown, settingsFor(from, config));
  const draft = nextYear(report, { year: args.year, body: args.body, from: basename(from) });
  if (typeof draft !== 'string')
    return refuse(say(language, 'cli.documentRefused', { path: from, detail: sayOf(language, draft) }));
  const status = await written(draft, args, language);
  if (status !== 0) return status;
  await tellNotes(from, last.notes, language);
  return hasLoss(last.notes) ? 1 : 0;
}

async function newOfKind(args: NewArgs, config: Config, language: Language): Promise<0 | 2> {
  const [fault] = config.problems;
  if (fault) return refuse(say(language, fault.reason, { path: fault.path, detail: fault.detail }));
  const known = editionSet(config.settings.localFormats);
  const kind = kindNamed(args.kind, known);
  const nameOf = ({ name, englishName }: ReportKind): string => (language === 'en' ? englishName : name);
  if (!kind) {
    const names = known.kinds.map(each => `${nameOf(each)}（${each.id}）`).join('、');
    return refuse(say(language, args.kind === undefined ? 'cli.newWhat' : 'cli.newUnknownKind', { names }));
  }
  if (args.body === undefined || args.body.trim() === '') return refuse(say(language, 'cli.newBody'));
  const reportYear = args.year ?? proposedReportYear(new Date());
  const report = beginReport({ publicBody: args.body, reportYear, kind: kind.id }, known);
  if (report) return written(report.text, args, language);
  const { earlier, later } = known.ofKind(kind).beside(reportYear);
  return refuse(
    say(language, 'cli.newYear', {
      title: nameOf(kind),
      year: reportYear,
      earlier: String(earlier?.years.to ?? ''),
      later: String(later?.years.from ?? ''),
    }),
  );
}

/** The kind with a name or an id; undefined where none is named or there is no such. */
function kindNamed(name: string | undefined, { kinds }: EditionSet): ReportKind | undefined {
  return kinds.find(kind => name !== undefined && [kind.id, kind.name, kind.englishName].includes(name.trim()));
}

async function written(draft: string, { output, force }: NewArgs, language: Language): Promise<0 | 2> {
  if (output === undefined) {
    const fault = await write(process.stdout, draft);
    return fault instanceof Error
      ? refuse(say(language, 'cli.cannotWrite', { detail: whyNotWritten(language, fault) }))
      : 0;
  }
  const fault = writeWhole(output, draft, force);
  return fault ? refuse(writeFaultSentence(language, output, fault)) : 0;
}

function hasLoss(notes: readonly Note[]): boolean {
  return notes.some(({ isLoss }) => isLoss);
}
