import { citationContext } from '../../model/citations/citationContext.ts';
import { statuteOf, type Citation, type CitationContext, type Mention } from '../../model/citations/citation.ts';
import type { CitationEntry, CitationList, CitationState } from '../../protocol/protocol.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { Language } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import { placedCitations } from '../../model/citations/placedCitations.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { appliesFrom, clauseOf, nextVersion } from '../../statutes/index.ts';
import type { Statute } from '../../statutes/types.ts';
import { dateIn } from './clauseCard.ts';
import { toRange } from '../support/convert.ts';
import { escapeMarkdown } from '../support/markdown.ts';
import { titleOf } from './statuteAddress.ts';
import { shortened } from '../../text/shortened.ts';

const LONGEST_TEXT = 80;

/**
 * Lists what a draft cites in the order of its text: the clauses, and the statutes and documents that it names without
 * one. `now` is the day on which the state counts.
 */
export function citationList(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  language: Language,
  now: Date,
): CitationList {
  const context = citationContext(report);
  const { citations, mentions } = placedCitations(report);
  const today = isoDay(now);
  const cited = citations.map(({ citation, span }) => ({
    span,
    entry: judgeCitation(citation, context, language, today),
  }));
  const named = mentions
    .filter(({ span }) => !citations.some(each => each.span.start <= span.start && span.start < each.span.end))
    .map(({ mention, span }) => ({ span, entry: judgeMention(mention, context, language, today) }));
  const entries = [...cited, ...named]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, entry }): CitationEntry => ({
      ...entry,
      text: words(source.slice(span)),
      range: toRange(source, span),
    }));
  return { entries, markdown: markdownOf(entries, report.title?.value, language) };
}

type Judged = Omit<CitationEntry, 'text' | 'range'>;

function judgeCitation(citation: Citation, context: CitationContext, language: Language, today: string): Judged {
  const statute = statuteOf(citation, context);
  if (!statute) return { target: '', topic: '', state: 'unknown', note: message(language, 'citations.notKnown') };
  const lookup = clauseOf(statute, citation);
  const isMissing = lookup.kind === 'noArticle' || lookup.kind === 'noParagraph' || lookup.kind === 'noItem';
  const { state, note } = stateOf(statute, citation.reason === 'reportYear', context, language, today);
  const topic = lookup.kind === 'found' ? (lookup.topic?.topic ?? lookup.article.title ?? '') : '';
  return {
    target: titleOf(statute) + clauseName(citation),
    topic,
    state,
    note: isMissing ? `${note}${message(language, 'citations.noClause')}` : note,
  };
}

function judgeMention(mention: Mention, context: CitationContext, language: Language, today: string): Judged {
  const statute = statuteOf(mention, context);
  if (statute)
    return {
      target: titleOf(statute),
      topic: '',
      ...stateOf(statute, mention.reason === 'reportYear', context, language, today),
    };
  const target = mention.policy ? `${mention.policy.title}（${mention.policy.number}）` : '';
  return {
    target,
    topic: '',
    state: 'unknown',
    note: message(language, mention.policy ? 'citations.policy' : 'citations.notKnown'),
  };
}

/** State of a statute on a day; what was not seen in a source is unknown, not in force. */
function stateOf(
  statute: Statute,
  isByReportYear: boolean,
  { local, reportYear }: CitationContext,
  language: Language,
  today: string,
): Pick<CitationEntry, 'state' | 'note'> {
  const say = messagesIn(language);
  const later = nextVersion(statute, local?.statutes);
  const tooNew =
    reportYear !== null && appliesFrom(statute) > `${String(reportYear)}-12-31`
      ? say('citations.tooNew', { date: dateIn(language, appliesFrom(statute)) })
      : '';
  if (statute.repealed !== undefined && statute.repealed <= today) {
    return { state: 'repealed', note: say('citations.repealed', { date: dateIn(language, statute.repealed) }) };
  }
  const from = statute.superseded?.from ?? (later ? appliesFrom(later) : undefined);
  if (later && from !== undefined && from <= today) {
    const note = say('citations.superseded', { date: dateIn(language, from), version: later.version ?? later.title });
    return {
      state: 'superseded',
      note: isByReportYear && reportYear !== null ? note + say('citations.ofReportYear', { year: reportYear }) : note,
    };
  }
  if (statute.verification === 'unverified' || statute.unverified?.includes('repeal') === true)
    return { state: 'unknown', note: say('citations.unverified') + tooNew };
  if (appliesFrom(statute) > today)
    return { state: 'notYet', note: say('citations.notYet', { date: dateIn(language, appliesFrom(statute)) }) };
  return { state: 'inForce', note: say('citations.inForce') + tooNew };
}

/** What needs the reviewer's eye first. */
const STATES = {
  repealed: 'citations.state.repealed',
  superseded: 'citations.state.superseded',
  notYet: 'citations.state.notYet',
  unknown: 'citations.state.unknown',
  inForce: 'citations.state.inForce',
} as const satisfies Readonly<Record<CitationState, string>>;
const COLUMNS = [
  'citations.column.line',
  'citations.column.text',
  'citations.column.target',
  'citations.column.topic',
  'citations.column.state',
] as const;

function markdownOf(entries: readonly CitationEntry[], title: string | undefined, language: Language): string {
  const say = messagesIn(language);
  const counts = Object.entries(STATES).map(([state, id]) => ({
    id,
    count: entries.filter(entry => entry.state === state).length,
  }));
  const summary = counts
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => say('citations.count', { state: say(id), count }))
    .join(language === 'en' ? ', ' : '，');
  const columns = COLUMNS.map(id => say(id));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[
    `# ${say('citations.title')}`,
    '',
    ...(title === undefined ? [] : [say('citations.draft', { title: escapeMarkdown(title) }), '']),
    `${say('citations.total', { count: entries.length })}${summary}`,
    '',
    row(columns),
    row(columns.map(() => '---')),
    ...entries.map(({ text, target, topic, note, range }) =>
      row([
        String(range.start.line + 1),
        escapeMarkdown(text),
        escapeMarkdown(target),
        escapeMarkdown(topic),
        escapeMarkdown(note),
      ]),
    ),
  ].join('\n')}\n`;
}

function words(text: string): string {
  return shortened(text.replace(/[\s\u3000]+/g, ' ').trim(), LONGEST_TEXT);
}

function isoDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
