import { describe, expect, it } from 'vitest';
import { readOfficialTexts } from '../../../../server/src/analysis/files/officialText.ts';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { readStatuteFiles } from '../../../../server/src/analysis/files/statuteFile.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { NO_CLIENT_CAPABILITIES } from '../../../../server/src/features/support/clientCapabilities.ts';
import { citationList } from '../../../../server/src/features/statutes/citationList.ts';
import { clauseAt, clauseInStatute } from '../../../../server/src/features/statutes/clauseAt.ts';
import { clauseLink, clauseLocation } from '../../../../server/src/features/statutes/definition.ts';
import { publicationLinks, statuteLinks } from '../../../../server/src/features/statutes/documentLinks.ts';
import { citedClauses, clauseReferences } from '../../../../server/src/features/statutes/references.ts';
import { completion } from '../../../../server/src/features/completion.ts';
import { hover } from '../../../../server/src/features/hover.ts';
import {
  fileAddresses,
  isStatuteAddress,
  SCHEME_ADDRESSES,
} from '../../../../server/src/features/statutes/statuteAddress.ts';
import { hoverInStatute } from '../../../../server/src/features/statutes/hover.ts';
import { clauseSymbols, statuteOutline } from '../../../../server/src/features/statutes/workspaceSymbols.ts';
import { StatuteDocuments } from '../../../../server/src/lsp/statuteDocuments.ts';
import { clauseName } from '../../../../server/src/statutes/registry/clauseText.ts';
import { localStatutes } from '../../../../server/src/statutes/registry/localStatutes.ts';
import { statutes } from '../../../../server/src/statutes/index.ts';
import type { LocalDocuments, Statute } from '../../../../server/src/statutes/types.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { numberToChinese } from '../../../../server/src/text/numerals.ts';
import { GUIDE_FILE, GUIDE_URI, TEXT_FILE, TEXT_URI } from '../../../support/localStatutes.ts';

const { documents } = readStatuteFiles([{ uri: GUIDE_URI, text: GUIDE_FILE }]);
const added = documents.statutes;
const { texts } = readOfficialTexts([{ uri: TEXT_URI, text: TEXT_FILE }], localStatutes(documents));
const shelf = new StatuteDocuments([{ formats: [], documents, texts, files: [] }], 'zh-CN', SCHEME_ADDRESSES);

const NOW = new Date(2026, 5, 1);
const year = (of: number, body: string) => `# 临溪县林业局${String(of)}年政府信息公开工作年度报告\n\n${body}\n`;

/** A workspace that adds these statutes alone. */
const only = (...own: readonly Statute[]): LocalDocuments => ({ statutes: own, policies: [] });

function snapshotOf(text: string, local: LocalDocuments = documents): Snapshot {
  return new Snapshot('file:///w/2024.md', 1, new Source(text), { ...DEFAULT_SETTINGS, localStatutes: local });
}

/** The draft without ‸, and the offset at which that stood. */
function marked(text: string): { snapshot: Snapshot; offset: number } {
  return { snapshot: snapshotOf(text.replace('‸', '')), offset: text.indexOf('‸') };
}

/** First line of what is opened for the place at ‸. */
function opened(text: string): string | undefined {
  const { snapshot, offset } = marked(text);
  const clause = clauseAt(snapshot, offset);
  const document = clause && shelf.open(clause.statuteId);
  if (!clause || !document) return undefined;
  const { line } = clauseLocation(document, clause).range.start;
  return document.source.slice(document.source.line(line)).trim();
}

