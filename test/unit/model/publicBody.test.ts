import { describe, expect, it } from 'vitest';
import { isOffice, kindOfBody } from '../../../server/src/model/publicBody.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

const NAMES = {
  countyGovernment: ['新源县人民政府', '北京市海淀区人民政府', '鄂温克族自治旗人民政府'],
  township: [
    '新源县白河镇人民政府',
    '新源县白河镇',
    '白河乡人民政府',
    '白河镇政府',
    '江东区上海街道办事处',
    '江东区上海街道',
    '青山市西区办事处',
    '江东区和平社区',
    '新源县白河镇河口村村民委员会',
    '新源县白河镇河口村委会',
    '江东区和平居民委员会',
  ],
  localDepartment: [
    '青山市教育局',
    '教育局',
    '江苏省财政厅',
    '海淀区卫生健康委员会',
    '海淀区卫健委',
    '青山市农业农村委员会',
    '青山市农业农村委',
    '青山市人民政府国有资产监督管理委员会',
    '青山县市场监督管理局',
    '青山市公安局交通警察大队',
  ],
  nationalOffice: ['国家市场监督管理总局', '国家税务总局青山市税务局', '青山市税务局', '青山市气象局', '黄埔海关'],
  unknown: [
    '上海市人民政府',
    '宿迁市人民政府',
    '昆山市人民政府',
    '江苏省人民政府',
    '广西壮族自治区人民政府',
    '恩施土家族苗族自治州人民政府',
    '香港特别行政区政府',
    '宿迁市人民政府办公室',
    '江苏省人民政府办公厅',
    '国务院办公厅',
    '交通运输部',
    '中国证监会',
    '浦东新区人民政府',
    '中共青山市委',
    '新源县人大常委会',
    '政协青山市委员会',
    '青山经济技术开发区管理委员会',
    '青山市政务服务中心',
    '青山市人民政府驻北京办事处',
    '',
    '本机关',
    '某局',
  ],
} as const;

describe('kind of a public body by its name', () => {
  for (const [kind, names] of Object.entries(NAMES)) {
    it.each(names)(`%s: ${kind}`, name => {
      expect(kindOfBody(name)).toBe(kind);
    });
  }
});

describe('an office with a task of its own', () => {
  it('is one of a local government or of a department of the State Council', () => {
    for (const name of [...NAMES.countyGovernment, ...NAMES.township, ...NAMES.unknown])
      expect(isOffice(name), name).toBe(false);
    for (const name of ['青山市教育局', '江苏省财政厅', '青山市税务局']) expect(isOffice(name), name).toBe(true);
  });
});

describe('the deadline', () => {
  /** Whether a report with this signature is late. */
  async function isLate(body: string, date: string): Promise<boolean> {
    const text = `${body}2024年政府信息公开工作年度报告\n\n一、总体情况\n\n本局认真贯彻条例。\n\n${date}\n`;
    const snapshot = new Snapshot('test', 1, new Source(text), DEFAULT_SETTINGS);
    const { findings } = await snapshot.findings(UNINTERRUPTED);
    return findings.some(({ rule }) => rule === 'dates/late-publication');
  }

  it('is that of the kind of body', async () => {
    for (const [kind, names] of Object.entries(NAMES)) {
      const isDepartment = kind === 'localDepartment' || kind === 'nationalOffice';
      for (const name of names.filter(each => each !== '')) {
        expect(await isLate(name, '2025年2月20日'), name).toBe(isDepartment);
        expect(await isLate(name, '2025年4月20日'), name).toBe(kind !== 'township');
      }
    }
  });
});

describe('one place', () => {
  it('tells the kinds apart; no rule judges a name by its ending', () => {
    const second = sourceFiles('server/src/rules', 'server/src/model', 'server/src/analysis', 'server/src/features')
      .filter(({ path }) => path !== 'server/src/model/publicBody.ts')
      .filter(({ text }) => /(?:局\||\|局)[^\n/`']{0,60}(?:委|厅|镇|街道)[^\n/`']{0,60}\)\$/.test(text));
    expect(second.map(({ path }) => path)).toEqual([]);
  });
});
