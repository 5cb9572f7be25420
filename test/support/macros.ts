import { editionById, tableById } from '../../server/src/format/index.ts';
import type { Edition, SectionId, TableSpec } from '../../server/src/format/types.ts';
import {
  writeIntroduction,
  writeSection,
  writeTable,
  writeTitle,
  type TableLayout,
} from '../../server/src/model/writing/write.ts';
import { chineseToNumber, halfWidthDigits } from '../../server/src/text/numerals.ts';

/**
 * Short forms that keep fixture drafts readable; a line that is one macro becomes what it stands for:
 *
 *     {{head 海东县林业局 2024}}     title and introduction with the reporting period
 *     {{parts 一-二}}               standard sections of the draft's edition, tables balanced
 *     {{table3 newReceived: 3 1 0 0 0 0 | 5; granted.otherOrg=_}}
 *
 * Tables (`table2` `table3` `table4` `fujian` `national`): parts separated by `;` are a row's cells (`| total`), one
 * cell, `without row,row`, or options (`html` `tabbed` `pipe` `blank`, an edition). `_` is a blank cell. Cells not
 * named are 0, totals and 予以公开 what makes the table balance; with `blank` they are blank.
 */
export function expandMacros(line: string, edition: Edition | undefined): string {
  const match = /^\{\{(\w+)\s*(.*)\}\}$/.exec(line);
  if (!match) return line;
  const [, name = '', words = ''] = match;
  if (name === 'head') {
    const [body = '', year = ''] = words.split(' ');
    return `# ${writeTitle(body, year)}\n\n${writeIntroduction(need(edition, line), body, year)}`;
  }
  if (name === 'parts') return parts(words, need(edition, line));
  const id = TABLES[name];
  if (id === undefined) throw new Error(`no macro ${name}: ${line}`);
  return table(id, words, edition);
}

const TABLES: Readonly<Record<string, string>> = {
  table2: 't2.disclosure',
  table3: 't3.requests',
  table4: 't4.review_litigation',
  fujian: 'fj-2018',
  national: 'national-2014',
};

const TEXTS: Readonly<Partial<Record<SectionId, string>>> = {
  overview: '认真贯彻落实条例，推进政府信息公开。',
  proactive: '主动公开政府信息。',
  requests: '依法办理政府信息公开申请。',
  fees: '未收取费用。',
  reviewLitigation: '依法办理行政复议、行政诉讼。',
  problems: '存在的主要问题是解读形式单一，已增加图解。',
  other: '本年未收取信息处理费。',
};

function need(edition: Edition | undefined, line: string): Edition {
  if (!edition) throw new Error(`a year must stand in the draft: ${line}`);
  return edition;
}

function parts(words: string, edition: Edition): string {
  const ordinals = words.split(' ').flatMap(word => {
    const [from = 0, to = from] = word.split('-').map(each => chineseToNumber(each));
    return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i) => (from ?? 0) + i);
  });
  return ordinals
    .map(ordinal => {
      const section = edition.sections[ordinal - 1];
      if (!section) throw new Error(`no section ${words}`);
      const text = section.tables.length > 0 && edition.isPrescribed ? undefined : TEXTS[section.id];
      const zero = (row: string, column: string, of: TableSpec) => cells(of, new Map(), false)(row, column);
      return writeSection(
        edition,
        section,
        ordinal,
        { style: 'markdown', layout: 'pipe', figure: zero },
        text === undefined ? [] : [text],
      );
    })
    .join('\n\n');
}

const LAYOUTS: ReadonlySet<string> = new Set(['html', 'tabbed', 'pipe']);

function table(id: string, words: string, draftEdition: Edition | undefined): string {
  let layout: TableLayout = 'pipe';
  let isBlank = false;
  let edition = draftEdition ?? editionById('2021');
  const given: { row: string; columns: readonly string[]; total: string | undefined }[] = [];
  const single = new Map<string, string>();
  const without = new Set<string>();
  for (const part of words
    .split(';')
    .map(each => each.trim())
    .filter(each => each !== '')) {
    const cell = /^(\w+\.\w+)=(.*)$/.exec(part);
    const row = /^(\w+):([^|]*)(?:\|(.*))?$/.exec(part);
    if (cell) single.set(cell[1] ?? '', cell[2] ?? '');
    else if (row) given.push({ row: row[1] ?? '', columns: (row[2] ?? '').trim().split(/\s+/), total: row[3]?.trim() });
    else if (part.startsWith('without ')) for (const each of part.slice(8).split(',')) without.add(each.trim());
    else {
      for (const option of part.split(/\s+/)) {
        if (LAYOUTS.has(option)) layout = option as TableLayout;
        else if (option === 'blank') isBlank = true;
        else edition = editionById(option) ?? edition;
      }
    }
  }
  const spec = tableById(edition, id) ?? tableById(editionById('2007'), id);
  if (!spec) throw new Error(`edition ${edition.id} has no table ${id}`);
  const stated = new Map<string, string>();
  for (const { row, columns, total } of given) {
    const part = spec.parts.find(({ rows }) => rows.some(({ key }) => key === row));
    if (!part) throw new Error(`table ${id} has no row ${row}`);
    for (const [i, text] of columns.entries()) stated.set(`${row}.${part.columns[i]?.key ?? ''}`, text);
    if (total !== undefined) stated.set(`${row}.total`, total);
  }
  for (const [key, text] of single) stated.set(key, text);
  const text = writeTable(narrowed(spec, without), layout, cells(spec, stated, isBlank));
  return text;
}

/** The table without some rows; their merged labels must start at other rows. */
function narrowed(spec: TableSpec, without: ReadonlySet<string>): TableSpec {
  if (without.size === 0) return spec;
  const layout = spec.layout.filter(line => !line.some(cell => cell.kind === 'figure' && without.has(cell.row)));
  return { ...spec, layout };
}

/** Texts of cells: as stated, else what balances the table, else 0. */
function cells(
  spec: TableSpec,
  stated: ReadonlyMap<string, string>,
  isBlank: boolean,
): (row: string, column: string) => string {
  const shown = (text: string) => (text === '_' ? '' : text);
  if (isBlank) return (row, column) => shown(stated.get(`${row}.${column}`) ?? '');
  const number = (row: string, column: string): number | undefined => {
    const text = stated.get(`${row}.${column}`);
    if (text === undefined) return undefined;
    const value = Number(halfWidthDigits(text).replaceAll(',', ''));
    return Number.isInteger(value) && value >= 0 ? value : 0;
  };
  const keys = spec.parts.flatMap(({ columns }) => columns.map(({ key }) => key)).filter(key => key !== 'total');
  const value = (row: string, column: string): number => {
    const known = number(row, column);
    if (known !== undefined) return known;
    if (column === 'total') return keys.reduce((sum, key) => sum + value(row, key), 0);
    if (spec.id !== 't3.requests') return 0;
    if (row === 'granted')
      return Math.max(
        0,
        value('newReceived', column) + value('carriedIn', column) - value('carriedOut', column) - results(column),
      );
    return row === 'resultTotal' ? value('granted', column) + results(column) : 0;
  };
  const resultRows = spec.equations.find(({ id }) => id === 'T3-02')?.right ?? [];
  const results = (column: string): number =>
    resultRows.filter(row => row !== 'granted').reduce((sum, row) => sum + value(row, column), 0);
  return (row, column) => shown(stated.get(`${row}.${column}`) ?? String(value(row, column)));
}
