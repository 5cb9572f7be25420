import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import { FIRST_KIND } from '../format/kind.ts';
import {
  BODY,
  FIGURE,
  layoutFor,
  type CompletionOptions,
  type Offer,
  type Place,
  type Typed,
} from './completionPlace.ts';
import { otherSkeletonOffers, skeletonOffers } from './skeletonCompletion.ts';
import { proposedReportYear } from '../format/reportYear.ts';
import type { SectionSpec, TableSpec } from '../format/types.ts';
import { message } from '../messages/text.ts';
import { areFeesCollected, writeClosing, writeSignature, type ClosingKind } from '../model/writing/closing.ts';
import { writeHeading, writeTable } from '../model/writing/write.ts';
import type { TableLayout } from '../model/writing/write.ts';
import type { Block, Placed } from '../syntax/block.ts';
import { numberToChinese } from '../text/numerals.ts';
import type { Source } from '../text/source.ts';
import { sentenceCompletion } from './sentences.ts';
import { citationCompletion } from './statutes/completion.ts';
import { toRange } from './support/convert.ts';
import { lineEndOf, markupOf } from './support/draftFile.ts';
import { figureCompletion } from './figures/completion.ts';

/** Signs behind which figures are proposed unasked: the last ones of 申请, 占, 同比 and 其中. */
export const TRIGGER_CHARACTERS: readonly string[] = ['请', '占', '比', '中'];

/**
 * What may complete a citation at the cursor; behind words that ask for a figure, the figure; else what may stand on
 * its line: section headings, standard tables, a whole report.
 *
 * Nothing else is offered behind text, in a table or in a comment. Each item replaces what is typed on the line and is
 * found by its Chinese words as well as by pinyin initials. None has commit characters: a character typed on, or
 * composed by an input method, never accepts an item.
 */
export function completion(
  snapshot: Pick<Snapshot, 'source' | 'report' | 'blocks'>,
  offset: number,
  options: CompletionOptions,
): CompletionItem[] {
  // Behind a sign that is typed for its own sake, only what nobody else would say.
  if (options.trigger !== undefined) return figureCompletion(snapshot, offset, options.language);
  const citations = citationCompletion(snapshot, offset, options);
  if (citations) return citations;
  const { source, report, blocks } = snapshot;
  const computed = figureCompletion(snapshot, offset, options.language);
  const sentences = sentenceCompletion(snapshot, offset, options.language);
  if (computed.length > 0) return [...computed, ...sentences];
  const typed = readTyped(source, offset);
  if (!typed || isInside(blocks, typed.span.start, offset)) return sentences;
  const year = report.reportYear?.value ?? proposedReportYear(options.now);
  const edition = report.edition ?? report.editions.forYear(year) ?? report.editions.latest;
  if (!edition) return sentences;
  const place: Place = {
    source,
    report,
    edition,
    year,
    typed,
    options,
    markup: markupOf(options.file),
    lineEnd: lineEndOf(source),
    sections: report.sections.filter(
      section => section.titleSpan.end < typed.span.start || section.titleSpan.start > offset,
    ),
  };
  const offers = [
    ...skeletonOffers(place),
    ...sentenceOffers(place),
    ...closingOffers(place),
    ...headingOffers(place),
    ...tableOffers(place),
    ...otherSkeletonOffers(place),
  ];
  return [...sentences, ...offers.map((offer, index) => toItem(offer, index, place))];
}

const LONGEST_QUERY = 30;

