import { summaryOf } from '../analysis/across/summaryOf.ts';
import type { Note } from '../documents/notes.ts';
import { runJob } from '../hosts/documentThread.ts';
import type { Language } from '../messages/message.ts';
import { exclusionOf, isRecognised } from '../model/recognised.ts';
import { headOf, summaryLine, type SummaryHead } from '../model/summary/lazySummary.ts';
import { excludedWords } from '../analysis/excludedWords.ts';
import type { Report } from '../model/report.ts';
import { check, readReport, type Checked } from '../reporters/check.ts';
import { settingsFor, type Config } from './configs.ts';
import { isDocument, unreadableFor } from './documentJob.ts';
import type { Encoding } from './encoding.ts';
import { fileRecord } from '../reporters/fileRecord.ts';
import { readInput, textOf, type InputFile } from './files.ts';
import type { Unreadable } from './unreadable.ts';
import type { FileRecord, Format } from '../reporters/records.ts';

/** A file and what its settings file says. */
export interface Draft extends InputFile {
  readonly config: Config;
  /** Read for comparing only: nothing is found in it. */
  readonly isRelated?: boolean;
}

/** How to read files and what is wanted of them; structured-cloneable, as is everything that threads exchange. */
export interface ExamineOptions {
  readonly encoding: Encoding;
  readonly language: Language;
  /** What the findings are printed as; null where only summaries are wanted. */
  readonly format: Format | null;
  /** Whether reports are to be compared. */
  readonly wantsSummaries: boolean;
}

/** What remains of a checked draft: structured-cloneable. */
export interface Examined {
  /** Undefined where only the summary was wanted. */
  readonly file?: FileRecord;
  readonly summary?: SummaryOfDraft;
  /** Rules that failed. */
  readonly failures: readonly { readonly rule: string; readonly detail: string }[];
}

/** A summary as its line. */
export interface SummaryOfDraft {
  /** In UTF-8: outside of the heap, and half of what a string takes. */
  readonly line: Uint8Array;
  readonly head: SummaryHead;
  /** Digest of the line, where that is known. */
  readonly digest?: string;
}

export type Outcome = Examined | Unreadable;

/** Reads and checks a draft. Never rejects. */
export async function examine(draft: Draft, options: ExamineOptions): Promise<Outcome> {
  const bytes = readInput(draft.path);
  return bytes instanceof Uint8Array ? examineBytes(draft, bytes, options) : bytes;
}

/** Checks an input by its bytes: a text, or a document that is converted first. Never rejects. */
export async function examineBytes(draft: Draft, bytes: Uint8Array, options: ExamineOptions): Promise<Outcome> {
  if (isDocument(bytes)) {
    const result = await runJob({ kind: 'import', bytes });
    if (result.kind === 'refused') return unreadableFor(result.refusal, options.language);
    if (result.kind === 'draft') return examineText(draft, result.markdown, options, result.notes);
  }
  const text = textOf(bytes, options.encoding);
  return typeof text === 'string' ? examineText(draft, text, options) : text;
}

/** Of a document's name only a year that says so (2024年) counts: templates and versions bear numbers too. */
const YEAR_IN_NAME = /\d{4}\s*年|二[〇○零]/;

function nameFor(path: string, notes: readonly Note[] | undefined): string {
  return notes && !YEAR_IN_NAME.test(path) ? '' : path;
}

/** Checks a text, or what a document was converted to with these notes, with the settings for its place. */
export async function checkInput(
  path: string,
  text: string,
  config: Config,
  notes?: readonly Note[],
): Promise<Checked> {
  const checked = await check(path, text, settingsFor(path, config), nameFor(path, notes));
  return notes ? { ...checked, converted: notes } : checked;
}

/** Examines a text, or what a document was converted to with these notes. Never rejects. */
async function examineText(
  { path, config, isRelated = false }: Draft,
  text: string,
  { format, language, wantsSummaries }: ExamineOptions,
  notes?: readonly Note[],
): Promise<Outcome> {
  try {
    if (format === null || isRelated) {
      const report = readReport(text, settingsFor(path, config), nameFor(path, notes));
      return isRecognised(report) ? { summary: summarised(report, path), failures: [] } : noReport(report, language);
    }
    const checked = await checkInput(path, text, config, notes);
    if (!isRecognised(checked.report)) return noReport(checked.report, language);
    return {
      file: fileRecord(checked, format, language),
      ...(wantsSummaries ? { summary: summarised(checked.report, path) } : {}),
      failures: checked.failures.map(({ rule, error }) => ({ rule, detail: String(error) })),
    };
  } catch (error) {
    return failed(error);
  }
}

/** No report; `detail` names the words in its title for which it is none, where there are such. */
export function noReport(report: Report, language: Language): Unreadable {
  const exclusion = exclusionOf(report);
  return { reason: 'cli.noReport', detail: exclusion ? excludedWords(exclusion, language) : '' };
}

const encoder = new TextEncoder();

function summarised(report: Report, path: string): SummaryOfDraft {
  const summary = summaryOf(report, path);
  return { line: encoder.encode(summaryLine(summary)), head: headOf(summary) };
}

/** The draft was read and could not be checked. */
export function failed(error: unknown): Unreadable {
  return { reason: 'cli.failed', detail: String(error) };
}
