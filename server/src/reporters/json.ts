import { printableJson } from '../text/printable.ts';
import type { FileRecord } from './records.ts';
import type { WorkspaceRecord } from './workspaceRecord.ts';

/** What stands before the entries of the files: one object for all of them, as other programs read it. */
export const JSON_BEGINNING = '{\n "version": 1,\n "files": [';

/** What stands behind them. `more`: further members of the object. */
export function jsonEnd(hasFiles: boolean, more: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(more).map(
    ([name, value]) =>
      `,\n ${JSON.stringify(name)}: ${printableJson(JSON.stringify(value, null, 1)).replaceAll('\n', '\n ')}`,
  );
  return `${hasFiles ? '\n ' : ''}]${members.join('')}\n}\n`;
}

/** One file's entry among those of {@link JSON_BEGINNING}. */
export function jsonEntry(record: FileRecord, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n  ${fileJson(record, 1).replaceAll('\n', '\n  ')}`;
}

/** One file as JSON, indented by so many blanks a level; 0 for one line. */
export function fileJson(record: FileRecord, indent: 0 | 1): string {
  const { path, kind, edition, reportYear, publicBody, notes, details, findings, suppressed } = record;
  const head = { path, kind, edition, reportYear, publicBody, ...(notes ? { converted: { notes } } : {}) };
  const tail = { findings, ...(suppressed.length > 0 ? { suppressed } : {}) };
  const texts = [JSON.stringify(head, null, indent), details, JSON.stringify(tail, null, indent)].filter(
    text => text !== '',
  );
  // Objects put together as texts: each without its brackets and the line ends beside them.
  const edge = indent === 0 ? 1 : 2;
  const members = texts.map(text => text.slice(edge, -edge));
  return printableJson(indent === 0 ? `{${members.join(',')}}` : `{\n${members.join(',\n')}\n}`);
}

/** Members of the one object that are there for a workspace. */
export function workspaceJson({
  bodies,
  comparisons,
  unidentified,
  otherKinds,
}: WorkspaceRecord): Readonly<Record<string, unknown>> {
  return { bodies, comparisons, unidentified, ...(otherKinds.length > 0 ? { otherKinds } : {}) };
}

/** An object as one line. */
export function jsonLine(value: unknown): string {
  return `${printableJson(JSON.stringify(value))}\n`;
}
