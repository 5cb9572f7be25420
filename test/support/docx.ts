import { strToU8, zipSync, type Zippable } from 'fflate';

/** What a Word document of a test is made of: XML of its body and, where it has them, of other parts. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  /** Further parts by their names. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Bytes of a Word document. */
export function docx(parts: DocxParts): Uint8Array {
  return zip(docxFiles(parts));
}

/** Its parts by their names. */
export function docxFiles({ body, others = {}, ...named }: DocxParts): Record<string, string | Uint8Array> {
  const kinds = (['styles', 'numbering', 'comments', 'footnotes'] as const).filter(kind => named[kind] !== undefined);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      ['document.main', ...kinds]
        .map(
          kind =>
            `<Override PartName="/word/${kind.replace('.main', '')}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(kinds.map((kind, i) => [`rId${String(i + 1)}`, kind, `${kind}.xml`])),
  };
  for (const kind of kinds)
    files[`word/${kind}.xml`] = `${HEAD}<w:${kind} ${NAMESPACES}>${named[kind] ?? ''}</w:${kind}>`;
  return { ...files, ...others };
}

/** A zip file of parts; times are fixed. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { mtime: new Date('2020-01-01T00:00:00Z') });
}

function relationships(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  return (
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    entries
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('') +
    '</Relationships>'
  );
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs; a text without tags is one run. */
export function p(content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A table of rows of cells. */
export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map(row => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
}

/** A cell; its content is a text, or paragraphs. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : p(content)}</w:tc>`;
}
