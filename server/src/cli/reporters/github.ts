import type { Severity } from '../../rules/support/rule.ts';
import type { FileRecord } from '../../reporters/records.ts';
import { printable } from '../../text/printable.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Findings of a file as commands of GitHub's log, which shows them beside the lines. */
export function fileGithub({ path, findings }: FileRecord): string {
  return findings
    .map(({ severity, line, column, endLine, endColumn, rule, message }) => {
      const properties = [
        `file=${property(printable(path))}`,
        `line=${String(line)}`,
        `col=${String(column)}`,
        `endLine=${String(endLine)}`,
        `endColumn=${String(endColumn)}`,
        `title=${property(rule)}`,
      ];
      return `::${COMMANDS[severity]} ${properties.join(',')}::${data(printable(message))}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
