import { EDITIONS } from '../../format/index.ts';
import type { ColumnSpec, Edition, Equation, EditionId, PartSpec, RowSpec, TableSpec } from '../../format/types.ts';
import type { Cell, Row, Table } from '../../syntax/block.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { coreOf, fold } from '../../text/fold.ts';
import { detachString } from '../../text/detach.ts';
import { cover, type Span } from '../../text/span.ts';
import { LabelIndex, type LabelMatch } from './labelIndex.ts';
import { isLookAlike } from './lookAlikes.ts';
import { figureKey, type BoundColumn, type Figure, type ShortRow } from '../report.ts';
import { splitRun } from './runTogether.ts';

/** One block read as (part of) an official table; spans count from the block's start. */
export interface Binding {
  readonly spec: TableSpec;
  readonly editionId: EditionId;
  readonly rows: readonly BindingRow[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly seenColumns: ReadonlyMap<PartSpec, ReadonlySet<string>>;
  readonly headers: ReadonlyMap<PartSpec, readonly BoundColumn[]>;
  readonly extraRows: readonly { readonly label: string; readonly span: Span }[];
  readonly shortRows: readonly ShortRow[];
}

export interface BindingRow {
  readonly part: PartSpec;
  readonly spec: RowSpec;
  readonly label: string;
  readonly labelSpan: Span;
  readonly span: Span;
  readonly match: LabelMatch;
}

const bindings = new WeakMap<Table, Map<EditionId | '', Binding | null>>();

/**
 * Recognises a table by its labels, not by its place: the report's edition first, another one where that fits clearly
 * better. Null where it is none of the official tables. Read once for each block and edition.
 */
export function bindTable(table: Table, edition: Edition | null): Binding | null {
  let known = bindings.get(table);
  if (!known) bindings.set(table, (known = new Map()));
  const key = edition?.id ?? '';
  let binding = known.get(key);
  if (binding === undefined) known.set(key, (binding = bindAnew(table, edition)));
  return binding;
}

function bindAnew(table: Table, edition: Edition | null): Binding | null {
  const tallies = tallyOf(textsOf(table));
  let best: { matcher: Matcher; edition: Edition; score: number } | undefined;
  for (const candidate of EDITIONS) {
    for (const spec of candidate.tables) {
      const matcher = matcherFor(spec);
      // The report's own edition wins unless another one fits clearly better: labels of editions overlap.
      const score = (tallies.get(matcher)?.score ?? 0) * (candidate === edition ? 1.15 : 1);
      if (score > (best?.score ?? 0)) best = { matcher, edition: candidate, score };
    }
  }
  if (!best || best.score < best.matcher.least) return null;
  return new Binder(table, best.matcher, best.edition.id).bind();
}

/** What of an official table the texts of a table hold. */
class Tally {
  private readonly rows = new Set<RowSpec>();
  private readonly columns = new Set<ColumnSpec>();
  private others = 0;

  add({ row, column, isDistinctive }: Hit): void {
    if (row) this.rows.add(row);
    if (column) this.columns.add(column);
    if (isDistinctive) this.others++;
  }

