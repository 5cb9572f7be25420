import { labelTextOf } from '../labelText.ts';
import { memoByObject } from '../../../text/memo.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact, sumOf } from './arithmetic.ts';
import { isResult } from '../lists/listFigures.ts';
import type { Certainty, ChainDisagreement } from './disagreement.ts';

/** The figures of each sentence of a chain. */
export const sentencesOf = memoByObject(
  (figures: readonly StatedFigure[]): readonly (readonly [StatedFigure, ...StatedFigure[]])[] => {
    const sentences: [StatedFigure, ...StatedFigure[]][] = [];
    for (const figure of figures) {
      const last = sentences.at(-1);
      if (last?.[0].sentence === figure.sentence) last.push(figure);
      else sentences.push([figure]);
    }
    return sentences;
  },
);

/** 收到 (+ 上年结转) = 办结 + 结转下年, where one sentence names them all, or its paragraph each of them once. */
export function flows(chain: ChainReading): readonly ChainDisagreement[] {
  if (!chain.figures.some(({ steps }) => steps.some(step => step.startsWith('carr')))) return [];
  // Among other classes of the replies, one is not all of them; and of applicants that are parts, none.
  const classes = new Set(
    chain.lists.flatMap(({ form, parts }) =>
      (form === 'among' || form === 'of') && parts.some(({ figure }) => isResult(figure) || isOfApplicant(figure))
        ? parts.map(({ figure }) => figure)
        : [],
    ),
  );
  // 应办109件（新收103件、结转6件），办结107件: what the brackets divide is all that was worked on.
  const divided = new Set(
    chain.lists.flatMap(({ form, whole, parts }) =>
      form === 'bracket' && whole.steps.includes('handled') && sumOf(parts.map(p => p.figure)) === whole.number.value
        ? parts.map(({ figure }) => figure)
        : [],
    ),
  );
  const counts = chain.figures.filter(
    each =>
      !classes.has(each) &&
      !divided.has(each) &&
      each.kind === 'count' &&
      isExact(each) &&
      each.matter === 'applications' &&
      each.parts.every(part => part.startsWith(APPLICANT) || part === 'manner=onTime') &&
      (each.when !== 'last' || each.steps.includes('carriedIn')) &&
      each.when !== 'partial',
  );
  const ends = chain.figures.filter(each => isOtherEnd(each) && !classes.has(each));
  const sentences = groupsOf(counts, 'sentence').map(flowOf);
  const known = new Set(sentences.flatMap(each => each?.figures[0]?.paragraph ?? []));
  const paragraphs = groupsOf(counts, 'paragraph')
    .filter(([{ paragraph }]) => !known.has(paragraph))
    .map(flowOf);
  const told = [...sentences, ...paragraphs].flatMap(each =>
    each?.certainty && !(each.certainty === 'information' && mayHoldCarriedIn(each.fresh, lastOf(each), chain))
      ? toldBeside(
          each,
          each.certainty,
          ends.filter(({ paragraph, index }) => paragraph === each.fresh.paragraph && index > each.fresh.index),
          chain.figures,
        )
      : [],
  );
  return [...told, ...groupsOf(counts, 'sentence').flatMap(each => workloads(each, chain))];
}

const APPLICANT = 'applicant=';

function isOfApplicant({ parts }: StatedFigure): boolean {
  return parts.some(part => part.startsWith(APPLICANT));
}

/** 2024年新收104件，上年结转3件，办结98件，结转下年9件; 办理104件，办结98件，结转下年6件 */
interface Flow {
  /** What came in, or all that was worked on. */
  readonly fresh: StatedFigure;
  readonly carriedIn: StatedFigure | undefined;
  readonly replied: StatedFigure;
  readonly carriedOut: StatedFigure | undefined;
  readonly figures: readonly StatedFigure[];
  /** Whether what came in holds what was carried in. */
  readonly isIncluded: boolean;
  readonly certainty: Certainty | undefined;
}

/** Figures of one sentence or paragraph each. */
function groupsOf(
  figures: readonly StatedFigure[],
  by: 'sentence' | 'paragraph',
): readonly (readonly [StatedFigure, ...StatedFigure[]])[] {
  const groups: [StatedFigure, ...StatedFigure[]][] = [];
  for (const figure of figures) {
    const last = groups.at(-1);
    if (last?.[0][by] === figure[by]) last.push(figure);
    else groups.push([figure]);
  }
  return groups;
}

