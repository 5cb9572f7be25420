import type { BodyYear } from './bodyYears.ts';

/** A change of reports that agree with each other, made to one place of them. */
export interface AcrossChange {
  readonly name: string;
  /** Years of the reports. */
  readonly years: readonly number[];
  /** Changes the reports; false where these cannot be changed so. */
  change(reports: BodyYear[], pick: (below: number) => number): boolean | undefined;
}

const SINCE_2021 = [2021, 2022, 2023, 2024];
const TRIAL = [2019, 2020];
const STATISTICS = [2016, 2017, 2018];
const COLUMNS = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicWelfareOrg',
  'legalServiceOrg',
  'otherOrg',
];

function cells(report: BodyYear | undefined, table: string, row: string): Record<string, number | string> {
  return (report!.tables[table]![row] ??= {});
}

/** Moves cases from what was newly received to what was carried in, so that table three still adds up. */
function moveCarried(report: BodyYear | undefined, column: string, by: number): void {
  for (const each of [column, 'total']) {
    const into = cells(report, 't3.requests', 'carriedIn');
    const fresh = cells(report, 't3.requests', 'newReceived');
    into[each] = Number(into[each] ?? 0) + by;
    fresh[each] = Number(fresh[each] ?? 0) - by;
  }
  // What the text says of it goes with it.
  report!.overview = report!.overview.filter(text => !text.includes('依申请公开'));
}

