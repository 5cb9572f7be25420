import { type Citation, type CitationContext, type Mention, statuteOf } from '../../model/citations/citation.ts';
import { NO_TEXTS, type OfficialTexts } from '../../analysis/files/officialText.ts';
import type { Language } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import { citationsIn } from '../../model/citations/citationScanner.ts';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import type { VersionReason } from '../../statutes/registry/statuteNames.ts';
import {
  appliesFrom,
  clauseOf,
  counterpart,
  nextVersion,
  previousVersion,
  type ClauseLookup,
} from '../../statutes/index.ts';
import type {
  Article,
  ClauseReference,
  PolicyDocument,
  Statute,
  UnverifiedFact,
  Verification,
} from '../../statutes/types.ts';
import { escapeMarkdown, lines, paragraphs } from '../support/markdown.ts';
import { articleIn, notesIn, topicIn, versionIn } from './inLanguage.ts';
import { wordingOf } from './officialWording.ts';

/** Longest explanation shown; those of the statutes are shorter. */
const LONGEST_EXPLANATION = 600;

/**
 * Explanation of a cited clause: its version and why that version, with the official wording where `texts` have it;
 * undefined for a statute that is not known here. Where its facts come from stands in the statute's own text.
 */
export function clauseCard(
  citation: Citation,
  context: CitationContext,
  language: Language,
  texts: OfficialTexts = NO_TEXTS,
): string | undefined {
  const statute = statuteOf(citation, context);
  if (!statute) return undefined;
  const say = messagesIn(language);
  const lookup = clauseOf(statute, citation);
  const article = 'article' in lookup ? lookup.article : undefined;
  const wording = article && articleIn(language, statute, article);
  const title = wording?.title === undefined ? '' : ` · ${escapeMarkdown(wording.title)}`;
  return paragraphs([
    `**${escapeMarkdown(`《${statute.title}》${clauseName(citation)}`)}**${title}`,
    statuteLine(statute, context, language),
    lookup.kind === 'found' ? undefined : `⚠ ${missing(statute, citation, lookup, language)}`,
    itemLine(statute, lookup, citation, language),
    rangeTopics(statute, article, citation, language),
    article ? explanation(statute, article, language) : undefined,
    wordingOf(texts.get(statute.id), citation, language),
    wording && wording.keyFigures.length > 0
      ? say('hover.keyFigures', { figures: escapeMarkdown(wording.keyFigures.join(language === 'en' ? '; ' : '；')) })
      : undefined,
    lines([
      versionLine(statute, citation.reason, citation.how, context, language),
      otherVersionLine(statute, citation, lookup.kind !== 'noArticle', context, language),
    ]),
  ]);
}

/** Explanation of a named statute or document on policy; undefined for one that is not known here. */
export function statuteCard(mention: Mention, context: CitationContext, language: Language): string | undefined {
  const statute = statuteOf(mention, context);
  if (!statute) return mention.policy && policyCard(mention.policy, language);
  return paragraphs([
    `**${escapeMarkdown(`《${statute.title}》`)}**`,
    statuteLine(statute, context, language),
    ...notesIn(language, statute).map(note => escapeMarkdown(note, LONGEST_EXPLANATION)),
    versionLine(statute, mention.reason, 'named', context, language),
  ]);
}

function policyCard({ title, number, verification, notes = [] }: PolicyDocument, language: Language): string {
  return paragraphs([
    `**${escapeMarkdown(title)}**`,
    escapeMarkdown(number) + verificationMark(verification, language),
    ...notes.map(note => escapeMarkdown(note, LONGEST_EXPLANATION)),
  ]);
}

