import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { exportDraft } from '../../../server/src/documents/exportDraft.ts';
import { preview } from '../../../server/src/features/preview.ts';
import type { Preview, PreviewElement } from '../../../server/src/protocol/documents.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { Source } from '../../../server/src/text/source.ts';
import { sampleReport } from '../../support/sample.ts';

async function previewOf(text: string): Promise<Preview> {
  const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
  return preview(snapshot, (await snapshot.findings(UNINTERRUPTED)).findings, 'zh-CN');
}

function elementsIn({ children }: Pick<PreviewElement, 'children'>): PreviewElement[] {
  return children.flatMap(child => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]));
}

function textOf(node: PreviewElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

const all = ({ blocks }: Preview) => elementsIn({ children: blocks });
const marked = (shown: Preview) =>
  all(shown).flatMap(each =>
    each.findings ? [[textOf(each), ...each.findings.map(i => shown.findings[i]?.severity)].join(' ')] : [],
  );

describe('the preview of a draft', () => {
  it.each(['pipe', 'html', 'tabbed'] as const)('shows the words that export writes: %s', async layout => {
    const draft = sampleReport(layout);
    const html = (await exportDraft(draft, { form: 'html', fonts: 'gb2312', edition: null }, () => Promise.reject()))
      .bytes;
    const words = new TextDecoder().decode(html).replace(/<[^>]*>|\s/g, '');
    const shown = await previewOf(draft);
    expect(shown.blocks.map(textOf).join('').replace(/\s/g, '')).toBe(words);
  });

  it.each(['pipe', 'html', 'tabbed'] as const)('knows where words stand in the draft: %s', async layout => {
    const draft = sampleReport(layout);
    const shown = all(await previewOf(draft));
    const cells = shown.filter(({ tag, from }) => tag === 'td' && from !== undefined);
    expect(cells.length).toBeGreaterThan(200);
    for (const cell of cells) {
      const text = textOf(cell);
      if (/^\d+$/.test(text)) expect(draft.slice(cell.from, cell.to)).toBe(text);
    }
    const heading = shown.find(({ role }) => role === 'heading1');
    expect(draft.slice(heading?.from, heading?.to)).toBe('一、总体情况');
  });

  it('has the roles of the official layout, and nothing of a style', async () => {
    const draft = `${sampleReport('pipe')}\n\n### （一）主动公开\n\n1. 机制\n\n云溪县财政局\n\n2025年1月6日\n`;
    const shown = await previewOf(draft);
    const roles = all(shown).map(({ role }) => role);
    expect(new Set(roles)).toEqual(
      new Set(['title', 'heading1', 'heading2', 'heading3', 'paragraph', 'signature', 'date', 'upright', undefined]),
    );
    const names = new Set(all(shown).flatMap(({ attributes = {} }) => Object.keys(attributes)));
    expect([...names].sort()).toEqual(['colspan', 'rowspan', 'width']);
  });
});

describe('findings in the preview', () => {
  it('are marked on the words and cells that they are about', async () => {
    const draft = sampleReport('pipe')
      .replace('## 一、总体情况', '## 一、总体情况\n\n全年收到申请120件，其中网上申请100件，占50%。')
      .replace(/(\| 一、本年新收[^\n]*\|) 120 \|/, '$1 121 |');
    const shown = await previewOf(draft);
    expect(marked(shown)).toEqual(expect.arrayContaining(['121 error']));
    const [mark] = all(shown).filter(({ tag }) => tag === 'mark');
    expect(mark && draft.slice(mark.from, mark.to)).toBe(mark && textOf(mark));
    expect(shown.findings.map(({ severity }) => severity)).toEqual(
      [...shown.findings].map(({ severity }) => severity).sort(),
    );
  });

  it('of what is not there mark what stands before it', async () => {
    const shown = await previewOf('# 云溪县财政局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n');
    expect(shown.findings.length).toBeGreaterThan(0);
    const named = new Set(all(shown).flatMap(({ findings = [] }) => findings));
    expect(named.size).toBe(shown.findings.length);
  });

  it('that lie over each other part the words once', async () => {
    const shown = await previewOf(
      '# 云溪县财政局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n按照《中华人民共和国政府信息公开条例》第九十九条，收到10件，，同比增长。\n',
    );
    const paragraph = shown.blocks.find(({ role }) => role === 'paragraph');
    expect(paragraph && textOf(paragraph)).toContain('第九十九条，收到10件，，同比增长。');
  });
});

describe('a hostile draft in the preview', () => {
  it('is words and known elements alone', async () => {
    const shown = await previewOf(
      '# 云溪县财政局2024年政府信息公开工作年度报告\n\n&lt;img src=x onerror=alert(1)&gt;<script>alert(2)</script>' +
        '<iframe src="javascript:alert(3)"></iframe>[点我](command:workbench.action.terminal.new)\n\n' +
        '<table onclick="a()"><tr><td colspan="2" onclick="b()"><svg onload="c()"/>&lt;b&gt;1</td></tr></table>\n',
    );
    const tags = new Set(all(shown).map(({ tag }) => tag));
    for (const tag of tags)
      expect(['h1', 'p', 'strong', 'mark', 'table', 'colgroup', 'col', 'tbody', 'tr', 'td']).toContain(tag);
    expect(JSON.stringify(shown.blocks)).not.toMatch(/onclick|onload|javascript:|command:/);
    expect(shown.blocks.map(textOf).join('')).toContain('<img src=x onerror=alert(1)>');
  });

  it('that is too long is not shown', async () => {
    const shown = preview(
      {
        version: 3,
        source: new Source('a'.repeat(LIMITS.previewLength + 1)),
        get report(): never {
          throw new Error('read');
        },
      },
      [],
      'zh-CN',
    );
    expect(shown).toEqual({ version: 3, isTooLong: true, blocks: [], findings: [] });
  });
});
