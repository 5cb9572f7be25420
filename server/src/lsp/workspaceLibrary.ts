import { citedIn, type CitedClause } from '../features/statutes/references.ts';
import { folderOf, placeOf, rootOf, workingAddress } from '../hosts/uris.ts';
import type { Place } from '../hosts/uris.ts';
import type { DraftFileEntry, FilesParams, FilesResult } from '../protocol/protocol.ts';
import { decodeAddress, fileNameOf } from '../text/address.ts';
import { DraftIndex, type SummarisedDraft } from '../workspace/draftIndex.ts';
import { NO_KNOWLEDGE, LocalLibrary } from '../workspace/localLibrary.ts';
import type { LocalKnowledge, LocalPlaces } from '../workspace/localLibrary.ts';
import type { Client } from './client.ts';
import type { LocalPaths } from './configuration.ts';
import { FileProblems } from './fileProblems.ts';
import type { FileWatches } from './fileWatches.ts';
import type { StatuteAccess } from './statuteAccess.ts';
import { StatuteDocuments } from './statuteDocuments.ts';

interface WorkspaceLibraryHooks {
  readonly read: (params: FilesParams) => Promise<FilesResult>;
  /** Drafts of the workspace. */
  readonly drafts: () => Promise<readonly DraftFileEntry[]>;
  readonly isOpen: (uri: string) => boolean;
  readonly access: StatuteAccess;
}

/** Formats, statutes and official texts that the workspaces of the open drafts add, and the problems of their files. */
export class WorkspaceLibrary {
  private readonly library: LocalLibrary;
  /** By the address of the draft. */
  private readonly knowledge = new Map<string, LocalKnowledge>();
  private shown: StatuteDocuments | undefined;
  private readonly problems: FileProblems;
  /** Citations of the workspace's drafts that are not open. */
  private readonly citing: DraftIndex<readonly CitedClause[]>;

  constructor(
    private readonly client: Client,
    private readonly watches: FileWatches,
    private readonly hooks: WorkspaceLibraryHooks,
  ) {
    this.problems = new FileProblems(client);
    this.citing = new DraftIndex({ list: hooks.drafts, read: hooks.read, summarise: citedIn });
    this.library = new LocalLibrary({
      read: hooks.read,
      complain: (setting, place, kind) => {
        client.warn({ kind, where: place.uri, path: setting });
      },
    });
  }

  /** Statutes and official texts for an open draft. */
  knowledgeFor(uri: string): LocalKnowledge {
    return this.knowledge.get(uri) ?? NO_KNOWLEDGE;
  }

  /** The statutes that can be opened. */
  get documents(): StatuteDocuments {
    return (this.shown ??= new StatuteDocuments(
      this.knowledge.values(),
      this.client.profile.language,
      this.access.addresses,
    ));
  }

  /** How the client comes by them. */
  get access(): StatuteAccess {
    return this.hooks.access;
  }

  /** Reads the formats and statutes that the settings of a draft name; its official texts are kept for its hovers. */
  async load(
    uri: string,
    { formats, formatsFrom, statutes, statutesFrom, texts, textsFrom }: LocalPaths,
  ): Promise<LocalKnowledge> {
    const place = (path: string, from: string | null, setting: string): Place | undefined => {
      const root = rootOf(workingAddress(from ?? uri), this.client.folders);
      const found = placeOf(path, from === null ? root : folderOf(from), root);
      // A configuration file belongs to the workspace: it may not lead out of it.
      if (found && (found.isInside || from === null)) return found;
      this.client.warn({ kind: 'outside', where: path, path: setting });
      return undefined;
    };
    const places: LocalPlaces = {
      formats: formats.flatMap(path => place(path, formatsFrom, 'formats') ?? []),
      statutes: statutes.flatMap(path => place(path, statutesFrom, 'statutes') ?? []),
      texts: texts === undefined ? undefined : place(texts, textsFrom, 'statuteTexts'),
    };
    for (const { uri: each } of [...places.formats, ...places.statutes])
      if (each.toLowerCase().endsWith('.json')) this.watches.add(folderOf(each), { name: fileNameOf(each) });
      else this.watches.add(each, '*.json');
    if (places.texts) this.watches.add(places.texts.uri, '*.md');
    const knowledge = await this.library.load(uri, places);
    if (this.hooks.isOpen(uri)) {
      this.knowledge.set(uri, knowledge);
      this.changed();
    }
    return knowledge;
  }

  /** Citations of the workspace's drafts but for the open ones, asked for from the draft at `uri`. */
  citationsElsewhere(
    uri: string,
    open: readonly string[],
    isOver: () => boolean,
  ): Promise<readonly SummarisedDraft<readonly CitedClause[]>[]> {
    // The addresses of one file are not always written with the same escapes.
    const skipped = new Set(open.map(decodeAddress));
    return this.citing.read({
      from: uri,
      isSkipped: each => skipped.has(decodeAddress(each)),
      root: each => rootOf(each, this.client.folders),
      local: this.knowledgeFor(uri).documents,
      isOver,
    });
  }

  /** A draft was closed. */
  close(uri: string): void {
    this.knowledge.delete(uri);
    this.changed();
  }

  /** Reads all files anew when they are asked for next. */
  reread(): void {
    this.library.forget();
  }

  private changed(): void {
    this.shown = undefined;
    const hasChanged = this.problems.show([...this.knowledge.values()].flatMap(({ files }) => files));
    if (hasChanged) this.access.changed();
  }
}
