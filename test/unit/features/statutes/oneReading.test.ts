import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { readStatuteFiles } from '../../../../server/src/analysis/files/statuteFile.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { clauseAt, type ClauseAtPosition } from '../../../../server/src/features/statutes/clauseAt.ts';
import { citationCompletion } from '../../../../server/src/features/statutes/completion.ts';
import { publicationLinks } from '../../../../server/src/features/statutes/documentLinks.ts';
import { citedClauses } from '../../../../server/src/features/statutes/references.ts';
import { semanticTokens, TOKEN_TYPES } from '../../../../server/src/features/semanticTokens.ts';
import { escapeMarkdown } from '../../../../server/src/features/support/markdown.ts';
import { hover } from '../../../../server/src/features/hover.ts';
import { citedAt, placedCitations } from '../../../../server/src/model/citations/placedCitations.ts';
import { clauseName } from '../../../../server/src/statutes/registry/clauseText.ts';
import { statuteById } from '../../../../server/src/statutes/index.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { mixedLines, partOfReport, savedPage } from '../../../fuzz/generators.ts';
import { GUIDE_FILE, GUIDE_URI } from '../../../support/localStatutes.ts';
import { filesWithCode } from '../../../support/sourceCode.ts';
import '../../../support/seed.ts';

const LOCAL = readStatuteFiles([{ uri: GUIDE_URI, text: GUIDE_FILE }]).documents;

function snapshotOf(text: string): Snapshot {
  return new Snapshot('file:///w/2024.md', 1, new Source(text), { ...DEFAULT_SETTINGS, localStatutes: LOCAL });
}

/** Sentences made of names, clauses, introductions and whatever stands between them, some of them long. */
const PIECES = [
  '《中华人民共和国政府信息公开条例》',
  '《条例》',
  '新《条例》',
  '原《条例》',
  '条例',
  '（国务院令第492号，以下简称《条例》）',
  '《行政复议法》',
  '“办法”',
  '《政府信息公开信息处理费管理办法》（以下简称《办法》）',
  '《某省绿化条例》（以下简称《条例》）',
  '《办法》',
  '省公开规定',
  '《临溪省政府信息公开规定》（以下称《规定》）',
  '规定',
  '国办函〔2020〕109号',
  '国办发〔2018〕23号',
  '第二十条',
  '第二十条第（一）项',
  '第（五）项至第（八）项',
  '第十九条、第二十条',
  '第３３条第２款',
  '第九十九条',
  '规定的',
  '，根据',
  '和',
  '、',
  '。',
  '；',
  '\n',
  '\n\n',
  '《',
  '》',
  '（',
  '）',
  '第',
  '本机关主动公开信息，',
  '各项工作有序推进，'.repeat(300),
];
const sentences = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 25 })
  .map(pieces => `# 临溪县林业局2024年政府信息公开工作年度报告\n\n${pieces.join('')}\n`);
const cells = fc
  .array(fc.constantFrom(...PIECES.filter(piece => !piece.includes('\n'))), { maxLength: 8 })
  .map(
    pieces =>
      `<h1>临溪县林业局2019年政府信息公开工作年度报告</h1><table>${pieces.map(piece => `<tr><td>根据${piece}</td><td>&nbsp;${piece}</td></tr>`).join('')}</table>`,
  );
const drafts = fc.oneof({ weight: 4, arbitrary: sentences }, cells, partOfReport, savedPage, mixedLines);

/** Head of the card of a clause or statute, and its version, as hover shows them. */
function headOf({ statuteId, article, paragraph, item }: ClauseAtPosition): readonly string[] {
  const statute = statuteById(statuteId, LOCAL.statutes)!;
  const clause =
    article === undefined
      ? ''
      : clauseName({
          article,
          ...(paragraph === undefined ? {} : { paragraph }),
          ...(item === undefined ? {} : { item }),
        });
  return [`**${escapeMarkdown(`《${statute.title}》${clause}`)}**`, escapeMarkdown(statute.version ?? '')];
}

/** A card of a statute or clause begins with its title in 《》; no other card does. */
const CARD = /^\*\*《[^\n]*?\*\*/;

/** Every offset of a short draft; of a long one those around citations, and some others. */
function offsetsOf(snapshot: Snapshot): readonly number[] {
  const { length } = snapshot.source.text;
  if (length < 1500) return Array.from({ length: length + 1 }, (_, at) => at);
  const { citations, mentions } = placedCitations(snapshot.report);
  const near = [...citations, ...mentions].flatMap(({ span: { start, end } }) =>
    [start - 1, start, start + 1, (start + end) >> 1, end - 1, end, end + 1].filter(at => at >= 0 && at <= length),
  );
  return [...new Set([...near, ...Array.from({ length: 200 }, (_, i) => Math.floor((i * length) / 200)), length])];
}

