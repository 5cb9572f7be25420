import type { Findings } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { FIRST_KIND } from '../format/kind.ts';
import type { Language } from '../messages/message.ts';
import { messagesIn } from '../messages/text.ts';
import type { BoundTable, Report } from '../model/report.ts';
import { isComplete, isFilled, progressOf } from '../model/progress.ts';
import { excludedWords } from '../analysis/excludedWords.ts';
import { exclusionOf, isRecognised } from '../model/recognised.ts';
import type { CheckEntry, CheckList } from '../protocol/protocol.ts';
import { noEditionWords } from './noEditionWords.ts';
import { toRange } from './support/convert.ts';
import { countEquations, tablesWithEquations } from './tables/equations.ts';

type Checked = Pick<Snapshot, 'source' | 'report' | 'settings'>;

/**
 * What of a draft was checked, what was not and why, and what no program can check. The status asks the same list
 * ({@link isAllChecked}), so the two never disagree.
 */
export function checkList(draft: Checked, found: Findings, language: Language): CheckList {
  const { report } = draft;
  const say = messagesIn(language);
  const entries: CheckEntry[] = [];
  const checked = (text: string): void => void entries.push({ kind: 'checked', text });
  const beyond = (text: string): void => void entries.push({ kind: 'beyond', text });
  const notChecked = (text: string, table?: BoundTable): void =>
    void entries.push({
      kind: 'notChecked',
      text,
      ...(table ? { range: toRange(draft.source, { start: table.span.start, end: table.span.start }) } : {}),
    });
  if (!isRecognised(report)) {
    const exclusion = exclusionOf(report);
    const why = exclusion ? [excludedWords(exclusion, language)] : [];
    const texts = [say('checkList.notRecognised'), ...why];
    return { entries: texts.map(text => ({ kind: 'notChecked', text })), open: 0 };
  }
  const { edition, reportYear } = report;
  if (reportYear === null) notChecked(say('checkList.noYear'));
  else if (edition) checked(say('checkList.edition', { year: reportYear.value, edition: nameIn(language, edition) }));
  else notChecked(noEditionWords(report, reportYear.value, language));
  const progress = progressOf(report);
  if (progress) {
    const counts = {
      count: progress.sectionsWritten,
      total: progress.sections,
      items: `${String(progress.tablesFilled)}/${String(progress.tables)}`,
    };
    if (isComplete(progress)) checked(say('checkList.complete', counts));
    else notChecked(say('checkList.unwritten', counts));
  }
  for (const table of report.tables) {
    const title = titleIn(language, table.spec);
    if (!isFilled(table.core)) notChecked(say('checkList.blankTable', { table: title }), table);
    else if (isUnread(table)) notChecked(say('checkList.unread', { table: title }), table);
    else if (!tablesWithEquations(report).includes(table)) {
      if (table.spec.isRequired) notChecked(say('checkList.notJudged', { table: title }), table);
    } else {
      const { holds, broken, unknown } = countEquations(table);
      if (unknown > 0) notChecked(say('checkList.undecided', { table: title, unknown }), table);
      if (holds + broken > 0) checked(say('checkList.equations', { table: title, holds, broken }));
    }
  }
  for (const spec of missingTables(report)) notChecked(say('checkList.noTable', { table: titleIn(language, spec) }));
  if (report.otherTables.length > 0) beyond(say('checkList.otherTables', { count: report.otherTables.length }));
  const isFirst = report.kind.id === FIRST_KIND;
  checked(say(isFirst ? 'checkList.text' : 'checkList.textOfKind'));
  checked(say('checkList.citations'));
  const off = Object.values(draft.settings.severities).filter(severity => severity === 'off').length;
  if (off > 0) notChecked(say('checkList.off', { count: off }));
  const failed = new Set(found.failures.map(({ rule }) => rule)).size;
  if (failed > 0) notChecked(say('checkList.failed', { count: failed }));
  const silences = report.directives.filter(({ block: { command } }) => command.kind === 'silence').length;
  if (silences > 0) beyond(say('checkList.silenced', { count: silences }));
  if (draft.settings.silenced.length > 0)
    beyond(say('checkList.silencedOutside', { count: draft.settings.silenced.length }));
  beyond(say('checkList.records'));
  beyond(say(isFirst ? 'checkList.earlier' : 'checkList.othersOfKind'));
  return { entries, open: openIn(found) };
}

/** Whether nothing that can be checked was left out. */
export function isAllChecked({ entries }: Pick<CheckList, 'entries'>): boolean {
  return entries.every(({ kind }) => kind !== 'notChecked');
}

/** Findings that somebody has to look at: all but matters of taste. */
function openIn({ findings }: Findings): number {
  return findings.filter(({ severity }) => severity !== 'hint').length;
}

/** Whether some rows of a table could not be read cell by cell. */
function isUnread({ shortRows, unplaced, figures }: BoundTable): boolean {
  return (
    shortRows.length + unplaced.length > 0 ||
    [...figures.values()].some(({ quantity }) => quantity.kind === 'unreadable')
  );
}

function missingTables({ edition, tables }: Report) {
  if (!edition?.isPrescribed) return [];
  return edition.tables.filter(spec => spec.isRequired && !tables.some(table => table.spec.id === spec.id));
}

function titleIn(language: Language, { title, englishTitle }: BoundTable['spec']): string {
  return language === 'en' ? englishTitle : title;
}

function nameIn(language: Language, { name, englishName }: NonNullable<Report['edition']>): string {
  return language === 'en' ? englishName : name;
}
