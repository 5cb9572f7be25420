import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import type { HoverResult } from '../../../server/src/features/support/hoverResult.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { escapeMarkdown } from '../../../server/src/features/support/markdown.ts';
import type { Language } from '../../../server/src/messages/message.ts';
import { Source } from '../../../server/src/text/source.ts';

/** Hover at the ‸ in a draft, with the text that it explains. */
function at(marked: string, language: Language = 'zh-CN'): HoverResult & { text: string } {
  const found = maybeAt(marked, language);
  if (!found) throw new Error('no hover');
  return found;
}

function maybeAt(marked: string, language: Language = 'zh-CN'): (HoverResult & { text: string }) | null {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const snapshot = new Snapshot('untitled:draft.md', 1, new Source(text), DEFAULT_SETTINGS);
  const found = hover(snapshot, offset, language);
  return found && { ...found, text: text.slice(found.span.start, found.span.end) };
}

const report = (year: number, body: string): string =>
  `# 临溪县林业局${String(year)}年政府信息公开工作年度报告\n\n${body}\n`;

const HEADER = `## 三、收到和处理政府信息公开申请情况

| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
`;
const row = (label: string, ...cells: (number | string)[]): string => `| ${[label, ...cells].join(' | ')} |\n`;

describe('titles', () => {
  test('the kind, the format of the year, and when it is due', () => {
    const { contents, text } = at(report(2024, '').replace('政府', '政‸府'));
    expect(text).toBe('临溪县林业局2024年政府信息公开工作年度报告');
    expect(contents).toContain('格式：政府信息公开工作年度报告（2021年格式）');
    expect(contents).toContain('公布期限（政府部门）：2025 年 1 月 31 日（含当日）');
    expect(contents).not.toContain('转述');
  });

  test('of the second kind what is told by others is said to be', () => {
    const { contents } = at('# 临溪县2023年法治‸政府建设年度报告\n');
    expect(contents).toMatch(
      /公布期限：2024 年 4 月 1 日之前（不含当日）。依据：《法治政府建设与责任落实督察工作规定》第二十四条 *\n来源：.*（见于转述，未见原文）/,
    );
    expect(contents).toContain('向上报告的期限（政府部门）：2024 年 3 月 1 日之前（不含当日）');
    expect(at('# 临溪县2023年法治‸政府建设年度报告\n', 'en').contents).toContain('before 2024-04-01');
  });

  test('statutes of the second kind: what was not read is said to be', () => {
    const draft = (words: string) => `# 临溪县2023年法治政府建设年度报告\n\n${words}\n`;
    const article = at(draft('根据《法治政府建设与责任落实督察工作规定》第二十四‸条的规定公开。')).contents;
    expect(article).toContain('4月1日之前');
    expect(article).toContain('厅字〔2019〕28号');
    expect(article).toContain('（部分未核实）');
    expect(at(draft('根据《法治政府建设与责任落实督察工作规定》第二十‸五条。')).contents).toMatch(/⚠ .*第二十五条/);
    expect(at(draft('贯彻《法治政府建设实施‸纲要（2021-2025年）》。')).contents).toContain('中发〔2021〕33号');
    expect(at(draft('按照中发〔2015〕‸36号文件。')).contents).toContain('法治政府建设实施纲要（2015—2020年）');
  });

  test('a year that has no format, and none at all', () => {
    expect(at('# 临溪县2012年法治‸政府建设年度报告\n').contents).toContain(
      '没有 2012 年度的格式（从 2015 年度起才有）',
    );
    expect(at('# 临溪县法治‸政府建设年度报告\n').contents).toContain('看不出报告年度');
  });
});