describe('definition', () => {
  const regulation = statutes[0];
  const numbers = Array.from({ length: regulation?.articleCount ?? 0 }, (_, i) => i + 1);

  it('leads from every article of the regulation, in every form, to its heading', () => {
    expect(numbers).toHaveLength(56);
    for (const no of numbers) {
      const title = regulation?.articles.find(article => article.no === no)?.title ?? '';
      for (const cited of [
        `《中华人民共和国政府信息公开条例》第${numberToChinese(no)}‸条`,
        `《条例》第${String(no)}条‸`,
        `新《条例》第${numberToChinese(no)}‸条规定`,
        `根据‸《政府信息公开条例》第 ${String(no)} 条`,
      ]) {
        expect(opened(year(2024, `按照${cited}。`)), cited).toBe(`${clauseName({ article: no })}  ${title}`);
      }
    }
  });

  it('leads from every paragraph and item of the regulation to its line, where items are listed, else to the article', () => {
    for (const { no, paragraphs = 1, items } of regulation?.articles ?? []) {
      for (let paragraph = 1; paragraph <= paragraphs; paragraph++) {
        expect(opened(year(2024, `按照《条例》第${String(no)}条第${String(paragraph)}‸款。`))).toMatch(
          new RegExp(`^${clauseName({ article: no })}`),
        );
      }
      for (const { count, topics } of items) {
        for (let item = 1; item <= count; item++) {
          const topic = topics?.[item - 1];
          expect(
            opened(year(2024, `按照《条例》第${numberToChinese(no)}条第（${numberToChinese(item)}‸）项。`)),
          ).toMatch(
            topic ? new RegExp(`^第（${numberToChinese(item)}）项  `) : new RegExp(`^${clauseName({ article: no })}`),
          );
        }
      }
    }
  });

  it('leads to the statute where the clause does not exist', () => {
    expect(opened(year(2024, '按照《条例》第五十七‸条。'))).toBe('《中华人民共和国政府信息公开条例》（2019年修订）');
  });

  it('leads to the item where it is listed, and from captions in tables', () => {
    expect(opened(year(2024, '《条例》第二十条第（五‸）项'))).toMatch(/^第（五）项  /);
    expect(opened(year(2024, '| 甲 | 第二十条第（一‸）项 |\n|---|---|\n| 1 | 2 |'))).toMatch(/^第（一）项  /);
  });

  it('leads to the version of the report year, and from abbreviations, names and numbers to the beginning', () => {
    expect(opened(year(2018, '按照《条例》第十‸条。'))).toBe('第十条  县级以上政府及部门重点公开');
    expect(opened(year(2024, '《临溪省政府信息公开规定》（以下简称《规定》）已施行。根据《规‸定》办理。'))).toBe(
      '《临溪省政府信息公开规定》（2021年修订）',
    );
    expect(opened(year(2024, '依据国办公开办函〔2021‸〕30号。'))).toBe(
      '《中华人民共和国政府信息公开工作年度报告格式》（2021年格式）',
    );
  });

  it('is silent elsewhere and for what is not known', () => {
    expect(opened(year(2024, '本机关认真开‸展工作。'))).toBeUndefined();
    expect(opened(year(2024, '《某县办法》第三‸条'))).toBeUndefined();
  });

  it('says where it is asked from and holds the article around the place', () => {
    const { snapshot, offset } = marked(year(2024, '按照《条例》第三十三‸条答复。'));
    const clause = clauseAt(snapshot, offset);
    const document = clause && shelf.open(clause.statuteId);
    const link = clause && document && clauseLink(document, clause, snapshot.source);
    expect(link?.originSelectionRange).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 11 } });
    expect(link?.targetUri).toContain('annual-report-statute:/annual-report-statutes/');
    expect(link?.targetRange.start).toEqual(link?.targetSelectionRange.start);
    expect((link?.targetRange.end.line ?? 0) - (link?.targetRange.start.line ?? 0)).toBeGreaterThan(0);
  });
});

