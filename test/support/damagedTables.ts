import type { PartSpec, RowSpec, TableSpec } from '../../server/src/format/types.ts';
import { displayWidth } from '../../server/src/text/width.ts';

/** A source of random numbers that gives the same ones for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

/** A row as printed: labels of its groups that begin here, its own, and its figures as text. */
export interface PrintedRow {
  readonly spec: RowSpec;
  /** Labels of groups whose first row this is. */
  readonly groups: readonly string[];
  label: string;
  figures: string[];
}

/** A part of a table as printed: caption, head and rows. */
export interface PrintedPart {
  readonly spec: PartSpec;
  readonly rows: PrintedRow[];
}

/** What a table states, part by part. */
export function printed(table: TableSpec, figure: (row: string, column: string) => string): PrintedPart[] {
  const seen = new Set<string>();
  return table.parts.map(spec => ({
    spec,
    rows: spec.rows.map(row => ({
      spec: row,
      groups: row.path.filter(group => !seen.has(group) && seen.add(group).size > 0),
      label: row.label,
      figures: spec.columns.map(column => figure(row.key, column.key)),
    })),
  }));
}

/** Ways in which conversion, printing and typing hurt a table. */
export const DAMAGES = [
  'none',
  'broken labels',
  'broken heads',
  'lost heads',
  'page numbers',
  'pieces',
  'slips in labels',
  'lost labels',
  'lost cells',
  'figures with notes',
] as const;
export type Damage = (typeof DAMAGES)[number];

/** Writes a table in a layout with a damage. */
export type Writer = (parts: readonly PrintedPart[], table: TableSpec, damage: Damage, random: Random) => string;

// ── Words in pieces ──

/** A text in two or three pieces, as lines of a narrow column break it; short ones stay whole. */
export function pieces(text: string, random: Random, shortest = 6): string[] {
  if (text.length < shortest) return [text];
  const at = 2 + random.below(text.length - 3);
  const rest = text.slice(at);
  const more = rest.length > 8 && random.chance(40) ? 3 + random.below(rest.length - 5) : rest.length;
  return [text.slice(0, at), rest.slice(0, more), rest.slice(more)].filter(piece => piece !== '');
}

/** A label with one sign less or another one, so that no other label is as near. */
function withSlip(label: string, random: Random): string {
  const at = label.search(/[^\d.、（）一二三四五六七八九]/) + 1;
  const place = at + random.below(Math.max(1, label.length - at - 1));
  return label.slice(0, place) + (random.chance(50) ? '' : '昌') + label.slice(place + 1);
}

/** The rows with the damages that concern what stands in their cells. */
export function damaged(parts: readonly PrintedPart[], damage: Damage, random: Random): PrintedPart[] {
  const copy = parts.map(({ spec, rows }) => ({
    spec,
    rows: rows.map(row => ({ ...row, figures: [...row.figures] })),
  }));
  const rows = copy.flatMap(part => part.rows);
  const some = (count: number, fits: (row: PrintedRow) => boolean, change: (row: PrintedRow) => void) => {
    const fitting = rows.filter(fits);
    for (let i = 0; i < count && fitting.length > 0; i++)
      change(fitting.splice(random.below(fitting.length), 1)[0] as PrintedRow);
  };
  const isWide = (row: PrintedRow) => row.figures.length > 2;
  if (damage === 'slips in labels')
    some(
      3,
      row => row.label.length >= 8,
      row => (row.label = withSlip(row.label, random)),
    );
  if (damage === 'lost labels')
    some(
      2,
      row => isWide(row) && row.groups.length === 0,
      row => (row.label = ''),
    );
  if (damage === 'lost cells')
    some(3, isWide, row => row.figures.splice(random.below(row.figures.length), 1 + random.below(2)));
  if (damage === 'figures with notes')
    some(3, isWide, row => {
      const at = random.below(row.figures.length);
      row.figures[at] = `${row.figures[at] ?? ''}${random.oneOf(['（其中2件）', '左右', '-'])}`;
    });
  return copy;
}

