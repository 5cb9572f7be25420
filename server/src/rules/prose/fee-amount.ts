import { placeOfFigure } from '../support/statedFigures.ts';
import { statuteById } from '../../statutes/index.ts';
import { defineRule, finding } from '../support/rule.ts';
import { feesIn } from '../../model/statements/fees.ts';

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
  severity: 'information',
  scope: 'report',
  *run({ report: { edition }, chains }) {
    if (!edition || edition.years.from < TARIFF_SINCE) return;
    for (const chain of chains) {
      for (const { figure, basis } of feesIn(chain.reading)) {
        const { value, decimals, unit } = figure.number;
        if (value % MULTIPLE[basis] === 0) continue;
        yield finding(placeOfFigure(chain, figure), {
          message: basis === 'byRequest' ? 'prose/fee-amount' : 'prose/fee-amount#pages',
          args: { stated: `${value.toFixed(decimals)}${unit}` },
        });
      }
    }
  },
});

/** Year from which the tariff applies. */
const TARIFF_SINCE = Number(statuteById('ogi-fee-2020')?.effective?.slice(0, 4));

/** Yuan of which every fee is a multiple. */
const MULTIPLE = { byRequest: 100, byPages: 10 } as const;