  /** Number of different labels; columns weigh more, as they differ between editions. */
  get score(): number {
    return this.rows.size + this.columns.size * 1.5 + this.others * 0.5;
  }
}

function tallyOf(texts: ReadonlySet<string>): ReadonlyMap<Matcher, Tally> {
  const tallies = new Map<Matcher, Tally>();
  for (const text of texts) {
    for (const hit of hitsOf(text)) {
      let tally = tallies.get(hit.matcher);
      if (!tally) tallies.set(hit.matcher, (tally = new Tally()));
      tally.add(hit);
    }
  }
  return tallies;
}

/** A label of an official table that a text may be. */
interface Hit {
  readonly matcher: Matcher;
  readonly row?: RowSpec;
  readonly column?: ColumnSpec;
  /** Whether it tells the table alone. */
  readonly isDistinctive?: boolean;
}

/** What texts are in all official tables: drafts hold the same labels again and again. */
const hits = new Map<string, readonly Hit[]>();
const MOST_HITS = 2000;
/** Editions share some tables. */
const TABLES = [...new Set(EDITIONS.flatMap(({ tables }) => tables))];

function hitsOf(text: string): readonly Hit[] {
  let found = hits.get(text);
  if (!found) {
    found = TABLES.flatMap(spec => matcherFor(spec).hits(text));
    if (hits.size >= MOST_HITS) hits.clear();
    hits.set(detachString(text), found);
  }
  return found;
}

/** A number, a dash or a sign alone names nothing. */
const NO_LABEL = /^[\d\s.,%/—–-]*$/;

function textsOf(table: Table): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const row of table.rows)
    for (const cell of row.cells)
      if (cell.text !== '' && cell.text.length <= 120 && !NO_LABEL.test(cell.text)) texts.add(cell.text);
  return texts;
}

interface PartMatcher {
  readonly spec: PartSpec;
  readonly rows: LabelIndex<RowSpec>;
  readonly columns: LabelIndex<ColumnSpec>;
}

const LONG_LABEL = 12;
/** 总计 and 其他 without their numbers name columns. */
const SHORTEST_CORE = 3;

/** Looks labels of one official table up. */
class Matcher {
  readonly parts: readonly PartMatcher[];
  /** Group headers, captions and corner texts: labels that hold no figures. */
  private readonly nonDataLabels: LabelIndex<{ label: string }>;
  private readonly captions: ReadonlyMap<string, PartMatcher>;
  /** Score below which a table is none of this kind. */
  readonly least: number;

  constructor(readonly spec: TableSpec) {
    this.parts = spec.parts.map(part => ({
      spec: part,
      rows: new LabelIndex(part.rows),
      columns: new LabelIndex(part.columns),
    }));
    const labels = new Set(
      spec.layout.flat().flatMap(cell => (cell.kind === 'text' && cell.text !== '' ? [cell.text] : [])),
    );
    for (const part of spec.parts) {
      for (const row of part.rows) labels.delete(row.label);
      for (const column of part.columns) labels.delete(column.label);
    }
    this.nonDataLabels = new LabelIndex([...labels].map(label => ({ label })));
    this.captions = new Map(
      this.parts.filter(part => part.spec.caption !== '').map(part => [fold(part.spec.caption), part]),
    );
    this.least = 2;
  }

  /** Labels of this table that a text may be, with its kind. */
  hits(text: string): Hit[] {
    const found: Hit[] = [];
    for (const part of this.parts) {
      const row = part.rows.find(text);
      const entry = row?.entries[0];
      if (entry && (row.match === 'exact' || (row.entries.length === 1 && coreOf(text).length >= SHORTEST_CORE))) {
        // A long label as printed tells the table alone; short ones (规章, 其他) stand in many tables.
        found.push({
          matcher: this,
          row: entry,
          isDistinctive: row.match === 'exact' && entry.label.length >= LONG_LABEL,
        });
      }
      const column = part.columns.find(text)?.entries[0];
      if (column) found.push({ matcher: this, column });
    }
    if (this.nonDataLabels.find(text)?.match === 'exact') found.push({ matcher: this, isDistinctive: true });
    return found;
  }

  caption(text: string): PartMatcher | undefined {
    return this.captions.get(fold(text));
  }

  isNonDataLabel(text: string): boolean {
    return this.nonDataLabels.find(text) !== undefined;
  }

  /** Rows that a text may be the label of, in every part. */
  rows(text: string): { part: PartMatcher; row: RowSpec; match: LabelMatch }[] {
    return this.parts.flatMap(part => {
      const found = part.rows.find(text);
      return found ? found.entries.map(row => ({ part, row, match: found.match })) : [];
    });
  }

  column(text: string, part: PartMatcher): ColumnSpec | undefined {
    return part.columns.find(text)?.entries[0];
  }

