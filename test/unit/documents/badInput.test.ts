import * as CFB from 'cfb';
import { strToU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../server/src/documents/crc32.ts';
import { openZip } from '../../../server/src/documents/container.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import { docx, docxFiles, p, r, table, tc, zip } from '../../support/docx.ts';
import { imported, refusalOfImport } from '../../support/documents.ts';
import { pdf, text as pdfText, type TestPage } from '../../support/pdf.ts';
import { Random } from '../../support/damagedTables.ts';

const refused = async (bytes: Uint8Array) => (await refusalOfImport(bytes))?.replace('documents.refused.', '');
const withPart = (name: string, content: string | Uint8Array) =>
  zip({ ...docxFiles({ body: p('正文') }), [name]: content });
const SAMPLE = docx({
  body:
    p('云溪县财政局2024年政府信息公开工作年度报告') +
    p('一、总体情况') +
    p('全年公开信息326条。') +
    table(tc('规章') + tc('12') + tc('3'), tc('文件') + tc('45') + tc('6')),
  styles: '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/></w:style>',
});

/** A zip file of one part whose directory says what it likes. */
function lying(files: Record<string, string | Uint8Array>, name: string, change: (view: DataView, at: number) => void) {
  const bytes = zip(files);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) change(view, at);
  }
  return bytes;
}

/** Places of the bytes of a PDF file's streams. */
function streams(bytes: Uint8Array): number[] {
  const found: number[] = [];
  const ascii = new TextDecoder('ascii').decode(bytes);
  for (const match of ascii.matchAll(/\/Length (\d+)\/Filter\/FlateDecode>>\nstream\n/g)) {
    const start = match.index + match[0].length;
    for (let at = start; at < start + Number(match[1]); at++) found.push(at);
  }
  return found;
}

describe('a file that is no document', () => {
  it.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['text', strToU8('# 报告\n'), 'isText'],
    ['PDF', strToU8('%PDF-1.7\n'), 'damaged'],
    ['scanned PDF', pdf([{ content: '0 0 200 200 re f' }]), 'scanned'],
    ['RTF', strToU8('{\\rtf1\\ansi 报告}'), 'otherFormat'],
    ['MHT', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'otherFormat'],
    ['flat XML', strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'otherFormat'],
    ['OFD', zip({ 'OFD.xml': '<OFD/>' }), 'otherFormat'],
    ['ODT', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }), 'otherFormat'],
    ['other zip', zip({ 'a.txt': 'a' }), 'unknown'],
    ['binary', Uint8Array.from({ length: 200 }, (_, i) => (i * 7) % 256), 'unknown'],
  ])('is refused by what it is: %s', async (_, bytes, reason) => {
    expect(await refused(bytes)).toBe(reason);
  });

  it('is a document without text', async () => {
    expect(await refused(docx({ body: p('') }))).toBe('noText');
  });
});

describe('a document with a password', () => {
  it('is refused', async () => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, '/EncryptionInfo', Uint8Array.from([4, 0, 4, 0]));
    CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(600));
    expect(await refused(Uint8Array.from(CFB.write(file, { type: 'array' }) as number[]))).toBe('password');
  });

  it('is refused where it is a PDF file', async () => {
    expect(await refused(pdf([{ content: pdfText(100, 700, '正文') }], { isEncrypted: true }))).toBe('password');
  });

  it('is refused where the zip file itself is encrypted', async () => {
    const files = docxFiles({ body: p('正文') });
    expect(
      await refused(
        lying(files, 'word/document.xml', (view, at) => {
          view.setUint16(at + 8, 1, true);
        }),
      ),
    ).toBe('password');
  });
});

