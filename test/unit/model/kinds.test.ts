import { describe, expect, it, test } from 'vitest';
import { bind } from '../../../server/src/model/bind.ts';
import { contentsOf } from '../../../server/src/model/contents.ts';
import { exclusionOf, isRecognised } from '../../../server/src/model/recognised.ts';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { Source } from '../../../server/src/text/source.ts';

function read(text: string, fileName?: string) {
  const source = new Source(text);
  return bind(source, parse(text, VOCABULARY).blocks, null, { fileName });
}

/** What a draft is read as: kind, edition, year, body; ids of its sections; contents that stand elsewhere. */
function readAs(text: string, fileName?: string) {
  const report = read(text, fileName);
  return {
    kind: isRecognised(report) ? report.kind.id : null,
    edition: report.edition?.id ?? null,
    year: report.reportYear?.value ?? null,
    body: report.publicBody?.value ?? null,
    sections: report.sections.map(({ id }) => id),
    elsewhere: contentsOf(report).flatMap(({ spec, by }) => (by === 'section' ? [] : [spec.id])),
  };
}

const LAW = 'rule-of-law-report';

test.each([
  ['《青屿县2023年法治政府建设年度报告》解读', '解读'],
  ['青屿县2023年上半年法治政府建设工作情况报告', '上半年'],
  ['青屿县2021—2025年法治政府建设情况报告', '2021—2025'],
  ['青屿县公布2023年法治政府建设年度报告', '县公布'],
  ['关于报送2023年法治政府建设年度报告的通知', '通知'],
  ['关于编写2023年法治政府建设年度报告', '编写'],
])('%s is none for the words “%s”', (title, words) => {
  const exclusion = exclusionOf(read(`# ${title}\n\n正文。\n`));
  expect(exclusion?.kind.id).toBe(LAW);
  expect(exclusion?.words).toContain(words);
});

test.each([
  [
    'the path to a column above the title',
    '首页 > 政务公开 > 法治政府建设年度报告',
    '青屿县2023年法治政府建设年度报告',
  ],
  ['the name of a column', '法治政府建设年度报告公开专栏', '青屿县2023年法治政府建设年度报告'],
  ['an office that is called as what is excluded', '', '青屿县委督查室2023年法治政府建设年度报告'],
  ['such an office where there is no title', '现将青屿县督查室2023年法治政府建设情况报告如下：', ''],
  ['another one', '', '关于青屿县征收评估中心2023年度法治政府建设情况的报告'],
])('%s does not hide a report', (_, above, title) => {
  const text = `${above}\n\n${title}\n\n一、主要举措\n\n好。\n\n二、不足之处\n\n有。\n\n三、打算\n\n加强。\n`;
  expect(readAs(text)).toMatchObject({ kind: LAW, year: 2023, sections: ['measures', 'problems', 'nextPlan'] });
});