/** What is no mistake, though figures of two years do not fit each other. */
export const HARMLESS: readonly AcrossChange[] = [
  {
    name: 'zeroes left blank',
    years: [2019, 2020, 2021, 2022],
    change(reports) {
      for (const report of reports)
        for (const row of Object.values(report.tables['t3.requests'] ?? {}))
          for (const column of COLUMNS) if ((row[column] ?? 0) === 0) row[column] = '';
    },
  },
  {
    name: 'whole rows blank where nothing was carried over',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports)
        for (const row of ['carriedIn', 'carriedOut']) {
          const found = cells(report, 't3.requests', row);
          if (Number(found['total'] ?? 0) === 0) for (const column of [...COLUMNS, 'total']) found[column] = '';
        }
    },
  },
  {
    name: 'dashes where nothing was carried over',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports)
        for (const row of ['carriedIn', 'carriedOut']) {
          const found = cells(report, 't3.requests', row);
          if (Number(found['total'] ?? 0) === 0) for (const column of [...COLUMNS, 'total']) found[column] = '-';
        }
    },
  },
  {
    name: 'a carried row left blank though something was carried',
    years: [2022, 2023],
    change(reports) {
      for (const column of [...COLUMNS, 'total']) cells(reports[1], 't3.requests', 'carriedIn')[column] = '';
    },
  },
  {
    name: 'a year without a report',
    years: SINCE_2021,
    change(reports) {
      reports.splice(2, 1);
    },
  },
  ...(
    [
      ['因机构改革，县林场职责划入我局，相关申请一并转入。', 'other'],
      ['根据机构改革方案，原县林场并入我局。', 'overview'],
      ['上年结转数与上年报告不一致，系上年统计有误，现予更正。', 'other'],
      ['因统计口径调整，上年结转申请数量与上年度报告有差异。', 'other'],
      ['2023年报告中“结转下年度继续办理”数量填报有误，实际以本报告为准。', 'other'],
    ] as const
  ).map(([sentence, section]): AcrossChange => ({
    name: `carried over differently: ${sentence}`,
    years: [2023, 2024],
    change(reports) {
      moveCarried(reports[1], 'naturalPerson', 2);
      reports[1]![section].push(sentence);
    },
  })),
  ...[
    '开展行政规范性文件全面清理，宣布失效3件。',
    '对到期的规范性文件按规定予以失效处理，失效文件3件。',
    '根据规范性文件清理结果，更新现行有效文件目录。',
    '部分规范性文件有效期届满自动失效。',
    '因机构改革，有关规范性文件划转至县自然资源局。',
  ].map((sentence): AcrossChange => ({
    name: `documents in force differ: ${sentence}`,
    years: [2023, 2024],
    change(reports) {
      const row = cells(reports[1], 't2.disclosure', 'normativeDocuments');
      row['effective'] = Number(row['effective']) - 3;
      reports[1]!.overview.push(`（三）政府信息管理。${sentence}`);
    },
  })),
  ...[
    '重新梳理权责清单，取消行政许可事项2项。',
    '承接上级下放的行政许可事项2项。',
    '根据机构改革要求，行政许可职责划转至县行政审批局。',
  ].map((sentence): AcrossChange => ({
    name: `items differ: ${sentence}`,
    years: TRIAL,
    change(reports) {
      const row = cells(reports[1], 't2.disclosure', 'administrativeLicense');
      row['previousItems'] = Number(row['previousItems']) + 2;
      reports[1]!.overview.push(`（三）政府信息管理。${sentence}`);
    },
  })),
  {
    name: 'the format changed: 2020 to 2021',
    years: [2020, 2021],
    change(reports) {
      const row = cells(reports[1], 't2.disclosure', 'normativeDocuments');
      row['effective'] = Number(row['effective']) + 40;
    },
  },
  {
    name: 'the format changed: 2018 to 2019',
    years: [2018, 2019],
    change(reports) {
      moveCarried(reports[1], 'naturalPerson', 1);
      reports[1]!.overview = [];
    },
  },
  {
    name: 'one report of the whole county, one of the body alone',
    years: [2023, 2024],
    change(reports) {
      moveCarried(reports[1], 'naturalPerson', 2);
      reports[0]!.intro += '本报告数据仅为本机关，不含下属单位。';
      reports[1]!.intro += '本报告汇总全县林业系统各单位情况编制而成。';
      reports[1]!.overview = [];
    },
  },
  {
    name: 'figures of all years left blank',
    years: STATISTICS,
    change(reports) {
      for (const row of Object.values(reports[1]!.tables['fj-2018'] ?? {})) row['cumulative'] = '';
    },
  },
  {
    name: 'figures of all years left blank in both',
    years: [2017, 2018],
    change(reports) {
      for (const report of reports)
        for (const row of Object.values(report.tables['fj-2018'] ?? {})) row['cumulative'] = '';
    },
  },
  {
    name: 'changes cut off instead of rounded',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports)
        report.overview = report.overview.map(text =>
          text.replace(/(\d+\.\d)%/, (_, rate: string) => `${String(Math.floor(Number(rate) * 10) / 10)}%`),
        );
    },
  },
  {
    name: 'rough changes',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports)
        report.overview = report.overview.map(text =>
          text.replace(/(下降|增长)(\d+)\.\d%/, (_, way: string, rate: string) => `${way}约${rate}%`),
        );
    },
  },
  {
    name: 'a change against the same quarter',
    years: [2023, 2024],
    change(reports) {
      reports[1]!.overview.push('（三）平台建设。第四季度主动公开政府信息30条，环比增长50%。');
    },
  },
  {
    name: 'a share in points',
    years: [2023, 2024],
    change(reports) {
      for (const [i, report] of reports.entries())
        report.overview.push(
          `（三）监督保障。按时办结率${i === 0 ? '98.0' : '99.5'}%${i === 0 ? '' : '，同比提高1.5个百分点'}。`,
        );
    },
  },
  {
    name: 'readers of an account who fell away',
    years: [2023, 2024],
    change(reports) {
      reports[0]!.overview.push('（三）平台建设。微信公众号累计关注用户1317人。');
      reports[1]!.overview.push('（三）平台建设。微信公众号累计关注用户1255人，截至目前累计发送1063条信息。');
    },
  },
  {
    name: 'history that stays as it is',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports)
        report.overview.push('（三）平台建设。2020年7月开通的微信公众号设3个栏目，2021年以来持续更新。');
    },
  },
  {
    name: 'phrases that everybody writes',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports)
        report.problems = [
          `针对上述问题，我局将从以下几方面改进。`,
          `没有其他需要报告的事项，未收到行政复议申请，没有发生行政诉讼。`,
          ...report.problems,
        ];
    },
  },
  {
    name: 'the name written in another way',
    years: SINCE_2021,
    change(reports) {
      reports[1]!.title = `云州市${reports[1]!.title}`;
      reports[2]!.title = reports[2]!.title.replace('林业局', '林业局（送审稿）');
    },
  },
  {
    name: 'figures with thousands marks and in full width',
    years: SINCE_2021,
    change(reports) {
      for (const report of reports) {
        const row = cells(report, 't2.disclosure', 'normativeDocuments');
        row['effective'] = String(row['effective']).replace(/\d/g, digit =>
          String.fromCharCode(0xff10 + Number(digit)),
        );
      }
    },
  },
  {
    name: 'a report that says it is the first',
    years: [2023, 2024],
    change(reports) {
      moveCarried(reports[1], 'enterprise', 1);
      reports[1]!.intro += '我局于2024年3月组建，这是第一份年度报告。';
    },
  },
  {
    name: 'the document that stays in force',
    years: [2023, 2024],
    change(reports) {
      for (const report of reports)
        report.intro +=
          '根据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求编制。';
    },
  },
  {
    name: 'the notice of each year',
    years: [2023, 2024],
    change(reports) {
      for (const report of reports)
        report.intro += `根据《青禾县人民政府办公室关于编制公布${String(report.year)}年政府信息公开工作年度报告的通知》编制。`;
    },
  },
  {
    name: 'two years alike in a small body',
    years: [2023, 2024],
    change(reports) {
      const [first, second] = reports;
      for (const table of ['t3.requests', 't4.review_litigation'])
        for (const row of Object.values(first!.tables[table] ?? {}))
          for (const column of Object.keys(row)) row[column] = 0;
      second!.tables['t3.requests'] = structuredClone(first!.tables['t3.requests']!);
      second!.tables['t4.review_litigation'] = structuredClone(first!.tables['t4.review_litigation']!);
      for (const report of reports) report.overview = [];
    },
  },
  {
    name: 'last year restated as it was',
    years: [2023, 2024],
    change(reports) {
      const before = cells(reports[0], 't3.requests', 'newReceived')['total'];
      reports[1]!.overview.push(`（三）办理情况。2023年收到政府信息公开申请${String(before)}件。`);
    },
  },
];

