import { figureTextOf } from '../../model/prose/figureText.ts';
import type { FigureSentence, ProseFigure } from '../../model/prose/numbers.ts';
import { statuteById } from '../../statutes/index.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 信息处理费的金额按收费标准算不出来。
 *
 * 按件计收的每件一百元起，按百元递增，金额是 100 的倍数；按量（按页）计收的每页十元、二十元、四十元，金额是 10 的倍数。
 *
 * 不报：
 * - 没有写按件还是按量的。
 * - 检索、复制、邮寄等旧标准的成本费；万元为单位的，约数。
 * - 2020年度及以前的报告：标准还没有施行。
 *
 * English: A processing fee that the official tariff cannot give: by request it is a multiple of 100 yuan, by pages of
 * 10. Sums without a stated basis are not judged.
 */
export const feeAmount = defineRule({
  id: 'prose/fee-amount',
  catalogue: ['T3-08'],
  basis: ['statute:ogi-fee-2020#4', 'statute:ogi-fee-2020#5'],
  severity: 'hint',
  scope: 'paragraph',
  reader: (text, block) => (text.includes('信息处理费') ? figureTextOf(block).sentences.flatMap(readFees) : []),
  *run({ place, facts }, fees) {
    if (!facts.edition || facts.edition.years.from < TARIFF_SINCE) return;
    for (const { figure, unit } of fees) {
      yield finding(place(figure.start, figure.end), {
        message: unit === BY_REQUEST ? 'prose/fee-amount' : 'prose/fee-amount#pages',
        args: { stated: `${figure.value.toFixed(figure.decimals)}${figure.unit}` },
      });
    }
  },
});

/** Year from which the tariff applies. */
const TARIFF_SINCE = Number(statuteById('ogi-fee-2020')?.effective?.slice(0, 4));

interface Fee {
  readonly figure: ProseFigure;
  readonly unit: number;
}

const BY_REQUEST = 100;
const BY_PAGES = 10;
const OLD_FEE = /邮寄|复制|检索|成本|工本|打印|复印|材料费/;
/** A rate, and a fee that was not taken. */
const NO_SUM = /每(?:件|页|档|份)|标准|减免|免收|退/;

function readFees({ text, figures }: FigureSentence): Fee[] {
  if (!text.includes('信息处理费') || OLD_FEE.test(text)) return [];
  const isByRequest = /按件/.test(text);
  const isByPages = /按量|按页/.test(text);
  if (!isByRequest && !isByPages) return [];
  const unit = isByPages ? BY_PAGES : BY_REQUEST;
  return figures.flatMap(figure =>
    figure.unit === '元' &&
    figure.modality === 'exact' &&
    !NO_SUM.test(figure.subject) &&
    !/^[/／每一]/.test(figure.tail) &&
    figure.value % unit !== 0
      ? [{ figure, unit }]
      : [],
  );
}
