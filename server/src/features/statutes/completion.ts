import { citationContext } from '../../model/citations/citationContext.ts';
import { statuteOf, type Citation, type CitationContext } from '../../model/citations/citation.ts';
import { blockAt, isKind } from '../../syntax/block.ts';
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver-types';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { FIRST_KIND } from '../../format/kind.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import type { Report } from '../../model/report.ts';
import { citationTypedAt } from '../../model/citations/paragraphCitations.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { chooseVersion } from '../../statutes/registry/statuteNames.ts';
import { namesOf, statutes, versionsOf } from '../../statutes/index.ts';
import { policyDocuments } from '../../statutes/data/policy-documents.ts';
import type { Article, PolicyDocument, Statute } from '../../statutes/types.ts';
import { fullWidthDigits, numberToChinese } from '../../text/numerals.ts';
import { fold } from '../../text/fold.ts';
import { indexOf } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { ClientCapabilities } from '../support/clientCapabilities.ts';
import { toRange } from '../support/convert.ts';

interface Options {
  readonly language: Language;
  readonly clientCapabilities: Pick<ClientCapabilities, 'snippets'>;
}

/** Text before the cursor that is looked at. */
const WINDOW = 400;

/**
 * Completions of a citation at the cursor: titles behind 《, the clauses of the statute that was named behind 第,
 * document numbers behind 〔 and 令第. Undefined where no citation is being typed; an empty list where one is and nothing
 * is known.
 */
export function citationCompletion(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
  options: Options,
): CompletionItem[] | undefined {
  const placed = blockAt(report.blocks, offset);
  if (!placed || !(isKind(placed, 'paragraph') || isKind(placed, 'heading'))) return undefined;
  const line = source.line(source.lineAt(offset));
  const before = source.text.slice(Math.max(line.start, offset - WINDOW), offset);
  const typing: Typing = {
    before,
    after: source.text.slice(offset, Math.min(line.end, offset + 8)),
    context: citationContext(report),
    prescribing: prescribingTitles(report),
    options,
    citationBefore: (typed, words) => {
      const { text } = placed.block;
      // The paragraph is read with other signs than the draft may write: 第１ is 第1 there.
      const [end, typedEnd] = [indexOf(text, offset - placed.at - typed.length), indexOf(text, offset - placed.at)];
      return end >= 0 && fold(text.text.slice(end, typedEnd)) === fold(typed)
        ? citationTypedAt(report, placed, end, words)
        : undefined;
    },
  };
  const offered = offerTitles(typing) ?? offerNumbers(typing) ?? offerOrders(typing) ?? offerClauses(typing);
  return offered?.offers.map((offer, index) => {
    const span: Span = { start: offset - offered.typed, end: offset + offered.taken };
    const isSnippet = options.clientCapabilities.snippets && offer.text.includes(STOP);
    return {
      label: offer.label,
      kind: CompletionItemKind.Reference,
      detail: offer.detail,
      ...(offer.documentation === undefined
        ? {}
        : { documentation: { kind: MarkupKind.PlainText, value: offer.documentation } }),
      sortText: String(index).padStart(3, '0'),
      filterText: offer.words.join(' '),
      textEdit: {
        range: toRange(source, span),
        newText: isSnippet ? offer.text.replace(/[\\$}]/g, '\\$&').replace(STOP, '${1}') : offer.text.replace(STOP, ''),
      },
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
    };
  });
}

interface Typing {
  readonly before: string;
  readonly after: string;
  readonly context: CitationContext;
  /** Titles of the documents that prescribe reports of the draft's kind. */
  readonly prescribing: readonly string[];
  readonly options: Options;
  /** The citation that ends in front of what was typed, or would end there with `words` in its place. */
  readonly citationBefore: (typed: string, words?: string) => Citation | undefined;
}

interface Offered {
  readonly offers: readonly Offer[];
  /** Characters before and behind the cursor that an item replaces. */
  readonly typed: number;
  readonly taken: number;
}

interface Offer {
  readonly label: string;
  readonly detail: string;
  readonly documentation?: string;
  /** Words by which it is found; the client compares them with what the edit replaces. */
  readonly words: readonly string[];
  /** With {@link STOP} where something is left to fill in. */
  readonly text: string;
}

