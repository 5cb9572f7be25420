import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { readOfficialTexts } from '../../server/src/analysis/files/officialText.ts';
import { readStatuteFiles } from '../../server/src/analysis/files/statuteFile.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { figureDefinition } from '../../server/src/features/figures/definition.ts';
import { highlights } from '../../server/src/features/figures/documentHighlight.ts';
import { figureReferences } from '../../server/src/features/figures/references.ts';
import { prepareRename, rename } from '../../server/src/features/figures/rename.ts';
import { folding } from '../../server/src/features/folding.ts';
import { hover } from '../../server/src/features/hover.ts';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { citationList } from '../../server/src/features/statutes/citationList.ts';
import { clauseAt } from '../../server/src/features/statutes/clauseAt.ts';
import { publicationLinks } from '../../server/src/features/statutes/documentLinks.ts';
import { citedClauses, clauseReferences } from '../../server/src/features/statutes/references.ts';
import { toPosition, toRange } from '../../server/src/features/support/convert.ts';
import { flatSymbols, symbols } from '../../server/src/features/symbols.ts';
import { tableForm } from '../../server/src/features/tables/tableForm.ts';
import { codeLenses, LENS_COMMANDS } from '../../server/src/features/tables/codeLens.ts';
import { tableCellsAt } from '../../server/src/features/tables/tableCells.ts';
import { tidyTableAt } from '../../server/src/features/tables/tidyTable.ts';
import { sentenceCompletion, sentencesFor } from '../../server/src/features/sentences.ts';
import { equationsAt } from '../../server/src/features/tables/equations.ts';
import { formatting } from '../../server/src/features/tables/formatting.ts';
import { inlayHints } from '../../server/src/features/tables/inlayHints.ts';
import { pastedTable } from '../../server/src/features/tables/pastedTable.ts';
import type { Statute } from '../../server/src/statutes/types.ts';
import { Source } from '../../server/src/text/source.ts';
import { processorTime } from './bounds.ts';
import { numbered, ordinaryDraft, repeated, REPORT_HEAD } from './hostile.ts';
import { ALL_ABILITIES } from './requests.ts';
import { sampleReport } from '../support/sample.ts';

/** Something whose time may grow with a draft, or with the files of a workspace. */
export interface Growing {
  readonly name: string;
  /** Milliseconds of processor time of each step for about `size` UTF-16 units. */
  readonly measure: (size: number) => Promise<ReadonlyMap<string, number>>;
}

/** How the time of a step grew from one size to another. */
export interface Growth {
  readonly name: string;
  readonly step: string;
  /** Milliseconds at the larger size. */
  readonly took: number;
  /** 1 for a time that grows as its input does, 2 for its square. */
  readonly exponent: number;
}

const NOW = new Date(2025, 0, 15);

