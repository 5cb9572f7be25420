import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import { isEarlier } from './years.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

// Changes that are told in words alone: 翻番, 翻了两番, 多一倍, 逐年递减.

/** A change in words, its place in the text, and how many times as much it may mean. */
interface SpokenChange {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/** So much less or more may be meant by a round word. */
const [LESS, MORE] = [0.88, 1.35];
/** 翻一番还多, 翻番以上: it is at least that. */
const AT_LEAST_BEHIND = ['还多', '多', '以上', '有余'];
const ABOUT_BEFORE = ['近', '接近', '约', '几乎', '将近'];
const ABOUT = 0.8;
const TWICE: readonly string[] = [
  '翻了一番',
  '翻一番',
  '翻了番',
  '翻番',
  '增长一倍',
  '增加一倍',
  '增长了一倍',
  '增加了一倍',
  '多一倍',
  '多了一倍',
];
const FOURFOLD: readonly string[] = ['翻了两番', '翻两番'];
const DOUBLINGS: readonly (readonly [word: string, times: number])[] = [
  ...TWICE.map(word => [word, 2] as const),
  ...FOURFOLD.map(word => [word, 4] as const),
];
const UP = ['递增', '上升', '增长', '增加', '提高', '提升', '增多', '攀升'];
const DOWN = ['递减', '下降', '减少', '降低', '回落', '走低'];
const BY_YEAR = ['逐年', '连年', '逐月', '逐季', '逐季度'];
const FEWEST_YEARS = 3;

/** Changes told in words that do not fit the counts beside them. They are round: no more than odd. */
export function spokenChanges(chain: ChainReading): readonly ChainDisagreement[] {
  if (chain.figures.length < 2) return [];
  const found = [...placesOf(chain.text, '番'), ...placesOf(chain.text, '一倍')].flatMap(at => {
    const spoken = doublingAround(chain.text, at);
    return spoken ? (judgeDoubling(spoken, chain) ?? []) : [];
  });
  const series = [...placesOf(chain.text, '逐'), ...placesOf(chain.text, '连年')];
  return [...found, ...series.flatMap(at => judgeSeries(at, chain) ?? [])];
}

function placesOf(text: string, sign: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) places.push(at);
  return places;
}

/** The word of doubling in which a sign stands. */
function doublingAround(text: string, at: number): SpokenChange | undefined {
  for (const [word, times] of DOUBLINGS) {
    const from = at + (text.charAt(at) === '番' ? 1 : 2) - word.length;
    if (from < 0 || !text.startsWith(word, from)) continue;
    const end = from + word.length;
    const isAtLeast = AT_LEAST_BEHIND.some(each => text.startsWith(each, end));
    const isAbout = ABOUT_BEFORE.some(each => text.startsWith(each, from - each.length));
    return {
      start: from,
      end,
      low: times * (isAbout ? ABOUT : isAtLeast ? 1 : LESS),
      high: isAtLeast ? times * 2 : times * MORE,
    };
  }
  return undefined;
}

function judgeDoubling({ start, end, low, high }: SpokenChange, chain: ChainReading): ChainDisagreement | undefined {
  const sentence = sentenceAt(start, chain);
  const counts = sentence?.filter(each => each.kind === 'count' && isExact(each)) ?? [];
  const [first] = counts;
  if (!first || counts.length > 3 || counts.some(each => !isSameMeasure(each.number.unit, first.number.unit)))
    return undefined;
  const from = counts.find(each => each.stats.has('from'));
  const to = counts.find(each => each.stats.has('to'));
  const earlier = counts.filter(isEarlier);
  const before = from && to ? from : earlier.length === 1 ? earlier[0] : undefined;
  const later = counts.filter(each => each !== before);
  const after = from && to ? to : later.length === 1 ? later[0] : undefined;
  if (!before || !after || before.number.value <= 0) return undefined;
  const times = after.number.value / before.number.value;
  if (times >= low && times <= high) return undefined;
  const percent = `${Math.abs((times - 1) * 100).toFixed(1)}%`;
  return inWords(start, end, before, after, percent);
}