/** A sign that no draft has, for a place to fill in. */
const STOP = '\ue000';

// ── titles ──

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〈', '〉'],
]);
const OPEN_TITLE = /([《〈])([^《》〈〉。；！？<>|]{0,40})$/;

/** Those of the first kind stand first anyway. */
function prescribingTitles({ kind, editions }: Report): readonly string[] {
  if (kind.id === FIRST_KIND) return [];
  return editions.editions.flatMap(({ issuingDocument }) => issuingDocument?.title ?? []);
}

function offerTitles({ before, after, context, prescribing, options: { language } }: Typing): Offered | undefined {
  const [, opening = '', typed] = OPEN_TITLE.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const closing = CLOSING.get(opening) ?? '》';
  const isClosed = after.startsWith(closing);
  const offers: Offer[] = [];
  for (const { name, title, candidates } of context.abbreviations.values()) {
    offers.push({
      label: name,
      detail: message(language, 'completion.shortName', { title }),
      text: name + closing,
      words: [name, ...candidates.map(({ initials = '' }) => initials)],
    });
  }
  const applicable = applicableStatutes(context);
  const isPrescribing = ({ title }: Statute): boolean => prescribing.includes(title);
  const ordered = [...applicable.filter(isPrescribing), ...applicable.filter(statute => !isPrescribing(statute))];
  for (const statute of ordered) {
    const { title, documentNumber = '', initials = '', notes } = statute;
    offers.push({
      label: title,
      detail: describeVersion(statute),
      ...(notes.length > 0 ? { documentation: notes.join('\n') } : {}),
      words: [...namesOf(statute), initials, documentNumber],
      text: title + closing,
    });
  }
  for (const { number, title, checked, notes = [checked] } of knownPolicies(context)) {
    offers.push({
      label: `${title}（${number}）`,
      detail: number,
      documentation: notes.join('\n'),
      words: [title, number],
      text: isClosed ? title : `${title}${closing}（${number}）`,
    });
  }
  return { offers, typed: typed.length, taken: isClosed ? 1 : 0 };
}

/** One version of each law: that of the report; laws made after it are left out. */
function applicableStatutes({ reportYear, publishedOn, local }: CitationContext): readonly Statute[] {
  const found: Statute[] = [];
  for (const statute of [...statutes, ...(local?.statutes ?? [])]) {
    const versions = versionsOf(statute, local?.statutes);
    const { statute: version } = chooseVersion(versions, {}, reportYear, publishedOn) ?? { statute };
    const [first = statute] = versions;
    const made = first.adopted ?? first.promulgated ?? first.effective ?? '';
    if (found.includes(version) || (reportYear !== null && made > `${String(reportYear + 1)}-12-31`)) continue;
    found.push(version);
  }
  return found;
}

function knownPolicies({ local }: CitationContext): readonly PolicyDocument[] {
  return [...policyDocuments, ...(local?.policies ?? [])];
}

function describeVersion({ version, documentNumber }: Statute): string {
  return [version, documentNumber].filter(part => part !== undefined).join(' · ');
}

// ── clauses ──

const NUMERAL = '0-9０-９零〇一二三四五六七八九十百';
const TYPED_ARTICLE = new RegExp(`第[${NUMERAL}]{0,4}条?$`);
const TYPED_PART = new RegExp(`第[（(]?[${NUMERAL}]{0,3}[）)]?[款项]?$`);
const WHOLE = '第一条';

function offerClauses({ before, after, context, citationBefore }: Typing): Offered | undefined {
  const part = TYPED_PART.exec(before);
  if (part) {
    const whole = citationBefore(part[0]);
    // 第二十条第 goes on with a part of the article, 第十九条、第 with another article.
    if (whole && whole.item === undefined) {
      const statute = statuteOf(whole, context);
      const article = statute?.articles.find(({ no }) => no === whole.article);
      return article && { offers: offerParts(article, whole.paragraph), typed: part[0].length, taken: 0 };
    }
  }
  const typed = TYPED_ARTICLE.exec(before);
  if (!typed) return undefined;
  // The statute to which a whole clause in this place would belong.
  const cited = citationBefore(typed[0], WHOLE);
  if (!cited || cited.how === 'bare' || cited.how === 'sentence') return undefined;
  const statute = statuteOf(cited, context);
  if (!statute) return undefined;
  return {
    offers: statute.articles.map(offerArticle),
    typed: typed[0].length,
    taken: !typed[0].endsWith('条') && after.startsWith('条') ? 1 : 0,
  };
}

