import type { Article, ClauseReference, ItemTopic, Statute } from './types.ts';
import { baomi2010 } from './data/baomi-2010.ts';
import { baomi2024 } from './data/baomi-2024.ts';
import { chufa2021 } from './data/chufa-2021.ts';
import { dangan2020 } from './data/dangan-2020.ts';
import { explain2016201 } from './data/explain-2016-201.ts';
import { fazhiDucha2019 } from './data/fazhi-ducha-2019.ts';
import { fazhiGangyao2015 } from './data/fazhi-gangyao-2015.ts';
import { fazhiGangyao2021 } from './data/fazhi-gangyao-2021.ts';
import { format2019 } from './data/format-2019.ts';
import { format2021 } from './data/format-2021.ts';
import { fuyi2017 } from './data/fuyi-2017.ts';
import { fuyi2023 } from './data/fuyi-2023.ts';
import { lifa2023 } from './data/lifa-2023.ts';
import { ogi2007 } from './data/ogi-2007.ts';
import { ogi2019 } from './data/ogi-2019.ts';
import { ogiFee2020 } from './data/ogi-fee-2020.ts';
import { pipl2021 } from './data/pipl-2021.ts';
import { psu2020 } from './data/psu-2020.ts';
import { spc2011 } from './data/spc-2011.ts';
import { spc2025 } from './data/spc-2025.ts';
import { stat2014 } from './data/stat-2014.ts';
import { susong2017 } from './data/susong-2017.ts';
import { xinfang2005 } from './data/xinfang-2005.ts';
import { xinfang2022 } from './data/xinfang-2022.ts';
import { xuke2019 } from './data/xuke-2019.ts';
import { fold } from '../text/fold.ts';

/**
 * All statutes known here, the regulation on government information disclosure first. Those of one place belong to its
 * workspaces.
 */
export const statutes: readonly Statute[] = [
  ogi2019,
  ogi2007,
  fuyi2023,
  fuyi2017,
  susong2017,
  spc2011,
  spc2025,
  ogiFee2020,
  psu2020,
  format2021,
  format2019,
  explain2016201,
  stat2014,
  lifa2023,
  xuke2019,
  chufa2021,
  baomi2010,
  baomi2024,
  dangan2020,
  pipl2021,
  xinfang2005,
  xinfang2022,
  fazhiDucha2019,
  fazhiGangyao2021,
  fazhiGangyao2015,
];

const BY_ID = new Map(statutes.map(statute => [statute.id, statute]));

/** Statute of this id, one of those known here or of a workspace's own (`local`); undefined for any other. */
export function statuteById(id: string, local: readonly Statute[] = []): Statute | undefined {
  return BY_ID.get(id) ?? local.find(statute => statute.id === id);
}

const COUNTRY = '中华人民共和国';

/**
 * Names that mean this statute wherever they stand: its title, the title without 中华人民共和国, its aliases. Several
 * versions share most names; short names that a draft must introduce are not among them.
 */
export function namesOf(statute: Statute): readonly string[] {
  const short = statute.title.startsWith(COUNTRY) ? [statute.title.slice(COUNTRY.length)] : [];
  return [...new Set([statute.title, ...short, ...statute.aliases])];
}

/**
 * The version that a notice's title alone means (关于印发〈…〉的通知), among those of a statute: with its title goes its
 * number. Undefined for names that several versions bear, and for those of no notice.
 */
export function versionOfNotice(name: string, statute: Statute, local?: readonly Statute[]): Statute | undefined {
  const folded = fold(name);
  if (!folded.endsWith('通知')) return undefined;
  const named = versionsOf(statute, local).filter(each => namesOf(each).some(own => fold(own) === folded));
  return named.length === 1 ? named[0] : undefined;
}

/** Day from which this version counts when a version must be chosen, an ISO date or the beginning of one. */
export function appliesFrom(statute: Statute): string {
  if (statute.firstReportYear !== undefined) return `${String(statute.firstReportYear)}-01-01`;
  return statute.effective ?? statute.amended?.at(-1) ?? statute.promulgated ?? statute.adopted ?? '';
}

/** The newest version that applied on a day, an ISO date; undefined for none. */
export function versionOn(versions: readonly Statute[], day: string): Statute | undefined {
  return newest(versions.filter(version => appliesFrom(version) <= day));
}

