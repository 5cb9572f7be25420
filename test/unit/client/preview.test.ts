import { describe, expect, it } from 'vitest';
import { readFromClipboardPage } from '../../../client/src/pages/messages.ts';
import { readFromPreview, type ToPreview } from '../../../client/src/preview/messages.ts';
import { PreviewSession } from '../../../client/src/previewSession.ts';
import { messagesIn } from '../../../server/src/messages/text.ts';
import type { Preview } from '../../../server/src/protocol/documents.ts';

const version = (number: number): Preview => ({ version: number, isTooLong: false, blocks: [], findings: [] });

class Desk {
  answers: (Preview | null | undefined)[] = [];
  isGone = false;
  asked = 0;
  readonly shown: ToPreview[] = [];
  readonly session = new PreviewSession(
    {
      isThere: async () => !this.isGone,
      preview: async () => {
        this.asked++;
        await new Promise(resolve => setTimeout(resolve, 1));
        return this.answers.shift();
      },
    },
    message => this.shown.push(message),
    messagesIn('zh-CN'),
  );
}

describe('a preview and its draft', () => {
  it('are in step: what is asked for meanwhile is shown once, behind the rest', async () => {
    const desk = new Desk();
    desk.answers = [version(1), version(5)];
    const { session } = desk;
    await Promise.all([session.refresh(), session.refresh(), session.refresh(), session.refresh()]);
    expect(desk.asked).toBe(1);
    const first = session.refresh();
    expect(desk.shown.map(message => message.kind === 'preview' && message.preview.version)).toEqual([1]);
    await first;
    expect(session.shown?.version).toBe(5);
  });

  it('asks again for a draft that changed while it was read', async () => {
    const desk = new Desk();
    desk.answers = [version(1), version(2)];
    const first = desk.session.refresh();
    while (desk.asked === 0) await Promise.resolve();
    void desk.session.refresh();
    await first;
    expect(desk.shown.map(message => message.kind === 'preview' && message.preview.version)).toEqual([1, 2]);
  });

  it('keeps what was last seen, and says why', async () => {
    const desk = new Desk();
    desk.answers = [version(1), null, undefined];
    for (let i = 0; i < 3; i++) await desk.session.refresh();
    desk.isGone = true;
    await desk.session.refresh();
    expect(desk.session.shown?.version).toBe(1);
    expect(desk.shown.map(message => (message.kind === 'unavailable' ? message.sentence.slice(0, 8) : ''))).toEqual([
      '',
      '草稿没有按年度报',
      '语言服务没有回答',
      '草稿已经关闭或删',
    ]);
  });
});

describe('what a page may tell', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'toText' },
    { kind: 'scroll', version: 1, offset: 0 },
    { kind: 'select', version: 1, offset: 3, isFinal: true },
    { kind: 'finding', version: 2, index: 0 },
    { kind: 'command', command: 'exportDocx' },
  ])('is %o', message => {
    expect(readFromPreview(message)).toEqual(message);
    expect(readFromPreview({ ...message, uri: 'file:///etc/passwd' })).toEqual(message);
  });

  it.each([
    null,
    'ready',
    { kind: 'edit' },
    { kind: 'scroll', version: 1, offset: -1 },
    { kind: 'scroll', version: 1, offset: 1.5 },
    { kind: 'scroll', version: '1', offset: 1 },
    { kind: 'select', version: 1, offset: 1, isFinal: 'yes' },
    { kind: 'finding', version: 1, index: Number.NaN },
    { kind: 'command', command: 'workbench.action.terminal.new' },
    { kind: 'command', command: '../exportDocx' },
  ])('is not %o', message => {
    expect(readFromPreview(message)).toBeUndefined();
  });

  it('is, of the page to paste into, two texts', () => {
    expect(readFromClipboardPage({ kind: 'pasted', html: '', text: 'a', more: 1 })).toEqual({
      kind: 'pasted',
      html: '',
      text: 'a',
    });
    expect(readFromClipboardPage({ kind: 'pasted', html: 1, text: 'a' })).toBeUndefined();
    expect(readFromClipboardPage({ kind: 'command' })).toBeUndefined();
  });
});
