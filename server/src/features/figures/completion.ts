import { blockAt, isKind } from '../../syntax/block.ts';
import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { CASE_ROWS, ORIGIN_METRICS, RESULT_METRICS, YUAN_IN_WAN } from '../../format/metrics.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import { quantityMentionsIn, type QuantityMention } from '../../model/prose/quantityMentions.ts';
import { isSameUnit, readSentences, type ProseFigure } from '../../model/prose/numbers.ts';
import { figureKey, valueOf, type Report } from '../../model/report.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { toRange } from '../support/convert.ts';
import { plainNumber } from '../tables/equationText.ts';
import { readingText } from './textFigureCard.ts';

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
  const proposals = [...shares(lead), ...changes(lead, report), ...parts(lead, report), ...values(lead, report)];
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

/** What the tables say of the quantity that the words name: as if a number stood behind them. */
function values(lead: string, report: Report): Proposal[] {
  const mention = mentionBehind(lead, '0件') ?? mentionBehind(lead, '0万元');
  if (!mention) return [];
  const seen = new Set<string>();
  return cellExpressionsOf(report, mention.metric, mention.period).flatMap((reading): Proposal[] => {
    const isAmount = mention.metric === 'fees';
    const text = isAmount ? `${plainNumber(reading.value / YUAN_IN_WAN)}万元` : `${plainNumber(reading.value)}件`;
    return seen.has(text) || seen.add(text).size === 0 ? [] : [{ text, detail: readingText(reading) }];
  });
}

function mentionBehind(lead: string, figure: string): QuantityMention | undefined {
  const text = lead + figure;
  // 申请 elsewhere in the paragraph is what tells that results are those of applications.
  const mention = quantityMentionsIn(readSentences(text), `${text}申请`).at(-1);
  return mention?.figure.end === text.length ? mention : undefined;
}

const SHARE = /占(?:比|总数|总量|全部|全年|其中)?(?:的|比例)?(?:为|约)?$/;
const MOST_BASES = 3;

/** Share of the last figure in the larger ones before it. */
function shares(lead: string): Proposal[] {
  if (!SHARE.test(lead)) return [];
  const figures = lastSentence(lead);
  const part = figures.filter(isCount).at(-1);
  if (!part) return [];
  const decimals = figures.findLast(({ unit }) => unit === '%')?.decimals ?? 2;
  const bases = figures.filter(
    figure =>
      isCount(figure) &&
      figure.end < part.start &&
      isSameUnit(figure.unit, part.unit) &&
      figure.value >= part.value &&
      figure.value > 0,
  );
  return distinct(
    bases.slice(0, MOST_BASES).map(({ value }) => ({
      text: `${((part.value / value) * 100).toFixed(decimals)}%`,
      detail: `${plainNumber(part.value)} ÷ ${plainNumber(value)}`,
    })),
  );
}

const CHANGE = /(?:同比|[比较](?:上年|去年|上一年)(?:同期)?)$/;

/** Change from last year's figure to this year's, where the sentence has both. */
function changes(lead: string, report: Report): Proposal[] {
  const match = CHANGE.exec(lead);
  if (!match) return [];
  const figures = lastSentence(lead).filter(isCount);
  const year = report.reportYear?.value;
  const isFormer = ({ subject }: ProseFigure) =>
    /上年|去年|上一年/.test(subject) || (year !== undefined && subject.includes(`${String(year - 1)}年`));
  const former = figures.findLast(isFormer);
  const present = figures.findLast(
    figure => !isFormer(figure) && former !== undefined && isSameUnit(figure.unit, former.unit),
  );
  if (!former || !present || former.value === 0) return [];
  const difference = present.value - former.value;
  const how = `${plainNumber(present.value)} − ${plainNumber(former.value)}`;
  if (difference === 0) return [{ text: '持平', detail: how }];
  const rate = ((Math.abs(difference) / former.value) * 100).toFixed(2);
  return [
    { text: `${difference > 0 ? '增长' : '下降'}${rate}%`, detail: `(${how}) ÷ ${plainNumber(former.value)}` },
    { text: `${difference > 0 ? '增加' : '减少'}${plainNumber(Math.abs(difference))}${present.unit}`, detail: how },
  ];
}

/** What a total of applications or reviews consists of: only lists that add up to it are proposed. */
function parts(lead: string, report: Report): Proposal[] {
  const match = /其中(?:包括)?[，,：:]?$/.exec(lead);
  if (!match) return [];
  const before = lead.slice(0, match.index);
  const sentences = readSentences(before);
  const whole = sentences
    .flatMap(({ figures }) => figures)
    .filter(isCount)
    .at(-1);
  const mention = quantityMentionsIn(sentences, before).find(({ figure }) => figure === whole);
  if (!whole || !mention || mention.period !== 'annual') return [];
  const valuesOf = (metrics: typeof RESULT_METRICS): Part[] =>
    metrics.map(([label, metric]) => ({ label, value: cellExpressionsOf(report, metric, 'annual')[0]?.value }));
  const lists =
    mention.metric === 'review' || mention.metric === 'litigation'
      ? [cases(report, mention.metric)]
      : mention.metric === 'received' || mention.metric === 'newReceived'
        ? [valuesOf(ORIGIN_METRICS), applicants(report), valuesOf(RESULT_METRICS)]
        : mention.metric === 'replied'
          ? [valuesOf(RESULT_METRICS)]
          : [];
  return lists.flatMap((list): Proposal[] => {
    const known = list.filter(({ value }) => value !== undefined && value > 0);
    const sum = known.reduce((total, { value = 0 }) => total + value, 0);
    if (list.some(({ value }) => value === undefined) || known.length < 2 || sum !== whole.value) return [];
    return [
      {
        text: known.map(({ label, value = 0 }) => `${label}${plainNumber(value)}件`).join('，'),
        detail: `${known.map(({ value = 0 }) => plainNumber(value)).join(' + ')} = ${plainNumber(sum)}`,
      },
    ];
  });
}

interface Part {
  readonly label: string;
  readonly value: number | undefined;
}

function applicants(report: Report): Part[] {
  const table = judgedTables(report).find(({ spec }) => spec.id === 't3.requests');
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
  const table = judgedTables(report).find(({ spec }) => spec.id === 't4.review_litigation');
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

function lastSentence(lead: string): readonly ProseFigure[] {
  const last = readSentences(lead).at(-1);
  return last && last.start + last.text.length === lead.length ? last.figures : [];
}

function isCount({ unit, decimals, modality }: ProseFigure): boolean {
  return unit !== '%' && unit !== '个百分点' && decimals === 0 && modality === 'exact';
}

function distinct(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(({ text }, i) => proposals.findIndex(each => each.text === text) === i);
}
