import type { Range } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import { issuerOf } from '../statutes/registry/documentNumbers.ts';
import { citationsOf, type BlockCitations } from '../model/citations/paragraphCitations.ts';
import { evaluate } from '../model/equations/evaluate.ts';
import type { BoundTable } from '../model/report.ts';
import { anchorOf, totalFigures, verdicts } from '../model/equations/totals.ts';
import type { Cell } from '../syntax/block.ts';
import { isFigureText } from '../syntax/cellValue.ts';
import type { Source } from '../text/source.ts';
import { shift, type Span } from '../text/span.ts';
import { toSpan } from './support/convert.ts';
import { tablesWithEquations } from './tables/equations.ts';
import { cellsOf } from './support/place.ts';

/** Types of our tokens in the order of their numbers; package.json describes them to editors. */
export const TOKEN_TYPES = [
  'annualReportLabel',
  'annualReportFigure',
  'annualReportTotal',
  'annualReportCitation',
] as const;

/** Modifiers of our tokens in the order of their bits. `broken`: an equation fails here. */
export const TOKEN_MODIFIERS = ['broken'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];

const BROKEN = 1 << TOKEN_MODIFIERS.indexOf('broken');

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: number;
}

/** A token on one line, with the numbers that the legend gives its type and modifiers. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  /** UTF-16 units. */
  readonly length: number;
  /** Index in {@link TOKEN_TYPES}. */
  readonly type: number;
  /** One bit for each of {@link TOKEN_MODIFIERS}. */
  readonly modifiers: number;
}

/**
 * Labels, figures, totals and broken figures of the official tables, and citations of the text, in the order of the
 * draft and without overlaps. Only those that touch `range`, if there is one.
 */
export function semanticTokens(snapshot: Pick<Snapshot, 'source' | 'report'>, range?: Range): SemanticToken[] {
  const { source, report } = snapshot;
  const wanted = range && toSpan(source, range);
  const judged = new Set(tablesWithEquations(report));
  const isNear = ({ start, end }: Span): boolean => !wanted || (start <= wanted.end && end >= wanted.start);
  const ofTables = report.tables
    .filter(({ span }) => isNear(span))
    .flatMap(table => tokensOf(table, source, judged.has(table)));
  const near = report.blocks.filter(({ at, block }) => isNear({ start: at, end: at + block.length }));
  const ofText = [...citationsOf(report, near)].flatMap(block => citationTokens(block, source));
  const tokens = [...ofTables, ...ofText]
    .filter(({ span }) => !wanted || (span.start < wanted.end && span.end > wanted.start))
    .sort((a, b) => a.span.start - b.span.start);
  return withPositions(tokens, source);
}

function tokensOf(table: BoundTable, source: Source, isJudged: boolean): Token[] {
  const figures = new Map([...table.figures.values()].map(figure => [figure.span.start, figure] as const));
  const totals = totalFigures(table);
  const broken = isJudged ? brokenFigures(table) : new Set();
  const seen = new Set<Cell>();
  const tokens: Token[] = [];
  for (const { at, block } of table.blocks) {
    for (const row of block.rows) {
      for (const cell of cellsOf(row)) {
        if (cell.text === '' || seen.has(cell)) continue;
        seen.add(cell);
        const span = shift(cell.span, at);
        const figure = figures.get(span.start);
        const type: TokenType = figure
          ? totals.has(figure)
            ? 'annualReportTotal'
            : 'annualReportFigure'
          : isFigureText(cell.text)
            ? 'annualReportFigure'
            : 'annualReportLabel';
        const modifiers = figure && broken.has(figure) ? BROKEN : 0;
        for (const piece of source.slice(span) === cell.text ? [span] : pieces(span, source))
          tokens.push({ span: piece, type, modifiers });
      }
    }
  }
  return tokens;
}

/** Names and clauses of statutes that are known, and document numbers. */
function citationTokens({ citations, mentions, numbers, place }: BlockCitations, source: Source): Token[] {
  const known = mentions.filter(({ statuteId, policy }) => statuteId !== null || policy !== undefined);
  const spans = [
    ...known.map(({ nameSpan }) => nameSpan),
    ...citations
      .filter(({ statuteId }) => statuteId !== null)
      .map(({ span }) => {
        // The name that a citation begins with has a token of its own, without the parentheses behind it.
        const name = known.find(mention => mention.span.start === span.start);
        return name ? { start: name.span.end, end: span.end } : span;
      }),
    ...numbers.map(number => ({
      start: number.span.start + number.issuer.length - issuerOf(number).length,
      end: number.span.end,
    })),
  ];
  return spans.flatMap(({ start, end }) =>
    pieces(place(start, end), source).map(span => ({ span, type: 'annualReportCitation' as const, modifiers: 0 })),
  );
}

/** The cells at which broken equations are reported; equations blocked by another are not told twice. */
function brokenFigures(table: BoundTable): ReadonlySet<unknown> {
  const anchors = evaluate(table)
    .filter(({ kind, equation }) => kind === 'broken' && equation.operator === '=')
    .map(anchorOf);
  return new Set([
    ...anchors,
    ...verdicts(table)
      .filter(({ kind }) => kind === 'wrong')
      .map(({ figure }) => figure),
  ]);
}

/** Parts of a cell's text between tags and line ends: a token stands on one line. */
function pieces({ start, end }: Span, source: Source): Span[] {
  const text = source.slice({ start, end });
  const found: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    const part = text.slice(from, to);
    const left = part.length - part.trimStart().length;
    const length = part.trim().length;
    if (length > 0) found.push({ start: start + from + left, end: start + from + left + length });
  };
  for (const match of text.matchAll(/<[^<>]*>|[\r\n]+/g)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return found;
}

function withPositions(tokens: readonly Token[], source: Source): SemanticToken[] {
  const placed: SemanticToken[] = [];
  let end = 0;
  for (const { span, type, modifiers } of tokens) {
    // Tokens must not overlap; a cell within the lines of another table is given once.
    if (span.start < end) continue;
    end = span.end;
    const { line, character } = source.positionAt(span.start);
    placed.push({ line, character, length: span.end - span.start, type: TOKEN_TYPES.indexOf(type), modifiers });
  }
  return placed;
}
