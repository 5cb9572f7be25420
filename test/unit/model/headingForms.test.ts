import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionById } from '../../../server/src/format/index.ts';
import { reportOf } from './reports.ts';

// Headings composed of forms of the number × forms of the title × what follows; all six sections must be found.

const SECTIONS = editionById('2021')!.sections;
const IDS = SECTIONS.map(({ id }) => id);
const NUMERALS = '一二三四五六';
const FORMAL = '壹贰叁肆伍陆';
const TITLE = '青屿县教育局2024年政府信息公开工作年度报告';
const TEXTS = ['认真贯彻条例，按时更新目录。', '专人负责，及时办理。', '没有收取费用。'];

type Form = (i: number) => string;
/** Forms with a sign behind the numeral. */
const NUMBERED: readonly Form[] = [
  i => `${NUMERALS.charAt(i)}、`,
  i => `${NUMERALS.charAt(i)}．`,
  i => `${NUMERALS.charAt(i)}.`,
  i => `${NUMERALS.charAt(i)}，`,
  i => `${NUMERALS.charAt(i)} 、 `,
  i => `${NUMERALS.charAt(i)}﹑`,
  i => `${FORMAL.charAt(i)}、`,
  i => `第${NUMERALS.charAt(i)}部分 `,
  i => `第${NUMERALS.charAt(i)}部分：`,
];
/** Forms that count only where the title stands alone behind them. */
const LOOSE: readonly Form[] = [
  i => `${NUMERALS.charAt(i)} `,
  i => NUMERALS.charAt(i),
  i => `${NUMERALS.charAt(i)}：`,
  i => `${NUMERALS.charAt(i)}·`,
];
const DASHES = Array.from('—－ー–―─-‐−ㄧ');
const MARKS: readonly ((heading: string) => string)[] = [
  heading => heading,
  heading => `## ${heading}`,
  heading => `**${heading}**`,
  heading => `　　${heading}`,
  heading => `${heading}：`,
  heading => `${heading}  `,
];

const titleOf = (i: number) => fc.constantFrom(SECTIONS[i]!.title, ...SECTIONS[i]!.variants);
const titles = fc.tuple(titleOf(0), titleOf(1), titleOf(2), titleOf(3), titleOf(4), titleOf(5));
const six = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 6, maxLength: 6 });

function expectSix(draft: string): void {
  expect(
    reportOf(draft).sections.map(({ id }) => id),
    draft,
  ).toEqual(IDS);
}

const runs = { numRuns: 400 };

