import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { MessageId, Say } from '../../../server/src/messages/message.ts';
import type { StatusParams } from '../../../server/src/protocol/protocol.ts';
import { button, element } from '../pages/dom.ts';
import { progressWords } from '../progressWords.ts';

/** What the list asks of the page. */
export interface FindingsHost {
  goTo(finding: Diagnostic): void;
  fixesOf(finding: Diagnostic): Promise<readonly CodeAction[]>;
  fix(action: CodeAction): void;
}

const SEVERITIES = [
  'page.error',
  'page.warning',
  'page.information',
  'page.hint',
] as const satisfies readonly MessageId[];
const CLASSES = ['error', 'warning', 'information', 'hint'] as const;
const wordsOf = ({ message }: Diagnostic) => (typeof message === 'string' ? message : message.value);
const severityOf = ({ severity = 1 }: Diagnostic) => severity - 1;

/** What was found, one entry a finding, the first in the text first. */
export class FindingsView {
  readonly #summary = element('p', { class: 'summary', role: 'status' });
  readonly #list = element('ol', { class: 'findings' });
  #findings: readonly Diagnostic[] = [];
  #status: StatusParams | undefined;
  #isStopped = false;
  /** Entries by their finding, to be found again by the cursor. */
  #entries: readonly HTMLElement[] = [];

  constructor(
    root: HTMLElement,
    private readonly say: Say,
    private readonly host: FindingsHost,
  ) {
    root.append(this.#summary, this.#list);
  }

  /** The text has changed: what is shown is not of this version. */
  showChecking(): void {
    if (this.#isStopped) return;
    this.#summary.textContent = this.say('page.checking');
  }

  /** Nothing is checked any more; what was found before is not shown as if it were of this text. */
  showStopped(): void {
    this.#isStopped = true;
    this.#list.replaceChildren();
    this.#summary.textContent = this.say('page.stopped');
  }

  showNothing(): void {
    this.#findings = [];
    this.#list.replaceChildren();
    this.#summary.textContent = this.say('page.empty');
  }

  showStatus(status: StatusParams): void {
    this.#status = status;
    this.#showSummary();
  }

  show(findings: readonly Diagnostic[]): void {
    const focused = this.#entries.findIndex(entry => entry.contains(document.activeElement));
    this.#findings = [...findings].sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
    this.#entries = this.#findings.map(finding => this.#entryOf(finding));
    this.#list.replaceChildren(...this.#entries);
    // Somebody who mends one goes on with the next.
    if (focused >= 0)
      this.#entries
        .at(Math.min(focused, this.#entries.length - 1))
        ?.querySelector('button')
        ?.focus();
    this.#showSummary();
  }

  /** Opens the fixes of the finding that stands at a place, or else of the next one. */
  openFixesAt({ line, character }: Diagnostic['range']['start']): void {
    const isBehind = ({ range: { end } }: Diagnostic) =>
      end.line > line || (end.line === line && end.character >= character);
    const at = this.#findings.findIndex(isBehind);
    const opener = this.#entries[Math.max(0, at)]?.querySelector<HTMLButtonElement>('.fix');
    if (!opener) return;
    if (opener.getAttribute('aria-expanded') !== 'true') opener.click();
    opener.scrollIntoView({ block: 'nearest' });
    opener.focus();
  }

  #showSummary(): void {
    const { say } = this;
    const count = (severity: number) => this.#findings.filter(each => severityOf(each) === severity).length;
    const counts = say('page.counts', { errors: count(0), warnings: count(1), others: count(2) + count(3) });
    const status = this.#status && progressWords(say, this.#status);
    const found = this.#findings.length === 0 ? say('page.noFindings') : counts;
    this.#summary.textContent = status === undefined ? found : `${found} · ${status}`;
  }

  #entryOf(finding: Diagnostic): HTMLElement {
    const { say } = this;
    const severity = severityOf(finding);
    const kind = element('span', { class: `severity ${CLASSES[severity] ?? 'error'}` }, [
      say(SEVERITIES[severity] ?? 'page.error'),
    ]);
    const place = element('span', { class: 'place' }, [say('page.line', { line: finding.range.start.line + 1 })]);
    const [first = '', ...others] = wordsOf(finding).split('\n');
    const go = button(
      '',
      () => {
        this.host.goTo(finding);
      },
      { class: 'go' },
    );
    go.append(
      kind,
      ' ',
      element('strong', {}, [String(finding.code ?? '')]),
      ' ',
      place,
      element('span', { class: 'what' }, [first]),
    );
    const fixes = element('div', { class: 'fixes', hidden: true });
    const opener = button(say('page.fixes'), () => void this.#toggle(opener, fixes, finding), {
      class: 'fix secondary',
      'aria-expanded': 'false',
    });
    return element('li', {}, [go, ...others.map(line => element('p', {}, [line])), opener, fixes]);
  }

  async #toggle(opener: HTMLElement, fixes: HTMLElement, finding: Diagnostic): Promise<void> {
    const isOpen = opener.getAttribute('aria-expanded') === 'true';
    opener.setAttribute('aria-expanded', String(!isOpen));
    fixes.hidden = isOpen;
    if (isOpen) return;
    const actions = await this.host.fixesOf(finding);
    fixes.replaceChildren(
      ...(actions.length === 0 ? [element('p', {}, [this.say('page.noFixes')])] : []),
      ...actions.map(action =>
        button(action.title, () => {
          this.host.fix(action);
        }),
      ),
    );
    fixes.querySelector('button')?.focus();
  }
}