describe('a statute as a document', () => {
  it('has an address that says its title and leads back to it', () => {
    for (const statute of [...statutes, ...added]) {
      expect(SCHEME_ADDRESSES.statuteIdAt(SCHEME_ADDRESSES.addressOf(statute))).toBe(statute.id);
      // As an editor writes it.
      expect(SCHEME_ADDRESSES.statuteIdAt(encodeURI(decodeURIComponent(SCHEME_ADDRESSES.addressOf(statute))))).toBe(
        statute.id,
      );
      expect(shelf.at(SCHEME_ADDRESSES.addressOf(statute))?.statute.id).toBe(statute.id);
    }
    expect(SCHEME_ADDRESSES.statuteIdAt('file:///a?ogi-2019')).toBeUndefined();
    expect(isStatuteAddress('file:///a')).toBe(false);
    expect(shelf.at('annual-report-statute:/annual-report-statutes/x?none')).toBeUndefined();
  });

  it('has an address in a folder, under which it is found however its escapes are written', () => {
    const files = fileAddresses('file:///c%3A/cache/statutes');
    for (const statute of [...statutes, ...added]) {
      const uri = files.addressOf(statute);
      expect(files.statuteIdAt(uri)).toBe(statute.id);
      expect(files.statuteIdAt(encodeURI(decodeURIComponent(uri).replace('c:', 'C:')))).toBe(statute.id);
      expect(Buffer.byteLength(decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)))).toBeLessThan(256);
      expect(files.statuteIdAt(uri.replace('statutes/', 'statutes/x/'))).toBeUndefined();
    }
    expect(files.statuteIdAt('file:///c%3A/cache/statutes/a.txt')).toBeUndefined();
  });

  it.each([...statutes, ...added].map(statute => [statute.id, statute] as const))(
    '%s: outline, places and links fit its text',
    (_, statute) => {
      const document = shelf.open(statute.id);
      if (!document) throw new Error('not there');
      const { source, parts, clauses, links } = document;
      for (const { name, nameSpan, span } of parts) {
        expect(source.slice(nameSpan)).toBe(name);
        expect(span.start).toBeLessThanOrEqual(nameSpan.start);
        expect(span.end).toBeGreaterThanOrEqual(nameSpan.end);
      }
      for (const { span } of [...clauses, ...links]) expect(source.slice(span).trim()).toBe(source.slice(span));
      for (const article of statute.articles)
        expect(
          parts.filter(
            ({ kind, name }) => kind === 'article' && name.startsWith(`${clauseName({ article: article.no })}`),
          ),
        ).not.toHaveLength(0);
      for (const link of statuteLinks(document, shelf, SCHEME_ADDRESSES))
        expect(link.target).toMatch(/^annual-report-statute:.*#L\d+,\d+$/);
    },
  );

  it('has chapters with their articles as its outline', () => {
    const document = shelf.open('ogi-2019');
    const outline = document ? statuteOutline(document) : [];
    expect(outline.map(({ name }) => name.slice(0, 3))).toEqual([
      '第一章',
      '第二章',
      '第三章',
      '第四章',
      '第五章',
      '第六章',
    ]);
    expect(outline.flatMap(({ children }) => children ?? [])).toHaveLength(56);
  });

  it('links to the other version and explains what it links to', () => {
    const document = shelf.open('ogi-2007');
    if (!document) throw new Error('not there');
    const at = document.source.text.indexOf('第二十条', document.source.text.indexOf('第十条  '));
    expect(clauseInStatute(document, at)).toMatchObject({ statuteId: 'ogi-2019', article: 20 });
    expect(hoverInStatute(document, at, shelf, 'zh-CN')?.contents).toContain('2019年修订');
    const own = document.source.text.indexOf('第十条  ');
    expect(clauseInStatute(document, own)).toMatchObject({ statuteId: 'ogi-2007', article: 10 });
    expect(clauseInStatute(document, 1)).toMatchObject({ statuteId: 'ogi-2007' });
    expect(hoverInStatute(document, 1, shelf, 'zh-CN')?.contents).toContain('国务院令第492号');
    expect(hoverInStatute(document, document.source.text.indexOf('以下是'), shelf, 'zh-CN')).toBeNull();
  });

  it('shows the official wording behind the explanation', () => {
    const document = shelf.open(added[1]?.id ?? '');
    expect(document?.source.text).toContain(
      '第十二条  发布时限\n    政府信息应在形成后15个工作日内公开，比国家规定的20个工作日短。',
    );
    expect(document?.source.text).toContain(
      '    原文：\n      政府信息自形成之日起15个工作日内公开。\n      下列信息应当即时公开：\n      （一）部门文件；',
    );
    expect(document?.source.text).toContain('原文取自“本省.md”');
    // An article that is only in the official text.
    expect(document?.source.text).toContain('第一条\n    原文：');
  });
});

