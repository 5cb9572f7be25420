import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { NO_CLIENT_CAPABILITIES } from '../../../../server/src/features/support/clientCapabilities.ts';
import { completion } from '../../../../server/src/features/completion.ts';
import { toSpan } from '../../../../server/src/features/support/convert.ts';
import { figureDefinition } from '../../../../server/src/features/figures/definition.ts';
import { figureReferences } from '../../../../server/src/features/figures/references.ts';
import { highlights } from '../../../../server/src/features/figures/documentHighlight.ts';
import { hover } from '../../../../server/src/features/hover.ts';
import { annotatedEdit, noticeOf, prepareRename, rename } from '../../../../server/src/features/figures/rename.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { messageOf } from '../../../../server/src/messages/text.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { expandMacros } from '../../../support/macros.ts';

const EDITION = editionById('2021');

/** A draft of 2024 whose first section is `overview`; 182 applications are new, 3 carried over. */
function draftOf(
  overview: string,
  table3 = 'newReceived: 151 31 0 0 0 0; carriedIn: 3 0 0 0 0 0; carriedOut: 5 0 0 0 0 0',
  layout = '',
): string {
  return [
    '{{head 临溪县林业局 2024}}',
    '## 一、总体情况',
    overview,
    '{{parts 二}}',
    '## 三、收到和处理政府信息公开申请情况',
    `{{table3 ${table3}${layout}}}`,
    '{{parts 四}}',
    '{{parts 五-六}}',
  ]
    .map(line => expandMacros(line, EDITION))
    .join('\n\n');
}

/** The draft with the cursor at the ‸. */
function open(marked: string): { snapshot: Snapshot; offset: number; text: string } {
  const text = marked.replace('‸', '');
  return {
    snapshot: new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS),
    offset: marked.indexOf('‸'),
    text,
  };
}

const said = (marked: string) => {
  const { snapshot, offset } = open(marked);
  return hover(snapshot, offset, 'zh-CN')?.contents ?? '';
};

const OVERVIEW = '全年收到政府信息公开申请18‸2件，其中网上申请151件，占82.97%，书面申请31件，占17.03%。';
const NEW_TOTAL = '一、本年新收政府信息公开申请数量 · 总计';

