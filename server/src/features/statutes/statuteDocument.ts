import { contextOfYear, type CitationContext } from '../../model/citations/citation.ts';
import type { OfficialText, OfficialTexts } from '../../analysis/files/officialText.ts';
import type { IdAccepting, Language, MessageId, NoArgs, RestArgs } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { citationsIn } from '../../model/citations/citationScanner.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { OWN_NAMES } from '../../statutes/registry/genericNames.ts';
import type { LocalStatutes } from '../../statutes/registry/localStatutes.ts';
import { counterpart, nextVersion, previousVersion } from '../../statutes/index.ts';
import type { Article, ClauseReference, Statute } from '../../statutes/types.ts';
import { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { dateIn } from './clauseCard.ts';
import { articleIn, notesIn, topicIn, versionIn } from './inLanguage.ts';
import { titleOf, type StatuteAddresses } from './statuteAddress.ts';
import { beginningOf } from '../../text/shortened.ts';

/** A clause of some statute. */
export interface ClauseTarget extends ClauseReference {
  readonly statuteId: string;
}

/**
 * A statute as a text to be read: what is known of it, its articles explained, its official wording where there is one.
 */
export interface StatuteDocument {
  readonly uri: string;
  readonly statute: Statute;
  readonly source: Source;
  /** Chapters, sections and articles in order. */
  readonly parts: readonly DocumentPart[];
  /** Clauses that its own words speak of. */
  readonly links: readonly DocumentReference[];
  /** Places of its own clauses: an article's heading, an item's line. */
  readonly clauses: readonly DocumentReference[];
}

export interface DocumentPart {
  readonly kind: 'chapter' | 'section' | 'article';
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

export interface DocumentReference {
  readonly span: Span;
  readonly target: ClauseTarget;
}

/** The statutes that can be opened. */
export interface OpenStatutes {
  /** Those of the workspace's own. */
  readonly local: LocalStatutes | undefined;
  readonly officialTexts: OfficialTexts;
  open(id: string): StatuteDocument | undefined;
}

export interface StatuteDocumentOptions {
  readonly official: OfficialText | undefined;
  readonly local: LocalStatutes | undefined;
  readonly language: Language;
  readonly addresses: StatuteAddresses;
}

/** Longest text of our own or of an official line that is shown. */
const LONGEST_LINE = 4000;

/** Writes a statute as a text. */
export function statuteDocument(statute: Statute, options: StatuteDocumentOptions): StatuteDocument {
  return new Writer(statute, options).document();
}

/** Place of a clause in its statute's text: the item's line, else the article's heading, else the beginning. */
export function placeOfClause(
  { clauses, source }: StatuteDocument,
  { article, paragraph, item }: Partial<ClauseReference>,
): Span {
  const inArticle = clauses.filter(({ target }) => target.article === article);
  const heading = inArticle.find(({ target }) => target.item === undefined);
  const exact =
    item === undefined
      ? undefined
      : inArticle.find(
          ({ target }) =>
            target.item === item &&
            (paragraph === undefined || target.paragraph === undefined || target.paragraph === paragraph),
        );
  return exact?.span ?? heading?.span ?? source.line(0);
}

/** Ids of the lines at the head of a statute. */
type FactId = IdAccepting<NoArgs, Extract<MessageId, `statute.${string}`>>;

class Writer {
  private text = '';
  private readonly links: DocumentReference[] = [];
  private readonly clauses: DocumentReference[] = [];
  private readonly parts: { kind: DocumentPart['kind']; name: string; nameSpan: Span; start: number }[] = [];
  private readonly context: CitationContext;

  constructor(
    private readonly statute: Statute,
    private readonly options: StatuteDocumentOptions,
  ) {
    this.context = ownContext(statute, options.local);
  }

  document(): StatuteDocument {
    const { statute } = this;
    this.head();
    let chapter: string | undefined;
    let section: string | undefined;
    for (const no of this.numbers()) {
      const article = statute.articles.find(each => each.no === no);
      if (article?.chapter !== undefined && article.chapter !== chapter) this.heading('chapter', article.chapter);
      if (article?.section !== undefined && article.section !== section) this.heading('section', article.section);
      if (article) ({ chapter, section } = article);
      this.article(no, article);
    }
    return {
      uri: this.options.addresses.addressOf(statute),
      statute,
      source: new Source(this.text),
      links: this.links,
      clauses: this.clauses,
      parts: this.parts.map((part, i) => ({ ...part, span: { start: part.start, end: this.endOf(i) } })),
    };
  }

  /** Numbers of the articles that are explained here or worded in the official text. */
  private numbers(): readonly number[] {
    const all = [...this.statute.articles.map(({ no }) => no), ...(this.options.official?.articles.keys() ?? [])];
    return [...new Set(all)].sort((a, b) => a - b);
  }

  private head(): void {
    const {
      statute,
      options: { official, local, language },
    } = this;
    const unverified = (fact: NonNullable<Statute['unverified']>[number]): string =>
      statute.unverified?.includes(fact) ? this.say('hover.unverifiedMark') : '';
    const day = (iso: string | undefined): string | undefined => iso && dateIn(language, iso);
    this.line(titleOf(statute));
    this.line('');
    this.fact('statute.number', statute.documentNumber && `${statute.documentNumber}${unverified('documentNumber')}`);
    this.fact('statute.issuedBy', statute.issuedBy);
    this.fact('statute.adopted', day(statute.adopted));
    this.fact(
      'statute.promulgated',
      statute.promulgated && `${day(statute.promulgated) ?? ''}${unverified('promulgated')}`,
    );
    this.fact('statute.amended', statute.amended?.map(each => day(each) ?? '').join('、'));
    this.fact('statute.effective', statute.effective && `${day(statute.effective) ?? ''}${unverified('effective')}`);
    if (statute.firstReportYear !== undefined)
      this.line(this.say('hover.firstReportYear', { year: statute.firstReportYear }));
    this.fact('statute.repealed', day(statute.repealed));
    const later = nextVersion(statute, local?.statutes);
    const earlier = previousVersion(statute, local?.statutes);
    this.version('statute.later', later, statute.superseded?.from);
    this.version('statute.earlier', earlier, undefined);
    this.fact('statute.publication', statute.publication);
    this.fact('statute.checked', statute.checked);
    for (const note of notesIn(language, statute)) this.linked(flat(note));
    this.line('');
    this.line(official ? this.say('statute.official', { file: official.file }) : this.say('statute.ownWords'));
  }

  private version(id: FactId, statute: Statute | undefined, from: string | undefined): void {
    if (!statute) return;
    const label = this.say(id);
    const date = from === undefined ? '' : this.say('statute.since', { date: dateIn(this.options.language, from) });
    this.link(label.length, titleOf(statute), { statuteId: statute.id, article: 0 });
    this.line(`${label}${titleOf(statute)}${date}`);
  }

  private article(no: number, article: Article | undefined): void {
    const own = (reference: ClauseReference): ClauseTarget => ({ statuteId: this.statute.id, ...reference });
    const wording = article && articleIn(this.options.language, this.statute, article);
    const name = [clauseName({ article: no }), wording?.title]
      .filter(part => part !== undefined)
      .map(flat)
      .join('  ');
    this.line('');
    const start = this.text.length;
    this.parts.push({ kind: 'article', name, nameSpan: { start, end: start + name.length }, start });
    this.clauses.push({ span: { start, end: start + name.length }, target: own({ article: no }) });
    this.line(name);
    if (article && wording) {
      const mark =
        article.verification === undefined || article.verification === 'verified'
          ? ''
          : this.say(article.verification === 'partly' ? 'hover.partlyVerified' : 'hover.notVerified', {
              checked: flat(article.checked ?? ''),
            });
      this.linked(`    ${flat(wording.explanation)}${mark}`);
      if (wording.keyFigures.length > 0)
        this.line(
          `    ${this.say('hover.keyFigures', { figures: flat(wording.keyFigures.join(this.options.language === 'en' ? '; ' : '；')) })}`,
        );
      if (article.paragraphs !== undefined && article.paragraphs > 1)
        this.line(`    ${this.say('statute.paragraphs', { count: article.paragraphs })}`);
      this.items(article, own);
      this.counterparts(no);
    }
    const official = this.options.official?.articles.get(no);
    if (!official) return;
    this.line(`    ${this.say('statute.wording')}`);
    for (const { text, item, paragraph } of official.lines) {
      const line = `      ${flat(text)}`;
      const isKnown =
        item === undefined || this.clauses.some(({ target }) => target.article === no && target.item === item);
      if (!isKnown)
        this.clauses.push({
          span: { start: this.text.length + 6, end: this.text.length + line.length },
          target: own({ article: no, paragraph, item }),
        });
      this.linked(line);
    }
  }

  private items(article: Article, own: (reference: ClauseReference) => ClauseTarget): void {
    const { no, items, paragraphs } = article;
    for (const { paragraph, count, topics } of items) {
      const lead =
        paragraph !== undefined && paragraphs !== undefined && paragraphs > 1
          ? this.say('statute.itemsOf', {
              whole: clauseName({ article: no, paragraph }).slice(clauseName({ article: no }).length),
              count,
            })
          : this.say('statute.items', { count });
      this.line(`    ${lead}${topics && topics.length > 0 ? this.say('statute.colon') : ''}`);
      for (const [i, each] of (topics ?? []).entries()) {
        const { topic, reportTable } = topicIn(this.options.language, this.statute, article, each);
        const item = i + 1;
        const name = clauseName({ article: no, item }).slice(clauseName({ article: no }).length);
        const line = `      ${name}  ${flat(topic)}${reportTable === undefined ? '' : this.say('statute.inTable', { tables: flat(reportTable) })}`;
        this.clauses.push({
          span: { start: this.text.length + 6, end: this.text.length + line.length },
          target: own({ article: no, ...(paragraph === undefined ? {} : { paragraph }), item }),
        });
        this.line(line);
      }
    }
  }

  private counterparts(no: number): void {
    const other = counterpart(this.statute, no);
    if (!other || other.articles.length === 0) return;
    let line = `    ${this.say('statute.counterpart', { version: versionIn(this.options.language, other.statute) })}`;
    for (const [i, article] of other.articles.entries()) {
      if (i > 0) line += '、';
      const name = clauseName({ article });
      this.link(line.length, name, { statuteId: other.statute.id, article });
      line += name;
    }
    this.line(line);
  }

  private heading(kind: 'chapter' | 'section', name: string): void {
    this.line('');
    const start = this.text.length;
    this.parts.push({ kind, name: flat(name), nameSpan: { start, end: start + flat(name).length }, start });
    this.line(flat(name));
  }

  private fact(id: FactId, value: string | undefined): void {
    if (value !== undefined && value !== '') this.line(`${this.say(id)}${flat(value)}`);
  }

  /** A line whose citations lead to their clauses; one without a statute's name means this statute. */
  private linked(line: string): void {
    for (const { span, name, statuteId, article, paragraph, item } of citationsIn(line, this.context)) {
      const id = name === undefined ? this.statute.id : statuteId;
      if (id === null) continue;
      this.links.push({
        span: { start: this.text.length + span.start, end: this.text.length + span.end },
        target: {
          statuteId: id,
          article,
          ...(paragraph === undefined ? {} : { paragraph }),
          ...(item === undefined ? {} : { item }),
        },
      });
    }
    this.line(line);
  }

  private link(column: number, words: string, target: ClauseTarget): void {
    const start = this.text.length + column;
    this.links.push({ span: { start, end: start + words.length }, target });
  }

  private line(line: string): void {
    this.text += `${line}\n`;
  }

  private say<Id extends MessageId>(id: Id, ...args: RestArgs<Id>): string {
    return message(this.options.language, id, ...args);
  }

  /** A part ends where the next of its rank or of a higher one begins. */
  private endOf(index: number): number {
    const ranks = { chapter: 0, section: 1, article: 2 } as const;
    const rank = ranks[this.parts[index]?.kind ?? 'article'];
    const next = this.parts.slice(index + 1).find(({ kind }) => ranks[kind] <= rank);
    return (next?.start ?? this.text.length) - 1;
  }
}

/**
 * In a statute's own text 本条例, 本法 and the like are the statute itself, and the year is the last in which it applied.
 */
function ownContext(statute: Statute, local: LocalStatutes | undefined): CitationContext {
  const from = statute.superseded?.from;
  const context = contextOfYear(from === undefined ? null : Number(from.slice(0, 4)) - 1, local);
  return {
    ...context,
    abbreviations: new Map(
      OWN_NAMES.map(name => [name, { name, title: statute.title, candidates: [statute], hint: {} }]),
    ),
  };
}

/** One line without control signs. */
function flat(text: string): string {
  return beginningOf(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ').trim(), LONGEST_LINE);
}
