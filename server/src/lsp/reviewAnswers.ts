import { changedDecisionsFile } from '../analysis/files/decisionsFile.ts';
import { schedulerUntil } from '../analysis/scheduler.ts';
import { bodySeries } from '../features/review/bodySeries.ts';
import { commentPlace } from '../features/review/commentPlaces.ts';
import { figureRows, recordOf, type ExportedReport } from '../features/review/exports.ts';
import { letterOn } from '../features/review/letter.ts';
import { rollUp } from '../features/review/rollUp.ts';
import type { ShownFinding } from '../features/review/shownFinding.ts';
import { toRange } from '../features/support/convert.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import { message } from '../messages/text.ts';
import type {
  BodyYears,
  BodyYearsParams,
  PlacedCommentRecord,
  ReviewChangeParams,
  ReviewChangeResult,
  ReviewExport,
  ReviewExportParams,
  ReviewFile,
  ReviewLetter,
  ReviewRemains,
  RollUp,
  RollUpParams,
} from '../protocol/review.ts';
import type { WorkspaceFinding } from '../protocol/workspace.ts';
import { CSV_BEGINNING, csvRows, FINDING_HEAD, findingRows } from '../reporters/csv.ts';
import { sarifLogs } from '../reporters/sarif.ts';
import { findingSheet } from '../reporters/sheets.ts';
import { decodeAddress, pathBeside } from '../text/address.ts';
import { withoutEnding } from '../text/reportPaths.ts';
import type { WorkspaceReports } from '../workspace/workspaceReports.ts';
import type { Client } from './client.ts';
import {
  apartFromAbove,
  bodiesWithout,
  bodiesWithSeveral,
  comparisonAt,
  figuresOfYear,
  reportsOn,
} from './workspaceOverview.ts';
import type { WorkspaceSession } from './workspaceSession.ts';

/** What the reviewer's desk asks of the workspace's reports. */
export class ReviewAnswers {
  private readonly reports: WorkspaceReports<ShownFinding>;

  constructor(
    private readonly client: Client,
    private readonly workspace: WorkspaceSession,
  ) {
    this.reports = workspace.reports;
  }

  /** All findings of a report, read and checked again where not all are kept. */
  async findings(uri: string): Promise<readonly WorkspaceFinding[] | null> {
    const path = decodeAddress(uri);
    await this.reports.knowAll(
      path,
      schedulerUntil(() => this.client.hasEnded),
    );
    return this.workspace.answers.findings(uri);
  }

  /** A file with decisions after a change. */
  changed({ text, change }: ReviewChangeParams): ReviewChangeResult {
    const result = changedDecisionsFile(text, change);
    if (typeof result === 'string') return { kind: 'text', text: result };
    return { kind: 'refused', sentence: message(this.client.profile.language, 'review.refused', result) };
  }

  /** Where decisions and comments on a report are kept. */
  async fileFor(uri: string): Promise<ReviewFile | null> {
    const file = await this.workspace.decisions.fileFor(uri);
    const path = pathBeside(uri, file);
    if (path === undefined) return null;
    const summary = this.reports.comparisonOf(decodeAddress(uri))?.summaryOf(decodeAddress(uri));
    return { file, path, body: summary?.body ?? '', year: summary?.year ?? null };
  }

  /** Comments on an open draft. */
  comments(uri: string): readonly PlacedCommentRecord[] {
    const path = decodeAddress(uri);
    const source = this.reports.sourceNow(path);
    return this.reports.decisions.commentsOn(path).map(({ comment, file, index }) => {
      const place = source && commentPlace(source.text, comment);
      return { comment, file, index, range: place ? toRange(source, place) : null };
    });
  }

