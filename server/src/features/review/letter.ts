import type { Language } from '../../messages/message.ts';
import { messagesIn } from '../../messages/text.ts';
import type { ReviewLetter } from '../../protocol/review.ts';
import type { WorkspaceFinding } from '../../protocol/workspace.ts';

/** The report that a letter is about. */
export interface LetterAbout {
  readonly uri: string;
  readonly body: string;
  readonly year: number | null;
}

/**
 * What a body has to mend in its report: errors, warnings and what was marked, numbered; each says where it is, what it
 * is, on which basis, and what to do. Null where there is nothing. What was accepted is not named.
 */
export function letterOn(
  { uri, body, year }: LetterAbout,
  findings: readonly WorkspaceFinding[],
  language: Language,
): ReviewLetter | null {
  const say = messagesIn(language);
  const named = findings.filter(
    ({ severity, decision }) =>
      decision?.verdict === 'to-fix' ||
      (decision?.verdict !== 'accepted' && (severity === 'error' || severity === 'warning')),
  );
  if (named.length === 0) return null;
  const name = body === '' ? say('review.letter.nobody') : body;
  const about = year === null ? say('review.letter.noYear') : String(year);
  const title = say('review.letter.title', { body: name, year: about });
  const items = named.map(({ where, message, decision }, i) => {
    const [what = '', ...rest] = message.split('\n').map(line => oneLine(line));
    const reason =
      decision?.verdict === 'to-fix' ? [say('review.letter.toFix', { detail: oneLine(decision.why) })] : [];
    const head = say('review.letter.item', { ordinal: i + 1, where, what });
    return [head, ...rest, ...reason].filter(line => line !== '').join('\n\n');
  });
  const text = [
    `# ${title}`,
    say('review.letter.greeting', { body: name }),
    say('review.letter.opening', { year: about, count: named.length }),
    ...items,
  ].join('\n\n');
  return { uri, body, year, title, count: named.length, text: `${text}\n` };
}

/** Words that are no Markdown of ours, in one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
