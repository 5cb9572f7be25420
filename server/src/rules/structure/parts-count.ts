import { passagesOf, type Passage } from '../../model/prose/passages.ts';
import type { Placed } from '../../syntax/block.ts';
import { fold } from '../../text/fold.ts';
import { chineseToNumber, halfWidthDigits } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, type Related } from '../support/rule.ts';

/**
 * 引言宣布的部分数与实际不符。
 *
 * 引言说“共六个部分”时，与一级标题数、与引言自己列出的项目数各比一次。只要有一种读法对得上就不报。
 *
 * 不报：
 * - 名称里含“、”“和”，如“因政府信息公开工作被申请行政复议、提起行政诉讼情况”是一项。
 * - 附表算作一个部分。
 * - 列举带“等”的。
 * - 已报告缺少规定部分的，不再重复报告。
 *
 * English: The introduction announces another number of parts than there are headings or listed items. Any reading of
 * the list that fits is accepted; an attached table may count as a part.
 */
export const partsCount = defineRule({
  id: 'structure/parts-count',
  catalogue: ['S03'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ report, paragraphs, ending }) {
    const [first] = report.sections;
    const introduction = first ? paragraphs.filter(({ at }) => at < first.heading.at) : paragraphs;
    const announced = announcement(passagesOf(introduction));
    if (!announced || !report.edition || report.sections.length < 2) return;
    const { count, span, list } = announced;
    // 附表 that the introduction counts and that stands under no heading of its own is a part more.
    const isAttached =
      list !== undefined &&
      /附表|附件|统计表/.test(list.text) &&
      !report.sections.some(({ title }) => /附|统计表/.test(title));
    const present = report.sections.length + (isAttached ? 1 : 0);
    const related = report.sections.map((section): Related => ({
      span: section.titleSpan,
      message: 'related.section',
      args: { title: section.title },
    }));
    if (
      count !== present &&
      !(count === present + 1 && !isAttached && hasAttachment(report, ending(LAST_BLOCKS))) &&
      !isAlreadyMissing(report)
    ) {
      yield finding(span, {
        message: isAttached ? 'structure/parts-count#attached' : 'structure/parts-count',
        args: { announced: count, present: report.sections.length },
        related,
      });
      return;
    }
    if (list === undefined || list.isOpen) return;
    const { least, most } = itemCounts(list.text);
    if (count < least || count > most)
      yield finding(span, {
        message: 'structure/parts-count#listed',
        args: { announced: count, listed: count < least ? least : most },
      });
  },
});

interface Announcement {
  readonly count: number;
  readonly span: Span;
  readonly list: { readonly text: string; readonly isOpen: boolean } | undefined;
}

const COUNT = /([一二三四五六七八九十]{1,2}|\d{1,2})\s{0,3}(?:个|大)?部分/;
/** Words between a list and the number of its items. */
const BEFORE_COUNT = /(?:共|分|为|等|以下|如下|计|\s)+$/;

/** The sentence of the introduction that says of how many parts the report consists. */
function announcement(introduction: readonly Passage[]): Announcement | undefined {
  for (const passage of introduction) {
    for (const sentence of passage.sentences) {
      if (!/报告|年报|全文|本文/.test(sentence.text) || !/包括|由|分|共|组成|如下/.test(sentence.text)) continue;
      const found = announcedIn(passage, sentence);
      if (found) return found;
    }
  }
  return undefined;
}

function announcedIn(passage: Passage, sentence: { text: string; start: number }): Announcement | undefined {
  const text = halfWidthDigits(sentence.text);
  const match = COUNT.exec(text);
  const words = match?.[1];
  if (!match || words === undefined) return undefined;
  const count = /^\d/.test(words) ? Number(words) : chineseToNumber(words);
  if (count === undefined || count < 2 || count > 15) return undefined;
  const lead = BEFORE_COUNT.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
  const before = text.slice(0, match.index - lead.length);
  const opening = Math.max(before.lastIndexOf('由'), before.lastIndexOf('包括'), before.lastIndexOf('分为'));
  const listed = opening < 0 ? undefined : before.slice(opening).replace(/^(?:由|包括|分为)/, '');
  const list =
    listed === undefined || listed.length < 8
      ? undefined
      : { text: listed, isOpen: lead.includes('等') || /等$/.test(listed) };
  return {
    count,
    span: passage.place(sentence.start + match.index, sentence.start + match.index + match[0].length),
    list,
  };
}

/** Fewest and most items that a list can be read as: `，` before `、`, 和 and 及 inside names or between them. */
function itemCounts(list: string): { least: number; most: number } {
  const text = list.replace(/[，,]?(?:共|总共|以上)*$/, '');
  const commas = text.split(/[，,；;]/).length;
  const pauses = text.split(/[，,；;、]/).length;
  const most = text.split(/[，,；;、]|以及|和|及|与/).length;
  return { least: commas > 1 ? commas : 1, most: Math.max(most, pauses) };
}

/** An attached table stands among so many last blocks. */
const LAST_BLOCKS = 40;

/** An attached table may be counted as a part. */
function hasAttachment(report: ReportOutline, ending: readonly Placed[]): boolean {
  return (
    report.tables.some(table => !table.spec.isRequired) ||
    passagesOf(ending).some(({ text }) => /^(?:附件|附表|附)/.test(fold(text)))
  );
}

/** A section that the format demands is missing: that finding says it all. */
function isAlreadyMissing(report: ReportOutline): boolean {
  if (!report.edition?.isPrescribed) return false;
  const present = new Set(report.sections.map(({ id }) => id));
  return report.edition.sections.some(spec => !present.has(spec.id));
}
