import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { wordsOf } from '../../format/editionWords.ts';
import { CASE_ROWS, ORIGIN_METRICS, RESULT_METRICS, YUAN_IN_WAN } from '../../format/metrics.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { figureKey, valueOf, type Report } from '../../model/report.ts';
import { readingBehind, type Chain } from '../../model/statements/chains.ts';
import type { StatedFigure } from '../../model/statements/statedFigure.ts';
import { isSameMeasure } from '../../model/statements/measures.ts';
import type { StatedQuantity } from '../../model/statements/statedQuantity.ts';
import { quantitiesOf } from '../../model/statements/quantities.ts';
import type { Token, WordToken } from '../../model/statements/tokens.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { blockAt, isKind, type Placed } from '../../syntax/block.ts';
import { toRange } from '../support/convert.ts';
import { plainNumber } from '../tables/equationText.ts';
import { readingText } from '../tables/equationText.ts';

/** A computed value to go on with, and how it was computed. */
interface Proposal {
  readonly text: string;
  readonly detail: string;
}

/** Text before the cursor that is looked at; figures that belong together stand near each other. */
const LONGEST_LEAD = 400;

/**
 * Values for the running text before the cursor, computed from the tables and the sentence at hand: of the quantity
 * that was just named (收到政府信息公开申请‸), the share behind 占, the change behind 同比, the parts behind 其中. Empty where
 * nothing can be computed; nothing is guessed.
 */
export function figureCompletion(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
  language: Language,
): CompletionItem[] {
  const placed = blockAt(report.blocks, offset);
  if (!placed || !isKind(placed, 'paragraph')) return [];
  const start = Math.max(source.line(source.lineAt(offset)).start, offset - LONGEST_LEAD);
  const before = source.text.slice(start, offset);
  const typed = /[\d０-９]{0,9}$/.exec(before)?.[0] ?? '';
  const lead = before.slice(0, before.length - typed.length).trimEnd();
  const draft = { report, placed, lead };
  const count = probe(draft, '0件');
  const proposals = count
    ? [...shares(draft), ...changes(count), ...parts(count, report), ...values(count, draft)]
    : [];
  return proposals.map(({ text, detail }, i): CompletionItem => ({
    label: text,
    kind: CompletionItemKind.Value,
    detail: message(language, 'completion.computed', { how: detail }),
    sortText: String(i).padStart(3, '0'),
    filterText: typed + text,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: toRange(source, { start: offset - typed.length, end: offset }), newText: text },
  }));
}

/** A place to write on at. */
interface Draft {
  readonly report: Report;
  readonly placed: Placed<TextBlock>;
  /** The text before the cursor. */
  readonly lead: string;
}

/** A figure that might be written at the cursor, and what the words before it say of it. */
interface Probe {
  readonly chain: Chain;
  readonly figure: StatedFigure;
  /** The figures before it in its sentence. */
  readonly before: readonly StatedFigure[];
  readonly quantities: readonly StatedQuantity[];
}

function probe({ report, placed, lead }: Draft, number: string): Probe | undefined {
  const chain = readingBehind(report, placed, lead + number);
  const { figures, text } = chain.reading;
  const figure = figures.at(-1);
  if (figure?.end !== text.length) return undefined;
  const before = figures.filter(({ sentence, index }) => sentence === figure.sentence && index < figure.index);
  return { chain, figure, before, quantities: quantitiesOf(chain.reading) };
}

/** What the tables say of the quantity that the words name: as if a number stood behind them. */
function values(count: Probe, draft: Draft): Proposal[] {
  const quantity =
    quantityAt(count) ??
    quantityAt(probe(draft, '0万元')) ??
    ownUnits(draft.report)
      .map(unit => quantityAt(probe(draft, `0${unit}`)))
      .find(each => each !== undefined);
  if (!quantity) return [];
  const { unit } = quantity.figure.number;
  return distinct(
    cellExpressionsOf(draft.report, quantity.metric, quantity.period).map((reading): Proposal => {
      const isAmount = quantity.metric === 'fees';
      const text = isAmount
        ? `${plainNumber(reading.value / YUAN_IN_WAN)}万元`
        : `${plainNumber(reading.value)}${unit}`;
      return { text, detail: readingText(reading) };
    }),
  );
}

/** What the cells of a format file's own tables are counted in. */
function ownUnits({ edition }: Report): readonly string[] {
  const named = [...wordsOf(edition).named.values()];
  return [...new Set(named.flatMap(({ row, column }) => (row ?? column)?.unit ?? []))];
}

function quantityAt(probed: Probe | undefined): StatedQuantity | undefined {
  return probed?.quantities.find(({ figure, wording }) => figure === probed.figure && wording !== 'loose');
}

/** The words between the last sign or figure and the cursor. */
function labelOf({ chain, figure }: Probe): readonly WordToken[] {
  return chain.reading.tokens.slice(figure.labelFrom, figure.token).filter(token => token.kind === 'word');
}

const MOST_BASES = 3;

/** Share of the last figure in the larger ones before it. */
function shares(draft: Draft): Proposal[] {
  const share = probe(draft, '0%');
  if (share?.figure.kind !== 'share' || !share.figure.stats.has('share') || share.figure.unknown > 0) return [];
  const part = share.before.filter(isCount).at(-1);
  if (!part) return [];
  const decimals = share.before.findLast(({ number }) => number.unit === '%')?.number.decimals ?? 2;
  const bases = share.before.filter(
    figure =>
      isCount(figure) &&
      figure.index < part.index &&
      isSameMeasure(figure.number.unit, part.number.unit) &&
      figure.number.value >= part.number.value &&
      figure.number.value > 0,
  );
  return distinct(
    bases.slice(0, MOST_BASES).map(({ number: { value } }) => ({
      text: `${((part.number.value / value) * 100).toFixed(decimals)}%`,
      detail: `${plainNumber(part.number.value)} ÷ ${plainNumber(value)}`,
    })),
  );
}

