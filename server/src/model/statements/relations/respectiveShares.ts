import type { StatedFigure } from '../statedFigure.ts';

/** 占比分别为41.5%、22.6%、35.9%: several percentages in a row behind 分别. */
export function respectiveShares(figures: readonly StatedFigure[]): StatedFigure[][] {
  const runs: StatedFigure[][] = [];
  for (let i = 0; i < figures.length; i++) {
    const first = figures[i] as StatedFigure;
    if (first.kind !== 'share' || !(first.roles.has('allOpener') || namedBase([first], figures))) continue;
    const run = [first];
    while (figures[i + 1]?.kind === 'share' && figures[i + 1]?.sentence === first.sentence)
      run.push(figures[++i] as StatedFigure);
    if (run.length > 1) runs.push(run);
  }
  return runs;
}

/** 分别占全年55件的78.2%和21.8%: the base that is named before a row of percentages. */
export function namedBase(
  [first]: readonly StatedFigure[],
  figures: readonly StatedFigure[],
): StatedFigure | undefined {
  const before = first && figures[first.index - 1];
  const isBase = before?.sentence === first?.sentence && before?.stats.has('share') && before.roles.has('allOpener');
  return isBase === true ? before : undefined;
}
