import { describe, expect, test } from 'vitest';
import { decodeLoosely } from '../../../server/src/text/decode.ts';
import { misreadText } from '../../../server/src/text/misread.ts';
import { sampleReport } from '../../support/sample.ts';

/** GB18030 bytes of 本机关公开信息，没有收费；其中办结九件。 */
const GB = Buffer.from('b1bebbfab9d8b9abbfaad0c5cfa2a3acc3bbd3d0cad5b7d1a3bbc6e4d6d0b0ecbde1bec5bcfea1a3', 'hex');
const windows1252 = (bytes: Uint8Array) =>
  [...bytes]
    .map(byte => (byte >= 0x80 && byte < 0xa0 ? (SIGNS[byte - 0x80] ?? '') : String.fromCharCode(byte)))
    .join('');
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

describe('text read byte by byte', () => {
  test.each<[string, string, string]>([
    ['UTF-8 as Latin-1', 'utf-8', Buffer.from(sampleReport('pipe')).toString('latin1')],
    ['UTF-8 as windows-1252', 'utf-8', windows1252(Buffer.from(sampleReport('html')))],
    ['GB18030 as Latin-1', 'gb18030', GB.toString('latin1')],
    ['a page with tags', 'gb18030', `<html><body class="main"><p>${GB.toString('latin1')}</p></body></html>`],
  ])('%s gives its bytes back', (_, encoding, text) => {
    const found = misreadText(text);
    expect(found && decodeLoosely(encoding as 'utf-8' | 'gb18030', found.bytes)).toContain('公开');
    expect(found?.span.start).toBe(text.search(/[\u0080-\u00ff]/));
  });

  test.each([
    ['a draft', sampleReport('pipe')],
    ['nothing', ''],
    ['English', 'The annual report names 5 requests.\n'.repeat(50)],
    ['accents', 'Où l’État publie dès que possible, çà et là, âgé, naïve, façade, œuvre.\n'.repeat(50)],
    ['a line of dots', `${'·'.repeat(200)}\n${'§'.repeat(30)}`],
    ['an alphabet', 'Die Umlaute ÄÖÜäöüß stehen hinten; so auch ÁÉÍÓÚÜÑ und ÀÂÆÇÈ im Register der Namen.'],
    ['one Chinese character among it', `${GB.toString('latin1')}件`],
    ['a full-width sign among it', `${GB.toString('latin1')}，`],
  ])('%s is none', (_, text) => {
    expect(misreadText(text)).toBeUndefined();
  });
});
