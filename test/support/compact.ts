/** A text whose pipe tables have one blank beside each bar, three dashes below the header: as fixtures write them. */
export function compact(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const end = line.endsWith('\r') ? '\r' : '';
      const row = line.slice(0, line.length - end.length);
      if (!row.startsWith('|') || !row.endsWith('|') || row.length < 2) return line;
      const cells = row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map(cell => cell.replace(/^[ \t]+|[ \t]+$/g, '').replace(/^-{3,}$/, '---'));
      return `| ${cells.join(' | ')} |${end}`;
    })
    .join('\n');
}