describe('cited clauses', () => {
  test('article, item, version and why, counterpart; where it was read stands on the page of the statute', () => {
    const { contents, text } = at(report(2024, '按照《条例》第二十条第‸（一）项的要求公开。'));
    expect(text).toBe('《条例》第二十条第（一）项');
    expect(contents).toContain('**《中华人民共和国政府信息公开条例》第二十条第（一）项** · 主动公开范围');
    expect(contents).toContain('2019年修订 · 中华人民共和国国务院令第711号 · 2019年5月15日起施行');
    expect(contents).toContain('行政法规、规章和规范性文件');
    expect(contents).toContain('15项');
    expect(contents).toContain('适用版本：2019年修订（报告年度为 2024 年）');
    expect(contents).toContain('相应条文（2007年公布）：第十条');
    expect(contents).not.toMatch(/来源：|核对：/);
    expect(contents).not.toContain('未核实');
  });

  test('a report on 2018 follows the regulation of 2007; what was not verified is said', () => {
    const { contents } = at(report(2018, '依据《条例》第二十九‸条建立考核制度。'));
    expect(contents).toContain('2007年公布');
    expect(contents).toContain('2019年5月15日起由新版（2019年修订）取代');
    expect(contents).toContain('（未核实）');
    expect(contents).not.toContain('凭记忆');
    expect(contents).toContain('相应条文（2019年修订）：第四十六条');
  });

  test('clauses that do not exist', () => {
    expect(at(report(2024, '依据《条例》第五十七‸条办理。')).contents).toContain(
      '《中华人民共和国政府信息公开条例》（2019年修订）共 56 条，没有第五十七条。',
    );
    expect(at(report(2024, '依据《条例》第二十条第（十六‸）项办理。')).contents).toContain(
      '第二十条只有 15 项，没有第二十条第（十六）项。',
    );
    expect(at(report(2024, '依据《条例》第五条第‸二款办理。')).contents).toContain(
      '第五条只有 1 款，没有第五条第二款。',
    );
    expect(at(report(2024, '依据《条例》第五条第（一‸）项办理。')).contents).toContain('第五条没有分项');
    expect(at(report(2018, '依据《条例》第四十九‸条办理。')).contents).toContain(
      '另一版（2019年修订）有第四十九条（年度报告时限）',
    );
  });

  test('members of a chain and the topics of a range', () => {
    const text = '公开《条例》第十九条、第二十条第（五）项至第（六）‸项的信息。';
    const { contents, text: quoted } = at(report(2024, text));
    expect(quoted).toBe('第（六）项');
    expect(contents).toContain('- 第（五）项：行政许可和其他对外管理服务事项\n- 第（六）项：行政处罚、行政强制');
    expect(at(report(2024, '公开《条例》第十‸九条、第二十条第（五）项的信息。')).contents).toContain('主动公开标准');
  });

  test('named and abbreviated statutes and numbers without a clause', () => {
    const basis =
      '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）、《政府信息公开信息处理费管理办法》（以下简称《办法》）编制。';
    expect(at(report(2018, basis.replace('处理费', '处‸理费'))).contents).toContain('起施行（未核实）');
    expect(at(report(2018, `${basis}\n\n全面落实《办‸法》。`)).contents).toContain('国办函〔2020〕109号');
    expect(at(report(2018, `${basis}\n\n全面落实《条‸例》。`)).contents).toContain('2007年公布');
    expect(at(report(2024, '按照国办函〔2020〕‸109号收费。')).contents).toContain('政府信息公开信息处理费管理办法');
    expect(at(report(2024, '依据《条例》（国令第 711‸ 号）编制。')).contents).toContain('2019年修订（原文写明）');
    expect(maybeAt(report(2024, '落实《某‸办法》第三条。'))).toBeNull();
  });

  test('numbers of documents on policy, alone and behind a title', () => {
    expect(at(report(2018, '按照国办发[2018]‸23号部署。')).contents).toContain('2018年政务公开工作要点');
    const { contents, text } = at(report(2018, '按照《年度要‸点》（国办发〔2018〕23号）部署。'));
    expect(text).toBe('《年度要点》（国办发〔2018〕23号）');
    expect(contents).toContain('部分未核实');
  });

  test('in headings, table captions and figures of a web page', () => {
    expect(at(report(2024, '## 二、落实《条例》第二十三‸条情况')).contents).toContain('公开途径');
    expect(
      at(report(2024, '## 二、主动公开政府信息情况\n\n| 第二十条第‸（五）项 | | |\n|---|---|---|\n| 行政许可 | 3 | |'))
        .contents,
    ).toContain('行政许可和其他对外管理服务事项');
    const page = '<h1>临溪县林业局2024年政府信息公开工作年度报告</h1><p>依据&nbsp;《条例》第三十&#8204;三‸条答复。</p>';
    expect(at(page).contents).toContain('第三十三条');
  });

  test('without a report year the newest version is shown, and that is said', () => {
    expect(at('依据《条例》第三十三‸条答复。\n').contents).toContain('报告年度不明');
  });

  test('in English', () => {
    const { contents } = at(report(2024, '按照《条例》第三十三‸条答复。'), 'en');
    expect(contents).toContain('in force since 2019-05-15');
    expect(contents).toContain('Version that applies: 2019 revision (the report year is 2024).');
    expect(contents).toContain('At once where possible');
  });
});