describe('hover, definition, references and completion read the same citations', () => {
  it('hover and definition name the same clause of the same version at every offset', () => {
    let clauses = 0;
    fc.assert(
      fc.property(drafts, text => {
        const snapshot = snapshotOf(text);
        for (const offset of offsetsOf(snapshot)) {
          const clause = clauseAt(snapshot, offset);
          const card = hover(snapshot, offset, 'zh-CN');
          const head = CARD.exec(card?.contents ?? '')?.[0];
          if (!clause) {
            expect(head, `no definition at ${String(offset)}`).toBeUndefined();
            continue;
          }
          clauses++;
          const [expected, version = ''] = headOf(clause);
          expect(head, `offset ${String(offset)}`).toBe(expected);
          expect(card?.contents).toContain(version);
          expect(card?.span).toEqual(clause.span);
        }
      }),
      { numRuns: 150 },
    );
    expect(clauses).toBeGreaterThan(2000);
  }, 120_000);

  it('what is found at an offset is one of the citations of the whole draft', () => {
    fc.assert(
      fc.property(drafts, text => {
        const snapshot = snapshotOf(text);
        const all = placedCitations(snapshot.report);
        const cited = citedClauses(snapshot).map(
          ({ statuteId, range }) => `${statuteId} ${String(snapshot.source.offsetAt(range.start))}`,
        );
        for (const { citation, span } of all.citations) {
          if (citation.statuteId === null) continue;
          const found = citedAt(snapshot.report, span.start);
          expect(found && 'citation' in found && found.citation.statuteId).toBeTruthy();
          expect(cited).toContain(`${citation.statuteId} ${String(span.start)}`);
        }
        for (const { mention, span } of all.mentions) {
          if (mention.statuteId !== null) expect(citedAt(snapshot.report, span.start)).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  /** Names as web pages write them, with marks and entities inside. */
  const pages = fc
    .array(
      fc.constantFrom(
        '《临溪省<b>政府信息</b>公开&nbsp;规定》',
        '&#12298;临溪省政府信息公开规定&#12299;',
        '《中华人民共和国<span style="color:red">政府信息公开条例</span>》',
        '（国务院令<b>第711号</b>，以下简称《条例》）',
        '第二十<i>条</i>',
        '国办发&#12308;2018〕23号',
        '，根据',
        '</p><p>',
      ),
      { maxLength: 12 },
    )
    .map(pieces => `<h1>临溪县林业局2024年政府信息公开工作年度报告</h1><p>${pieces.join('')}</p>`);

  it('links and coloured words at a citation lie within what hover explains', () => {
    const counts = { links: 0, tokens: 0 };
    fc.assert(
      fc.property(fc.oneof(drafts, pages), text => {
        const snapshot = snapshotOf(text);
        const { source } = snapshot;
        const isWithinHover = (start: number, end: number): boolean => {
          const span = hover(snapshot, start, 'zh-CN')?.span;
          return span !== undefined && span.start <= start && end <= span.end;
        };
        for (const { range } of publicationLinks(snapshot, 'zh-CN')) {
          counts.links++;
          const [start, end] = [source.offsetAt(range.start), source.offsetAt(range.end)];
          const linked = source.slice({ start, end });
          expect(isWithinHover(start, end), linked).toBe(true);
          expect(linked).not.toMatch(/^《[^》]*$/);
        }
        for (const { line, character, length, type } of semanticTokens(snapshot)) {
          const start = source.offsetAt({ line, character });
          if (TOKEN_TYPES[type] !== 'annualReportCitation' || !citedAt(snapshot.report, start)) continue;
          counts.tokens++;
          expect(isWithinHover(start, start + length), source.slice({ start, end: start + length })).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(counts.links).toBeGreaterThan(20);
    expect(counts.tokens).toBeGreaterThan(200);
  }, 120_000);

  it('an article that completion offers is the one that is cited once it was accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(sentences, text => {
        const before = text.trimEnd();
        const snapshot = snapshotOf(`${before}第\n`);
        const [first] =
          citationCompletion(snapshot, before.length + 1, {
            language: 'zh-CN',
            clientCapabilities: { snippets: false },
          }) ?? [];
        if (!first?.label.endsWith('条')) return;
        accepted++;
        const after = snapshotOf(`${before}${first.label}\n`);
        const clause = clauseAt(after, before.length + 1);
        expect(clause && clauseName({ article: clause.article ?? 0 })).toBe(first.label);
        const statute = clause && statuteById(clause.statuteId, LOCAL.statutes);
        expect(statute?.articles.find(({ no }) => no === clause?.article)?.title ?? '').toBe(first.detail);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(20);
  }, 120_000);

  /**
   * Before, hover read a window of 2,000 characters around the pointer: behind a longer stretch it took the clause for
   * one of the 《条例》, or showed nothing, where definition led to the statute that the sentence speaks of.
   */
  it('in a sentence of more than 2,000 characters hover names the statute that the sentence speaks of', () => {
    const long = '各项工作有序推进，'.repeat(400);
    const text = `# 临溪县林业局2024年政府信息公开工作年度报告\n\n根据《行政复议法》的要求，${long}按照第二十三条第一款第（四）项办理。\n`;
    const snapshot = snapshotOf(text);
    const offset = text.indexOf('第二十三条') + 2;
    expect(clauseAt(snapshot, offset)).toMatchObject({ statuteId: 'fuyi-2023', article: 23, paragraph: 1, item: 4 });
    expect(hover(snapshot, offset, 'zh-CN')?.contents).toContain(
      '《中华人民共和国行政复议法》第二十三条第一款第（四）项',
    );
  });

  it('a short name that the paragraph introduced far before counts for completion too', () => {
    const body = `《某省绿化条例》（以下简称《条例》）${'各项工作有序推进，'.repeat(100)}按照《条例》第`;
    const text = `# 临溪县林业局2024年政府信息公开工作年度报告\n\n${body}\n`;
    const options = { language: 'zh-CN' as const, clientCapabilities: { snippets: false } };
    expect(citationCompletion(snapshotOf(text), text.length - 1, options)).toBeUndefined();
  });

  it('no feature reads the text of a draft anew', () => {
    // Labels of official tables and the text of a statute are no drafts.
    expect(
      filesWithCode(/\b(?:citationsIn|readCitations)\s*\(/).filter(
        path => !path.startsWith('server/src/model/citations/'),
      ),
    ).toEqual([
      'server/src/features/statutes/clauseCard.ts',
      'server/src/features/statutes/statuteDocument.ts',
      'server/src/rules/citations/caption-item.ts',
    ]);
  });
});
