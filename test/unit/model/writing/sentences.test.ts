import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import {
  SENTENCE_KINDS,
  sentencesIn,
  writeSentence,
  type SentenceKind,
} from '../../../../server/src/model/writing/sentences.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { SAMPLE_2021, sampleReport, type Figures } from '../../../support/sample.ts';

const OVERVIEW = '海东县林业局认真贯彻落实条例，推进林业领域政府信息公开。';

const snapshotOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS);
const reportOf = (figures: Figures) => snapshotOf(sampleReport('tabbed', undefined, figures)).report;
const write = (figures: Figures, kind: SentenceKind) => writeSentence(reportOf(figures), kind);

/** Rules that find something in the report with a sentence in its overview. */
async function rulesFor(figures: Figures, sentence: string): Promise<string[]> {
  const text = sampleReport('tabbed', undefined, figures).replace(OVERVIEW, `${OVERVIEW}\n\n${sentence}`);
  const { findings } = await snapshotOf(text).findings(UNINTERRUPTED);
  return findings.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
}

const withRows = (table: string, rows: Figures[string]): Figures => ({
  ...SAMPLE_2021,
  [table]: { ...SAMPLE_2021[table], ...rows },
});

describe('the usual sentences', () => {
  test('state the tables’ figures, parts that are 0 left out', () => {
    expect(SENTENCE_KINDS.map(kind => write(SAMPLE_2021, kind))).toEqual([
      '全年新收政府信息公开申请120件，上年结转9件；办结123件，其中予以公开47件，部分公开12件，不予公开24件，无法提供22件，不予处理12件，其他处理6件；结转下年度6件。',
      '全年制发行政规范性文件7件，废止2件，现行有效41件；作出行政许可决定1286件、行政处罚决定94件、行政强制决定3件；收取行政事业性收费58.6万元。',
      '全年因政府信息公开工作被申请行政复议14件，其中结果维持8件，结果纠正2件，其他结果3件，尚未审结1件；被提起行政诉讼13件，其中结果维持5件，结果纠正1件，其他结果1件，尚未审结6件。',
    ]);
  });

  test('say that there was nothing', () => {
    const none = Object.fromEntries(
      Object.entries(SAMPLE_2021).map(([table, rows]) => [
        table,
        Object.fromEntries(
          Object.entries(rows).map(([row, cells]) => [
            row,
            Object.fromEntries(Object.keys(cells).map(key => [key, 0])),
          ]),
        ),
      ]),
    );
    expect(SENTENCE_KINDS.map(kind => write(none, kind))).toEqual([
      '全年未收到政府信息公开申请。',
      undefined,
      '全年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
    ]);
  });

  test('are not written of tables that do not add up, or are not filled in', () => {
    const received = { ...SAMPLE_2021['t3.requests']?.['newReceived'], total: 121 };
    expect(write(withRows('t3.requests', { newReceived: received }), 'requests')).toBeUndefined();
    const review = { ...SAMPLE_2021['t4.review_litigation']?.['review'], total: 15 };
    expect(write(withRows('t4.review_litigation', { review }), 'cases')).toBeUndefined();
    for (const kind of SENTENCE_KINDS) expect(write({}, kind)).toBeUndefined();
  });

  test('state the change where last year’s report is known', () => {
    const former = (total: number) => reportOf(withRows('t3.requests', { newReceived: { total } }));
    const first = (total: number) => writeSentence(reportOf(SAMPLE_2021), 'requests', former(total))?.split('，')[1];
    expect([first(100), first(160), first(120), first(0)]).toEqual([
      '同比增长20.00%',
      '同比下降25.00%',
      '与上年持平',
      '上年结转9件；办结123件',
    ]);
    expect(sentencesIn(writeSentence(reportOf(SAMPLE_2021), 'requests', former(100)) ?? '')).toHaveLength(1);
  });
});

