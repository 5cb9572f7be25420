import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { pathOf } from '../hosts/uris.ts';
import { CONFIGURATION_FILE_NAME } from '../protocol/protocol.ts';
import type { Client } from './client.ts';
import { SECTION } from './clientSettings.ts';

/** The client's watchers for settings and for the files that they name, as far as the client can watch. */
export class FileWatches {
  private readonly wanted = new Set<string>();
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
        const watchers = [{ globPattern: `**/${CONFIGURATION_FILE_NAME}` }];
        await registry.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      this.isRegistered = true;
      for (const address of [...this.wanted]) this.add(address);
    } catch (error) {
      this.client.logError('client/registerCapability', error);
    }
  }

  /** Watches an address, whose last step may be a pattern; once. */
  add(address: string): void {
    this.wanted.add(address);
    const { registerWatchedFiles } = this.client.profile.capabilities;
    if (!registerWatchedFiles || !this.isRegistered || this.registered.has(address)) return;
    this.registered.add(address);
    const watchers = [{ globPattern: pathOf(address) }];
    this.client.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => {
        this.client.logError('client/registerCapability', error);
      });
  }
}
