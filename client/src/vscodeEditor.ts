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
  StatusBarAlignment,
  ThemeColor,
  WorkspaceEdit,
  type ExtensionContext,
} from 'vscode';
import type { Editor, Question, SettingTarget, StatusBarEntry, StatusContent, StatusEntry } from './editor.ts';
import { text } from './language.ts';
import { openNewReport } from './newDocument.ts';
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
export function vscodeEditor({ extensionUri }: ExtensionContext, home: Uri | undefined): Editor {
  return {
    say: text,
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
    rulesFoundIn: ({ uri }) =>
      languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code)),
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
    question,
    line: async ({ title, prompt, placeHolder, value, problem }) =>
      window.showInputBox({ title, prompt, placeHolder, value, ignoreFocusOut: true, validateInput: problem }),
    pick: async (items, about) => window.showQuickPick(items, about),
    createStatusEntry,
    createStatusBarEntry,
    openNewReport: (name, words) => openNewReport(home, name, words),
  };
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

/** Left of the entries of other extensions, right of what VS Code itself shows there. */
const STATUS_BAR_PRIORITY = 50;

function createStatusBarEntry(id: string, name: string): StatusBarEntry {
  const item = window.createStatusBarItem(id, StatusBarAlignment.Left, STATUS_BAR_PRIORITY);
  item.name = name;
  return {
    show: ({ text: words, detail, severity, command }) => {
      item.text = words;
      item.tooltip = [name, detail, command.title].filter(line => line !== '').join('\n');
      item.command = command.command;
      item.backgroundColor = severity === 'error' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
      item.accessibilityInformation = { label: `${name}: ${words} ${detail}`.trim() };
      item.show();
    },
    hide: () => {
      item.hide();
    },
    dispose: () => {
      item.dispose();
    },
  };
}

/** So long a message takes until it is in the window. */
const MESSAGE_SHOWN_MS = 300;

function question(words: string, ...buttons: readonly string[]): Question {
  let isOpen = true;
  const answer = Promise.resolve(window.showInformationMessage(words, ...buttons)).finally(() => {
    isOpen = false;
  });
  const dismiss = async (): Promise<void> => {
    if (!isOpen) return;
    // VS Code takes no message back. The same one shown again takes its place and comes first: that one can be closed.
    void window.showInformationMessage(words, ...buttons);
    await new Promise(resolve => {
      setTimeout(resolve, MESSAGE_SHOWN_MS);
    });
    await commands.executeCommand('notifications.focusToasts');
    await commands.executeCommand('notification.clear');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  };
  return { answer, dismiss };
}
