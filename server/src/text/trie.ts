import { foldSign, NOTHING } from './fold.ts';

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value?: T;
}

/** Folded words (see normalize.ts), each with what it stands for, that are looked for at a place of a text. */
export class Trie<T> {
  private readonly root: Node<T> = { next: new Map() };

  /** A word that was added before gets the new value. */
  add(folded: string, value: T): void {
    let node = this.root;
    for (let at = 0; at < folded.length; at++) {
      const sign = folded.charCodeAt(at);
      let next = node.next.get(sign);
      if (!next) node.next.set(sign, (next = { next: new Map() }));
      node = next;
    }
    node.value = value;
  }

  /** Every sign with which a word may begin as written: in each width and case. */
  get starts(): string {
    return Array.from(this.root.next.keys(), code => {
      const sign = String.fromCharCode(code);
      const cases = [...new Set([sign, sign.toUpperCase()])].join('');
      return code < 0x80
        ? cases + cases.replace(/./gs, each => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
        : cases;
    }).join('');
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
    let node: Node<T> | undefined = this.root;
    let found: { value: T; end: number } | undefined;
    let spaces = 0;
    const last = Math.min(text.length, at + longest);
    for (let next = at; next < last; next++) {
      const sign = foldSign(text.charCodeAt(next));
      if (sign === NOTHING) {
        if (next === at || ++spaces >= mostSpaces) break;
        continue;
      }
      spaces = 0;
      node = node.next.get(sign);
      if (!node) break;
      if (node.value !== undefined) found = { value: node.value, end: next + 1 };
    }
    return found;
  }
}
