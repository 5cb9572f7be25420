import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../../../../server/src/analysis/files/settings.ts';
import { editionProblems, readSettingsFile } from '../../../../server/src/analysis/files/settingsFile.ts';
import type { FormatDescription } from '../../../../server/src/format/description.ts';
import { messageOf } from '../../../../server/src/messages/text.ts';
import { LIMITS } from '../../../../server/src/text/limits.ts';
import { growthExponent } from '../../../support/growth.ts';

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Each problem as its words and what it underlines. */
const problemsIn = (text: string): string[] =>
  readSettingsFile({ text }).problems.map(
    ({ span, ...problem }) => `${messageOf('zh-CN', problem)} 「${text.slice(span.start, span.end)}」`,
  );
const deep = (depth: number, open: string, inner: string, close: string) =>
  open.repeat(depth) + inner + close.repeat(depth);

describe('a settings file', () => {
  it('is read', () => {
    const { settings, problems } = readSettingsFile({
      text: '\ufeff{"$schema": "x", "edition": "2019", "severities": {"totals/row-total": "hint"}}',
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ edition: '2019', severities: { 'totals/row-total': 'hint' } });
  });

  it('takes the id of a rule that is no more for the rule that stands for it', () => {
    const read = (severities: object) => readSettings({ severities }).settings.severities;
    expect(read({ 'prose/media-accounts': 'hint' })).toEqual({ 'prose/parts-total': 'hint' });
    expect(read({ 'prose/other-replies': 'off' })).toEqual({ 'prose/against-table': 'off' });
    expect(read({ 'prose/parts-total': 'error', 'prose/handled-above-received': 'off' })).toEqual({
      'prose/parts-total': 'error',
    });
  });

  it.each([
    ['{"edition": "按年度 选"}', 'edition', '"按年度 选"'],
    [
      '{"severities": {"totals/row-total": "error", "prose/share": [1, "fatal"]}}',
      'severities.prose/share',
      '[1, "fatal"]',
    ],
    ['{"silenced": [{"file": "a"}]}', 'silenced[0]', '{"file": "a"}'],
    ['{"statutes": ["a", 7]}', 'statutes[1]', '7'],
    ['{"severities": {"prose/share": {"b": {}}}}', 'severities.prose/share', '{"b": {}}'],
  ])('names what is not understood at its place: %s', (text, path, place) => {
    const problems = problemsIn(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`“${path}”`);
    expect(problems[0]).toContain(`「${place}」`);
    expect(problems[0]).toContain('请');
  });

  it.each([
    ['{"rules": {"totals/row-total": "off"}}', '没有“rules”这个名称', '"rules"'],
    ['{"severities": {"totals/row-totl": "off"}}', '没有“totals/row-totl”这条规则', '"totals/row-totl"'],
    ['{"silenced": [{"file": "a", "rule": "a/b", "fingerprint": "x", "reason": "y"}]}', '没有“a/b”这条规则', '"a/b"'],
    [
      '{"silenced": [{"file": "a", "rule": "prose/share", "fingerprint": "x", "reason": "y", "by": "z"}]}',
      '没有“by”这个名称',
      '"by"',
    ],
    ['{"edition": "2019", "edition": "2021"}', '“edition”写了两次，只采用第一个', '"edition"'],
  ])('names that there are not are named at their places: %s', (text, reason, place) => {
    const [problem, ...others] = problemsIn(text);
    expect(others).toEqual([]);
    expect(problem).toContain(reason);
    expect(problem).toContain(`「${place}」`);
  });

  it('of a name that stands twice takes the first, as it says', () => {
    expect(readSettingsFile({ text: '{"edition": "2019", "edition": "2021"}' }).settings.edition).toBe('2019');
  });

  it('in another encoding is named, and used as far as it is read', () => {
    const { settings, problems } = readSettingsFile({ text: '{"edition": "2019"}', isLegacy: true });
    expect(settings.edition).toBe('2019');
    expect(problems).toMatchObject([
      { message: 'settingsFile.encoding', severity: 'warning', span: { start: 0, end: 1 } },
    ]);
  });

  it.each([
    ['{"rules": {"a": "off",}}', '}'],
    ['', ''],
    ['{"edition": 2019', ''],
    ['{"a": 1} // 说明', '// 说明'],
  ])('that is no JSON is named at the place of the fault: %s', (text, place) => {
    const problems = problemsIn(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/JSON 语法有误.*请/);
    expect(problems[0]).toContain(`「${place}」`);
    expect(readSettingsFile({ text }).settings).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['lists', deep(5000, '[', '', ']')],
    ['objects', deep(5000, '{"a":', '1', '}')],
    ['a value of a setting', `{"severities": ${deep(5000, '[', '', ']')}}`],
    ['an unclosed file', '['.repeat(1_000_000)],
    ['brackets in texts, which count for nothing, and deep ones behind', `{"a": "[[[[", "b": ${'['.repeat(9000)}`],
  ])('nested too deeply is refused: %s', (_, text) => {
    expect(problemsIn(text)).toEqual([expect.stringContaining('太深')]);
  });

  it('names the first problems of very many, in time', () => {
    const severities = Array.from({ length: 100_000 }, (_, i) => `"r${String(i)}": ${String(i)}`).join(',');
    const problems = problemsIn(`{"severities": {${severities}}}`);
    expect(problems).toHaveLength(LIMITS.fileProblems + 1);
    expect(problems.at(-1)).toContain('没有一一列出');
    expect(
      growthExponent(
        size =>
          `{"severities": {${Array.from({ length: size }, (_, i) => `"r${String(i)}": ${String(i)}`).join(',')}}}`,
        text => readSettingsFile({ text }),
        5_000,
      ),
    ).toBeLessThan(1.5);
  });

  it('shows the beginning of what is long', () => {
    const [problem = ''] = problemsIn(`{"severities": {"${'规'.repeat(9999)}": "${'𠮷'.repeat(9999)}"}}`);
    expect(problem.slice(0, problem.indexOf('「')).length).toBeLessThan(400);
    expect(problem).not.toMatch(LONE);
  });
});

