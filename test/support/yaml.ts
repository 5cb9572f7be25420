/** A value out of a YAML file. */
export type Yaml = string | number | boolean | null | Yaml[] | { [key: string]: Yaml };

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly number: number;
}

/**
 * Reads the part of YAML that this repository writes: mappings and lists by indentation, scalars on one line, quoted or
 * not, lists in brackets, and blocks behind `|`. Throws where a file goes beyond it, with the number of the line.
 */
export function readYaml(text: string): Yaml {
  const raw = text.split('\n');
  const lines = raw.flatMap((line, i): Line[] => {
    if (line.trim() === '' || /^\s*#/.test(line)) return [];
    if (/^\s*\t/.test(line)) throw new Error(`line ${String(i + 1)}: tab`);
    return [{ indent: line.length - line.trimStart().length, text: line.trim(), number: i + 1 }];
  });
  const reader = new Reader(lines, raw);
  const value = reader.block(0);
  if (reader.peek()) throw new Error(`line ${String(reader.peek()?.number)}: not understood`);
  return value;
}

const KEY = /^("[^"]*"|[^\s"'#[\]{}-][^:]*):(?:\s+(.*))?$/;

class Reader {
  private at = 0;

  constructor(
    private readonly lines: readonly Line[],
    private readonly raw: readonly string[],
  ) {}

  peek(): Line | undefined {
    return this.lines[this.at];
  }

  block(indent: number): Yaml {
    const first = this.peek();
    if (!first || first.indent < indent) return null;
    return first.text.startsWith('- ') ? this.list(first.indent) : this.mapping(first.indent);
  }

  private list(indent: number): Yaml[] {
    const items: Yaml[] = [];
    for (let line = this.peek(); line?.indent === indent && line.text.startsWith('- '); line = this.peek()) {
      const rest = line.text.slice(2).trim();
      if (KEY.test(rest)) items.push(this.mapping(indent + 2, { ...line, indent: indent + 2, text: rest }));
      else {
        this.at++;
        items.push(scalar(rest, line.number));
      }
    }
    return items;
  }

  /** `first`: the first entry, where it stands behind the dash of a list. */
  private mapping(indent: number, first?: Line): { [key: string]: Yaml } {
    const entries: { [key: string]: Yaml } = {};
    for (let line = first ?? this.peek(); line?.indent === indent; line = this.peek()) {
      const match = KEY.exec(line.text);
      if (!match) throw new Error(`line ${String(line.number)}: ${line.text}`);
      const [, key = '', rest = ''] = match;
      const name = key.replace(/^"|"$/g, '');
      if (Object.hasOwn(entries, name)) throw new Error(`line ${String(line.number)}: ${name} twice`);
      this.at++;
      if (rest === '|') entries[name] = this.text(indent);
      else if (rest !== '') entries[name] = scalar(rest, line.number);
      else {
        const next = this.peek();
        entries[name] = next && next.indent > indent ? this.block(indent + 1) : null;
      }
    }
    return entries;
  }

  /** The lines of a block behind `|`, comments and blank ones too. */
  private text(indent: number): string {
    const first = this.peek();
    const taken: string[] = [];
    if (first) {
      for (let i = first.number - 1; i < this.raw.length; i++) {
        const line = this.raw[i] ?? '';
        if (line.trim() !== '' && line.length - line.trimStart().length <= indent) break;
        taken.push(line.slice(first.indent));
      }
      const end = first.number + taken.length;
      while ((this.peek()?.number ?? Infinity) < end) this.at++;
    }
    return `${taken.join('\n').trimEnd()}\n`;
  }
}

function scalar(text: string, line: number): Yaml {
  if (/^\[.*\]$/.test(text)) {
    return text
      .slice(1, -1)
      .split(',')
      .map(each => each.trim())
      .filter(each => each !== '')
      .map(each => scalar(each, line));
  }
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (/^[[{&*!|>'"%@`]/.test(text) || text.includes(': ') || text.includes(' #'))
    throw new Error(`line ${String(line)}: quote ${text}`);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '~') return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
