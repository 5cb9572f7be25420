import { PREVIEW_REQUEST, type Preview } from '../../../server/src/protocol/documents.ts';
import {
  TABLE_FORM_EDIT_REQUEST,
  TABLE_FORM_REQUEST,
  type TableForm,
  type TableFormEdit,
} from '../../../server/src/protocol/tableForm.ts';
import type { IdAccepting, NoArgs, Say } from '../../../server/src/messages/message.ts';
import type { AskedServer } from '../documentDesk.ts';
import { PREVIEW_WORDS, readFromPreview, type PreviewCommand, type ToPreview } from '../preview/messages.ts';
import { PreviewSession } from '../previewSession.ts';
import { FORM_WORDS, type FromForm, type ToForm } from '../tableForm/messages.ts';
import { TableFormSession } from '../tableFormSession.ts';
import type { DraftEditor } from './draftEditor.ts';

/** What the pages in frames work with. */
interface FrameHost {
  readonly draft: DraftEditor;
  readonly server: AskedServer;
  readonly say: Say;
  /** Runs what a button of the preview is for. */
  command(command: PreviewCommand): void;
  save(): void;
}

/** So long after a change nobody has typed any more. */
const REST_MS = 300;

/** A page of ours in a frame, which is loaded when it is first shown. */
class Frame<To> {
  #isReady = false;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly address: string,
    onMessage: (message: unknown) => void,
  ) {
    window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow) return;
      if (isReady(data)) this.#isReady = true;
      onMessage(data);
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  load(): void {
    if (this.frame.getAttribute('src') === null) this.frame.src = this.address;
  }

  post(message: To): void {
    if (this.#isReady) this.frame.contentWindow?.postMessage(message, location.origin);
  }
}

const isReady = (data: unknown) => (data as { readonly kind?: unknown } | null)?.kind === 'ready';

/** Calls something once nobody has called it for a while. */
function rested(step: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(step, REST_MS);
  };
}

/** Words that need no arguments, by their ids. */
const wordsOf = <Id extends IdAccepting<NoArgs>>(say: Say, ids: readonly Id[]) =>
  Object.fromEntries(ids.map(id => [id, (say as (id: Id) => string)(id)])) as Record<Id, string>;

/** The table form, in step with the draft. */
export class FormFrame {
  readonly #frame: Frame<ToForm>;
  readonly #session: TableFormSession;
  readonly refreshSoon = rested(() => {
    if (this.#frame.isReady) void this.#session.refresh();
  });

  constructor(
    frame: HTMLIFrameElement,
    address: string,
    private readonly host: FrameHost,
  ) {
    const { draft, server, say } = host;
    const textDocument = () => ({ uri: draft.uri.toString() });
    this.#frame = new Frame(frame, address, message => {
      this.#receive(message as FromForm);
    });
    this.#session = new TableFormSession(
      {
        version: () => Promise.resolve(draft.version()),
        form: () => server.ask<TableForm | null>(TABLE_FORM_REQUEST, { textDocument: textDocument() }),
        plan: (version, action) =>
          server.ask<TableFormEdit | null>(TABLE_FORM_EDIT_REQUEST, { textDocument: textDocument(), version, action }),
        apply: (version, edits) => Promise.resolve(draft.apply(version, edits)),
        isReadOnly: () => Promise.resolve(false),
      },
      message => {
        this.#frame.post(message);
      },
      say,
    );
  }

  show(): void {
    this.#frame.load();
    if (this.#frame.isReady) void this.#session.refresh();
  }

  #receive(message: FromForm): void {
    const { draft, say } = this.host;
    switch (message.kind) {
      case 'ready':
        this.#frame.post({ kind: 'words', words: wordsOf(say, FORM_WORDS), state: { uri: draft.uri.toString() } });
        void this.#session.showAgain();
        return;
      case 'action':
        void this.#session.act(message.serial, message.action, message.shown);
        return;
      case 'goTo':
        draft.select(draft.offsetAt(message.range.start), draft.offsetAt(message.range.end), true);
        return;
      case 'toText':
        draft.focus();
        return;
      case 'save':
        void this.#session.inTurn(() => {
          this.host.save();
        });
        return;
      case 'undo':
      case 'redo': {
        const step = message.kind;
        void this.#session.inTurn(() => {
          draft[step]();
        });
      }
    }
  }
}

/** The layout preview, in step with the draft. */
export class PreviewFrame {
  readonly #frame: Frame<ToPreview>;
  readonly #session: PreviewSession;
  #isQuiet = false;
  readonly refreshSoon = rested(() => {
    this.refresh();
  });

  constructor(
    frame: HTMLIFrameElement,
    address: string,
    private readonly host: FrameHost,
  ) {
    const { draft, server, say } = host;
    this.#frame = new Frame(frame, address, message => {
      this.#receive(message);
    });
    this.#session = new PreviewSession(
      {
        isThere: () => Promise.resolve(true),
        preview: () => {
          draft.version();
          return server.ask<Preview | null>(PREVIEW_REQUEST, { textDocument: { uri: draft.uri.toString() } });
        },
      },
      message => {
        this.#frame.post(message);
      },
      say,
    );
  }

  show(): void {
    this.#frame.load();
    this.refresh();
  }

  refresh(): void {
    if (this.#frame.isReady) void this.#session.refresh();
  }

  /** The cursor has moved, or the text was scrolled by the user. */
  follow(kind: 'cursor' | 'scroll'): void {
    const { draft } = this.host;
    const version = this.#session.shown?.version;
    if (version === undefined || (kind === 'scroll' && this.#isQuiet)) return;
    this.#frame.post({ kind, version, offset: kind === 'cursor' ? draft.cursor : draft.top });
  }

  #receive(data: unknown): void {
    const message = readFromPreview(data);
    const { draft, say } = this.host;
    switch (message?.kind) {
      case 'ready':
        this.#frame.post({
          kind: 'words',
          words: wordsOf(say, PREVIEW_WORDS),
          state: { uri: draft.uri.toString() },
        });
        this.refresh();
        return;
      case 'scroll':
        this.#quietly(message.version, () => {
          draft.scrollTo(message.offset);
        });
        return;
      case 'select':
        this.#quietly(message.version, () => {
          draft.select(message.offset, message.offset, message.isFinal);
        });
        return;
      case 'finding': {
        const finding = this.#session.shown?.findings[message.index];
        if (finding)
          this.#quietly(message.version, () => {
            draft.select(finding.from, finding.to, true);
          });
        return;
      }
      case 'toText':
        draft.focus();
        return;
      case 'command':
        this.host.command(message.command);
        return;
      case undefined:
    }
  }

  /** Moves the text where it is that of the page; what scrolls then is not the user's doing. */
  #quietly(version: number, step: () => void): void {
    if (this.host.draft.version() !== version) return;
    this.#isQuiet = true;
    step();
    setTimeout(() => {
      this.#isQuiet = false;
    }, REST_MS);
  }
}
