import {
  ConfigurationTarget,
  FileSystemError,
  languages,
  LanguageStatusSeverity,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
  commands,
  StatusBarAlignment,
  ThemeColor,
  ThemeIcon,
  WorkspaceEdit,
  type Diagnostic,
  type ExtensionContext,
} from 'vscode';
import type { FindingData } from '../../server/src/protocol/protocol.ts';
import type { Editor, Question, SettingTarget, StatusBarEntry, StatusContent, StatusEntry } from './editor.ts';
import { displayLanguage, text } from './language.ts';
import { openNewReport } from './newDocument.ts';
import { LANGUAGE_ID } from './languageId.ts';
import { toRange } from './ranges.ts';

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
      // It may have been closed while the user was asked.
      if (!document.isClosed) await languages.setTextDocumentLanguage(document, language);
    },
    applyEdits: async (document, { version, edits }) => {
      if (document.isClosed || document.version !== version) return false;
      // Either way VS Code compares the version again: of what is typed from here on nothing is known yet.
      const shown = window.visibleTextEditors.find(each => each.document === document);
      if (!shown) {
        const edit = new WorkspaceEdit();
        for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
        return await workspace.applyEdit(edit);
      }
      // An edit of the workspace is written into a read-only editor as well, where it cannot be saved.
      const isTaken = await shown.edit(edit => {
        for (const { range, newText } of edits) edit.replace(toRange(range), newText);
      });
      return isTaken && document.version !== version;
    },
    openFile: async (address, content) => {
      const uri = Uri.parse(address);
      try {
        try {
          await workspace.fs.stat(uri);
        } catch (error) {
          if (!(error instanceof FileSystemError) || error.code !== 'FileNotFound') throw error;
          const edit = new WorkspaceEdit();
          edit.createFile(uri, { contents: new TextEncoder().encode(content), ignoreIfExists: true });
          if (!(await workspace.applyEdit(edit))) return undefined;
        }
        return await workspace.openTextDocument(uri);
      } catch {
        return undefined;
      }
    },
    save: async document => {
      try {
        return await document.save();
      } catch {
        return false;
      }
    },
    showDocument: async (document, place) => {
      await window.showTextDocument(document, place ? { selection: toRange(place) } : {});
    },
    rulesFoundIn: ({ uri }) => languages.getDiagnostics(uri).flatMap(ruleOf),
    hasFileSystem: scheme => workspace.fs.isWritableFileSystem(scheme) !== undefined,
    folderCount: () => workspace.workspaceFolders?.length ?? 0,
    isInFolder: ({ uri }) => workspace.getWorkspaceFolder(uri) !== undefined,
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
    pick: async (items, { isPatient = false, ...titles }) =>
      window.showQuickPick(
        items.map(item => ({
          ...item,
          ...(item.isHeading ? { kind: QuickPickItemKind.Separator } : {}),
          ...(item.icon === undefined ? {} : { iconPath: new ThemeIcon(item.icon) }),
        })),
        { ...titles, ignoreFocusOut: isPatient, matchOnDescription: true, matchOnDetail: true },
      ),
    ask: async ({ title, prompt, whenEmpty }) => {
      const given = await window.showInputBox({
        title,
        prompt,
        ignoreFocusOut: true,
        validateInput: value => (value.trim() === '' ? whenEmpty : undefined),
      });
      return given?.trim();
    },
    createStatusEntry,
    createStatusBarEntry,
    openNewReport: (name, words) => openNewReport(home, name, words),
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