describe('sentences in a text', () => {
  const sentences = SENTENCE_KINDS.map(kind => write(SAMPLE_2021, kind) ?? '');

  test('are found where they stand', () => {
    const text = `（一）主动公开。${sentences[1]!}其他情况良好。\n\n${sentences[0]!}\n${sentences[2]!}`;
    expect(sentencesIn(text).map(({ kind, text: found }) => [kind, found])).toEqual([
      ['proactive', sentences[1]],
      ['requests', sentences[0]],
      ['cases', sentences[2]],
    ]);
  });

  test('are no longer such when a word of them is changed', () => {
    for (const sentence of sentences) {
      for (const changed of [sentence.replace('全年', '本年'), sentence.replace('件，', '件、'), sentence.slice(0, -1)])
        expect(sentencesIn(changed), changed).toEqual([]);
    }
  });

  test('take no longer than the text is long', () => {
    const text = `${'全年制发规章1件；作出行政许可决定1件、'.repeat(40_000)}${'全年新收政府信息公开申请1件'.repeat(40_000)}`;
    const start = performance.now();
    expect(sentencesIn(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

// ── Read by the checker ──

const count = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3000 }), fc.constant(0));

/** Figures of tables that add up. */
const balanced: fc.Arbitrary<Figures> = fc
  .tuple(fc.array(count, { minLength: 50, maxLength: 50 }), fc.constantFrom(1, 4, 17, 61), fc.nat(60))
  .map(([counts, sparseness, shift]) => {
    let next = shift;
    // Tables of small bodies have few figures that are not 0.
    const take = () => (++next % sparseness === 0 ? (counts[next % counts.length] ?? 0) : 0);
    const [disclosure, requests, cases] = ['t2.disclosure', 't3.requests', 't4.review_litigation'].map(id =>
      tableById(editionById('2021'), id)!,
    ) as [TableSpec, TableSpec, TableSpec];
    const figures: Record<string, Record<string, Record<string, number>>> = {};
    figures[disclosure.id] = Object.fromEntries(
      disclosure.parts.flatMap(({ rows, columns }) =>
        rows.map(({ key }) => [key, Object.fromEntries(columns.map(column => [column.key, take()]))] as const),
      ),
    );
    for (const row of Object.values(figures[disclosure.id] ?? {}))
      if (row['effective'] !== undefined) row['effective'] += row['issued'] ?? 0;
    const [part] = requests.parts;
    const columns = part?.columns.map(({ key }) => key).filter(key => key !== 'total') ?? [];
    const rows: Record<string, Record<string, number>> = {};
    const results = requests.equations.find(({ id }) => id === 'T3-02')?.right ?? [];
    for (const row of part?.rows ?? []) rows[row.key] = {};
    for (const column of columns) {
      let sum = 0;
      for (const key of results) sum += rows[key]![column] = take();
      rows['resultTotal']![column] = sum;
      const out = (rows['carriedOut']![column] = take());
      const carriedIn = (rows['carriedIn']![column] = Math.min(sum + out, take()));
      rows['newReceived']![column] = sum + out - carriedIn;
    }
    for (const row of Object.values(rows)) row['total'] = Object.values(row).reduce((sum, value) => sum + value, 0);
    figures[requests.id] = rows;
    figures[cases.id] = Object.fromEntries(
      (cases.parts[0]?.rows ?? []).map(({ key }) => {
        const outcomes = { upheld: take(), corrected: take(), other: take(), pending: take() };
        return [key, { ...outcomes, total: Object.values(outcomes).reduce((sum, value) => sum + value) }];
      }),
    );
    return figures;
  });

describe('the checker', () => {
  test('finds nothing wrong in a sentence of tables that add up, and a figure that is changed in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        balanced,
        fc.constantFrom(...SENTENCE_KINDS),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        async (figures, kind, which, by) => {
          const sentence = write(figures, kind);
          if (sentence === undefined) return;
          expect(sentencesIn(sentence).map(({ text }) => text)).toEqual([sentence]);
          const before = await rulesFor(figures, '');
          expect(await rulesFor(figures, sentence), sentence).toEqual(before);
          const numbers = [...sentence.matchAll(/\d+(?:\.\d+)?/g)];
          const number = numbers[which % Math.max(1, numbers.length)];
          if (!number) return;
          const wrong =
            sentence.slice(0, number.index) +
            String(Number(number[0]) + by) +
            sentence.slice(number.index + number[0].length);
          expect((await rulesFor(figures, wrong)).length, wrong).toBeGreaterThan(before.length);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