describe('reports on law-based government', () => {
  test.each([
    [
      'the five parts in their order',
      `青屿县2023年法治政府建设年度报告

一、2023年推进法治政府建设的主要举措和成效

全年办结复议案件12件。

二、存在的不足和原因

培训不够。

三、县政府主要负责同志履行推进法治建设第一责任人职责情况

主持会议4次。

四、2024年工作安排

加强培训。

五、其他需要报告的事项

无。
`,
      [2023, '青屿县', ['measures', 'problems', 'leaderDuty', 'nextPlan', 'other'], []],
    ],
    [
      'the duty of the leader first',
      `# 关于青屿县水务局2022年度法治政府建设工作情况的报告

## 一、主要负责人履行推进法治建设第一责任人职责

研究法治工作3次。

## 二、主要举措及成效

审查合同。

## 三、存在的主要问题

力量不足。

## 四、下一步工作打算

充实力量。
`,
      [2022, '青屿县水务局', ['leaderDuty', 'measures', 'problems', 'nextPlan'], []],
    ],
    [
      'parts by subject, the duty inside one of them',
      `中共青屿县委 青屿县人民政府
关于2024年法治政府建设情况的报告

2024年，青屿县推进法治政府建设。

一、坚持党的领导，压实法治建设责任

（一）县委、县政府主要负责同志履行第一责任人职责

（二）坚持问题导向，加强督促

二、依法履行政府职能

三、健全行政决策制度

四、存在的短板和薄弱环节

五、2025年法治政府建设工作思路
`,
      [
        2024,
        '中共青屿县委青屿县人民政府',
        ['measures', 'measures', 'measures', 'problems', 'nextPlan'],
        ['leaderDuty'],
      ],
    ],
    [
      'the duty in a sentence, problems and plan in one part',
      `青屿县教育局法治政府建设年度报告（2023年度）

一、工作开展情况

局主要负责人履行推进法治建设第一责任人职责，带头学法。

二、存在问题和下一步工作计划

（一）存在的问题

（二）下一步工作计划
`,
      [2023, '青屿县教育局', ['measures', 'problems'], ['leaderDuty', 'nextPlan']],
    ],
    [
      'no title, but the sentence that presents it',
      `根据《法治政府建设与责任落实督察工作规定》，推进政务公开，现将青屿县人民政府2021年法治政府建设工作情况报告如下，并向社会公开。

一、主要成效

（一）切实履行法治建设第一责任人职责
`,
      [2021, '青屿县人民政府', ['measures'], ['leaderDuty']],
    ],
    [
      'no title, the year in the first sentence',
      `2021年，青屿县司法局贯彻法治政府建设的部署，取得新进展。

一、加强党对法治政府建设的领导

主要负责同志履行法治政府建设第一责任人职责。
`,
      [2021, null, ['measures'], ['leaderDuty']],
    ],
    [
      'no title, the year in the first heading',
      `一、2023年度法治政府建设的主要举措和成效

（一）学习贯彻等情况。

一是组织学习。
`,
      [2023, null, ['measures'], []],
    ],
    [
      'a title on two lines, said again below',
      `青屿县人民政府2020年度法治政府建设情况报告
发布时间：2021年3月13日
青屿县人民政府
2020年度法治政府建设情况报告

2020年，我县完成了年度任务。现将情况报告如下：

一、依法全面履行政府职能

（一）深化行政审批制度改革。取消审批事项5项。
`,
      [2020, '青屿县人民政府', ['measures'], []],
    ],
    [
      'a letterhead and a salutation',
      `青屿县林业局文件
青林〔2024〕3号

青屿县林业局关于2023年法治工作情况暨2024年工作要点的报告

中共青屿县委、县人民政府：

现将有关工作情况报告如下：

一、2023年工作情况

二、存在的困难和问题

三、2024年工作要点
`,
      [2023, '青屿县林业局', ['measures', 'problems', 'nextPlan'], []],
    ],
    [
      'no year but in the name of its file',
      `青屿县法治政府建设年度报告

一、主要做法

二、存在不足

三、今后的工作
`,
      [2022, '青屿县', ['measures', 'problems', 'nextPlan'], []],
    ],
    [
      'a page with links to reports of the other kind',
      `首页
政府信息公开年报
青屿县2023年法治政府建设工作总结

一、主要工作成效

二、问题和不足

三、下一年工作重点
`,
      [2023, '青屿县', ['measures', 'problems', 'nextPlan'], []],
    ],
    [
      'the path through a site, links of the page',
      `首页 > 政策解读 > 青屿县2023年法治政府建设年度报告

青屿县人民政府
2023年法治政府建设年度报告
发布时间：2024-03-20

一、主要举措和成效
`,
      [2023, '青屿县', ['measures'], []],
    ],
    [
      'traditional characters, a year in Chinese numerals',
      `二〇二三年度青嶼縣法治政府建設年度報告

一、主要舉措和成效

二、存在的問題
`,
      [2023, '青嶼縣', ['measures', 'problems'], []],
    ],
  ] as const)('%s', (_, text, [year, body, sections, elsewhere]) => {
    expect(readAs(text, '青屿县2022年法治政府建设年度报告.txt')).toEqual({
      kind: LAW,
      edition: year < 2019 ? 'rule-of-law-2015' : 'rule-of-law-2019',
      year,
      body,
      sections,
      elsewhere,
    });
  });

  it('have the edition of their year', () => {
    const editionIn = (year: number) => readAs(`青屿县${String(year)}年法治政府建设情况报告\n\n一、成效\n`).edition;
    expect([2014, 2015, 2018, 2019, 2025].map(editionIn)).toEqual([
      null,
      'rule-of-law-2015',
      'rule-of-law-2015',
      'rule-of-law-2019',
      'rule-of-law-2019',
    ]);
  });
});

describe('what is none', () => {
  test.each([
    ['an explanation', '《青屿县2023年法治政府建设情况的报告》文件解读\n\n一、背景依据\n\n推进法治政府建设。\n'],
    ['a notice on three lines', '关于做好2023年度\n\n法治政府建设年度报告\n\n编制公开工作的通知\n\n一、主要成效\n'],
    ['an explanation on two lines', '青屿县2023年法治政府建设年度报告\n\n文件解读\n\n一、背景\n'],
    [
      'a notice with the form annexed',
      '关于报送2023年法治政府建设年度报告的通知\n\n各单位：\n\n附件：法治政府建设年度报告\n\n一、主要成效\n',
    ],
    ['a notice', '关于报送2023年法治政府建设年度报告的通知\n\n一、推进法治政府建设\n\n二、存在问题\n'],
    ['half a year', '青屿县2024年上半年法治政府建设工作总结\n\n现将上半年法治政府建设情况报告如下：\n\n一、主要成效\n'],
    ['an opinion', '关于加强法治政府建设的实施意见\n\n一、推进法治政府建设\n\n二、主要任务\n'],
    ['the summary of a body', '青屿县司法局2024年工作总结\n\n一、法治政府建设稳步推进\n\n二、下一步工作\n'],
    ['several years', '青屿县2021—2025年法治政府建设情况报告\n\n一、法治政府建设主要成效\n'],
    ['another report', '青屿县2024年节能工作情况报告\n\n一、主要成效\n\n二、下一步工作\n'],
  ])('%s', (_, text) => {
    expect(readAs(text).kind).toBeNull();
  });

  it('is a report of the first kind that speaks of law-based government', () => {
    const text = `青屿县2024年政府信息公开工作年度报告

一、总体情况

2024年，我县推进法治政府建设。法治政府建设情况报告如下：略。
`;
    expect(readAs(text)).toMatchObject({ kind: 'ogi-report', edition: '2021', year: 2024 });
    const extract = '一、推进法治政府建设，主动公开政府信息\n\n二、收到和处理政府信息公开申请情况\n';
    expect(read(extract).kind.id).toBe('ogi-report');
  });

  it('unless a comment of the draft names an edition', () => {
    expect(readAs('<!-- 年报检查 格式 rule-of-law-2019 -->\n\n一、情况\n').kind).toBe(LAW);
    expect(readAs('<!-- 年报检查 格式 2021 -->\n\n青屿县2023年法治政府建设年度报告\n').edition).toBe('2021');
  });
});