describe('hover on a figure of the text', () => {
  test('what it is read as, its cell, its sum', () => {
    const card = said(draftOf(OVERVIEW)).replaceAll('\\', '');
    expect(card).toContain('182件');
    expect(card).toContain('所指：收到的政府信息公开申请（本年）');
    expect(card).toContain(`表格：${NEW_TOTAL} 182 ✓`);
    expect(card).toContain('合计：182 = 网上申请 151 + 书面申请 31 ✓');
  });

  test('carried over ones included: the reading that fits is said', () => {
    const card = said(draftOf('全年共受理政府信息公开申请18‸5件。')).replaceAll('\\', '');
    expect(card).toContain('182 + 二、上年结转政府信息公开申请数量 · 总计 3 = 185 ✓');
  });

  test('a figure that differs, a share, a rough one, one of which nothing is known', () => {
    expect(said(draftOf('全年收到政府信息公开申请18‸1件。')).replaceAll('\\', '')).toContain('182，与正文相差 1件');
    expect(said(draftOf(OVERVIEW.replace('‸', '').replace('31件', '3‸1件'))).replaceAll('\\', '')).toContain(
      '占比：31 ÷ 182 = 17.03% ✓',
    );
    expect(said(draftOf('全年公开信息32‸00余条。'))).toContain('约数或界限');
    expect(said(draftOf('全年公开信息1.‸2万条。'))).toContain('按四舍五入核对');
    expect(said(draftOf('全年公开信息1.‸2万条。'))).toContain('读作 12000 条：');
    expect(said(draftOf('全年举办培训班‸3期。'))).toContain('读作 3 期：本年培训');
  });

  test.each<[line: string, chinese: string, english: string]>([
    [
      '全年共受理政府信息公开申请18‸5件。',
      '读作 185 件：本年收到的政府信息公开申请，含上年结转',
      'Read as 185 件: applications, received, this year, those carried over from last year included',
    ],
    [
      '2024年，全县收到政府信息公开申请182件，其中县本级收到网上申请6‸0件。',
      '读作 60 件：本年收到的政府信息公开申请，事项承上文，仅网上，本级',
      'Read as 60 件: applications, received, this year, the matter is the one named before, only online, of this level alone',
    ],
    [
      '培训24场，比上年增加‸4场。',
      '读作 4 场：培训，事项承上文，差额，增加',
      'Read as 4 场: training, the matter is the one named before, a difference, more',
    ],
    [
      '培训24场，比上年增长2‸0%。',
      '读作 20 %：培训，事项承上文，增减幅度，增加',
      'Read as 20 %: training, the matter is the one named before, a change, more',
    ],
    ['日均访问量120‸0人次。', '读作 1200 人次：访问量，平均数', 'Read as 1200 人次: visits, an average'],
    [
      '收到申请180件，按期答复率1‸00%。',
      '读作 100 %：政府信息公开申请，事项承上文，仅按期，比率',
      'Read as 100 %: applications, the matter is the one named before, only in time, a rate',
    ],
    [
      '2023年收到申请4‸0件。',
      '读作 40 件：上年收到的政府信息公开申请',
      'Read as 40 件: applications, received, last year',
    ],
    [
      '本年新收申请4‸0件。',
      '读作 40 件：本年新收的政府信息公开申请',
      'Read as 40 件: applications, newly received, this year',
    ],
    [
      '2019年收到申请4‸0件。',
      '读作 40 件：2019年收到的政府信息公开申请',
      'Read as 40 件: applications, received, 2019',
    ],
    [
      '全年收到申请5件。其中予以公开‸3件，不予公开2件。',
      '读作 3 件：本年予以公开的政府信息公开申请，事项承上文',
      'Read as 3 件: applications, granted, this year, the matter is the one named before',
    ],
    [
      '全年公开信息45条，其中政策解读5条、低保名单‸30条、应急演练10条。',
      '读作 30 条：本年政府信息，事项承上文，词表里没有“低保名单”',
      'Read as 30 条: information, this year, the matter is the one named before, “低保名单” is not in the vocabulary',
    ],
    [
      '全年公开信息45条，其中通知公告栏目‸30条，组织机构15条。',
      '读作 30 条：本年政府信息',
      'Read as 30 条: information, this year',
    ],
    [
      '全年公开信息45条，其中通知公告栏目30条，组织机构‸15条。',
      '读作 15 条：本年政府信息，事项承上文',
      'Read as 15 条: information, this year, the matter is the one named before',
    ],
    [
      '通过网站、微信、微博公开信息‸120条。',
      '读作 120 条：政府信息，仅网站、微信、微博，没有写明时间，按本年',
      'Read as 120 条: information, only website + WeChat + Weibo, no time is named: taken for this year',
    ],
    [
      '全年网站公开信息30条，微信公开信息‸20条。',
      '读作 20 条：本年政府信息，仅微信',
      'Read as 20 条: information, this year, only WeChat',
    ],
    [
      '举办摸排巡山2‸4场。',
      '读作 24 场：没有读出数的是什么，没有写明时间，按本年，词表里没有“摸排巡山”',
      'Read as 24 场: what it counts was not read, no time is named: taken for this year, “摸排巡山” is not in the vocabulary',
    ],
  ])('its facets in words: %s', (line, chinese, english) => {
    const { snapshot, offset } = open(draftOf(line));
    expect(hover(snapshot, offset, 'zh-CN')?.contents.split('\n\n')).toContain(chinese);
    expect(hover(snapshot, offset, 'en')?.contents.split('\n\n')).toContain(english);
  });

  test('a quantity of one cell is named by its row and column', () => {
    const table3 = 'newReceived: 151 31 0 0 0 0; granted: 151 31 0 0 0 0';
    const card = said(draftOf('收到申请182件，其中自然人新收15‸1件。', table3)).replaceAll('\\', '');
    expect(card).toContain('所指：一、本年新收政府信息公开申请数量 · 自然人（本年）');
    expect(card).toContain('自然人 151 ✓');
  });

  test('a list over two paragraphs that does not add up', () => {
    const card = said(draftOf('全年举办培训1‸2场。\n\n其中，线上培训5场，线下培训6场，其他培训2场。')).replaceAll(
      '\\',
      '',
    );
    expect(card).toContain('分项合计多 1：12 ≠ 线上培训 5 + 线下培训 6 + 其他培训 2 = 13');
  });

  test('a citation at the same place is explained instead', () => {
    expect(said(draftOf('依据《条例》第‸五十条编制，收到3件。'))).toContain('第五十条');
  });

  test('a cell names the places in the text', () => {
    const { snapshot, text } = open(draftOf(OVERVIEW));
    const at = text.indexOf('| 182 |') + 2;
    expect(hover(snapshot, at, 'zh-CN')?.contents.replaceAll('\\', '')).toContain(
      '行“182件”（收到的政府信息公开申请）✓',
    );
  });
});

