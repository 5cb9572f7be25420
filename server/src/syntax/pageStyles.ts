/** What the style sheets in a page say of how elements are shown. Sheets in other files are not seen. */
export interface PageStyles {
  /** The value of `display` that an element has by its classes: none for what is hidden. */
  display(attributes: Readonly<Record<string, string>>): string | undefined;
}

const NO_STYLES: PageStyles = { display: () => undefined };
const LONGEST_SHEET = 200_000;
const LONGEST_RULE = 4000;
/** A class alone, or with the name of an element before it: `.cell`, `div.cell`. */
const CLASS_SELECTOR = /^[a-z0-9]{0,20}\.([\w-]{1,80})$/i;
const DISPLAY = /(?:^|[;\s])display\s{0,9}:\s{0,9}([a-z-]{1,40})/i;
const HIDDEN = /(?:^|[;\s])visibility\s{0,9}:\s{0,9}hidden/i;

/**
 * Reads the style sheets of a page. What holds for some screens alone (`@media`), or for a class beside others, is not
 * taken.
 */
export function readStyles(page: string): PageStyles {
  if (!/<style\b/i.test(page)) return NO_STYLES;
  const displays = new Map<string, string>();
  const unsure = new Set<string>();
  for (const { selectors, value } of rulesOf(sheetOf(page)))
    for (const selector of selectors) {
      const name = CLASS_SELECTOR.exec(selector)?.[1];
      // Shown only somewhere: .tab.active, .open .menu.
      if (name === undefined)
        for (const each of selector.split('.').slice(1)) unsure.add(each.split(/[^\w-]/)[0] ?? '');
      else displays.set(name, value);
    }
  if (displays.size === 0) return NO_STYLES;
  return {
    display({ class: classes = '' }) {
      if (classes === '' || classes.length > LONGEST_RULE) return undefined;
      const named = classes.split(/\s+/).findLast(name => displays.has(name));
      return named === undefined || unsure.has(named) ? undefined : displays.get(named);
    },
  };
}

/** The text of the style elements, without comments, and without the signs that hide it from old browsers. */
function sheetOf(page: string): string {
  let sheet = '';
  const start = /<style\b[^<>]{0,300}>/gi;
  for (let open = start.exec(page); open && sheet.length < LONGEST_SHEET; open = start.exec(page)) {
    const from = open.index + open[0].length;
    const end = page.indexOf('</style', from);
    if (end < 0) break;
    sheet += page.slice(from, Math.min(end, from + LONGEST_SHEET)) + '\n';
    start.lastIndex = end;
  }
  const [first = '', ...rest] = sheet.replace(/<!--|-->/g, ' ').split('/*');
  return [first, ...rest.map(part => part.slice(part.includes('*/') ? part.indexOf('*/') + 2 : part.length))].join(' ');
}

interface DisplayRule {
  readonly selectors: readonly string[];
  readonly value: string;
}

/** The rules outside of `@media` and the like that set how elements are displayed. */
function rulesOf(sheet: string): readonly DisplayRule[] {
  const rules: DisplayRule[] = [];
  let depth = 0;
  let from = 0;
  let prelude = '';
  for (let at = 0; at < sheet.length; at++) {
    const sign = sheet.charAt(at);
    if (sign === '{') {
      if (depth++ === 0) prelude = sheet.slice(from, at).trim();
      from = at + 1;
    } else if (sign === '}') {
      const body = sheet.slice(from, at);
      if (depth === 1 && !prelude.startsWith('@') && prelude.length + body.length < LONGEST_RULE) {
        const value = HIDDEN.test(body) ? 'none' : DISPLAY.exec(body)?.[1]?.toLowerCase();
        if (value !== undefined) rules.push({ selectors: prelude.split(',').map(each => each.trim()), value });
      }
      depth = Math.max(0, depth - 1);
      from = at + 1;
    } else if (sign === ';' && depth === 0) from = at + 1;
  }
  return rules;
}
