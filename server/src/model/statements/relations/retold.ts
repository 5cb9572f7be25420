import { memoByObject } from '../../../text/memo.ts';
import type { Chain, ChainReading } from '../chains.ts';
import { isWay } from '../labelWords.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { Disagreement } from './disagreement.ts';
import { isSlip } from '../slips.ts';

/** Smaller numbers are often near each other. */
const SMALLEST = 100;
/** What is told in several sections of a report: as a part of all, and where its way is spoken of. */
const RETOLD: ReadonlySet<string> = new Set(['disclosure', 'information', 'interpretations']);
const INFORMATION = 'information';
/** Words that say that a figure is one of several, or is none of the year. */
const APART = ['rest', 'mainly', 'another', 'subset', 'not'] as const;

/**
 * 其中网站公开1600条 and, in another paragraph, 通过网站公开1680条: told by the same way, in the same measure word, with numbers
 * that one slip makes of each other. Unlike numbers that are far from each other they are hardly of two things.
 */
export function retellings(chains: readonly Chain[], known: readonly Disagreement[]): readonly Disagreement[] {
  const taken = new Set<StatedFigure>(known.flatMap(({ found }) => found.figures));
  const groups = new Map<string, { readonly figure: StatedFigure; readonly chain: Chain }[]>();
  for (const chain of chains)
    for (const { key, figure } of retoldIn(chain.reading)) {
      if (taken.has(figure)) continue;
      const group = groups.get(key);
      if (group) group.push({ figure, chain });
      else groups.set(key, [{ figure, chain }]);
    }
  return [...groups.values()].flatMap(group => {
    const [earlier, later] = group;
    if (!earlier || !later || group.length > 2) return [];
    if (earlier.chain === later.chain && earlier.figure.paragraph === later.figure.paragraph) return [];
    if (!isSlip(earlier.figure.number.value, later.figure.number.value)) return [];
    return [
      {
        chain: later.chain,
        found: {
          kind: 'same',
          certainty: 'information',
          figure: later.figure,
          figures: [later.figure],
          earlier: earlier.figure,
          earlierChain: earlier.chain,
        },
      },
    ];
  });
}

/** Figures of a chain that may be told again elsewhere, each with what it tells of. */
const retoldIn = memoByObject(({ figures, text, tokens }: ChainReading) =>
  figures.flatMap(figure => {
    const { kind, number, matter, matterSource, parts, limits, when, whose, roles, steps } = figure;
    if (kind !== 'count' || number.precision !== 'exact' || number.value < SMALLEST || number.unit === '') return [];
    if (number.decimals > 0 || number.scale > 1 || matter === undefined || !RETOLD.has(matter)) return [];
    if (matterSource !== 'label' || (when !== undefined && when !== 'this')) return [];
    if (whose !== undefined && whose !== 'own') return [];
    if (APART.some(role => roles.has(role)) || steps.some(step => step !== 'published')) return [];
    const ways = [...new Set([...parts, ...limits])].sort();
    // 全年共公开信息253条: by whatever way, it is all there was, where it is told in the same words.
    const isAll = ways.length === 0 && matter === INFORMATION;
    if (!ways.every(isWay) || (isAll && !(roles.has('all') && when === 'this'))) return [];
    const label = tokens.slice(figure.labelFrom, figure.token);
    const names = label.flatMap(token =>
      isAll || token.kind === 'unknown' ? [text.slice(token.start, token.end)] : [],
    );
    const about = matter === 'interpretations' ? matter : INFORMATION;
    return [{ key: [about, ...ways, ...names, number.unit].join(' '), figure }];
  }),
);