const linesOf = (snapshot: Snapshot, ranges: readonly { range: Parameters<typeof toSpan>[1] }[]) =>
  ranges.map(({ range }) => snapshot.source.slice(toSpan(snapshot.source, range)));

describe('definition and references', () => {
  test('from the text to the cell, from the total to its members', () => {
    const { snapshot, offset, text } = open(draftOf(OVERVIEW));
    const [link, ...more] = figureDefinition(snapshot, offset) ?? [];
    expect(more).toEqual([]);
    const cell = text.indexOf('| 182 |') + 2;
    expect(link && toSpan(snapshot.source, link.targetSelectionRange)).toEqual({ start: cell, end: cell + 3 });
    expect(figureDefinition(snapshot, cell)).toHaveLength(6);
  });

  test('a sum of cells leads to each, a whole that no table holds to its parts', () => {
    const sum = open(draftOf('全年共受理政府信息公开申请18‸5件。'));
    expect(figureDefinition(sum.snapshot, sum.offset)).toHaveLength(2);
    const whole = open(draftOf('全年举办培训1‸2场，其中线上5场，线下7场。'));
    expect(
      figureDefinition(whole.snapshot, whole.offset)?.map(({ targetRange }) =>
        whole.snapshot.source.slice(toSpan(whole.snapshot.source, targetRange)),
      ),
    ).toEqual(['5场', '7场']);
  });

  test('every place of a quantity, also one that differs; sums with a cell are among its references', () => {
    const { snapshot, offset } = open(
      draftOf(`${OVERVIEW}\n\n2024年，我局收到政府信息公开申请181件，共受理政府信息公开申请185件。`),
    );
    expect(linesOf(snapshot, figureReferences(snapshot, offset, { includeDeclaration: true }) ?? [])).toEqual([
      '182',
      '182件',
      '181件',
    ]);
    expect(figureReferences(snapshot, offset, { includeDeclaration: false })).toHaveLength(2);
    const cell = snapshot.source.text.indexOf('| 182 |') + 2;
    expect(linesOf(snapshot, figureReferences(snapshot, cell, { includeDeclaration: true }) ?? [])).toEqual([
      '182',
      '182件',
      '181件',
      '185件',
    ]);
  });

  test('nowhere without a figure', () => {
    const { snapshot, offset } = open(draftOf('认真‸贯彻。'));
    expect(figureDefinition(snapshot, offset)).toBeNull();
    expect(figureReferences(snapshot, offset, { includeDeclaration: true })).toBeNull();
    expect(prepareRename(snapshot, offset)).toBeNull();
    expect(highlights(snapshot, offset)).toBeNull();
  });

  test('highlight: whole, parts, cell', () => {
    const { snapshot, offset } = open(draftOf(OVERVIEW));
    expect(linesOf(snapshot, highlights(snapshot, offset) ?? []).sort()).toEqual(['151件', '182', '182件', '31件']);
  });
});

const ABILITIES = { ...NO_CLIENT_CAPABILITIES, documentChanges: true, changeAnnotations: true };

