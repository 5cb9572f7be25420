import type { ExportForm } from '../../../server/src/documents/job.ts';
import { DOCUMENT_ENDINGS } from '../../../server/src/format/reportNames.ts';
import { proposedReportYear } from '../../../server/src/format/reportYear.ts';
import type { Say } from '../../../server/src/messages/message.ts';
import {
  NEW_REPORT_REQUEST,
  REPORT_KINDS_REQUEST,
  type NewReport,
  type NewReportParams,
  type ReportKindEntry,
} from '../../../server/src/protocol/newReport.ts';
import { exportDraft, type CheckedDocuments } from '../exportDraft.ts';
import { element } from '../pages/dom.ts';
import type { PreviewCommand } from '../preview/messages.ts';
import { draftName, readDocument, shortNotes } from '../readDocument.ts';
import type { DraftEditor } from './draftEditor.ts';
import { askFields, type Notices } from './notices.ts';
import { download, type GivenFiles } from './pageDesk.ts';

/** Endings that the dialog for files offers; what a file is, its bytes say. */
const ENDINGS = ['md', 'txt', ...DOCUMENT_ENDINGS, 'html', 'htm'].map(ending => `.${ending}`).join(',');

/** The first year with annual reports. */
const FIRST_YEAR = 2008;

/** What comes into the page and goes out of it. */
export class PageFiles {
  constructor(
    private readonly draft: DraftEditor,
    private readonly documents: CheckedDocuments,
    private readonly given: GivenFiles,
    private readonly notices: Notices,
    private readonly say: Say,
  ) {}

  /** Lets the user choose a file. */
  pick(): void {
    const input = element('input', { type: 'file', accept: ENDINGS });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.open(file);
    });
    input.click();
  }

  /** Reads a file as a draft, in place of the one that is open. */
  async open(file: File): Promise<void> {
    if (!(await this.#mayReplace())) return;
    const { editor } = this.documents;
    const draft = await readDocument(this.documents, this.given.take(file));
    if (!draft) return;
    this.notices.clear();
    this.draft.open(draftName(file.name.replace(/\.[^.]*$/, ''), draft.markdown), draft.markdown);
    this.draft.focus();
    const detail = shortNotes(editor, draft.notes);
    void this.notices.tell(this.say('page.opened', { name: file.name }) + detail, 'information');
  }

  /** Whether the draft may be given up. */
  async #mayReplace(): Promise<boolean> {
    if (this.draft.isSaved) return true;
    const discard = this.say('page.discard');
    const question = this.say('page.replace', { name: this.draft.name });
    return (await this.notices.tell(question, 'warning', [discard])) === discard;
  }

  /** Asks for the public body and the year, and opens a report to fill in. */
  async begin(): Promise<void> {
    const { say } = this;
    if (!(await this.#mayReplace())) return;
    const { server } = this.documents;
    const kinds = (await server.ask<readonly ReportKindEntry[] | null>(REPORT_KINDS_REQUEST, {})) ?? [];
    const kind = element(
      'select',
      {},
      kinds.map(({ id, name }) => element('option', { value: id }, [name])),
    );
    const body = element('input', {
      type: 'text',
      required: true,
      maxlength: 50,
      placeholder: say('client.newReport.bodyExample'),
    });
    const year = element('input', { type: 'number', required: true });
    year.value = String(proposedReportYear(new Date()));
    const showYears = () => {
      const { firstYear = FIRST_YEAR, lastYear } = kinds[kind.selectedIndex] ?? {};
      year.min = String(firstYear);
      year.max = String(lastYear ?? Math.max(firstYear, new Date().getFullYear()));
    };
    kind.addEventListener('change', showYears);
    showYears();
    const words = { ok: say('page.create'), cancel: say('page.cancel') };
    const isGiven = await askFields(
      say('page.new'),
      [
        ...(kinds.length > 1 ? [[say('page.kind'), kind] as const] : []),
        [say('page.body'), body],
        [say('page.year'), year],
      ],
      words,
    );
    if (!isGiven) return;
    const params: NewReportParams = {
      publicBody: body.value.trim(),
      reportYear: Number(year.value),
      ...(kind.value === '' ? {} : { kind: kind.value }),
    };
    const report = await server.ask<NewReport | null>(NEW_REPORT_REQUEST, params);
    if (!report) {
      void this.notices.tell(say('client.noSkeleton'), 'warning');
      return;
    }
    this.draft.open(report.title, report.text);
    this.draft.focus();
  }

  /** Gives the draft to the user as a file. */
  save(): void {
    if (this.draft.isEmpty) return;
    download(this.draft.name, new TextEncoder().encode(this.draft.getText()));
    this.draft.noteSaved();
  }

  /** Writes the draft in a form to publish; `isCopied`: onto the clipboard. */
  async export(form: ExportForm, isCopied = false): Promise<void> {
    if (this.draft.isEmpty) {
      void this.notices.tell(this.say('client.noEditor'), 'information');
      return;
    }
    await exportDraft(this.documents, form, this.draft, isCopied);
  }

  /** Does what a button of the preview is for. */
  async run(command: PreviewCommand): Promise<void> {
    switch (command) {
      case 'exportDocx':
        return this.export('docx');
      case 'exportHtml':
        return this.export('html');
      case 'copyHtml':
        return this.export('html', true);
      case 'print':
        return this.export('print');
    }
  }
}
