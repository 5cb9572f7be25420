/** Elements that begin a new line of text. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead ' +
    'title tr ul'
  ).split(' '),
);

/** Elements whose text is not shown on the page. */
export const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set(
  'script style template noscript head select textarea svg button iframe object'.split(' '),
);

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
