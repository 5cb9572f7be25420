import * as vscode from 'vscode';
suite('trivial', () => {
  test('opens', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    console.log(folder?.uri.toString());
    const found = await vscode.workspace.findFiles('**/*.md');
    console.log(found.map(String).join(' '));
  });
});