async function renamed(marked: string, to: string) {
  const { snapshot, offset, text } = open(marked);
  const renaming = await rename(snapshot, offset, to, 'zh-CN');
  if (renaming?.kind !== 'edit') return { refused: renaming?.reason };
  const edits = renaming.edits.map(({ range, newText }) => ({ ...toSpan(snapshot.source, range), newText }));
  const after = [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
  return { after, notice: noticeOf(renaming, 'zh-CN'), places: renaming.places, count: edits.length };
}

describe('rename', () => {
  test('text, cell and repeated mentions change, nothing else; what no longer adds up is listed', async () => {
    const marked = draftOf(`${OVERVIEW}\n\n收到政府信息公开申请１８２件。共公开信息182条。`);
    const { after = '', notice, count } = await renamed(marked, '183');
    expect(count).toBe(3);
    expect(after).toContain('收到政府信息公开申请183件，其中');
    expect(after).toContain('收到政府信息公开申请１８３件');
    expect(after).toContain('共公开信息182条');
    expect(after).toContain('| 183 |');
    expect(notice).toMatch(/改后有 \d+ 处需要一并核对/);
    expect(notice).toContain('183');
  });

  test('a mention that differs stays as it is', async () => {
    const { after = '', count } = await renamed(draftOf(`${OVERVIEW}\n\n本年收到政府信息公开申请181件。`), '183');
    expect(count).toBe(2);
    expect(after).toContain('申请181件');
  });

  test('figures that no table holds are one only with the same number', async () => {
    const { count } = await renamed(
      draftOf('全年主动公开政府信息9‸0条。\n\n主动公开政府信息90条。主动公开政府信息25条。'),
      '91',
    );
    expect(count).toBe(2);
  });

  test('the same number of another year, scope or matter stays', async () => {
    const others = '2023年收到申请182件。其中网上申请182件。全年收到信件182件，公开信息182条。';
    const { after = '', count } = await renamed(draftOf(`全年收到政府信息公开申请1‸82件。\n\n${others}`), '183');
    expect(count).toBe(2);
    expect(after).toContain(others);
  });

  test('fees in 元 and 万元, in the text and the table', async () => {
    const text = draftOf('全年收取行政事业性收费1‸2000元，行政事业性收费1.2万元。');
    const at = text.lastIndexOf('| 0 |', text.indexOf('## 三'));
    const { after = '', count } = await renamed(`${text.slice(0, at)}| 1.2 |${text.slice(at + 5)}`, '13000');
    expect(count).toBe(3);
    expect(after).toContain('收费13000元，行政事业性收费1.3万元');
    expect(after).toContain('| 1.3 |');
  });

  test('thousands separators, words and 万 stay as they are', async () => {
    const table3 = 'newReceived: 1151 31 0 0 0 0';
    expect((await renamed(draftOf('全年收到政府信息公开申请1,1‸82件。', table3), '12345')).after).toContain(
      '申请12,345件',
    );
    expect((await renamed(draftOf('结转下年度继续办理‸五件。'), '6')).after).toContain('继续办理六件');
    expect((await renamed(draftOf('全年公开信息1.‸2万条。'), '1.3')).after).toContain('公开信息1.3万条');
  });

  test('what is no number is refused with a reason', async () => {
    const marked = draftOf(OVERVIEW);
    expect((await renamed(marked, '很多')).refused).toContain('不是可以填在这里的数字');
    expect((await renamed(marked, '18.5')).refused).toContain('不是可以填在这里的数字');
    expect((await renamed(marked, '-1')).refused).toContain('不是可以填在这里的数字');
  });

  test.each([
    [
      'a count in the text',
      '全年主动公开政府信息9‸0条。',
      ['7', '0', '1234567', '12.5', '219062.78', '9999999999999999', '1e3'],
    ],
    ['a count with separators', '全年主动公开政府信息1,2‸86条。', ['7', '12.5', '1000000']],
    ['a count that is no whole number', '全年主动公开政府信息21906‸2.78条。', ['7919', '7919.5']],
    ['an amount', '收取信息处理费21906‸2.78元。', ['7919', '7919.5', '0']],
    ['a share', '按时答复率98‸.70%。', ['99', '99.125']],
    ['ten thousands beside ones', '全年主动公开政府信息1.2‸万条。主动公开政府信息12000条。', ['1.35', '2', '0.00012']],
    ['ones beside ten thousands', '全年主动公开政府信息120‸00条。主动公开政府信息1.2万条。', ['13555', '20000', '1']],
    ['a number in words', '结转下年度继续办理‸五件。', ['6', '12', '100']],
    ['a cell', `${OVERVIEW}`, ['183', '0', '18.5', '99999999999999999999']],
  ])('what is changed can be changed back: %s', async (_, overview, numbers) => {
    const marked = draftOf(overview);
    const { snapshot, offset, text } = open(marked);
    const own = prepareRename(snapshot, offset);
    const name = own?.placeholder.replace('五', '5') ?? '';
    const at = snapshot.source.offsetAt(own?.range.start ?? { line: 0, character: 0 });
    // Separators, words and the zeros behind a point may be written otherwise.
    const plain = (draft: string) =>
      draft
        .replace(/(\d),(?=\d{3})/g, '$1')
        .replace(/(\.\d*[1-9])0+(?!\d)/g, '$1')
        .replace(/\.0+(?!\d)/g, '')
        .replace('五件', '5件');
    for (const number of numbers) {
      const { after, refused, count } = await renamed(marked, number);
      if (after === undefined) {
        expect(refused).toContain('请');
        continue;
      }
      const back = await renamed(`${after.slice(0, at)}‸${after.slice(at)}`, name);
      expect(back.refused, `${name} → ${number} → ${name}`).toBeUndefined();
      expect(back.count).toBe(count);
      expect(plain(back.after ?? '')).toBe(plain(text));
    }
  });

  test('a number with decimals in place of a count is to be mended first', async () => {
    expect((await renamed(draftOf('全年主动公开政府信息21906‸2.78条。'), '7919')).refused).toBe(
      '这里应填整数，现在写的是“219062.78”，不能由此修改各处。请先改正这一处。',
    );
  });

  test('a figure that states two quantities is changed once', async () => {
    const { after, count } = await renamed(draftOf('全年新收政府信息公开申请1‸82件，同时受理182件。'), '183');
    expect(after).toContain('申请183件，同时受理183件。');
    expect(count).toBe(3);
  });

  test('a place with markup inside the number is not half changed', async () => {
    const page = `<html><body><h1>临溪县林业局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>收到政府信息公开申请1‸82件。</p><p>全年收到政府信息公开申请<b>18</b>2件。</p><h2>三、收到和处理政府信息公开申请情况</h2>${expandMacros('{{table3 html; newReceived: 151 31 0 0 0 0}}', EDITION)}</body></html>`;
    expect((await renamed(page, '183')).refused).toContain('数字中间有网页标记');
  });

  test.each(['pipe', 'page'])(
    'what no longer adds up is what a fresh reading of the changed draft says: %s',
    async kind => {
      const filling = Array.from({ length: 300 }, (_, i) => `第${String(i)}项工作持续推进，公开信息${String(i)}条。`);
      const overview = [OVERVIEW, ...filling, '全年收到政府信息公开申请１８２件，同上年的100件相比增加82件。'];
      const closing = [...filling, '本年新收申请182件，均已答复。'];
      const marked =
        kind === 'pipe'
          ? `${draftOf(overview.join('\n\n'))}\n\n${closing.join('\n\n')}\n`
          : `<html><body><h1>临溪县林业局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>${overview.join('</p><p>')}</p><h2>三、收到和处理政府信息公开申请情况</h2>${expandMacros('{{table3 html; newReceived: 151 31 0 0 0 0}}', EDITION)}<p>${closing.join('</p><p>')}</p></body></html>`;
      const { snapshot, offset, text } = open(marked);
      const renaming = await rename(snapshot, offset, '183', 'zh-CN');
      if (renaming?.kind !== 'edit') throw new Error('not renamed');
      expect(renaming.edits.length).toBeGreaterThan(2);
      const after = renaming.edits
        .map(({ range, newText }) => ({ ...toSpan(snapshot.source, range), newText }))
        .sort((a, b) => b.start - a.start)
        .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);
      const before = new Set((await snapshot.findings(UNINTERRUPTED)).findings.map(({ fingerprint }) => fingerprint));
      const fresh = new Snapshot(snapshot.uri, snapshot.version, new Source(after), snapshot.settings);
      expect(renaming.troubles.length).toBeGreaterThan(0);
      expect(renaming.troubles).toEqual(
        (await fresh.findings(UNINTERRUPTED)).findings
          .filter(({ severity, fingerprint }) => /error|warning/.test(severity) && !before.has(fingerprint))
          .map(finding => messageOf('zh-CN', finding)),
      );
    },
  );

  test('asked for a preview, with what it does', async () => {
    const { snapshot, offset } = open(draftOf(OVERVIEW));
    expect(prepareRename(snapshot, offset)?.placeholder).toBe('182');
    const renaming = await rename(snapshot, offset, '183', 'zh-CN');
    if (renaming?.kind !== 'edit') throw new Error('not renamed');
    expect(renaming.places).toEqual([
      expect.stringMatching(/^第 \d+ 行 表格（一、本年新收政府信息公开申请数量 · 总计）：182 → 183$/),
      expect.stringMatching(/^第 \d+ 行 正文：182 → 183$/),
    ]);
    const edit = annotatedEdit(renaming, snapshot, ABILITIES, 'zh-CN');
    const [annotation] = Object.values(edit.changeAnnotations ?? {});
    expect(annotation).toMatchObject({ needsConfirmation: true, label: '182 改为 183（2 处）' });
    expect(annotation?.description).toContain('一并核对');
  });
});

