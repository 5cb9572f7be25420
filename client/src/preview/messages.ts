/** What the preview in its webview and the extension tell each other. Offsets count in the version that is named. */
import type { Preview } from '../../../server/src/protocol/documents.ts';
import type { PageState } from '../pages/messages.ts';

/** Words of the preview that need no arguments, by their ids in the catalogue. */
export const PREVIEW_WORDS = [
  'client.preview.paper',
  'client.preview.actions',
  'client.preview.docx',
  'client.preview.html',
  'client.preview.copy',
  'client.preview.print',
  'client.preview.toText',
  'client.preview.keys',
  'client.preview.empty',
  'client.preview.tooLong',
] as const;

export type PreviewWord = (typeof PREVIEW_WORDS)[number];
export type PreviewWords = Readonly<Record<PreviewWord, string>>;

/** Commands that the preview's buttons run for its draft. */
export const PREVIEW_COMMANDS = ['exportDocx', 'exportHtml', 'copyHtml', 'print'] as const;
export type PreviewCommand = (typeof PREVIEW_COMMANDS)[number];

/** Extension → preview. */
export type ToPreview =
  | { readonly kind: 'words'; readonly words: PreviewWords; readonly state: PageState }
  | { readonly kind: 'preview'; readonly preview: Preview }
  /** The draft cannot be shown; what is shown stays to be read. */
  | { readonly kind: 'unavailable'; readonly sentence: string }
  /** Where the cursor stands, and the first offset that the text editor shows. */
  | { readonly kind: 'cursor' | 'scroll'; readonly version: number; readonly offset: number };

/** Preview → extension. */
export type FromPreview =
  | { readonly kind: 'ready' }
  /** The first offset that the preview shows. */
  | { readonly kind: 'scroll'; readonly version: number; readonly offset: number }
  /** A place was pointed at; `isFinal`: the user goes on in the text. */
  | { readonly kind: 'select'; readonly version: number; readonly offset: number; readonly isFinal: boolean }
  | { readonly kind: 'finding'; readonly version: number; readonly index: number }
  | { readonly kind: 'toText' }
  | { readonly kind: 'command'; readonly command: PreviewCommand };

/**
 * What the preview tells, where it is that: a page is not trusted to send what we wrote, whatever the draft in it.
 * Undefined for anything else.
 */
export function readFromPreview(message: unknown): FromPreview | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const { kind, version, offset, isFinal, index, command } = message as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'ready':
    case 'toText':
      return { kind };
    case 'scroll':
      return isCount(version) && isCount(offset) ? { kind, version, offset } : undefined;
    case 'select':
      return isCount(version) && isCount(offset) && typeof isFinal === 'boolean'
        ? { kind, version, offset, isFinal }
        : undefined;
    case 'finding':
      return isCount(version) && isCount(index) ? { kind, version, index } : undefined;
    case 'command': {
      const known = PREVIEW_COMMANDS.find(each => each === command);
      return known ? { kind, command: known } : undefined;
    }
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
