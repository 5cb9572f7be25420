import { describe, expect, it } from 'vitest';
import { doc, row, sprm } from '../../../support/doc.ts';
import { imported, importedLines, refusalOfImport } from '../../../support/documents.ts';
import { Random } from '../../../support/damagedTables.ts';

const [DELETED, INSERTED, LIST, CENTRED] = [0x0800, 0x0801, 0x460b, 0x2403];
const RAISED = 0x2a48;
const paragraph = (text: string, modifiers: readonly number[] = []) => ({ runs: [{ text }], modifiers });

describe('a Word 97–2003 document', () => {
  it('is read as paragraphs, its title over two centred lines as one', async () => {
    const centred = sprm(CENTRED, 1);
    const bytes = doc([
      paragraph('云溪县财政局', centred),
      paragraph('2024年政府信息公开工作年度报告', centred),
      paragraph('一、总体情况'),
      paragraph('　　全年没有收到申请。'),
    ]);
    expect(await importedLines(bytes)).toEqual([
      '# 云溪县财政局2024年政府信息公开工作年度报告',
      '## 一、总体情况',
      '全年没有收到申请。',
    ]);
  });

  it('keeps merged cells, whose borders are those of all rows', async () => {
    const bytes = doc([
      ...row([0, 2000, 3000], [{ text: '甲' }, { text: '乙', merge: 'restart' }]),
      ...row([0, 1000, 2000, 3000], [{ text: '1' }, { text: '2' }, { text: '', merge: 'continue' }]),
      paragraph('其后'),
    ]);
    expect(await importedLines(bytes)).toEqual([
      '<table>',
      '<tr><td colspan="2">甲</td><td rowspan="2">乙</td></tr>',
      '<tr><td>1</td><td>2</td></tr>',
      '</table>',
      '其后',
    ]);
  });

  it('tells the raised digit of a note from the figure before it', async () => {
    const runs = [{ text: '收到31' }, { text: '1', modifiers: sprm(RAISED, 1) }, { text: '件。' }];
    const { markdown } = await imported(doc([{ runs }]));
    expect(markdown).toContain('收到31¹件。\n');
  });

  it('drops deletions, also inside a figure, and takes insertions', async () => {
    const runs = [
      { text: '收到' },
      { text: '29', modifiers: sprm(DELETED, 1) },
      { text: '31', modifiers: sprm(INSERTED, 1) },
      { text: '件。' },
    ];
    const { markdown, notes } = await imported(doc([{ runs }]));
    expect(markdown).toContain('\n收到31件。\n');
    expect(notes).toEqual([
      { message: 'documents.note.trackedChanges', args: { count: 1, number: '1' }, isLoss: true },
    ]);
  });

  it('keeps the result of a field, and says that numbers were not read', async () => {
    const { markdown, noteIds } = await imported(
      doc([paragraph('\u0013 PAGE \u0014见第3页\u0015。'), paragraph('总体情况', sprm(LIST, 1, 0))]),
    );
    expect(markdown).toContain('\n见第3页。\n');
    expect(noteIds).toEqual(['binaryNumbers']);
  });

  it('is refused with a password, or when it is older', async () => {
    expect(await refusalOfImport(doc([paragraph('甲')], 0x0100))).toBe('documents.refused.password');
  });

  it('is refused or read where bytes are flipped, and never fails', async () => {
    const sample = doc([...row([0, 1000, 2000], [{ text: '甲' }, { text: '12' }]), paragraph('其后')]);
    const random = new Random(3);
    for (let i = 0; i < 200; i++) {
      const bytes = sample.slice();
      for (let flips = 0; flips < 3; flips++) bytes[random.below(bytes.length)] = random.below(256);
      const refusal = await refusalOfImport(bytes);
      expect(refusal === undefined || refusal.startsWith('documents.refused.')).toBe(true);
    }
    for (const part of [0.1, 0.5, 0.9])
      expect(await refusalOfImport(sample.subarray(0, Math.floor(sample.length * part)))).toBeDefined();
  });
});