/** The clauses that a label's basis names (第十五条、第三十二条), one line each; the statutes not known here are left out. */
export function clauseLines(basis: string, context: CitationContext, language: Language): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const citation of citationsIn(basis, context)) {
    const statute = statuteOf(citation, context);
    const lookup = statute ? clauseOf(statute, citation) : undefined;
    if (!statute || lookup?.kind !== 'found') continue;
    const key = `${statute.id}#${String(citation.article)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { article } = lookup;
    const head = `${statute.title}${statute.version === undefined ? '' : `（${versionIn(language, statute)}）`}${clauseName({ article: citation.article })}`;
    const { title } = articleIn(language, statute, article);
    found.push(
      `- ${escapeMarkdown(head)}${title === undefined ? '' : ` · ${escapeMarkdown(title)}`}${language === 'en' ? ': ' : '：'}${explanation(statute, article, language)}`,
    );
  }
  return found;
}

/** The topic of the cited item, and which tables of the report ask for it. */
function itemLine(statute: Statute, lookup: ClauseLookup, citation: Citation, language: Language): string | undefined {
  if (lookup.kind !== 'found' || !lookup.topic || citation.rangeFrom) return undefined;
  const { topic, reportTable } = topicIn(language, statute, lookup.article, lookup.topic);
  const args = {
    item: escapeMarkdown(clauseName(citation)),
    topic: escapeMarkdown(topic),
    tables: escapeMarkdown(reportTable ?? ''),
  };
  return message(language, reportTable === undefined ? 'hover.item' : 'hover.itemInTable', args);
}

function versionName(statute: Statute, language: Language): string {
  return escapeMarkdown(versionIn(language, statute));
}

function fullName(statute: Statute, language: Language): string {
  const { title, version } = statute;
  return escapeMarkdown(`《${title}》${version === undefined ? '' : `（${versionIn(language, statute)}）`}`);
}

/** Version, issuer, number, since when; what was not seen in a source is marked. */
function statuteLine(statute: Statute, { local }: CitationContext, language: Language): string {
  const say = messagesIn(language);
  const mark = (fact: UnverifiedFact): string =>
    statute.unverified?.includes(fact) ? say('hover.unverifiedMark') : '';
  const parts: string[] = [];
  if (statute.version !== undefined) parts.push(versionName(statute, language));
  if (statute.issuedBy !== undefined) parts.push(escapeMarkdown(statute.issuedBy));
  if (statute.documentNumber !== undefined) parts.push(escapeMarkdown(statute.documentNumber) + mark('documentNumber'));
  else if (statute.unverified?.includes('documentNumber')) parts.push(say('hover.numberUnknown'));
  if (statute.firstReportYear !== undefined)
    parts.push(say('hover.firstReportYear', { year: statute.firstReportYear }));
  else if (statute.effective !== undefined)
    parts.push(say('hover.effective', { date: dateIn(language, statute.effective) }) + mark('effective'));
  else if (statute.firstEffective !== undefined)
    parts.push(say('hover.firstEffective', { date: dateIn(language, statute.firstEffective) }));
  else if (statute.promulgated !== undefined) {
    parts.push(say('hover.promulgated', { date: dateIn(language, statute.promulgated) }) + mark('promulgated'));
    if (statute.unverified?.includes('effective')) parts.push(say('hover.effectiveUnknown'));
  }
  const later = nextVersion(statute, local?.statutes);
  if (statute.repealed !== undefined) parts.push(say('hover.repealed', { date: dateIn(language, statute.repealed) }));
  else if (later && statute.superseded?.from !== undefined) {
    parts.push(
      say('hover.supersededFrom', {
        date: dateIn(language, statute.superseded.from),
        version: versionName(later, language),
      }),
    );
  } else if (later) parts.push(say('hover.superseded', { version: versionName(later, language) }));
  else if (statute.unverified?.includes('repeal')) parts.push(say('hover.repealUnknown'));
  return parts.join(' · ');
}

/** Chinese dates are written out, English ones stay ISO; a year alone stays a year. */
export function dateIn(language: Language, iso: string): string {
  const [year = '', month, day] = iso.split('-');
  if (language === 'en') return iso;
  return month === undefined || day === undefined
    ? `${year}年`
    : `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

function explanation(statute: Statute, article: Article, language: Language): string {
  return (
    escapeMarkdown(articleIn(language, statute, article).explanation, LONGEST_EXPLANATION) +
    verificationMark(article.verification, language)
  );
}

function verificationMark(verification: Verification | undefined, language: Language): string {
  if (verification === undefined || verification === 'verified') return '';
  return message(language, verification === 'partly' ? 'hover.partlyUnverifiedMark' : 'hover.unverifiedMark');
}

function missing(
  statute: Statute,
  reference: ClauseReference,
  lookup: Exclude<ClauseLookup, { kind: 'found' }>,
  language: Language,
): string {
  const say = messagesIn(language);
  const { article, paragraph } = reference;
  switch (lookup.kind) {
    case 'notRecorded':
      return say('hover.notRecorded', { clause: clauseName({ article }) });
    case 'noArticle':
      return say('hover.noArticle', {
        statute: fullName(statute, language),
        count: lookup.count,
        clause: clauseName({ article }),
      });
    case 'noParagraph':
      return say('hover.noParagraph', {
        whole: clauseName({ article }),
        count: lookup.count,
        clause: clauseName(reference),
      });
    case 'noItem': {
      const whole = clauseName({ article, ...(paragraph === undefined ? {} : { paragraph }) });
      return say(lookup.count === 0 ? 'hover.noItems' : 'hover.noItem', {
        whole,
        count: lookup.count,
        clause: clauseName(reference),
      });
    }
  }
}

/** Topics of the items from the first to the last of a range within one article. */
function rangeTopics(
  statute: Statute,
  article: Article | undefined,
  citation: Citation,
  language: Language,
): string | undefined {
  const { rangeFrom, item } = citation;
  if (
    !article ||
    !rangeFrom ||
    rangeFrom.article !== citation.article ||
    rangeFrom.item === undefined ||
    item === undefined
  )
    return undefined;
  const first = rangeFrom.item;
  const topics = article.items.flatMap(list => list.topics ?? []).slice(first - 1, item);
  if (topics.length === 0) return undefined;
  return topics
    .map((each, i) =>
      message(language, 'hover.rangeItem', {
        item: escapeMarkdown(
          clauseName({ article: article.no, item: first + i }).slice(clauseName({ article: article.no }).length),
        ),
        topic: escapeMarkdown(topicIn(language, statute, article, each).topic),
      }),
    )
    .join('\n');
}

function versionLine(
  statute: Statute,
  reason: VersionReason | null,
  how: Citation['how'],
  context: CitationContext,
  language: Language,
): string | undefined {
  const say = messagesIn(language);
  const version = versionName(statute, language);
  const year = context.reportYear ?? 0;
  const bare = how === 'bare' ? say('hover.bare') : '';
  switch (reason) {
    case 'reportYear':
      return say('hover.version.reportYear', { year, version }) + bare;
    case 'published':
      return say('hover.version.published', { date: dateIn(language, context.publishedOn ?? ''), version }) + bare;
    case 'stated':
      return statute.version === undefined ? undefined : say('hover.version.stated', { version });
    case 'newest':
      return say('hover.version.newest', { version }) + bare;
    case 'noneInForce':
      return context.reportYear === null
        ? undefined
        : say('hover.version.noneInForce', { year, version, from: dateIn(language, appliesFrom(statute)) });
    case 'only':
    case null:
      return undefined;
  }
}

/** The same matter in the version before or after; for an article that does not exist, the same number there. */
function otherVersionLine(
  statute: Statute,
  citation: Citation,
  exists: boolean,
  { local }: CitationContext,
  language: Language,
): string | undefined {
  const say = messagesIn(language);
  if (!exists) {
    const other = previousVersion(statute, local?.statutes) ?? nextVersion(statute, local?.statutes);
    const lookup = other ? clauseOf(other, citation) : undefined;
    if (!other || lookup?.kind !== 'found') return undefined;
    return say('hover.elsewhere', {
      version: versionName(other, language),
      clause: escapeMarkdown(clauseName(citation)),
      title: escapeMarkdown(articleIn(language, other, lookup.article).title ?? ''),
    });
  }
  const other = counterpart(statute, citation.article);
  if (!other) return undefined;
  const version = versionName(other.statute, language);
  if (other.articles.length === 0) return say('hover.counterpart.none', { version });
  const articles = other.articles.map(no => {
    const found = other.statute.articles.find(article => article.no === no);
    const title = found && articleIn(language, other.statute, found).title;
    const [opening, closing] = language === 'en' ? [' (', ')'] : ['（', '）'];
    return `${clauseName({ article: no })}${title === undefined ? '' : `${opening}${title}${closing}`}`;
  });
  return say('hover.counterpart', {
    version,
    articles: escapeMarkdown(articles.join(language === 'en' ? ', ' : '、')),
  });
}
