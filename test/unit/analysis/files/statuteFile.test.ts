import { contextOfYear, statuteOf } from '../../../../server/src/model/citations/citation.ts';
import { readFileSync } from 'node:fs';
import { LIMITS } from '../../../../server/src/text/limits.ts';
import { growthExponent } from '../../../support/growth.ts';
import { describe, expect, it } from 'vitest';
import { readStatuteFiles } from '../../../../server/src/analysis/files/statuteFile.ts';
import { uncheckedMessage } from '../../../../server/src/messages/text.ts';
import { citationsIn, readCitations } from '../../../../server/src/model/citations/citationScanner.ts';
import { localStatutes } from '../../../../server/src/statutes/registry/localStatutes.ts';
import { GUIDE_FILE, GUIDE_URI } from '../../../support/localStatutes.ts';

const URI = 'file:///w/%E6%B3%95%E8%A7%84.json';
const read = (text: string) => readStatuteFiles([{ uri: URI, text }]);

/** Each problem as its message and the words that it underlines. */
function problemsIn(text: string): string[] {
  const { problems } = read(text);
  return (problems.get(URI) ?? []).map(({ message: id, span }) => `${id} 「${text.slice(span.start, span.end)}」`);
}

const one = (members: string) => `{"statutes": [{"title": "临溪省政务公开办法", ${members}}]}`;

describe('statutes of a workspace', () => {
  it('are read without a problem', () => {
    const {
      documents: { statutes },
      problems,
    } = readStatuteFiles([{ uri: GUIDE_URI, text: GUIDE_FILE }]);
    expect(problems.get(GUIDE_URI)).toEqual([]);
    expect(statutes.map(({ title, documentNumber, effective }) => [title, documentNumber, effective])).toEqual([
      ['临溪省政府信息公开规定', '临溪省人民政府令第88号', '2014-03-01'],
      ['临溪省政府信息公开规定', '临溪省人民政府令第120号', '2021-01-01'],
    ]);
    expect(statutes[0]?.superseded).toEqual({ by: statutes[1]?.id, from: '2021-01-01' });
  });

  const local = localStatutes(readStatuteFiles([{ uri: GUIDE_URI, text: GUIDE_FILE }]).documents);
  it.each([
    ['按照《临溪省政府信息公开规定》第十二条的要求', 2024, '临溪省人民政府令第120号', 12],
    ['按照《临溪省政府信息公开规定》第十二条的要求', 2018, '临溪省人民政府令第88号', 12],
    ['根据临溪省政府信息公开规定第3条', 2024, '临溪省人民政府令第120号', 3],
    ['依据《临溪省 政府信息公开规定》（临溪省人民政府令第88号）第九条', 2024, '临溪省人民政府令第88号', 9],
    ['临溪省人民政府令第１２０号第十二条', 2024, '临溪省人民政府令第120号', 12],
    ['落实《省公开规定》第十二条', 2024, '临溪省人民政府令第120号', 12],
  ])('are cited like any other: %s in %i', (text, year, number, article) => {
    const context = contextOfYear(year, local);
    const [citation] = citationsIn(text, context);
    expect(citation && statuteOf(citation, context)?.documentNumber).toBe(number);
    expect(citation?.article).toBe(article);
  });

  it('are named by number alone', () => {
    const context = contextOfYear(2024, local);
    const [mention] = readCitations('印发《工作要点》（临溪省人民政府令第120号）', context).mentions;
    expect(mention && statuteOf(mention, context)?.title).toBe('临溪省政府信息公开规定');
  });

  it('leave the regulation what it is', () => {
    const context = contextOfYear(2024, local);
    expect(
      citationsIn('《政府信息公开条例》第二十条、《条例》第三十三条', context).map(({ statuteId }) => statuteId),
    ).toEqual(['ogi-2019', 'ogi-2019']);
    expect(citationsIn('某省政府信息公开规定第三条', context).map(({ statuteId }) => statuteId)).toEqual([null]);
  });
});

describe('what was not verified', () => {
  it('is taken over by the names of the fields', () => {
    const { documents, problems } = read(one('"number": "临政发〔2023〕5号", "unverified": ["number", "repealed"]'));
    expect(problems.get(URI)).toEqual([]);
    expect(documents.statutes[0]?.unverified).toEqual(['documentNumber', 'repeal']);
  });
});