describe('six headings', () => {
  it('each on its line, in any form of the number', () => {
    fc.assert(
      fc.property(
        titles,
        six(fc.constantFrom(...NUMBERED, ...LOOSE)),
        fc.constantFrom(...MARKS),
        (names, forms, mark) => {
          const parts = names.map((name, i) => `${mark(`${forms[i]!(i)}${name}`)}\n\n${TEXTS[i % 3]!}`);
          expectSix(`${TITLE}\n\n${parts.join('\n\n')}\n`);
        },
      ),
      runs,
    );
  });

  it('the first with a dash for 一', () => {
    fc.assert(
      fc.property(titles, fc.constantFrom(...DASHES), fc.constantFrom(...MARKS), (names, dash, mark) => {
        const parts = names.map(
          (name, i) => `${mark(`${i === 0 ? dash : NUMERALS.charAt(i)}、${name}`)}\n\n${TEXTS[i % 3]!}`,
        );
        expectSix(`${TITLE}\n\n${parts.join('\n\n')}\n`);
      }),
      runs,
    );
  });

  it('one of them numbered in another form', () => {
    const other = fc.constantFrom<Form>(
      i => String.fromCharCode(0x3220 + i),
      i => `${String.fromCharCode(0x3220 + i)}、`,
      i => `（${NUMERALS.charAt(i)}）`,
      i => `${String(i + 1)}、`,
      i => `${String(i + 1)}.`,
      () => '',
    );
    fc.assert(
      fc.property(titles, fc.integer({ min: 0, max: 4 }), other, (names, odd, form) => {
        const parts = names.map(
          (name, i) => `${i === odd ? form(i) : `${NUMERALS.charAt(i)}、`}${name}\n\n${TEXTS[i % 3]!}`,
        );
        expectSix(`${TITLE}\n\n${parts.join('\n\n')}\n`);
      }),
      runs,
    );
  });

  it('all in one other form', () => {
    const form = fc.constantFrom<Form>(
      i => String.fromCharCode(0x3220 + i),
      i => `（${NUMERALS.charAt(i)}）`,
      i => `${String(i + 1)}、`,
      i => String.fromCharCode(0x2488 + i),
      () => '',
    );
    fc.assert(
      fc.property(titles, form, (names, write) => {
        const parts = names.map((name, i) => `${write(i)}${name}\n\n${TEXTS[i % 3]!}`);
        expectSix(`${TITLE}\n\n${parts.join('\n\n')}\n`);
      }),
      runs,
    );
  });

  it('with the text on their lines', () => {
    const sign = fc.constantFrom('。', '：', ' ', '　', '。 ');
    fc.assert(
      fc.property(titles, six(fc.constantFrom(...NUMBERED)), sign, (names, forms, gap) => {
        const parts = names.map((name, i) => `${forms[i]!(i)}${name}${gap}${TEXTS[i % 3]!}`);
        expectSix(`${TITLE}\n\n${parts.join('\n\n')}\n`);
      }),
      runs,
    );
  });

  it('with run-in paragraphs of the same numbers in the first of them', () => {
    const items = [
      '加强组织领导',
      '确保信息安全',
      '主动公开政府信息情况',
      '依申请公开政府信息情况',
      '行政复议和诉讼情况',
      '收费及减免情况',
    ];
    fc.assert(
      fc.property(titles, fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 5 }), (names, count, place) => {
        const list = items.slice(0, count).map((item, i) => `${NUMERALS.charAt(i)}、${item}。${TEXTS[i % 3]!}`);
        const parts = names.map((name, i) =>
          [`${NUMERALS.charAt(i)}、${name}`, ...(i === place ? list : [TEXTS[i % 3]!])].join('\n\n'),
        );
        expectSix(`${TITLE}\n\n${parts.join('\n\n')}\n`);
      }),
      runs,
    );
  });

  it('one of them at the end of the paragraph before it', () => {
    const end = fc.constantFrom('。', '（电话：0000-0000000）。', '！', '”。', '；');
    fc.assert(
      fc.property(titles, fc.integer({ min: 0, max: 5 }), end, fc.constantFrom('', ' '), (names, glued, sign, gap) => {
        const stop = sign === '；' ? '。' : sign;
        const parts = names.map((name, i) => {
          const text = i + 1 === glued ? `专人负责${stop}` : TEXTS[i % 3]!;
          return `${i === glued ? gap : i === 0 ? '' : '\n\n'}${NUMERALS.charAt(i)}、${name}\n\n${text}`;
        });
        expectSix(`${TITLE}\n\n由办公室编制，欢迎监督${stop}${glued === 0 ? '' : '\n\n'}${parts.join('')}\n`);
      }),
      runs,
    );
  });

  it('on one line with all their text', () => {
    const gap = fc.constantFrom('', ' ', '　　');
    fc.assert(
      fc.property(six(fc.constantFrom(...NUMBERED.slice(0, 6))), gap, gap, (forms, before, behind) => {
        const text = '认真贯彻条例，按时更新目录，专人负责，及时办理，没有收取费用，欢迎监督。'.repeat(2);
        const parts = SECTIONS.map(({ title }, i) => `${before}${forms[i]!(i)}${title}${behind}${text}`);
        expectSix(`${TITLE} 根据条例编制。${parts.join('')}`);
      }),
      runs,
    );
  });
});

describe('what is no heading', () => {
  it.each([
    '本报告包括一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、其他。',
    '本报告包括：一、总体情况，二、主动公开政府信息情况，三、其他需要报告的事项。',
    '内容见下。一、总体情况。二、主动公开政府信息情况。三、收到和处理政府信息公开申请情况。',
    '按照“一、总体情况”的要求填写。',
    '详见第一、总体情况。',
    '—— 总体情况',
    '- 总体情况不错',
    '一总体情况较好，二是问题不多。',
    '－1.5、总体情况',
  ])('%s', line => {
    expect(reportOf(`${TITLE}\n\n${line}\n`).sections).toEqual([]);
  });
});
