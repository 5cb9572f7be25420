import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../../server/src/model/statements/figures.ts';
import { readLists } from '../../../../server/src/model/statements/lists/readLists.ts';
import { PARAGRAPH_END, tokensOf } from '../../../../server/src/model/statements/tokens.ts';

const FACTS = { year: 2024, body: '临溪县林业局' };

function readText(written: string, topic?: string) {
  const text = written.replaceAll('⏎', PARAGRAPH_END);
  const tokens = tokensOf(text);
  const figures = readFigures(
    text,
    tokens,
    text.split(PARAGRAPH_END).map(() => topic),
    FACTS,
  );
  return { figures, lists: readLists(text, tokens, figures) };
}

/** The figure with a number. */
const figure = (text: string, value: number, topic?: string) => {
  const found = readText(text, topic).figures.find(({ number }) => number.value === value);
  if (!found) throw new Error(`no ${String(value)} in ${text}`);
  return found;
};

describe('what a figure says', () => {
  it.each([
    ['全年收到政府信息公开申请12件', 12, 'applications', ['received']],
    ['县长信箱收到信件238件，办结99件', 99, 'letters', ['replied']],
    ['申请公开政府信息65件', 65, 'applications', []],
    ['规划计划类信息7条', 7, 'information', []],
    ['收到388条留言', 388, 'messages', ['received']],
    ['作出行政处罚决定44件', 44, 'penalties', ['decided']],
    ['属于四类过程性信息不予公开的6件', 6, undefined, ['refusedProcessInformation', 'refused']],
    ['因内部管理等原因不予公开的9件', 9, undefined, ['refused']],
  ])('%s: %d', (text, value, matter, steps) => {
    const read = figure(text, value);
    expect({ matter: read.matter, steps: read.steps }).toEqual({ matter, steps });
  });

  it.each([
    ['😀', 0],
    ['📌 ', 0],
    ['𠮷', 2],
  ])('before it pictographs are nothing, letters are unknown: %s', (sign, unknown) => {
    expect(figure(`${sign}全年新收政府信息公开申请12件`, 12)).toMatchObject({ unknown, matter: 'applications' });
  });

  it.each([
    ['上年结转政府信息公开申请3件', 3, 'carriedIn'],
    ['2023年结转的申请3件', 3, 'carriedIn'],
    ['结转至2025年办理的申请3件', 3, 'carriedOut'],
    ['3件申请结转下年度继续办理', 3, 'carriedOut'],
  ])('carrying over and its year: %s', (text, value, step) => {
    expect(figure(text, value).steps).toContain(step);
  });

  it.each([
    ['全县公开信息90条', 90, 'area', undefined],
    ['临溪县林业局公开信息90条', 90, 'own', undefined],
    ['临溪县水务局公开信息90条', 90, 'other', undefined],
    ['上半年收到申请5件', 5, undefined, 'partial'],
    ['截至6月底收到申请5件', 5, undefined, 'partial'],
    ['截至12月31日收到申请5件', 5, undefined, undefined],
    ['历年累计收到申请50件', 50, undefined, 'allYears'],
    ['全年累计公开信息50条', 50, undefined, 'this'],
    ['2023年公开信息50条', 50, undefined, 'last'],
    ['2025年，计划举办培训4期', 4, undefined, 'planned'],
  ])('whose and when: %s', (text, value, whose, when) => {
    const read = figure(text, value);
    expect({ whose: read.whose, when: read.when }).toEqual({ whose, when });
  });

  it('whose goes on in a sentence, and ends with it', () => {
    const { figures } = readText('县本级收到申请70件，答复68件。收到信件9件。');
    expect(figures.map(({ whose }) => whose)).toEqual(['ownLevel', 'ownLevel', undefined]);
  });

  it('a heading tells what the figures below it count', () => {
    expect(figure('办结30件', 30, 'applications').matterSource).toBe('heading');
  });

  it.each([
    ['比上年增加5件', 5, 'difference'],
    ['同比增长3.2%', 3.2, 'change'],
    ['占总数的25%', 25, 'share'],
    ['办结率98.5%', 98.5, 'rate'],
    ['平均每期200份', 200, 'average'],
    ['增减幅度为21.1%', 21.1, 'change'],
    ['分三类情形', 3, 'announced'],
  ])('the kind of number: %s', (text, value, kind) => {
    expect(figure(text, value).kind).toBe(kind);
  });

  it('a change without a word of its direction has none', () => {
    expect(figure('增减幅度为21.1%', 21.1).direction).toBeUndefined();
  });

  it('names before 分别为 belong to the figures one by one', () => {
    const { figures } = readText('行政诉讼7件，结果维持、结果纠正、其他结果的分别为4件、2件、1件。');
    expect(figures.slice(1).map(({ steps }) => steps)).toEqual([['upheld'], ['corrected'], ['otherOutcome']]);
  });
});

/** Lists as `whole = part + part`, with what the words say of them. */
const listsOf = (text: string) =>
  readText(text).lists.map(
    ({ whole, parts, isClosed, isOpen }) =>
      `${String(whole.number.value)} = ${parts.map(part => String(part.figure.number.value)).join(' + ')}${isClosed ? ' closed' : ''}${isOpen ? ' open' : ''}`,
  );

describe('wholes and parts', () => {
  it.each([
    ['公开信息60条，其中政策类20条、动态类30条、其他10条。', '60 = 20 + 30 + 10 closed'],
    ['公开信息60条：政策类20条；动态类40条。公众号另推送9条。', '60 = 20 + 40 closed'],
    ['公开信息60条（网站20条、微信40条）。', '60 = 20 + 40 closed'],
    ['公开信息60条，主要包括政策类20条、动态类30条等。', '60 = 20 + 30 open'],
    ['公开信息60条。其中，政策类20条，动态类40条。', '60 = 20 + 40'],
    ['办结的60件申请中，予以公开20件，不予公开40件。', '60 = 20 + 40'],
    ['一季度收到申请20件，二季度30件，两项合计50件。', '50 = 20 + 30 closed'],
    ['公开信息60条，分类如下：⏎1.政策类20条。⏎2.动态类40条。⏎本年举办培训3条。', '60 = 20 + 40 closed'],
    ['收到诉求60件，由咨询类20件、投诉类40件组成。', '60 = 20 + 40 closed'],
  ])('%s', (text, list) => {
    expect(listsOf(text)).toContain(list);
  });

  it('a list of a part is passed over where stronger signs part its whole from the next part', () => {
    expect(listsOf('公开信息60条：网站40条，其中首页10条、专栏30条；微信20条。')).toEqual([
      '60 = 40 + 20 closed',
      '40 = 10 + 30',
    ]);
  });

  it.each([
    '公开信息60条。此外，公众号推送90篇。',
    '34个部门、17个单位参加培训。',
    '新收申请12件，上年结转2件，办结13件，结转下年1件。',
    '公开信息60条，比上年增加9条。',
  ])('no list with words that open it: %s', text => {
    expect(readText(text).lists.filter(({ form }) => form !== 'implied')).toEqual([]);
  });
});
