/**
 * Signs that a terminal obeys instead of showing them: controls, line ends, and what turns the direction of writing.
 */
const OBEYED = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A line for a terminal or a log. Drafts, names of files and errors may hold anything: what a terminal would obey is
 * written as its code, so that nothing is hidden, and one line stays one line.
 */
export function printable(text: string): string {
  return text.replace(OBEYED, sign => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** The same for a text whose own line ends are meant. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** JSON whose texts hold no sign that a terminal obeys; it means the same. */
export function printableJson(json: string): string {
  return json.replace(OBEYED, sign =>
    sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
