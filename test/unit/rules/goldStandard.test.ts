import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { Source } from '../../../server/src/text/source.ts';

/** Published reports with what is right and wrong in them lie beside some checkouts, never inside. */
const shared = resolve(import.meta.dirname, '../../../../shared');
const REPORTS: Readonly<Record<string, string>> = {
  '000': '2018-haimen.txt',
  '001': '2018-xiamen-yibaoju.txt',
  '002': '2017-zhongshan-xiqu.txt',
  '003': '2019-changzhi.txt',
  '004': '2018-taijiang-shanghai-jiedao.txt',
};
/** Contradictions in running text, of a rule that also checks tables. */
const IN_PROSE = new Set(['XM-01', 'XM-02']);
/** Less than certain contradictions that are found all the same, as information. */
const DOUBTS = new Set(['TJ-02', 'XM-14']);

/** Probable mistakes that are reported all the same, with the severity that suits a doubt. */
const PROBABLE: Readonly<Record<string, readonly [rule: string, severity: string]>> = {
  'HM-01': ['prose/parts-total', 'warning'],
  'XM-08': ['prose/against-table', 'information'],
  'XM-11': ['prose/parts-total', 'warning'],
  'XM-15': ['prose/mixed-units', 'hint'],
  'TJ-01': ['prose/same-metric', 'information'],
};

interface GoldFinding {
  id: string;
  file: string;
  verdict: string;
  rule: string;
  evidence: { line: number }[];
}
interface Label {
  file: string;
  headings: { text: string; line: number; col: number }[];
}

const read = <T>(path: string): T => JSON.parse(readFileSync(resolve(shared, path), 'utf8')) as T;

describe.skipIf(!existsSync(resolve(shared, 'domain/seed-findings.json')))(
  'published reports with a gold standard',
  () => {
    const gold = existsSync(shared) ? read<{ findings: GoldFinding[] }>('domain/seed-findings.json').findings : [];
    const labels = existsSync(shared) ? read<{ files: Label[] }>('corpus/labels.json').files : [];
    const covered = new Set(RULES.flatMap(rule => rule.catalogue));

    it.each(Object.entries(REPORTS))('%s: %s', async (number, file) => {
      const snapshot = new Snapshot(
        file,
        1,
        new Source(readFileSync(resolve(shared, 'corpus', file), 'utf8')),
        DEFAULT_SETTINGS,
      );
      const { source, report } = { source: snapshot.source, report: snapshot.report };
      const headings = labels.find(label => label.file === file)?.headings ?? [];
      expect(
        report.sections.map(({ title, titleSpan: { start } }) => ({
          text: title,
          line: source.positionAt(start).line + 1,
          col: source.positionAt(start).character + 1,
        })),
      ).toEqual(headings.map(({ text, line, col }) => ({ text, line, col })));

      const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
      expect(failures).toEqual([]);
      const entries = gold.filter(entry => entry.file.startsWith(number));
      const linesOf = (finding: (typeof findings)[number]) =>
        [finding, ...finding.related].map(({ span }) => source.lineAt(span.start) + 1);
      for (const entry of entries) {
        if (entry.verdict !== 'inconsistent' || !covered.has(entry.rule) || IN_PROSE.has(entry.id)) continue;
        const catalogueOf = (id: string) => RULES.find(rule => rule.id === id)?.catalogue ?? [];
        expect(
          findings.some(
            finding =>
              catalogueOf(finding.rule).includes(entry.rule) &&
              linesOf(finding).some(line => entry.evidence.some(each => each.line === line)),
          ),
          entry.id,
        ).toBe(true);
      }
      for (const entry of entries) {
        const [rule, severity] = PROBABLE[entry.id] ?? [];
        if (rule === undefined) continue;
        expect(
          findings
            .filter(
              finding =>
                finding.rule === rule && linesOf(finding).some(line => entry.evidence.some(each => each.line === line)),
            )
            .map(finding => finding.severity),
          entry.id,
        ).toContain(severity);
      }
      for (const entry of entries.filter(({ id }) => DOUBTS.has(id))) {
        const lines = entry.evidence.map(({ line }) => line);
        const found = findings.filter(
          finding => finding.rule.startsWith('citations/') && linesOf(finding).some(line => lines.includes(line)),
        );
        expect(
          found.map(({ severity }) => severity),
          entry.id,
        ).toEqual(['information']);
      }
      for (const finding of findings) {
        if (finding.severity !== 'error' && finding.severity !== 'warning') continue;
        expect(['000', '001', '004'], finding.rule).toContain(number);
        const naming = entries.filter(entry =>
          entry.evidence.some(each => each.line === source.lineAt(finding.span.start) + 1),
        );
        expect(
          naming.some(({ verdict }) => verdict !== 'consistent' && verdict !== 'ambiguous'),
          `${finding.rule} ${JSON.stringify(finding.args)}`,
        ).toBe(true);
      }
    });
  },
);

interface Judgement {
  /** Words of the draft; they stand in it once. */
  text: string;
  verdict: 'consistent' | 'inconsistent';
  rule?: string;
  severity?: 'error' | 'warning' | 'information' | 'hint';
  why: string;
}

describe('invented drafts with a gold standard', () => {
  const folder = resolve(import.meta.dirname, '../../gold');
  const { drafts } = JSON.parse(readFileSync(resolve(folder, 'findings.json'), 'utf8')) as {
    drafts: Record<string, Judgement[]>;
  };

  it('judges every draft of the folder, and holds both verdicts', () => {
    expect(Object.keys(drafts).sort()).toEqual(
      readdirSync(folder)
        .filter(name => /\.(?:md|txt)$/.test(name))
        .sort(),
    );
    for (const judgements of Object.values(drafts))
      expect(new Set(judgements.map(({ verdict }) => verdict))).toEqual(new Set(['consistent', 'inconsistent']));
  });

  it.each(Object.entries(drafts))('%s', async (file, judgements) => {
    const snapshot = new Snapshot(file, 1, new Source(readFileSync(resolve(folder, file), 'utf8')), DEFAULT_SETTINGS);
    const { findings, failures } = await snapshot.findings(UNINTERRUPTED);
    expect(failures).toEqual([]);
    const { source } = snapshot;
    const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const explained = new Set<unknown>();
    for (const { text, verdict, rule, severity, why } of judgements) {
      const start = source.text.indexOf(text);
      expect(start, text).toBeGreaterThanOrEqual(0);
      expect(source.text.indexOf(text, start + 1), `${text} stands once`).toBe(-1);
      const isThere = ({ span }: (typeof findings)[number]) => span.start < start + text.length && start < span.end;
      if (verdict === 'consistent') {
        expect(
          serious.filter(isThere).map(each => each.rule),
          `${text}: ${why}`,
        ).toEqual([]);
        continue;
      }
      const found = findings.filter(each => each.rule === rule && isThere(each));
      expect(
        found.map(each => each.severity),
        `${text}: ${why}`,
      ).toContain(severity);
      found.forEach(each => explained.add(each));
    }
    // Nothing serious is said of what nobody found wrong.
    expect(serious.filter(each => !explained.has(each)).map(each => `${each.rule} ${source.slice(each.span)}`)).toEqual(
      [],
    );
  });
});
