import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import { clauseName } from '../../statutes/registry/clauseText.ts';
import { statutes } from '../../statutes/index.ts';
import type { Article, Statute } from '../../statutes/types.ts';
import { fold } from '../../text/fold.ts';
import { memoByContext } from '../../text/memo.ts';
import { toRange } from '../support/convert.ts';
import { titleOf } from './statuteAddress.ts';
import { placeOfClause, type DocumentPart, type OpenStatutes, type StatuteDocument } from './statuteDocument.ts';

/** Outline of a statute's text: chapters, their sections, the articles in them. */
export function statuteOutline({ parts, source }: StatuteDocument): DocumentSymbol[] {
  const root: DocumentSymbol[] = [];
  let chapter: DocumentSymbol | undefined;
  let section: DocumentSymbol | undefined;
  for (const part of parts) {
    const symbol: DocumentSymbol = {
      name: part.name,
      kind: KINDS[part.kind],
      range: toRange(source, part.span),
      selectionRange: toRange(source, part.nameSpan),
      children: [],
    };
    if (part.kind === 'chapter') [chapter, section] = [symbol, undefined];
    else if (part.kind === 'section') section = symbol;
    const parent = part.kind === 'chapter' ? undefined : part.kind === 'section' ? chapter : (section ?? chapter);
    (parent?.children ?? root).push(symbol);
  }
  return root;
}

const KINDS: Readonly<Record<DocumentPart['kind'], SymbolKind>> = {
  chapter: SymbolKind.Namespace,
  section: SymbolKind.Namespace,
  article: SymbolKind.String,
};

/** More clauses than this are not listed at once. */
const MOST_CLAUSES = 100;
/** More words than this are not looked for. */
const MOST_WORDS = 8;

/**
 * Clauses of all statutes by what they are about: every word of the query (parted by blanks) stands in the topic, the
 * keywords, the items, the explanation, the chapter, the number or the statute's title. Clauses whose topic says it
 * come first, and of equals those of the versions in force. An empty query lists nothing.
 */
export function clauseSymbols(query: string, openStatutes: OpenStatutes): SymbolInformation[] {
  const words = query
    .split(/[\s\u3000]+/)
    .map(fold)
    .filter(word => word !== '')
    .slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const found: { statute: Statute; article: Article; rank: number }[] = [];
  for (const statute of [...statutes, ...(openStatutes.local?.statutes ?? [])]) {
    for (const article of statute.articles) {
      const rank = rankOf(statute, article, words);
      if (rank !== undefined) found.push({ statute, article, rank });
    }
  }
  found.sort((a, b) => b.rank - a.rank);
  return found.slice(0, MOST_CLAUSES).flatMap(({ statute, article }) => {
    const document = openStatutes.open(statute.id);
    if (!document) return [];
    const range = toRange(document.source, placeOfClause(document, { article: article.no }));
    return [{ ...labelsFor(article, statute, query), kind: SymbolKind.String, location: { uri: document.uri, range } }];
  });
}

interface Searched {
  readonly topic: string;
  readonly near: string;
  readonly all: string;
}

/** Words of an article by which it is found, folded once. */
const searchedOf = memoByContext((article: Article, statute: Statute): Searched => {
  const { no, title = '', chapter = '', section = '', keywords, keyFigures, items, explanation } = article;
  const topics = items.flatMap(list => list.topics ?? []).map(({ topic }) => topic);
  const near = [title, ...keywords, chapter, section];
  return {
    topic: fold([title, ...keywords].join(' ')),
    near: fold(near.join('|')),
    all: fold(
      [
        ...near,
        ...keyFigures,
        ...topics,
        explanation,
        clauseName({ article: no }),
        `第${String(no)}条`,
        statute.title,
        ...statute.aliases,
        statute.version ?? '',
        statute.documentNumber ?? '',
      ].join('|'),
    ),
  };
});

/** How well an article answers the words; undefined where one of them is missing. */
function rankOf(statute: Statute, article: Article, words: readonly string[]): number | undefined {
  const { topic, near, all } = searchedOf(article, statute);
  let rank = statute.superseded || statute.repealed !== undefined ? 0 : 1;
  for (const word of words) {
    const pieces = piecesIn(word, all);
    if (!pieces) return undefined;
    for (const piece of pieces) rank += (topic.includes(piece) ? 8 : near.includes(piece) ? 4 : 1) / pieces.length;
  }
  return rank;
}

/** Shorter pieces of a word say nothing. */
const SHORTEST_PIECE = 2;

/**
 * The word, where a text holds it; else the longest pieces of it one after the other: editors may send what was typed
 * with blanks (依申请公开 期限) without them. Undefined where a piece is nowhere in the text.
 */
function piecesIn(word: string, text: string): readonly string[] | undefined {
  if (text.includes(word)) return [word];
  const pieces: string[] = [];
  for (let at = 0; at < word.length; at += pieces.at(-1)?.length ?? 1) {
    let length = Math.min(word.length - at, LONGEST_PIECE);
    while (length >= SHORTEST_PIECE && !text.includes(word.slice(at, at + length))) length--;
    if (length < SHORTEST_PIECE) return undefined;
    pieces.push(word.slice(at, at + length));
  }
  return pieces;
}

const LONGEST_PIECE = 12;

/**
 * Number and topic; statute and what the article is about. Editors ask for the first word alone and filter once more:
 * its letters by the name, those of the other words by the container. What is not there in this order stands behind.
 */
function labelsFor(
  { no, title, chapter, keywords }: Article,
  statute: Statute,
  query: string,
): { readonly name: string; readonly containerName: string } {
  const name = [clauseName({ article: no }), title].filter(part => part !== undefined).join(' ');
  const matters = [...new Set([chapter, title, ...keywords])].filter(matter => matter !== undefined);
  const container = matters.length === 0 ? titleOf(statute) : `${titleOf(statute)} · ${matters.join('、')}`;
  const [first = '', ...others] = query.split(/[\s\u3000]+/).filter(word => word !== '');
  return {
    name: withLetters(name, [first, ...others].join(' ')),
    containerName: withLetters(container, others.join(' ')),
  };
}

function withLetters(label: string, wanted: string): string {
  let at = 0;
  for (const sign of wanted.replaceAll(' ', '')) {
    at = label.indexOf(sign, at) + 1;
    if (at === 0) return `${label}（${wanted}）`;
  }
  return label;
}
