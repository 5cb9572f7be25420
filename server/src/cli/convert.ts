import { extname, resolve } from 'node:path';
import type { Settings } from '../analysis/files/settings.ts';
import { noteLines, type Note } from '../documents/notes.ts';
import { sniff } from '../documents/sniff.ts';
import { runJob } from '../hosts/documentThread.ts';
import type { Language } from '../messages/message.ts';
import { whyNotWritten } from '../messages/whyNotWritten.ts';
import type { Encoding } from './encoding.ts';
import { check } from '../reporters/check.ts';
import { Configs } from './configs.ts';
import type { ConvertArgs, ConvertForm } from './convertArgs.ts';
import { isDocument, unreadableFor } from './documentJob.ts';
import { readInput, textOf } from './files.ts';
import type { Unreadable } from './unreadable.ts';
import { refuse, write } from './output.ts';
import { isSameFile, writeFaultSentence, writeWhole } from './outputFile.ts';
import { say } from '../reporters/words.ts';

const ENDINGS: Readonly<Record<ConvertForm, string>> = { md: '.md', docx: '.docx', html: '.html', print: '.html' };
const FORMS: Readonly<Record<string, ConvertForm>> = {
  '.md': 'md',
  '.txt': 'md',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
};

/**
 * Converts documents to drafts, and drafts to what is published. Gives the exit status: 0 written, 1 written but
 * something was left out, 2 something not written.
 */
export async function convert(args: ConvertArgs, language: Language): Promise<0 | 1 | 2> {
  const form =
    args.to ?? FORMS[extname(args.output ?? '').toLowerCase()] ?? (args.output === undefined ? 'md' : undefined);
  if (form === undefined) return refuse(say(language, 'cli.unknownForm', { path: args.output ?? '' }));
  if (args.inputs.length > 1 && (args.to === undefined || args.output !== undefined))
    return refuse(say(language, 'cli.severalInputs'));
  if (args.output === undefined && form === 'docx' && args.inputs.length === 1)
    return refuse(say(language, 'cli.noOutput'));
  const outputOf = (input: string) =>
    args.output ?? (args.inputs.length > 1 ? input.replace(/\.[^./\\]*$/, '') + ENDINGS[form] : undefined);
  const twice = sameOutput(args.inputs, outputOf);
  if (twice) return refuse(say(language, 'cli.sameOutput', twice));
  let status: 0 | 1 | 2 = 0;
  for (const input of args.inputs) {
    const output = outputOf(input);
    const one = await convertOne(input, output, form, args, language);
    status = one > status ? one : status;
  }
  return status;
}

/** Two inputs whose results would be one file, and that file. */
function sameOutput(
  inputs: readonly string[],
  outputOf: (input: string) => string | undefined,
): { readonly path: string; readonly other: string; readonly text: string } | undefined {
  const firsts = new Map<string, string>();
  for (const input of inputs) {
    const output = outputOf(input);
    if (output === undefined) continue;
    const first = firsts.get(resolve(output));
    if (first !== undefined && first !== input) return { path: first, other: input, text: output };
    firsts.set(resolve(output), input);
  }
  return undefined;
}

async function convertOne(
  input: string,
  output: string | undefined,
  form: ConvertForm,
  args: ConvertArgs,
  language: Language,
): Promise<0 | 1 | 2> {
  if (output !== undefined && isSameFile(input, output))
    return refuse(say(language, 'cli.resultOnDraft', { path: output }));
  const draft = await readDraft(input, args.encoding, language);
  if ('reason' in draft) return refuse(say(language, draft.reason, { path: input, detail: draft.detail }));
  const notes = [...draft.notes];
  let content: Uint8Array = new TextEncoder().encode(draft.markdown);
  if (form !== 'md') {
    const { settings } = await new Configs(undefined, language).for(input);
    const { localFormats: formats } = settings;
    await warnOfErrors(input, draft.markdown, settings, language);
    const options = { form, fonts: args.fonts, edition: settings.edition, formats };
    const result = await runJob({ kind: 'export', markdown: draft.markdown, options });
    if (result.kind === 'refused') {
      const { reason, detail } = unreadableFor(result.refusal, language);
      return refuse(say(language, reason, { path: input, detail }));
    }
    if (result.kind === 'file') {
      content = result.bytes;
      notes.push(...result.notes);
    }
  }
  if (output === undefined) {
    const fault = await write(process.stdout, content);
    if (fault instanceof Error)
      return refuse(say(language, 'cli.cannotWrite', { detail: whyNotWritten(language, fault) }));
  } else {
    const fault = writeWhole(output, content, args.force);
    if (fault) return refuse(writeFaultSentence(language, output, fault));
  }
  await tellNotes(input, notes, language);
  return notes.some(({ isLoss }) => isLoss) ? 1 : 0;
}

/** A draft, or a document as one. Never rejects. */
export async function readDraft(
  path: string,
  encoding: Encoding,
  language: Language,
): Promise<{ readonly markdown: string; readonly notes: readonly Note[] } | Unreadable> {
  const bytes = readInput(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (!isDocument(bytes) && sniff(bytes) !== 'page') {
    const text = textOf(bytes, encoding);
    return typeof text === 'string' ? { markdown: text, notes: [] } : text;
  }
  const result = await runJob({ kind: 'import', bytes });
  if (result.kind === 'draft') return result;
  return result.kind === 'refused' ? unreadableFor(result.refusal, language) : { reason: 'cli.failed', detail: '' };
}

/** Says on standard error what was left out or restored. */
export async function tellNotes(path: string, notes: readonly Note[], language: Language): Promise<void> {
  const lines = noteLines(notes, language).map(detail => say(language, 'cli.documentNote', { path, detail }));
  await write(process.stderr, lines.map(line => `${line}\n`).join(''));
}

async function warnOfErrors(path: string, markdown: string, settings: Settings, language: Language): Promise<void> {
  const { findings } = await check(path, markdown, settings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) await write(process.stderr, `${say(language, 'cli.exportedWithErrors', { path, errors })}\n`);
}