describe('a damaged file', () => {
  it('is refused where it ends in the middle', async () => {
    for (const part of [0.25, 0.5, 0.75, 0.99])
      expect(await refused(SAMPLE.subarray(0, Math.floor(SAMPLE.length * part)))).toBe('damaged');
  });

  it('may have bytes behind it, as mail programs add them', async () => {
    const tail = strToU8('\r\n-- \r\n防病毒扫描');
    for (const behind of [tail, new Uint8Array(4096)]) {
      const bytes = new Uint8Array(SAMPLE.length + behind.length);
      bytes.set(SAMPLE);
      bytes.set(behind, SAMPLE.length);
      expect((await imported(bytes)).markdown).toBe((await imported(SAMPLE)).markdown);
    }
  });

  it('never gives another text: 400 flipped bits', async () => {
    const { markdown } = await imported(SAMPLE);
    const random = new Random(7);
    let harmless = 0;
    for (let i = 0; i < 400; i++) {
      const bytes = SAMPLE.slice();
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      if ((await refusalOfImport(bytes)) !== undefined) continue;
      harmless++;
      expect((await imported(bytes)).markdown).toBe(markdown);
    }
    // Times and parts that are not read may change.
    expect(harmless).toBeLessThan(250);
  });

  it('is refused where it is a PDF file that ends in the middle', async () => {
    const bytes = pdf([{ content: pdfText(100, 700, '全年公开信息326条。') }]);
    for (const part of [0.25, 0.5, 0.75, 0.97])
      expect(await refused(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe('damaged');
  });

  it('never gives other words of a PDF file: 400 flipped bits of its packed text', async () => {
    const content = [...'全年公开信息三百二十六条'].map((sign, i) => pdfText(100 + 14 * i, 700, sign)).join('');
    const bytes = pdf([{ content }, { content: pdfText(100, 700, '另有十二件。') }]);
    const { markdown } = await imported(bytes);
    const places = streams(bytes);
    const random = new Random(11);
    for (let i = 0; i < 400; i++) {
      const flipped = bytes.slice();
      const at = places[random.below(places.length)] ?? 0;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      if ((await refused(flipped)) === undefined) expect((await imported(flipped)).markdown).toBe(markdown);
    }
  });

  it('is refused where the root is not closed, tags cross, or a DOCTYPE stands before it', async () => {
    const document = String(docxFiles({ body: p('正文') })['word/document.xml']);
    const broken = [
      document.replace('</w:document>', ''),
      document.replace('</w:r></w:p>', '</w:p></w:r>'),
      `<!DOCTYPE a [<!ENTITY x "y">]>${document.replace(/^.*\n/, '')}`,
      `${document}<w:p/>`,
    ];
    for (const text of broken) expect(await refused(withPart('word/document.xml', text))).toBe('damaged');
  });

  it('is refused where a part that the document names is missing', async () => {
    const files = docxFiles({ body: p('正文'), numbering: '' });
    delete files['word/numbering.xml'];
    expect(await refused(zip(files))).toBe('damaged');
  });

  it('is refused where entries overlap or have a name twice', async () => {
    const files = docxFiles({ body: p('正文') });
    expect(
      await refused(
        lying(files, 'word/document.xml', (view, at) => {
          view.setUint32(at + 20, view.getUint32(at + 20, true) + 4000, true);
        }),
      ),
    ).toBe('damaged');
  });
});

describe('a bomb', () => {
  const zeros = (size: number) => {
    const files = { ...docxFiles({ body: p('正文') }), 'word/document.xml': new Uint8Array(size) };
    return zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
      { level: 1 },
    );
  };

  it('is refused by the size that it lists, without being unpacked', async () => {
    const bytes = zeros(LIMITS.documentPartBytes + 1);
    const began = process.cpuUsage().user;
    expect(await refused(bytes)).toBe('partTooLarge');
    expect(process.cpuUsage().user - began).toBeLessThan(500_000);
  });

  it('that lists another size is cut there', async () => {
    const files = { ...docxFiles({ body: p('正文') }), 'word/document.xml': new Uint8Array(5 * 1024 * 1024) };
    const bytes = lying(files, 'word/document.xml', (view, at) => {
      view.setUint32(at + 24, 1000, true);
    });
    expect(await refused(bytes)).toBe('damaged');
  });

  it('in a PDF file is noticed while it is unpacked', async () => {
    const packed = zlibSync(new Uint8Array(LIMITS.documentUnpackedBytes / 8));
    const bytes = pdf(new Array<TestPage>(9).fill({ content: '', packed }));
    expect(bytes.length).toBeLessThan(200_000);
    expect(await refused(bytes)).toBe('partTooLarge');
  });

  it('of pages is refused', async () => {
    const pages = new Array<{ content: string }>(LIMITS.documentPages + 1).fill({ content: '' });
    expect(await refused(pdf(pages))).toBe('tooManyPages');
  });

  it('of nested elements is refused at once', async () => {
    const deep = (depth: number) => '<w:r>'.repeat(depth) + '</w:r>'.repeat(depth);
    const began = process.cpuUsage().user;
    expect(await refused(docx({ body: p(deep(1_000_000)) }))).toBe('tooDeep');
    expect(process.cpuUsage().user - began).toBeLessThan(3_000_000);
    expect(await refused(docx({ body: p(r('正文') + deep(200)) }))).toBeUndefined();
  });

  it('of parts, cells or columns is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: LIMITS.documentEntries + 1 }, (_, i) => [`a${String(i)}`, '']),
    );
    expect(await refused(zip(parts))).toBe('tooManyParts');
    expect(await refused(docx({ body: table(...Array.from({ length: 110 }, () => tc('1').repeat(200))) }))).toBe(
      'tableTooLarge',
    );
    expect(await refused(docx({ body: table(tc('1').repeat(LIMITS.documentColumns + 1)) }))).toBe('tableTooWide');
    expect(await refused(docx({ body: table(tc('1', '<w:gridSpan w:val="99999999"/>') + tc('2')) }))).toBe(
      'tableTooWide',
    );
  });
});

describe('the container', () => {
  it('gives parts whatever their case, and checks sums', () => {
    const container = openZip(zip({ 'Word/Document.xml': 'a' }));
    expect(container.text('word/document.XML')).toBe('a');
    expect(container.bytes('nothing')).toBeUndefined();
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });
});
