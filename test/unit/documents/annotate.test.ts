import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotateDocument } from '../../../server/src/documents/annotate.ts';
import type { Remark } from '../../../server/src/documents/job.ts';
import { docx, docxFiles, p, r, table, tc, zip } from '../../support/docx.ts';
import { imported } from '../../support/documents.ts';

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Remarks on words of the draft that a document is imported as. */
async function remarksOn(bytes: Uint8Array, ...words: readonly string[]): Promise<Remark[]> {
  const { markdown } = await imported(bytes);
  return words.map(word => {
    const start = markdown.indexOf(word);
    return { start, end: start + word.length, lines: [`关于“${word}”。`, '请核对。'] };
  });
}

const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)] as const));

/** The document's XML without comments, runs of the same properties joined. */
function withoutComments(xml: string): string {
  let joined = xml
    .replace(/<w:r><w:commentReference[^>]*><\/w:r>/g, '')
    .replace(/<w:commentRange(?:Start|End)[^>]*>/g, '')
    .replaceAll('<w:t xml:space="preserve">', '<w:t>');
  for (let before = ''; before !== joined;) {
    before = joined;
    joined = joined.replace(
      /<\/w:t><\/w:r><w:r>(<w:rPr>[^]*?<\/w:rPr>)?<w:t>/g,
      (all, properties: string | undefined, at: number) => {
        const run = before.lastIndexOf('<w:r>', at);
        return before.startsWith(`<w:r>${properties ?? ''}<w:t>`, run) ? '' : all;
      },
    );
  }
  return joined;
}

/** The words between the marks of a comment. */
function markedWords(xml: string, id: number): string {
  const start = xml.indexOf(`<w:commentRangeStart w:id="${String(id)}"/>`);
  return xml.slice(start, xml.indexOf(`<w:commentRangeEnd w:id="${String(id)}"/>`)).replace(/<[^>]*>/g, '');
}

describe('comments in a copy of a Word document', () => {
  it('are not written again into a copy that has them, but what is new is', async () => {
    const bytes = docx({ body: p(r('收到41件，办结40件&amp;结转1件。')), styles: '' });
    const once = annotateDocument(bytes, await remarksOn(bytes, '41', '件&结'), null);
    const twice = annotateDocument(once, await remarksOn(once, '41', '件&结', '40'), null);
    const commentsIn = (copy: Uint8Array) =>
      Array.from((parts(copy).get('word/comments.xml') ?? '').matchAll(/关于“([^”]*)”/g), ([, words]) => words);
    expect([commentsIn(once), commentsIn(twice)].map(words => words.length)).toEqual([2, 3]);
    expect(markedWords(parts(twice).get('word/document.xml') ?? '', 2)).toBe('40');
  });

  it('stand on their words, and all else stays as it was', async () => {
    const bytes = docx({
      body:
        p(r('全年收到申请') + r('41件，', '<w:b/>') + r('办结40件。')) +
        table(tc('自然人') + tc(p(r('1') + r('2'))), tc('总计') + tc('13')),
      styles: '',
    });
    const words = ['41件，办结', '12', '申请', '办结40件'];
    const after = parts(annotateDocument(bytes, await remarksOn(bytes, ...words), null));
    const xml = after.get('word/document.xml') ?? '';
    expect(words.map((_, i) => markedWords(xml, i))).toEqual(words);
    const before = parts(bytes);
    expect(withoutComments(xml)).toBe(withoutComments(before.get('word/document.xml') ?? ''));
    expect([...before].filter(([name, content]) => after.get(name) !== content).map(([name]) => name)).toEqual([
      '[Content_Types].xml',
      'word/document.xml',
      'word/_rels/document.xml.rels',
    ]);
    expect(after.get('word/comments.xml')?.match(/<w:comment /g)).toHaveLength(4);
  });

  it('keep those that are there, with ids behind theirs', async () => {
    const bytes = docx({
      body: p(`${r('甲')}<w:r><w:commentReference w:id="7"/></w:r>`) + p('乙'),
      comments: `<w:comment w:id="7" w:author="审">${p('旧')}</w:comment>`,
    });
    const remarks = await remarksOn(bytes, '乙');
    const after = annotateDocument(bytes, remarks, '2025-01-16');
    const comments = parts(after).get('word/comments.xml') ?? '';
    expect(comments).toContain('旧');
    expect(comments).toMatch(/w:id="8" w:author="年报检查" w:date="2025-01-16T00:00:00Z" w:initials="检"/);
    expect((await imported(after)).markdown).toMatch(
      /甲\n\n<!-- 批注（审）：旧 -->\n\n乙\n\n<!-- 批注（年报检查）：关于“乙”。 请核对。 -->/,
    );
    expect(Buffer.from(annotateDocument(bytes, remarks, '2025-01-16')).equals(Buffer.from(after))).toBe(true);
  });

  it('keep the space where a text without preserved space is split', async () => {
    const bytes = docx({ body: '<w:p><w:r><w:t>甲 乙</w:t></w:r></w:p>' });
    const after = annotateDocument(bytes, await remarksOn(bytes, '乙'), null);
    expect((await imported(after)).markdown).toContain('\n甲 乙\n');
  });

  it('stand on the next words where their own stand nowhere, on those before a text box', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${p('框内')}</w:txbxContent></w:pict></w:r>`;
    const bytes = docx({ body: p(r('甲') + box) + table(tc('乙') + tc('')) });
    const [remark] = await remarksOn(bytes, '框内');
    const after = annotateDocument(bytes, remark ? [remark, { start: 0, end: 0, lines: ['全文。'] }] : [], null);
    const xml = parts(after).get('word/document.xml') ?? '';
    expect([markedWords(xml, 0), markedWords(xml, 1)]).toEqual(['甲', '甲']);
  });

  it('have the namespace of the document, and say in which encoding they are written', async () => {
    const files = docxFiles({ body: p(r('收到41件。')) });
    const main = 'word/document.xml';
    const text = String(files[main]);
    const strict = text.replace(/http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/, STRICT);
    const utf16 = text.replace('encoding="UTF-8"', 'encoding="UTF-16"');
    const encoded = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(utf16, 'utf16le')]);
    for (const [content, space] of [
      [strict, STRICT],
      [new Uint8Array(encoded), 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
    ] as const) {
      const bytes = zip({ ...files, [main]: content });
      const copy = parts(annotateDocument(bytes, await remarksOn(bytes, '41'), null));
      expect(copy.get('word/comments.xml')).toContain(`xmlns:w="${space}"`);
      expect(copy.get(main)).toMatch(/^\ufeff?<\?xml version="1.0" encoding="UTF-8"/);
    }
  });

  it('are put into a document whose main part lies elsewhere, and into nothing but a document', async () => {
    const files = docxFiles({ body: p(r('甲')) });
    const text = (name: string) => String(files[name]);
    const moved = zip({
      '[Content_Types].xml': text('[Content_Types].xml').replace('/word/document.xml', '/document.xml'),
      '_rels/.rels': text('_rels/.rels').replace('word/document.xml', 'document.xml'),
      'document.xml': text('word/document.xml'),
    });
    const after = parts(annotateDocument(moved, await remarksOn(moved, '甲'), null));
    expect(markedWords(after.get('document.xml') ?? '', 0)).toBe('甲');
    expect(after.get('_rels/document.xml.rels')).toContain('Target="comments.xml"');
    const other = zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': text('_rels/.rels').replace('word', 'xl') });
    expect(() => annotateDocument(other, [], null)).toThrow('notDocx');
  });
});