// ── Layouts ──

/** The head of a part, the labels of its columns. */
function headOf(part: PartSpec, damage: Damage): string[] {
  return damage === 'lost heads' ? [] : part.columns.map(({ label }) => label);
}

/** Lines of the table, each with the part and whether a page may end behind it. */
function paged(lines: readonly string[], damage: Damage, random: Random): string[] {
  if (damage !== 'page numbers') return [...lines];
  const places = new Set([2 + random.below(lines.length - 2), 2 + random.below(lines.length - 2)]);
  const number = 2 + random.below(8);
  const written = random.oneOf([`- ${String(number)} -`, `—${String(number)}—`, `第 ${String(number)} 页`]);
  return lines.flatMap((line, i) => (places.has(i) ? ['', `     ${written}`, '', line] : [line]));
}

/** One line of the table's text or more for a row: labels and figures as `pdftotext` sets them. */
function alignedRow({ groups, label, figures }: PrintedRow, damage: Damage, random: Random, gap: string): string[] {
  const lines = groups.map(group => `  ${group}`);
  const pad = (text: string) => (gap === ' ' ? text : text + ' '.repeat(Math.max(0, 44 - displayWidth(text))));
  const line = (text: string, values: readonly string[]) =>
    [pad(text), ...values].filter(each => each.trim() !== '').join(gap);
  const split = damage === 'broken labels' ? pieces(label, random, 14) : [label];
  if (split.length === 1) return [...lines, line(label, figures)];
  // The figures stand beside one of the lines, between two of them, or below all.
  const place = random.below(split.length + 2);
  const empty = gap === ' ' ? '' : ' '.repeat(44);
  for (const [i, piece] of split.entries()) {
    lines.push(place === i ? line(piece, figures) : piece);
    if (place === split.length && i === 0) lines.push(line(empty, figures));
  }
  if (place === split.length + 1) lines.push(line(empty, figures));
  return lines;
}

function alignedHead(part: PartSpec, damage: Damage, gap: string): string[] {
  const labels = headOf(part, damage);
  if (labels.length === 0) return [];
  if (damage !== 'broken heads') return [[part.corner, ...labels].filter(Boolean).join(gap)];
  const halves = labels.map(label => [label.slice(0, 2), label.slice(2)]);
  return [0, 1].map(i =>
    halves
      .map(half => half[i])
      .filter(Boolean)
      .join(gap),
  );
}

const aligned =
  (gap: string): Writer =>
  (parts, table, damage, random) => {
    if (table.parts[0]?.rowsAcross) return acrossLines(parts, damage, gap);
    const lines = parts.flatMap(part => [
      part.spec.caption,
      ...alignedHead(part.spec, damage, gap),
      ...part.rows.flatMap(row => alignedRow(row, damage, random, gap)),
    ]);
    return paged(
      lines.filter(line => line !== ''),
      damage,
      random,
    ).join('\n');
  };

/** Section four as lines: groups, heads that may be broken, and one line of fifteen figures. */
function acrossLines(parts: readonly PrintedPart[], damage: Damage, gap: string): string {
  const [part] = parts;
  const labels = (part?.spec.columns ?? []).map(({ label }) => label);
  const head =
    damage === 'lost heads'
      ? []
      : damage === 'broken heads'
        ? [0, 1].map(i => [1, 2, 3].flatMap(() => labels.map(label => label.slice(i * 2, i * 2 + 2))).join(gap))
        : [[1, 2, 3].flatMap(() => labels).join(gap)];
  const figures = (part?.rows ?? []).flatMap(row => row.figures);
  return [`行政复议${gap}行政诉讼`, `未经复议直接起诉${gap}复议后起诉`, ...head, figures.join(gap)].join('\n');
}