describe('references', () => {
  const DRAFT = year(
    2024,
    [
      '按照《条例》第二十条公开，依据《条例》第二十条第（一）项和第（三）项至第（五）项。',
      '原《条例》第二十条除外。',
      '',
      '| 第二十条第（一）项 | 第二十条第（四）项 |',
      '|---|---|',
      '| 1 | 2 |',
    ].join('\n'),
  );
  const citing = (clause: string) => {
    const { snapshot, offset } = marked(DRAFT.replace('# ', `# `).replace('按照', `见《条例》${clause}‸。按照`));
    const found = clauseAt(snapshot, offset);
    return found
      ? clauseReferences(snapshot.uri, citedClauses(snapshot), found).map(({ range }) =>
          snapshot.source.slice({
            start: snapshot.source.offsetAt(range.start),
            end: snapshot.source.offsetAt(range.end),
          }),
        )
      : [];
  };

  it('of an article are those of its items too, not those of another version', () => {
    expect(citing('第二十条')).toEqual([
      '《条例》第二十条',
      '《条例》第二十条',
      '《条例》第二十条第（一）项',
      '第（三）项',
      '第（五）项',
      '第二十条第（一）项',
      '第二十条第（四）项',
    ]);
  });

  it('of an item are the ranges that hold it', () => {
    expect(citing('第二十条第（四）项')).toEqual(['《条例》第二十条第（四）项', '第（五）项', '第二十条第（四）项']);
    expect(citing('第二十条第（一）项')).toEqual([
      '《条例》第二十条第（一）项',
      '《条例》第二十条第（一）项',
      '第二十条第（一）项',
    ]);
  });

  it('of a statute are its names and its clauses', () => {
    const { snapshot, offset } = marked(year(2024, '《临溪省政府信息公开规定》‸和《临溪省政府信息公开规定》第三条。'));
    const found = clauseAt(snapshot, offset);
    expect(found && clauseReferences(snapshot.uri, citedClauses(snapshot), found)).toHaveLength(2);
  });
});

