import { CARRIED_OVER } from '../format/metrics.ts';
import type { SectionId } from '../format/types.ts';
import { ownYearFirst } from '../model/equations/judgedTables.ts';
import { isRecognised } from '../model/recognised.ts';
import { figureKey, type Report, type Section } from '../model/report.ts';
import { writeGuidance, writeSkeleton } from '../model/writing/write.ts';
import { isKind, type Placed } from '../syntax/block.ts';
import { commentText } from './draft.ts';
import type { JobResult, NextYearOptions } from './job.ts';
import { lastYearNote } from './lastYearNote.ts';
import { readReport } from './readReport.ts';
import type { Refusal } from './refused.ts';
import { writtenText } from './writtenText.ts';

/**
 * This year's draft from last year's report: title, introduction and tables of the new year's edition, every cell blank
 * but those of 上年结转, which are last year's 结转下年度 by column, and blank where that was not read. Last year's
 * paragraphs stand under their headings as comments, so that none of it can be published by mistake.
 */
export function nextYear(last: Report, { year, body, from }: NextYearOptions): string | Refusal {
  if (!isRecognised(last)) return { message: 'documents.refused.notReport', args: {} };
  const reportYear = year ?? (last.reportYear ? last.reportYear.value + 1 : undefined);
  const publicBody = body ?? last.publicBody?.value;
  if (reportYear === undefined) return { message: 'documents.refused.noYear', args: {} };
  if (publicBody === undefined) return { message: 'documents.refused.noBody', args: {} };
  const edition = last.editions.forYear(reportYear);
  if (!edition) return { message: 'documents.refused.noYear', args: {} };
  const sections: Partial<Record<SectionId, string[]>> = {};
  for (const spec of edition.sections) if (spec.tables.length === 0) sections[spec.id] = [writeGuidance(spec)];
  const fallback = edition.sections.at(-1)?.id;
  for (const section of last.sections) {
    const isKnown = section.id !== null && edition.sections.some(({ id }) => id === section.id);
    const target = isKnown ? section.id : fallback;
    if (target === undefined || target === null) continue;
    const lines = proseOf(last, section);
    const title = isKnown || lines.length === 0 ? [] : [noteOf('上年', section.title)];
    sections[target] = [...(sections[target] ?? []), ...title, ...lines];
  }
  const draft = writeSkeleton(edition, {
    style: 'markdown',
    layout: 'html',
    reportYear,
    publicBody,
    sections,
    figure: (row, column, table) => (row === CARRIED_OVER.into ? carried(last, table.id, column) : ''),
  });
  return `<!-- ${commentText(lastYearNote(from))} -->\n\n${draft}\n${publicBody}\n`;
}

/** {@link nextYear} of a draft, in its own words. */
export function nextYearDraft(markdown: string, options: NextYearOptions): JobResult {
  const draft = nextYear(readReport(markdown, null, { fileName: options.from }), options);
  return typeof draft === 'string'
    ? { kind: 'draft', markdown: draft, notes: [] }
    : { kind: 'refused', refusal: draft };
}

/** What last year's table carried over in a column, as written; empty where no number was read. */
function carried(last: Report, table: string, column: string): string {
  const found = ownYearFirst(last.tables).find(each => each.spec.id === table && each.repeats === null);
  const figure = found?.figures.get(figureKey(CARRIED_OVER.from, column));
  return figure?.quantity.kind === 'value' ? String(figure.quantity.value) : '';
}

/** Words that a plan for the next year begins with. */
const PLAN = /下一步|下步|今后|(?:19|20)\d\d年(?:度)?，?[^，。]{0,12}将/;

/** Paragraphs and lower headings of a section as comments; what follows the first word of a plan is one. */
function proseOf(last: Report, section: Section): string[] {
  const { text } = last.source;
  let label = '上年';
  let front = '';
  return section.blocks.flatMap((placed: Placed): string[] => {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) return [];
    const own = front + writtenText(placed.block.text, text, placed.at).text.trim();
    if (isKind(placed, 'heading') && placed.block.runsOn) {
      front = own + (placed.block.closing ?? '');
      return [];
    }
    front = '';
    if (own === '' || isSignature(last, own)) return [];
    if (section.role === 'problems' && PLAN.test(own)) label = '上年计划';
    return [noteOf(label, own)];
  });
}

function isSignature({ publicBody }: Report, text: string): boolean {
  return text === publicBody?.value || /^[12]\d{3}年\d{1,2}月\d{1,2}日$/.test(text);
}

function noteOf(label: string, text: string): string {
  return `<!-- ${commentText(`${label}：${text}`)} -->`;
}
