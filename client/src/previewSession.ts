import type { Say } from '../../server/src/messages/message.ts';
import type { Preview } from '../../server/src/protocol/documents.ts';
import type { ToPreview } from './preview/messages.ts';

/** What the preview asks of the editor about its draft. */
export interface PreviewedDraft {
  /** Whether the draft is there still. */
  isThere(): Promise<boolean>;
  /** `undefined`: the server does not answer; `null`: the draft is not checked. */
  preview(): Promise<Preview | null | undefined>;
}

/** Keeps a preview in step with its draft: one request at a time, and never the answer to an older one last. */
export class PreviewSession {
  #shown: Preview | undefined;
  #running: Promise<void> | undefined;
  #isDue = false;

  constructor(
    private readonly draft: PreviewedDraft,
    private readonly show: (message: ToPreview) => void,
    private readonly say: Say,
  ) {}

  /** What the page shows. */
  get shown(): Preview | undefined {
    return this.#shown;
  }

  /** Shows the draft as it is now; what is asked for meanwhile is done once, behind it. */
  refresh(): Promise<void> {
    this.#isDue = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isDue) {
      const isThere = await this.draft.isThere();
      this.#isDue = false;
      if (!isThere) this.#unavailable('client.preview.closed');
      else {
        const preview = await this.draft.preview();
        if (preview) {
          this.#shown = preview;
          this.show({ kind: 'preview', preview });
        } else this.#unavailable(preview === null ? 'client.preview.notChecked' : 'client.preview.noServer');
      }
    }
  }

  #unavailable(sentence: 'client.preview.closed' | 'client.preview.notChecked' | 'client.preview.noServer'): void {
    this.show({ kind: 'unavailable', sentence: this.say(sentence) });
  }
}
