import { STATUTE_SCHEME } from '../../protocol/protocol.ts';
import type { Statute } from '../../statutes/types.ts';
import { decodeAddress } from '../../text/address.ts';

/** Folder in the addresses of statutes; the client tells their language by it. */
const FOLDER = 'annual-report-statutes';

/** Title of a statute with its version: 《…条例》（2019年修订）. */
export function titleOf({ title, version }: Statute): string {
  return `《${title}》${version === undefined ? '' : `（${version}）`}`;
}

/** Address at which a statute is shown; its last part is what the editor's tab says. */
export function addressOf(statute: Statute): string {
  const name = titleOf(statute)
    .replace(/[/\\:*?"<>|\s]+/g, ' ')
    .trim();
  return `${STATUTE_SCHEME}:/${FOLDER}/${encodeURIComponent(name)}?${statute.id}`;
}

/** Id of the statute at an address; undefined for an address of another kind. */
export function statuteIdAt(uri: string): string | undefined {
  if (!isStatuteAddress(uri)) return undefined;
  return /\?([a-z0-9-]+)(?:#.*)?$/.exec(decodeAddress(uri))?.[1];
}

/** Whether an address is that of a statute. */
export function isStatuteAddress(uri: string): boolean {
  return uri.toLowerCase().startsWith(`${STATUTE_SCHEME}:`);
}