  /** Decisions about findings that there are not any more; of reports that were not checked nothing is said. */
  remains(): ReviewRemains {
    const { reports } = this;
    const { language } = this.client.profile;
    const { decisions } = reports;
    const paths = [...reports.index.files].flatMap(({ path, summary }) => (summary ? [path] : []));
    const all = [...new Set([...reports.openPaths, ...paths])];
    const isFound = (path: string, key: { readonly rule: string; readonly fingerprint: string }) =>
      [...(reports.marksOf(path) ?? []), ...reports.acrossAt(path).findings].some(
        each => each.rule === key.rule && each.fingerprint === key.fingerprint,
      );
    const unused = decisions.all.filter(({ decision, path }) => {
      const about = path === undefined ? all : all.filter(each => withoutEnding(each) === withoutEnding(path));
      if (about.length === 0) return false;
      const isChecked = path === undefined ? reports.index.waiting === 0 : about.every(each => reports.marksOf(each));
      return isChecked && !about.some(each => isFound(each, decision));
    });
    return {
      unused: unused.map(({ decision, file }) => ({ ...decision, file, title: ruleTitle(language, decision.rule) })),
      faults: decisions.faults.map(({ uri, detail }) => ({ file: uri, detail })),
    };
  }

  years({ folder, body: id }: BodyYearsParams): BodyYears | null {
    const body = comparisonAt(folder, this.reports)?.bodies.find(each => each.id === id);
    return body ? bodySeries(body, path => this.reports.addressOf(path), this.client.profile.language) : null;
  }

  rollUp(params: RollUpParams): RollUp | null {
    const comparison = comparisonAt(params.folder, this.reports);
    const name = comparison?.bodies.find(({ id }) => id === params.parent)?.names[0] ?? params.name ?? '';
    const { added, above } = apartFromAbove(reportsOn(comparison, params));
    const names = {
      notAdded: above.map(({ body }) => body.names[0] ?? body.id),
      without: bodiesWithout(comparison, params),
      severalReports: bodiesWithSeveral(added),
    };
    const addressOf = (path: string) => this.reports.addressOf(path);
    return rollUp({ added, ...names }, { year: params.year, name }, addressOf, this.client.profile.language);
  }

  /** What has to be mended, a letter a report. */
  async letters(uris: readonly string[]): Promise<readonly ReviewLetter[]> {
    const letters: ReviewLetter[] = [];
    for (const uri of uris) {
      const findings = await this.findings(uri);
      const path = decodeAddress(uri);
      const summary = this.reports.comparisonOf(path)?.summaryOf(path);
      const about = { uri, body: summary?.body ?? '', year: summary?.year ?? null };
      const letter = findings && letterOn(about, findings, this.client.profile.language);
      if (letter) letters.push(letter);
    }
    return letters;
  }

  /** Findings and figures in the forms of the command line. */
  async exported(params: ReviewExportParams): Promise<ReviewExport> {
    const { language } = this.client.profile;
    const { form, of, folder, version } = params;
    const figures = () => figureRows({ revision: 0, ...figuresOfYear(params, this.reports, language) }, language);
    if (form === 'csv' && of === 'figures') return { kind: 'texts', texts: [CSV_BEGINNING + csvRows(figures())] };
    const pathOf = (uri: string) => pathBeside(uri, `${folder}/`) ?? uri;
    const records = (await this.exportedReports(params)).map(each => recordOf(each, pathOf));
    if (form === 'csv')
      return { kind: 'texts', texts: [CSV_BEGINNING + csvRows([FINDING_HEAD, ...records.flatMap(findingRows)])] };
    if (form === 'xlsx')
      return {
        kind: 'sheets',
        sheets: [
          { name: message(language, 'review.sheet.figures'), rows: figures() },
          { name: message(language, 'cli.sheet.findings'), rows: findingSheet(records, language) },
        ],
      };
    const texts = sarifLogs(records, {
      language,
      version,
      root: `${folder}/`,
      artifact: path =>
        /^[a-z][a-z0-9+.-]*:/i.test(path)
          ? { uri: path }
          : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      hasBaseline: false,
    });
    return { kind: 'texts', texts };
  }

  private async exportedReports(params: ReviewExportParams): Promise<readonly ExportedReport[]> {
    const found: ExportedReport[] = [];
    for (const { body, report } of reportsOn(comparisonAt(params.folder, this.reports), params)) {
      const uri = this.reports.addressOf(report.path);
      found.push({
        path: pathBeside(uri, `${params.folder}/`) ?? uri,
        body: body.names[0] ?? body.id,
        year: report.year,
        kind: report.kind,
        edition: report.edition,
        findings: (await this.findings(uri)) ?? [],
      });
    }
    return found;
  }
}