/** 2022年至2024年依次为1637件、1630件、1623件，呈逐年递减态势 */
function judgeSeries(at: number, chain: ChainReading): ChainDisagreement | undefined {
  const { text } = chain;
  const by = BY_YEAR.find(word => text.startsWith(word, at));
  if (by === undefined) return undefined;
  const start = at + by.length;
  const up = UP.find(word => text.startsWith(word, start));
  const down = DOWN.find(word => text.startsWith(word, start));
  const end = start + (up ?? down ?? '').length;
  const before = sentenceAt(at, chain)?.filter(each => each.end <= at) ?? [];
  const counts = before.filter(each => each.kind === 'count' && isExact(each));
  const [first] = counts;
  if (!first || end === start || counts.length < FEWEST_YEARS || counts.length !== before.length) return undefined;
  if (counts.some(each => each.number.unit !== first.number.unit || each.depth !== first.depth)) return undefined;
  if (counts.some((each, i) => i > 0 && each.token - (counts[i - 1]?.token ?? 0) > MOST_BETWEEN)) return undefined;
  // From the last year to the first, it is the other way round: no year is looked at, only whether they go one way.
  const steps = counts.slice(1).map((each, i) => each.number.value - (counts[i]?.number.value ?? 0));
  const isDescribed = yearsBefore(counts, chain) >= 2 && !namesAnother(counts, at, chain);
  if (!isDescribed || steps.every(step => step >= 0) || steps.every(step => step <= 0)) return undefined;
  const wrong = steps.findIndex(step => (up === undefined ? step > 0 : step < 0));
  const [a, b] = [counts[wrong], counts[wrong + 1]];
  return a && b && inWords(at, end, a, b, String(Math.abs(b.number.value - a.number.value)));
}

/** Tokens between two figures of a series: a sign, and a year with its word. */
const MOST_BETWEEN = 4;

/** Years that are named before the figures of a sentence and between them. */
function yearsBefore(counts: readonly StatedFigure[], { tokens }: ChainReading): number {
  const last = counts.at(-1)?.token ?? 0;
  let years = 0;
  for (let at = last; at >= 0; at--) {
    const token = tokens[at];
    if (token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')) break;
    if (token?.kind === 'year') years++;
  }
  return years;
}

/** 推送信息依次为6条、7条、5条，投诉逐年减少: something else is said to change. */
function namesAnother(counts: readonly StatedFigure[], at: number, { tokens, text }: ChainReading): boolean {
  const [first, last] = [counts[0], counts.at(-1)];
  const label = text.slice(tokens[first?.labelFrom ?? 0]?.start, first?.start);
  for (let i = (last?.token ?? 0) + 1; (tokens[i]?.start ?? at) < at; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' && token?.kind !== 'unknown') continue;
    const name = text.slice(token.start, Math.min(token.end, at));
    const isSaid = name.length < 2 || label.includes(name);
    if (!isSaid && (token.kind === 'unknown' || token.meaning.matter !== undefined)) return true;
  }
  return false;
}

function sentenceAt(at: number, { figures }: ChainReading): readonly StatedFigure[] | undefined {
  const near = figures.findLast(({ end }) => end <= at);
  return near && sentencesOf(figures).find(([first]) => first.sentence === near.sentence);
}

function inWords(
  start: number,
  end: number,
  before: StatedFigure,
  after: StatedFigure,
  computed: string,
): ChainDisagreement {
  const figure: StatedFigure = {
    ...after,
    kind: 'change',
    start,
    end,
    number: { ...after.number, unit: '倍', precision: 'rough', isInWords: true, start, end },
  };
  return {
    kind: 'change',
    certainty: 'information',
    figure,
    figures: [figure, before, after],
    before: before.number.value,
    after: after.number.value,
    computed,
  };
}