describe('documents on policy', () => {
  const { documents, problems } = read(
    JSON.stringify({
      policies: [
        { number: '甲府办发〔2024〕7号', title: '《2024年政务公开工作要点》', explanation: '甲县的。' },
        { number: '乙府办发〔2024〕7号', title: '2024年政务公开工作要点', unverified: ['number'] },
      ],
    }),
  );
  const context = contextOfYear(2024, localStatutes(documents));

  it('may share a title: they are known by number', () => {
    expect(problems.get(URI)).toEqual([]);
    expect(documents.policies.map(({ title, verification }) => [title, verification])).toEqual([
      ['2024年政务公开工作要点', 'verified'],
      ['2024年政务公开工作要点', 'unverified'],
    ]);
    const numbers = (text: string) => readCitations(text, context).mentions.map(({ policy }) => policy?.number);
    expect(numbers('落实《2024年政务公开工作要点》（乙府办发[2024]7号）')).toEqual(['乙府办发〔2024〕7号']);
    expect(numbers('落实甲府办发〔２０２４〕7号文件')).toEqual(['甲府办发〔2024〕7号']);
    expect(numbers('落实《2024年政务公开工作要点》')).toEqual([undefined]);
  });
});

describe('a faulty file', () => {
  it.each([
    ['', 'statuteFile.syntax 「」'],
    ['[]', 'statuteFile.notObject 「[]」'],
    ['{"statutes": 3}', 'statuteFile.notList 「3」'],
    ['{}', 'statuteFile.missing 「{」'],
    ['{"statutes": [{"title": "甲办法"},]}', 'statuteFile.syntax 「]」'],
    ['{"statutes": [{"title": "甲办法"}', 'statuteFile.syntax 「」'],
    ['{"statutes": [{"version": "2020年"}]}', 'statuteFile.missing 「{」'],
    ['{"statutes": ["甲办法"]}', 'statuteFile.notObject 「"甲办法"」'],
    [one('"effective": "2023-02-30"'), 'statuteFile.notDate 「"2023-02-30"」'],
    [one('"effective": 2023'), 'statuteFile.notText 「2023」'],
    [one('"efective": "2023"'), 'statuteFile.unknownName 「"efective"」'],
    [one('"title": "乙办法"'), 'statuteFile.nameTwice 「"title"」'],
    [one('"aliases": ["办法"]'), 'statuteFile.aliasTooShort 「"办法"」'],
    [one('"aliases": ["《政府信息公开条例》"]'), 'statuteFile.nameTaken 「"临溪省政务公开办法"」'],
    [one('"number": "无号"'), 'statuteFile.notNumber 「"无号"」'],
    [one('"unverified": ["number", "title"]'), 'statuteFile.notVerifiable 「"title"」'],
    ['{"policies": [{"title": "甲县工作要点"}]}', 'statuteFile.missing 「{」'],
    ['{"policies": [{"title": "甲县工作要点", "number": "无号"}]}', 'statuteFile.notNumber 「"无号"」'],
    [
      '{"policies": [{"title": "甲", "number": "甲府发〔2024〕1号"}, {"title": "乙", "number": "甲府发[2024]1号"}]}',
      'statuteFile.numberTaken 「"甲府发[2024]1号"」',
    ],
    [
      '{"policies": [{"title": "工作要点", "number": "国办发〔2018〕23号"}]}',
      'statuteFile.numberTaken 「"国办发〔2018〕23号"」',
    ],
    [one('"publication": "javascript:alert(1)"'), 'statuteFile.notAddress 「"javascript:alert(1)"」'],
    [one('"publication": "http://example.com/"'), 'statuteFile.notAddress 「"http://example.com/"」'],
    [one('"articleCount": 0'), 'statuteFile.notCount 「0」'],
    [one('"articleCount": 3, "clauses": [{"article": 4, "explanation": "某条"}]'), 'statuteFile.articleBeyond 「4」'],
    [
      one('"clauses": [{"article": 4, "explanation": "某条"}, {"article": 4, "explanation": "又一条"}]'),
      'statuteFile.articleTwice 「4」',
    ],
    [one('"clauses": [{"article": 4}]'), 'statuteFile.missing 「{」'],
    [one('"clauses": [{"article": 4, "explanation": " "}]'), 'statuteFile.empty 「" "」'],
    [one('"effective": "2020-01-01", "repealed": "2019-01-01"'), 'statuteFile.repealedEarlier 「"2019-01-01"」'],
    [
      '{"statutes": [{"title": "中华人民共和国政府信息公开条例"}]}',
      'statuteFile.sameVersion 「"中华人民共和国政府信息公开条例"」',
    ],
    [
      '{"statutes": [{"title": "甲县公开办法"}, {"title": "甲县公开办法"}]}',
      'statuteFile.sameVersion 「"甲县公开办法"」',
    ],
  ])('%s', (text, expected) => {
    const problems = problemsIn(text);
    expect(problems[0]).toBe(expected);
    expect(problems).toHaveLength(1);
    for (const language of ['zh-CN', 'en'] as const) {
      const [id = ''] = expected.split(' ');
      expect(uncheckedMessage(language, id, {})).not.toBe(id);
    }
  });

  it('keeps what is sound in it', () => {
    const {
      documents: { statutes },
    } = read(
      '{"statutes": [{"title": "甲县公开办法", "effective": "昨天", "clauses": [{"article": 1, "explanation": "目的"}, {"article": "二"}]}, {}]}',
    );
    expect(statutes.map(({ title, articles }) => [title, articles.map(({ no }) => no)])).toEqual([
      ['甲县公开办法', [1]],
    ]);
  });

  it('is told from one that cannot be read, or is too large', () => {
    const { problems } = readStatuteFiles([
      { uri: 'a', text: null },
      { uri: 'b', text: ' '.repeat(1_000_001) },
    ]);
    expect([...problems.values()].map(each => each[0]?.message)).toEqual([
      'statuteFile.unreadable',
      'statuteFile.tooLarge',
    ]);
  });

  it.each([
    ['with many names', (n: number) => n, 200],
    ['of one title, versions with many names', (n: number) => n, 200],
    ['in many files', (n: number) => n * 5, 1],
  ])('takes as long as it has statutes: %s', (kind, statutes, names) => {
    const make = (size: number) => {
      const isOne = kind.includes('one title');
      const all = Array.from({ length: statutes(size) }, (_, i) => ({
        title: isOne ? '临溪省政务公开办法' : `临溪省第${String(i)}号公开办法`,
        effective: `${String(1000 + i)}-01-01`,
        aliases: Array.from({ length: names }, (__, j) => `临溪省公开规定之${String(isOne ? 0 : i)}之${String(j)}`),
      }));
      return all.map((statute, i) => ({
        uri: `file:///w/${String(i)}.json`,
        text: JSON.stringify({ statutes: [statute] }),
      }));
    };
    expect(readStatuteFiles(make(20)).documents.statutes).toHaveLength(statutes(20));
    expect(growthExponent(make, files => readStatuteFiles(files), 30)).toBeLessThan(1.5);
  });

  it('names no more problems than people read', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `"甲${String(i)}": 1`).join(', ');
    const problems = problemsIn(one(names));
    expect(problems).toHaveLength(LIMITS.fileProblems + 1);
    expect(problems.at(-1)).toContain('statuteFile.more');
  });

  it('may begin with a byte order mark and nest deeply', () => {
    expect(problemsIn(`\ufeff${one('"effective": "x"')}`)).toEqual(['statuteFile.notDate 「"x"」']);
    expect(() => read('['.repeat(400_000))).not.toThrow();
  });
});

describe('the published schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../../schemas/statutes.schema.json', import.meta.url), 'utf8'),
  ) as {
    definitions: Record<string, { properties?: Record<string, unknown> }>;
  };

  it('names the members that are read', () => {
    const unknown =
      readStatuteFiles([
        {
          uri: 'a',
          text: '{"statutes": [{"title": "甲县办法", "x": 1, "clauses": [{"article": 1, "explanation": "甲", "y": 1}]}], "policies": [{"number": "甲府发〔2024〕1号", "title": "甲", "z": 1}]}',
        },
      ]).problems.get('a') ?? [];
    const names = unknown.flatMap(problem =>
      problem.message === 'statuteFile.unknownName' ? [problem.args.names.split(', ').sort()] : [],
    );
    expect(names).toEqual(
      expect.arrayContaining([
        Object.keys(schema.definitions['statute']?.properties ?? {}).sort(),
        Object.keys(schema.definitions['policy']?.properties ?? {}).sort(),
        Object.keys(schema.definitions['clause']?.properties ?? {}).sort(),
      ]),
    );
  });
});
