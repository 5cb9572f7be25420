import { foldSign, NOTHING } from './fold.ts';

const ROOT = 0;
const NO_NODE = -1;
/** A step is three numbers in a row: the node that it leads from, the sign, the node that it leads to. */
const STEP = 3;
const FIRST_CAPACITY = 64;

/**
 * Folded words (see fold.ts), each with what it stands for, that are looked for at a place of a text. All steps of all
 * nodes lie in one hash table of numbers, and the first steps in a table by sign, so that a look at a place where no
 * word begins costs a nanosecond.
 */
export class Trie<T> {
  /** Value of each node; undefined where no word ends. */
  private readonly values: (T | undefined)[] = [undefined];
  private steps = emptySteps(FIRST_CAPACITY);
  /** Number of steps for which there is room, less one. */
  private mask = FIRST_CAPACITY - 1;
  private stepCount = 0;
  /** By folded sign: the node behind it; {@link ROOT} where no word begins with it. */
  private readonly first = new Int32Array(0x10000);

  /** A word that was added before gets the new value. */
  add(folded: string, value: T): void {
    let node = ROOT;
    for (let at = 0; at < folded.length; at++) node = this.nodeBehind(node, folded.charCodeAt(at));
    this.values[node] = value;
    const first = folded.charCodeAt(0);
    if (folded !== '') this.first[first] = this.nodeBehind(ROOT, first);
  }

  /** Every sign with which a word may begin as written: in each width and case. */
  get starts(): string {
    const codes: number[] = [];
    for (let at = 0; at < this.steps.length; at += STEP)
      if (this.steps[at] === ROOT) codes.push(this.steps[at + 1] ?? 0);
    return codes
      .map(code => {
        const sign = String.fromCharCode(code);
        const cases = [...new Set([sign, sign.toUpperCase()])].join('');
        return code < 0x80
          ? cases + cases.replace(/./gs, each => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
          : cases;
      })
      .join('');
  }

  /**
   * The longest word that begins at `at` of a text, as written, and where it ends; undefined where none does. White
   * space inside makes no difference, but for `mostSpaces` signs and more in a row; `longest` signs are looked at.
   */
  longestAt(
    text: string,
    at: number,
    longest: number,
    mostSpaces = Infinity,
  ): { readonly value: T; readonly end: number } | undefined {
    const last = Math.min(text.length, at + longest);
    let node = at < last ? (this.first[foldSign(text.charCodeAt(at))] ?? ROOT) : ROOT;
    if (node === ROOT) return undefined;
    let found = this.values[node];
    let end = at + 1;
    let spaces = 0;
    for (let next = at + 1; next < last; next++) {
      const sign = foldSign(text.charCodeAt(next));
      if (sign === NOTHING) {
        if (++spaces >= mostSpaces) break;
        continue;
      }
      spaces = 0;
      node = this.steps[this.slotOf(node, sign) + 2] ?? NO_NODE;
      if (node === NO_NODE) break;
      const value = this.values[node];
      if (value !== undefined) {
        found = value;
        end = next + 1;
      }
    }
    return found === undefined ? undefined : { value: found, end };
  }

  private nodeBehind(node: number, sign: number): number {
    const slot = this.slotOf(node, sign);
    const known = this.steps[slot + 2];
    if (known !== undefined && known !== NO_NODE) return known;
    const made = this.values.push(undefined) - 1;
    setStep(this.steps, slot, node, sign, made);
    // Half of the table stays empty, so that steps that do not exist are told soon.
    if (++this.stepCount * 2 > this.mask) this.grow();
    return made;
  }

  /** Place of a step in the table, or the empty one where it would be. */
  private slotOf(node: number, sign: number): number {
    const { steps, mask } = this;
    let slot = hashOf(node, sign) & mask;
    for (;;) {
      const at = slot * STEP;
      if ((steps[at + 1] === sign && steps[at] === node) || steps[at + 2] === NO_NODE) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.steps;
    this.mask = this.mask * 2 + 1;
    this.steps = emptySteps(this.mask + 1);
    for (let at = 0; at < old.length; at += STEP) {
      const node = old[at] ?? ROOT;
      const sign = old[at + 1] ?? 0;
      const next = old[at + 2] ?? NO_NODE;
      if (next !== NO_NODE) setStep(this.steps, this.slotOf(node, sign), node, sign, next);
    }
  }
}

/** A table with room for so many steps, a power of two. */
function emptySteps(capacity: number): Int32Array {
  return new Int32Array(capacity * STEP).fill(NO_NODE);
}

/** Written one by one, as tries are made at the start: `set` would take an array for each step. */
function setStep(steps: Int32Array, slot: number, node: number, sign: number, next: number): void {
  steps[slot] = node;
  steps[slot + 1] = sign;
  steps[slot + 2] = next;
}

function hashOf(node: number, sign: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(sign, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
