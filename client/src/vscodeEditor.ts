import {
  ConfigurationTarget,
  FileType,
  languages,
  LanguageStatusSeverity,
  Range,
  Uri,
  window,
  workspace,
  commands,
  WorkspaceEdit,
  type Diagnostic,
  type ExtensionContext,
} from 'vscode';
import type { FindingData } from '../../server/src/protocol/protocol.ts';
import type { Editor, SettingTarget, StatusContent, StatusEntry } from './editor.ts';
import { displayLanguage, text } from './language.ts';
import { LANGUAGE_ID } from './languageId.ts';

const TARGETS = {
  folder: ConfigurationTarget.WorkspaceFolder,
  workspace: ConfigurationTarget.Workspace,
  user: ConfigurationTarget.Global,
} as const satisfies Record<SettingTarget, ConfigurationTarget>;

const SEVERITIES = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
} as const satisfies Record<StatusContent['severity'], LanguageStatusSeverity>;

/** VS Code as the rest of the client asks for it. */
export function vscodeEditor({ extensionUri }: ExtensionContext): Editor {
  return {
    say: text,
    language: displayLanguage(),
    activeDocument: () => window.activeTextEditor?.document,
    visibleDocuments: () => window.visibleTextEditors.map(({ document }) => document),
    openDocuments: () => workspace.textDocuments,
    onDidShow: listener =>
      window.onDidChangeVisibleTextEditors(editors => {
        listener(editors.map(({ document }) => document));
      }),
    onDidActivate: listener =>
      window.onDidChangeActiveTextEditor(() => {
        listener();
      }),
    onDidEdit: listener =>
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Replacing all in a long file makes more changes than a function takes arguments.
        if (contentChanges.length > 0)
          listener(document, () =>
            contentChanges.reduce((line, { range }) => Math.min(line, range.start.line), Infinity),
          );
      }),
    onDidClose: listener => workspace.onDidCloseTextDocument(listener),
    setLanguage: async (document, language) => {
      await languages.setTextDocumentLanguage(document, language);
    },
    replaceText: async (document, start, end, inserted) => {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), inserted);
      return !document.isClosed && (await workspace.applyEdit(edit));
    },
    rulesFoundIn: ({ uri }) => languages.getDiagnostics(uri).flatMap(ruleOf),
    hasFileSystem: scheme => workspace.fs.isWritableFileSystem(scheme) !== undefined,
    folderCount: () => workspace.workspaceFolders?.length ?? 0,
    isInFolder: ({ uri }) => workspace.getWorkspaceFolder(uri) !== undefined,
    listExtensionFolder: async path => {
      try {
        const entries = await workspace.fs.readDirectory(Uri.joinPath(extensionUri, path));
        return entries.map(([name, type]) => ({ name, isFolder: (type & FileType.Directory) !== 0 }));
      } catch {
        return [];
      }
    },
    showExtensionPage: async path => {
      await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, path));
    },
    setting: (document, name) => workspace.getConfiguration('annualReport', document).get<string>(name),
    changeSetting: async (document, name, value, target) => {
      await workspace.getConfiguration('annualReport', document).update(name, value, TARGETS[target]);
    },
    warn: async message => {
      await window.showWarningMessage(message);
    },
    inform: async (message, ...buttons) => window.showInformationMessage(message, ...buttons),
    pick: async (items, about) =>
      window.showQuickPick(items, { ...about, matchOnDescription: true, matchOnDetail: true }),
    createStatusEntry,
  };
}

/** The rule of a diagnostic of ours, which the language client keeps with it; none for those of others. */
function ruleOf(diagnostic: Diagnostic & { readonly data?: Partial<FindingData> }): readonly string[] {
  return typeof diagnostic.data?.rule === 'string' ? [diagnostic.data.rule] : [];
}

function createStatusEntry(id: string, name: string): StatusEntry {
  const item = languages.createLanguageStatusItem(id, [{ language: LANGUAGE_ID }]);
  item.name = name;
  return {
    show: ({ text: words, detail, severity, isBusy, command }) => {
      item.text = words;
      item.detail = detail;
      item.severity = SEVERITIES[severity];
      item.busy = isBusy;
      item.command = command;
      // Everything is said in words; the severity only adds an icon.
      item.accessibilityInformation = { label: `${name}: ${words} ${detail}`.trim() };
    },
    dispose: () => {
      item.dispose();
    },
  };
}
