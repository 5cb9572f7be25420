import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import type { Report } from '../model/report.ts';
import { SENTENCE_KINDS, writeSentence, type SentenceKind } from '../model/writing/sentences.ts';
import type { SentenceList } from '../protocol/writing.ts';
import { blockAt } from '../syntax/block.ts';
import { toRange } from './support/convert.ts';

/** The sentences that the draft's tables allow, for a place to write at. */
export function sentencesFor(
  { report, version }: Pick<Snapshot, 'report' | 'version'>,
  offset: number,
  language: Language,
): SentenceList {
  return {
    version,
    isInTable: isInTable(report, offset),
    sentences: written(report).map(({ kind, text }) => ({ kind, title: titleOf(kind, language), text })),
  };
}

/**
 * Sentences written from the tables, at the beginning of a line or of a sentence in the overview, in place of the words
 * typed there by which they are found.
 */
export function sentenceCompletion(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
  language: Language,
): CompletionItem[] {
  const section = report.sections.findLast(({ titleSpan }) => titleSpan.end < source.line(source.lineAt(offset)).start);
  if (section?.role !== 'overview' || isInTable(report, offset)) return [];
  const { start } = source.line(source.lineAt(offset));
  const before = source.text.slice(Math.max(start, offset - LONGEST_LEAD), offset);
  const typed = (before.length < LONGEST_LEAD ? AT_BEGINNING : BEHIND_SENTENCE).exec(before)?.[1];
  if (typed === undefined) return [];
  const lead = source.text.slice(Math.max(section.titleSpan.end, offset - LONGEST_LEAD), offset);
  const place = (kind: SentenceKind) => lead.lastIndexOf(TOPICS[kind]);
  return written(report)
    .sort((a, b) => place(b.kind) - place(a.kind))
    .map(({ kind, text }, i) => ({
      label: titleOf(kind, language),
      kind: CompletionItemKind.Text,
      detail: text,
      sortText: `!${String(i)}`,
      filterText: [text, ...WORDS[kind]].join(' '),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range: toRange(source, { start: offset - typed.length, end: offset }), newText: text },
    }));
}

const LONGEST_LEAD = 200;
/** Words typed to find a sentence by, where one may begin. */
const AT_BEGINNING = /(?:^[ \t\u3000]*|[。：；])([\p{Script=Han}a-z]{0,10})$/u;
const BEHIND_SENTENCE = /[。：；]([\p{Script=Han}a-z]{0,10})$/u;

/** Words in the text before the cursor for which a sentence is likely. */
const TOPICS: Readonly<Record<SentenceKind, string>> = {
  requests: '依申请公开',
  proactive: '主动公开',
  cases: '复议',
};

/** Words and initials by which a sentence is found, besides its own. */
const WORDS: Readonly<Record<SentenceKind, readonly string[]>> = {
  requests: ['依申请公开', 'ysqgk', 'sqqk', 'jz'],
  proactive: ['主动公开', 'zdgk', 'jz'],
  cases: ['行政复议、行政诉讼', 'fyss', 'jz'],
};

function titleOf(kind: SentenceKind, language: Language): string {
  return message(language, `completion.sentence.${kind}`);
}

function written(report: Report): { readonly kind: SentenceKind; readonly text: string }[] {
  return SENTENCE_KINDS.flatMap(kind => {
    const text = writeSentence(report, kind);
    return text === undefined ? [] : [{ kind, text }];
  });
}

function isInTable({ blocks }: Report, offset: number): boolean {
  const placed = blockAt(blocks, offset);
  return placed?.block.kind === 'table' && offset < placed.at + placed.block.span.end;
}