/** The flow that some counts of applications tell, each of its steps once. */
function flowOf(counts: readonly StatedFigure[]): Flow | undefined {
  const only = (...steps: string[]) => {
    const found = counts.filter(each => steps.some(step => each.steps.includes(step)));
    return found.length === 1 ? found[0] : undefined;
  };
  const isCarried = ({ steps }: StatedFigure) => steps.some(step => step.startsWith('carr'));
  const carriedIn = only('carriedIn');
  // 共受理15件，其中新收14件，上年结转1件
  // 上年结转4件，本年新增68件
  const received = only('newReceived') ?? only('received') ?? (carriedIn ? only('added') : undefined);
  // 结转下年办理14件 is none of what was handled.
  const [work, ...others] = counts.filter(each => each.steps.includes('handled') && !isCarried(each));
  const whole = others.length === 0 ? work : undefined;
  const handled = received || carriedIn ? undefined : whole;
  // 处理35件（含上年结转2件），办结32件，3件结转下年
  const fresh = received ?? handled ?? (carriedIn && carriedIn.depth > 0 ? whole : undefined);
  // 收到62件，完成60件
  // 受理答复36件，办结34件
  const repliesOf = (step: string) =>
    counts.filter(each => each !== fresh && each.steps.includes(step) && !isCarried(each));
  const told = repliesOf('replied');
  const isBehind = ({ index }: StatedFigure) => index > (fresh?.index ?? index);
  const done = told.length > 0 ? told : repliesOf('done').filter(isBehind);
  // 收到16项，办理15项，结转下年1项
  const isWorked = done.length === 0;
  const replies = isWorked ? repliesOf('handled').filter(isBehind) : done;
  const [replied] = replies;
  if (!fresh || !replied || replies.length > 1) return undefined;
  // 新收161件，上年结转2件。区级机关收到申请96件，答复93件: in its own sentence, it is told of others.
  const isOfOthers = (each: StatedFigure) =>
    each !== fresh &&
    each.sentence === replied.sentence &&
    each.index < replied.index &&
    each.steps.includes('received');
  if (fresh.sentence !== replied.sentence && counts.some(isOfOthers)) return undefined;
  // 收到自然人申请60件、企业申请5件: one applicant is not all of them.
  if (counts.filter(isOfApplicant).length > (isOfApplicant(fresh) ? 1 : 0)) return undefined;
  const carriedOut = only('carriedOut') ?? counts.find(each => each.index === replied.index + 1 && isBareCarry(each));
  if (!(carriedIn ?? carriedOut)) return undefined;
  const figures = [fresh, carriedIn, replied, carriedOut].flatMap(each => each ?? []);
  if (new Set(figures).size < figures.length) return undefined;
  // 受理29件（含上年结转3件）; 受理29件（不含上年结转3件）
  const isIncluded =
    carriedIn !== undefined &&
    carriedIn.depth > fresh.depth &&
    carriedIn.index === fresh.index + 1 &&
    !carriedIn.roles.has('not');
  return { fresh, carriedIn, replied, carriedOut, figures, isIncluded, certainty: certaintyOf() };

  function certaintyOf(): Certainty | undefined {
    if (!fresh || !replied) return undefined;
    const into = fresh.number.value + (carriedIn?.number.value ?? 0);
    const out = replied.number.value + (carriedOut?.number.value ?? 0);
    // What was worked on may still be open.
    if (isWorked)
      return out > into && replied.number.value !== into ? (carriedIn ? 'warning' : 'information') : undefined;
    if (handled) return into === out ? undefined : 'warning';
    // What was carried in only adds to what came in: more cannot have come in than went out.
    if (!carriedIn && into > out) return 'warning';
    // More went out than came in: what was carried in is not told.
    // 收到14件，办结17件，余下3件转下年: the rest is of what came in.
    const isRest = carriedOut?.roles.has('rest') === true;
    if (!carriedIn) return out > into ? (isRest ? 'warning' : 'information') : undefined;
    // Nor can more have been answered than there was.
    if (!carriedOut) return out > into ? 'warning' : undefined;
    return into !== out && fresh.number.value !== out ? 'warning' : undefined;
  }
}

/** Its last figure but for what was carried over. */
function lastOf({ replied, carriedIn }: Flow): StatedFigure {
  return carriedIn && carriedIn.index > replied.index ? carriedIn : replied;
}

/** 办结77件，结转4件: without a year, behind what was answered. */
function isBareCarry({ steps }: StatedFigure): boolean {
  return steps.includes('carry') && !steps.includes('carriedIn');
}

/** So many figures behind what was worked on are looked at for what is left. */
const MOST_BEHIND = 4;

