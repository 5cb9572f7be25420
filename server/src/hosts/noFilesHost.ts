import type { Host } from './host.ts';

/** Host where no file can be reached, as in a browser: all that is read there comes from the client. */
export const noFilesHost: Host = {
  now: () => new Date(),
  configurationFile: () => Promise.resolve(null),
  drafts: () => Promise.resolve([]),
  reportFiles: () => Promise.resolve({ files: [] }),
  reportText: () => Promise.resolve({ text: null }),
  files: () => Promise.resolve({ files: [], refusals: ['missing'] }),
};