  similarRow(text: string): { part: PartMatcher; row: RowSpec } | undefined {
    for (const part of this.parts) {
      const row = part.rows.similar(text);
      if (row) return { part, row };
    }
    return undefined;
  }
}

const matchers = new Map<TableSpec, Matcher>();

function matcherFor(spec: TableSpec): Matcher {
  let matcher = matchers.get(spec);
  if (!matcher) matchers.set(spec, (matcher = new Matcher(spec)));
  return matcher;
}

const CHANGE_IN_WORDS = /^(?:增|减|增加|减少)\d+[/,、](?:增|减|增加|减少)\d+$/;

/** Reads one block against one official table. */
class Binder {
  private readonly rows: BindingRow[] = [];
  private readonly figures = new Map<string, Figure>();
  private readonly seenColumns = new Map<PartSpec, Set<string>>();
  private readonly headers = new Map<PartSpec, BoundColumn[]>();
  private readonly extraRows: { label: string; span: Span }[] = [];
  private readonly shortRows: ShortRow[] = [];
  private part: PartMatcher | undefined;
  /** Column of the table that stands in a grid column, from the header last read. */
  private header = new Map<number, ColumnSpec>();
  private readonly isFlat: boolean;
  private readonly used = new Set<RowSpec>();
  private lastRow = -1;
  /** Rows and lines of figures without a label, in order: what stands between two rows may be told by its number. */
  private readonly sequence: (RowSpec | readonly Cell[])[] = [];

  constructor(
    private readonly table: Table,
    private readonly matcher: Matcher,
    private readonly editionId: EditionId,
  ) {
    this.isFlat = table.columnCount === 0;
    if (matcher.parts.length === 1) this.part = matcher.parts[0];
  }

  bind(): Binding {
    if (this.matcher.spec.parts[0]?.rowsAcross) this.bindAcross();
    else {
      for (const row of this.table.rows) this.readRow(row);
      this.placeUnlabelled();
    }
    return {
      spec: this.matcher.spec,
      editionId: this.editionId,
      rows: this.rows,
      figures: this.figures,
      seenColumns: this.seenColumns,
      headers: this.headers,
      extraRows: this.extraRows,
      shortRows: this.shortRows,
    };
  }

  private readRow(row: Row): void {
    const cells = distinct(row.cells);
    const filled = cells.filter(cell => cell.text !== '');
    if (filled.length === 0) return;
    const caption = filled.map(cell => this.matcher.caption(cell.text)).find(part => part !== undefined);
    if (caption && filled.every(cell => this.matcher.caption(cell.text) !== undefined)) {
      this.part = caption;
      this.header = new Map();
      return;
    }
    if (this.readHeader(row, cells)) return;
    if (
      this.isFlat &&
      cells.every(cell => readCellValue(cell.text).kind === 'value' || readCellValue(cell.text).kind === 'dash')
    ) {
      this.sequence.push(cells);
      return;
    }
    const label = this.readLabel(cells);
    if (!label) return;
    const values = cells.slice(label.last + 1);
    if (!label.row) {
      if (values.some(cell => readCellValue(cell.text).kind === 'value') && label.cell)
        this.extraRows.push({ label: label.cell.text, span: label.cell.span });
      return;
    }
    const { part, row: spec, match } = label.row;
    this.part = part;
    this.used.add(spec);
    this.lastRow = part.spec.rows.indexOf(spec);
    this.rows.push({
      part: part.spec,
      spec,
      match,
      label: label.cell?.text ?? spec.label,
      labelSpan: label.cell?.span ?? row.span,
      span: row.span,
    });
    this.sequence.push(spec);
    this.assign(part, spec, row, values);
  }

