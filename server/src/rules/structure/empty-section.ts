import { alternatives, WORK_UNITS } from '../../text/measureWords.ts';
import { FIRST_KIND } from '../../format/kind.ts';
import { isKnownByContent } from '../../model/contents.ts';
import type { Section } from '../../model/report.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { type Heading, isKind, type Placed } from '../../syntax/block.ts';
import { place } from '../../text/mappedText.ts';
import { shift } from '../../text/span.ts';
import type { FactsOf, ReportContext, SectionContext } from '../support/contexts.ts';
import { defineRule, finding, reportCheck, type Finding } from '../support/rule.ts';

/**
 * 部分或条目没有应有的内容。
 *
 * 标题下只有提示或什么也没有的部分，是尚未填写；写了一句话，就算已写。存在的主要问题一部分只写“无”：条例要求写明问题和改进情况。条目标题说“数量”，下文却没有数字（“政策解读数量”下面只写了做法）。
 *
 * 不报：
 * - 其他需要报告的事项写“无”。
 * - 说明没有发生的（“未发布政策解读”），以表格列数的。
 * - 用表格报告的部分没有表格：另有规则。
 * - 条目的标题下还没有写内容的。
 * - 法治政府建设年度报告：标题下连提示也没有的。
 *
 * English: A part has nothing but its prompt, the section on problems says only 无, or an item announces a number and
 * gives none. One sentence counts as written. Parts that consist of a table have a rule of their own; 无 in section six,
 * a statement that there was none, and items not yet written are fine. In reports on law-based government a part counts
 * as unwritten where its prompt still stands alone.
 */
export const emptySection = defineRule({
  id: 'structure/empty-section',
  catalogue: ['S13'],
  basis: ['statute:ogi-2019#50', 'practice'],
  severity: 'information',
  kinds: 'every',
  checks: [
    {
      scope: 'section',
      run: ({ section, facts }) =>
        section.role === 'problems' && facts.edition?.kind.id === FIRST_KIND ? saysNone(section) : [],
    },
    { scope: 'section', run: unwritten },
    reportCheck({ readers: { announcements: readAnnouncement }, run: withoutNumber }),
  ],
});

/** A part that is to be written in words, and is not. */
function* unwritten({ section, facts }: SectionContext): Iterable<Finding> {
  const { spec, blocks, heading, title, titleSpan } = section;
  if (!spec || spec.tables.length > 0) return;
  // Of a kind that is known by content a part is only surely unwritten where its prompt still stands there.
  const isDemanded = facts.edition?.isPrescribed
    ? spec.requirement === 'required'
    : spec.requirement === 'content' && isKnownByContent(spec) && blocks.length > 0;
  if (!isDemanded) return;
  if (heading.block.runsOn || !blocks.every(({ block }) => block.kind === 'directive')) return;
  yield finding(titleSpan, { message: 'structure/empty-section#unwritten', args: { title } });
}

const NONE = /^[（(]?(?:无|没有|暂无|不存在|无问题|没有问题)[）)]?[。.]?$/;

function* saysNone({ blocks }: Pick<Section, 'blocks'>): Iterable<Finding> {
  const texts = blocks.filter(({ block }) => block.kind !== 'directive');
  const [only] = texts;
  if (!only || texts.length > 1 || !isKind(only, 'paragraph')) return;
  const { text } = only.block;
  if (NONE.test(text.text.trim()))
    yield finding(shift(place(text, 0, text.text.length), only.at), { message: 'structure/empty-section' });
}

/** The heading of an item that announces a number. */
const ANNOUNCES = /数量[。；;.:：]?$/;
/** A figure, or a word for none, or a place where the figures stand. */
const STATES = new RegExp(
  `[\\d０-９]|[一二三四五六七八九十百千万两]+(?:余|多)?(?:${alternatives(WORK_UNITS)})|无|未|没|零|见|附表|下表|如下`,
);
/** Paragraphs behind the heading that are looked at. */
const MOST_BLOCKS = 40;

function readAnnouncement(_: string, block: TextBlock): true[] {
  return block.kind === 'heading' && ANNOUNCES.test(block.title.text) && !STATES.test(block.title.text) ? [true] : [];
}

function* withoutNumber(
  { following }: ReportContext,
  { announcements }: FactsOf<{ announcements: typeof readAnnouncement }>,
): Iterable<Finding> {
  for (const { placed } of announcements) {
    if (!isKind(placed, 'heading')) continue;
    const { heading, content, isOther } = behind(following(placed, MOST_BLOCKS), placed);
    if (isOther || content.trim() === '' || STATES.test(content)) continue;
    yield finding(shift(place(heading.block.title, 0, heading.block.title.text.length), heading.at), {
      message: 'structure/empty-section#number',
      args: { title: heading.block.title.text },
    });
  }
}

/** Text up to the next heading of the same or a higher rank; `isOther` where a table stands in it. */
function behind(
  blocks: readonly Placed[],
  heading: Placed<Heading>,
): { heading: Placed<Heading>; content: string; isOther: boolean } {
  let content = '';
  for (const next of blocks) {
    if (isKind(next, 'table')) return { heading, content, isOther: true };
    if (isKind(next, 'heading') && !isBelow(next.block, heading.block)) break;
    if (isKind(next, 'heading') || isKind(next, 'paragraph')) content += `${next.block.text.text}\n`;
  }
  return { heading, content, isOther: false };
}

const RANKS = ['chinese', 'chineseBracket', 'arabic', 'arabicBracket', 'circled'] as const;

function isBelow(inner: Heading, outer: Heading): boolean {
  if (!inner.numbering || !outer.numbering) return false;
  return RANKS.indexOf(inner.numbering.style) > RANKS.indexOf(outer.numbering.style);
}
