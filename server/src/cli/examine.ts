import type { Note } from '../documents/notes.ts';
import { runJob } from '../hosts/documentThread.ts';
import { isRecognised } from '../model/recognised.ts';
import type { Severity } from '../rules/support/rule.ts';
import type { CheckOptions } from './args.ts';
import { check, type Checked } from './check.ts';
import { settingsFor, type Config } from './configs.ts';
import { isDocument, unreadableFor } from './documentJob.ts';
import { readInput, textOf, type InputFile, type Unreadable } from './files.ts';
import { fileToJson } from './reporters/json.ts';
import { fileToText } from './reporters/text.ts';

/** A file and what its settings file says. */
export interface Draft extends InputFile {
  readonly config: Config;
}

/** How to read files and what to print; structured-cloneable, as is everything that threads exchange. */
export interface OutputOptions extends Pick<CheckOptions, 'encoding' | 'format' | 'language'> {
  readonly hasColours: boolean;
}

/** What remains of a checked draft: structured-cloneable. */
export interface Examined {
  /** Its part of what is printed. */
  readonly output: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Rules that failed. */
  readonly failures: readonly { readonly rule: string; readonly detail: string }[];
}

export type Outcome = Examined | Unreadable;

/** Reads and checks a draft. Never rejects. */
export async function examine({ path, config }: Draft, options: OutputOptions): Promise<Outcome> {
  const bytes = readInput(path);
  return bytes instanceof Uint8Array ? examineBytes(path, bytes, config, options) : bytes;
}

/** Checks an input by its bytes: a text, or a document that is converted first. Never rejects. */
export async function examineBytes(
  path: string,
  bytes: Uint8Array,
  config: Config,
  options: OutputOptions,
): Promise<Outcome> {
  if (isDocument(bytes)) {
    const result = await runJob({ kind: 'import', bytes });
    if (result.kind === 'refused') return unreadableFor(result.refusal, options.language);
    if (result.kind === 'draft') return examineText(path, result.markdown, config, options, result.notes);
  }
  const text = textOf(bytes, options.encoding);
  return typeof text === 'string' ? examineText(path, text, config, options) : text;
}

/** Of a document's name only a year that says so (2024年) counts: templates and versions bear numbers too. */
const YEAR_IN_NAME = /\d{4}\s*年|二[〇○零]/;

/** Checks a text, or what a document was converted to with these notes, with the settings for its place. */
export async function checkInput(
  path: string,
  text: string,
  config: Config,
  notes?: readonly Note[],
): Promise<Checked> {
  const name = notes && !YEAR_IN_NAME.test(path) ? '' : path;
  const checked = await check(path, text, settingsFor(path, config), name);
  return notes ? { ...checked, converted: notes } : checked;
}

/** Examines a text, or what a document was converted to with these notes. Never rejects. */
async function examineText(
  path: string,
  text: string,
  config: Config,
  options: OutputOptions,
  notes?: readonly Note[],
): Promise<Outcome> {
  try {
    const checked = await checkInput(path, text, config, notes);
    if (!isRecognised(checked.report)) return { reason: 'cli.noReport', detail: '' };
    const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const { severity } of checked.findings) counts[severity]++;
    return {
      output:
        options.format === 'json'
          ? fileToJson(checked, options.language)
          : fileToText(checked, options.language, options.hasColours),
      counts,
      failures: checked.failures.map(({ rule, error }) => ({ rule, detail: String(error) })),
    };
  } catch (error) {
    return failed(error);
  }
}

/** The draft was read and could not be checked. */
export function failed(error: unknown): Unreadable {
  return { reason: 'cli.failed', detail: String(error) };
}
