import type { Severity } from '../rules/support/rule.ts';

/** The engine's own rules, which are about the checker's comments; each described as a rule's file does. */
export const DIRECTIVE_RULES = [
  /**
   * 要忽略的规则不存在。
   *
   * 规则名写错，忽略不起作用。规则名写作“组/名称”，如 totals/row-total。
   *
   * English: A comment silences a rule that does not exist.
   */
  { id: 'wording/unknown-silence', severity: 'warning' },
  /**
   * 不再需要的忽略。
   *
   * 所管的范围里没有这条规则的检查结果。写在全文之前管全文，写在标题前管整个部分，写在别处管后面一段或一张表。可以自动删去。
   *
   * 不报：
   * - 规则已在设置中关闭。
   *
   * English: A comment silences a rule that finds nothing in its range: the whole draft before all else, a part before
   * its heading, else the block behind it.
   */
  { id: 'wording/unused-silence', severity: 'hint' },
  /**
   * 忽略没有写理由。
   *
   * 没有理由的忽略不起作用：别人要能看懂为什么可以不改。写成“忽略 规则名：理由”。
   *
   * English: A rule is silenced without a reason, which has no effect.
   */
  { id: 'wording/silence-without-reason', severity: 'warning' },
  /**
   * 看不懂的检查指令。
   *
   * 可用的指令：“年报检查 忽略 规则名：理由”“年报检查 年度 2024”“年报检查 格式 2019”（或2007、2021）。
   *
   * 不报：
   * - 不以“年报检查”开头的注释，那是写给人看的。
   *
   * English: A comment for the checker was not understood. Known are 忽略, 年度 and 格式.
   */
  { id: 'wording/unreadable-directive', severity: 'warning' },
] as const satisfies readonly { readonly id: string; readonly severity: Severity }[];

/** Id of a rule about the checker's comments. */
export type DirectiveRule = (typeof DIRECTIVE_RULES)[number]['id'];