/** Drafts with very much of one thing. */
const DRAFTS: readonly { readonly name: string; readonly make: (size: number) => string }[] = [
  { name: 'an ordinary draft', make: ordinaryDraft },
  { name: 'one figure on each line', make: size => REPORT_HEAD + repeated('全年收到政府信息公开申请5件。\n', size) },
  {
    name: 'one figure in each sentence of long lines',
    make: size => REPORT_HEAD + repeated(`${repeated('全年收到政府信息公开申请5件。', 20_000)}\n`, size),
  },
  {
    name: 'the figure of a cell on each line',
    make: size =>
      sampleReport('pipe').replace('## 二、', () => `${repeated('全年新收政府信息公开申请120件。\n', size)}\n## 二、`),
  },
  {
    name: 'unlike figures with parts',
    make: size =>
      REPORT_HEAD +
      numbered(
        size,
        n => `全年收到政府信息公开申请${String(n)}件，其中自然人${String(n)}件、企业1件，占${String(n % 100)}%。`,
      ),
  },
  {
    name: 'silences and paragraphs by turns',
    make: size =>
      REPORT_HEAD + numbered(size, n => `<!-- 年报检查 忽略 wording/doubled-word：理由${String(n)} -->\n工作的的。`),
  },
  {
    name: 'silences before headings',
    make: size =>
      REPORT_HEAD +
      numbered(
        size,
        n =>
          `<!-- 年报检查 忽略 wording/doubled-word：理由 -->\n## ${'一二三四五六七八九十'.charAt(n % 10)}、甲${String(n)}\n工作的的。`,
      ),
  },
  {
    name: 'silences one behind the other',
    make: size => REPORT_HEAD + repeated('<!-- 年报检查 忽略 wording/doubled-word：理由 -->\n', size) + '工作的的。\n',
  },
  {
    name: 'silences on one line',
    make: size => REPORT_HEAD + repeated('<!-- 年报检查 忽略 wording/doubled-word：理由 --> ', size),
  },
  {
    name: 'findings on each line',
    make: size => REPORT_HEAD + numbered(size, n => `第${String(n)}项工作的的的，《条例》第九十九条。`),
  },
  {
    name: 'citations on each line',
    make: size =>
      REPORT_HEAD + numbered(size, n => `根据《中华人民共和国政府信息公开条例》第${String(n % 60)}条办理。`),
  },
  {
    name: 'statutes and short names on each line',
    make: size =>
      REPORT_HEAD +
      numbered(size, n => `《甲${String(n)}条例》（以下简称《乙${String(n)}》），《乙${String(n)}》第一条。`),
  },
  {
    name: 'headings and items',
    make: size =>
      REPORT_HEAD + numbered(size, n => `${n % 5 === 0 ? '## 一、甲' : `（${String(n % 20)}）乙`}${String(n)}\n正文。`),
  },
  {
    name: 'a pipe table of many rows',
    make: size => `${REPORT_HEAD}| 甲 | 乙 |\n|---|---|\n${numbered(size, n => `| 丙${String(n)} | ${String(n)} |`)}`,
  },
  {
    name: 'an official table with many more rows',
    make: size =>
      sampleReport('pipe').replace(
        '| 规章 |',
        () => `${numbered(size, n => `| 规章${String(n)} | 1 | 0 | 4 |`)}\n| 规章 |`,
      ),
  },
  {
    name: 'official tables again and again',
    make: size =>
      repeated(
        sampleReport('html')
          .replace(/^[\s\S]*(?=## 三、)/, '')
          .replace(/## 五、[\s\S]*$/, ''),
        size,
      ),
  },
  { name: 'whole reports one behind the other', make: size => repeated(`${sampleReport('tabbed')}\n`, size) },
  {
    name: 'comments and fences',
    make: size => REPORT_HEAD + repeated('<!-- 说明\n第二行 -->\n\n```\n例\n```\n正文。\n', size),
  },
  {
    name: 'a saved page',
    make: size =>
      `<html><body><h1>海东县林业局2024年政府信息公开工作年度报告</h1>${numbered(size, n => `<p>（${String(n)}）公开信息${String(n)}条。</p>`)}</body></html>`,
  },
];

/** Checking a draft, and every request at a place in the middle of it. */
function draft({ name, make }: (typeof DRAFTS)[number]): Growing {
  return {
    name,
    measure: async size => {
      const times = new Map<string, number>();
      const timed = async <T>(step: string, work: () => T | Promise<T>): Promise<T> => {
        const start = processorTime();
        const result = await work();
        times.set(step, processorTime() - start);
        return result;
      };
      const text = make(size);
      const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
      const { source } = snapshot;
      await timed('reading', () => snapshot.report);
      const { findings } = await timed('checking', () => snapshot.findings(UNINTERRUPTED));
      const options = { language: 'zh-CN', clientCapabilities: ALL_ABILITIES } as const;
      const file = { uri: snapshot.uri, languageId: 'annual-report' };
      const shown = await timed('diagnostics', () =>
        diagnostics(snapshot, findings, { ...options, rulePages: undefined }),
      );
      const middle = Math.floor(text.length / 2);
      const number = /\d+(?=件)/g;
      number.lastIndex = middle;
      // Without a count, the start of a line: in the middle of one a request may find something at one size alone.
      const at = number.exec(text)?.index ?? text.lastIndexOf('\n', middle) + 1;
      const whole = { start: 0, end: text.length };
      const range = toRange(source, whole);
      await timed('hover', () => hover(snapshot, at, 'zh-CN'));
      await timed('highlight', () => highlights(snapshot, at));
      await timed('references', () => figureReferences(snapshot, at, { includeDeclaration: true }));
      await timed('definition', () => figureDefinition(snapshot, at));
      await timed('rename', () => rename(snapshot, at, '7', 'zh-CN'));
      await timed('rename, first step', () => prepareRename(snapshot, at));
      const figures = cellOf(snapshot);
      await timed('hover on a cell', () => hover(snapshot, figures, 'zh-CN'));
      await timed('references of a cell', () => figureReferences(snapshot, figures, { includeDeclaration: true }));
      await timed('completion', () => completion(snapshot, at, { ...options, file, now: NOW }));
      for (const [step, span] of [
        ['code actions', { start: at, end: at }],
        ['code actions of all', whole],
      ] as const)
        await timed(step, () =>
          codeActions(
            snapshot,
            findings,
            { span, only: undefined, diagnostics: shown.slice(0, span === whole ? undefined : 5) },
            { ...options, file, configurationFile: null },
          ),
        );
      await timed('outline', () => [symbols(snapshot, 'zh-CN'), flatSymbols(snapshot, 'zh-CN')]);
      await timed('folding', () => folding(snapshot, 5000));
      await timed('tokens', () => semanticTokens(snapshot));
      await timed('tokens of a range', () => semanticTokens(snapshot, range));
      await timed('inlay hints', () => inlayHints(snapshot, range, 'always', 'zh-CN'));
      await timed('code lenses', () => codeLenses(snapshot, 'zh-CN', { commands: new Set(LENS_COMMANDS), file }));
      await timed('cells of a table', () => tableCellsAt(snapshot, figures));
      await timed('tidying a table', () => tidyTableAt(snapshot, figures, file));
      await timed('sentences', () => [sentencesFor(snapshot, at, 'zh-CN'), sentenceCompletion(snapshot, at, 'zh-CN')]);
      await timed('table form', () => tableForm(snapshot, 'zh-CN'));
      await timed('equations', () => equationsAt(snapshot, figures, 'zh-CN'));
      await timed('formatting', () => formatting(snapshot, undefined, { ambiguousWidth: 'wide' }));
      await timed('selection', () => selectionRanges(snapshot, [toPosition(source, at)]));
      await timed('pasting', () =>
        pastedTable(snapshot, { start: at, end: at }, { text: text.slice(0, size) }, 'comment'),
      );
      await timed('list of citations', () => citationList(snapshot, 'zh-CN', NOW));
      await timed('links', () => publicationLinks(snapshot, 'zh-CN'));
      const cited = text.indexOf('条例》第', middle);
      const clause = await timed('clause', () => clauseAt(snapshot, cited + 5));
      await timed('hover on a citation', () => hover(snapshot, cited + 5, 'zh-CN'));
      if (clause)
        await timed('references of a clause', () => clauseReferences(snapshot.uri, citedClauses(snapshot), clause));
      return times;
    },
  };
}

/** Offset of the first figure of an official table. */
function cellOf({ report }: Snapshot): number {
  for (const { figures } of report.tables) for (const figure of figures.values()) return figure.span.start;
  return 0;
}

/** A workspace's own statutes with very many names, and official texts with very much of one thing. */
const FILES: readonly Growing[] = [
  statutes('statutes with 200 names each', n => ({
    title: `甲县第${String(n)}号政府信息公开办法`,
    aliases: Array.from({ length: 200 }, (_, i) => `甲县第${String(n)}号办法之${String(i)}`),
    effective: '2020-01-01',
  })),
  statutes('versions of one statute', n => ({
    title: '甲县政府信息公开办法',
    effective: `${String(1900 + Math.floor(n / 300))}-${String(1 + (Math.floor(n / 25) % 12)).padStart(2, '0')}-${String(1 + (n % 25)).padStart(2, '0')}`,
  })),
  statutes('statutes with many clauses', n => ({
    title: `甲县第${String(n)}号政府信息公开办法`,
    effective: '2020-01-01',
    clauses: Array.from({ length: 100 }, (_each, i) => ({ article: i + 1, title: '公开', explanation: '公开信息。' })),
  })),
  officialText('blanks between words', `甲${' '.repeat(3990)}甲\n`),
  officialText('signs at the end of lines', `甲${'*'.repeat(1000)}甲\n`),
  officialText('articles', '第一条 甲。\n\n第二条 乙。\n\n'),
  officialText('words', `${'政府信息公开办法的规定适用于本县。'.repeat(10)}\n`),
  {
    name: 'a draft that cites statutes of very many names',
    measure: async size => {
      const { documents: local } = readStatuteFiles([
        { uri: 'file:///w/a.json', text: JSON.stringify({ statutes: namedStatutes(200) }) },
      ]);
      const text = REPORT_HEAD + numbered(size, n => `依据《甲县第${String(n % 200)}号政府信息公开办法》第一条办理。`);
      const start = processorTime();
      const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), {
        ...DEFAULT_SETTINGS,
        localStatutes: local,
      });
      await snapshot.findings(UNINTERRUPTED);
      return new Map([['checking', processorTime() - start]]);
    },
  },
];

function namedStatutes(count: number): readonly object[] {
  return Array.from({ length: count }, (_, n) => ({
    title: `甲县第${String(n)}号政府信息公开办法`,
    effective: '2020-01-01',
  }));
}

/** Files of at most 100 KB, as many as make up the size. */
function statutes(name: string, make: (n: number) => object): Growing {
  return {
    name,
    measure: async size => {
      const files: { uri: string; text: string }[] = [];
      let list: object[] = [];
      let length = 0;
      for (let n = 0, all = 0; all < size; n++) {
        const next = make(n);
        const more = JSON.stringify(next).length;
        list.push(next);
        length += more;
        all += more;
        if (length < 100_000 && all < size) continue;
        files.push({ uri: `file:///w/${String(files.length)}.json`, text: JSON.stringify({ statutes: list }) });
        list = [];
        length = 0;
      }
      const start = processorTime();
      const read: readonly Statute[] = readStatuteFiles(files).documents.statutes;
      const took = processorTime() - start;
      if (read.length === 0) throw new Error(`no statute was read: ${name}`);
      return new Map([['statute loading', took]]);
    },
  };
}

function officialText(name: string, unit: string): Growing {
  return {
    name: `an official text of ${name}`,
    measure: async size => {
      const text = `# 中华人民共和国政府信息公开条例\n\n第一条 甲。\n\n${repeated(unit, size)}`;
      const start = processorTime();
      readOfficialTexts([{ uri: 'file:///w/a.md', text }], undefined);
      return new Map([['official texts', processorTime() - start]]);
    },
  };
}

export const GROWING: readonly Growing[] = [...DRAFTS.map(draft), ...FILES];

/** What takes less at the larger size than this many milliseconds is too short for its growth to be told. */
const TOO_SHORT_MS = 40;
const FACTOR = 4;
const REPETITIONS = 3;

/**
 * How the times of the steps grow from `size` to four times that. The least of several times counts: whatever else the
 * machine does only adds to them.
 */
export async function growthOf({ name, measure }: Growing, size: number): Promise<readonly Growth[]> {
  const least = async (of: number) => {
    const times = new Map<string, number>();
    for (let i = 0; i < REPETITIONS; i++) {
      globalThis.gc?.();
      for (const [step, took] of await measure(of)) times.set(step, Math.min(took, times.get(step) ?? Infinity));
    }
    return times;
  };
  const small = await least(size);
  const large = await least(size * FACTOR);
  return [...large].map(([step, took]) => {
    const before = Math.max(small.get(step) ?? 0, 0.1);
    return { name, step, took, exponent: took < TOO_SHORT_MS ? 0 : Math.log(took / before) / Math.log(FACTOR) };
  });
}
