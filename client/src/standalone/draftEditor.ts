import { closeBrackets, startCompletion } from '@codemirror/autocomplete';
import type { OpenDraft } from '../editor.ts';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import type { LSPClient } from '@codemirror/lsp-client';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { LANGUAGE_ID } from '../languageId.ts';

interface EditorParts {
  readonly parent: HTMLElement;
  readonly client: LSPClient;
  /** What the editor is called for somebody who does not see it. */
  readonly label: string;
  /** What the editor's own words are called, by these. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Which style sheets of its own the page allows. */
  readonly styleNonce: string;
  /** Called after each change of the text. */
  readonly onChange: () => void;
  /** Called when the cursor moves, or the text scrolls. */
  readonly onMove: (kind: 'cursor' | 'scroll') => void;
}

/** The draft that is open, in its editor. */
export class DraftEditor implements OpenDraft {
  readonly languageId = LANGUAGE_ID;
  readonly #view: EditorView;
  readonly #extensions: readonly Extension[];
  #uri = addressOf('');
  #saved = '';
  #serial = 0;

  constructor(private readonly parts: EditorParts) {
    const { label, phrases, styleNonce, onChange, onMove } = parts;
    this.#extensions = [
      EditorView.cspNonce.of(styleNonce),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, lang: 'zh-CN', tabindex: '0' }),
      EditorView.updateListener.of(({ docChanged, selectionSet }) => {
        if (docChanged) onChange();
        if (selectionSet) onMove('cursor');
      }),
      EditorView.domEventHandlers({
        scroll: () => {
          onMove('scroll');
        },
      }),
      lineNumbers(),
      lintGutter(),
      highlightActiveLine(),
      drawSelection(),
      history(),
      search({ top: true }),
      highlightSelectionMatches(),
      EditorState.phrases.of(phrases),
      closeBrackets(),
      keymap.of([
        // The others are often taken by an input method.
        { key: 'Alt-/', run: startCompletion },
        { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
        ...searchKeymap,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
    ];
    this.#view = new EditorView({ parent: parts.parent, state: this.#stateOf('') });
  }

  get uri(): OpenDraft['uri'] {
    return this.#uri;
  }

  /** The draft's name, with its ending. */
  get name(): string {
    return this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
  }

  /** The same without. */
  get stem(): string {
    return this.name.replace(/\.md$/, '');
  }

  get isEmpty(): boolean {
    return this.#view.state.doc.length === 0;
  }

  get isSaved(): boolean {
    return this.getText() === this.#saved;
  }

  noteSaved(): void {
    this.#saved = this.getText();
  }

  getText(): string {
    return this.#view.state.doc.toString();
  }

  /** Shows another draft in place of this one; its name is without an ending. */
  open(name: string, text: string): void {
    // Each has an address of its own: what is still said of the former is not taken for this one's.
    this.#uri = addressOf(`${name}.md`, ++this.#serial);
    this.#view.setState(this.#stateOf(text));
    this.#saved = this.getText();
    this.parts.onChange();
  }

  /** Version of the text as the server has it now. */
  version(): number | undefined {
    this.parts.client.sync();
    return this.parts.client.workspace.getFile(this.#uri.toString())?.version;
  }

  /** Makes edits of a version as one step; false where the text has another by now. */
  apply(version: number, edits: readonly TextEdit[]): boolean {
    if (this.version() !== version) return false;
    const changes = edits.map(({ range, newText }) => ({
      from: this.offsetAt(range.start),
      to: this.offsetAt(range.end),
      insert: newText,
    }));
    this.#view.dispatch({ changes, userEvent: 'input.complete' });
    return true;
  }

  offsetAt({ line, character }: Range['start']): number {
    const { doc } = this.#view.state;
    const found = doc.line(Math.min(line + 1, doc.lines));
    return Math.min(found.from + character, found.to);
  }

  /** The line and sign, from 0, at which the cursor stands. */
  get cursorPlace(): Range['start'] {
    const line = this.#view.state.doc.lineAt(this.cursor);
    return { line: line.number - 1, character: this.cursor - line.from };
  }

  get cursor(): number {
    return this.#view.state.selection.main.head;
  }

  /** The first offset that is seen. */
  get top(): number {
    const { scrollTop } = this.#view.scrollDOM;
    return this.#view.lineBlockAtHeight(scrollTop).from;
  }

  /** Selects a place and brings it into sight; `isFinal`: the user goes on there. */
  select(from: number, to: number, isFinal: boolean): void {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
    });
    if (isFinal) this.#view.focus();
  }

  scrollTo(offset: number): void {
    const at = Math.min(offset, this.#view.state.doc.length);
    this.#view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start' }) });
  }

  focus(): void {
    this.#view.focus();
  }

  undo(): void {
    undo(this.#view);
  }

  redo(): void {
    redo(this.#view);
  }

  #stateOf(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [...this.#extensions, this.parts.client.plugin(this.#uri.toString(), LANGUAGE_ID)],
    });
  }
}

function addressOf(name: string, serial = 0): URI {
  return URI.from({ scheme: 'page', path: `/${String(serial)}/${name}` });
}
