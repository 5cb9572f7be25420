/** Thrown by {@link Scheduler.yieldIfNeeded} when a newer version exists. */
export class Cancelled extends Error {}

/** Lets long work give way to waiting messages and end early. */
export interface Scheduler {
  /**
   * Called often; its promise, where it gives one, is to be awaited: after 8 ms of work waiting messages come first.
   * Throws {@link Cancelled}, at once or then, when the work is no longer wanted.
   */
  yieldIfNeeded(): Promise<void> | undefined;
}

/** A scheduler for work that nothing interrupts. */
export const UNINTERRUPTED: Scheduler = { yieldIfNeeded: () => undefined };

const WORK_MS = 8;

/** A scheduler that yields after 8 ms of work and cancels the work as soon as `isOver` returns true. */
export function schedulerUntil(isOver: () => boolean): Scheduler {
  let since = performance.now();
  const rest = async (): Promise<void> => {
    await nextTurn();
    if (isOver()) throw new Cancelled();
    since = performance.now();
  };
  return {
    yieldIfNeeded: () => {
      if (isOver()) throw new Cancelled();
      return performance.now() - since < WORK_MS ? undefined : rest();
    },
  };
}

/**
 * Resolves after waiting messages were handled; with setImmediate where the host has it, as a timer takes 1 ms or more.
 */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