/** A change that breaks one relation, and the rules that may tell it. */
export interface AcrossBreak extends AcrossChange {
  readonly rules: readonly string[];
  /** Its blank cells are lost where a table has no columns. */
  readonly needsColumns?: true;
}

export const BREAKS: readonly AcrossBreak[] = [
  {
    name: 'applications carried in',
    rules: ['workspace/carry-over'],
    years: [2023, 2024],
    change: reports => {
      moveCarried(reports[1], 'naturalPerson', 1);
    },
  },
  {
    name: 'applications carried in across the change of format',
    rules: ['workspace/carry-over'],
    years: [2020, 2021],
    change: reports => {
      moveCarried(reports[1], 'enterprise', 1);
    },
  },
  {
    name: 'applications carried in, total alike',
    rules: ['workspace/carry-over'],
    years: [2022, 2023],
    change(reports) {
      moveCarried(reports[1], 'naturalPerson', 1);
      moveCarried(reports[1], 'otherOrg', -1);
      return Number(cells(reports[1], 't3.requests', 'carriedIn')['otherOrg']) >= 0;
    },
  },
  {
    name: 'documents in force',
    rules: ['workspace/in-force'],
    years: SINCE_2021,
    change(reports, pick) {
      const row = cells(reports[3], 't2.disclosure', 'normativeDocuments');
      row['effective'] = Number(row['effective']) + 1 + pick(5);
    },
  },
  {
    name: 'documents in force in the middle of three years',
    rules: ['workspace/in-force'],
    years: [2022, 2023, 2024],
    change(reports) {
      const row = cells(reports[1], 't2.disclosure', 'normativeDocuments');
      row['effective'] = Number(row['effective']) + 4;
    },
  },
  {
    name: 'items of the year before',
    rules: ['workspace/prior-items'],
    years: TRIAL,
    change(reports) {
      const row = cells(reports[1], 't2.disclosure', 'administrativePenalty');
      row['previousItems'] = Number(row['previousItems']) + 3;
    },
  },
  {
    name: 'total disclosed',
    rules: ['workspace/disclosed-total'],
    years: TRIAL,
    change(reports) {
      const row = cells(reports[1], 't2.disclosure', 'normativeDocuments');
      row['totalDisclosed'] = Number(row['totalDisclosed']) + 2;
    },
  },
  {
    name: 'figure of all years',
    rules: ['workspace/cumulative-total'],
    years: STATISTICS,
    change(reports) {
      const row = cells(reports[2], 'fj-2018', 'gazette');
      row['cumulative'] = Number(row['cumulative']) + 7;
    },
  },
  {
    name: 'figure of all years over a blank',
    needsColumns: true,
    rules: ['workspace/cumulative-total'],
    years: STATISTICS,
    change(reports) {
      for (const row of Object.values(reports[1]!.tables['fj-2018'] ?? {})) row['cumulative'] = '';
      const row = cells(reports[2], 'fj-2018', 'reviews');
      row['cumulative'] = Number(row['cumulative']) + 3;
    },
  },
  {
    name: 'figure of all years that fell',
    rules: ['workspace/cumulative-decrease'],
    years: [2016, 2018],
    change(reports) {
      const row = cells(reports[1], 'fj-2018', 'website');
      row['cumulative'] = Number(cells(reports[0], 'fj-2018', 'website')['cumulative']) - 1;
    },
  },
  {
    name: 'change in percent',
    rules: ['workspace/growth'],
    years: [2023, 2024],
    change(reports) {
      let isChanged = false;
      reports[1]!.overview = reports[1]!.overview.map(text =>
        text.replace(/(\d+\.\d)%/, (_, rate: string) => {
          isChanged = true;
          return `${(Number(rate) + 3.7).toFixed(1)}%`;
        }),
      );
      return isChanged;
    },
  },
  {
    name: 'change in applications',
    rules: ['workspace/growth'],
    years: [2022, 2023],
    change(reports) {
      let isChanged = false;
      reports[1]!.overview = reports[1]!.overview.map(text =>
        text.replace(/(增加|减少)(\d+)件/, (_, way: string, count: string) => {
          isChanged = true;
          return `${way}${String(Number(count) + 100)}件`;
        }),
      );
      return isChanged;
    },
  },
  {
    name: 'change the other way',
    rules: ['workspace/growth'],
    years: [2023, 2024],
    change(reports) {
      let isChanged = false;
      reports[1]!.overview = reports[1]!.overview.map(text =>
        text.replace(/(下降|增长)([1-9]\d+\.\d)%/, (_, way: string, rate: string) => {
          isChanged = true;
          return `${way === '下降' ? '增长' : '下降'}${rate}%`;
        }),
      );
      return isChanged;
    },
  },
  {
    name: 'a share in points',
    rules: ['workspace/growth'],
    years: [2023, 2024],
    change(reports) {
      for (const [i, report] of reports.entries())
        report.overview.push(
          `（三）监督保障。按时办结率${i === 0 ? '98.0' : '99.5'}%${i === 0 ? '' : '，同比提高3个百分点'}。`,
        );
    },
  },
  {
    name: 'last year restated otherwise',
    rules: ['workspace/restated-figure'],
    years: [2023, 2024],
    change(reports) {
      reports[1]!.overview.push('（三）办理情况。2023年收到政府信息公开申请977件。');
    },
  },
  {
    name: 'problems copied',
    rules: ['workspace/copied-section', 'workspace/copied-text'],
    years: [2023, 2024],
    change(reports) {
      for (const report of reports)
        report.problems = [
          `存在的主要问题：一是政策解读形式较为单一，群众关心的造林补助政策解读不够及时；二是基层林业站公开意识有待增强，公开目录更新较慢；三是依申请公开的答复说理不够充分。`,
          `改进措施：增加图解和问答形式的解读，组织林业站工作人员集中培训，${String(report.year + 1)}年逐件复核答复文书。`,
        ];
    },
  },
  {
    name: 'year left as it was',
    rules: ['workspace/stale-year'],
    years: [2023, 2024],
    change(reports) {
      reports[0]!.overview.push('（三）平台建设。门户网站林业专栏2023年更新信息211条，解读政策8篇。');
      reports[1]!.overview.push('（三）平台建设。门户网站林业专栏2023年更新信息264条，解读政策9篇。');
    },
  },
  {
    name: 'notice of last year',
    rules: ['workspace/stale-citation'],
    years: [2023, 2024],
    change(reports) {
      for (const report of reports)
        report.intro += '根据《青禾县人民政府办公室关于编制公布2023年政府信息公开工作年度报告的通知》编制。';
    },
  },
  {
    name: 'tables of last year',
    rules: ['workspace/copied-figures'],
    years: [2023, 2024],
    change(reports) {
      const [first, second] = reports;
      for (const table of ['t3.requests', 't4.review_litigation'])
        second!.tables[table] = structuredClone(first!.tables[table]!);
      for (const row of ['carriedIn', 'carriedOut'])
        for (const report of reports)
          report.tables['t3.requests']![row] = structuredClone(first!.tables['t3.requests']!['carriedOut']!);
      for (const report of reports) report.overview = [];
      return Number(cells(first, 't3.requests', 'newReceived')['total']) >= 8;
    },
  },
];