function offered(marked: string): string[] {
  const { snapshot, offset } = open(marked);
  return completion(snapshot, offset, {
    language: 'zh-CN',
    clientCapabilities: NO_CLIENT_CAPABILITIES,
    file: { uri: 'file:///2024.md', languageId: 'annual-report' },
    now: new Date(2025, 0, 10),
  }).map(({ label }) => label);
}

describe('completion of figures', () => {
  test('the quantity that was named, in every reading', () => {
    expect(offered(draftOf('全年收到政府信息公开申请‸'))).toEqual(['182件', '185件', '180件']);
    expect(offered(draftOf('全年收到政府信息公开申请1‸'))).toEqual(['182件', '185件', '180件']);
    expect(offered(draftOf('全年收到政府信息公开申请185件，已办结‸'))).toEqual(['180件']);
    expect(offered(draftOf('全年收到政府信息公开申请185件，结转下年度继续办理‸'))).toEqual(['5件']);
    expect(offered(draftOf('全年收到政府信息公开申请185件，不予公开‸'))).toEqual(['0件']);
  });

  test('behind 占, 同比 and 其中', () => {
    expect(offered(draftOf('全年收到政府信息公开申请182件，其中网上申请151件，占‸'))).toEqual(['82.97%']);
    expect(offered(draftOf('全年举办培训24场，上年为20场，同比‸'))).toEqual(['增长20.00%', '增加4场']);
    expect(offered(draftOf('全年收到政府信息公开申请182件，其中‸'))).toEqual(['自然人151件，法人或其他组织31件']);
    expect(offered(draftOf('全年共受理政府信息公开申请185件，其中，‸'))).toEqual(['本年新收182件，上年结转3件']);
  });

  test('nothing where nothing can be computed', () => {
    for (const line of [
      '全年举办培训24场，同比‸',
      '全年举办培训24场，其中‸',
      '群众满意，占‸',
      '去年收到政府信息公开申请‸',
      '网上收到政府信息公开申请‸',
    ]) {
      expect(
        offered(draftOf(line)).filter(label => /\d/.test(label) && !label.includes('表')),
        line,
      ).toEqual([]);
    }
    expect(offered(draftOf('全年收到政府信息公开申请‸', 'blank')).filter(label => /件$/.test(label))).toEqual([]);
  });
});
