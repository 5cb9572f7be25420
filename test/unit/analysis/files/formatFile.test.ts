import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readFormatFiles } from '../../../../server/src/analysis/files/formatFile.ts';
import { BUILT_IN_FILES } from '../../../../server/src/format/editionSet.ts';
import { messageOf } from '../../../../server/src/messages/text.ts';
import { LIMITS } from '../../../../server/src/text/limits.ts';

/** Problems of one file: message, and the text that it stands at. */
function problemsOf(text: string, ...others: readonly string[]): readonly (readonly [string, string])[] {
  const files = [text, ...others].map((each, i) => ({ uri: `file:///${String(i)}.json`, text: each }));
  return (readFormatFiles(files).problems.get('file:///0.json') ?? []).map(problem => {
    for (const language of ['zh-CN', 'en'] as const) expect(messageOf(language, problem)).not.toMatch(/undefined|\$\{/);
    return [problem.message, text.slice(problem.span.start, problem.span.end)];
  });
}

function idsOf(...texts: readonly string[]): readonly string[] {
  const { formats } = readFormatFiles(texts.map((text, i) => ({ uri: `file:///${String(i)}.json`, text })));
  return formats.flatMap(({ editions }) => editions.map(({ id }) => id));
}

/** A file with one edition that extends the one of 2021; `parts` are further members. */
function edition(parts: object = {}, id = 'linxi'): string {
  return JSON.stringify({ editions: [{ id, extends: '2021', name: '临溪省格式', years: { from: 2023 }, ...parts }] });
}

const COLUMNS = [
  { key: 'all', label: '总数' },
  { key: 'a', label: '甲' },
  { key: 'b', label: '乙' },
];
const ROWS = [
  { key: 'sum', label: '合计数' },
  { key: 'one', label: '第一类' },
  { key: 'two', label: '第二类' },
];

/** A file with a kind and an edition of it; `parts` are further members of the kind. */
function kinds(parts: object, id = 'energy-1'): string {
  const kind = { id: 'energy', name: '节能年度报告', titles: ['节能[工作]年度报告'], ...parts };
  const own = {
    id,
    kind: kind.id,
    name: '节能年度报告',
    years: { from: 2008 },
    sections: [{ id: 'done', title: '成效' }],
  };
  return JSON.stringify({ kinds: [kind], editions: [own] });
}

/** The same with a section and a table; `table` are further members of it. */
function withTable(table: object = {}, part: object = {}): string {
  const parts = [{ columns: COLUMNS, rows: ROWS, ...part }];
  return edition({
    sections: [{ id: 'areas', title: '专区情况' }],
    tables: [{ id: 'lx.areas', title: '专区', section: 'areas', parts, ...table }],
  });
}

/** The same with a table of labels and values. */
const pairs = (row: object, table: object = {}, part: object = {}): string =>
  withTable({
    parts: [
      {
        keyValue: true,
        rows: [{ key: 'name', label: '名称', type: 'text' }, { key: 'count', label: '数量' }, row],
        ...part,
      },
    ],
    ...table,
  });
const identifier = (pattern: unknown): string => pairs({ key: 'code', label: '编号', type: 'identifier', pattern });
const implication = (fields: object): string =>
  pairs(
    { key: 'has', label: '有无', type: 'yesNo' },
    { implications: [{ id: 'I1', when: [{ row: 'has', is: '否' }], empty: ['name'], ...fields }] },
  );
/** Row that an equation compares with the sum. */
const bounded = (bounds: object, operator: string): string =>
  withTable(
    { equations: [{ ...SUM, operator, right: ['x'], total: 'none' }] },
    { rows: [...ROWS, { key: 'x', label: '上限', ...bounds }] },
  );

const SUM = { id: 'E1', over: 'columns', left: ['sum'], operator: '=', right: ['one', 'two'], total: 'left' };
const equation = (fields: object): string => withTable({ equations: [{ ...SUM, ...fields }] });

describe('format files', () => {
  it('are what the built-in editions are written as', () => {
    const files = BUILT_IN_FILES.map((file, i) => ({ uri: `file:///${String(i)}.json`, text: JSON.stringify(file) }));
    const { formats, problems } = readFormatFiles(files, []);
    // The national statistics table repeats two labels; its rows are told apart by their order.
    expect([...problems.values()].flat().map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning formatFile.labelTwice',
      'warning formatFile.labelTwice',
    ]);
    const [{ kinds, editions } = { kinds: [], editions: [] }] = formats;
    expect(kinds).toEqual(BUILT_IN_FILES.flatMap(file => file.kinds ?? []));
    // Those that extend others are read behind all that extend none.
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect([...editions].sort(byId)).toEqual(BUILT_IN_FILES.flatMap(file => file.editions).sort(byId));
  });

  test.each([
    ['临溪省.annual-report-formats.json', 'linxi-2021'],
    ['网站报表/政府网站工作年度报表.annual-report-formats.json', 'website-2018'],
  ])('may be written as the examples are: %s', (name, id) => {
    const text = readFileSync(`examples/formats/${name}`, 'utf8');
    expect(problemsOf(text)).toEqual([]);
    expect(idsOf(text)).toEqual([id]);
  });

  it('may name the roles of a table, its rows and its columns, each once', () => {
    const one = { key: 'x', label: '新收', role: 'newReceived' };
    const own = (table: object, rows: readonly object[] = [one]) =>
      problemsOf(withTable(table, { rows: [...ROWS, ...rows] })).map(([message, text]) => `${message} ${text}`);
    expect(own({ role: 'statistics' }, [])).toEqual([]);
    expect(own({})).toEqual(['formatFile.roleNeeded "lx.areas"']);
    expect(own({ role: 'requests' })).toEqual(['formatFile.roleTaken "requests"']);
    expect(own({ role: 'statistics' })).toEqual(['formatFile.notChoice "newReceived"']);
    const twice = [
      { key: 'x', label: '受理', role: 'received' },
      { key: 'received', label: '收到' },
    ];
    expect(own({ role: 'statistics' }, twice)).toEqual(['formatFile.idTwice "received"']);
  });

  it('are told of words by which no figure of a text is read', () => {
    const words = (...each: readonly string[]) =>
      problemsOf(withTable({}, { rows: [{ ...ROWS[0], words: ['各类之和'] }, { ...ROWS[1], words: each }, ROWS[2]!] }));
    expect(words('第一种')).toEqual([]);
    expect(words('甲')).toEqual([['formatFile.wordShort', '"甲"']]);
    expect(words('行政复议')).toEqual([['formatFile.wordTaken', '"行政复议"']]);
    expect(words('各类之和')).toEqual([['formatFile.wordTwice', '"各类之和"']]);
  });

  it('are read whole where nothing is wrong', () => {
    expect(problemsOf(withTable({ equations: [SUM] }))).toEqual([]);
    expect(problemsOf(edition({ sections: [{ id: 'overview', variants: ['全省总体情况'] }] }))).toEqual([]);
    expect(problemsOf(identifier('[A-Z]{2}[0-9]{4}|旧[0-9]+'))).toEqual([]);
    expect(problemsOf(implication({}))).toEqual([]);
    expect(problemsOf(bounded({ maximum: 3 }, '<='))).toEqual([]);
  });

  test.each([
    ['a pattern that is none', kinds({ titles: ['{节能报告'] }), 'formatFile.notPattern', '"{节能报告"'],
    ['no title', kinds({ titles: [] }), 'statuteFile.empty', '[]'],
    ['an id that is taken', kinds({ id: 'ogi-report' }), 'formatFile.idTwice', '"ogi-report"'],
    [
      'a title of the first kind',
      kinds({ titles: ['政府信息公开年度报告'] }),
      'formatFile.titleTaken',
      '"政府信息公开年度报告"',
    ],
    ['a title of the second', kinds({ titles: ['法治政府建设*报告'] }), 'formatFile.titleTaken', '"法治政府建设*报告"'],
    ['a year from elsewhere', kinds({ yearFrom: ['page'] }), 'formatFile.notChoice', '"page"'],
    ['an unknown kind', edition({ extends: undefined, kind: 'nowhere' }), 'formatFile.unknownKey', '"nowhere"'],
    [
      'another kind than its base',
      edition({ kind: 'rule-of-law-report' }),
      'formatFile.otherKind',
      '"rule-of-law-report"',
    ],
  ])('name %s in kinds of report', (_, text, message, at) => {
    expect(problemsOf(text)).toContainEqual([message, at]);
  });

  it('may have kinds whose titles no other has, with editions for years that other kinds have, too', () => {
    expect(problemsOf(kinds({}))).toEqual([]);
    expect(problemsOf(kinds({}), kinds({ id: 'other', titles: ['节水报告'] }, 'water'))).toEqual([]);
    expect(problemsOf(kinds({ titles: ['[年度]节能*报告'] }, 'b'))).toEqual([]);
    const second = readFormatFiles([
      { uri: 'file:///0.json', text: kinds({}) },
      { uri: 'file:///1.json', text: kinds({ id: 'other', titles: ['节能*报告'] }, 'b') },
    ]);
    expect(second.problems.get('file:///1.json')?.map(({ message }) => message)).toContain('formatFile.titleTaken');
  });

  test.each([
    ['no JSON', '{ "editions": [', 'statuteFile.syntax', ''],
    ['no list', '{ "editions": {} }', 'statuteFile.notList', '{}'],
    ['nothing', '{}', 'statuteFile.missing', '{'],
    ['an unknown name', edition({ sectoins: [] }), 'statuteFile.unknownName', '"sectoins"'],
    [
      '__proto__ as a name',
      edition().replace('"name"', '"__proto__":{"id":"x"},"name"'),
      'statuteFile.unknownName',
      '"__proto__"',
    ],
    ['a name that stands twice', edition().replace('"name"', '"id":"x","name"'), 'statuteFile.nameTwice', '"id"'],
    ['no name', edition({ name: undefined }), 'statuteFile.missing', '{'],
    ['an id of signs', edition({}, '__proto__'), 'formatFile.notId', '"__proto__"'],
    ['an id that all objects have', edition({}, 'constructor'), 'formatFile.notId', '"constructor"'],
    ['an id of a built-in edition', edition({}, '2021'), 'formatFile.idTwice', '"2021"'],
    ['a year as text', edition({ years: { from: '2023' } }), 'formatFile.notYear', '"2023"'],
    ['a year without reports', edition({ years: { from: 1999 } }), 'formatFile.notYear', '1999'],
    [
      'years that end before they begin',
      edition({ years: { from: 2023, to: 2021 } }),
      'formatFile.yearsReversed',
      '{"from":2023,"to":2021}',
    ],
    ['what it extends unknown', edition({ extends: '2022' }), 'formatFile.unknownEdition', '"2022"'],
    ['itself extended', edition({ extends: 'linxi' }), 'formatFile.circular', '"linxi"'],
    ['a flag as text', edition({ isPrescribed: '是' }), 'formatFile.notFlag', '"是"'],
    [
      'a word that is no choice',
      edition({ sections: [{ id: 'x', title: 'x', requirement: '必须' }] }),
      'formatFile.notChoice',
      '"必须"',
    ],
    [
      'a statute that is not built in',
      edition({ legalBasis: { statute: 'ogi', articles: [1] } }),
      'formatFile.unknownStatute',
      '"ogi"',
    ],
    [
      'a day that no month has',
      edition({ deadlines: [{ who: 'everybody', month: 2, day: 30, basis: 'x' }] }),
      'formatFile.noSuchDay',
      '30',
    ],
    ['a new section without title', edition({ sections: [{ id: 'x' }] }), 'formatFile.needed', '"x"'],
    [
      'a section behind none',
      edition({ sections: [{ id: 'x', title: 'x', after: 'y' }] }),
      'formatFile.unknownKey',
      '"y"',
    ],
    [
      'a section twice',
      edition({
        sections: [
          { id: 'x', title: 'x' },
          { id: 'x', title: 'y' },
        ],
      }),
      'formatFile.idTwice',
      '"x"',
    ],
    ['a table in no section', withTable({ section: 'nowhere' }), 'formatFile.unknownKey', '"nowhere"'],
    ['a new table without parts', withTable({ parts: undefined }), 'formatFile.needed', '"lx.areas"'],
    ['no rows', withTable({}, { rows: [] }), 'statuteFile.empty', '[]'],
    ['a row without label', withTable({}, { rows: [{ key: 'x' }] }), 'formatFile.needed', '{"key":"x"}'],
    ['a key twice', withTable({}, { rows: [...ROWS, { key: 'one', label: '别的' }] }), 'formatFile.idTwice', '"one"'],
    [
      'a row that no label leads to',
      withTable({}, { rows: [...ROWS, { key: 'x', label: '第二类' }] }),
      'formatFile.labelTwice',
      '{"key":"x","label":"第二类"}',
    ],
    [
      'a column that no label leads to',
      withTable({}, { columns: [...COLUMNS, { key: 'x', label: '丙', variants: ['乙'] }] }),
      'formatFile.labelTwice',
      '{"key":"x","label":"丙","variants":["乙"]}',
    ],
    ['an equation of rows that are none', equation({ right: ['one', 'tow'] }), 'formatFile.unknownKey', '"tow"'],
    ['an equation in columns that are none', equation({ each: ['x'] }), 'formatFile.unknownKey', '"x"'],
    ['rows where columns are meant', equation({ over: 'rows' }), 'formatFile.overColumns', '"rows"'],
    [
      'columns where rows are meant',
      equation({ left: [COLUMNS[0]!.key], right: [COLUMNS[0]!.key] }),
      'formatFile.overRows',
      '"columns"',
    ],
    ['an equation that always holds', equation({ right: ['sum'] }), 'formatFile.termTwice', '"sum"'],
    ['an equation of nothing', equation({ left: [] }), 'statuteFile.empty', '[]'],
    ['a total that is a bound', equation({ operator: '>=' }), 'formatFile.noTotal', '"left"'],
    ['a total of two', equation({ left: ['sum', 'one'], right: ['two'] }), 'formatFile.noTotal', '"left"'],
    [
      'a subtotal of rows that are none',
      withTable({ subtotals: [{ name: 's', rows: ['x'] }] }),
      'formatFile.unknownKey',
      '"x"',
    ],
    ['an equation id twice', withTable({ equations: [SUM, SUM] }), 'formatFile.idTwice', '"E1"'],
    [
      'a kind of cell that there is not',
      pairs({ key: 'x', label: '项', type: '文字' }),
      'formatFile.notChoice',
      '"文字"',
    ],
    ['a number as text', pairs({ key: 'x', label: '项', minimum: '1' }), 'formatFile.notNumber', '"1"'],
    ['bounds reversed', pairs({ key: 'x', label: '项', minimum: 9, maximum: 1 }), 'formatFile.boundsReversed', '9'],
    ['bounds of words', pairs({ key: 'x', label: '项', type: 'text', minimum: 9 }), 'formatFile.notForType', '9'],
    [
      'a choice of nothing',
      withTable({}, { columns: [{ key: 'c', label: '列', type: 'choice' }] }),
      'formatFile.choicesNeeded',
      '"choice"',
    ],
    ['choices of a count', pairs({ key: 'x', label: '项', choices: ['甲'] }), 'formatFile.notForType', '["甲"]'],
    [
      'a pattern of a text',
      pairs({ key: 'x', label: '项', type: 'text', pattern: '[0-9]' }),
      'formatFile.notForType',
      '"[0-9]"',
    ],
    ['a pattern with groups', identifier('(a+)+b'), 'formatFile.badPattern#group', '"(a+)+b"'],
    ['a pattern that looks back', identifier('(a)\\1'), 'formatFile.badPattern#group', '"(a)\\\\1"'],
    ['a pattern with a count of a count', identifier('a**'), 'formatFile.badPattern#count', '"a**"'],
    ['a pattern of a million signs', identifier('a{1,999999}'), 'formatFile.badPattern#count', '"a{1,999999}"'],
    [
      'a pattern of too many states',
      identifier('a{100}'.repeat(20)),
      'formatFile.badPattern#tooLong',
      `"${'a{100}'.repeat(20)}"`,
    ],
    ['a pattern with brackets left open', identifier('[0-9'), 'formatFile.badPattern#class', '"[0-9"'],
    ['a pattern with a class backwards', identifier('[9-0]'), 'formatFile.badPattern#class', '"[9-0]"'],
    ['a pattern with a class of its own', identifier('\\w+'), 'formatFile.badPattern#escape', '"\\\\w+"'],
    ['a pattern of nothing', identifier('a|'), 'formatFile.badPattern#nothing', '"a|"'],
    ['a pattern that is none', identifier(5), 'statuteFile.notText', '5'],
    [
      'an equation of columns where there is one',
      pairs({ key: 'x', label: '项' }, { equations: [{ ...SUM, over: 'rows' }] }),
      'formatFile.keyValueOver',
      '"rows"',
    ],
    [
      'columns beside labels and values',
      pairs({ key: 'x', label: '项' }, {}, { columns: COLUMNS }),
      'formatFile.keyValueAlone',
      'true',
    ],
    [
      'too many merged cells',
      pairs({ key: 'x', label: '项', path: ['甲', '乙', '丙'] }),
      'formatFile.keyValueDepth',
      '["甲","乙","丙"]',
    ],
    [
      'pairs in a table with a head',
      withTable({}, { rows: [{ key: 'x', label: '项', beside: true }] }),
      'formatFile.keyValueOnly',
      'true',
    ],
    ['no columns', withTable({}, { columns: undefined }), 'formatFile.needed', JSON.stringify({ rows: ROWS })],
    [
      'words in an equation',
      pairs({ key: 'x', label: '项' }, { equations: [{ ...SUM, left: ['name'], right: ['count', 'x'] }] }),
      'formatFile.wordsInEquation',
      '"name"',
    ],
    [
      'an equation that no figures fulfil',
      bounded({ minimum: 5 }, '=').replace('"label":"合计数"', '"label":"合计数","maximum":4'),
      'formatFile.neverHolds',
      JSON.stringify({ ...SUM, operator: '=', right: ['x'], total: 'none' }),
    ],
    [
      'an equation that all figures fulfil',
      bounded({ maximum: 0 }, '>='),
      'formatFile.alwaysHolds',
      JSON.stringify({ ...SUM, operator: '>=', right: ['x'], total: 'none' }),
    ],
    ['an implication of rows that are none', implication({ empty: ['nam'] }), 'formatFile.unknownKey', '"nam"'],
    [
      'a condition on a row that is none',
      implication({ when: [{ row: 'x', is: '否' }] }),
      'formatFile.unknownKey',
      '"x"',
    ],
    [
      'a condition that no answer meets',
      implication({ when: [{ row: 'has', is: '无此项' }] }),
      'formatFile.notAnswer',
      '"无此项"',
    ],
    ['an implication of its own condition', implication({ empty: ['has'] }), 'formatFile.termTwice', '"has"'],
    ['an implication without conditions', implication({ when: [] }), 'statuteFile.empty', '[]'],
    [
      'a state of verification that there is not',
      pairs({ key: 'x', label: '项', verification: '已核实' }),
      'formatFile.notChoice',
      '"已核实"',
    ],
  ])('with %s are faulty where that stands', (_, text, message, at) => {
    const found = problemsOf(text);
    expect(found.map(([id]) => id)).toContain(message);
    const [, place] = found.find(([id]) => id === message)!;
    expect(place).toBe(at);
  });

  it('a table that reports cannot tell from another is warned of', () => {
    const parts = [{ columns: COLUMNS, rows: ROWS.slice(1) }];
    const tables = [ROWS, ROWS.slice(1)].map((rows, i) => ({
      id: `t${String(i)}`,
      title: '表',
      section: 'overview',
      parts: [{ ...parts[0], rows }],
    }));
    expect(problemsOf(edition({ tables }))).toEqual([['formatFile.tablesAlike', '"t1"']]);
  });

  it('a table changed so that an equation of the extended edition names nothing is faulty', () => {
    const parts = [{ columns: COLUMNS, rows: ROWS }];
    const found = problemsOf(edition({ tables: [{ id: 't3.requests', parts }] })).map(([id]) => id);
    expect(found).toEqual(['formatFile.equationLost']);
    expect(problemsOf(edition({ tables: [{ id: 't3.requests', parts, equations: [SUM], subtotals: [] }] }))).toEqual(
      [],
    );
  });

  it('an equation across parts is faulty', () => {
    const parts = [
      { columns: COLUMNS, rows: ROWS.slice(0, 2) },
      { columns: COLUMNS, rows: ROWS.slice(2) },
    ];
    expect(problemsOf(withTable({ parts, equations: [SUM] })).map(([id]) => id)).toEqual(['formatFile.acrossParts']);
  });

  it('one that extends none says of which kind it is: it would take the place of the report’s own', () => {
    const { editions } = JSON.parse(edition()) as { editions: Record<string, unknown>[] };
    const alone = (changes: object) =>
      JSON.stringify({ editions: [{ ...editions[0], extends: undefined, ...changes }] });
    expect(problemsOf(alone({})).map(([id]) => id)).toEqual(['formatFile.kindNeeded']);
    expect(idsOf(alone({}))).toEqual([]);
    expect(idsOf(alone({ kind: 'ogi-report', sections: [], tables: [] }))).toEqual(['linxi']);
  });

  it('a faulty one never takes the good ones down', () => {
    expect(
      idsOf('{', edition({}, 'good'), edition({ sections: [{ id: 'x' }], years: { from: 2020, to: 2020 } }, 'bad')),
    ).toEqual(['good']);
    const both = JSON.parse(edition({}, 'good')) as { editions: object[] };
    both.editions.push({ ...(JSON.parse(edition({ extends: 'none' }, 'bad')) as typeof both).editions[0] });
    expect(idsOf(JSON.stringify(both))).toEqual(['good']);
  });

  it('one that extends another stands behind it, in whatever order the files are', () => {
    const town = edition({ extends: 'linxi', years: { from: 2020, to: 2020 } }, 'town');
    expect(idsOf(town, edition())).toEqual(['linxi', 'town']);
    expect(problemsOf(town, edition({ sections: [{ id: 'x' }] })).map(([id]) => id)).toEqual([
      'formatFile.extendsBroken',
    ]);
    expect(problemsOf(town, edition({ extends: 'town' })).map(([id]) => id)).toEqual(['formatFile.circular']);
  });

  it('two of them do not hold for one year', () => {
    expect(problemsOf(edition({ years: { from: 2021, to: 2024 } }, 'other'), edition())).toEqual([]);
    expect(problemsOf(edition(), edition({ years: { from: 2021, to: 2022 } }, 'earlier'))).toEqual([]);
    const later = { uri: 'file:///b.json', text: edition({}, 'other') };
    const { problems } = readFormatFiles([{ uri: 'file:///a.json', text: edition() }, later]);
    expect(problems.get('file:///b.json')?.map(({ message }) => message)).toEqual(['formatFile.yearsTaken']);
  });

  test.each([
    [
      'rows',
      withTable(
        {},
        { rows: Array.from({ length: 25_000 }, (_, i) => ({ key: `k${String(i)}`, label: `行${String(i)}` })) },
      ),
    ],
    [
      'columns',
      withTable({}, { columns: Array.from({ length: 25_000 }, (_, i) => ({ key: `k${String(i)}`, label: '列' })) }),
    ],
    [
      'patterns',
      pairs(
        { key: 'z', label: '末' },
        {},
        {
          rows: Array.from({ length: 6000 }, (_, i) => ({
            key: `k${String(i)}`,
            label: '同',
            type: 'identifier',
            pattern: `${'[a-z]{9}'.repeat(15)}(`,
          })),
        },
      ),
    ],
    ['brackets', `{ "editions": ${'['.repeat(400_000)}`],
    [
      'editions',
      JSON.stringify({
        editions: Array.from({ length: 12_000 }, (_, i) => ({
          id: `e${String(i)}`,
          extends: `e${String(i + 1)}`,
          name: 'x',
          years: { from: 2020 },
        })),
      }),
    ],
    ['terms', equation({ right: Array.from({ length: 100_000 }, (_, i) => `k${String(i)}`) })],
  ])('of a million signs, all %s, are refused at once', (_, text) => {
    const before = performance.now();
    const problems = problemsOf(text.slice(0, LIMITS.statuteFileLength));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(LIMITS.fileProblems + 1);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
