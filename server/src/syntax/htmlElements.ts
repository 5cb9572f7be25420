/** Elements that begin a new line of text. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead ' +
    'title tr ul'
  ).split(' '),
);

/** Elements whose text is not shown on the page. */
const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set(
  'script style template noscript head select textarea svg button iframe object'.split(' '),
);

/** Elements whose text is struck out. */
const STRUCK_ELEMENTS: ReadonlySet<string> = new Set(['del', 's', 'strike']);

/** Attributes of style that hide or strike out an element's text. */
const HIDING_STYLE =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all|line-through|mso-element\s{0,9}:\s{0,9}comment/i;

/** Classes of Word and LibreOffice for deleted text, comments, and the signs that refer to comments and notes. */
const HIDDEN_CLASS =
  /(?:^|\s)(?:msodel|msocom\w{0,20}|mso(?:comment|footnote|endnote)reference|msocommenttext|sd(?:foot|end)note(?:anc|sym)|footnote-ref|visually-hidden|sr-only)(?:\s|$)/i;

const LONGEST_ATTRIBUTE = 2000;

/**
 * Whether an element's text is no part of the text that a page shows as valid: hidden, deleted, a comment or a note's
 * sign.
 */
export function hidesText(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (HIDDEN_ELEMENTS.has(name) || STRUCK_ELEMENTS.has(name) || attributes['hidden'] !== undefined) return true;
  const { style = '', class: classes = '' } = attributes;
  return HIDING_STYLE.test(style.slice(0, LONGEST_ATTRIBUTE)) || HIDDEN_CLASS.test(classes.slice(0, LONGEST_ATTRIBUTE));
}

const RAISING_STYLE = /vertical-align\s{0,9}:\s{0,9}super/i;

/** Whether what an element of running text holds stands above the line: the sign of a note. */
export function isRaised(name: string, { style = '' }: Readonly<Record<string, string>>): boolean {
  if (name === 'sup') return true;
  return !BLOCK_ELEMENTS.has(name) && RAISING_STYLE.test(style.slice(0, LONGEST_ATTRIBUTE));
}

export const BOLD_ELEMENTS: ReadonlySet<string> = new Set(['b', 'strong']);

/** Elements whose end tags pages leave out, or that have none: they do not nest. */
const UNNESTED_ELEMENTS: ReadonlySet<string> = new Set(
  'p li td th tr dd dt br img hr input meta link col option tbody thead tfoot'.split(' '),
);

const DEEPEST = 3000;
/** Length of the shortest start tag: `<p`. */
const SHORTEST_TAG = 2;

/** Whether tags nest no deeper than pages do. The parser's time grows with the square of the depth. */
export function hasSaneNesting(text: string): boolean {
  if (text.length <= DEEPEST * SHORTEST_TAG) return true;
  const tag = /<(\/?)([a-z][a-z0-9]{0,20})/gi;
  let depth = 0;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    if (UNNESTED_ELEMENTS.has((match[2] ?? '').toLowerCase())) continue;
    depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
    if (depth > DEEPEST) return false;
  }
  return true;
}