/** Change from last year's figure to this year's, where the sentence has both. */
function changes(count: Probe): Proposal[] {
  const label = labelOf(count);
  const isCompared =
    label.some(({ meaning }) => meaning.stat === 'compared') &&
    (label.some(({ meaning }) => meaning.when === 'last') || isComparison(label.at(-1)));
  if (!isCompared || count.figure.direction !== undefined) return [];
  const figures = count.before.filter(isCount);
  const former = figures.findLast(({ when }) => when === 'last');
  const present = figures.findLast(
    figure => figure.when !== 'last' && former !== undefined && isSameMeasure(figure.number.unit, former.number.unit),
  );
  if (!former || !present || former.number.value === 0) return [];
  const difference = present.number.value - former.number.value;
  const how = `${plainNumber(present.number.value)} − ${plainNumber(former.number.value)}`;
  if (difference === 0) return [{ text: '持平', detail: how }];
  const rate = ((Math.abs(difference) / former.number.value) * 100).toFixed(2);
  return [
    {
      text: `${difference > 0 ? '增长' : '下降'}${rate}%`,
      detail: `(${how}) ÷ ${plainNumber(former.number.value)}`,
    },
    {
      text: `${difference > 0 ? '增加' : '减少'}${plainNumber(Math.abs(difference))}${present.number.unit}`,
      detail: how,
    },
  ];
}

/** 同比, 相比, but not 比 and 与 alone, behind which the thing compared with has still to come. */
function isComparison(word: WordToken | undefined): boolean {
  return word?.meaning.stat === 'compared' && word.end - word.start > 1;
}

/** What a total of applications or reviews consists of: only lists that add up to it are proposed. */
function parts(count: Probe, report: Report): Proposal[] {
  if (!isAmong(count.chain.reading.tokens, count.figure.token - 1)) return [];
  const whole = count.chain.reading.figures.slice(0, count.figure.index).filter(isCount).at(-1);
  const quantity = count.quantities.find(({ figure }) => figure === whole);
  if (!whole || !quantity || quantity.period !== 'annual') return [];
  const valuesOf = (metrics: typeof RESULT_METRICS): Part[] =>
    metrics.map(([label, metric]) => ({ label, value: cellExpressionsOf(report, metric, 'annual')[0]?.value }));
  const lists =
    quantity.metric === 'review' || quantity.metric === 'litigation'
      ? [cases(report, quantity.metric)]
      : quantity.metric === 'received' || quantity.metric === 'newReceived'
        ? [valuesOf(ORIGIN_METRICS), applicants(report), valuesOf(RESULT_METRICS)]
        : quantity.metric === 'replied'
          ? [valuesOf(RESULT_METRICS)]
          : [];
  return lists.flatMap((list): Proposal[] => {
    const known = list.filter(({ value }) => value !== undefined && value > 0);
    const sum = known.reduce((total, { value = 0 }) => total + value, 0);
    if (list.some(({ value }) => value === undefined) || known.length < 2 || sum !== whole.number.value) return [];
    return [
      {
        text: known.map(({ label, value = 0 }) => `${label}${plainNumber(value)}件`).join('，'),
        detail: `${known.map(({ value = 0 }) => plainNumber(value)).join(' + ')} = ${plainNumber(sum)}`,
      },
    ];
  });
}

/** Whether 其中 stands last before a token, with or without a sign behind it. */
function isAmong(tokens: readonly Token[], at: number): boolean {
  const last = tokens[at];
  const word = last?.kind === 'sign' && (last.sign === 'comma' || last.sign === 'colon') ? tokens[at - 1] : last;
  return word?.kind === 'word' && word.meaning.role === 'among';
}

interface Part {
  readonly label: string;
  readonly value: number | undefined;
}

function applicants(report: Report): Part[] {
  const table = judgedTables(report).find(({ spec }) => spec.role === 'requests');
  const values =
    table?.spec.parts[0]?.columns
      .filter(({ key }) => key !== 'total')
      .map(({ key }) => ({ key, value: valueOf(table.figures.get(figureKey('newReceived', key))) })) ?? [];
  const others = values.filter(({ key }) => key !== 'naturalPerson');
  return [
    { label: '自然人', value: values.find(({ key }) => key === 'naturalPerson')?.value },
    {
      label: '法人或其他组织',
      value: others.some(({ value }) => value === undefined)
        ? undefined
        : others.reduce((sum, { value = 0 }) => sum + value, 0),
    },
  ];
}

/** Cases of table four by their outcome. */
function cases(report: Report, metric: keyof typeof CASE_ROWS): Part[] {
  const table = judgedTables(report).find(({ spec }) => spec.role === 'cases');
  const outcomes = table?.spec.parts[0]?.columns.filter(({ key }) => key !== 'total') ?? [];
  return outcomes.map(({ key, label }) => {
    const values = CASE_ROWS[metric].map(row => valueOf(table?.figures.get(figureKey(row, key))));
    return {
      label,
      value: values.some(value => value === undefined)
        ? undefined
        : values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    };
  });
}

function isCount({ kind, number: { decimals, precision } }: StatedFigure): boolean {
  return kind === 'count' && decimals === 0 && precision === 'exact';
}

function distinct(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(({ text }, i) => proposals.findIndex(each => each.text === text) === i);
}
