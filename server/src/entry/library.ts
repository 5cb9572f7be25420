import { DEFAULT_SETTINGS as NO_SETTINGS, readSettings as readRaw, type Settings } from '../analysis/files/settings.ts';
import { editionProblems, readSettingsFile } from '../analysis/files/settingsFile.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import { check as checkDraft } from '../reporters/check.ts';
import { fileRecord, placeOf, reportDetails } from '../reporters/fileRecord.ts';
import { noCounts, type FileRecord } from '../reporters/records.ts';
import { JSON_BEGINNING, jsonEnd, jsonEntry } from '../reporters/json.ts';
import { fileText, textEnd } from '../reporters/text.ts';
import { say } from '../reporters/words.ts';
import type { Language } from '../messages/message.ts';
import { message, messageOf } from '../messages/text.ts';
import { isRecognised } from '../model/recognised.ts';
import { decodeFile } from '../text/decode.ts';
import { Source } from '../text/source.ts';
import type * as api from './libraryApi.d.ts';

// The npm package's library. `libraryApi.d.ts` is its contract: types and doc comments.

const CHINESE: Language = 'zh-CN';

export const DEFAULT_SETTINGS: typeof api.DEFAULT_SETTINGS = NO_SETTINGS;

export const check: typeof api.check = async (path, text, settings = DEFAULT_SETTINGS, language = CHINESE) => {
  const own = settingsFor(path, settings, language);
  const checked = await checkDraft(path, text, own);
  const { report, findings, silenced, failures } = checked;
  const record = fileRecord(checked, 'text', language);
  const { kind, edition, reportYear, publicBody } = record;
  // A byte order mark counts in the offsets of whoever holds the text.
  const shift = text.startsWith(MARK) ? 1 : 0;
  return {
    path,
    isReport: isRecognised(report),
    kind,
    edition,
    reportYear,
    publicBody,
    ...reportDetails(report),
    findings: record.findings.map((each, i) => ({ ...each, fixes: fixesOf(findings[i], shift, language) })),
    suppressed: record.suppressed.flatMap((each, i) => {
      const { finding, by, reason } = silenced[i] ?? {};
      return by === undefined || by === 'decision' || reason === undefined
        ? []
        : [{ ...each, by, reason, fixes: fixesOf(finding, shift, language) }];
    }),
    failedRules: failures.map(({ rule }) => rule),
  };
};

export const readSettings: typeof api.readSettings = (text, language = CHINESE) => {
  const { settings, problems: found } = readSettingsFile({ text });
  const problems = [...found, ...editionProblems(text, settings)];
  const source = new Source(text);
  return {
    settings,
    problems: problems.map(({ span, severity, ...problem }) => ({
      ...placeOf(source, span),
      severity,
      message: messageOf(language, problem),
    })),
  };
};

export const decode: typeof api.decode = bytes => {
  const { text, isLegacy } = decodeFile(bytes);
  return text === null ? null : { text, encoding: isLegacy ? 'gb18030' : 'utf-8' };
};

export const toText: typeof api.toText = (checked, language = CHINESE) => {
  const all = listOf(checked);
  const counts = noCounts();
  for (const { findings } of all.filter(({ isReport }) => isReport))
    for (const { severity } of findings) counts[severity]++;
  const entries = all.map(each =>
    each.isReport
      ? fileText(recordOf(each), language, false)
      : `${say(language, 'cli.noReport', { path: each.path, detail: '' })}\n`,
  );
  return entries.join('') + textEnd(all.filter(({ isReport }) => isReport).length, counts, language);
};

export const toJson: typeof api.toJson = (checked, language = CHINESE) => {
  const all = listOf(checked);
  const reports = all.filter(({ isReport }) => isReport);
  const unreadable = all
    .filter(({ isReport }) => !isReport)
    .map(({ path }) => ({ path, reason: message(language, 'cli.noReport', { path, detail: '' }) }));
  const entries = reports.map((each, i) => jsonEntry(recordOf(each), i === 0));
  return JSON_BEGINNING + entries.join('') + jsonEnd(reports.length > 0, unreadable.length > 0 ? { unreadable } : {});
};

export const applyFix: typeof api.applyFix = (text, { edits }) => {
  let result = text;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new RangeError(
        `an edit from ${String(start)} to ${String(end)} in a text of ${String(text.length)} characters`,
      );
    result = result.slice(0, start) + replacement + result.slice(end);
  }
  return result;
};

const MARK = '\ufeff';

function settingsFor(path: string, given: api.Settings, language: Language): Settings {
  const { settings, problems } = readRaw(given);
  const [problem] = problems;
  if (problem) throw new TypeError(message(language, 'settingsFile.setting', problem));
  return { ...settings, silenced: settings.silenced.filter(({ file }) => endsWith(path, file)) };
}

/** Whether the last steps of a path are those of another, as a settings file in some folder above writes it. */
function endsWith(path: string, file: string): boolean {
  const steps = (written: string): readonly string[] =>
    written
      .replaceAll('\\', '/')
      .split('/')
      .filter(step => step !== '' && step !== '.');
  const wanted = steps(file);
  const own = steps(path).slice(-wanted.length);
  return wanted.length > 0 && own.length === wanted.length && own.every((step, i) => step === wanted[i]);
}

function fixesOf(finding: ReportedFinding | undefined, shift: number, language: Language): api.Fix[] {
  return (finding?.fixes ?? []).map(fix => ({
    title: messageOf(language, fix),
    kind: fix.kind,
    edits: fix.edits.map(({ span, text }) => ({ start: span.start + shift, end: span.end + shift, text })),
  }));
}

/** What the command line prints of a checked draft. */
function recordOf({ sections, contents, tables, findings, suppressed, ...checked }: api.Checked): FileRecord {
  const { path, reportYear, publicBody } = checked;
  return {
    path,
    kind: checked.kind,
    edition: checked.edition as FileRecord['edition'],
    reportYear,
    publicBody,
    details: JSON.stringify({ sections, ...(contents ? { contents } : {}), tables }, null, 1),
    findings: findings.map(withoutFixes),
    suppressed: suppressed.map(withoutFixes),
  };
}

function withoutFixes<T extends api.Finding>(finding: T): Omit<T, 'fixes'> {
  return { ...finding, fixes: undefined };
}

function listOf(checked: api.Checked | readonly api.Checked[]): readonly api.Checked[] {
  return 'path' in checked ? [checked] : checked;
}
