import type { FigureTime, StatedFigure } from './statedFigure.ts';

/** What the words of a sentence say of the figures behind them. */
export interface SentenceState {
  whose: StatedFigure['whose'];
  when: FigureTime | undefined;
  limits: string[];
  /** Ways that the figures before were told to have gone. */
  ways: string[];
  among: readonly string[];
  year: number | undefined;
  /** Characters, covered by no word, of the label whose thing the next figures may be of. */
  unknown: number;
}

/** At the beginning of a sentence. */
export const NOTHING_SAID: Readonly<SentenceState> = {
  whose: undefined,
  when: undefined,
  limits: [],
  ways: [],
  among: [],
  year: undefined,
  unknown: 0,
};

/** One that may be changed by itself. */
export function copyOf(state: Readonly<SentenceState>): SentenceState {
  return { ...state, limits: [...state.limits], ways: [...state.ways] };
}
