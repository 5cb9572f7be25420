import { beginsWithItem, wrongCountsIn } from '../../model/statements/announcedCounts.ts';
import { wrongTitlesIn } from '../../model/statements/titleCounts.ts';
import { isKind } from '../../syntax/block.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 写明的项数与列出的项数不同。
 *
 * “以下三个方面：甲、乙、丙、丁”写三列四。只看同一句里用冒号、破折号、括号或“包括……三大类”逐项列出的，以及紧接着的一是、二是、三
 * 是；“决策、执行、管理、服务、结果五公开”也数一数，“规范性文件3件，分别为《甲》《乙》”的书名也是。
 *
 * 不报：
 * - 带“等”“主要”“其中”的，列到下一段去的。
 * - 项内有逗号、括号、数字，或用“和”“及”相连、几种数法有一种对得上的。
 * - 用顿号列举而相差三项以上的：多半不是这一列。一是、二是、三是列全的，差几项都报。
 * - 全文几个部分，另有核对。
 *
 * English: A count announced in a sentence (“三大类”) differs from the items that the same sentence plainly lists. Open,
 * nested and continued lists are not judged.
 */
export const listedCount = defineRule({
  id: 'prose/listed-count',
  catalogue: ['P05'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  readers: { counts: wrongCountsIn, titles: wrongTitlesIn },
  *run({ following }, { counts, titles }) {
    for (const { fact, text, placed, place } of [...counts, ...titles]) {
      if (fact.isAtEnd) {
        const [next] = following(placed, 1);
        if (next && isKind(next, 'paragraph') && beginsWithItem(next.block.text.text)) continue;
      }
      yield finding(place(fact.start, fact.end), {
        message: 'prose/listed-count',
        args: { stated: text.slice(fact.start, fact.end), announced: fact.announced, listed: fact.listed },
      });
    }
  },
});
