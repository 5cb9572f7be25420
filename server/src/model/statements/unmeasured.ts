import type { StatedFigure } from './statedFigure.ts';
import { isNoun } from './labelWords.ts';
import type { Token } from './tokens.ts';

const OPENING: ReadonlySet<string> = new Set(['open', 'comma', 'colon']);

/** 公开政府信息189（其中机构信息33条，…）: a whole without its measure word is counted as its parts are. */
export function withMeasures(figures: readonly StatedFigure[], tokens: readonly Token[]): readonly StatedFigure[] {
  let changed: StatedFigure[] | undefined;
  for (const whole of figures) {
    const { number, index, token } = whole;
    if (whole.kind !== 'count' || number.unit !== '' || number.scale > 1 || whole.matterSource !== 'label') continue;
    const before = tokens[token - 1];
    const part = figures[index + 1];
    if (before?.kind !== 'word' || !isNoun(before) || !isPart(part, whole) || !opensList(token + 1, tokens)) continue;
    changed ??= [...figures];
    changed[index] = { ...whole, number: { ...number, unit: part.number.unit } };
  }
  return changed ?? figures;
}

function isPart(part: StatedFigure | undefined, { sentence, number }: StatedFigure): part is StatedFigure {
  return part?.kind === 'count' && part.sentence === sentence && part.number.value <= number.value;
}

/** Whether 其中 or a word like 包括 stands right behind, but for a sign. */
function opensList(from: number, tokens: readonly Token[]): boolean {
  const [sign, word] = [tokens[from], tokens[from + 1]];
  if (sign?.kind !== 'sign' || !OPENING.has(sign.sign) || word?.kind !== 'word') return false;
  return word.meaning.role === 'among' || word.meaning.role === 'opener';
}
