import type { ColumnSpec, Equation, RowSpec } from '../../format/types.ts';
import type { TableContent } from '../report.ts';
import type { Instance, Place } from './instances.ts';
import { isNoCount, type Culprit, type Outcome, type Term } from './outcome.ts';

/** An equation that was judged. Few ask for its members, so they are put together only then. */
export class Judged implements Outcome {
  readonly kind: Outcome['kind'];
  readonly leftSum: number;
  readonly rightSum: number;
  private readonly terms: { left?: readonly Term[]; right?: readonly Term[] } = {};

  constructor(
    readonly table: TableContent,
    private readonly instance: Instance,
    kind?: Outcome['kind'],
    readonly culprit: Culprit | undefined = undefined,
    readonly explained: readonly Outcome[] | undefined = undefined,
  ) {
    const { left, right } = instance;
    this.leftSum = sum(table, left);
    this.rightSum = sum(table, right);
    this.kind = kind ?? this.judge();
  }

  get equation(): Equation {
    return this.instance.equation;
  }

  get axis(): RowSpec | ColumnSpec {
    return this.instance.axis;
  }

  get needsAll(): boolean {
    return this.instance.needsAll;
  }

  get left(): readonly Term[] {
    return (this.terms.left ??= this.fill(this.instance.left));
  }

  get right(): readonly Term[] {
    return (this.terms.right ??= this.fill(this.instance.right));
  }

  /** The same equation, the mistake in which is named or named elsewhere. */
  explainedBy(culprit: Culprit | undefined, explained?: readonly Outcome[]): Judged {
    return new Judged(this.table, this.instance, culprit ? 'broken' : 'blocked', culprit, explained);
  }

  private fill(places: readonly Place[]): Term[] {
    return places.map(({ row, column, side, key }) => ({ row, column, side, figure: this.table.figures.get(key) }));
  }

  private judge(): Outcome['kind'] {
    const {
      table,
      leftSum,
      rightSum,
      instance: {
        equation: { operator },
        left,
        right,
        needsAll,
      },
    } = this;
    if (Number.isNaN(leftSum) || Number.isNaN(rightSum)) return 'unknown';
    if ([left, right].some(side => side.length > 0 && !isKnown(table, side, needsAll))) return 'unknown';
    if (table.repeatedFigures.length > 0 && isOfSeveral(table, [...left, ...right])) return 'unknown';
    const holds =
      operator === '=' ? leftSum === rightSum : operator === '>=' ? leftSum >= rightSum : leftSum <= rightSum;
    return holds ? 'holds' : 'broken';
  }
}

/** Whether a member's group stands several times: which of the accounts a total counts is not known. */
function isOfSeveral({ repeatedFigures }: TableContent, places: readonly Place[]): boolean {
  return places.some(({ row }) => repeatedFigures.some(figure => figure.row === row));
}

function isKnown({ figures }: TableContent, side: readonly Place[], needsAll: boolean): boolean {
  let filled = 0;
  for (const { key, column, isTotal } of side) {
    const kind = figures.get(key)?.quantity.kind;
    if (kind === undefined || kind === 'unreadable' || kind === 'words') return false;
    if (kind === 'value') filled++;
    else if (needsAll && column.type !== 'change') return false;
    else if (isTotal) return false;
  }
  return filled > 0;
}

function sum({ figures }: TableContent, places: readonly Place[]): number {
  let total = 0;
  for (const { key } of places) {
    const figure = figures.get(key);
    if (!figure || figure.quantity.kind === 'unreadable' || figure.quantity.kind === 'words' || isNoCount(figure))
      return NaN;
    if (figure.quantity.kind === 'value') total += figure.quantity.value;
  }
  return total;
}