describe('clauses by topic', () => {
  const names = (query: string) =>
    clauseSymbols(query, shelf).map(({ name, containerName }) => `${name} ${containerName ?? ''}`);

  it('need every word', () => {
    const found = names('依申请公开 期限');
    expect(found[0]).toMatch(
      /^第三十三条 .*《中华人民共和国政府信息公开条例》（2019年修订） · 第四章 依申请公开、答复期限、/,
    );
    expect(names('依申请公开　期限')).toEqual(found.map(name => name));
    expect(names('依申请公开 没有这个词')).toEqual([]);
  });

  it('are found by number, title and in local rules; nothing is listed for nothing', () => {
    expect(names('信息公开条例 第五十条 2019')[0]).toContain('第五十条');
    expect(names('临溪省 时限')).toEqual([expect.stringContaining('第十二条 发布时限')]);
    expect(names('  ')).toEqual([]);
    // An editor may leave out the blanks.
    expect(names('依申请公开期限').map(name => name.split(' ')[0])).toEqual(
      names('依申请公开 期限').map(name => name.split(' ')[0]),
    );
    expect(clauseSymbols('公开', shelf).length).toBeLessThanOrEqual(100);
  });

  it('have names with the letters of the query in their order', () => {
    for (const query of ['依申请公开 期限', '期限 依申请公开', '20个工作日', '主动公开']) {
      for (const { name } of clauseSymbols(query, shelf)) {
        let at = 0;
        for (const sign of query.replace(' ', '')) {
          at = name.indexOf(sign, at) + 1;
          expect(at, `${name} ← ${query}`).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('links to the official publication', () => {
  it('stand on the names of statutes whose address is known', () => {
    const { snapshot } = marked(year(2024, '《临溪省政府信息公开规定》（以下简称《规定》）和《条例》第三条。'));
    expect(publicationLinks(snapshot, 'zh-CN')).toEqual([
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 13 } },
        target: 'https://www.example.gov.cn/gongkai/120.html',
        tooltip: '打开官方公布',
      },
    ]);
  });

  it.each([
    '《临溪省<b>政府信息</b>公开&nbsp;规定》',
    '&#12298;临溪省政府信息公开规定&#12299;',
    '《临溪省 政府信息公开<span style="color:red">规定》</span>',
  ])('hold the whole name of a web page: %s', name => {
    const text = `<html><body><h1>临溪县林业局2024年政府信息公开工作年度报告</h1>\n<p>根据${name}（以下简称《规定》）编制。</p></body></html>\n`;
    const snapshot = snapshotOf(text);
    const [link] = publicationLinks(snapshot, 'zh-CN');
    const { source } = snapshot;
    const linked = link
      ? source.slice({ start: source.offsetAt(link.range.start), end: source.offsetAt(link.range.end) })
      : '';
    expect([name, name.replace('</span>', '')]).toContain(linked);
  });

  it('are never other than https, whatever the data say', () => {
    const [first] = added;
    const hostile = ['http://a.example/', 'command:workbench.action.quit', 'javascript:1', ' https://a'].map(
      (publication, i): Statute => ({
        ...(first as Statute),
        id: `x-${String(i)}`,
        title: `甲乙丙丁办法${numberToChinese(i + 1)}`,
        publication,
      }),
    );
    const draft = year(2024, hostile.map(({ title }) => `《${title}》`).join('，'));
    expect(publicationLinks(snapshotOf(draft, only(...hostile)), 'zh-CN')).toEqual([]);
  });
});

describe('the list of citations', () => {
  it('says the state of each', () => {
    const { entries, markdown } = citationList(
      snapshotOf(
        year(
          2018,
          [
            '根据《条例》第十条、第九十九条，《临溪省政府信息公开规定》第十二条，《某某办法》第二条，',
            '国办发〔2018〕23号，《行政复议法》第十一条。',
          ].join(''),
        ),
      ),
      'zh-CN',
      NOW,
    );
    expect(entries.map(({ text, state }) => [text, state])).toEqual([
      ['《条例》第十条', 'superseded'],
      ['第九十九条', 'superseded'],
      ['《临溪省政府信息公开规定》第十二条', 'superseded'],
      ['《某某办法》第二条', 'unknown'],
      ['国办发〔2018〕23号', 'unknown'],
      ['《行政复议法》第十一条', 'superseded'],
    ]);
    expect(entries[0]?.note).toBe('已修订（2019年5月15日起为2019年修订）；2018年度报告适用这一版');
    expect(entries[1]?.note).toContain('没有这一条款');
    expect(entries[3]?.note).toBe('未知（没有收录，可在工作区补充）');
    expect(markdown).toContain('共 6 处：已修订 4，未知 2');
    expect(markdown).toContain('| 3 | 《条例》第十条 | 《中华人民共和国政府信息公开条例》（2007年公布）第十条 |');
  });

  it('names what is repealed, and what was in force neither then nor now', () => {
    const of = (changes: Partial<Statute>) =>
      citationList(
        snapshotOf(year(2024, '《临溪省政府信息公开规定》。'), only({ ...(added[1] as Statute), ...changes })),
        'zh-CN',
        NOW,
      ).entries[0];
    expect(of({})?.state).toBe('inForce');
    expect(of({ repealed: '2022-01-01' })).toMatchObject({ state: 'repealed', note: '已废止（2022年1月1日）' });
    expect(of({ repealed: '2030-01-01' })?.state).toBe('inForce');
    expect(of({ effective: '2030-01-01' })?.state).toBe('notYet');
    expect(of({ effective: '2025-01-01' })).toMatchObject({
      state: 'inForce',
      note: '现行有效；2025年1月1日起适用，晚于报告年度',
    });
    expect(of({ verification: 'unverified' })?.state).toBe('unknown');
  });

  it('is empty for a draft that cites nothing', () => {
    expect(citationList(snapshotOf(year(2024, '没有。')), 'en', NOW).entries).toEqual([]);
  });
});

describe('hover', () => {
  const contents = (text: string, language: 'zh-CN' | 'en' = 'zh-CN') => {
    const { snapshot, offset } = marked(text);
    return hover(snapshot, offset, language, texts)?.contents ?? '';
  };

  it('explains a local rule with the official wording beside it', () => {
    const found = contents(year(2024, '按照《省公开规定》第十二‸条公开。'));
    expect(found).toContain('《临溪省政府信息公开规定》第十二条');
    expect(found).toContain('比国家规定的20个工作日短');
    expect(found).toContain('原文（本省\\.md）：\n\n> 政府信息自形成之日起15个工作日内公开。');
    expect(found).not.toContain('核对：');
  });

  it('words only the paragraph or the item that is cited', () => {
    const paragraph = contents(year(2024, '《临溪省政府信息公开规定》第十二条第一‸款'));
    expect(paragraph).toContain('> 政府信息自形成之日起15个工作日内公开。');
    expect(paragraph).not.toContain('部门文件；');
    const item = contents(year(2024, '《临溪省政府信息公开规定》第十二条第（二‸）项'));
    expect(item).toContain('> 下列信息应当即时公开：\n>\n> （二）统计数据。');
    expect(item).not.toContain('部门文件；');
  });

  it('tells the older version of a local rule and what replaced it', () => {
    expect(contents(year(2018, '《临溪省政府信息公开规定》第十二‸条'))).toContain(
      '2021年1月1日起由新版（2021年修订）取代',
    );
  });
});

describe('hostile words in a workspace’s files', () => {
  const BAD =
    '<img src=x onerror=alert(1)> ![图](http://evil.example/a.png) [点我](command:workbench.action.quit) `x` **粗** | & &lt;b&gt;';
  const file = JSON.stringify({
    statutes: [
      {
        title: `甲乙丙丁办法${BAD}`.slice(0, 120),
        aliases: ['甲乙丙丁办法'],
        version: BAD.slice(0, 100),
        issuedBy: BAD.slice(0, 100),
        explanation: `${BAD}\n\n# 标题\n${BAD}`,
        clauses: [
          {
            article: 1,
            title: BAD.slice(0, 100),
            explanation: BAD,
            items: [BAD],
            keyFigures: [BAD.slice(0, 100)],
            chapter: BAD.slice(0, 100),
          },
        ],
      },
    ],
  });
  const hostile = readStatuteFiles([{ uri: 'file:///w/a.json', text: file }]).documents;
  const hostileTexts = readOfficialTexts(
    [{ uri: 'file:///w/%3Cb%3E.md', text: `# 甲乙丙丁办法\n\n第一条 ${BAD}\n\n${BAD}\n` }],
    localStatutes(hostile),
  ).texts;

  it('come out escaped', () => {
    expect(hostile.statutes).toHaveLength(1);
    expect(hostileTexts.size).toBe(1);
    const bare = (markdown: string) => markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/^> ?/gm, '');
    for (const cited of ['甲乙丙丁办法第一‸条', '《甲乙丙丁办法》第一条第（一‸）项', '《甲乙丙丁‸办法》']) {
      const text = year(2024, `依据${cited}。`);
      const found =
        hover(snapshotOf(text.replace('‸', ''), hostile), text.indexOf('‸'), 'zh-CN', hostileTexts)?.contents ?? '';
      expect(found).toContain('img');
      expect(bare(found).replaceAll('**', '')).not.toMatch(/[<>`[\]]|!\[|&lt|^#/m);
    }
    const { markdown } = citationList(
      snapshotOf(year(2024, `甲乙丙丁办法第一条和《甲<img>${'|'}乙》。`), hostile),
      'zh-CN',
      NOW,
    );
    expect(bare(markdown)).not.toMatch(/[<>`[\]]|!\[/);
  });

  it('stay plain words on one line in the document', () => {
    const document = new StatuteDocuments(
      [{ formats: [], documents: hostile, texts: hostileTexts, files: [] }],
      'zh-CN',
      SCHEME_ADDRESSES,
    ).open(hostile.statutes[0]?.id ?? '');
    expect(document?.source.text.split('\n').filter(line => line.startsWith('#'))).toEqual([]);
    expect(document?.uri).not.toMatch(/[<>"\s]/);
  });
});

describe("a workspace's own statute", () => {
  const rulesIn = async (body: string, local?: LocalDocuments) =>
    (await snapshotOf(year(2024, body), local).findings(UNINTERRUPTED)).findings
      .filter(({ rule }) => rule.startsWith('citations/') && rule !== 'citations/no-basis')
      .map(({ rule, fixes }) => [rule, fixes[0]?.edits[0]?.text]);

  it('is checked like the built-in ones', async () => {
    expect(await rulesIn('依据《临溪省政府信息公开规定》第四十五条公开。')).toEqual([]);
    expect(await rulesIn('依据《临溪省政府信息公开规定》第四十六条公开。')).toEqual([
      ['citations/no-such-clause', undefined],
    ]);
    expect(await rulesIn('依据《临溪省政府信息公开规定》（临溪省人民政府令第88号）公开。')).toEqual([
      ['citations/not-in-force', '临溪省人民政府令第120号'],
    ]);
    expect(await rulesIn('依据《临溪省政府信息公开规定》第四十六条公开。', only())).toEqual([]);
  });

  it('is completed behind 《 and 第', () => {
    const offered = (text: string) => {
      const { snapshot, offset } = marked(text);
      return completion(snapshot, offset, {
        language: 'zh-CN',
        clientCapabilities: NO_CLIENT_CAPABILITIES,
        file: { uri: snapshot.uri, languageId: 'annual-report' },
        now: NOW,
      }).map(({ label }) => label);
    };
    expect(offered(year(2024, '依据《临溪‸')).filter(label => label.includes('临溪省'))).toEqual([
      expect.stringContaining('临溪省政府信息公开规定'),
    ]);
    expect(offered(year(2024, '依据《临溪省政府信息公开规定》第‸'))).toEqual(['第三条', '第十二条']);
  });
});
