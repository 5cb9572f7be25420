import { describe, expect, it } from 'vitest';
import { decodeAs, decodeLoosely } from '../../../server/src/text/decode.ts';
import { foreignEncodingOf, misreadingOf } from '../../../server/src/text/wrongEncoding.ts';
import { gb18030, inEncoding } from '../../support/commandLine.ts';
import { sampleReport } from '../../support/sample.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const windows = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

const REPORT = sampleReport('pipe');
const PAGE = sampleReport('html');
const SHORT = '青屿县2024年政府信息公开工作年度报告\n一、总体情况\n本年收到申请12件，均已答复。\n';
const TRADITIONAL =
  '青嶼縣教育局2024年政府信息公開工作年度報告\n一、總體情況\n依據條例編製本報告，全年收到申請十二件，均已答覆。\n';
const JAPANESE = '青嶼市の令和六年度情報公開に関する報告\n政府の情報公開について、申請は十二件であった。\n';

describe('what was written in another encoding', () => {
  it.each([
    ['big5', 'Big5', TRADITIONAL],
    ['shift_jis', 'Shift_JIS', JAPANESE],
  ] as const)('and is valid GB18030 is told: %s', (encoding, name, text) => {
    const bytes = inEncoding(encoding, text);
    expect(decodeAs(encoding, bytes)).toBe(text);
    expect(foreignEncodingOf(bytes, decodeLoosely('gb18030', bytes))).toBe(name);
  });

  it.each([
    ['UTF-8', utf8],
    ['GB18030', gb18030],
  ] as const)('and was read as Latin-1 is told: %s', (name, encode) => {
    for (const text of [REPORT, PAGE, SHORT]) {
      for (const read of [latin1, windows]) {
        const misread = misreadingOf(read(encode(text)));
        expect(misread).toMatchObject({ encoding: name, readAs: 'Latin-1' });
        expect(read(encode(text)).slice(misread?.span.start).charCodeAt(0)).toBeGreaterThan(0x7f);
      }
    }
    expect(misreadingOf(latin1(inEncoding('big5', TRADITIONAL)))?.encoding).toBe('Big5');
  });

  it('is told without a name where its words are none of a report', () => {
    const other = latin1(gb18030('今天下午三点开会，地点在三楼会议室，请各科室准时参加。'));
    expect(misreadingOf(other)).toMatchObject({ encoding: undefined, readAs: 'Latin-1' });
  });

  it('and was read as GB18030 is told', () => {
    for (const text of [REPORT, PAGE, SHORT])
      expect(misreadingOf(decodeLoosely('gb18030', utf8(text)))).toMatchObject({
        encoding: 'UTF-8',
        readAs: 'GB18030',
      });
    const big5 = decodeLoosely('gb18030', inEncoding('big5', TRADITIONAL));
    expect(misreadingOf(big5)).toMatchObject({ encoding: 'Big5', readAs: 'GB18030' });
  });
});

describe('what is as it was written', () => {
  it.each([
    ['a report', REPORT],
    ['a page', PAGE],
    ['a short one', SHORT],
    ['traditional characters', TRADITIONAL],
    ['Japanese', JAPANESE],
    ['no report', '今天下午三点开会，地点在三楼会议室，请各科室准时参加。\n'.repeat(5)],
    ['rare characters', '龘靐齉爩麤鱻驫羴犇骉焱淼垚晶磊森鑫龖厵灥馫劦'.repeat(5)],
    ['French', 'Élève éloigné à l’école, où ça gêne : déjà reçu, très âgé, naïveté, cœur, œuvre, été. '.repeat(5)],
    ['Icelandic', 'Það er æðislegt að geta óskað öllum góðs nýs árs, segir Þórður við Ísfold í Öræfum. '.repeat(5)],
    ['Russian', 'Ежегодный отчёт об открытости информации правительства за год. '.repeat(5)],
    ['figures alone', '| 1 | 2 |\n'.repeat(100)],
    ['nothing', ''],
  ])('is left alone: %s', (_, text) => {
    expect(misreadingOf(text)).toBeUndefined();
    expect(foreignEncodingOf(gb18030(text), text)).toBeUndefined();
  });

  it.each([
    ['a draft just begun', '青屿县水务局主要职责是管理水库、河道和灌区，在年内完成了整治。'.repeat(20)],
    ['without any common sign', '青屿县水务局主管水库河道灌区整治巡查养护'.repeat(30)],
  ])('in no time at each keystroke: %s', (_, text) => {
    expect(misreadingOf(text)).toBeUndefined();
    const began = process.cpuUsage();
    for (let i = 0; i < 100; i++) misreadingOf(text + '甲'.repeat(i));
    expect(process.cpuUsage(began).user / 1000 / 100).toBeLessThan(3);
  });

  it('whatever signs of the encoding it is made of', () => {
    // Characters in the order of the encoding, as no text has them, and each row of it alone.
    for (let first = 0x81; first <= 0xfe; first++) {
      const row = Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => 0x40 + i).filter(second => second !== 0x7f);
      const bytes = Uint8Array.from(row.flatMap(second => [first, second]));
      const text = decodeAs('gb18030', bytes) ?? '';
      expect(foreignEncodingOf(bytes, text)).toBeUndefined();
      expect(misreadingOf(text)).toBeUndefined();
    }
  });
});