  /** A row of column labels: two of them, or the corner text with one. Flat tables give one label at a time. */
  private readHeader(row: Row, cells: readonly Cell[]): boolean {
    const texts = cells.filter(cell => cell.text !== '');
    if (texts.some(cell => readCellValue(cell.text).kind === 'value')) return false;
    const candidates = this.part
      ? [this.part, ...this.matcher.parts.filter(part => part !== this.part)]
      : this.matcher.parts;
    for (const part of candidates) {
      const found = texts.filter(cell => this.matcher.column(cell.text, part) !== undefined);
      const hasCorner = texts.some(cell => fold(cell.text) === fold(part.spec.corner));
      const isHeader = this.isFlat
        ? found.length === texts.length && texts.length === 1 && this.isColumnOnly(texts[0]?.text ?? '', part)
        : found.length >= 2 || (found.length === 1 && (hasCorner || (texts.length === 1 && cells.length === 1)));
      if (!isHeader || (found.length < texts.length && texts.some(cell => this.isRowOnly(cell.text, part)))) continue;
      if (hasCorner || part !== this.part) this.header = new Map();
      this.part = part;
      let seen = this.seenColumns.get(part.spec);
      if (!seen) this.seenColumns.set(part.spec, (seen = new Set()));
      for (const cell of found) {
        const column = this.matcher.column(cell.text, part);
        if (!column) continue;
        if (!seen.has(column.key)) this.addHeader(part.spec, column, cell, row);
        seen.add(column.key);
      }
      if (!this.isFlat) {
        for (const [at, cell] of row.cells.entries()) {
          const column = cell.text === '' ? undefined : this.matcher.column(cell.text, part);
          if (column) this.header.set(at, column);
        }
      }
      return true;
    }
    return false;
  }

  private addHeader(part: PartSpec, spec: ColumnSpec, cell: Cell, row: Row): void {
    const column: BoundColumn = {
      spec,
      label: cell.text,
      labelSpan: cell.span,
      gridColumn: this.isFlat ? undefined : row.cells.indexOf(cell),
    };
    this.headers.set(part, [...(this.headers.get(part) ?? []), column]);
  }

  /** 总计 and 其他 name columns and, with a number before them, rows: as printed they are the column. */
  private isColumnOnly(text: string, part: PartMatcher): boolean {
    return part.columns.find(text)?.match === 'exact' || this.matcher.rows(text).length === 0;
  }

  private isRowOnly(text: string, part: PartMatcher): boolean {
    return (
      this.matcher.rows(text).some(found => found.match === 'exact') && this.matcher.column(text, part) === undefined
    );
  }

  private readLabel(
    cells: readonly Cell[],
  ):
    | { last: number; cell: Cell | undefined; row: { part: PartMatcher; row: RowSpec; match: LabelMatch } | undefined }
    | undefined {
    let last = -1;
    let best: { part: PartMatcher; row: RowSpec; match: LabelMatch } | undefined;
    let bestCell: Cell | undefined;
    const path: string[] = [];
    for (const [index, cell] of cells.entries()) {
      if (cell.text === '') continue;
      const found = this.matcher.rows(cell.text);
      const isNonDataLabel = this.matcher.isNonDataLabel(cell.text);
      if (found.length === 0 && !isNonDataLabel) continue;
      if (this.isFlat && index > 0) break;
      last = index;
      const chosen = this.choose(found, path);
      path.push(cell.text);
      if (chosen) {
        best = chosen;
        bestCell = cell;
      }
    }
    if (best) return { last, cell: bestCell, row: best };
    const words = cells.findIndex(cell => cell.text !== '' && readCellValue(cell.text).kind === 'unreadable');
    if (last >= 0 && words <= last && !cells.slice(last + 1).some(cell => isWords(cell))) return undefined;
    const index = Math.max(
      last,
      words,
      cells.reduce((at, cell, i) => (isWords(cell) && i <= 2 ? i : at), -1),
    );
    const cell = cells[index];
    if (!cell || index < 0) return undefined;
    const similar = this.matcher.similarRow(cell.text);
    return {
      last: index,
      cell,
      row: similar && !this.used.has(similar.row) ? { ...similar, match: 'similar' } : undefined,
    };
  }

