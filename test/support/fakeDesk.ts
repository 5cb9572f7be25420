import type { Uri } from 'vscode';
import type { DocumentDesk, FolderDesk, Trouble } from '../../client/src/documentDesk.ts';
import type { Job, JobResult } from '../../server/src/documents/job.ts';
import { doJob } from '../../server/src/documents/jobs.ts';
import { readSheets } from '../../server/src/documents/read/xlsx.ts';
import { writeSheets } from '../../server/src/documents/write/workbook.ts';
import { packDocx } from '../../server/src/documents/write/docx.ts';
import { readPages } from './documents.ts';
import { fakeUri } from './fakeEditor.ts';

/** Files in memory and a user who chooses what was said beforehand; jobs are really done. */
export class FakeDesk implements FolderDesk {
  readonly files = new Map<string, Uint8Array>();
  readonly jobs: Job[] = [];
  readonly drafts: { readonly name: string; readonly text: string; readonly beside?: Uri | undefined }[] = [];
  readonly proposed: string[] = [];
  readonly compared: (readonly [before: string, after: string, title: string])[] = [];
  readonly copied: string[] = [];
  readonly opened: string[] = [];
  sources: readonly string[] = [];
  /** Chosen to write to; undefined: the proposal; null: given up. */
  target: string | null | undefined;
  writeFault: Trouble | undefined;
  isCancelled = false;
  canOpen = false;
  beginningsShown = 0;

  put(address: string, content: string | Uint8Array): Uri {
    this.files.set(address, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    return fakeUri(address);
  }

  text(address: string): string {
    return new TextDecoder().decode(this.files.get(address));
  }

  pickSources = async () => this.sources.map(fakeUri);

  pickTarget = async (proposed: Uri) => {
    this.proposed.push(proposed.toString());
    if (this.target === null) return undefined;
    return this.target === undefined ? proposed : fakeUri(this.target);
  };

  pickFolder = async () => (this.target === null ? undefined : fakeUri(this.target ?? 'file:///意见'));

  at = (address: string) => fakeUri(address);

  inside = (folder: Uri, name: string) => fakeUri(`${folder.toString()}/${name}`);

  beside = (uri: Uri, name: string) => fakeUri(uri.toString().replace(/[^/]*$/, name));

  exists = async (uri: Uri) => this.files.has(uri.toString());

  read = async (uri: Uri): Promise<Uint8Array | Trouble> =>
    this.files.get(uri.toString()) ?? { trouble: '文件打不开。' };

  write = async (uri: Uri, bytes: Uint8Array) => {
    if (!this.writeFault) this.files.set(uri.toString(), bytes);
    return this.writeFault;
  };

  withProgress = async <T>(_title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> => {
    const result = await work(new AbortController().signal);
    return this.isCancelled ? undefined : result;
  };

  runJob = async (job: Job): Promise<JobResult> => {
    this.jobs.push(job);
    return doJob(job, { sheets: async bytes => readSheets(bytes), pages: readPages, writeSheets, packDocx });
  };

  openDraft = async (draft: FakeDesk['drafts'][number]) => {
    this.drafts.push(draft);
  };

  showBeginning = async () => {
    this.beginningsShown++;
  };

  compare: DocumentDesk['compare'] = async (before, after, title) => {
    this.compared.push([
      'text' in before ? `${before.name}\n${before.text}` : before.toString(),
      after.toString(),
      title,
    ]);
  };

  copy = async (text: string) => {
    this.copied.push(text);
  };

  canOpenOutside = () => this.canOpen;

  openOutside = async (uri: Uri) => {
    this.opened.push(uri.toString());
  };
}
