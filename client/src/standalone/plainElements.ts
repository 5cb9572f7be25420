/** Elements that explanations consist of. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['P', 'BR', 'HR', 'STRONG', 'EM', 'CODE', 'PRE', 'UL', 'OL', 'LI', 'BLOCKQUOTE'],
  ...['H1', 'H2', 'H3', 'H4', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD'],
]);

/** The elements of explanations alone, without attributes; of others their words. */
export function plainElements(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const each of [...body.querySelectorAll('*')]) {
    if (each.localName === 'script' || each.localName === 'style') each.remove();
    else if (!ALLOWED.has(each.tagName)) each.replaceWith(...each.childNodes);
    else for (const name of each.getAttributeNames()) each.removeAttribute(name);
  }
  return body.innerHTML;
}