/** 收到5件，加上上年结转11件，共办理16件: what came in and what was carried in is all that was worked on. */
function workloads(
  counts: readonly StatedFigure[],
  { text, tokens, figures }: ChainReading,
): readonly ChainDisagreement[] {
  const [fresh, carriedIn, handled, other] = counts;
  if (!fresh || !carriedIn || !handled || fresh.depth !== handled.depth || carriedIn.depth !== fresh.depth) return [];
  const isCarried = ({ steps }: StatedFigure) => steps.some(step => step.startsWith('carr'));
  const isNew = ({ steps }: StatedFigure) => steps.includes('newReceived') || steps.includes('received');
  if (!isNew(fresh) || isCarried(fresh) || !carriedIn.steps.includes('carriedIn')) return [];
  const label = labelTextOf(handled, { text, tokens });
  const isAll = handled.steps.at(-1) === 'handled' && /[共总应需]|合计|累计/.test(label);
  if (!isAll || isCarried(handled) || (other !== undefined && isNew(other))) return [];
  const computed = fresh.number.value + carriedIn.number.value;
  if (computed === handled.number.value || fresh.number.value === handled.number.value) return [];
  // 共办理33件，结转下年1件; 共办理41件。其余1件…: what is left is told behind it.
  const left = computed - handled.number.value;
  const isLeft = (each: StatedFigure) =>
    each.paragraph === handled.paragraph && each.kind === 'count' && each.number.value === left;
  if (figures.slice(handled.index + 1, handled.index + 1 + MOST_BEHIND).some(isLeft)) return [];
  const sum = `${fresh.number.value} + ${carriedIn.number.value} ≠ ${handled.number.value}`;
  return [{ kind: 'flow', certainty: 'warning', figure: handled, figures: [fresh, carriedIn, handled], computed, sum }];
}

/** 收到72件，答复75件（含上年度结转）: words without a number say that something was carried in. */
export function mayHoldCarriedIn(fresh: StatedFigure, last: StatedFigure, { text }: ChainReading): boolean {
  return EARLIER_YEAR.test(text.slice(fresh.start, last.end + LONGEST_BEHIND));
}

const EARLIER_YEAR = /[上前往去]一?年|以前年|含\d{2,4}年/;
const LONGEST_BEHIND = 16;

/** What a flow says, where some applications ended otherwise: odd only if they do not make up what is left. */
function toldBeside(
  flow: Flow,
  certainty: Certainty,
  ends: readonly StatedFigure[],
  all: readonly StatedFigure[],
): readonly ChainDisagreement[] {
  const { fresh, replied, carriedIn, carriedOut, isIncluded } = flow;
  const left = fresh.number.value - replied.number.value - (carriedOut?.number.value ?? 0);
  // 收到20件，办结15件，3件到期没有补正，结转2件: an end in words that are not known makes up what is left.
  const isBetween = (each: StatedFigure) =>
    each.sentence === fresh.sentence &&
    each.index > fresh.index &&
    each.kind === 'count' &&
    each.depth === fresh.depth &&
    isSameMeasure(each.number.unit, fresh.number.unit) &&
    !flow.figures.includes(each);
  const into = isIncluded ? 0 : (carriedIn?.number.value ?? 0);
  const between = all.filter(isBetween);
  // 自然人申请72件，企业申请4件，办结70件，结转6件: nor is one that adds to what came in.
  if (between.length > 0 && sumOf(between) === Math.abs(left + into)) return [];
  if (ends.length === 0) return [toldOf(flow, certainty)];
  const isLeft = carriedIn === undefined && ends.every(each => each.sentence === fresh.sentence && isExact(each));
  // More was answered and carried over than came in, whatever else became of some.
  return isLeft && (left > sumOf(ends) || left < 0) ? [toldOf(flow, 'information', ends)] : [];
}

function toldOf(
  { fresh, carriedIn, replied, carriedOut, figures, isIncluded }: Flow,
  certainty: Certainty,
  ends: readonly StatedFigure[] = [],
) {
  const sumText = (...all: readonly (StatedFigure | undefined)[]) =>
    all.flatMap(each => (each ? [String(each.number.value)] : [])).join(' + ');
  const besides = isIncluded ? undefined : carriedIn;
  const out = replied.number.value + (carriedOut?.number.value ?? 0) + sumOf(ends);
  const into = fresh.number.value + (besides?.number.value ?? 0);
  return {
    kind: 'flow',
    certainty,
    figure: besides ? replied : fresh,
    figures: figures.filter(each => each !== carriedIn || !isIncluded),
    computed: besides ? into - (carriedOut?.number.value ?? 0) : out,
    sum: `${sumText(fresh, besides)} ≠ ${sumText(replied, ...ends, carriedOut)}`,
  } as const;
}

/** 5件逾期未补正，2件撤回: told beside the replies, neither these nor what was carried over. */
function isOtherEnd({ kind, steps, parts }: StatedFigure): boolean {
  if (kind !== 'count') return false;
  return steps.includes('otherNoCorrection') || steps.includes('otherFeeUnpaid') || parts.includes('manner=withdrawn');
}
