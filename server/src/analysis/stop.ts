/** Thrown by {@link Stop.breathe} when a newer version exists. */
export class Cancelled extends Error {}

/** Lets long work make room for others and end early. */
export interface Stop {
  /**
   * To be called often, and waited for where it gives something: after 8 ms of work it makes room. Throws
   * {@link Cancelled}, at once or then, when the work is no longer wanted.
   */
  breathe(): Promise<void> | undefined;
}

/** Work that nobody interrupts. */
export const NEVER_STOP: Stop = { breathe: () => undefined };