/** The newest of several versions; undefined for none. */
export function newest(versions: readonly Statute[]): Statute | undefined {
  return versions.reduce<Statute | undefined>(
    (best, version) => (best === undefined || appliesFrom(version) > appliesFrom(best) ? version : best),
    undefined,
  );
}

/** The version before this one; undefined where none is recorded. */
export function previousVersion(statute: Statute, local: readonly Statute[] = []): Statute | undefined {
  const isBefore = (other: Statute): boolean => other.superseded?.by === statute.id;
  return statutes.find(isBefore) ?? local.find(isBefore);
}

/** The version after this one; undefined where none is recorded. */
export function nextVersion(statute: Statute, local: readonly Statute[] = []): Statute | undefined {
  return statute.superseded ? statuteById(statute.superseded.by, local) : undefined;
}

/** All recorded versions of a statute's law, the oldest first; the statute alone where it is the only one. */
export function versionsOf(statute: Statute, local: readonly Statute[] = []): readonly Statute[] {
  const versions = [statute];
  for (
    let earlier = previousVersion(statute, local);
    earlier && !versions.includes(earlier);
    earlier = previousVersion(earlier, local)
  )
    versions.unshift(earlier);
  for (let later = nextVersion(statute, local); later && !versions.includes(later); later = nextVersion(later, local))
    versions.push(later);
  return versions;
}

/** Articles of another version on the same matter. */
export interface Counterpart {
  readonly statute: Statute;
  /** In the order of their weight; empty where that version has nothing of the kind. */
  readonly articles: readonly number[];
}

/**
 * Articles of the version before or after on the matter of this article; undefined where they were not compared.
 * Recorded for the regulation of 2007 and its revision of 2019, by comparing what their articles are about: an article
 * without a counterpart is new as a whole, single points of it may still be old.
 */
export function counterpart(statute: Statute, article: number): Counterpart | undefined {
  const found = articleOf(statute, article);
  if (!found) return undefined;
  const later = nextVersion(statute);
  if (later && found.successors) return { statute: later, articles: found.successors };
  const earlier = previousVersion(statute);
  return earlier && found.predecessors ? { statute: earlier, articles: found.predecessors } : undefined;
}

/** Result of looking up a cited clause. */
export type ClauseLookup =
  | { readonly kind: 'found'; readonly article: Article; readonly topic?: ItemTopic }
  /** May exist; the statute's articles are not all recorded. */
  | { readonly kind: 'notRecorded' }
  /** The statute has only `count` articles. */
  | { readonly kind: 'noArticle'; readonly count: number }
  /** The article has only `count` paragraphs. */
  | { readonly kind: 'noParagraph'; readonly article: Article; readonly count: number }
  /** The article, or the paragraph if one was named, has only `count` items. */
  | { readonly kind: 'noItem'; readonly article: Article; readonly count: number };

/** Looks up 第N条第N款第（N）项. An item may be cited without its paragraph even where the article has several. */
export function clauseOf(statute: Statute, reference: ClauseReference): ClauseLookup {
  const count = statute.articleCount;
  if (count !== undefined && (reference.article < 1 || reference.article > count)) return { kind: 'noArticle', count };
  const article = articleOf(statute, reference.article);
  if (!article) return { kind: 'notRecorded' };
  const { paragraph, item } = reference;
  if (
    paragraph !== undefined &&
    article.paragraphs !== undefined &&
    (paragraph < 1 || paragraph > article.paragraphs)
  ) {
    return { kind: 'noParagraph', article, count: article.paragraphs };
  }
  // Without a known number of paragraphs nothing was compared with the text, so no item can be ruled out either.
  if (item === undefined || article.paragraphs === undefined) return { kind: 'found', article };
  const lists = article.items.filter(
    list => paragraph === undefined || list.paragraph === undefined || list.paragraph === paragraph,
  );
  const list = lists.find(each => item >= 1 && item <= each.count);
  if (!list) return { kind: 'noItem', article, count: Math.max(0, ...lists.map(each => each.count)) };
  const topic = list.topics?.[item - 1];
  return { kind: 'found', article, ...(topic === undefined ? {} : { topic }) };
}

function articleOf(statute: Statute, no: number): Article | undefined {
  return statute.articles.find(article => article.no === no);
}