describe('the edition that settings name', () => {
  const FORMATS: readonly FormatDescription[] = [
    { editions: [{ id: '临溪-2021', extends: '2021', name: '临溪省补充', years: { from: 2023 } }] },
  ];
  const problemsWith = (edition: string, localFormats?: readonly FormatDescription[]) => {
    const text = JSON.stringify({ edition });
    const { settings } = readSettingsFile({ text });
    return editionProblems(text, { ...settings, ...(localFormats ? { localFormats } : {}) });
  };

  it.each(['auto', '2019', 'rule-of-law-2019'])('may be of any kind that is built in: %s', edition => {
    expect(problemsWith(edition)).toEqual([]);
  });

  it('may be of a format file that they name, and else is named at its place with those that there are', () => {
    expect(problemsWith('临溪-2021', FORMATS)).toEqual([]);
    const [problem] = problemsWith('临溪-2021');
    expect(problem).toMatchObject({ message: 'settingsFile.unknownEdition', span: { start: 11, end: 20 } });
    expect(problem?.args).toMatchObject({ names: expect.stringContaining('2021, rule-of-law-2015') as string });
    const [other] = problemsWith('linxi', FORMATS);
    expect(other?.args).toMatchObject({ names: expect.stringContaining('临溪-2021') as string });
  });
});

describe('settings that an editor sends', () => {
  it('may be nested as deeply as they will', () => {
    for (const depth of [10, 100, 100_000]) {
      let value: unknown = [];
      for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
      for (const raw of [
        value,
        { edition: value },
        { severities: value },
        { severities: { x: value } },
        { statutes: [value] },
      ])
        expect(() => readSettings(raw)).not.toThrow();
      expect(readSettings({ severities: { x: value } }).problems[0]?.value.length).toBeLessThan(130);
    }
  });

  it('name the first problems and count the others', () => {
    const severities = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`r${String(i)}`, 'loud']));
    const { problems, unnamed } = readSettings({ severities });
    expect([problems.length, unnamed]).toEqual([LIMITS.fileProblems, 300 - LIMITS.fileProblems]);
  });
});

describe('the schema of settings files', () => {
  const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
  const isValid = new Ajv().compile(JSON.parse(read('schemas/settings.schema.json')) as object);
  const [, bodies = '{}'] = /```json\n([^]*?)```/.exec(read('docs/across.md')) ?? [];

  it.each([
    '{}',
    '{"$schema": "x", "edition": "auto", "statuteTexts": "原文"}',
    '{"edition": null, "severities": {"totals/row-total": "off"}}',
    '{"silenced": [{"file": "a.md", "rule": "totals/row-total", "fingerprint": "x", "reason": "已核对"}]}',
    read('examples/.annual-report.json'),
    bodies,
    '{"edition": "linxi-2021"}',
    '{"edition": "按年度 选"}',
    '{"edition": ["2021"]}',
    '{"severities": {"totals/row-total": "loud"}}',
    '{"severities": []}',
    '{"severity": {}}',
    '{"silenced": [{"file": "a"}]}',
    '{"silenced": [{"file": "a.md", "rule": "totals/row-total", "fingerprint": "x", "reason": " "}]}',
    '{"silenced": [{"file": "a.md", "rule": "totals/row-total", "fingerprint": "x", "reason": "对", "by": "我"}]}',
    '{"statutes": "法规"}',
    '{"statutes": [" "]}',
    '{"bodies": [{"id": "a"}]}',
    '{"bodies": [{"id": "a", "names": ["甲"], "children": "some"}]}',
    '{"reorganised": [{"year": "2024", "from": ["甲"]}]}',
    '{"reorganised": [{"year": 2024}]}',
    '{"workspace": {"exclude": ["旧/**"]}}',
    '{"workspace": {"exclude": "旧"}}',
    '[]',
  ])('takes what the reader takes: %s', text => {
    expect(isValid(JSON.parse(text))).toBe(problemsIn(text).length === 0);
  });
});
