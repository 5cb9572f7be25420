import { describe, expect, test } from 'vitest';
import type { ToForm } from '../../../client/src/tableForm/messages.ts';
import { TableFormSession, type FormDraft } from '../../../client/src/tableFormSession.ts';
import { messagesIn } from '../../../server/src/messages/text.ts';
import type { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { tableFormEdit } from '../../../server/src/features/tables/formEdits.ts';
import { tableForm } from '../../../server/src/features/tables/tableForm.ts';
import type { TableFormAction } from '../../../server/src/protocol/tableForm.ts';
import { sampleReport } from '../../support/sample.ts';
import { applied, cellIn, snapshotOf } from '../../support/tableForms.ts';

const CELL = 'requests granted enterprise';
const write = (text: string, id = CELL): TableFormAction => ({ kind: 'write', cells: [{ id, text }] });

/** A draft in an editor that somebody else may change between any two steps. */
class Desk implements FormDraft {
  text = sampleReport('pipe');
  count = 1;
  isLocked = false;
  answer: 'server' | 'silent' | 'unchecked' = 'server';
  isGone = false;
  refusesEdits = false;
  /** Called before each step with its name. */
  before: (step: 'form' | 'plan' | 'apply') => void = () => undefined;
  readonly shown: ToForm[] = [];
  readonly session = new TableFormSession(this, message => this.shown.push(message), messagesIn('zh-CN'));

  /** Somebody else's change. */
  change(from: string, to: string): void {
    expect(this.text).toContain(from);
    this.text = this.text.replace(from, to);
    this.count++;
  }

  version = async () => (this.isGone ? undefined : this.count);
  isReadOnly = async () => this.isLocked;

  form = async () => {
    this.before('form');
    return this.answered(() => tableForm(this.snapshot, 'zh-CN'));
  };

  plan = async (version: number, action: TableFormAction) => {
    this.before('plan');
    return this.answered(() => tableFormEdit(this.snapshot, { version, action }, 'comment', 'zh-CN'));
  };

  apply: FormDraft['apply'] = async (version, edits) => {
    this.before('apply');
    if (version !== this.count || this.refusesEdits) return false;
    this.text = applied(this.snapshot, { kind: 'edits', version, edits, refusals: [] });
    this.count++;
    return true;
  };

  get troubles(): readonly string[] {
    return this.shown.flatMap(message => (message.kind === 'trouble' ? message.sentences : []));
  }

  get serials(): readonly number[] {
    return this.shown.flatMap(message => (message.kind === 'done' ? [message.serial] : []));
  }

  private answered<T>(answer: () => T): T | null | undefined {
    return this.answer === 'silent' ? undefined : this.answer === 'unchecked' ? null : answer();
  }

  private get snapshot(): Snapshot {
    return Object.assign(snapshotOf(this.text), { version: this.count });
  }
}

const stated = (desk: Desk, id = CELL) => cellIn(desk.text, id)?.text;

describe('the table form and its draft', () => {
  test('writes what is typed and shows the draft with it', async () => {
    const desk = new Desk();
    await desk.session.refresh();
    await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    expect(stated(desk)).toBe('9');
    expect(desk.shown.map(({ kind }) => kind)).toEqual(['form', 'form', 'done']);
    expect(desk.troubles).toEqual([]);
  });

  test('what is typed quickly is written one after the other', async () => {
    const desk = new Desk();
    await desk.session.refresh();
    await Promise.all([
      desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]),
      desk.session.act(2, write('１0'), [{ id: CELL, text: null }]),
      desk.session.act(3, write('11'), [{ id: CELL, text: null }]),
    ]);
    expect(stated(desk)).toBe('11');
    expect(desk.serials).toEqual([1, 2, 3]);
    expect(desk.troubles).toEqual([]);
  });

  test('what is saved has what was typed before, however slow the server is', async () => {
    const desk = new Desk();
    await desk.session.refresh();
    let saved = '';
    const typed = desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    const save = desk.session.inTurn(() => {
      saved = desk.text;
    });
    await Promise.all([typed, save]);
    expect(cellIn(saved, CELL)?.text).toBe('9');
    // What fails, such as an editor that cannot be shown, stops nothing after it.
    await expect(desk.session.inTurn(() => Promise.reject(new Error('no editor')))).rejects.toThrow();
    await desk.session.act(2, write('10'), [{ id: CELL, text: null }]);
    expect(stated(desk)).toBe('10');
  });

  test.each(['form', 'plan', 'apply'] as const)('a draft that moves on before %s is read again first', async step => {
    const desk = new Desk();
    await desk.session.refresh();
    let isDone = false;
    desk.before = each => {
      if (each !== step || isDone) return;
      isDone = true;
      desk.change('# 海东县', '前言\n\n# 海东县');
    };
    if (step === 'form') desk.change('认真贯彻', '贯彻');
    await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    expect(isDone).toBe(true);
    expect(stated(desk)).toBe('9');
    expect(desk.text).toContain('前言');
    expect(desk.troubles).toEqual([]);
  });

  test.each(['before', 'plan', 'apply'] as const)(
    'a cell that somebody else changed is not written over (%s)',
    async step => {
      const desk = new Desk();
      await desk.session.refresh();
      const change = () => {
        desk.change('| （一）予以公开 |  | 31 | 8 |', '| （一）予以公开 |  | 31 | 7 |');
      };
      let isDone = step === 'before';
      if (isDone) change();
      desk.before = each => {
        if (each !== step || isDone) return;
        isDone = true;
        change();
      };
      await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
      expect(stated(desk)).toBe('7');
      expect(desk.troubles).toEqual(['“（一）予以公开 · 商业企业”刚刚在草稿里改成了“7”，没有写入。请看过再填。']);
      expect(desk.serials).toEqual([1]);
    },
  );

  test('a table that disappears takes nothing with it', async () => {
    const desk = new Desk();
    await desk.session.refresh();
    const [from, to] = [desk.text.indexOf('| （本列'), desk.text.indexOf('## 四')];
    desk.text = desk.text.slice(0, from) + desk.text.slice(to);
    desk.count++;
    const before = desk.text;
    await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    expect(desk.text).toBe(before);
    expect(desk.troubles).toHaveLength(1);
  });

  test('letters are named and nothing is written', async () => {
    const desk = new Desk();
    await desk.session.refresh();
    await desk.session.act(1, write('abc'), [{ id: CELL, text: '8' }]);
    expect(stated(desk)).toBe('8');
    expect(desk.troubles[0]).toContain('abc');
  });

  test.each([
    ['read-only', (desk: Desk) => (desk.isLocked = true), '只读'],
    ['not taken by the editor', (desk: Desk) => (desk.refusesEdits = true), '没有接受'],
  ])('a draft that is %s: a sentence, nothing lost', async (_, make, words) => {
    const desk = new Desk();
    await desk.session.refresh();
    make(desk);
    const before = desk.text;
    await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    expect(desk.text).toBe(before);
    expect(desk.troubles.join()).toContain(words);
  });

  test.each([
    ['gone', (desk: Desk) => (desk.isGone = true), '关闭或删除'],
    ['not checked', (desk: Desk) => (desk.answer = 'unchecked'), '没有按年度报告打开'],
    ['without its server', (desk: Desk) => (desk.answer = 'silent'), '语言服务'],
  ])('a draft that is %s: the form says so', async (_, make, words) => {
    const desk = new Desk();
    await desk.session.refresh();
    make(desk);
    desk.count++;
    await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    expect(desk.shown.flatMap(each => (each.kind === 'unavailable' ? [each.sentence] : []))[0]).toContain(words);
    expect(desk.serials).toEqual([1]);
  });

  test('a draft that never stands still is left alone', async () => {
    const desk = new Desk();
    await desk.session.refresh();
    desk.before = step => {
      if (step === 'plan') desk.count++;
    };
    await desk.session.act(1, write('9'), [{ id: CELL, text: '8' }]);
    expect(stated(desk)).toBe('8');
    expect(desk.troubles[0]).toContain('不断改动');
  });
});