  /** Of the rows that bear the same words, the one whose merged labels stand before it, else the next in order. */
  private choose(found: readonly { part: PartMatcher; row: RowSpec; match: LabelMatch }[], path: readonly string[]) {
    if (found.length <= 1) return found[0];
    const cores = new Set(path.map(text => fold(text)));
    const inPath = found.filter(({ row }) => row.path.length > 0 && row.path.some(label => cores.has(fold(label))));
    const list = inPath.length > 0 ? inPath : found;
    const open = list.filter(({ row }) => !this.used.has(row));
    const ahead = open.filter(({ part, row }) => part.spec.rows.indexOf(row) > this.lastRow);
    return ahead[0] ?? open[0] ?? list[0];
  }

  private assign(part: PartMatcher, spec: RowSpec, row: Row, found: readonly Cell[]): void {
    const columns = part.spec.columns;
    let values = found;
    const first = values[0];
    if (
      first &&
      values.length > columns.length &&
      (isUnitText(first.text) || (part.spec.unitColumn !== undefined && (isUnit(first) || first.text === '')))
    )
      values = values.slice(1);
    if (!this.isFlat) {
      const mapped = this.byHeader(columns, row, values);
      if (mapped) {
        for (const [column, cell] of mapped) this.set(spec, column, cell);
        return;
      }
      while (values.length > columns.length && values[0]?.text === '') values = values.slice(1);
      while (values.length > columns.length && values.at(-1)?.text === '') values = values.slice(0, -1);
      const texts = new Set(values.map(cell => cell.text));
      if (columns.length === 1 && values.length > 1 && texts.size === 1) values = values.slice(0, 1);
    }
    if (values.length === columns.length) {
      for (const [i, column] of columns.entries()) {
        const cell = values[i];
        if (cell) this.set(spec, column, cell);
      }
      return;
    }
    if (this.isFlat && values.length > columns.length && values.length % columns.length === 0 && columns.length > 1) {
      // More rows than labels: the first is this row, the others are told by their place.
      for (const [i, column] of columns.entries()) this.set(spec, column, values[i] ?? (values[0] as Cell));
      for (let at = columns.length; at < values.length; at += columns.length)
        this.sequence.push(values.slice(at, at + columns.length));
      return;
    }
    const run = values[0];
    if (this.isFlat && run && values.length === 1 && this.setSplit(spec, columns, run)) return;
    if (this.isFlat && values.length === 0) {
      // A label with nothing behind it: the row was left blank.
      return;
    }
    this.shortRows.push({ row: spec, values: values.map(cell => figureOf(spec, UNKNOWN_COLUMN, cell)) });
  }

  /** Figures run together in one cell, where only one way of parting them fits the row's total. */
  private setSplit(spec: RowSpec, columns: readonly ColumnSpec[], run: Cell): boolean {
    const total = this.rowEquation(columns);
    const parts = splitRun(run.text, columns.length, numbers => total === undefined || addsUp(numbers, total, columns));
    if (!parts || run.span.end - run.span.start !== run.text.length) return false;
    this.setParts(
      columns.map(column => ({ spec, column })),
      parts,
      run,
    );
    return true;
  }

  private setParts(
    places: readonly { spec: RowSpec; column: ColumnSpec }[],
    parts: readonly string[],
    run: Cell,
  ): void {
    let at = run.span.start;
    for (const [i, { spec, column }] of places.entries()) {
      const text = parts[i] ?? '';
      const key = figureKey(spec.key, column.key);
      if (!this.figures.has(key))
        this.figures.set(key, {
          row: spec,
          column,
          quantity: readCellValue(text),
          span: { start: at, end: at + text.length },
          text,
          isSplit: true,
        });
      at += text.length;
    }
  }

