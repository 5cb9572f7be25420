import { describe, expect, it } from 'vitest';
import type { Catalogue, Message } from '../../../server/src/messages/message.ts';
import { languageFor, message, messageOf, messagesIn, uncheckedMessage } from '../../../server/src/messages/text.ts';
import { finding, type Fix, type Related } from '../../../server/src/rules/support/rule.ts';

const SPAN = { start: 0, end: 1 };

describe('wording of a message', () => {
  it('names its arguments, in both languages', () => {
    expect(message('zh-CN', 'fix.useYear', { year: 2024 })).toBe('年份改为 2024');
    expect(messagesIn('en')('fix.useYear', { year: 2024 })).toContain('2024');
    expect(messageOf('zh-CN', { message: 'fix.useYear', args: { year: 2024 } })).toBe('年份改为 2024');
  });

  it('is the id where nothing fits, so that nothing is lost', () => {
    expect(uncheckedMessage('zh-CN', 'no/such-rule')).toBe('no/such-rule');
    expect(uncheckedMessage('zh-CN', 'toString')).toBe('toString');
    expect(uncheckedMessage('zh-CN', 'citations/not-in-force')).toBe('citations/not-in-force');
  });
});

describe('language of messages', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en_US.UTF-8', 'en'],
    ['zh-cn', 'zh-CN'],
    ['eng', 'zh-CN'],
    ['de', 'zh-CN'],
    [undefined, 'zh-CN'],
  ] as const)('for %s is %s', (locale, expected) => {
    expect(languageFor(locale)).toBe(expected);
  });
});

/**
 * Mistakes that must not compile. `npm run check` reads this file: where one of them compiles, the comment above it is
 * an error. Nothing here runs.
 */
export function mistakes(): void {
  const say = messagesIn('zh-CN');
  // @ts-expect-error the argument is missing
  message('zh-CN', 'fix.useYear');
  // @ts-expect-error the argument is missing
  message('zh-CN', 'fix.useYear', {});
  // @ts-expect-error the argument has another name
  message('zh-CN', 'fix.useYear', { date: '2024' });
  // @ts-expect-error there is an argument more
  message('zh-CN', 'fix.useYear', { year: 2024, date: '2024' });
  // @ts-expect-error a count is a number
  message('zh-CN', 'fix.fillBlanks', { count: '3' });
  // @ts-expect-error a message without arguments gets one
  message('zh-CN', 'fix.renumber', { count: 3 });
  // @ts-expect-error there is no such message
  message('zh-CN', 'fix.useTheYear', { year: 2024 });
  // @ts-expect-error one of the two needs a title
  say(SPAN.end > 0 ? 'fix.useYear' : 'fix.useName', { year: 2024 });

  // @ts-expect-error the argument is missing
  finding(SPAN, { message: 'dates/title-without-year' });
  // @ts-expect-error the argument has another name
  finding(SPAN, { message: 'dates/title-without-year', args: { date: '2024' } });
  // @ts-expect-error no message of a finding
  finding(SPAN, { message: 'fix.renumber', args: {} });
  // @ts-expect-error the text is missing
  const related: Related = { span: SPAN, message: 'related.figure', args: {} };
  // @ts-expect-error no message of another place
  const other: Related = { span: SPAN, message: 'fix.renumber', args: {} };
  // @ts-expect-error the argument has another name
  const fix: Fix = { kind: 'safe', message: 'fix.useYear', args: { date: '2024' }, edits: [] };
  // @ts-expect-error the arguments are those of another message
  const said: Message<'fix.useYear' | 'fix.useName'> = { message: 'fix.useName', args: { year: 2024 } };

  const english = {} as Catalogue;
  // @ts-expect-error an argument that the Chinese wording does not have
  const extra: Catalogue = { ...english, 'fix.useYear': (a: { year: number; date: string }) => a.date };
  // @ts-expect-error a message that the Chinese catalogue does not have
  const more: Catalogue = { ...english, 'fix.useTheYear': () => '' };

  void [related, other, fix, said, extra, more];
}
