/** What our pages and the extension tell each other: the page to paste into, and what pages keep. */

/** What a page of a draft keeps, to be opened again with the window. */
export interface PageState {
  /** The draft's address. */
  readonly uri: string;
}

/** What a page kept, where it is that; undefined for anything else. */
export function readPageState(state: unknown): PageState | undefined {
  return typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string'
    ? { uri: state.uri }
    : undefined;
}

export const CLIPBOARD_WORDS = ['client.clipboard.title', 'client.clipboard.how'] as const;
export type ClipboardWords = Readonly<Record<(typeof CLIPBOARD_WORDS)[number], string>>;

/** Extension → page. */
export interface ToClipboardPage {
  readonly kind: 'words';
  readonly words: ClipboardWords;
}

/** Page → extension. */
export type FromClipboardPage =
  { readonly kind: 'ready' } | { readonly kind: 'pasted'; readonly html: string; readonly text: string };

/** What the page tells, where it is that; undefined for anything else. */
export function readFromClipboardPage(message: unknown): FromClipboardPage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const { kind, html, text } = message as Readonly<Record<string, unknown>>;
  if (kind === 'ready') return { kind };
  return kind === 'pasted' && typeof html === 'string' && typeof text === 'string' ? { kind, html, text } : undefined;
}
