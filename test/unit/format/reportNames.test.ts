import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { carriesReportTitle, FIRST_LINE } from '../../../server/src/format/anyTitle.ts';
import { readMentions } from '../../../server/src/format/reportMentions.ts';
import * as names from '../../../server/src/format/reportNames.ts';
import { readReportTitle, TITLE_LINES } from '../../../server/src/format/reportTitle.ts';
import { messagesIn } from '../../../server/src/messages/text.ts';
import { memoryHost } from '../../support/memoryHost.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';
import { reportOf } from '../model/reports.ts';

const { isReportFileName } = names;

interface Manifest {
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly filenamePatterns: readonly string[];
      readonly firstLine?: string;
    }[];
  };
}

interface Grammar {
  readonly repository: {
    readonly headings: { readonly patterns: readonly { readonly name?: string; readonly match?: string }[] };
  };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8')) as T;
}

const language = readJson<Manifest>('package.json').contributes.languages.find(({ id }) => id === 'annual-report');
const grammarTitle = readJson<Grammar>('syntaxes/annual-report.tmLanguage.json').repository.headings.patterns.find(
  ({ name }) => name === 'markup.heading.title.annual-report',
)?.match;

/** A glob without classes as a regular expression; VS Code takes case as no difference. */
function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace('**/', '')
    .replace(/[.()+?^$|\\[\]]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`, 'i');
}

describe('names of files', () => {
  const places: Readonly<Record<string, (name: string) => boolean | Promise<boolean>>> = {
    'the command line': isReportFileName,
    'the language': name => language!.filenamePatterns.some(pattern => globToRegExp(pattern).test(name)),
    'the index of drafts': name => globToRegExp(names.REPORTS_GLOB).test(name),
    'a host in memory': async name => {
      const host = memoryHost(new Map([[`file:///年报/${encodeURIComponent(name)}`, '']]));
      return (await host.drafts()).length === 1;
    },
  };

  it.each([
    '海门市2024年政府信息公开工作年度报告.md',
    '海门市2024年政府信息公开工作年度报告（送审稿）.txt',
    '海门市2024年度政府信息公开年度工作报告.md',
    '2024年政府信息公开年度报告.MD',
    '政府信息公开2024年度报告.txt',
    '县教育局2023年政务公开工作年度报告.md',
    '街道2022年信息公开年报.txt',
    '2021年报.txt',
    '2021年年报（终稿）.md',
    '2021年年报(2).md',
    '石泉县2023年法治政府建设年度报告.md',
    '石泉县关于2023年法治政府建设工作情况的报告.txt',
    'haimen-2018.annual-report.md',
    'HAIMEN.Annual-Report.TXT',
  ])('%s is one everywhere', async name => {
    for (const [place, isReport] of Object.entries(places)) expect(await isReport(name), place).toBe(true);
  });

  it.each([
    'README.md',
    '《石泉县2023年法治政府建设年度报告》解读.md',
    '关于报送2023年法治政府建设年度报告的通知.txt',
    '年报编制说明.md',
    '年报.v2.md',
    '党务公开工作报告.md',
    '政务公开第三方评估报告.md',
    '政府信息公开举报告知书.txt',
    '2010年政府信息公开工作报告.md',
    '上市公司2023年年度报告.md',
    '海门市2024年政府信息公开工作年度报告.docx',
    '政府信息公开指南.md',
    'annual-report.md',
  ])('%s is none anywhere', async name => {
    for (const [place, isReport] of Object.entries(places)) expect(await isReport(name), place).toBe(false);
  });

  it.each(['zh-CN', 'en'] as const)('what is written here about a report (%s) is checked as none', language => {
    const say = messagesIn(language);
    const report = '海门市2024年政府信息公开工作年度报告';
    for (const name of [
      say('client.annotate.name', { name: report }),
      say('review.letter.title', { body: '海门市', year: 2024 }),
    ])
      for (const stem of [name, `${name}（2）`]) {
        expect(isReportFileName(`${stem}.txt`), stem).toBe(false);
        expect(names.isReportDocumentName(`${stem}.docx`), stem).toBe(false);
      }
    expect(names.isReportDocumentName(`${report}（按审核意见修改）.docx`)).toBe(true);
  });

  it('are checked as web pages but not opened as reports', async () => {
    const name = '海门市2024年政府信息公开工作年度报告.html';
    expect(isReportFileName(name)).toBe(true);
    expect(await places['the language']!(name)).toBe(false);
    expect(await places['the index of drafts']!(name)).toBe(false);
  });
});

