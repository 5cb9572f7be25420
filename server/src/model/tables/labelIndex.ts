import { coreOf, coreOfFolded, fold, similarity } from '../../text/fold.ts';
import { BoundedCache } from '../../text/boundedCache.ts';

/** How well a label fits. */
export type LabelMatch = 'exact' | 'variant' | 'similar';

/** Something with a printed label and the variants that are accepted for it. */
export interface Labelled {
  readonly label: string;
  readonly variants?: readonly string[];
}

/** No label is longer. */
const LONGEST_LABEL = 120;
/** Lookups that an index keeps. */
const MOST_KNOWN = 2000;

/** Looks up labels: as printed, else by their core, else (with {@link similar}) by likeness. */
export class LabelIndex<T extends Labelled> {
  private readonly printed = new Map<string, T[]>();
  private readonly variants = new Map<string, T[]>();
  private readonly cores = new Map<string, T[]>();
  private readonly all: { core: string; folded: string; entry: T }[] = [];
  /** Drafts hold the same labels again and again. */
  private readonly known = new BoundedCache(MOST_KNOWN, text => this.lookUp(text));

  constructor(entries: readonly T[]) {
    for (const entry of entries) {
      if (entry.label === '') continue;
      add(this.printed, fold(entry.label), entry);
      add(this.cores, coreOf(entry.label), entry);
      this.all.push({ core: coreOf(entry.label), folded: fold(entry.label), entry });
      for (const variant of entry.variants ?? []) {
        add(this.variants, fold(variant), entry);
        add(this.cores, coreOf(variant), entry);
      }
    }
  }

  /** Entries that a text may be the label of, by the best kind of match; undefined for none. */
  find(text: string): { entries: readonly T[]; match: LabelMatch } | undefined {
    if (isWholeNumber(text)) return undefined;
    if (text.length > LONGEST_LABEL) return this.lookUp(text);
    return this.known.get(text);
  }

  private lookUp(text: string): { entries: readonly T[]; match: LabelMatch } | undefined {
    const folded = withPlainNumber(fold(text));
    if (folded === '' || folded.length > LONGEST_LABEL) return undefined;
    const printed = this.printed.get(folded);
    if (printed) return { entries: printed, match: 'exact' };
    const variant = this.variants.get(folded);
    if (variant) return { entries: variant, match: 'variant' };
    const core = coreOfFolded(folded);
    const same = core === '' ? undefined : this.cores.get(core);
    if (same) return { entries: same, match: 'variant' };
    const undated = folded.replace(YEAR, '本年');
    return undated === folded ? undefined : this.lookUp(undated);
  }

  /** The entry most like a text that is no label as it stands; undefined when none is like it or two are. */
  similar(text: string): T | undefined {
    const core = coreOf(text);
    if (core.length < 3) return undefined;
    // One sign lost, added or mistaken; another label that is as near leaves it open which is meant.
    const folded = fold(text);
    const near = this.all.filter(
      ({ core: other, folded: whole }) =>
        (other.length >= 4 && differsByOne(core, other)) || (whole.length >= 6 && differsByOne(folded, whole)),
    );
    if (near.length > 0) return new Set(near.map(({ core: other }) => other)).size === 1 ? near[0]?.entry : undefined;
    let best: T | undefined;
    let bestScore = 0;
    let second = 0;
    for (const { core: other, entry } of this.all) {
      const score = similarity(core, other);
      if (score > bestScore) {
        second = bestScore;
        bestScore = score;
        best = entry;
      } else if (score > second) second = score;
    }
    return bestScore >= MIN_SIMILARITY && bestScore - second >= 0.1 ? best : undefined;
  }
}

/** A label whose number is one sign with its point or its brackets (⒊其他, ㈢不予公开), written in several. */
function withPlainNumber(folded: string): string {
  const code = folded.charCodeAt(0);
  if (code >= 0x2488 && code <= 0x249b) return `${String(code - 0x2487)}.${folded.slice(1)}`;
  if (code >= 0x3220 && code <= 0x3229) return `(${'一二三四五六七八九十'.charAt(code - 0x3220)})${folded.slice(1)}`;
  return folded;
}

/** 本年 with the year behind it: 本年（2024）制发件数. */
const YEAR = /^本年度?(?:\(20\d\d年?度?\))?/;

const MIN_SIMILARITY = 0.72;

/** Whether two texts are the same but for one sign that one of them lacks or has in the place of another. */
function differsByOne(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length > 1) return false;
  let same = 0;
  while (same < shorter.length && shorter.charAt(same) === longer.charAt(same)) same++;
  const rest = longer.slice(same + 1);
  return rest === shorter.slice(longer.length === shorter.length ? same + 1 : same);
}

/** Most cells hold one, and no label is. */
function isWholeNumber(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x30 || text.charCodeAt(i) > 0x39) return false;
  return true;
}

function add<T>(map: Map<string, T[]>, key: string, entry: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
