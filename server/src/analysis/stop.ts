/** Thrown by {@link Stop.breathe} when a newer version exists. */
export class Cancelled extends Error {}

/** Lets long work make room for others and end early. */
export interface Stop {
  /** Yields after 8 ms of work; throws {@link Cancelled} when the work is no longer wanted. */
  breathe(): Promise<void>;
}

/** Work that nobody interrupts. */
export const NEVER_STOP: Stop = { breathe: async () => {} };
