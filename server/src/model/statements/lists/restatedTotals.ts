import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isSumming } from './labelForms.ts';
import { type FoundLists, type ListPart, MOST_PARTS } from './partList.ts';

/** Words at the beginning of a sentence by which a total refers to what was told before it. */
const REFERRING = /^(?:以上|上述|上列|前述|这)/;

/** 甲类20条；乙类30条。以上合计50条; （1）甲20件。⏎（2）乙30件。⏎上述两项计50件: a total in the sentence behind its parts. */
export function readTotalBehind(total: StatedFigure, words: ChainWords, found: FoundLists): void {
  if (total.kind !== 'count') return;
  const { figures, tokens, text } = words;
  const before = figures[total.index - 1];
  // 上述三项计: the number says how many parts there are.
  const announced = before?.kind === 'announced' && before.sentence === total.sentence ? before : undefined;
  const first = announced ?? total;
  if (!REFERRING.test(text.slice(tokens[first.labelFrom]?.start ?? first.start, total.start))) return;
  const isSaid = total.roles.has('total') || total.roles.has('all') || isSumming(words, total);
  if (!isSaid && !(announced && words.labelText(total) === '计')) return;
  const last = figures[first.index - 1];
  if (last === undefined || total.sentence - last.sentence !== 1 || found.ofWhole.has(total)) return;
  const parts: ListPart[] = [];
  for (let i = last.index; i >= 0 && parts.length < MOST_PARTS; i--) {
    const figure = figures[i] as StatedFigure;
    const next = parts[0]?.figure;
    const isItem = next !== undefined && isAlone(figure, figures) && isAlone(next, figures);
    if (next && next.sentence !== figure.sentence && !(isItem && next.sentence - figure.sentence === 1)) break;
    if (figure.kind !== 'count' || !isSameMeasure(figure.number.unit, total.number.unit)) break;
    if (figure.depth !== total.depth || figure.number.precision === 'rough' || found.partOf.has(i)) return;
    parts.unshift({ figure, share: undefined });
  }
  if (parts.length < 2 || (announced && announced.number.value !== parts.length) || words.isEtcBehind(last)) return;
  found.add({
    form: 'total',
    whole: total,
    parts,
    isClosed: true,
    isOpen: false,
    isEnded: true,
    isLoose: true,
    isNear: true,
  });
}

/** Whether a figure is the only one of its sentence. */
function isAlone({ index, sentence }: StatedFigure, figures: readonly StatedFigure[]): boolean {
  return figures[index - 1]?.sentence !== sentence && figures[index + 1]?.sentence !== sentence;
}
