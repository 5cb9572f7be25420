import type { Source } from '../../text/source.ts';

/** What kind of file a draft is, as far as it decides how text is written into it. */
export interface DraftFile {
  readonly uri: string;
  /** Language id that the client gave. */
  readonly languageId: string;
}

/** How headings and tables are written into a draft. */
export type Markup = 'markdown' | 'html' | 'plain';

/** Markup of a draft by its name, then by its language; a document that is not saved yet is Markdown. */
export function markupOf({ uri, languageId }: DraftFile): Markup {
  const path = /^[^?#]*/.exec(uri)?.[0] ?? uri;
  const extension = /\.([a-z0-9]+)$/i.exec(path.slice(path.lastIndexOf('/') + 1))?.[1]?.toLowerCase();
  switch (extension) {
    case 'md':
    case 'markdown':
      return 'markdown';
    case 'html':
    case 'htm':
    case 'xhtml':
      return 'html';
    case undefined:
      break;
    default:
      return 'plain';
  }
  if (languageId === 'html') return 'html';
  return languageId === 'plaintext' ? 'plain' : 'markdown';
}

/** Whether readers of the published draft do not see its comments. */
export function allowsComments(file: DraftFile): boolean {
  return markupOf(file) !== 'plain';
}

/** Line end that a draft uses; that of its first line. */
export function lineEndOf({ text }: Source): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}