describe('titles', () => {
  const places: Readonly<Record<string, (line: string) => boolean>> = {
    'the title': line => readReportTitle(line) !== undefined,
    'the first lines': line => carriesReportTitle(at => [line, '', '一、总体情况'][at]),
    'the language': line => new RegExp(language!.firstLine!).test(line),
    'the report': line => reportOf(`${line}\n\n一、总体情况\n\n本局认真贯彻条例。\n`).title !== null,
  };
  const grammar = new RegExp(grammarTitle!);

  /** Lines that are nothing but a title: these the grammar colours, too. */
  const ALONE = [
    '海门市2018年政府信息公开工作年度报告',
    '海门市 2018 年政府信息公开工作年度报告',
    '海门市２０１８年度政府信息公开年报（公开版）',
    '海门市二〇一八年政府信息公开工作年度报告',
    '2018年海门市政府信息公开工作年度报告',
    '财政局2016年政府信息公开年度报告',
    '财政局2016年政府信息公开年度工作报告',
    '财政局2010年政府信息公开工作报告',
    '财政局2010年政府信息公开报告',
    '财政局信息公开工作2013年年度报告',
    '财政局政府信息公开2013年度报告',
    '财政局政府信息公开二〇一三年度报告',
    '某县2024年政务公开工作年度报告',
    '某县2024年政务公开年报',
    '政府信息公开工作年度报告',
    '中华人民共和国政府信息公开工作年度报告格式',
    '政府信息公开工作年度报告格式模板',
    '海门市2018年政府信息公开工作年度报告。',
    '**海门市2018年政府信息公开工作年度报告**',
    '为民街道2024年政府信息公开工作年度报告',
    '　　海门市2018年政府信息公开工作年度报告',
  ];
  const WITH_MORE = [
    '标题: 某县2012年度政府信息公开工作年度报告',
    '标　题：某县2012年度政府信息公开工作年度报告',
    '附件1：某县2012年度政府信息公开工作年度报告',
    '某县2020年政府信息公开工作年度报告 根据《中华人民共和国政府信息公开条例》编制。',
    '某县2020年政府信息公开工作年度报告 | 某县人民政府',
  ];
  const NONE = [
    '为做好2024年政府信息公开工作年度报告',
    '为了编好2024年政府信息公开工作年度报告',
    '为进一步规范政府信息公开工作年度报告',
    '为方便群众，办公室汇编各局2024年政府信息公开工作年度报告',
    '依照条例编制的2024年政府信息公开工作年度报告',
    '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    '请各单位于1月31日前报送《2024年政府信息公开工作年度报告》。',
    '讨论了政府信息公开工作年度报告的分工',
    '2024年，我局编制政府信息公开工作年度报告',
    '2024年，青屿县教育局按时公布政府信息公开工作年度报告',
    '根据《条例》编制本政府信息公开工作年度报告',
    '现将做好2024年政府信息公开工作年度报告编制工作的有关事项通知如下',
    '按照要求公布2024年政府信息公开年报',
    '首页 > 政府信息公开 > 政府信息公开年报',
    '政务公开|政府信息公开年报',
    '政府信息公开年报 政府信息公开指南 依申请公开',
    '2023年政府信息公开年报 2022年政府信息公开年报 2021年政府信息公开年报',
    '2024年上半年政府信息公开工作报告',
    '2024年上半年度政府信息公开工作报告',
    '2024年3月份政府信息公开工作报告',
    '2024年我局共编制政府信息公开报告 3 份',
    '会议听取了2024年政府信息公开工作报告 和财务报告',
    '新源县2024年财政预决算信息公开工作报告',
    '新源县2024年环境信息公开年度报告',
    '2024年第一季度政务公开工作报告',
    '某公司2023年年度报告',
    '党务公开工作报告',
    '一、总体情况',
    '',
  ];

  it.each([...ALONE, ...ALONE.map(line => `# ${line}`), ...WITH_MORE])('%s is one everywhere', line => {
    for (const [place, isTitle] of Object.entries(places)) expect(isTitle(line), place).toBe(true);
  });

  it.each(NONE)('%s is none anywhere', line => {
    for (const [place, isTitle] of Object.entries(places)) expect(isTitle(line), place).toBe(false);
    expect(grammar.test(line)).toBe(false);
  });

  it.each(ALONE)('%s is coloured', line => {
    expect(grammar.test(line)).toBe(true);
  });

  it('are not the sentences that announce the report', () => {
    const line = '现将2024年政府信息公开工作年度报告公布如下';
    for (const [place, isTitle] of Object.entries(places))
      expect(isTitle(line), place).toBe(place === 'the first lines');
  });

  it('tell where the name stands', () => {
    const line = '标 题：**海门市2018年政府信息公开工作年度报告**（公开版）';
    const { start, nameStart, end } = readReportTitle(line)!;
    expect(line.slice(start, end)).toBe('海门市2018年政府信息公开工作年度报告');
    expect(line.slice(nameStart, end)).toBe('政府信息公开工作年度报告');
  });

  it('are read in time that grows with the line at most', () => {
    for (const sign of [' ', '*', '政', '：', '2018年', '信息公开', '政府信息公开年报 ', '（', '#']) {
      const line = sign.repeat(200_000);
      const began = process.cpuUsage();
      for (const [place, isTitle] of Object.entries(places))
        if (place !== 'the report') expect(isTitle(`${line}某`), place).toBe(false);
      grammar.test(line);
      expect(process.cpuUsage(began).user / 1000, sign.slice(0, 4)).toBeLessThan(1500);
    }
  });
});

