import { CHANNEL, NO_PART, REPLY, REST, TOTAL_OR_ALL_YEARS } from '../../format/data/vocabulary.ts';
import { isSameUnit, type FigureSentence, type ProseFigure } from './numbers.ts';

export type Completeness = 'complete' | 'unstated' | 'partial';

/** A whole and the parts that a text names of it. */
export interface Breakdown {
  readonly whole: ProseFigure;
  readonly parts: readonly BreakdownPart[];
  /**
   * Whether the parts are all of the whole. `complete`: the wording says so (分别, 其他, shares of nearly 100 %).
   * `partial`: it says that they are not or need not be (等, 主要, rough numbers, channels that overlap). `unstated`: it
   * does not say.
   */
  readonly completeness: Completeness;
}

export interface BreakdownPart {
  readonly figure: ProseFigure;
  /** Share stated with the part (占…%). */
  readonly share?: ProseFigure;
}

const MARKER = /其中|包括|分为|分别(?:为|是)|具体(?:为|是|如下)|中[,，]|[（(：:]/;
const PARTIAL_MARKER = /主要|例如|如[：:]|部分(?:为|是)|[（(]含/;
/** Said of figures that the whole includes or leaves over; they are not among its parts. */
const INCLUDED = /^含|包含|另有|另外|结转|顺延/;
/** Cases that follow applications are counted apart from them. */
const CASES = /复议|诉讼|投诉|举报/;
const ET_CETERA = /^等(?!级|候|待)/;
/** Stated shares that make up less than this, in percent, are those of some parts only. */
const NEARLY_WHOLE = 90;

/** Lists of parts in consecutive sentences of one text. */
export function breakdownsIn(sentences: readonly FigureSentence[]): readonly Breakdown[] {
  const lists: Breakdown[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const before = sentences[i - 1];
    let found = false;
    for (let w = 0; w < sentence.figures.length; w++) {
      const list = breakdownFrom(sentence, w);
      if (!list) continue;
      found ||= list.list.completeness !== 'partial';
      lists.push(list.list);
      w = Math.max(w, list.last - 1);
    }
    if (found) continue;
    const continued =
      continuedBreakdown(sentence, before) ?? breakdownOfReplies(sentence, sentences.slice(Math.max(0, i - 2), i));
    if (continued) lists.push(continued);
  }
  return lists;
}

/** A list that begins behind figure `w` of a sentence. */
function breakdownFrom(sentence: FigureSentence, w: number): { list: Breakdown; last: number } | undefined {
  const whole = sentence.figures[w];
  const next = sentence.figures[w + 1];
  if (!whole || !next || !isCount(whole)) return undefined;
  const gap = sentence.text.slice(whole.end - sentence.start, next.start - sentence.start);
  const marker = MARKER.exec(gap);
  if (!marker || /[。]/.test(gap)) return undefined;
  if (
    marker[0].startsWith('中') &&
    !/在[^，,]{0,12}$|的$/.test(whole.subject) &&
    !/^(?:已)?[^，,]{0,14}中[,，]/.test(gap)
  )
    return undefined;
  if (/^[（(]/.test(marker[0]) && gap.slice(0, marker.index).trim() !== '') return undefined;
  const isBracket = /^[（(]/.test(marker[0]);
  return gather(sentence, whole, w + 1, gap, isBracket);
}

/** The figures behind a whole that are its parts, as far as the list reaches. */
function gather(
  sentence: FigureSentence,
  whole: ProseFigure,
  from: number,
  gap: string,
  isBracket: boolean,
): { list: Breakdown; last: number } | undefined {
  const parts: BreakdownPart[] = [];
  let isPartial = whole.modality !== 'exact' || PARTIAL_MARKER.test(gap);
  let last = from;
  /** First part that has a list of its own. */
  let nested: number | undefined;
  let isInside = false;
  let previousEnd = whole.end;
  for (let i = from; i < sentence.figures.length; i++) {
    const figure = sentence.figures[i];
    if (!figure) break;
    let between = sentence.text
      .slice(previousEnd - sentence.start, figure.start - sentence.start)
      .replace(/[（(][^（()）]*[）)]/g, '');
    if (isInside) {
      previousEnd = figure.end;
      const closed = between.search(/[）)]/);
      if (closed < 0) continue;
      isInside = false;
      between = between.slice(closed + 1);
    }
    if (i > from && !isBracket && /[（(]/.test(between) && parts.length > 0 && last === i - 1) {
      // Parts of a part in brackets.
      nested ??= last;
      isInside = true;
      previousEnd = figure.end;
      continue;
    }
    if (i > from && isBracket && /[）)]/.test(between) && !/[（(]/.test(between)) break;
    if (i > from && (/其中|包括|分别为/.test(between) || /[（(]/.test(between))) {
      // Figures behind the remainder (其他…) belong to a new whole.
      if (REST.test(parts.at(-2)?.figure.subject ?? '')) parts.pop();
      // A nested list: the figures behind it belong to one part.
      else isPartial = true;
      break;
    }
    previousEnd = figure.end;
    if (figure.unit === '%') {
      const part = parts.at(-1);
      if (part && /占|比例|比重/.test(figure.subject) && part.share === undefined) {
        parts[parts.length - 1] = { ...part, share: figure };
        if (ET_CETERA.test(figure.tail)) isPartial = true;
      }
      continue;
    }
    if (CASES.test(figure.subject) && !CASES.test(whole.subject + whole.tail)) break;
    if (NO_PART.test(figure.subject)) {
      if (TOTAL_OR_ALL_YEARS.test(figure.subject)) break;
      continue;
    }
    if (!isSameUnit(whole.unit, figure.unit)) {
      isPartial = true;
      break;
    }
    if (figure.modality !== 'exact') isPartial = true;
    parts.push({ figure });
    last = i;
    if (
      ET_CETERA.test(figure.tail) ||
      /主要(?:有|是|为|包括|涉及)/.test(figure.subject) ||
      INCLUDED.test(figure.subject)
    )
      isPartial = true;
  }
  if (parts.length < 2) return undefined;
  return {
    list: {
      whole,
      parts,
      completeness: isNewAndCarried(whole, parts) ? 'complete' : completenessOf(whole, parts, isPartial, gap),
    },
    last: nested ?? last,
  };
}

/** 「…69758条。其中，…」: the whole is the last count of the sentence before. */
function continuedBreakdown(sentence: FigureSentence, before: FigureSentence | undefined): Breakdown | undefined {
  if (!before || !/^\s*其中/.test(sentence.text)) return undefined;
  const whole = before.figures.findLast(figure => isCount(figure) && !isInBrackets(before, figure));
  return whole ? gather(sentence, whole, 0, '其中', false)?.list : undefined;
}

/** Kinds of reply named one after the other divide the replies stated before. */
function breakdownOfReplies(sentence: FigureSentence, before: readonly FigureSentence[]): Breakdown | undefined {
  const kinds = sentence.figures.filter(figure => isCount(figure) && REPLY.test(figure.subject));
  if (kinds.length < 3 || /其中/.test(sentence.text)) return undefined;
  for (const earlier of [...before].reverse()) {
    const whole = earlier.figures.find(
      figure => isCount(figure) && /答复|办结|办理/.test(figure.subject) && !/行政复议|诉讼/.test(figure.subject),
    );
    if (whole) return gather(sentence, whole, sentence.figures.indexOf(kinds[0] as ProseFigure), '', false)?.list;
  }
  return undefined;
}

function completenessOf(
  whole: ProseFigure,
  parts: readonly BreakdownPart[],
  isPartial: boolean,
  gap: string,
): Completeness {
  if (isPartial) return 'partial';
  const channels = parts.filter(({ figure }) => CHANNEL.test(figure.subject)).length;
  if (channels >= 2 && /公开|发布/.test(whole.subject + whole.tail) && !/申请/.test(whole.subject + whole.tail))
    return 'partial';
  // Years one after the other, the last of them the figure just stated.
  if (/(?:19|20)\d\d年/.test(gap) && parts.some(({ figure }) => figure.value === whole.value)) return 'partial';
  const hasRest = REST.test(parts.at(-1)?.figure.subject ?? '');
  const shares = parts.flatMap(({ share }) => (share ? [share.value] : []));
  const isShared = shares.length === parts.length && shares.reduce((sum, value) => sum + value, 0) >= NEARLY_WHOLE;
  return hasRest || isShared || /分别/.test(gap) ? 'complete' : 'unstated';
}

/** 「共受理182件，其中本年新收181件、上年结转1件」: handled cases are new or carried over, so these two are all. */
function isNewAndCarried(whole: ProseFigure, parts: readonly BreakdownPart[]): boolean {
  const subjects = parts.map(({ figure }) => figure.subject);
  return (
    parts.length === 2 &&
    [whole, ...parts.map(({ figure }) => figure)].every(({ modality }) => modality === 'exact') &&
    subjects.some(subject => /新收|新增|新受理/.test(subject)) &&
    subjects.some(subject => /上年度?结转|上一年度?结转|结转上年|去年结转/.test(subject))
  );
}

/** What a bracket adds (含上年结转1件) is said of the figure before it. */
function isInBrackets({ text, start }: FigureSentence, figure: ProseFigure): boolean {
  const before = text.slice(0, figure.start - start);
  return /[（(][^（()）]*$/.test(before.slice(-LONGEST_BRACKET));
}

const LONGEST_BRACKET = 200;

function isCount(figure: ProseFigure): boolean {
  return figure.unit !== '%' && figure.unit !== '个百分点' && figure.decimals === 0;
}
