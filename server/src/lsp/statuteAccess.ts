import { TextDocumentContentRefreshRequest } from 'vscode-languageserver';
import { fileAddresses, SCHEME_ADDRESSES, type StatuteAddresses } from '../features/statutes/statuteAddress.ts';
import type { StatuteDocument } from '../features/statutes/statuteDocument.ts';
import type { StatuteFolder } from '../hosts/host.ts';
import { STATUTES_CHANGED_NOTIFICATION } from '../protocol/protocol.ts';
import type { Client } from './client.ts';

/** How the client comes by the texts of statutes, and hears that they changed. */
export class StatuteAccess {
  /** Addresses of which the client has asked the text. */
  private readonly asked = new Set<string>();

  /** `folder`: where the texts may be written. */
  constructor(
    private readonly client: Client,
    private readonly folder: StatuteFolder | undefined,
  ) {}

  get addresses(): StatuteAddresses {
    return this.folder && this.client.profile.statutesBy === 'files'
      ? fileAddresses(this.folder.uri)
      : SCHEME_ADDRESSES;
  }

  /**
   * Whether the client can open a statute that an answer leads to; for one that reads files it is written before. One
   * that cannot be written is logged once.
   */
  async isReady({ uri, source }: StatuteDocument): Promise<boolean> {
    const { statutesBy } = this.client.profile;
    if (statutesBy !== 'files') return statutesBy !== undefined;
    try {
      await this.folder?.write(uri, source.text);
      return true;
    } catch (error) {
      this.client.warn({ kind: 'statuteFolder', where: uri, error: String(error) });
      return false;
    }
  }

  /** The text for a client that asks for it; null for an address that names no statute. */
  textOf(statute: StatuteDocument | undefined): { readonly text: string } | null {
    if (!statute) return null;
    this.asked.add(statute.uri);
    return { text: statute.source.text };
  }

  /** Statutes changed: what the client shows of them is to be fetched again. */
  changed(): void {
    const { connection, profile } = this.client;
    if (profile.statutesBy === 'ownRequest' && profile.hearsStatus)
      this.client.send(connection.sendNotification(STATUTES_CHANGED_NOTIFICATION));
    if (profile.statutesBy === 'contentRequest')
      for (const uri of this.asked)
        this.client.send(connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }));
  }
}
