import { isDraftFileName, isReportFileName } from '../../server/src/format/reportNames.ts';
import { configurationFileCandidates, type Host } from '../../server/src/hosts/host.ts';
import { LIMITS } from '../../server/src/text/limits.ts';
import { fileNameOf } from '../../server/src/text/address.ts';

/** Host over files held in memory, by address. */
export function memoryHost(files: ReadonlyMap<string, string>, now: () => Date = () => new Date()): Host {
  return {
    now,
    configurationFile: async uri => {
      for (const candidate of configurationFileCandidates(uri)) {
        const text = files.get(candidate);
        if (text !== undefined) return { uri: candidate, text };
      }
      return null;
    },
    drafts: async () =>
      [...files].filter(([uri]) => isReportFileName(fileNameOf(uri))).map(([uri, text]) => ({ uri, version: text })),
    reportFiles: async () => ({
      files: [...files]
        .filter(([uri]) => isDraftFileName(uri))
        .map(([uri, text]) => ({ uri, version: text, bytes: text.length })),
    }),
    reportText: async ({ uri }) => ({ text: files.get(uri) ?? null }),
    files: async ({ uri, ending, outsideBy }) => {
      if (outsideBy !== undefined) return { files: [], refusals: ['outside'] };
      const isHere = (each: string): boolean =>
        each === uri ||
        (each.startsWith(`${uri}/`) && !each.slice(uri.length + 1).includes('/') && each.endsWith(ending));
      const found = [...files].filter(([each]) => isHere(each)).map(([each, text]) => ({ uri: each, text }));
      if (found.length === 0) return { files: [], refusals: ['missing'] };
      return {
        files: found.slice(0, LIMITS.filesInPlace),
        ...(found.length > LIMITS.filesInPlace ? { refusals: ['tooMany'] as const } : {}),
      };
    },
  };
}
