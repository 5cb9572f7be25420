import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver';
import type { GlobPattern } from 'vscode-languageserver';
import { DECISIONS_FILE_NAME } from '../analysis/files/decisionsFile.ts';
import { REPORT_FILES_GLOB } from '../format/reportNames.ts';
import { folderOf, pathOf } from '../hosts/uris.ts';
import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import type { Client } from './client.ts';
import { SECTION } from './clientSettings.ts';

/** Names of files in a folder: those with an ending, or one name. */
export type WatchedNames = '*.json' | '*.md' | { readonly name: string };

/** The client's watchers for settings and for the files that they name, as far as the client can watch. */
export class FileWatches {
  private readonly wanted = new Map<string, GlobPattern>();
  private readonly registered = new Set<string>();
  private isRegistered = false;

  constructor(private readonly client: Client) {}

  /** Registers for settings and configuration files, and for all files named so far. */
  async register(): Promise<void> {
    const { registerConfiguration, registerWatchedFiles } = this.client.profile.capabilities;
    const { client: registry } = this.client.connection;
    try {
      if (registerConfiguration) await registry.register(DidChangeConfigurationNotification.type, { section: SECTION });
      if (registerWatchedFiles) {
        const watchers = [
          { globPattern: `**/${CONFIGURATION_FILE_NAME}` },
          { globPattern: `**/${DECISIONS_FILE_NAME}` },
          { globPattern: REPORT_FILES_GLOB },
          // A folder that is moved or deleted is told of by itself, not the files in it.
          { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ];
        await registry.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      this.isRegistered = true;
      this.registerWanted();
    } catch (error) {
      this.client.logError('client/registerCapability', error);
    }
  }

  /** Watches files of the folder at an address; once. */
  add(folder: string, names: WatchedNames): void {
    const pattern = typeof names === 'string' ? names : escapeGlob(names.name);
    const key = `${folder}/${pattern}`;
    // A pattern knows no folder by its address, and brackets in a path are signs of patterns: 法规[2024].
    const path = escapeGlob(pathOf(folder)).replace(/^\/([a-z]):/i, (_, drive: string) => `[${bothCases(drive)}]:`);
    const { watchRelative } = this.client.profile.capabilities;
    this.wanted.set(key, watchRelative ? { baseUri: folder, pattern } : `${path}/${pattern}`);
    this.registerWanted();
  }

  /** Whether files that settings name are among those with an ending in the folder of a file. */
  isNamed(uri: string): boolean {
    return this.wanted.has(`${folderOf(uri)}/*.md`);
  }

  private registerWanted(): void {
    if (!this.client.profile.capabilities.registerWatchedFiles || !this.isRegistered) return;
    for (const [key, globPattern] of this.wanted) {
      if (this.registered.has(key)) continue;
      this.registered.add(key);
      this.client.connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
        .catch((error: unknown) => {
          this.client.logError('client/registerCapability', error);
        });
    }
  }
}

/** A path as a pattern that fits it alone. */
function escapeGlob(path: string): string {
  return path.replace(/[[\]{}*?]/g, sign => `[${sign}]`);
}

/** Letters of drives are written in either case. */
function bothCases(letter: string): string {
  return letter.toLowerCase() + letter.toUpperCase();
}