  /** The equation that makes one of these columns the sum of others, in every row. */
  private rowEquation(columns: readonly ColumnSpec[]): Equation | undefined {
    return this.matcher.spec.equations.find(
      ({ over, operator, left, right }) =>
        over === 'rows' &&
        operator === '=' &&
        [...left, ...right].every(key => columns.some(column => column.key === key)),
    );
  }

  /**
   * Lines of figures without a label between two rows belong to the rows that are missing there, if they are as many and
   * each adds up.
   */
  private placeUnlabelled(): void {
    const part = this.matcher.parts[0];
    if (!part || this.matcher.parts.length > 1) return;
    const { rows, columns } = part.spec;
    const total = this.rowEquation(columns);
    if (!total) return;
    const isFilled = (row: RowSpec) => columns.some(column => this.figures.has(figureKey(row.key, column.key)));
    const filled = this.sequence.filter(
      (each): each is readonly Cell[] | RowSpec => 'length' in each || isFilled(each),
    );
    for (let from = 0; from < filled.length; from++) {
      if (!isLine(filled[from])) continue;
      let to = from;
      while (isLine(filled[to])) to++;
      const lines = filled.slice(from, to).filter(isLine);
      const before = filled[from - 1];
      const after = filled[to];
      const first = before && !isLine(before) ? rows.indexOf(before) + 1 : 0;
      const last = after && !isLine(after) ? rows.indexOf(after) : rows.length;
      const open = rows.slice(first, last).filter(row => !isFilled(row));
      if (
        open.length === lines.length &&
        lines.every(line => line.length === columns.length && addsUp(line.map(numberIn), total, columns))
      ) {
        for (const [i, row] of open.entries()) this.placeLine(part, row, lines[i] ?? []);
      }
      from = to;
    }
  }

  private placeLine(part: PartMatcher, spec: RowSpec, line: readonly Cell[]): void {
    for (const [i, column] of part.spec.columns.entries()) {
      const cell = line[i];
      if (cell) this.set(spec, column, cell);
    }
    const span = cover(line.map(cell => cell.span)) ?? this.table.span;
    if (!this.used.has(spec))
      this.rows.push({ part: part.spec, spec, match: 'variant', label: spec.label, labelSpan: span, span });
    this.used.add(spec);
  }

  /** Cells by the header above them; undefined where the header does not name every column or a cell fits none. */
  private byHeader(
    columns: readonly ColumnSpec[],
    row: Row,
    values: readonly Cell[],
  ): Map<ColumnSpec, Cell> | undefined {
    const named = new Set(this.header.values());
    if (columns.some(column => !named.has(column))) return undefined;
    const mapped = new Map<ColumnSpec, Cell>();
    for (const cell of values) {
      const at = row.cells.indexOf(cell);
      const column = this.header.get(at);
      if (!column) {
        if (cell.text !== '' && !isUnit(cell)) return undefined;
        continue;
      }
      const known = mapped.get(column);
      if (!known) mapped.set(column, cell);
      else if (cell.text !== '' && known.text !== cell.text) return undefined;
    }
    return mapped;
  }

  private set(spec: RowSpec, column: ColumnSpec, cell: Cell): void {
    const key = figureKey(spec.key, column.key);
    if (!this.figures.has(key)) this.figures.set(key, figureOf(spec, column, cell));
  }

  /** Section four: the rows stand side by side. The figures are the first line of cells that holds no labels. */
  private bindAcross(): void {
    const part = this.matcher.parts[0];
    if (!part) return;
    const { rows, columns } = part.spec;
    const width = rows.length * columns.length;
    const seen = new Set<string>();
    for (const row of this.table.rows) {
      for (const cell of row.cells) {
        const column = this.matcher.column(cell.text, part);
        if (column) seen.add(column.key);
      }
    }
    this.seenColumns.set(part.spec, seen);
    const figures = this.isFlat ? this.flatFigures() : this.lineOfFigures(width);
    const [run] = figures;
    if (run && figures.length === 1 && width > 1 && this.isFlat) {
      this.bindRun(part, run);
      return;
    }
    if (figures.length === 0) return;
    const span = cover(figures.map(cell => cell.span)) ?? this.table.span;
    for (const [r, spec] of rows.entries()) {
      this.rows.push({ part: part.spec, spec, label: '', labelSpan: span, span, match: 'exact' });
      if (figures.length !== width) continue;
      for (const [c, column] of columns.entries()) {
        const cell = figures[r * columns.length + c];
        if (cell) this.set(spec, column, cell);
      }
    }
  }

