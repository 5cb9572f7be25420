import { setFlagsFromString } from 'node:v8';

// Flags of V8, the engine of Node.js, with what each is for. A program sets them for itself.

/** A heap may double before it is cleaned up: V8 of itself would let it grow fourfold. */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}

/** Of a run that is over in seconds, V8 would spend a tenth on compiling functions into each other. */
export function compileEachForItself(): void {
  setFlagsFromString('--no-turbo-inlining');
}

/**
 * Only functions of so many bytes of code, of itself of 460, are compiled into those that call them. In a process that
 * stays, the smallest are worth it; the others cost V8 a tenth to a sixth of all processor time of a first draft.
 */
export function compileSmallIntoOthers(): void {
  setFlagsFromString('--max-inlined-bytecode-size=60');
}

/** The first version of V8 that counts calls where others count bytes of code that ran. */
const COUNTS_CALLS = 11.8;
/** Calls after which the second and the third of V8's three compilers take a function, of itself 400 and 3,000. */
const CALLS = ['--invocation-count-for-maglev=1000', '--invocation-count-for-turbofan=15000'];
/** Bytes of code, of itself 67,584. */
const BYTES = ['--interrupt-budget=300000'];

/**
 * V8 compiles for speed what ran several times as often as it would wait for: a first draft calls thousands of
 * functions, and of itself V8 is busy with compiling them for longer than it then gains. Regular expressions are
 * compiled at once.
 */
export function optimiseLater(): void {
  for (const flag of Number.parseFloat(process.versions.v8) < COUNTS_CALLS ? BYTES : CALLS) setFlagsFromString(flag);
  setFlagsFromString('--no-regexp-tier-up');
}
