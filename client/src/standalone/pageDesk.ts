import { URI } from 'vscode-uri';
import { runJobIn } from '../../../server/src/hosts/documentWorker.ts';
import { messageOf } from '../../../server/src/messages/text.ts';
import type { Language, Say } from '../../../server/src/messages/message.ts';
import { LIMITS } from '../../../server/src/text/limits.ts';
import type { DocumentDesk, DocumentEditor } from '../documentDesk.ts';
import type { DraftEditor } from './draftEditor.ts';
import type { Notices } from './notices.ts';

/** Files that the user gave the page, by their addresses. */
export class GivenFiles {
  readonly #files = new Map<string, File>();

  /** The address of a file, for the time until it is read. */
  take(file: File): URI {
    const uri = addressOf(file.name);
    this.#files.set(uri.toString(), file);
    return uri;
  }

  get(uri: { toString(): string }): File | undefined {
    return this.#files.get(uri.toString());
  }
}

function addressOf(name: string): URI {
  return URI.from({ scheme: 'given', path: `/${name}` });
}

/** The page as import and export ask for it: files are given by the user and downloaded by the browser. */
export function pageDesk(
  parts: { readonly draft: DraftEditor; readonly given: GivenFiles; readonly notices: Notices },
  say: Say,
  language: Language,
): DocumentDesk {
  const { draft, given, notices } = parts;
  const notHere = () => Promise.resolve(undefined);
  return {
    pickSources: () => Promise.resolve([]),
    pickTarget: proposed => Promise.resolve(proposed),
    beside: (_uri, name) => addressOf(name),
    exists: () => Promise.resolve(false),
    read: async uri => {
      const file = given.get(uri);
      if (!file) return { trouble: say('client.documents.unreadable') };
      if (file.size > LIMITS.commandLineBytes) {
        const args = { limit: LIMITS.commandLineBytes / 1024 / 1024 };
        return { trouble: messageOf(language, { message: 'documents.refused.tooLarge', args }) };
      }
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        return { trouble: say('client.documents.unreadable') };
      }
    },
    write: (uri, bytes) => {
      download(uri.path.slice(1), bytes);
      return Promise.resolve(undefined);
    },
    withProgress: async (title, work) => {
      const controller = new AbortController();
      const end = notices.working(title, () => {
        controller.abort();
      });
      try {
        const result = await work(controller.signal);
        return controller.signal.aborted ? undefined : result;
      } finally {
        end();
      }
    },
    runJob: (job, signal) =>
      runJobIn(
        {
          worker: () => Promise.resolve('documentsWorker.js'),
          part: name => Promise.resolve(new URL(`${name}.js`, location.href).href),
        },
        job,
        signal,
      ),
    openDraft: ({ name, text }) => {
      draft.open(name, text);
      return Promise.resolve();
    },
    showBeginning: () => {
      draft.select(0, 0, true);
      return Promise.resolve();
    },
    compare: notHere,
    copy: words => navigator.clipboard.writeText(words),
    canOpenOutside: () => false,
    openOutside: notHere,
  };
}

/** Import and export's view of the page: messages, and settings, of which there are none. */
export function pageEditor(notices: Notices, say: Say, language: Language): DocumentEditor {
  return {
    say,
    language,
    warn: async words => {
      await notices.tell(words, 'warning');
    },
    inform: (words, ...buttons) => notices.tell(words, 'information', buttons),
    setting: () => undefined,
  };
}

/** Gives bytes to the user as a file. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the bytes in its own time.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
