import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EDITIONS, tableById } from '../../../server/src/format/index.ts';
import type { TableSpec } from '../../../server/src/format/types.ts';
import { writeTable } from '../../../server/src/model/writing/write.ts';

interface Snippet {
  prefix: string[];
  description: string;
  body: string[];
}

const read = (name: string): [string, Snippet][] => {
  const path = new URL(`../../../snippets/${name}.json`, import.meta.url);
  return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Snippet>);
};
const files = { sections: read('sections'), tables: read('tables'), skeletons: read('skeletons') };
const all = Object.values(files).flat();

/** The snippet's text in a file of this name with nothing typed into it. */
function inserted(body: readonly string[], fileName: string): string {
  return body
    .join('\n')
    .replace(/\$\{TM_FILENAME\/(\S+)\/\$\{1:\+(#+ )\}\/i\}/g, (_, source: string, sign: string) =>
      fileName.replace(new RegExp(source, 'i'), (_all, name: string | undefined) => (name === undefined ? '' : sign)),
    )
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

describe('snippets', () => {
  it.each(all)('%s: found in Chinese and by pinyin initials, tab stops in order', (_, { prefix, body }) => {
    expect(prefix.some(word => /^(?:\d{4})?[a-z0-9]+$/.test(word))).toBe(true);
    expect(prefix.some(word => /^(?:\d{4})?[\u4e00-\u9fff]/.test(word))).toBe(true);
    const stops = [
      ...body
        .join('\n')
        .replace(/\$\{TM_FILENAME\S+ \}\/i\}/g, '')
        .matchAll(/\$\{?(\d+)/g),
    ].map(match => Number(match[1]));
    const first = [...new Set(stops)];
    expect(first).toEqual([...first.slice(0, -1).map((_stop, index) => index + 1), 0]);
  });

  it('prefixes are unique but for sections of different editions', () => {
    const words = [...files.tables, ...files.skeletons].flatMap(([, { prefix }]) => prefix);
    expect(new Set(words).size).toBe(words.length);
  });

  it('every table of every edition is offered in both layouts, with a stop in every cell', () => {
    const texts = new Map(files.tables.map(([, { body }]) => [inserted(body, 'a.md').trimEnd(), body.join('\n')]));
    const specs: TableSpec[] = EDITIONS.flatMap(edition => edition.tables);
    for (const spec of specs) {
      for (const layout of ['pipe', 'html'] as const) {
        const body = texts.get(writeTable(spec, layout, () => '', { alignment: 'withBlanks' }));
        expect(body, `${spec.id} ${layout}`).toBeDefined();
        const figures = spec.parts.reduce((sum, part) => sum + part.rows.length * part.columns.length, 0);
        expect(body!.match(/\$[1-9]\d*/g)).toHaveLength(figures);
      }
    }
  });

  it('headings carry Markdown signs in Markdown drafts only', () => {
    const [, { body }] = files.sections[0]!;
    expect(inserted(body, '海东县林业局2024年年报.md')).toMatch(/^## 一、总体情况\n/);
    expect(inserted(body, '海东县林业局2024年年报.txt')).toMatch(/^一、总体情况\n/);
    expect(inserted(body, 'Untitled-1')).toMatch(/^一、总体情况\n/);
  });

  it('the whole report repeats year and body', () => {
    const [, { body }] = files.skeletons[0]!;
    const text = inserted(
      body.map(line => line.replaceAll('$1', '某局').replaceAll('$2', '2026')),
      'a.md',
    );
    expect(text).toMatch(/^# 本机关名称2026年政府信息公开工作年度报告\n/);
    expect(text).toContain(
      '现公布某局2026年政府信息公开工作年度报告。本报告所列数据的统计期限自2026年1月1日起至2026年12月31日止。',
    );
    expect(text.match(/^## /gm)).toHaveLength(6);
    expect(tableById(EDITIONS[2]!, 't3.requests')).toBeDefined();
  });
});