function offerArticle(article: Article): Offer {
  const { no, title = '', explanation, keywords } = article;
  const name = clauseName({ article: no });
  return {
    label: name,
    detail: title,
    documentation: explanation,
    words: [name, ...arabic('第', no, '条'), title, ...keywords],
    text: name,
  };
}

/** The number in Arabic digits, half and full width. */
function arabic(before: string, value: number, behind: string): string[] {
  const digits = String(value);
  return [digits, fullWidthDigits(digits)].map(each => before + each + behind);
}

/** Paragraphs and items of an article; only the items of one paragraph where that was typed. */
function offerParts(article: Article, paragraph: number | undefined): readonly Offer[] {
  const { title = '', explanation, paragraphs = 0, items } = article;
  const offers: Offer[] = [];
  for (const list of items) {
    if (paragraph !== undefined && list.paragraph !== undefined && list.paragraph !== paragraph) continue;
    for (let item = 1; item <= list.count; item++) {
      const name = `第（${numberToChinese(item)}）项`;
      const topic = list.topics?.[item - 1]?.topic ?? title;
      offers.push({
        label: name,
        detail: topic,
        text: name,
        words: [
          name,
          `第${numberToChinese(item)}项`,
          `第(${numberToChinese(item)})项`,
          ...arabic('第（', item, '）项'),
          ...arabic('第(', item, ')项'),
          ...arabic('第', item, '项'),
          topic,
        ],
      });
    }
  }
  if (paragraph !== undefined || paragraphs < 2) return offers;
  for (let no = 1; no <= paragraphs; no++) {
    const name = `第${numberToChinese(no)}款`;
    offers.push({
      label: name,
      detail: title,
      documentation: explanation,
      words: [name, ...arabic('第', no, '款')],
      text: name,
    });
  }
  return offers;
}

// ── document numbers ──

const TYPED_NUMBER = /([一-鿿]{0,16})〔(\d{0,4}(?:〕\d{0,4})?)$/;
const TYPED_ORDER = /(?:国务院|^|[^一-鿿])令(第?\d{0,4})$/;

function offerNumbers({ before, after, context, options: { language } }: Typing): Offered | undefined {
  const match = TYPED_NUMBER.exec(before);
  if (!match) return undefined;
  const [, issuer = '', typed = ''] = match;
  const documents = [
    ...applicableStatutes(context).flatMap(statute =>
      statute.documentNumber === undefined ? [] : [{ number: statute.documentNumber, title: statute.title }],
    ),
    ...knownPolicies(context),
  ];
  const offers: Offer[] = documents.flatMap(({ number, title }) => {
    const bracket = number.indexOf('〔');
    if (bracket < 0 || !issuer.endsWith(number.slice(0, bracket))) return [];
    const rest = number.slice(bracket + 1);
    return [{ label: number, detail: title, words: [rest, title], text: rest }];
  });
  const { reportYear } = context;
  for (const year of reportYear === null ? [] : [reportYear, reportYear + 1, reportYear - 1]) {
    offers.push({
      label: `〔${String(year)}〕`,
      detail: message(language, 'completion.numberOfYear', { year }),
      words: [`${String(year)}〕`],
      text: `${String(year)}〕${STOP}号`,
    });
  }
  return { offers, typed: typed.length, taken: after.startsWith('〕') && !typed.includes('〕') ? 1 : 0 };
}

function offerOrders({ before, after, context }: Typing): Offered | undefined {
  const typed = TYPED_ORDER.exec(before)?.[1];
  if (typed === undefined || typed === '') return undefined;
  const offers = applicableStatutes(context).flatMap(({ documentNumber = '', title }): Offer[] => {
    const text = /国务院令(第\d+号)$/.exec(documentNumber)?.[1];
    return text === undefined ? [] : [{ label: text, detail: title, words: [text, title], text }];
  });
  return { offers, typed: typed.length, taken: after.startsWith('号') ? 1 : 0 };
}
