// The package's main file loads its parts in a way that cannot be bundled.
import { modify } from 'jsonc-parser/lib/esm/main.js';
import type { Change } from '../../text/change.ts';
import type { Span } from '../../text/span.ts';
import { JsonReader, memberOf, type Node } from './jsonReader.ts';
import type { SilencedFinding } from './settings.ts';
import type { FileProblem } from './workspaceFile.ts';

/** What has to be written into a settings file so that a finding is silenced there. */
export type SilenceInsertion =
  /** `reason` is the place of the entry's reason after the change. */
  | { readonly kind: 'change'; readonly change: Change; readonly reason: Span }
  /** The entry stands there already. */
  | { readonly kind: 'known' }
  /** The file has to be mended first. */
  | { readonly kind: 'broken'; readonly problem: FileProblem };

/**
 * The change that adds an entry to the list `silenced` in the text of a `.annual-report.json`, laid out as the file is;
 * all else stays as it is written. Never throws: a text that cannot be understood, or was opened in a wrong encoding,
 * is left alone.
 */
export function insertSilence(text: string, entry: SilencedFinding): SilenceInsertion {
  const isEmpty = text.trim() === '';
  const written = isEmpty ? '{}\n' : text;
  const reader = new JsonReader();
  const lost = written.indexOf('\ufffd');
  if (lost >= 0) reader.report({ start: lost, end: lost + 1 }, 'settingsFile.encoding');
  const root = lost >= 0 ? undefined : reader.parse(written);
  if (root && root.type !== 'object') reader.complain(root, 'statuteFile.notObject');
  const list = root && memberOf(root, 'silenced');
  if (list && list.type !== 'array' && list.type !== 'null') reader.complain(list, 'statuteFile.notList');
  const [problem] = reader.problems;
  if (problem) return { kind: 'broken', problem };
  const entries = list?.children ?? [];
  if (entries.some(each => isSame(each, entry))) return { kind: 'known' };
  const [last] = entries.slice(-1);
  const change = last ? behindEntry(written, last, entry) : newList(written, entry);
  const reason = change.text.lastIndexOf(JSON.stringify(entry.reason)) + 1;
  const start = change.span.start + reason;
  return {
    kind: 'change',
    change: isEmpty
      ? { span: { start: 0, end: text.length }, text: change.text + written.slice(change.span.end) }
      : change,
    reason: { start, end: start + JSON.stringify(entry.reason).length - 2 },
  };
}

function isSame(node: Node, { file, rule, fingerprint }: SilencedFinding): boolean {
  const names = { file, rule, fingerprint };
  return Object.entries(names).every(([name, value]) => memberOf(node, name)?.value === value);
}

/** Behind the last entry, with the blanks that stand before that one and on as many lines. */
function behindEntry(text: string, { offset, length }: Node, entry: SilencedFinding): Change {
  const end = offset + length;
  const gap = text.slice(text.slice(0, offset).trimEnd().length, offset);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { indent, unit } = indentsOf(text, offset);
  const written = /[\r\n]/.test(text.slice(offset, end))
    ? JSON.stringify(entry, null, unit).replaceAll('\n', lineEnd + indent)
    : JSON.stringify(entry, null, 1).replace(/\n */g, ' ');
  return { span: { start: end, end }, text: `,${gap === '' ? ' ' : gap}${written}` };
}

/** A list with this entry alone, in place of an empty one or as a new setting. */
function newList(text: string, entry: SilencedFinding): Change {
  const { unit } = indentsOf(text, 0);
  const [edit] = modify(text, ['silenced'], [entry], {
    formattingOptions: {
      insertSpaces: !unit.startsWith('\t'),
      tabSize: unit.length,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  });
  const { offset = 0, length = 0, content = '' } = edit ?? {};
  return { span: { start: offset, end: offset + length }, text: content };
}

/** Indentation of the line that holds an offset, and one step of indentation in the file. */
function indentsOf(text: string, offset: number): { readonly indent: string; readonly unit: string } {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const first = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return { indent: /^[ \t]*/.exec(line)?.[0] ?? '', unit: first.startsWith('\t') ? '\t' : first.slice(0, MOST_INDENT) };
}

const MOST_INDENT = 8;
