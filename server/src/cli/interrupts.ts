/** Ctrl+C, and what ends a job of a build that takes too long. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Waits for work that one of the signals stops: what is finished is printed then, and nothing is left half written. */
export async function untilInterrupted(work: { readonly done: Promise<unknown>; stop(): void }): Promise<void> {
  const stop = () => {
    work.stop();
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  await work.done;
  for (const signal of SIGNALS) process.removeListener(signal, stop);
}
