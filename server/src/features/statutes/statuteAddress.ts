import { STATUTE_SCHEME } from '../../protocol/protocol.ts';
import type { Statute } from '../../statutes/types.ts';
import { decodeAddress, isSameStep } from '../../text/address.ts';
import { beginningOf } from '../../text/shortened.ts';

/** Where the texts of statutes stand for a client. */
export interface StatuteAddresses {
  /** Address at which a statute is shown; its last part is what the editor's tab says. */
  addressOf(statute: Statute): string;
  /** Id of the statute at an address; undefined for an address of another kind. */
  statuteIdAt(uri: string): string | undefined;
  /** Whether an address may say at which line and column it is opened. */
  readonly haveFragments: boolean;
}

/** Folder in the addresses of statutes; the client tells their language by it. */
const FOLDER = 'annual-report-statutes';
/** Longest name of a file in characters: most systems take 255 bytes, of which one has up to three. */
const LONGEST_NAME = 70;

/** Title of a statute with its version: 《…条例》（2019年修订）. */
export function titleOf({ title, version }: Statute): string {
  return `《${title}》${version === undefined ? '' : `（${version}）`}`;
}

/** Addresses of a scheme of our own, for clients that ask the server for the text. */
export const SCHEME_ADDRESSES: StatuteAddresses = {
  addressOf: statute => `${STATUTE_SCHEME}:/${FOLDER}/${encodeURIComponent(nameOf(statute))}?${statute.id}`,
  statuteIdAt: uri => (isStatuteAddress(uri) ? /\?([a-z0-9-]+)(?:#.*)?$/.exec(decodeAddress(uri))?.[1] : undefined),
  haveFragments: true,
};

/** Addresses of files in the folder at `folder`, for clients that open nothing else. */
export function fileAddresses(folder: string): StatuteAddresses {
  const above = stepsOf(folder);
  return {
    addressOf: statute =>
      `${folder}/${encodeURIComponent(`${beginningOf(nameOf(statute), LONGEST_NAME)} ${statute.id}.txt`)}`,
    statuteIdAt: uri => {
      const steps = stepsOf(uri);
      if (steps.length !== above.length + 1 || !above.every((step, i) => isSameStep(step, steps[i]))) return undefined;
      return / ([a-z0-9-]+)\.txt$/.exec(steps.at(-1) ?? '')?.[1];
    },
    haveFragments: false,
  };
}

/** Whether an address is one of our scheme. */
export function isStatuteAddress(uri: string): boolean {
  return uri.toLowerCase().startsWith(`${STATUTE_SCHEME}:`);
}

/** Title and version without the signs that no name of a file may hold. */
function nameOf(statute: Statute): string {
  return titleOf(statute)
    .replace(/[/\\:*?"<>|\s]+/g, ' ')
    .trim();
}

function stepsOf(uri: string): string[] {
  return decodeAddress(uri).split('/');
}
