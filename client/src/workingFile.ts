import type { Uri } from 'vscode';
import { OLD_SIDE_SCHEME } from '../../server/src/protocol/protocol.ts';

/**
 * The file that a document is, or is an older version of: the old side of a diff has an address of its own with a
 * query.
 */
export function workingFile(uri: Uri): Uri {
  return uri.scheme === OLD_SIDE_SCHEME ? uri.with({ scheme: 'file', query: '', fragment: '' }) : uri;
}
