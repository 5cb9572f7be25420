import type { Language } from '../../messages/message.ts';
import { ENGLISH, type EnglishStatute } from '../../statutes/data/english.ts';
import { statuteById } from '../../statutes/index.ts';
import type { Article, ItemTopic, Statute } from '../../statutes/types.ts';

// What is recorded of statutes, for readers of a language. Where there is no English, as for statutes of a workspace,
// English readers see what there is.

/** An article's title, explanation and figures to remember. */
export function articleIn(
  language: Language,
  statute: Statute,
  article: Article,
): Pick<Article, 'title' | 'explanation' | 'keyFigures'> {
  const english = englishOf(language, statute)?.articles[article.no];
  return english ? { keyFigures: [], ...english } : article;
}

/** Notes on a statute. */
export function notesIn(language: Language, statute: Statute): readonly string[] {
  return englishOf(language, statute)?.notes ?? statute.notes;
}

/** The subject of an item, and which editions of the report's format ask for figures on it. */
export function topicIn(language: Language, statute: Statute, article: Article, topic: ItemTopic): ItemTopic {
  const index = article.items.flatMap(({ topics }) => topics ?? []).indexOf(topic);
  const english = englishOf(language, statute)?.articles[article.no]?.topics?.[index];
  if (english === undefined) return topic;
  return {
    topic: english,
    ...(topic.reportTable === undefined ? {} : { reportTable: englishTables(topic.reportTable) }),
  };
}

/** Which version of its title a statute is: 2019年修订, 2019 revision. The title of one that has no versions. */
export function versionIn(language: Language, { title, version }: Pick<Statute, 'title' | 'version'>): string {
  if (version === undefined) return language === 'en' ? `《${title}》` : title;
  const [, year = '', kind = '', trial] =
    (language === 'en' && /^(\d{4})年(修订|修正|公布|通过|发布|格式)(（试行）)?$/.exec(version)) || [];
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
function englishOf(language: Language, statute: Statute): EnglishStatute | undefined {
  if (language !== 'en' || statuteById(statute.id) !== statute || !Object.hasOwn(ENGLISH, statute.id)) return undefined;
  return ENGLISH[statute.id];
}
