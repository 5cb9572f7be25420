import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/fixture.ts';
import { sampleReport } from '../../support/sample.ts';

// Sentences beside the tables of the sample: right ones bring nothing, and the same with one wrong figure are noticed.

const PLACES = {
  disclosed: '（一）主动公开。',
  requests: '（二）依申请公开。',
  sites: '（四）政府信息公开平台建设。',
} as const;
type Place = keyof typeof PLACES;

async function found(place: Place, sentence: string): Promise<readonly string[]> {
  const report = sampleReport('pipe')
    .split('\n')
    .map(line => (line.startsWith(PLACES[place]) ? PLACES[place] + sentence : line))
    .join('\n');
  const findings = await findingsOf(report);
  return findings.filter(({ severity }) => severity !== 'hint').map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('other wordings of the same', () => {
  it.each<readonly [Place, string, string, string]>([
    // Carried over and answered.
    ['requests', '上一年度转接9件，全年办毕123件。', '9件|8件', 'prose/against-table error'],
    ['requests', '留待次年继续办理的申请6件。', '6件|9件', 'prose/against-table error'],
    ['requests', '给予答复的申请123件。', '123件|124件', 'prose/against-table error'],
    ['requests', '作出不予公开决定24件。', '24件|26件', 'prose/against-table warning'],
    ['requests', '因未掌握相关信息无法提供的17件。', '17件|19件', 'prose/against-table error'],
    // A rate before what it is of, and what was done in time.
    ['requests', '申请办结率为95.3%，受理129件，办结123件。', '95.3%|93.5%', 'prose/share warning'],
    ['sites', '收到热线工单1560件，按时办结1550件，办结率99.4%。', '99.4%|94.9%', 'prose/share warning'],
    // Last year's count behind the change; years written short.
    ['requests', '收到申请120件，同比上升20%，上年同期为100件。', '20%|24%', 'prose/year-on-year warning'],
    ['requests', '24年新收申请120件，23年新收96件，增幅25%。', '96件|90件', 'prose/year-on-year warning'],
    ['requests', '新收申请120件，较23年的100件增加20件。', '增加20件|增加26件', 'prose/year-on-year warning'],
    // Stocks.
    ['sites', '现有栏目36个，年初38个，新增2个，撤销4个。', '4个|5个', 'prose/flow warning'],
    ['sites', '政务新媒体由年初15个减少到12个，关停3个。', '3个|2个', 'prose/flow information'],
    // Wholes and parts.
    ['disclosed', '发布解读42篇，构成为：文字类20篇、图解类15篇、视频类7篇。', '15篇|18篇', 'prose/parts-total error'],
    ['disclosed', '开展业务培训6场次，上半年2场、下半年4场。', '4场|5场', 'prose/parts-total warning'],
    ['disclosed', '编发政务公开简报24期，每期印发50份，共计发放1200份。', '1200份|1250份', 'prose/average warning'],
  ])('%s: %s', async (place, right, change, finding) => {
    const [from = '', to = ''] = change.split('|');
    expect(await found(place, right)).toEqual([]);
    expect(await found(place, right.replace(from, to))).toEqual([finding]);
  });

  it.each<readonly [Place, string]>([
    ['requests', '同意公开47件，部分同意公开12件，不予公开24件，无法提供22件，不予处理12件，其他情形6件。'],
    ['requests', '上年办结率为98%，今年收到申请129件，办结123件。'],
    ['disclosed', '工作人员从事档案管理20年，发布信息1250条；系统运行12年，更新信息430条。'],
    ['sites', '政务新媒体账号由年初15个减少到12个，新增专栏2个。'],
    ['sites', '公众号粉丝由年初的8000人增至9600人，新增粉丝2100人。'],
    ['sites', '设24小时自助查阅点2个，11年来接待查阅3600人次。'],
  ])('%s: nothing is wrong with %s', async (place, right) => {
    expect(await found(place, right)).toEqual([]);
  });
});