describe('the first lines of a document', () => {
  const carries = (text: string) => {
    const lines = text.split('\n');
    return carriesReportTitle(line => lines[line]);
  };

  it.each([
    '某市 2024 年政府信息公开\n工作年度报告',
    '某市财政局2024年政府\n信息公开工作年度报告',
    '根据条例，我局编制了2024年政府信息公开工作年度报告。',
    '现就2024年度政府信息公开工作报告如下：',
    '淮安市人民政府\n      2024 年政府信息公开工作年度报告',
    '- 索 引 号:012340096/2020-01892\n- 成文时间:2020年03月05日\n\n关于2019年政府信息公开工作年度报告',
    '标题: 某县2012年度政府信息公开工作年度报告\n发布时间: 2013-01-01',
    '根据有关要求,现公布西区办事处2017年政府信息公开工作年度报告。',
    `${'说明\n\n'.repeat(TITLE_LINES - 1)}海门市2018年政府信息公开工作年度报告`,
  ])('carry a title: %j', text => {
    expect(carries(text)).toBe(true);
  });

  it.each([
    '',
    '会议记录\n讨论了政府信息公开工作年度报告的分工。',
    '会议记录\n讨论了2024年政府信息公开工作年度报告的分工。',
    `${'说明\n'.repeat(TITLE_LINES)}海门市2018年政府信息公开工作年度报告`,
  ])('carry none: %j', text => {
    expect(carries(text)).toBe(false);
  });

  it('may name the year with the report', () => {
    const years = (text: string) => readMentions(text).map(({ year, isAnnounced }) => [year.value, isAnnounced]);
    expect(years('现公布2022年度政府信息公开工作年度报告，内容如下。')).toEqual([[2022, true]]);
    expect(years('现就2022年度政府信息公开工作报告如下：')).toEqual([[2022, true]]);
    expect(years('上级通报了2022年度政府信息公开工作年度报告。')).toEqual([[2022, false]]);
    expect(years('根据《关于做好2022年度政府信息公开工作年度报告编制工作的通知》编制。')).toEqual([]);
    expect(years('2022年，全县主动公开信息3条。')).toEqual([]);
  });
});

describe('one place', () => {
  it('gives the manifest and the grammar', () => {
    expect(language?.filenamePatterns).toEqual(names.FILE_NAME_PATTERNS);
    expect(language?.firstLine).toBe(FIRST_LINE);
    expect(grammarTitle).toBe(names.GRAMMAR_TITLE);
  });

  it('knows the names; no other file spells them out in an expression', () => {
    const expression =
      /公开\(\?:工作\)\?[^\n]{0,80}(?:报告|年报)|公开[^'"`\n]{0,20}[*)\]?][^'"`\n]{0,20}年报|年报[|)*]?\\?\.\(?|\.annual-report[)}\\]/;
    const second = sourceFiles('server/src', 'client/src', 'test/support').filter(
      ({ path, text }) => path !== 'server/src/format/reportNames.ts' && expression.test(text),
    );
    expect(second.map(({ path }) => path)).toEqual([]);
  });
});
