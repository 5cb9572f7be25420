import { zipSync, type Zippable } from 'fflate';
import { place } from '../text/mappedText.ts';
import { openZip, type Container } from './container.ts';
import { writeDraft } from './draft.ts';
import type { Remark } from './job.ts';
import { readDocx } from './read/docx.ts';
import { isWordDocument, mainPartOf, relationshipsOf, relationshipsPartOf } from './read/docxPackage.ts';
import { refuse, refuseDamaged } from './refused.ts';
import { sniff } from './sniff.ts';
import { UNWRITABLE } from './write/html.ts';
import { markedText, type Mark } from './commentMarks.ts';
import { descendantsOf, elementsOf, readXml, type XmlElement } from './xml.ts';

const AUTHOR = '年报检查';
const INITIALS = '检';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

/**
 * A copy of a Word document with a comment for each remark on the words that it is about. Of its parts only the
 * document itself, the comments, their relationship and their content type differ; existing comments stay, and what
 * one of ours says already is not said again.
 * `date`: day that the comments bear (2025-01-16); null for none, so that the same remarks give the same file.
 */
export function annotateDocument(bytes: Uint8Array, wanted: readonly Remark[], date: string | null): Uint8Array {
  if (sniff(bytes) !== 'zip') refuse('documents.refused.notDocx', {});
  const container = openZip(bytes);
  const main = mainPartOf(container);
  if (main === undefined || !isWordDocument(container)) return refuse('documents.refused.notDocx', {});
  const { text } = writeDraft(readDocx(container));
  const relation = relationshipsOf(container, main).find(({ type }) => type === 'comments');
  const name = relation?.target ?? main.replace(/[^/]*$/, 'comments.xml');
  const existing = relation ? container.text(name) : undefined;
  const comments = existing === undefined ? undefined : readXml(existing, name);
  const remarks = notSaidYet(wanted, existing ?? '', comments);
  const firstId = comments ? nextId(comments) : 0;
  const marks = remarks.map(({ start, end }, i): Mark => ({
    id: firstId + i,
    span: place(text, start, Math.max(end, start + 1)),
  }));
  const document = container.text(main) ?? refuseDamaged(main);
  const parts = new Map<string, string>([[main, markedText(document, readXml(document, main), marks)]]);
  const isStrict = document.slice(0, LONGEST_ROOT).includes(STRICT_WORD);
  const space = isStrict ? STRICT_WORD : WORD;
  const added = remarks.map(({ lines }, i) => commentXml(firstId + i, lines, date, space));
  parts.set(name, withComments(existing, added.join(''), name, space));
  if (!relation) {
    const relations = relationshipsPartOf(main);
    parts.set(relations, withRelation(container.text(relations), relations, isStrict));
    const types = '[Content_Types].xml';
    const override = `<Override PartName="/${name}" ContentType="${COMMENTS_TYPE}"/>`;
    parts.set(types, beforeEnd(container.text(types) ?? refuseDamaged(types), override, types));
  }
  return packed(container, parts);
}

/** What a part says of its encoding; all that is written is UTF-8. */
const ENCODING = /^(\ufeff?<\?xml[^<>]{0,99}\sencoding=["'])[^"']{0,40}/;

/** Word's earliest time in a zip file. */
const TIME = new Date(1980, 0, 1);

function packed(container: Container, changed: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const name of container.names) {
    const text = changed.get(name);
    files[name] =
      text === undefined
        ? (container.bytes(name) ?? new Uint8Array(0))
        : encoder.encode(text.replace(ENCODING, '$1UTF-8'));
  }
  for (const [name, text] of changed) files[name] ??= encoder.encode(text);
  return zipSync(files, { level: 6, mtime: TIME });
}

/** Remarks that no comment of ours says, each as often: a copy with comments may be checked again. */
function notSaidYet(remarks: readonly Remark[], text: string, comments: XmlElement | undefined): readonly Remark[] {
  const said = elementsOf(comments, 'w:comment')
    .filter(({ attributes }) => attributes['w:author'] === AUTHOR)
    .map(comment =>
      elementsOf(comment, 'w:p')
        .map(paragraph => wordsIn(paragraph, text))
        .join('\n'),
    );
  return remarks.filter(({ lines }) => {
    const at = said.indexOf(lines.map(escapeXml).join('\n'));
    if (at >= 0) said.splice(at, 1);
    return at < 0;
  });
}

/** The words of a paragraph as the part writes them. */
function wordsIn(paragraph: XmlElement, text: string): string {
  return descendantsOf(paragraph, 'w:t')
    .map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd))
    .join('');
}

function nextId(comments: XmlElement): number {
  const ids = elementsOf(comments, 'w:comment').map(({ attributes }) => Number(attributes['w:id'] ?? 0));
  return ids.reduce((most, id) => Math.max(most, Number.isInteger(id) ? id + 1 : 0), 0);
}

/** Namespaces and relations of documents, and of those that are saved as Strict Open XML. */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT_WORD = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const STRICT_COMMENTS_RELATION = 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments';
/** The root's tag, with its namespaces. */
const LONGEST_ROOT = 8000;

/** The namespace stands on each comment, whatever prefix the part itself uses. */
function commentXml(id: number, lines: readonly string[], date: string | null, space: string): string {
  const day = date === null ? '' : ` w:date="${date}T00:00:00Z"`;
  const paragraphs = lines.map(line => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
  return (
    `<w:comment xmlns:w="${space}" w:id="${String(id)}" w:author="${AUTHOR}"${day} w:initials="${INITIALS}">` +
    `${paragraphs.join('')}</w:comment>`
  );
}

function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withComments(existing: string | undefined, comments: string, name: string, space: string): string {
  return existing === undefined
    ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${space}">${comments}</w:comments>`
    : beforeEnd(existing, comments, name);
}

function withRelation(relations: string | undefined, name: string, isStrict: boolean): string {
  const whole =
    relations ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const ids = new Set(elementsOf(readXml(whole, name)).map(({ attributes }) => attributes['Id']));
  let id = 1;
  while (ids.has(`rIdComments${String(id)}`)) id++;
  return beforeEnd(
    whole,
    `<Relationship Id="rIdComments${String(id)}" Type="${isStrict ? STRICT_COMMENTS_RELATION : COMMENTS_RELATION}" Target="comments.xml"/>`,
    name,
  );
}

/** A part with something before its end tag; an empty root is opened. */
function beforeEnd(text: string, added: string, name: string): string {
  const root = readXml(text, name);
  if (root.innerStart === root.end) {
    const tag = /^<([^\s/>]+)/.exec(text.slice(root.start))?.[1] ?? '';
    return `${text.slice(0, root.end).replace(/\s*\/>$/, '>')}${added}</${tag}>${text.slice(root.end)}`;
  }
  return text.slice(0, root.innerEnd) + added + text.slice(root.innerEnd);
}
