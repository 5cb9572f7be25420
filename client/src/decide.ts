import type { DecisionRecord, DecisionsChange } from '../../server/src/analysis/files/decision.ts';
import {
  REVIEW_CHANGE_REQUEST,
  REVIEW_FILE_REQUEST,
  type FindingToDecide,
  type ReviewChangeParams,
  type ReviewChangeResult,
  type ReviewFile,
  type ReviewFileParams,
} from '../../server/src/protocol/review.ts';
import type { Editor } from './editor.ts';
import { writePlanned } from './plannedEdits.ts';

/** How the server is asked; undefined where it does not answer. */
export type Ask = <R>(method: string, params: object) => Promise<R | undefined>;

/** What reviewing asks of the editor and the server. */
export interface Review {
  readonly editor: Editor;
  readonly ask: Ask;
  /** Today: `2026-01-20`. */
  readonly today: () => string;
}

/** Setting below `annualReport` with the reviewer's name, which is asked for once. */
export const REVIEWER = 'reviewer';

/** How often a change is made anew to a file that somebody is typing in. */
const ATTEMPTS = 3;

/** Asks who and why, and writes what was decided of a finding; gives whether it was. */
export async function decide(review: Review, finding: unknown): Promise<boolean> {
  const { editor } = review;
  if (!isFinding(finding)) return false;
  const { rule, title, fingerprint, verdict } = finding;
  const file = await reviewFile(review, finding.uri);
  if (!file) return false;
  const who = await reviewer(editor);
  if (who === undefined) return false;
  const why = await editor.ask({
    title: editor.say(verdict === 'accepted' ? 'client.review.accept' : 'client.review.toFix', { title }),
    prompt: editor.say(verdict === 'accepted' ? 'client.review.whyAccept' : 'client.review.whyToFix'),
    whenEmpty: editor.say('client.review.noWhy'),
  });
  if (why === undefined) return false;
  const key = { rule, fingerprint, ...pathOf(rule, file) };
  const decision = { ...key, verdict, who, why, on: review.today() };
  return changeReviewFile(review, file.file, { kind: 'decide', decision });
}

/** Takes back what was decided of a finding. */
export async function withdraw(review: Review, finding: unknown): Promise<boolean> {
  if (!isFinding(finding)) return false;
  const file = await reviewFile(review, finding.uri);
  if (!file) return false;
  const { rule, fingerprint } = finding;
  const decisions = [{ rule, fingerprint, ...pathOf(rule, file) }];
  return changeReviewFile(review, file.file, { kind: 'withdraw', decisions });
}

/** Fingerprints across reports name bodies and years; those inside a report need it named. */
function pathOf(rule: string, { path }: ReviewFile): { readonly path?: string } {
  return rule.startsWith('workspace/') ? {} : { path };
}

/** The file with decisions on a report; says so where there is none. */
export async function reviewFile({ editor, ask }: Review, uri: string): Promise<ReviewFile | undefined> {
  const params: ReviewFileParams = { uri };
  const file = await ask<ReviewFile | null>(REVIEW_FILE_REQUEST, params);
  if (!file) void editor.warn(editor.say('client.review.noFile'));
  return file ?? undefined;
}

/** The name of whoever reviews, asked for once and kept in the settings; undefined where that is given up. */
export async function reviewer(editor: Editor): Promise<string | undefined> {
  const known = editor.setting(undefined, REVIEWER)?.trim() ?? '';
  if (known !== '') return known;
  const name = await editor.ask({
    title: editor.say('client.review.who'),
    prompt: editor.say('client.review.whoPrompt'),
    whenEmpty: editor.say('client.review.noWho'),
  });
  if (name !== undefined) await editor.changeSetting(undefined, REVIEWER, name, 'user');
  return name;
}

/**
 * Writes a change into a file with decisions, as it is open with whatever is not saved yet. It is saved if it had no
 * changes of the user's own; else it is shown, as saving those is theirs to do. Gives whether it is in force.
 */
export async function changeReviewFile(
  { editor, ask }: Review,
  file: string,
  change: DecisionsChange,
): Promise<boolean> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const document = await editor.openFile(file, '');
  if (!document) {
    void editor.warn(editor.say('client.review.notOpened', { name }));
    return false;
  }
  for (let attempt = 1; ; attempt++) {
    const { version } = document;
    const text = document.getText();
    const params: ReviewChangeParams = { text, change };
    const result = await ask<ReviewChangeResult>(REVIEW_CHANGE_REQUEST, params);
    if (!result) {
      void editor.warn(editor.say('client.noServer'));
      return false;
    }
    if (document.version !== version && attempt < ATTEMPTS) continue;
    if (result.kind === 'refused') {
      await editor.showDocument(document);
      void editor.warn(result.sentence);
      return false;
    }
    if (result.text === text && !document.isDirty) return true;
    const hadChanges = document.isDirty;
    const end = document.positionAt(text.length);
    const range = { start: { line: 0, character: 0 }, end: { line: end.line, character: end.character } };
    if (!(await writePlanned(editor, document, { version, edits: [{ range, newText: result.text }] }))) return false;
    if (!hadChanges && (await editor.save(document))) return true;
    await editor.showDocument(document);
    void editor.inform(editor.say('client.review.unsaved', { name }));
    return false;
  }
}

function isFinding(value: unknown): value is FindingToDecide {
  const { uri, rule, title, fingerprint, verdict } = (value ?? {}) as Partial<FindingToDecide>;
  return (
    [uri, rule, title, fingerprint].every(text => typeof text === 'string') &&
    (['accepted', 'to-fix'] as (DecisionRecord['verdict'] | undefined)[]).includes(verdict)
  );
}
