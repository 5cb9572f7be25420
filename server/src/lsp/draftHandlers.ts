import {
  CodeActionKind,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DiagnosticSeverity,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ProtocolRequestType,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { Diagnostic, InlayHint, Range, RenameParams } from 'vscode-languageserver';
import { acrossHints } from '../features/across/acrossHints.ts';
import { lastYearInForm } from '../features/across/lastYearInForm.ts';
import { checkList } from '../features/checkList.ts';
import { codeActions } from '../features/codeActions.ts';
import { completion } from '../features/completion.ts';
import { highlights } from '../features/figures/documentHighlight.ts';
import { prepareRename } from '../features/figures/rename.ts';
import { folding } from '../features/folding.ts';
import { selectionRanges } from '../features/selection.ts';
import { editionChoices, newReport, reportKinds } from '../features/newReport.ts';
import { preview } from '../features/preview.ts';
import { decideActions } from '../features/review/decideActions.ts';
import { sentencesFor } from '../features/sentences.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { toOffset, toSpan } from '../features/support/convert.ts';
import { silenceEdit } from '../features/support/configurationSilence.ts';
import { allowsComments } from '../features/support/draftFile.ts';
import { codeLenses } from '../features/tables/codeLens.ts';
import { equationsAt } from '../features/tables/equations.ts';
import { formatting } from '../features/tables/formatting.ts';
import { tableFormEdit } from '../features/tables/formEdits.ts';
import { inlayHints } from '../features/tables/inlayHints.ts';
import { pastedFigures } from '../features/tables/pastedFigures.ts';
import { pastedTable } from '../features/tables/pastedTable.ts';
import { tableForm } from '../features/tables/tableForm.ts';
import { tableCellsAt } from '../features/tables/tableCells.ts';
import { tidyTableAt } from '../features/tables/tidyTable.ts';
import { lastYearOf } from '../model/across/neighbours.ts';
import {
  ALIVE_REQUEST,
  CHECK_LIST_REQUEST,
  EQUATIONS_REQUEST,
  RENAME_PREVIEW_REQUEST,
  SILENCE_EDIT_REQUEST,
  TABLE_CELLS_REQUEST,
} from '../protocol/protocol.ts';
import {
  EDITIONS_REQUEST,
  NEW_REPORT_REQUEST,
  REPORT_KINDS_REQUEST,
  type EditionChoices,
  type EditionsParams,
  type NewReport,
  type NewReportParams,
  type ReportKindEntry,
} from '../protocol/newReport.ts';
import { CHECKED_TEXT_REQUEST, PREVIEW_REQUEST } from '../protocol/documents.ts';
import { PASTED_TABLE_REQUEST, SENTENCES_REQUEST, TIDY_TABLE_REQUEST } from '../protocol/writing.ts';
import { TABLE_FORM_EDIT_REQUEST, TABLE_FORM_REQUEST } from '../protocol/tableForm.ts';
import type {
  CheckList,
  CheckListParams,
  EquationList,
  EquationsParams,
  PlannedEdits,
  RenamePreview,
  SilenceEdit,
  SilenceEditParams,
  TableCells,
  TableCellsParams,
} from '../protocol/protocol.ts';
import type { CheckedText, CheckedTextParams, Preview, PreviewParams } from '../protocol/documents.ts';
import type {
  PastedTable,
  PastedTableParams,
  SentenceList,
  SentencesParams,
  TidyTableParams,
} from '../protocol/writing.ts';
import type { TableForm, TableFormEdit, TableFormEditParams, TableFormParams } from '../protocol/tableForm.ts';
import type { ClientProfile } from './client.ts';
import type { DraftSnapshot } from './documents.ts';
import { onRequest, type Handler } from './handler.ts';
import { previewRenaming, renameFigure } from './renaming.ts';
import type { Session } from './session.ts';
import { encodeTokens } from './tokenAnswers.ts';

/** Requests that drafts alone answer. */
export function draftHandlers(session: Session, now: () => Date): readonly Handler[] {
  // The client says who it is after the handlers are installed.
  const profile = (): ClientProfile => session.client.profile;
  return [
    onRequest(DocumentDiagnosticRequest.type, (params, token) => session.diagnostics.pull(params, token)),
    onRequest(FoldingRangeRequest.type, params =>
      session.withSnapshot(params, snapshot => folding(snapshot, profile().capabilities.foldingLimit)),
    ),
    onRequest(new ProtocolRequestType<object, null, never, void, void>(ALIVE_REQUEST), async () => null),
    onRequest(CompletionRequest.type, params =>
      session.withSnapshot(params, (snapshot, file) =>
        completion(snapshot, toOffset(snapshot.source, params.position), {
          language: profile().language,
          clientCapabilities: profile().capabilities,
          hasCellKeys: profile().hasCellKeys,
          trigger: params.context?.triggerCharacter,
          file,
          now: now(),
        }),
      ),
    ),
    onRequest(CodeActionRequest.type, ({ textDocument, range, context }) =>
      session.withFindings({ textDocument }, async (snapshot, findings, file) => {
        const options = {
          language: profile().language,
          titledCodes: profile().titledCodes,
          clientCapabilities: profile().capabilities,
          file,
          configurationFile: await session.settings.configurationFile(file.uri),
          commands: profile().commands,
          // A clerk who drafts has nothing to decide.
          isReviewing:
            session.workspace.reports.decisions.id !== '' || (await session.settings.display(snapshot.uri)).hasReviewer,
        };
        const query = {
          span: toSpan(snapshot.source, range),
          only: context.only,
          diagnostics: context.diagnostics,
        };
        return [
          ...codeActions(snapshot, findings, query, options),
          ...(context.only?.includes(CodeActionKind.QuickFix) === false
            ? []
            : decideActions(snapshot.uri, session.workspace.answers.foundAt(snapshot, range), options)),
        ];
      }),
    ),
    onRequest(
      new ProtocolRequestType<SilenceEditParams, SilenceEdit, never, void, void>(SILENCE_EDIT_REQUEST),
      async params => silenceEdit(params, profile().language),
    ),
    onRequest(DocumentFormattingRequest.type, params =>
      session.withCheckedSnapshot(params, async snapshot =>
        formatting(snapshot, undefined, await session.settings.display(snapshot.uri)),
      ),
    ),
    onRequest(DocumentRangeFormattingRequest.type, params =>
      session.withCheckedSnapshot(params, async snapshot =>
        formatting(snapshot, toSpan(snapshot.source, params.range), await session.settings.display(snapshot.uri)),
      ),
    ),
    onRequest(InlayHintRequest.type, params =>
      session.withCheckedSnapshot(params, snapshot => hintsIn(session, snapshot, params.range)),
    ),
    onRequest(CodeLensRequest.type, params =>
      session.withCheckedSnapshot(params, (snapshot, file) =>
        codeLenses(snapshot, profile().language, { commands: profile().commands, file }),
      ),
    ),
    onRequest(
      new ProtocolRequestType<EquationsParams, EquationList | null, never, void, void>(EQUATIONS_REQUEST),
      params =>
        session.withCheckedSnapshot(params, snapshot =>
          equationsAt(snapshot, toOffset(snapshot.source, params.position), profile().language),
        ),
    ),
    onRequest(
      new ProtocolRequestType<CheckListParams, CheckList | null, never, void, void>(CHECK_LIST_REQUEST),
      async ({ textDocument: { uri } }) => {
        const current = await session.documents.currentFindings(uri);
        if (!current) return null;
        const list = checkList(current.snapshot, current.findings, profile().language);
        const { diagnostics } = session.workspace.answers.forOpen(current.snapshot);
        const isOpen = ({ severity }: Diagnostic) => severity !== DiagnosticSeverity.Hint;
        return { ...list, open: list.open + diagnostics.filter(isOpen).length };
      },
    ),
    onRequest(
      new ProtocolRequestType<object, readonly ReportKindEntry[], never, void, void>(REPORT_KINDS_REQUEST),
      async () => reportKinds(await session.editionsOfWorkspace(), profile().language),
    ),
    onRequest(
      new ProtocolRequestType<EditionsParams, EditionChoices | null, never, void, void>(EDITIONS_REQUEST),
      params => session.withSnapshot(params, snapshot => editionChoices(snapshot, profile().language)),
    ),
    onRequest(
      new ProtocolRequestType<NewReportParams, NewReport | null, never, void, void>(NEW_REPORT_REQUEST),
      async params => newReport(params, await session.editionsOfWorkspace()),
    ),
    onRequest(
      new ProtocolRequestType<PastedTableParams, PastedTable | null, never, void, void>(PASTED_TABLE_REQUEST),
      params =>
        session.withSnapshot(params, (snapshot, file) => {
          const place = toSpan(snapshot.source, params.range);
          const note = allowsComments(file) ? 'comment' : 'line';
          return pastedTable(snapshot, place, params, note) ?? pastedFigures(snapshot, place, params);
        }),
    ),
    onRequest(
      new ProtocolRequestType<TableFormParams, TableForm | null, never, void, void>(TABLE_FORM_REQUEST),
      params =>
        session.withCheckedSnapshot(params, snapshot => {
          const around = session.workspace.answers.around(snapshot);
          const lastYear = lastYearInForm(snapshot.report, around && lastYearOf(around.neighbours));
          return tableForm(snapshot, profile().language, lastYear);
        }),
    ),
    onRequest(
      new ProtocolRequestType<TableFormEditParams, TableFormEdit | null, never, void, void>(TABLE_FORM_EDIT_REQUEST),
      params =>
        session.withCheckedSnapshot(params, (snapshot, file) =>
          tableFormEdit(snapshot, params, allowsComments(file) ? 'comment' : 'line', profile().language),
        ),
    ),
    onRequest(new ProtocolRequestType<PreviewParams, Preview | null, never, void, void>(PREVIEW_REQUEST), params =>
      session.withFindings(params, async (snapshot, findings) => preview(snapshot, findings, profile().language)),
    ),
    onRequest(
      new ProtocolRequestType<CheckedTextParams, CheckedText | null, never, void, void>(CHECKED_TEXT_REQUEST),
      params => session.checkedText(params),
    ),
    onRequest(
      new ProtocolRequestType<TableCellsParams, TableCells | null, never, void, void>(TABLE_CELLS_REQUEST),
      params =>
        session.withSnapshot(params, snapshot => tableCellsAt(snapshot, toOffset(snapshot.source, params.position))),
    ),
    onRequest(
      new ProtocolRequestType<SentencesParams, SentenceList | null, never, void, void>(SENTENCES_REQUEST),
      params =>
        session.withSnapshot(params, snapshot =>
          sentencesFor(snapshot, toOffset(snapshot.source, params.position), profile().language),
        ),
    ),
    onRequest(
      new ProtocolRequestType<TidyTableParams, PlannedEdits | null, never, void, void>(TIDY_TABLE_REQUEST),
      params =>
        session.withSnapshot(params, (snapshot, file) =>
          tidyTableAt(snapshot, toOffset(snapshot.source, params.position), file),
        ),
    ),
    onRequest(SemanticTokensRequest.type, params =>
      session.withSnapshot(params, snapshot => session.tokens.full(snapshot.uri, semanticTokens(snapshot))),
    ),
    onRequest(SemanticTokensDeltaRequest.type, params =>
      session.withSnapshot(params, snapshot =>
        session.tokens.delta(snapshot.uri, semanticTokens(snapshot), params.previousResultId),
      ),
    ),
    onRequest(SemanticTokensRangeRequest.type, params =>
      session.withSnapshot(params, snapshot => encodeTokens(semanticTokens(snapshot, params.range))),
    ),
    onRequest(SelectionRangeRequest.type, params =>
      session.withSnapshot(params, snapshot => selectionRanges(snapshot, params.positions)),
    ),
    onRequest(DocumentHighlightRequest.type, params =>
      session.withSnapshot(params, snapshot => highlights(snapshot, toOffset(snapshot.source, params.position))),
    ),
    onRequest(PrepareRenameRequest.type, params =>
      session.withCheckedSnapshot(params, snapshot =>
        prepareRename(snapshot, toOffset(snapshot.source, params.position)),
      ),
    ),
    onRequest(RenameRequest.type, params =>
      session.withCheckedSnapshot(params, snapshot => renameFigure(session.client, snapshot, params)),
    ),
    onRequest(
      new ProtocolRequestType<RenameParams, RenamePreview | null, never, void, void>(RENAME_PREVIEW_REQUEST),
      params => session.withCheckedSnapshot(params, snapshot => previewRenaming(session.client, snapshot, params)),
    ),
  ];
}

/** Hints in tables: computed totals, and what other reports lead to. */
async function hintsIn(session: Session, snapshot: DraftSnapshot, range: Range): Promise<InlayHint[]> {
  const { language } = session.client.profile;
  const display = await session.settings.display(snapshot.uri);
  const around = session.workspace.answers.around(snapshot);
  return [
    ...inlayHints(snapshot, range, display.inlayHints, language),
    ...(around ? acrossHints(snapshot, range, around, display.acrossHints, language) : []),
  ];
}
