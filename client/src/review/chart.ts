import type { BodyYears, YearSeries } from '../../../server/src/protocol/review.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Size of the drawing in its own units; it scales with the page. */
const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 48;
const RIGHT = 120;
const TOP = 16;
const BOTTOM = 32;
/** Lines of the grid, but for the one at 0. */
const STEPS = 4;
/** Steps of an axis, times a power of ten. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

type Attributes = Readonly<Record<string, string | number>>;

function shape(name: string, attributes: Attributes, children: readonly (Node | string)[] = []): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** The highest value of the axis: a round number that is not below any value. */
function topOf(values: readonly number[]): number {
  const most = Math.max(STEPS, ...values);
  const step = most / STEPS;
  const unit = 10 ** Math.floor(Math.log10(step));
  const round = ROUND.map(each => each * unit).find(each => Number.isInteger(each) && each >= step) ?? step;
  return round * STEPS;
}

/**
 * Quantities over the years as lines, told apart by their dashes and marks as well as by colour. The table beside it
 * says the same in words, so that the drawing itself is one image with a name.
 */
export function chartOf({ years, series }: BodyYears, label: string): SVGElement {
  const top = topOf(series.flatMap(({ points }) => points.flatMap(point => point?.value ?? [])));
  const x = (at: number) =>
    years.length < 2 ? LEFT + (WIDTH - LEFT - RIGHT) / 2 : LEFT + (at * (WIDTH - LEFT - RIGHT)) / (years.length - 1);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const grid = Array.from({ length: STEPS + 1 }, (_, i) => (top / STEPS) * i).flatMap(value => [
    shape('line', { class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }),
    shape('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, [String(value)]),
  ]);
  const every = Math.ceil(years.length / 12);
  const names = years.flatMap((year, i) =>
    i % every === 0 ? [shape('text', { x: x(i), y: HEIGHT - 10, 'text-anchor': 'middle' }, [String(year)])] : [],
  );
  const ends = endsOf(series, y);
  return shape('svg', { viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`, role: 'img', 'aria-label': label }, [
    ...grid,
    ...names,
    ...series.flatMap((each, i) => lineOf(each, i, x, y)),
    ...series.flatMap(({ label: name }, i) => {
      const end = ends[i];
      return end === undefined
        ? []
        : [shape('text', { class: `label series${String(i)}`, x: WIDTH - RIGHT + 10, y: end + 4 }, [name])];
    }),
  ]);
}

/** A series: its pieces between years without a value, and a mark at each value. */
function lineOf(
  { points }: YearSeries,
  index: number,
  x: (at: number) => number,
  y: (value: number) => number,
): SVGElement[] {
  let path = '';
  let isOpen = false;
  for (const [at, point] of points.entries()) {
    if (point) path += `${isOpen ? 'L' : 'M'}${x(at).toFixed(1)} ${y(point.value).toFixed(1)}`;
    isOpen = point !== null;
  }
  const marks = points.flatMap((point, at) => (point ? [markAt(index, x(at), y(point.value))] : []));
  return [shape('path', { class: `line series${String(index)}`, d: path === '' ? 'M0 0' : path }), ...marks];
}

/** Marks of five forms. */
function markAt(index: number, x: number, y: number): SVGElement {
  const attributes = { class: `mark series${String(index)}` };
  switch (index % 5) {
    case 0:
      return shape('circle', { ...attributes, cx: x, cy: y, r: 4 });
    case 1:
      return shape('rect', { ...attributes, x: x - 4, y: y - 4, width: 8, height: 8 });
    case 2:
      return polygon(attributes, [x, y - 5, x + 5, y + 4, x - 5, y + 4]);
    case 3:
      return polygon(attributes, [x, y - 5, x + 5, y, x, y + 5, x - 5, y]);
    default:
      return polygon(attributes, [x, y + 5, x + 5, y - 4, x - 5, y - 4]);
  }
}

function polygon(attributes: Attributes, points: readonly number[]): SVGElement {
  return shape('polygon', { ...attributes, points: points.map(each => each.toFixed(1)).join(' ') });
}

/** Room that a name needs. */
const NAME_HEIGHT = 15;

/** Where the name of each series stands: at its last value, moved apart where names would lie on each other. */
function endsOf(series: readonly YearSeries[], y: (value: number) => number): readonly (number | undefined)[] {
  const wanted = series.map(({ points }) => {
    const last = points.findLast(point => point !== null);
    return last ? y(last.value) : undefined;
  });
  const order = wanted
    .flatMap((value, i) => (value === undefined ? [] : [{ value, i }]))
    .sort((a, b) => a.value - b.value);
  const placed = [...wanted];
  // From below upwards, and back where that leads above the drawing.
  let limit = HEIGHT - BOTTOM;
  for (const { value, i } of [...order].reverse()) {
    const at = Math.min(value, limit);
    placed[i] = at;
    limit = at - NAME_HEIGHT;
  }
  let floor = TOP;
  for (const { i } of order) {
    const at = Math.max(placed[i] ?? 0, floor);
    placed[i] = at;
    floor = at + NAME_HEIGHT;
  }
  return placed;
}
