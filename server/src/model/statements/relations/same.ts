import { memoByObject } from '../../../text/memo.ts';
import type { TableAnswers } from '../../links/tableNumbers.ts';
import type { Chain, ChainReading } from '../chains.ts';
import { quantitiesOf } from '../quantities.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { StatedQuantity } from '../statedQuantity.ts';
import type { Token } from '../tokens.ts';
import type { Disagreement } from './disagreement.ts';

/** A figure that may be stated again elsewhere; equal keys name the same thing. */
interface Mention {
  readonly kind: 'total' | 'column' | 'hotline';
  readonly key: string;
  readonly figure: StatedFigure;
  /** What it states of the tables' quantities. */
  readonly quantity: StatedQuantity | undefined;
}

type PlacedMention = Mention & { readonly chain: Chain };

/** Matters of which a report has one total; of others, such as trainings, there are several counts. */
const TOTALS: ReadonlySet<string> = new Set(['disclosure', 'applications', 'reviews', 'litigation', 'readings']);
/** Divided by offices, kinds and channels, one to a paragraph. */
const DIVIDED = 'disclosure';
const OF_DISCLOSURE: ReadonlySet<string> = new Set([DIVIDED, 'information', 'applications']);
/** Two counts of a hotline that differ by less than this are likely to be meant as one. */
const NEARLY_EQUAL = 0.01;
const MANY_CALLS = 100;
const HOTLINE = '12345';
const COLUMNS = 'columns';
/** Words that speak of the work in general and limit nothing. */
const GENERAL: ReadonlySet<string> = new Set([
  '贯彻',
  '落实',
  '按照',
  '根据',
  '依据',
  '坚持',
  '严格',
  '加强',
  '做好',
  '推进',
  '深化',
  '完善',
  '提高',
  '提升',
  '认真',
  '积极',
]);
const NUMBERING = '一二三四五六七八九十0123456789.．是';
const ORGANISATION_ENDS = '局委办厅院所站镇乡处心校会府部队科股室园';

/**
 * Counts of the same thing in different paragraphs that are not the same. Quantities that a table holds are compared
 * with it, and figures of other disagreements are told of there.
 */
export function repeats(
  chains: readonly Chain[],
  known: readonly Disagreement[],
  tables: TableAnswers,
): readonly Disagreement[] {
  const taken = new Set<StatedFigure>(known.flatMap(({ found }) => found.figures));
  const groups = new Map<string, PlacedMention[]>();
  for (const chain of chains)
    for (const mention of mentionsIn(chain.reading)) {
      const { figure, quantity, key } = mention;
      if (taken.has(figure) || (quantity && tables.valuesOf(quantity.metric, quantity.period).length > 0)) continue;
      const group = groups.get(key);
      const placed = { ...mention, chain };
      if (group) group.push(placed);
      else groups.set(key, [placed]);
    }
  return [...groups.values()].flatMap(group => conflict(group) ?? []);
}

function conflict(group: readonly PlacedMention[]): Disagreement | undefined {
  const [earlier] = group;
  const later = group.find(({ figure }) => figure.number.value !== earlier?.figure.number.value);
  if (!earlier || !later || new Set(group.map(({ figure }) => figure.number.value)).size > 2) return undefined;
  // Side by side in one paragraph they are told apart by what stands around them.
  if (earlier.chain === later.chain && earlier.figure.paragraph === later.figure.paragraph) return undefined;
  // One after the other, each with its year: a list of years, one of them mistyped, is more likely.
  if (
    earlier.figure.year !== undefined &&
    later.figure.year !== undefined &&
    earlier.chain === later.chain &&
    later.figure.paragraph === earlier.figure.paragraph + 1
  )
    return undefined;
  if (earlier.kind === 'total' && earlier.figure.when === undefined && later.figure.when === undefined)
    return undefined;
  const [a, b] = [earlier.figure.number.value, later.figure.number.value];
  if (earlier.kind === 'hotline' && (group.length > 2 || Math.abs(a - b) > Math.max(a, b) * NEARLY_EQUAL))
    return undefined;
  return {
    chain: later.chain,
    found: {
      kind: 'same',
      isOfHotline: earlier.kind === 'hotline',
      certainty: earlier.kind === 'hotline' ? 'information' : 'warning',
      figure: later.figure,
      figures: [later.figure],
      earlier: earlier.figure,
      earlierChain: earlier.chain,
    },
  };
}

/** Figures of a chain that may be stated again. */
const mentionsIn = memoByObject((chain: ChainReading): readonly Mention[] =>
  chain.figures.flatMap(figure => {
    const named = nameOf(figure, chain);
    return named
      ? [{ ...named, figure, quantity: quantitiesOf(chain).find(quantity => quantity.figure === figure) }]
      : [];
  }),
);