describe('figures', () => {
  const newReceived = '一、本年新收政府信息公开申请数量';

  test("a row total with today's numbers", () => {
    const { contents, text } = at(report(2024, HEADER + row(newReceived, 3, 1, 0, 0, 0, 1, '5‸')));
    expect(text).toBe('5');
    expect(contents).toContain('一、本年新收政府信息公开申请数量 × 总计');
    expect(contents).toContain('总计 5 = 3 + 1 + 0 + 0 + 0 + 1 ✓');
  });

  test('a broken total, blanks as zero', () => {
    expect(at(report(2024, HEADER + row(newReceived, 3, 1, '', '', 0, 0, '‸5'))).contents).toContain(
      '各项合计少 1：总计 5 ≠ 3 + 1 + 0 + 0 + 0 + 0 = 4（2 格未填，按 0 计）',
    );
  });

  test('a blank total shows the computed value, an unreadable member stays unknown', () => {
    expect(at(report(2024, HEADER + row(newReceived, 3, 1, 0, 0, 0, 0, '‸'))).contents).toContain(
      '总计未填，各项合计：3 + 1 + 0 + 0 + 0 + 0 = 4',
    );
    expect(at(report(2024, HEADER + row(newReceived, '三', 1, 0, 0, 0, 0, '‸4'))).contents).toContain('不能核对');
    expect(at(report(2024, HEADER + row(newReceived, '', '', '', '', '', '', '‸4'))).contents).toContain('都未填');
  });

  test('a column total adds up the results and stands in the balance of the table', () => {
    const table =
      HEADER +
      row(newReceived, 3, 0, 0, 0, 0, 0, 3) +
      row('二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1) +
      row('（一）予以公开', 2, 0, 0, 0, 0, 0, 2) +
      row('（二）部分公开', 1, 0, 0, 0, 0, 0, 1) +
      row('（七）总计', '‸3', 0, 0, 0, 0, 0, 3) +
      row('四、结转下年度继续办理', 1, 0, 0, 0, 0, 0, 1);
    const { contents } = at(report(2024, table));
    expect(contents).toContain('（七）总计');
    expect(contents).toContain(
      '一、本年新收政府信息公开申请数量 3 + 二、上年结转政府信息公开申请数量 1 = （七）总计 3 + 四、结转下年度继续办理 1 ✓',
    );
  });

  test('a result shows the sum that prose speaks of', () => {
    const table =
      HEADER +
      row('1.本机关不掌握相关政府信息', '‸2', 0, 0, 0, 0, 0, 2) +
      row('2.没有现成信息需要另行制作', 3, 0, 0, 0, 0, 0, 3);
    expect(at(report(2024, table)).contents).not.toContain('合计');
    expect(at(report(2024, table + row('3.补正后申请内容仍不明确', '', 0, 0, 0, 0, 0, 0))).contents).toContain(
      '（四）无法提供合计（自然人）：5',
    );
  });

  test('a figure without an equation names its row and column', () => {
    expect(at(report(2024, HEADER + row(newReceived, 3, '‸1', 0, 0, 0, 0, 4))).contents).toContain('× 商业企业');
  });
});

describe('labels and headings', () => {
  test('row labels with the clause behind them', () => {
    const { contents, text } = at(
      report(
        2024,
        HEADER + row('2.没有现成信息‸需要另行制作', 0, 0, 0, 0, 0, 0, 0) + row('（一）予以公开', 0, 0, 0, 0, 0, 0, 0),
      ),
    );
    expect(text).toBe('2.没有现成信息需要另行制作');
    expect(contents).toContain('三、本年度办理结果 › （四）无法提供');
    expect(contents).toContain('第三十八条 · 不加工分析');
  });

  test('the column 总计 is not the row （七）总计', () => {
    const found = maybeAt(
      report(2024, HEADER.replace('| 总计', '| 总‸计') + row('（一）予以公开', 1, 0, 0, 0, 0, 0, 1)),
    );
    expect(found?.contents ?? '').not.toContain('不含结转下年度');
  });

  test('column labels', () => {
    const table =
      '## 二、主动公开政府信息情况\n\n| 第二十条第（一）项 | | | |\n|---|---|---|---|\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有‸效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 1 | 0 | 2 |';
    expect(at(report(2024, table)).contents).toContain('年末仍有效的件数');
  });

  test('section headings: what must be reported, and why', () => {
    const { contents, text } = at(report(2024, '## 五、存在的主要‸问题及改进情况\n\n无。'));
    expect(text).toBe('五、存在的主要问题及改进情况');
    expect(contents).toContain('必须有的部分');
    expect(contents).toContain('不能只写“无”');
    expect(contents).toContain('依据：第五十条第一款第（四）项');
    expect(at(report(2024, '## 三、收到和处理政府‸信息公开申请情况')).contents).toContain('应有表格');
  });

  test('nothing on plain text, blank lines, unknown headings and beyond the end', () => {
    expect(maybeAt(report(2024, '本机关高度‸重视。'))).toBeNull();
    expect(maybeAt(report(2024, '本机关高度重视。\n‸\n继续。'))).toBeNull();
    expect(maybeAt(report(2024, '## 十、某某‸篇章'))).toBeNull();
    expect(maybeAt('‸')).toBeNull();
    const snapshot = new Snapshot('untitled:draft.md', 1, new Source('《条例》第五条'), DEFAULT_SETTINGS);
    expect(hover(snapshot, 999, 'zh-CN')).toBeNull();
  });
});

describe('safety', () => {
  test('words of the draft cannot become markup, links or HTML', () => {
    const escaped = escapeMarkdown('<img src=x> [点我](command:run) **粗** `码` https://a.b | # ~~删~~\n下一行');
    expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[<>[\]()*`:|#~]/);
    expect(escaped).not.toContain('\n');
    expect(escapeMarkdown('长'.repeat(500))).toHaveLength(201);
  });

  test('every place of a dense draft gives a span inside the draft, in both languages', () => {
    const text = report(
      2018,
      `## 一、概述\n\n根据《条例》第十条第（一）项和新《条例》第五十七条、&lt;b&gt;。\n\n${HEADER}${row('一、本年新收', '3', '<b>1</b>', '', '-', 'x', '', '5')}| 残缺\n<table><tr><td>第三十一条`,
    );
    const snapshot = new Snapshot('untitled:draft.md', 1, new Source(text), DEFAULT_SETTINGS);
    for (let offset = 0; offset <= text.length; offset++) {
      for (const language of ['zh-CN', 'en'] as const) {
        const found = hover(snapshot, offset, language);
        if (!found) continue;
        expect(found.span.start).toBeGreaterThanOrEqual(0);
        expect(found.span.end).toBeLessThanOrEqual(text.length);
        expect(found.contents).not.toMatch(/undefined|NaN|hover\./);
      }
    }
  });
});
