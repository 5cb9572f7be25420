import { findAnyTitle } from '../../server/src/format/anyTitle.ts';
import { TITLE_LINES } from '../../server/src/format/reportTitle.ts';
import type { Say } from '../../server/src/messages/message.ts';
import type { StatusParams } from '../../server/src/protocol/protocol.ts';
import { progressWords } from './progressWords.ts';

/** Whose report a draft is, and on which year. */
export interface DraftHead {
  readonly publicBody: string | undefined;
  readonly year: number | undefined;
}

/** A draft as the list shows it. */
export interface DraftEntry {
  readonly label: string;
  readonly description: string;
}

/** Characters of a draft in which its title is looked for. */
const LONGEST_HEAD = 20_000;

/** Reads body and year out of the first title in a draft's first lines, else out of its name without ending. */
export function headOf(name: string, text: string): DraftHead {
  const lines = text
    .slice(0, LONGEST_HEAD)
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, TITLE_LINES);
  const found = findAnyTitle(lines) ?? findAnyTitle([name]);
  return { publicBody: found?.title.body?.text, year: found?.title.year?.value };
}

/**
 * The line of a draft: its body, or its file's name where that is not known; its year; how far it is, where it was
 * checked since the window was opened.
 */
export function draftEntry(say: Say, name: string, head: DraftHead, status: StatusParams | undefined): DraftEntry {
  const year = status?.reportYear ?? head.year;
  return {
    label: status?.publicBody ?? head.publicBody ?? name,
    description: [
      year === undefined ? say('client.drafts.noYear') : say('client.drafts.year', { year }),
      status ? progressWords(say, status) : say('client.drafts.notOpened'),
    ].join(' · '),
  };
}