function readTyped(source: Source, offset: number): Typed | undefined {
  const line = source.line(source.lineAt(offset));
  if (source.text.slice(offset, line.end).trim() !== '' || offset - line.start > 4 * LONGEST_QUERY) return undefined;
  const before = source.text.slice(line.start, offset);
  const match =
    /^([ \t\u3000]*)((#{0,6})[ \t]*(?:[一二三四五六七八九十]{1,3}[、．.，,][ \t\u3000]*)?)([^|<>。；！？!?;\t]*)$/.exec(
      before,
    );
  if (!match) return undefined;
  const [, indent = '', prefix = '', signs = '', query = ''] = match;
  if (query.length > LONGEST_QUERY) return undefined;
  return { span: { start: line.start + indent.length, end: offset }, prefix, markdownLevel: signs.length };
}

/** Whether the cursor stands in a table or in a comment. */
function isInside(blocks: readonly Placed<Block>[], lineStart: number, offset: number): boolean {
  return blocks.some(
    ({ at, block }) =>
      (block.kind === 'table' || block.kind === 'directive') &&
      at + block.span.start < lineStart &&
      offset < at + block.span.end,
  );
}

function headingOffers(place: Place): Offer[] {
  const {
    edition,
    sections,
    typed,
    options: { language },
  } = place;
  const present = new Set(sections.map(section => section.id));
  const before = sections.filter(section => section.titleSpan.start < typed.span.start);
  const ordinal = (before.at(-1)?.heading.block.numbering?.value ?? before.length) + 1;
  const offer = (spec: SectionSpec): Offer => {
    const title = writeHeading(spec, ordinal, 'plain');
    return {
      label: title,
      kind: CompletionItemKind.Module,
      detail: message(language, present.has(spec.id) ? 'completion.presentSection' : 'completion.missingSection'),
      documentation: message(language, 'completion.guidance', { guidance: spec.guidance, basis: spec.basis }),
      words: [spec.title, spec.initials, title, `${numberToChinese(ordinal)}、${spec.initials}`],
      text: headingText(spec, ordinal, place),
    };
  };
  const missing = edition.sections.filter(spec => !present.has(spec.id));
  const rest = edition.sections.filter(spec => present.has(spec.id));
  return [...missing, ...rest].map(offer);
}

function headingText(spec: SectionSpec, ordinal: number, { markup, sections, typed }: Place): string {
  const title = writeHeading(spec, ordinal, 'plain');
  const neighbour = sections[0]?.heading.block;
  const level = typed.markdownLevel || (neighbour ? (neighbour.markdownLevel ?? 0) : 2);
  if (markup === 'html') return `<h${String(level || 2)}>${title}</h${String(level || 2)}>`;
  const isMarkdown = typed.markdownLevel > 0 || (markup === 'markdown' && level > 0);
  return isMarkdown ? `${'#'.repeat(level)} ${title}` : title;
}

/** In a section, the sentences that its edition says are usual there. */
function sentenceOffers({ sections, typed }: Place): Offer[] {
  const spec = sections.findLast(({ titleSpan }) => titleSpan.end < typed.span.start)?.spec;
  return (spec?.sentences ?? []).map(sentence => ({
    label: sentence,
    kind: CompletionItemKind.Text,
    detail: spec?.title ?? '',
    words: [sentence, spec?.initials ?? ''],
    text: sentence.replaceAll('#', FIGURE),
  }));
}

/** In the last section, what it usually says, and behind all other text the signature. */
function closingOffers({ source, report, sections, typed, year, lineEnd, options: { language, now } }: Place): Offer[] {
  if (sections.findLast(({ titleSpan }) => titleSpan.end < typed.span.start)?.role !== 'other') return [];
  const offer = (kind: ClosingKind, text: string): Offer => {
    const shown = asText(text, message(language, 'completion.publicBody')).replaceAll(lineEnd, ' ');
    return {
      label: message(language, `completion.closing.${kind}`),
      kind: CompletionItemKind.Text,
      detail: shown,
      words: [...CLOSING_WORDS[kind], shown],
      text,
    };
  };
  const fees = report.kind.id !== FIRST_KIND || !areFeesCollected(year) ? [] : (['noFees', 'fees'] as const);
  const isAtEnd = source.text.slice(typed.span.end).trim() === '';
  return [
    ...[...fees, 'nothingElse' as const].map(kind =>
      offer(
        kind,
        writeClosing(kind, () => FIGURE),
      ),
    ),
    ...(isAtEnd ? [offer('signature', writeSignature(report.publicBody?.value ?? BODY, now, lineEnd))] : []),
  ];
}

/** Words and initials by which what closes a report is found, besides its own. */
const CLOSING_WORDS: Readonly<Record<ClosingKind, readonly string[]>> = {
  noFees: ['信息处理费', 'xxclf', 'sf'],
  fees: ['信息处理费', 'xxclf', 'sf'],
  nothingElse: ['其他', 'mtqt', 'qt'],
  signature: ['落款', 'lk', '日期', 'rq'],
};

function tableOffers(place: Place): Offer[] {
  const { edition, report, sections, typed, markup } = place;
  const present = new Set(report.tables.map(table => table.spec.id));
  const here = sections.filter(section => section.titleSpan.start < typed.span.start).at(-1)?.id;
  const layout = layoutFor(report, markup);
  const rank = (table: TableSpec) =>
    (present.has(table.id) ? 4 : 0) + (table.section === here ? 0 : 2) + (table.isRequired ? 0 : 1);
  return [...edition.tables]
    .sort((a, b) => rank(a) - rank(b))
    .map(table => tableOffer(table, layout, present.has(table.id), place));
}

function tableOffer(table: TableSpec, layout: TableLayout, isPresent: boolean, place: Place): Offer {
  const {
    edition,
    year,
    lineEnd,
    options: { language },
  } = place;
  const ordinal = edition.sections.findIndex(section => section.id === table.section) + 1;
  // The tables in force are known by the number of their section: 表三.
  const name = table.isRequired ? `表${numberToChinese(ordinal)}` : '表';
  const layoutName = message(language, `completion.layout.${layout}`);
  return {
    label: `${name} ${table.title}${layoutName}`,
    kind: CompletionItemKind.Struct,
    detail: message(language, isPresent ? 'completion.presentTable' : 'completion.missingTable'),
    words: [name, table.title, table.initials, 'bg', layoutName],
    text: writeTable(table, layout, () => FIGURE, { reportYear: year, lineEnd, alignment: 'withBlanks' }),
  };
}

function toItem(
  offer: Offer,
  index: number,
  { source, typed, options: { language, clientCapabilities, hasCellKeys = false } }: Place,
): CompletionItem {
  const publicBody = message(language, 'completion.publicBody');
  const [newText, isSnippet] = clientCapabilities.snippets
    ? asSnippet(offer.text, publicBody, hasCellKeys)
    : [asText(offer.text, publicBody), false];
  return {
    label: offer.label,
    kind: offer.kind,
    detail: offer.detail,
    ...(offer.documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.PlainText, value: offer.documentation } }),
    sortText: String(index).padStart(3, '0'),
    // The client compares this with all that the edit replaces, hence the prefix as typed.
    filterText: typed.prefix + offer.words.join(' '),
    textEdit: { range: toRange(source, typed.span), newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
}

function asText(text: string, publicBody: string): string {
  return text.replaceAll(FIGURE, '').replaceAll(BODY, publicBody);
}

/**
 * The text with tab stops: the name of the public body first and everywhere the same, then each figure, or with
 * `hasCellKeys` the first figure, where the cursor stays.
 */
function asSnippet(text: string, publicBody: string, hasCellKeys: boolean): [text: string, isSnippet: boolean] {
  if (!text.includes(FIGURE) && !text.includes(BODY)) return [text, false];
  const bodyStop = text.includes(BODY) ? 1 : 0;
  let stop = bodyStop;
  let isNamed = false;
  let isBegun = false;
  const snippet = text.replace(/[\\$}]/g, '\\$&').replace(/[\ue000\ue001]/g, sign => {
    if (sign === FIGURE) {
      if (!hasCellKeys) return `\${${String(++stop)}}`;
      const first = isBegun ? '' : '$0';
      isBegun = true;
      return first;
    }
    if (isNamed) return `\${${String(bodyStop)}}`;
    isNamed = true;
    return `\${${String(bodyStop)}:${publicBody}}`;
  });
  return [snippet, true];
}
