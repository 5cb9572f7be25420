import type { Preview, PreviewElement, PreviewFinding } from '../../../server/src/protocol/documents.ts';
import { element, set } from '../pages/dom.ts';

/** A place of the draft on the page. */
interface Anchor {
  readonly from: number;
  readonly top: number;
}

/** The paper: blocks of the draft as elements, which know where their words stand. */
export class Paper {
  /** Of each block what it shows, to be compared. */
  #keys: readonly string[] = [];

  constructor(private readonly root: HTMLElement) {}

  /** Shows another version; blocks that look as before stay the same elements. */
  show({ blocks, findings }: Preview): void {
    const keys = blocks.map(block => keyOf(block, findings));
    const old = this.#keys;
    let before = 0;
    while (before < Math.min(keys.length, old.length) && keys[before] === old[before]) before++;
    let behind = 0;
    while (behind < Math.min(keys.length, old.length) - before && keys.at(-1 - behind) === old.at(-1 - behind))
      behind++;
    const kept = [...this.root.children];
    for (const gone of kept.slice(before, old.length - behind)) gone.remove();
    const next = this.root.children[before] ?? null;
    for (const block of blocks.slice(before, blocks.length - behind))
      this.root.insertBefore(elementOf(block, findings), next);
    this.#keys = keys;
    const shown = this.root.children;
    blocks.forEach((block, i) => {
      const own = shown[i];
      if (own) setPlaces(own, block);
    });
  }

  /** The innermost element whose words an offset stands in, else the last block before it. */
  elementAt(offset: number): HTMLElement | undefined {
    let best: HTMLElement | undefined;
    let smallest = Infinity;
    for (const each of this.#placed()) {
      const [from, to] = placeOf(each);
      if (from > offset || to < offset) continue;
      if (to - from <= smallest) [best, smallest] = [each, to - from];
    }
    return best ?? [...this.#blocks()].findLast(each => placeOf(each)[0] <= offset);
  }

  /** How far down a place of the draft stands on the page. */
  topOf(offset: number): number {
    const anchors = this.#anchors();
    const at = anchors.findLastIndex(({ from }) => from <= offset);
    const here = anchors[at];
    if (!here) return 0;
    const next = anchors[at + 1];
    if (!next || next.from === here.from) return here.top;
    return here.top + ((offset - here.from) / (next.from - here.from)) * (next.top - here.top);
  }

  /** The place of the draft that stands so far down on the page. */
  offsetAt(top: number): number {
    const anchors = this.#anchors();
    const at = anchors.findLastIndex(anchor => anchor.top <= top);
    const here = anchors[at];
    if (!here) return 0;
    const next = anchors[at + 1];
    if (!next || next.top === here.top) return here.from;
    return Math.round(here.from + ((top - here.top) / (next.top - here.top)) * (next.from - here.from));
  }

  #placed(): NodeListOf<HTMLElement> {
    return this.root.querySelectorAll<HTMLElement>('[data-from]');
  }

  #blocks(): NodeListOf<HTMLElement> {
    return this.root.querySelectorAll<HTMLElement>(':scope > [data-from], tr[data-from]');
  }

  /** Blocks and rows from the top; those that stand in another order in the draft are left out. */
  #anchors(): Anchor[] {
    let last = -1;
    const scrolled = document.documentElement.scrollTop;
    return [...this.#blocks()].flatMap(each => {
      const [from] = placeOf(each);
      if (from <= last) return [];
      last = from;
      return [{ from, top: each.getBoundingClientRect().top + scrolled }];
    });
  }
}

/** First and last offset of an element's words. */
export function placeOf({ dataset: { from, to } }: HTMLElement): readonly [from: number, to: number] {
  return [Number(from), Number(to)];
}

/** Everything that is seen of a block: not where it stands, and of findings what they say. */
function keyOf(block: PreviewElement, findings: readonly PreviewFinding[]): string {
  return JSON.stringify(block, (name, value: unknown) =>
    name === 'from' || name === 'to'
      ? undefined
      : name === 'findings'
        ? (value as readonly number[]).map(index => [findings[index]?.severity, findings[index]?.text])
        : value,
  );
}

function elementOf(node: PreviewElement, findings: readonly PreviewFinding[]): HTMLElement {
  const { tag, role, attributes = {}, children } = node;
  const found = (node.findings ?? []).flatMap(index => findings[index] ?? []);
  const inner = children.map(child => (typeof child === 'string' ? child : elementOf(child, findings)));
  const [gravest] = found;
  const made = element(
    tag,
    { ...attributes, class: role },
    gravest && tag !== 'mark' ? [element('mark', {}, inner)] : inner,
  );
  // A cell is marked inside, since it has to stay a cell.
  const mark = gravest && (tag === 'mark' ? made : made.firstElementChild);
  if (!gravest || !mark) return made;
  set(mark, 'class', gravest.severity);
  set(mark, 'role', 'button');
  set(mark, 'tabindex', 0);
  const text = found.map(each => each.text).join('\n\n');
  set(mark, 'title', text);
  if (mark.textContent === '') set(mark, 'aria-label', text);
  return made;
}

/** Tells elements where their words stand in the version shown, and marks which findings they name. */
function setPlaces(target: Element, { from, to, findings, tag, children }: PreviewElement): void {
  set(target, 'data-from', from);
  set(target, 'data-to', to);
  const isWrapped = findings !== undefined && tag !== 'mark';
  const holder = isWrapped ? target.firstElementChild : target;
  if (findings && holder) set(holder, 'data-finding', findings[0]);
  const elements = children.filter(child => typeof child !== 'string');
  const shown = holder?.children ?? [];
  elements.forEach((child, i) => {
    const own = shown[i];
    if (own) setPlaces(own, child);
  });
}
