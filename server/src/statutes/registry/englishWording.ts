import { ENGLISH } from '../data/english.ts';
import { statuteById } from '../index.ts';
import type { Article, ItemTopic, Statute } from '../types.ts';

/** What is said of an article, in one language. */
export type ArticleWording = Pick<Article, 'title' | 'explanation' | 'keyFigures'>;

/**
 * An article's title, explanation and figures in English; as they are where there is no English, as in a workspace's
 * own statutes.
 */
export function englishArticle(statute: Statute, article: Article): ArticleWording {
  const found = englishOf(statute)?.articles[article.no];
  return found ? { keyFigures: [], ...found } : article;
}

/** Notes on a statute in English; as they are where there is no English. */
export function englishNotes(statute: Statute): readonly string[] {
  return englishOf(statute)?.notes ?? statute.notes;
}

/** The subject of an item in English, and which editions of the format ask for figures on it. */
export function englishTopic(statute: Statute, article: Article, topic: ItemTopic): ItemTopic {
  const index = article.items.flatMap(({ topics }) => topics ?? []).indexOf(topic);
  const english = englishOf(statute)?.articles[article.no]?.topics?.[index];
  if (english === undefined) return topic;
  return {
    topic: english,
    ...(topic.reportTable === undefined ? {} : { reportTable: englishTables(topic.reportTable) }),
  };
}

/** Which version of its title a statute is, in English: 2019年修订 is the revision of 2019. */
export function englishVersion(version: string): string {
  const [, year = '', kind = '', trial] = /^(\d{4})年(修订|修正|公布|通过|发布|格式)(（试行）)?$/.exec(version) ?? [];
  const name = VERSIONS[kind];
  return name === undefined ? version : `${year} ${name}${trial === undefined ? '' : ' (trial)'}`;
}

const VERSIONS: Readonly<Record<string, string>> = {
  修订: 'revision',
  修正: 'amendment',
  公布: 'version',
  通过: 'version',
  发布: 'version',
  格式: 'format',
};

/** `仅2019格式（政府集中采购）`: names of rows stay as the tables have them. */
function englishTables(tables: string): string {
  return tables
    .replace(/^仅/, 'only ')
    .replace(/(\d{4})格式/g, '$1 format')
    .replaceAll('（', ' (“')
    .replaceAll('）', '”)')
    .replace(/[、，](?=\d{4} )/g, ', ');
}

/** None for a statute of the workspace's own, even under an id of ours. */
function englishOf(statute: Statute) {
  return statuteById(statute.id) === statute && Object.hasOwn(ENGLISH, statute.id) ? ENGLISH[statute.id] : undefined;
}
