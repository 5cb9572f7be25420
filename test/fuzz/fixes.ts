import type { ReportedFinding } from '../../server/src/analysis/findings.ts';
import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { toSpan } from '../../server/src/features/support/convert.ts';
import { message } from '../../server/src/messages/text.ts';
import { isReadAlike } from '../../server/src/model/writing/sameReading.ts';
import type { Edit } from '../../server/src/rules/support/rule.ts';
import type { Span } from '../../server/src/text/span.ts';
import { newTrouble, weight } from '../support/fixing.ts';
import { checkDraft, isInside, snapshotOf } from './checks.ts';

/** A text after edits. Fails where they overlap or lie outside of it. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: inserted } of ordered) {
    if (span.start < at || !isInside(span, text.length))
      throw new Error(`edit at ${JSON.stringify(span)} overlaps another or lies outside`);
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Fails unless every fix of a draft applies, removes its finding or a part of it, and adds no error and no warning.
 * Gives the number of fixes.
 */
export async function checkFixes(text: string): Promise<number> {
  const { findings } = await checkDraft(text);
  let fixes = 0;
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      fixes++;
      const complain = (what: string): never => {
        throw new Error(
          `${finding.rule} ${fix.message} ${what}\ndraft: ${JSON.stringify(text)}\nedits: ${JSON.stringify(fix.edits)}`,
        );
      };
      const fixed = edited(text, fix.edits);
      const after: readonly ReportedFinding[] = (await checkDraft(fixed)).findings;
      const rules = newTrouble(findings, after);
      const added = after.filter(
        each =>
          rules.includes(each.rule) &&
          isSerious(each) &&
          !wasBlamed(findings, each.span, fix.edits) &&
          !comesToLight(findings, finding.rule, each.rule),
      );
      if (added.length > 0) complain(`brings ${JSON.stringify(added.map(({ rule, args }) => ({ rule, args })))}`);
      // Of several alike the last one's fingerprint goes, whichever is fixed.
      const isGone = !after.some(({ fingerprint }) => fingerprint === finding.fingerprint);
      if (!isGone && weight(after, finding.rule) >= weight(findings, finding.rule)) complain('removes nothing');
    }
  }
  return fixes;
}

function isSerious({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

/**
 * Whether a place of the draft after edits had an error or a warning before them, of whichever rule: what is wrong in
 * one version of a statute may be wrong otherwise in the next.
 */
function wasBlamed(findings: readonly ReportedFinding[], { start, end }: Span, edits: readonly Edit[]): boolean {
  const moved = edits
    .filter(({ span }) => span.start < start)
    .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  return findings.some(each => isSerious(each) && each.span.start <= end - moved && start - moved <= each.span.end);
}

/**
 * A table put right may contradict a text that agreed with the mistake; of several mistakes in tables, one may have
 * hidden another.
 */
function comesToLight(findings: readonly ReportedFinding[], fixed: string, added: string): boolean {
  const isOfTables = (rule: string) => /^(?:totals|tables|cumulative)\//.test(rule);
  return (
    isOfTables(fixed) &&
    (added.startsWith('prose/') || (isOfTables(added) && findings.filter(({ rule }) => isOfTables(rule)).length > 1))
  );
}

const REASON = message('zh-CN', 'fix.silenceReason');

/**
 * Fails unless every comment that is offered to silence a finding of a draft silences it, once a reason stands in it,
 * and adds no error and no warning. Gives the number of comments.
 */
export async function checkSilences(text: string): Promise<number> {
  const snapshot = snapshotOf(text);
  const { findings } = await snapshot.findings(UNINTERRUPTED);
  const tried = new Set<string>();
  for (const finding of findings) {
    const title = message('zh-CN', 'fix.silence', { rule: finding.rule });
    const actions = codeActions(
      snapshot,
      findings,
      { span: { start: finding.span.start, end: finding.span.start }, only: undefined, diagnostics: [] },
      {
        language: 'zh-CN',
        clientCapabilities: { documentChanges: false, snippetEdits: false, createFiles: false },
        file: { uri: snapshot.uri, languageId: 'annual-report' },
        configurationFile: null,
      },
    );
    for (const action of actions) {
      const edits = (action.edit?.changes?.[snapshot.uri] ?? []).map(({ range, newText }): Edit => ({
        span: toSpan(snapshot.source, range),
        text: newText.replace(REASON, '另有说明'),
      }));
      const key = JSON.stringify(edits);
      if (action.title !== title || tried.has(key)) continue;
      tried.add(key);
      if (!isReadAlike(snapshot.report, snapshotOf(edited(text, edits)).report))
        throw new Error(`the comment for ${finding.rule} tears the draft: ${JSON.stringify(text)}\nedits: ${key}`);
      const after = (await checkDraft(edited(text, edits))).findings;
      if (weight(after, finding.rule) >= weight(findings, finding.rule) || newTrouble(findings, after).length > 0)
        throw new Error(
          `the comment for ${finding.rule} at ${JSON.stringify(finding.span)} brings ${newTrouble(findings, after).join()}\ndraft: ${JSON.stringify(text)}\nedits: ${key}`,
        );
    }
  }
  return tried.size;
}
