import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import type { PartList } from '../lists/partList.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { sumOf } from './arithmetic.ts';
import type { ShareReading } from './rates.ts';

// 大气和噪声投诉占78.9%; 二者占23.1%; 满意以上占93.5%: percentages of several counts together.

/** Names joined by a word; 及格率, 及时率 hold none. */
const JOINING = /[和与、]|以及|及(?![格时])/;
/** 前三项, 后两类, 两者, 以上三项, 三家合计; the numeral is that of how many there are. */
const SEVERAL = /^(前|后|以上|上述|这)?([两二三四五六])(?:者|大?[项类个家种方面渠道]{1,2})(?:之和)?$/;
const SUMMED = /(?:合计|共计|总计|加起来|相加|之和|总共|共|合)$/;
const AND_ABOVE = /^(.{2,8}?)(?:及|和)?以上(?:的|等次|评价)?$/;
const NUMERALS = '〇一二三四五六';
/** What stands around a name and is no part of it. */
const AROUND = /^[“"‘（(]|[”"’）)]$|[的类型]$/g;
/** So many figures before a percentage are looked at. */
const MOST_NEAR = 24;
const LONGEST_NAME = 30;

/** What percentages of several counts are of; undefined where that is not known. */
export function jointShares(chain: ChainReading): ReadonlyMap<StatedFigure, ShareReading | undefined> {
  const found = new Map<StatedFigure, ShareReading | undefined>();
  for (const share of chain.figures) {
    if (share.number.unit !== '%' || (share.kind !== 'share' && share.kind !== 'percent')) continue;
    const name = nameOf(share, chain);
    if (name === undefined) continue;
    const counts = countsBefore(share, chain);
    const parts = togetherOf(name, counts, chain);
    if (parts) found.set(share, parts.length > 1 ? readingOf(parts, chain) : undefined);
  }
  return found;
}

/** What a percentage names before 占; of 占比近八成，为78.9% what stands in the clause before. */
function nameOf(share: StatedFigure, { tokens, text, figures }: ChainReading): string | undefined {
  const own = tokens[share.labelFrom]?.start ?? share.start;
  const before = figures[share.index - 1];
  const from = before && before.paragraph === share.paragraph ? before.end : own;
  const piece = text.slice(Math.max(from, share.start - 2 * LONGEST_NAME), share.start);
  const clauses = piece.split(/[，,；;。]/);
  const isBare = /^[即为达约是]*$/.test(clauses.at(-1)?.trim() ?? '');
  const clause = (isBare && piece.includes('，') ? clauses.at(-2) : clauses.at(-1)) ?? '';
  const at = clause.indexOf('占');
  // 三者占比依次为60%、32%、8%: each has its own.
  const name = at < 0 || EACH.test(clause.slice(at)) ? '' : clause.slice(0, at).trim();
  return name === '' || name.length > LONGEST_NAME ? undefined : name;
}

const EACH = /分别|依次|各/;

/** Counts of the sentence of a percentage and, where it names none there, of the one before. */
function countsBefore(share: StatedFigure, { figures }: ChainReading): readonly StatedFigure[] {
  return figures
    .slice(Math.max(0, share.index - MOST_NEAR), share.index)
    .filter(({ sentence, kind, depth }) => sentence === share.sentence && kind === 'count' && depth === share.depth);
}

/** The counts that a name says to be taken together; undefined for one that says so of none. */
function togetherOf(
  name: string,
  counts: readonly StatedFigure[],
  chain: ChainReading,
): readonly StatedFigure[] | undefined {
  const bare = name.replace(SUMMED, '').trim();
  const several = SEVERAL.exec(bare);
  if (several) {
    const many = NUMERALS.indexOf((several[2] ?? '').replace('两', '二'));
    const ofList = partsOfLast(counts, chain);
    return several[1] === '前' ? ofList.slice(0, many) : ofList.length === many ? ofList : counts.slice(-many);
  }
  const above = AND_ABOVE.exec(bare)?.[1];
  if (above !== undefined) {
    const ofList = partsOfLast(counts, chain);
    return ofList.slice(0, ofList.findIndex(each => isCalled(each, above, chain)) + 1);
  }
  const names = bare.split(JOINING).map(each => each.trim());
  if (names.length < 2) return undefined;
  const named = names.map(each => counts.filter(count => isCalled(count, each, chain)));
  return named.every(each => each.length === 1) ? named.flat() : [];
}

/** Counts of the list that stands last before a percentage. */
function partsOfLast(counts: readonly StatedFigure[], chain: ChainReading): readonly StatedFigure[] {
  const last = counts.at(-1);
  const list = last && listOf([last], chain);
  return list ? list.parts.map(({ figure }) => figure) : counts;
}

function listOf(parts: readonly StatedFigure[], { lists }: ChainReading): PartList | undefined {
  return lists.find(
    list => list.form !== 'implied' && parts.every(part => list.parts.some(({ figure }) => figure === part)),
  );
}

/** 噪声投诉 of 噪声1347件; 满意 of “满意”的658份. */
function isCalled({ labelFrom, start }: StatedFigure, name: string, { tokens, text }: ChainReading): boolean {
  const label = withoutSigns(labelTextOf({ labelFrom, start }, { text, tokens }));
  const bare = withoutSigns(name);
  if (label.length < 2 || bare.length < 2) return false;
  // 分为大气1528件; 不满意 is not called 满意.
  const isAtEnd = label.endsWith(bare) && !DENIED.includes(label.charAt(label.length - bare.length - 1));
  return label === bare || bare.startsWith(label) || isAtEnd;
}

const DENIED = '不非未很较最';

function withoutSigns(name: string): string {
  let bare = name;
  for (let before = ''; before !== bare;) [before, bare] = [bare, bare.replace(AROUND, '')];
  return bare;
}

function readingOf(parts: readonly StatedFigure[], chain: ChainReading): ShareReading | undefined {
  const list = listOf(parts, chain);
  const unit = parts[0]?.number.unit;
  if (!list || parts.some(({ number }) => number.unit !== unit)) return undefined;
  return { part: undefined, partValue: sumOf(parts), base: list.whole.number.value, baseFigure: list.whole };
}
