// The package's main file loads its parts in a way that cannot be bundled.
import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser/lib/esm/main.js';
import type { MessageArgs, RestArgs } from '../../messages/message.ts';
import { tooDeepAt } from '../../text/json.ts';
import { LIMITS } from '../../text/limits.ts';
import type { Span } from '../../text/span.ts';
import type { FileMessageId, FileProblem } from './workspaceFile.ts';
import { shortened } from '../../text/shortened.ts';

export type { Node };

/** UTF-16 units of an unknown name that a message repeats. */
const SHOWN_NAME = 120;

/**
 * Reads JSON with the place of each value. Never throws: what has another shape is reported at its place, the first
 * {@link LIMITS.fileProblems} of it. What is parsed lies no deeper than any file that is meant, so that it may be
 * walked through by recursion.
 */
export class JsonReader {
  readonly problems: FileProblem[] = [];
  /** Errors so far, those that are no more listed too. */
  errors = 0;

  /** The tree of a text; undefined where it is no JSON. */
  parse(raw: string): Node | undefined {
    // A byte order mark keeps its place, so that places stay those of the file.
    const text = raw.replace(/^\ufeff/, ' ');
    const tooDeep = tooDeepAt(text);
    if (tooDeep !== undefined) {
      this.report({ start: tooDeep, end: tooDeep + 1 }, 'statuteFile.tooDeep');
      return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
    const [first] = errors;
    if (!first && root) return root;
    const start = first?.offset ?? 0;
    const end = start + Math.max(1, first?.length ?? 0);
    this.report(
      { start: Math.min(start, text.length), end: first ? Math.min(end, text.length) : 0 },
      'statuteFile.syntax',
      { error: first ? printParseErrorCode(first.error) : 'ValueExpected' },
    );
    return undefined;
  }

  report<Id extends FileMessageId>(span: Span, message: Id, ...args: RestArgs<Id>): void {
    this.add(span, message, args[0], 'error');
  }

  complain<Id extends FileMessageId>(node: Node, message: Id, ...args: RestArgs<Id>): void {
    this.add(spanOf(node), message, args[0], 'error');
  }

  warn<Id extends FileMessageId>(node: Node, message: Id, ...args: RestArgs<Id>): void {
    this.add(spanOf(node), message, args[0], 'warning');
  }

  private add<Id extends FileMessageId>(
    span: Span,
    message: Id,
    args: MessageArgs<Id> | undefined,
    severity: FileProblem['severity'],
  ): void {
    if (severity === 'error') this.errors++;
    const count = this.problems.length;
    if (count === LIMITS.fileProblems)
      this.problems.push({ span, severity: 'warning', message: 'statuteFile.more', args: {} });
    if (count >= LIMITS.fileProblems) return;
    // The compiler has compared the arguments with the id; it cannot see that for a type parameter.
    this.problems.push({ span, severity, message, args: args ?? {} } as unknown as FileProblem);
  }

  /**
   * Members by name; undefined for what is no object. Unknown names, names that stand twice and missing ones are
   * reported.
   */
  object(node: Node, names: readonly string[], required: readonly string[]): ReadonlyMap<string, Node> | undefined {
    if (node.type !== 'object') {
      this.complain(node, 'statuteFile.notObject');
      return undefined;
    }
    const members = new Map<string, Node>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (!key || !value) continue;
      const name = String(key.value);
      if (!names.includes(name)) {
        this.warn(key, 'statuteFile.unknownName', { name: shortened(name, SHOWN_NAME), names: names.join(', ') });
      } else if (members.has(name)) this.complain(key, 'statuteFile.nameTwice', { name });
      else members.set(name, value);
    }
    for (const name of required) {
      if (!members.has(name)) this.complain({ ...node, length: 1 }, 'statuteFile.missing', { name });
    }
    return members;
  }

  /** Members of a list, the first `limit` of them; none for what is no list. */
  array(node: Node, limit: number): readonly Node[] {
    if (node.type !== 'array') {
      this.complain(node, 'statuteFile.notList');
      return [];
    }
    const members = node.children ?? [];
    const beyond = members[limit];
    if (beyond) this.complain(beyond, 'statuteFile.tooMany', { limit });
    return members.slice(0, limit);
  }

  /** A text that is not blank, without blanks at its ends. */
  text(node: Node, longest: number): string | undefined {
    const value: unknown = node.value;
    if (node.type !== 'string' || typeof value !== 'string') this.complain(node, 'statuteFile.notText');
    else if (value.trim() === '') this.complain(node, 'statuteFile.empty');
    else if (value.length > longest)
      this.complain(node, 'statuteFile.tooLong', { count: value.length, limit: longest });
    else return value.trim();
    return undefined;
  }

  /** A whole number from 1 on. */
  count(node: Node, largest: number): number | undefined {
    const value: unknown = node.value;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= largest) return value;
    this.complain(node, 'statuteFile.notCount', { limit: largest });
    return undefined;
  }
}

export function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** The value of a tree that {@link JsonReader.parse} gave; of a name that stands twice, the first value. */
export function valueOf(node: Node): unknown {
  if (node.type === 'array') return node.children?.map(valueOf) ?? [];
  if (node.type !== 'object') return node.value;
  const members = (node.children ?? []).flatMap(({ children }): [string, unknown][] => {
    const [key, value] = children ?? [];
    return key && value ? [[String(key.value), valueOf(value)]] : [];
  });
  return Object.fromEntries(members.reverse());
}

/** The value of a name in an object; of one that stands twice, the first. */
export function memberOf(object: Node, name: string): Node | undefined {
  return object.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** The node to which names and indexes lead; the root where there is none. */
export function placeOfValue(root: Node, steps: readonly (string | number)[]): Node {
  return findNodeAtLocation(root, [...steps]) ?? root;
}

/** The value to which names and indexes lead; the nearest one around it where there is none. */
export function placeOf(node: Node, ...steps: readonly (string | number)[]): Node {
  let place = node;
  for (const step of steps) {
    const next = typeof step === 'number' ? place.children?.[step] : memberOf(place, step);
    if (!next) break;
    place = next;
  }
  return place;
}
