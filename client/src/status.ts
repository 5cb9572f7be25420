import {
  languages,
  LanguageStatusSeverity,
  window,
  workspace,
  type Disposable,
  type LanguageStatusItem,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { STATUS_NOTIFICATION, type StatusParams } from '../../server/src/protocol/protocol.ts';
import { text } from './language.ts';
import { LANGUAGE_ID, type LanguageServer, type ServerState } from './languageServer.ts';

/**
 * Two entries in the language status: edition and report year, and the findings of the draft in front. Everything is
 * said in words; the severity only adds an icon.
 */
export class Status implements Disposable {
  readonly #format: LanguageStatusItem;
  readonly #findings: LanguageStatusItem;
  readonly #byUri = new Map<string, StatusParams>();
  readonly #subscriptions: Disposable[];
  #state: ServerState = 'idle';

  constructor() {
    const selector = [{ language: LANGUAGE_ID }];
    this.#format = languages.createLanguageStatusItem('annualReport.format', selector);
    this.#format.name = text('client.status.formatName');
    this.#format.command = { command: 'annualReport.changeEdition', title: text('client.status.changeEdition') };
    this.#findings = languages.createLanguageStatusItem('annualReport.findings', selector);
    this.#findings.name = text('client.status.findingsName');
    this.#subscriptions = [
      this.#format,
      this.#findings,
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidCloseTextDocument(document => this.#byUri.delete(document.uri.toString())),
    ];
    this.#show();
  }

  /** Listens to what the server says of each draft. */
  listen(client: BaseLanguageClient): void {
    client.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => {
      this.#byUri.set(client.protocol2CodeConverter.asUri(params.uri).toString(), params);
      this.#show();
    });
  }

  /** Follows the server's state. */
  follow(server: LanguageServer): Disposable {
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
    const document = window.activeTextEditor?.document;
    const params = document && this.#byUri.get(document.uri.toString());
    this.#showFormat(params);
    this.#showFindings(params, document);
  }

  #showFormat(params: StatusParams | undefined): void {
    this.#format.text = params?.editionName ?? text('client.status.noEdition');
    this.#format.detail =
      params === undefined
        ? ''
        : params.reportYear === null
          ? text('client.status.noYear')
          : text('client.status.year', { year: params.reportYear });
  }

  #showFindings(params: StatusParams | undefined, document: TextDocument | undefined): void {
    const item = this.#findings;
    item.busy = this.#state === 'starting';
    item.detail = '';
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: 'workbench.actions.view.problems', title: text('client.status.showProblems') };
    if (this.#state === 'failed') {
      item.severity = LanguageStatusSeverity.Error;
      item.text = text('client.status.serverDown');
      item.command = { command: 'annualReport.restartServer', title: text('client.restart') };
    } else if (params === undefined) {
      item.text = this.#state === 'running' ? text('client.status.noResult') : text('client.status.starting');
    } else {
      const { errors, warnings, others } = params;
      item.text =
        errors + warnings + others === 0
          ? text('client.status.clean')
          : text('client.status.counts', { errors, warnings, others });
      if (document !== undefined && document.version !== params.version)
        item.detail = text('client.status.earlierVersion');
      if (errors > 0) item.severity = LanguageStatusSeverity.Warning;
      if (params.failedRules.length > 0) {
        item.severity = LanguageStatusSeverity.Error;
        item.detail = text('client.status.failedRules', { rules: params.failedRules.join(', ') });
        item.command = { command: 'annualReport.showLog', title: text('client.openLog') };
      }
    }
    item.accessibilityInformation = { label: `${item.name ?? ''}: ${item.text} ${item.detail}`.trim() };
  }
}
