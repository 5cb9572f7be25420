import type { FigureTime, StatedFigure } from './statedFigure.ts';
import type { Token, WordToken } from './tokens.ts';

/** Measure words by which a text says how many kinds follow: 三类, 两个部分. */
const ANNOUNCING = ['个', '项', '类', '种', '部', '大', '方'];

/** A number in words that says how many kinds there are counts none of the things; several of one unit do. */
export function withoutAnnounced(figures: readonly StatedFigure[], tokens: readonly Token[]): readonly StatedFigure[] {
  const isSingle = (figure: StatedFigure) =>
    !figures.some(
      each =>
        each !== figure &&
        each.number.isInWords &&
        each.number.value !== figure.number.value &&
        each.sentence === figure.sentence &&
        each.number.unit === figure.number.unit,
    );
  // 一次通过95件
  const isAtOnce = ({ number: { value, unit } }: StatedFigure) => value === 1 && unit === '次';
  return figures.map(figure =>
    figure.number.isInWords &&
    figure.kind === 'count' &&
    (isInName(figure, tokens) ||
      ((ANNOUNCING.includes(figure.number.unit) || isAtOnce(figure)) && isSingle(figure)) ||
      isOfTotal(figure, tokens))
      ? { ...figure, kind: 'announced' }
      : figure,
  );
}

/** 残疾人两项补贴16条: the numeral is part of the name of what is counted. */
function isInName({ token, nounTo, number }: StatedFigure, tokens: readonly Token[]): boolean {
  if (!ANNOUNCING.includes(number.unit) || nounTo === token + 1 || tokens[nounTo]?.kind !== 'number') return false;
  return tokens.slice(token + 1, nounTo).every(each => {
    if (each.kind !== 'word') return each.kind === 'unknown';
    const { step, stat, role, when } = each.meaning;
    return (step ?? stat ?? role ?? when) === undefined;
  });
}

/** 上半年3次，下半年4次，两次共计7个: says how many are summed up. */
function isOfTotal({ labelFrom, token, number: { value } }: StatedFigure, tokens: readonly Token[]): boolean {
  const next = tokens[token + 1];
  return value > 1 && labelFrom === token && next?.kind === 'word' && next.meaning.role === 'total';
}

/**
 * 维持、纠正、其他的分别为4件、1件、2件: each of the figures is of one of the things that stand before 分别为. Where these
 * are not as many, nothing is known of any of them.
 */
export function respective(figures: readonly StatedFigure[], tokens: readonly Token[]): readonly StatedFigure[] {
  let changed: StatedFigure[] | undefined;
  for (let i = 0; i < figures.length; i++) {
    const first = figures[i] as StatedFigure;
    if (!first.roles.has('allOpener') || tokens[first.labelFrom - 1]?.kind !== 'sign') continue;
    let end = i + 1;
    while (end < figures.length && isBareNext(figures[end - 1] as StatedFigure, figures[end] as StatedFigure, tokens))
      end++;
    const names = namesBefore(first, tokens);
    if (end - i < 2 || names.length < 2) continue;
    changed ??= [...figures];
    for (let k = i; k < end; k++) {
      const words = names.length === end - i ? (names[k - i] ?? []) : [];
      const figure = figures[k] as StatedFigure;
      const matter = words.findLast(({ meaning }) => meaning.matter !== undefined)?.meaning.matter;
      changed[k] = {
        ...figure,
        steps: words.flatMap(({ meaning }) => (meaning.step === undefined ? [] : [meaning.step])),
        parts: words.flatMap(({ meaning }) => (meaning.part === undefined ? [] : [meaning.part])),
        ...(matter === undefined ? { matter: figure.matter } : { matter, matterSource: 'label' as const }),
        unknown: words.length === 0 ? Infinity : figure.unknown,
      };
    }
    i = end - 1;
  }
  return changed ?? figures;
}

/** 2022年，2023年，2024年收到申请分别为8件、9件、6件: each of the figures is of one of the years that stand before them. */
export function ofYears(
  figures: readonly StatedFigure[],
  tokens: readonly Token[],
  timeOf: (year: number) => FigureTime,
): readonly StatedFigure[] {
  let changed: StatedFigure[] | undefined;
  for (let i = 0; i < figures.length; i++) {
    const first = figures[i] as StatedFigure;
    const years = first.roles.has('allOpener') ? yearsBefore(first, tokens) : [];
    if (years.length < 2) continue;
    const run = [first];
    for (let next = figures[i + 1]; next && run.length < years.length; next = figures[i + run.length]) {
      if (!isBareNext(run.at(-1) ?? first, next, tokens)) break;
      run.push(next);
    }
    if (run.length !== years.length) continue;
    changed ??= [...figures];
    for (const [k, year] of years.entries())
      changed[i + k] = { ...(figures[i + k] as StatedFigure), year, when: timeOf(year) };
    i += run.length - 1;
  }
  return changed ?? figures;
}

/** Years in a row before a figure, in its sentence: only signs and joining words stand between them. */
function yearsBefore(first: StatedFigure, tokens: readonly Token[]): readonly number[] {
  const years: number[] = [];
  let gap = 0;
  for (let at = first.token - 1; at >= Math.max(0, first.token - FARTHEST_YEAR); at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number' || (token.kind === 'sign' && !JOINING.has(token.sign))) break;
    if (token.kind === 'year') {
      if (years.length > 0 && gap > 1) break;
      years.unshift(token.year);
      gap = 0;
    } else gap++;
  }
  return years;
}

const FARTHEST_YEAR = 24;
const JOINING: ReadonlySet<string> = new Set(['enumeration', 'comma']);

function isBareNext(before: StatedFigure, figure: StatedFigure, tokens: readonly Token[]): boolean {
  if (before.sentence !== figure.sentence || figure.kind !== before.kind) return false;
  for (let at = figure.labelFrom; at < figure.token; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.meaning.matter !== undefined || token.meaning.step !== undefined) return false;
  }
  return figure.labelFrom - before.token <= 2;
}

/** The words of each of the things that are named one by one before 分别为. */
function namesBefore(first: StatedFigure, tokens: readonly Token[]): readonly (readonly WordToken[])[] {
  const names: WordToken[][] = [[]];
  for (let at = first.token - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number') break;
    if (token.kind === 'sign') {
      if (token.sign !== 'enumeration') break;
      names.unshift([]);
    } else if (token.kind === 'word') names[0]?.unshift(token);
  }
  return names;
}
