import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { Language, Say } from '../../../server/src/messages/message.ts';
import { element } from '../pages/dom.ts';
import type { PreviewCommand } from '../preview/messages.ts';
import { Connection, type Findings } from './connection.ts';
import { DraftEditor } from './draftEditor.ts';
import { editorPhrases } from './editorPhrases.ts';
import { FindingsView } from './findingsView.ts';
import { FormFrame, PreviewFrame } from './frames.ts';
import { Notices } from './notices.ts';
import { GivenFiles, pageDesk, pageEditor } from './pageDesk.ts';
import { PageFiles } from './pageFiles.ts';
import { pageKey, type PageKey } from './pageKeys.ts';
import { Panels } from './panels.ts';
import { footer, header } from './surroundings.ts';

/** Where a draft waits while the page is loaded in another language. */
const HANDED_KEY = 'annualReport.draft';

/** What a frame says of a key that was pressed in it. */
interface PressedKey {
  readonly kind?: string;
  readonly key?: PageKey;
}

/** The page: a draft, what was found in it, the table form, the preview, and files in and out. */
export class StandalonePage {
  onLanguage: (language: Language) => void = () => undefined;
  readonly #connection: Connection;
  readonly #draft: DraftEditor;
  readonly #files: PageFiles;
  readonly #findings: FindingsView;
  readonly #frames: { readonly form: FormFrame; readonly preview: PreviewFrame };
  readonly #panels: Panels;
  /** Says what to do while there is no text. */
  readonly #hint: HTMLElement;

  constructor(root: HTMLElement, language: Language, say: Say) {
    document.title = say('page.title');
    const notices = new Notices(document.body, say);
    this.#connection = new Connection(language, 'server.js', {
      findings: found => {
        this.#showFindings(found);
      },
      status: params => {
        if (params.uri === this.#draft.uri.toString()) this.#findings.showStatus(params);
      },
      restarted: () => {
        void notices.tell(say('page.restarted'), 'information');
      },
    });
    const editor = element('div', { class: 'editor' });
    this.#hint = element('p', { class: 'empty' }, [say('page.empty')]);
    const text = element('section', { class: 'text', 'aria-label': say('page.editor') }, [this.#hint, editor]);
    const findings = element('div');
    const form = element('iframe', { title: say('page.form') });
    const preview = element('iframe', { title: say('client.preview.paper') });
    this.#panels = new Panels(
      say('page.panels'),
      [
        { name: 'findings', label: say('page.findings'), content: findings },
        { name: 'form', label: say('page.form'), content: form },
        { name: 'preview', label: say('client.preview.paper'), content: preview },
      ],
      name => {
        if (name !== 'findings') this.#frames[name].show();
      },
    );
    const changeLanguage = (chosen: Language) => {
      this.onLanguage(chosen);
    };
    root.replaceChildren(
      header(() => this.#files, language, say, changeLanguage),
      element('div', { class: 'columns' }, [text, this.#panels.element]),
      footer(say),
    );
    this.#draft = new DraftEditor({
      parent: editor,
      client: this.#connection.client,
      label: say('page.editor'),
      phrases: editorPhrases(say),
      styleNonce: document.documentElement.dataset['styles'] ?? '',
      onChange: () => {
        this.#changed();
      },
      onMove: kind => {
        this.#frames.preview.follow(kind);
      },
    });
    this.#findings = new FindingsView(findings, say, {
      goTo: finding => {
        this.#goTo(finding);
      },
      fixesOf: finding => this.#fixesOf(finding),
      fix: action => {
        this.#fix(action);
      },
    });
    const given = new GivenFiles();
    const documents = {
      editor: pageEditor(notices, say, language),
      desk: pageDesk({ draft: this.#draft, given, notices }, say, language),
      server: this.#connection,
    };
    this.#files = new PageFiles(this.#draft, documents, given, notices, say);
    const host = {
      draft: this.#draft,
      server: this.#connection,
      say,
      command: (command: PreviewCommand) => void this.#files.run(command),
      save: () => {
        this.#files.save();
      },
    };
    this.#frames = {
      form: new FormFrame(form, 'form.html', host),
      preview: new PreviewFrame(preview, 'preview.html', host),
    };
    this.#findings.showNothing();
    this.#listen();
    this.#takeOver();
  }

