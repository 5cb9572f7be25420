// A language server that does next to nothing: the same library, one regular expression over the text for each request.
import {
  createConnection,
  ProposedFeatures,
  SymbolKind,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { leftovers } from './floor.mjs';

const HEADING = /^#{1,6} .+$/gm;
const FIGURE = /[0-9]+(?:\.[0-9]+)?/g;
const LABELS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    documentSymbolProvider: true,
    hoverProvider: true,
    completionProvider: {},
  },
}));

const spanned = (document, start, end) => ({ start: document.positionAt(start), end: document.positionAt(end) });

connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
  const document = documents.get(uri);
  const items =
    document === undefined
      ? []
      : leftovers(document.getText()).map(at => ({ range: spanned(document, at, at + 2), message: 'XX' }));
  return { kind: 'full', items };
});

connection.onDocumentSymbol(({ textDocument: { uri } }) => {
  const document = documents.get(uri);
  if (document === undefined) return null;
  return Array.from(document.getText().matchAll(HEADING), ({ 0: name, index }) => {
    const range = spanned(document, index, index + name.length);
    return { name, kind: SymbolKind.String, range, selectionRange: range };
  });
});

connection.onHover(({ textDocument: { uri }, position }) => {
  const document = documents.get(uri);
  if (document === undefined) return null;
  const line = document.getText({
    start: { line: position.line, character: 0 },
    end: { line: position.line + 1, character: 0 },
  });
  for (const { 0: figure, index } of line.matchAll(FIGURE)) {
    if (index <= position.character && position.character <= index + figure.length) return { contents: figure };
  }
  return null;
});

connection.onCompletion(() => LABELS.map(label => ({ label })));

documents.listen(connection);
connection.listen();
