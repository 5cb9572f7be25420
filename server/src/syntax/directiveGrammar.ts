// The grammar of the checker's own comments, read and written here alone: by the reader of drafts, by the actions that
// write such comments, and by the client. It imports nothing, so that the client may import it.

const KEYWORD = '年报检查';

/** A command, as it is written. */
export type WrittenDirective =
  | { readonly kind: 'silence'; readonly rule: string; readonly reason: string }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'edition'; readonly edition: string };

/** A command, as it was read; offsets count from the start of the comment's content. */
type ReadDirective =
  | { readonly kind: 'silence'; readonly rule: string; readonly ruleStart: number; readonly reason: string }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'edition'; readonly edition: string; readonly editionStart: number }
  | { readonly kind: 'unreadable'; readonly text: string };

/** The rule by its id, or by its title, which ends with the colon or a blank. */
const SILENCE = /^\s*忽略\s*([a-z0-9-]{1,40}\/[a-z0-9-]{1,60}|[^\s：:<>]{1,40}(?![^\s：:]))\s*(?:[：:]\s*)?/;

/**
 * Reads a comment's content, without blanks before it. Undefined for one without the keyword, which is a note for
 * people; one with the keyword and anything else than a command is `unreadable`.
 */
export function readCommand(content: string): ReadDirective | undefined {
  if (!content.startsWith(KEYWORD)) return undefined;
  const words = content.slice(KEYWORD.length);
  const silence = SILENCE.exec(words);
  if (silence) {
    const rule = silence[1] ?? '';
    const ruleStart = KEYWORD.length + silence[0].indexOf(rule);
    return { kind: 'silence', rule, ruleStart, reason: words.slice(silence[0].length).trim() };
  }
  const year = /^\s*年度\s*[：:]?\s*(\d{4})\s*年?\s*$/.exec(words);
  if (year) return { kind: 'year', year: Number(year[1]) };
  const edition = EDITION.exec(words);
  if (edition) {
    const name = edition[1] ?? edition[2] ?? '';
    return { kind: 'edition', edition: name, editionStart: KEYWORD.length + edition[0].indexOf(name) };
  }
  return { kind: 'unreadable', text: words.trim() };
}

/** 格式 2019, 格式：2019年格式, or an id as format files have them: 格式 linxi-2021, 格式 临溪-2021. */
const EDITION = /^\s*格式\s*[：:]?\s*(?:(\d{4})\s*年?(?:格式)?|([\p{L}\p{N}][\p{L}\p{N}._-]{0,59}))\s*$/u;

/**
 * Writes a command as a comment that {@link readCommand} reads as the same command. The reason may be a snippet's text.
 */
export function writeComment(directive: WrittenDirective): string {
  return `<!-- ${KEYWORD} ${wordsOf(directive)} -->`;
}

function wordsOf(directive: WrittenDirective): string {
  switch (directive.kind) {
    case 'silence':
      return `忽略 ${directive.rule}：${directive.reason}`;
    case 'year':
      return `年度 ${String(directive.year)}`;
    case 'edition':
      return `格式 ${directive.edition}`;
  }
}

/**
 * The first comment on lines of its own that names the edition, with its line end; undefined where a draft has none.
 */
export function editionCommentIn(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const comment of text.matchAll(/^[ \t]*<!--([^<>]*)-->[ \t]*(?:\r?\n|$)/gm)) {
    if (readCommand((comment[1] ?? '').trim())?.kind === 'edition')
      return { start: comment.index, end: comment.index + comment[0].length };
  }
  return undefined;
}