  /** Section four with its figures run together: parted where every row's total can only come out right in one way. */
  private bindRun(part: PartMatcher, run: Cell): void {
    const { rows, columns } = part.spec;
    const total = this.rowEquation(columns);
    const fits = (numbers: readonly number[]) =>
      total !== undefined &&
      rows.every((_, r) => addsUp(numbers.slice(r * columns.length, (r + 1) * columns.length), total, columns));
    const parts = splitRun(run.text, rows.length * columns.length, fits);
    for (const spec of rows)
      this.rows.push({ part: part.spec, spec, label: '', labelSpan: run.span, span: run.span, match: 'exact' });
    if (parts && run.span.end - run.span.start === run.text.length)
      this.setParts(
        rows.flatMap(spec => columns.map(column => ({ spec, column }))),
        parts,
        run,
      );
    else this.shortRows.push(...rows.slice(0, 1).map(row => ({ row, values: [figureOf(row, UNKNOWN_COLUMN, run)] })));
  }

  private flatFigures(): Cell[] {
    const cells = this.table.rows.flatMap(row => row.cells);
    const lastLabel = cells.findLastIndex(cell => isWords(cell));
    return cells.slice(lastLabel + 1);
  }

  private lineOfFigures(width: number): Cell[] {
    for (const row of this.table.rows) {
      const cells = distinct(row.cells);
      const from = cells.findLastIndex(cell => isWords(cell)) + 1;
      const values = cells.slice(from);
      if (from > 1 || values.length === 0) continue;
      const trimmed =
        values.length > width
          ? values.slice(0, width).concat(values.slice(width).filter(cell => cell.text !== ''))
          : values;
      if (trimmed.length >= width || trimmed.some(cell => readCellValue(cell.text).kind === 'value')) return trimmed;
    }
    return [];
  }
}

function isLine(each: RowSpec | readonly Cell[] | undefined): each is readonly Cell[] {
  return Array.isArray(each);
}

function numberIn(cell: Cell): number {
  const quantity = readCellValue(cell.text);
  return quantity.kind === 'value' ? quantity.value : quantity.kind === 'unreadable' ? NaN : 0;
}

/** Whether numbers in the order of the columns satisfy a row's equation. */
function addsUp(numbers: readonly number[], equation: Equation, columns: readonly ColumnSpec[]): boolean {
  const sum = (keys: readonly string[]) =>
    columns.reduce((total, column, i) => (keys.includes(column.key) ? total + (numbers[i] ?? NaN) : total), 0);
  return sum(equation.left) === sum(equation.right);
}

/** Stands in for the column of a figure whose column is not known. */
const UNKNOWN_COLUMN: ColumnSpec = { key: '', label: '', type: 'count' };

function figureOf(row: RowSpec, column: ColumnSpec, cell: Cell): Figure {
  return { row, column, quantity: readCellValue(cell.text), span: cell.span, text: cell.text };
}

function isWords(cell: Cell): boolean {
  return (
    cell.text !== '' &&
    readCellValue(cell.text).kind === 'unreadable' &&
    !CHANGE_IN_WORDS.test(fold(cell.text)) &&
    /[\u4e00-\u9fff]/.test(cell.text) &&
    !isLookAlike(cell.text)
  );
}

/** A unit, or the dashes that stand for none. */
function isUnit(cell: Cell): boolean {
  return isUnitText(cell.text) || readCellValue(cell.text).kind === 'dash';
}

function distinct(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter((cell, index) => cells.indexOf(cell) === index);
}
