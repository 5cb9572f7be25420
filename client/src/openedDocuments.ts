import { commands, TabInputText, window, type Disposable, type Tab, type Uri } from 'vscode';
import { isReportDocumentName } from '../../server/src/format/reportNames.ts';
import { nameOf } from './fileNames.ts';
import { text } from './language.ts';

/**
 * Offers to read a report in a document that was opened as if it were a text: the editor says no more than that it
 * cannot show it. Once for each file; what another extension shows is none of our business.
 */
export function watchOpenedDocuments(): Disposable {
  const asked = new Set<string>();
  const look = (tabs: readonly Tab[]) => {
    for (const { input, isActive } of tabs) {
      if (!isActive || !(input instanceof TabInputText) || !isReportDocumentName(nameOf(input.uri))) continue;
      const key = input.uri.toString();
      if (asked.has(key)) continue;
      asked.add(key);
      void offer(input.uri);
    }
  };
  look(window.tabGroups.all.flatMap(({ tabs }) => tabs));
  return window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    look([...opened, ...changed]);
  });
}

async function offer(uri: Uri): Promise<void> {
  const [read, next] = [text('client.opened.read'), text('client.lastYear.title')];
  const answer = await window.showInformationMessage(text('client.opened.question', { name: nameOf(uri) }), read, next);
  if (answer === read) await commands.executeCommand('annualReport.readAsDraft', uri);
  else if (answer === next) await commands.executeCommand('annualReport.newFromLastYear', uri);
}