  /** Leaves the draft for the page that comes next. */
  handOver(): void {
    if (!this.#draft.isEmpty)
      sessionStorage.setItem(HANDED_KEY, JSON.stringify([this.#draft.stem, this.#draft.getText()]));
    this.#draft.noteSaved();
  }

  #takeOver(): void {
    try {
      const handed = sessionStorage.getItem(HANDED_KEY);
      sessionStorage.removeItem(HANDED_KEY);
      if (handed === null) return;
      const [name, text] = JSON.parse(handed) as [string, string];
      this.#draft.open(name, text);
    } catch {
      // A browser may keep nothing for a page.
    }
  }

  #listen(): void {
    window.addEventListener('keydown', event => {
      const pressed = pageKey(event);
      if (pressed !== undefined) {
        event.preventDefault();
        this.#press(pressed);
      } else if (event.key === 'Escape' && this.#panels.element.contains(event.target as Node)) this.#draft.focus();
    });
    window.addEventListener('message', ({ data, origin }: MessageEvent<PressedKey>) => {
      if (origin === location.origin && data.kind === 'key' && data.key) this.#press(data.key);
    });
    window.addEventListener('dragover', event => {
      event.preventDefault();
    });
    window.addEventListener('drop', event => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void this.#files.open(file);
    });
    window.addEventListener('beforeunload', event => {
      if (!this.#draft.isSaved) event.preventDefault();
    });
  }

  #press(key: PageKey): void {
    switch (key) {
      case 'open':
        this.#files.pick();
        return;
      case 'save':
        this.#files.save();
        return;
      case 'export':
        void this.#files.export('docx');
        return;
      case 'fixes':
        this.#panels.show('findings', false);
        this.#findings.openFixesAt(this.#draft.cursorPlace);
        return;
      case 'findings':
      case 'form':
      case 'preview':
        this.#panels.show(key, true);
    }
  }

  #changed(): void {
    this.#hint.hidden = !this.#draft.isEmpty;
    if (this.#draft.isEmpty) this.#findings.showNothing();
    else this.#findings.showChecking();
    this.#frames.form.refreshSoon();
    this.#frames.preview.refreshSoon();
  }

  #showFindings({ uri, version, diagnostics }: Findings): void {
    if (uri !== this.#draft.uri.toString() || this.#draft.isEmpty) return;
    // Of a version that is not that of now; the next one is on its way.
    if (version !== undefined && version !== this.#draft.version()) return;
    this.#findings.show(diagnostics);
    if (this.#panels.shown === 'preview') this.#frames.preview.refresh();
  }

  #goTo({ range: { start, end } }: Diagnostic): void {
    this.#draft.select(this.#draft.offsetAt(start), this.#draft.offsetAt(end), true);
  }

  async #fixesOf(finding: Diagnostic): Promise<readonly CodeAction[]> {
    const version = this.#draft.version();
    const found = await this.#connection.ask<readonly CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: this.#draft.uri.toString() },
      range: finding.range,
      context: { diagnostics: [finding], only: ['quickfix'] },
    });
    // What was planned for another version is right for none.
    if (version !== this.#draft.version()) return [];
    return (found ?? []).filter(({ edit }) => edit?.changes);
  }

  #fix({ edit }: CodeAction): void {
    const edits = edit?.changes?.[this.#draft.uri.toString()] ?? [];
    const version = this.#draft.version();
    if (version !== undefined && edits.length > 0) this.#draft.apply(version, edits);
  }
}