const cellPerLine =
  (between: string, behind: string): Writer =>
  (parts, table, damage, random) => {
    const cells: string[] = [];
    const add = (text: string, isLabel: boolean) => {
      const isBroken = isLabel && damage === 'broken labels';
      cells.push(...(isBroken ? pieces(text, random, 8) : [text]));
    };
    if (table.parts[0]?.rowsAcross) cells.push('行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉');
    for (const { spec, rows } of parts) {
      if (spec.caption) cells.push(spec.caption);
      if (spec.corner && damage !== 'lost heads') cells.push(spec.corner);
      const heads = spec.rowsAcross ? [1, 2, 3].flatMap(() => headOf(spec, damage)) : headOf(spec, damage);
      for (const head of heads)
        cells.push(...(damage === 'broken heads' && head.length > 3 ? [head.slice(0, 2), head.slice(2)] : [head]));
      for (const row of rows) {
        for (const group of row.groups) if (!spec.rowsAcross) cells.push(group);
        if (row.label) add(row.label, true);
        cells.push(...row.figures);
      }
    }
    return paged(
      cells.map(cell => cell + behind),
      damage,
      random,
    ).join(between);
  };

/** Rows of cells on a grid: labels of groups in the first columns, merged cells empty. */
function gridRows(parts: readonly PrintedPart[], table: TableSpec, damage: Damage): string[][] {
  const rows: string[][] = [];
  if (table.parts[0]?.rowsAcross) {
    const [part] = parts;
    const columns = part?.spec.columns ?? [];
    const group = (label: string) => [label, ...columns.slice(1).map(() => '')];
    rows.push([...group('行政复议'), ...group('行政诉讼'), ...group('')]);
    if (damage !== 'lost heads') {
      rows.push([...columns.map(({ label }) => label), ...group('未经复议直接起诉'), ...group('复议后起诉')]);
      rows.push([...columns.map(() => ''), ...columns.map(({ label }) => label), ...columns.map(({ label }) => label)]);
    }
    rows.push((part?.rows ?? []).flatMap(row => row.figures));
    return rows;
  }
  const depth = Math.max(...table.parts.flatMap(part => part.rows.map(row => row.path.length))) + 1;
  const width = depth + Math.max(...table.parts.map(part => part.columns.length));
  const padded = (cells: readonly string[]) => [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  for (const { spec, rows: list } of parts) {
    if (spec.caption) rows.push(padded([spec.caption]));
    const heads = headOf(spec, damage === 'broken heads' ? 'none' : damage);
    // A head that a conversion broke: some of its labels are lost.
    const kept =
      damage === 'broken heads' && heads.length > 2 ? heads.map((head, i) => (i % 3 === 1 ? '' : head)) : heads;
    if (heads.length > 0) rows.push(padded([spec.corner, ...Array.from({ length: depth - 1 }, () => ''), ...kept]));
    for (const row of list) {
      const labels = Array.from({ length: depth }, () => '');
      for (const group of row.groups) labels[row.spec.path.indexOf(group)] = group;
      labels[row.spec.path.length] = row.label;
      rows.push([...labels, ...row.figures]);
    }
  }
  return rows;
}

const breakWith =
  (sign: string, damage: Damage, random: Random) =>
  (text: string): string =>
    damage === 'broken labels' && /[\u4e00-\u9fff]/.test(text) ? pieces(text, random).join(sign) : text;

/** Rows in one or several pieces, with what stands between them. */
function inPieces(rows: readonly string[][], damage: Damage, random: Random): string[][][] {
  if (damage !== 'pieces' && damage !== 'page numbers') return [[...rows]];
  const first = 4 + random.below(Math.max(1, rows.length - 6));
  return rows.length < 7 ? [[...rows]] : [rows.slice(0, first), rows.slice(first)];
}

const pipe =
  (write: (cells: readonly string[], random: Random) => string): Writer =>
  (parts, table, damage, random) => {
    const rows = gridRows(parts, table, damage);
    const texts = inPieces(rows, damage, random).map((piece, i) => {
      const lines = piece.map(cells => write(cells.map(breakWith('<br>', damage, random)), random));
      const isMarked = i === 0 || random.chance(50);
      if (isMarked) lines.splice(1, 0, `|${' --- |'.repeat(piece[0]?.length ?? 1)}`);
      return lines.join('\n');
    });
    return texts.join(damage === 'pieces' ? random.oneOf(['\n\n', '\n\n（续表）\n\n']) : '\n\n- 3 -\n\n');
  };

const html: Writer = (parts, table, damage, random) => {
  const rows = gridRows(parts, table, damage);
  const broken = breakWith(random.oneOf(['<br>', '</p><p>']), damage, random);
  return inPieces(rows, damage, random)
    .map(
      piece =>
        `<table>\n${piece.map(cells => `<tr>${cells.map(cell => `<td><p>${broken(cell)}</p></td>`).join('')}</tr>`).join('\n')}\n</table>`,
    )
    .join('\n\n');
};

const tabbed: Writer = (parts, table, damage, random) => {
  const quoted = (text: string) => {
    const broken = breakWith('\n', damage, random)(text);
    return broken.includes('\n') ? `"${broken}"` : broken;
  };
  return inPieces(gridRows(parts, table, damage), damage, random)
    .map(piece => piece.map(cells => cells.map(quoted).join('\t')).join('\n'))
    .join(damage === 'page numbers' ? '\n- 3 -\n' : '\n\n');
};

const grid: Writer = (parts, table, damage, random) => {
  const rows = gridRows(parts, table, damage);
  const width = Math.max(...rows.map(cells => cells.length));
  const lined = rows.map(cells =>
    Array.from({ length: width }, (_, c) => {
      const text = cells[c] ?? '';
      return damage === 'broken labels' ? pieces(text, random) : [text];
    }),
  );
  const widths = Array.from({ length: width }, (_, c) =>
    Math.max(4, ...lined.flatMap(cells => (cells[c] ?? []).map(text => displayWidth(text) + 2))),
  );
  const border = `+${widths.map(each => '-'.repeat(each)).join('+')}+`;
  const lines = lined.flatMap(cells => {
    const height = Math.max(...cells.map(each => each.length));
    return [
      ...Array.from({ length: height }, (_, i) => {
        const texts = cells.map(
          (each, c) => ` ${each[i] ?? ''}${' '.repeat((widths[c] ?? 0) - 1 - displayWidth(each[i] ?? ''))}`,
        );
        return `|${texts.join('|')}|`;
      }),
      border,
    ];
  });
  return [border, ...lines].join('\n');
};

const inLine: Writer = (parts, table, damage, random) =>
  `本部分数据由各科室报送，办公室汇总后逐项核对。${'填报口径按照格式说明执行，各项数据均来自登记台账。'.repeat(8)} ${cellPerLine(' ', '')(parts, table, damage, random)}`;

/** All layouts by name. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  html,
  pipe: pipe(cells => `| ${cells.join(' | ')} |`),
  'pipe without first pipes': pipe(cells => `${cells.join(' | ')} |`),
  'pipe with some first pipes': pipe((cells, random) => `${random.chance(50) ? '| ' : ''}${cells.join(' | ')} |`),
  'pipe with full-width pipes': pipe((cells, random) => `| ${cells.join(random.chance(15) ? ' ｜ ' : ' | ')} |`),
  grid,
  tabbed,
  'aligned by spaces': aligned('   '),
  'rows with single spaces': aligned(' '),
  'one cell per line': cellPerLine('\n', ''),
  'one cell per line, with blank lines': cellPerLine('\n\n', ''),
  'one cell per line with bars': cellPerLine('\n', ' |'),
  'inside one line': inLine,
};
