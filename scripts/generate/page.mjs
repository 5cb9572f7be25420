const MARK = '<!-- 由 npm run generate 写 / written by npm run generate -->';

/** A page with what stands between its two marks replaced. */
export function withGenerated(page, text) {
  const start = page.indexOf(MARK);
  const end = page.indexOf(MARK, start + 1);
  if (start < 0 || end < 0) throw new Error(`a page lacks ${MARK}`);
  return `${page.slice(0, start + MARK.length)}\n\n${text}\n\n${page.slice(end)}`;
}
