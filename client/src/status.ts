import type { Disposable, TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Say } from '../../server/src/messages/message.ts';
import { ruleTitle } from '../../server/src/messages/ruleTitles.ts';
import { STATUS_NOTIFICATION, type StatusParams } from '../../server/src/protocol/protocol.ts';
import type { WorkspaceStatus } from '../../server/src/protocol/workspace.ts';
import type { Editor, StatusBarEntry, StatusContent, StatusEntry } from './editor.ts';
import { LANGUAGE_ID } from './languageId.ts';
import type { LanguageServer, ServerState } from './languageServer.ts';
import { workspaceWords } from './workspaceWords.ts';
import { progressWords, uncheckedWords } from './progressWords.ts';

/**
 * How far the draft in front is, in the status bar, and two entries in the language status: edition and report year,
 * and the findings. Everything is said in words; the severity only adds an icon.
 */
export class Status implements Disposable {
  readonly #editor: Editor;
  readonly #format: StatusEntry;
  readonly #findings: StatusEntry;
  /** How far the draft in front is, and how far the reports of the workspace are checked. */
  readonly #bars: { readonly progress: StatusBarEntry; readonly workspace: StatusBarEntry };
  readonly #byUri = new Map<string, StatusParams>();
  #workspace: WorkspaceStatus | undefined;
  readonly #subscriptions: Disposable[];
  #state: ServerState = 'idle';

  constructor(editor: Editor) {
    const { say } = editor;
    this.#editor = editor;
    this.#format = editor.createStatusEntry('annualReport.format', say('client.status.formatName'));
    this.#findings = editor.createStatusEntry('annualReport.findings', say('client.status.findingsName'));
    this.#bars = {
      progress: editor.createStatusBarEntry('annualReport.progress', say('client.status.progressName')),
      workspace: editor.createStatusBarEntry('annualReport.workspace', say('client.status.workspaceName')),
    };
    this.#subscriptions = [
      ...Object.values(this.#bars),
      this.#format,
      this.#findings,
      editor.onDidActivate(() => {
        this.#show();
      }),
      editor.onDidClose(document => {
        this.#byUri.delete(document.uri.toString());
      }),
    ];
    this.#show();
  }

  /** Listens to what the server says of each draft, and passes it on: a client has one listener for a notification. */
  listen(
    client: Pick<BaseLanguageClient, 'onNotification' | 'protocol2CodeConverter'>,
    onTold: (address: string, params: StatusParams) => void = () => {},
  ): void {
    client.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => {
      const address = client.protocol2CodeConverter.asUri(params.uri).toString();
      this.#byUri.set(address, params);
      this.#show();
      onTold(address, params);
    });
  }

  /** Notes how far the reports of the workspace are checked. */
  noteWorkspace(status: WorkspaceStatus): void {
    this.#workspace = status;
    this.#show();
  }

  /** Follows the server's state. */
  follow(server: Pick<LanguageServer, 'onDidChangeState'>): Disposable {
    return server.onDidChangeState(state => {
      this.#state = state;
      if (state !== 'running') this.#byUri.clear();
      this.#show();
    });
  }

  dispose(): void {
    this.#subscriptions.forEach(subscription => void subscription.dispose());
  }

  #show(): void {
    const { say } = this.#editor;
    const document = this.#editor.activeDocument();
    const params = document && this.#byUri.get(document.uri.toString());
    this.#format.show(this.#formatOf(params));
    this.#findings.show(this.#findingsOf(params, document));
    this.#showWorkspace();
    const progress = document?.languageId === LANGUAGE_ID && params ? progressWords(say, params) : undefined;
    if (progress === undefined) this.#bars.progress.hide();
    else
      this.#bars.progress.show({
        text: progress,
        detail: '',
        severity: 'information',
        isBusy: false,
        command: { command: 'annualReport.showCheckList', title: say('client.status.showChecked') },
      });
  }

  /** How many reports of the workspace are not checked; nothing where all are. */
  #showWorkspace(): void {
    const { say } = this.#editor;
    const status = this.#workspace;
    const words = status && workspaceWords(say, status);
    if (words === undefined || status === undefined || this.#state !== 'running') {
      this.#bars.workspace.hide();
      return;
    }
    const isDone = status.unchecked === 0 && status.waiting === 0;
    this.#bars.workspace.show({
      text: words,
      detail: '',
      severity: 'information',
      isBusy: status.waiting > 0,
      command: isDone
        ? { command: 'workbench.actions.view.problems', title: say('client.status.showProblems') }
        : { command: 'annualReport.checkAll', title: say('client.workspace.checkAll') },
    });
  }

  #formatOf(params: StatusParams | undefined): StatusContent {
    const { say } = this.#editor;
    return {
      text: params?.editionName ?? say('client.status.noEdition'),
      detail: params === undefined ? '' : formatDetail(say, params),
      severity: 'information',
      isBusy: false,
      command: { command: 'annualReport.changeEdition', title: say('client.status.changeEdition') },
    };
  }

  #findingsOf(params: StatusParams | undefined, document: TextDocument | undefined): StatusContent {
    const { say, language } = this.#editor;
    const plain = {
      detail: '',
      severity: 'information',
      isBusy: this.#state === 'starting',
      command: { command: 'workbench.actions.view.problems', title: say('client.status.showProblems') },
    } as const;
    if (this.#state === 'failed')
      return {
        ...plain,
        text: say('client.status.serverDown'),
        severity: 'error',
        command: { command: 'annualReport.restartServer', title: say('client.restart') },
      };
    if (params === undefined)
      return {
        ...plain,
        text: this.#state === 'running' ? say('client.status.noResult') : say('client.status.starting'),
      };
    const { errors, warnings, others, failedRules, isAllChecked } = params;
    const counts = say('client.status.counts', { errors, warnings, others });
    const total = errors + warnings + others;
    const unchecked = uncheckedWords(say, params);
    const earlier =
      document !== undefined && document.version !== params.version ? say('client.status.earlierVersion') : '';
    const counted: StatusContent = {
      ...plain,
      text:
        unchecked ?? (total > 0 ? counts : say(isAllChecked ? 'client.status.clean' : 'client.status.partlyChecked')),
      detail:
        !params.isRecognised && params.whyUnchecked !== undefined
          ? params.whyUnchecked
          : earlier !== '' || unchecked === undefined || total === 0
            ? earlier
            : counts,
      severity: errors > 0 ? 'warning' : 'information',
    };
    if (failedRules.length === 0) return counted;
    return {
      ...counted,
      detail: say('client.status.failedRules', {
        rules: failedRules.map(rule => ruleTitle(language, rule)).join(language === 'en' ? ', ' : '、'),
      }),
      severity: 'error',
      command: { command: 'annualReport.showLog', title: say('client.openLog') },
    };
  }
}

/** The year of a report and when it is due, or why no edition was chosen. */
function formatDetail(say: Say, { isRecognised, reportYear: year, whyUnchecked, due }: StatusParams): string {
  if (isRecognised && whyUnchecked !== undefined) return whyUnchecked;
  if (year === null) return say('client.status.noYear');
  return due === undefined ? say('client.status.year', { year }) : say('client.status.due', { year, date: due });
}