function nameOf(figure: StatedFigure, chain: ChainReading): Pick<Mention, 'kind' | 'key'> | undefined {
  const { kind, number, when, whose, matter, matterSource, roles, depth } = figure;
  if (kind !== 'count' || number.precision !== 'exact' || number.decimals > 0 || number.scale > 1 || number.value === 0)
    return undefined;
  if (number.unit === '' || number.unit.includes('元') || depth > 0) return undefined;
  if (
    (when !== undefined && when !== 'this') ||
    (whose !== undefined && whose !== 'own' && whose !== 'area' && whose !== 'ownLevel')
  )
    return undefined;
  const { tokens, text, lists } = chain;
  const isOfColumn = namesColumn(figure, tokens);
  if (
    (!isOfColumn && (matter === undefined || matterSource !== 'label')) ||
    ['rest', 'mainly', 'among', 'another', 'subset', 'not'].some(role => roles.has(role as never))
  )
    return undefined;
  if (lists.some(list => list.form !== 'implied' && list.parts.some(part => part.figure === figure))) return undefined;
  const scope = whose === 'own' || whose === undefined ? '' : whose;
  const key = [number.unit, scope];
  if (isHotline(figure, tokens, text)) return { kind: 'hotline', key: [HOTLINE, ...key].join(' ') };
  if (isOfColumn) {
    const name = unknownOf(figure, tokens, text);
    const site = sitesOf(figure, tokens, text);
    return name === '' || site === '' ? undefined : { kind: 'column', key: [COLUMNS, name, site, ...key].join(' ') };
  }
  if (
    matter === undefined ||
    !TOTALS.has(matter) ||
    figure.unknown > 0 ||
    figure.parts.length + figure.limits.length > 0 ||
    !isWithoutLimit(figure, chain)
  )
    return undefined;
  const steps = [...new Set(figure.steps)].filter(step => step !== 'published').sort();
  return { kind: 'total', key: [matter, ...steps, ...key].join(' ') };
}

/** 农业补贴专栏发布信息24条: whether the label says in which column a figure stands. */
function namesColumn({ labelFrom, token }: StatedFigure, tokens: readonly Token[]): boolean {
  for (let at = labelFrom; at < token; at++) {
    const each = tokens[at];
    if (each?.kind === 'word' && each.meaning.matter === COLUMNS) return true;
  }
  return false;
}

/** Calls to 12345 that were received, and no part of them. */
function isHotline(
  { labelFrom, token, number, steps, parts, nounTo }: StatedFigure,
  tokens: readonly Token[],
  text: string,
): boolean {
  if (number.value < MANY_CALLS || parts.length > 0 || !steps.includes('received') || steps.length > 1) return false;
  for (let at = labelFrom; at < nounTo; at++) {
    const each = tokens[at];
    if (at < token && each?.kind === 'word' && text.startsWith(HOTLINE, each.start)) return true;
  }
  return false;
}

/** What no word covers in the label of a figure: the name of what it counts. */
function unknownOf({ labelFrom, token }: StatedFigure, tokens: readonly Token[], text: string): string {
  return tokens
    .slice(labelFrom, token)
    .flatMap(each => (each.kind === 'unknown' ? [text.slice(each.start, each.end)] : []))
    .join('');
}

/** The websites and accounts that its label names. */
function sitesOf({ labelFrom, token }: StatedFigure, tokens: readonly Token[], text: string): string {
  return tokens
    .slice(labelFrom, token)
    .flatMap(each =>
      each.kind === 'word' && each.meaning.part !== undefined
        ? [text.slice(each.start, each.end).replaceAll('门户', '')]
        : [],
    )
    .join('、');
}

/** Whether neither what stands before a figure in its paragraph nor the heading above limits it. */
function isWithoutLimit(figure: StatedFigure, chain: ChainReading): boolean {
  const { tokens } = chain;
  let from = figure.labelFrom;
  while (from > 0 && !isSign(tokens[from - 1], 'paragraph')) from--;
  if (!isGeneral(from, figure.labelFrom, figure, chain)) return false;
  const heading = headingAbove(figure, chain);
  return heading === undefined || isGeneral(heading[0], heading[1], figure, chain);
}

/** The tokens of the heading below those of the first level that stands above a figure. */
function headingAbove(figure: StatedFigure, { headings, tokens }: ChainReading): readonly [number, number] | undefined {
  const heading = headings.findLast(({ start }) => start <= figure.start);
  if (!heading) return undefined;
  const from = tokens.findIndex(token => token.start >= heading.start);
  const to = tokens.findIndex(token => token.start >= heading.end);
  return [from, to < 0 ? tokens.length : Math.min(to, figure.labelFrom)];
}

/** Whether the clauses of a run of tokens limit nothing. */
function isGeneral(from: number, to: number, { matter }: StatedFigure, { tokens, text }: ChainReading): boolean {
  let unknown = '';
  let isOfWork = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'year') continue;
    if (token.kind === 'number') return false;
    const word = text.slice(token.start, token.end);
    if (token.kind === 'word') {
      const { part, whose, role, when } = token.meaning;
      if (
        part !== undefined ||
        whose === 'subordinate' ||
        whose === 'ownLevel' ||
        whose === 'office' ||
        role === 'view' ||
        role === 'rest'
      )
        return false;
      if (when !== undefined && when !== 'this') return false;
      if (GENERAL.has(word)) isOfWork = true;
      // 机构职能。 or 政府公报 names a kind or a channel.
      else if (matter === DIVIDED && token.meaning.matter !== undefined && !OF_DISCLOSURE.has(token.meaning.matter))
        unknown += word;
    } else if (token.kind === 'unknown') {
      if (![...word].every(sign => NUMBERING.includes(sign))) unknown += word;
    } else if (token.sign !== 'open' && token.sign !== 'close' && token.sign !== 'enumeration') {
      if (!mayStand(unknown, isOfWork, token.sign === 'colon', matter)) return false;
      unknown = '';
      isOfWork = false;
    }
  }
  return mayStand(unknown, isOfWork, false, matter);
}

function mayStand(unknown: string, isOfWork: boolean, isLabel: boolean, matter: string | undefined): boolean {
  if (unknown === '' || isOfWork) return true;
  if (isLabel || matter === DIVIDED) return false;
  return !ORGANISATION_ENDS.includes(unknown.charAt(unknown.length - 1));
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.sign === sign;
}
