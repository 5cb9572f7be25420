import type { Say } from '../../server/src/messages/message.ts';
import type { WorkspaceStatus } from '../../server/src/protocol/workspace.ts';

/** How far the reports of the workspace are checked, in a few words; undefined where there is nothing to say. */
export function workspaceWords(say: Say, status: WorkspaceStatus): string | undefined {
  const { reports, unchecked, waiting, errors, warnings, unread, isCut, isStopped } = status;
  if (reports < 2 && waiting === 0) return undefined;
  return [
    say('client.workspace.counts', { count: reports, errors, warnings }),
    ...(waiting > 0 ? [say('client.workspace.reading', { count: waiting })] : []),
    ...(unchecked > 0 ? [say('client.workspace.unchecked', { count: unchecked })] : []),
    ...(isStopped ? [say('client.workspace.stopped')] : []),
    ...(unread.length > 0 ? [say('client.workspace.unread', { count: unread.length })] : []),
    ...(isCut ? [say('client.workspace.cut')] : []),
  ].join(' · ');
}
