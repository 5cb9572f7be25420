import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import { clauseName } from '../model/clauseText.ts';
import { statutes } from '../statutes/index.ts';
import type { Article, Statute } from '../statutes/types.ts';
import { fold } from '../text/normalize.ts';
import { toRange } from './convert.ts';
import { titleOf } from './statuteAddress.ts';
import { placeOfClause, type DocumentPart, type OpenStatutes, type StatuteDocument } from './statuteDocument.ts';

/** Outline of a statute's text: chapters, their sections, the articles in them. */
export function statuteOutline({ parts, source }: StatuteDocument): DocumentSymbol[] {
  const root: DocumentSymbol[] = [];
  let chapter: DocumentSymbol | undefined;
  let section: DocumentSymbol | undefined;
  for (const part of parts) {
    const symbol: DocumentSymbol = {
      name: part.name, kind: KINDS[part.kind], range: toRange(source, part.span), selectionRange: toRange(source, part.nameSpan), children: [],
    };
    if (part.kind === 'chapter') [chapter, section] = [symbol, undefined];
    else if (part.kind === 'section') section = symbol;
    const parent = part.kind === 'chapter' ? undefined : part.kind === 'section' ? chapter : section ?? chapter;
    (parent?.children ?? root).push(symbol);
  }
  return root;
}

const KINDS: Readonly<Record<DocumentPart['kind'], SymbolKind>> = {
  chapter: SymbolKind.Namespace, section: SymbolKind.Namespace, article: SymbolKind.String,
};

/** More clauses than this are not listed at once. */
const MOST_CLAUSES = 100;
/** More words than this are not looked for. */
const MOST_WORDS = 8;

/**
 * Clauses of all statutes by what they are about: every word of the query (parted by blanks) stands in the topic, the
 * keywords, the items, the explanation, the chapter, the number or the statute's title. Clauses whose topic says it come
 * first, and of equals those of the versions in force. An empty query lists nothing.
 */
export function clauseSymbols(query: string, shelf: OpenStatutes): SymbolInformation[] {
  const words = query.split(/[\s\u3000]+/).map(fold).filter(word => word !== '').slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const found: { statute: Statute; article: Article; rank: number }[] = [];
  for (const statute of [...statutes, ...shelf.local?.statutes ?? []]) {
    for (const article of statute.articles) {
      const rank = rankOf(statute, article, words);
      if (rank !== undefined) found.push({ statute, article, rank });
    }
  }
  found.sort((a, b) => b.rank - a.rank);
  return found.slice(0, MOST_CLAUSES).flatMap(({ statute, article }) => {
    const document = shelf.open(statute.id);
    if (!document) return [];
    const range = toRange(document.source, placeOfClause(document, { article: article.no }));
    return [{ name: nameFor(article, query), kind: SymbolKind.String, containerName: titleOf(statute), location: { uri: document.uri, range } }];
  });
}

interface Searched {
  readonly topic: string;
  readonly near: string;
  readonly all: string;
}

const searched = new WeakMap<Article, Searched>();

function searchedOf(statute: Statute, article: Article): Searched {
  let words = searched.get(article);
  if (!words) {
    const { no, title = '', chapter = '', section = '', keywords, keyFigures, items, explanation } = article;
    const topics = items.flatMap(list => list.topics ?? []).map(({ topic }) => topic);
    const near = [title, ...keywords, chapter, section];
    words = {
      topic: fold([title, ...keywords].join(' ')),
      near: fold(near.join('|')),
      all: fold([...near, ...keyFigures, ...topics, explanation, clauseName({ article: no }), `第${String(no)}条`, statute.title, ...statute.aliases, statute.version ?? '', statute.documentNumber ?? ''].join('|')),
    };
    searched.set(article, words);
  }
  return words;
}

/** How well an article answers the words; undefined where one of them is missing. */
function rankOf(statute: Statute, article: Article, words: readonly string[]): number | undefined {
  const { topic, near, all } = searchedOf(statute, article);
  let rank = statute.superseded || statute.repealed !== undefined ? 0 : 1;
  for (const word of words) {
    if (!all.includes(word)) return undefined;
    rank += topic.includes(word) ? 8 : near.includes(word) ? 4 : 1;
  }
  return rank;
}

/**
 * Number and topic. Editors filter once more by the letters of the name: where it does not have those of the query in
 * their order, the query's words stand behind it.
 */
function nameFor({ no, title }: Article, query: string): string {
  const name = [clauseName({ article: no }), title].filter(part => part !== undefined).join(' ');
  const wanted = query.replace(/[\s\u3000]+/g, ' ').trim();
  let at = 0;
  for (const sign of wanted.replaceAll(' ', '')) {
    at = name.indexOf(sign, at) + 1;
    if (at === 0) return `${name}（${wanted}）`;
  }
  return name;
}
