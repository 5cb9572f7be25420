import type { CheckedFile } from '../analysis/files/workspaceFile.ts';
import { fileDiagnostics } from '../features/statutes/fileDiagnostics.ts';
import type { Client } from './client.ts';

/** Problems of files that are read beside the drafts, shown by the client at their places in these files. */
export class FileProblems {
  /** Files whose problems the client knows, by their addresses. */
  private readonly published = new Map<string, CheckedFile>();

  constructor(private readonly client: Client) {}

  /**
   * Publishes what is wrong with the files that are in use, and retracts that of all others. Whether anything changed.
   */
  show(used: Iterable<CheckedFile>): boolean {
    const files = new Map([...used].map(file => [file.uri, file]));
    let hasChanged = false;
    for (const [uri, { problems }] of [...this.published]) {
      if (files.has(uri)) continue;
      this.published.delete(uri);
      hasChanged = true;
      if (problems.length > 0) this.send(uri, '', []);
    }
    for (const file of files.values()) {
      const { uri, text, problems } = file;
      const before = this.published.get(uri);
      this.published.set(uri, file);
      if (before?.text === text && JSON.stringify(before?.problems) === JSON.stringify(problems)) continue;
      hasChanged = true;
      if (problems.length + (before?.problems.length ?? 0) > 0) this.send(uri, text ?? '', problems);
    }
    return hasChanged;
  }

  private send(uri: string, text: string, problems: CheckedFile['problems']): void {
    const diagnostics = fileDiagnostics(text, problems, this.client.profile);
    this.client.send(this.client.connection.sendDiagnostics({ uri, diagnostics }));
  }
}
