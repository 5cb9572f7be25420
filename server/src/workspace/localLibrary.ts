import { NO_TEXTS, readOfficialTexts, type OfficialTexts } from '../analysis/files/officialText.ts';
import { readFormatFiles } from '../analysis/files/formatFile.ts';
import { readStatuteFiles } from '../analysis/files/statuteFile.ts';
import type { CheckedFile, WorkspaceFile } from '../analysis/files/workspaceFile.ts';
import { localStatutes } from '../statutes/registry/localStatutes.ts';
import type { FormatDescription } from '../format/description.ts';
import type { LocalDocuments } from '../statutes/types.ts';
import type { Place } from '../hosts/uris.ts';
import {
  CONFIGURATION_FILE_NAME,
  type FilesParams,
  type FilesRefusal,
  type FilesResult,
} from '../protocol/protocol.ts';
import { fileNameOf } from '../text/address.ts';

/** Places of a draft's own formats, statutes and official texts. */
export interface LocalPlaces {
  readonly formats: readonly Place[];
  readonly statutes: readonly Place[];
  readonly texts: Place | undefined;
}

/** Formats, statutes, documents on policy and official texts that were read there. */
export interface LocalKnowledge {
  readonly formats: readonly FormatDescription[];
  readonly documents: LocalDocuments;
  readonly texts: OfficialTexts;
  /** Every file that was read, with its problems. */
  readonly files: readonly CheckedFile[];
}

export const NO_KNOWLEDGE: LocalKnowledge = {
  formats: [],
  documents: { statutes: [], policies: [] },
  texts: NO_TEXTS,
  files: [],
};

export type LocalSetting = 'formats' | 'statutes' | 'statuteTexts';

interface LibraryHooks {
  readonly read: (params: FilesParams) => Promise<FilesResult>;
  /** Called for a place that was not read, or not completely. */
  readonly complain: (setting: LocalSetting, place: Place, refusal: FilesRefusal) => void;
}

/** Formats, statutes and official texts of the workspace's own, each place read once until {@link forget} is called. */
export class LocalLibrary {
  private loads = new Map<string, Promise<LocalKnowledge>>();

  constructor(private readonly hooks: LibraryHooks) {}

  /** What is at the places that concern a draft. Never rejects. */
  load(draft: string, places: LocalPlaces): Promise<LocalKnowledge> {
    if (places.formats.length + places.statutes.length === 0 && !places.texts) return Promise.resolve(NO_KNOWLEDGE);
    const key = JSON.stringify(places);
    let load = this.loads.get(key);
    if (!load) this.loads.set(key, (load = this.read(draft, places)));
    return load;
  }

  /** Reads everything anew when it is asked for next. */
  forget(): void {
    this.loads = new Map();
  }

  private async read(draft: string, places: LocalPlaces): Promise<LocalKnowledge> {
    const { texts: textPlace } = places;
    const allAt = async (setting: 'formats' | 'statutes') =>
      unique((await Promise.all(places[setting].map(place => this.filesAt(draft, place, setting)))).flat());
    const formatFiles = await allAt('formats');
    const { formats, problems: formatProblems } = readFormatFiles(formatFiles);
    const files = await allAt('statutes');
    const textFiles = textPlace ? await this.filesAt(draft, textPlace, 'statuteTexts') : [];
    const { documents, problems } = readStatuteFiles(files);
    const { texts, problems: textProblems } = readOfficialTexts(textFiles, localStatutes(documents));
    return {
      formats,
      documents,
      texts,
      files: [
        ...formatFiles.map(file => ({ ...file, problems: formatProblems.get(file.uri) ?? [] })),
        ...files.map(file => ({ ...file, problems: problems.get(file.uri) ?? [] })),
        ...textFiles.map(file => ({ ...file, problems: textProblems.get(file.uri) ?? [] })),
      ],
    };
  }

  private async filesAt(draft: string, place: Place, setting: LocalSetting): Promise<readonly WorkspaceFile[]> {
    const ending = setting === 'statuteTexts' ? '.md' : '.json';
    let result: FilesResult;
    try {
      result = await this.hooks.read({
        draft,
        uri: place.uri,
        root: place.root,
        ending,
        // Formats are named by settings files alone, which lead nowhere outside.
        ...(place.isInside || setting === 'formats' ? {} : { outsideBy: setting }),
      });
    } catch {
      result = { files: [], refusals: ['missing'] };
    }
    for (const refusal of result.refusals ?? []) this.hooks.complain(setting, place, refusal);
    // The folder may hold the settings, which are read as such.
    const files = result.files.filter(({ uri }) => fileNameOf(uri) !== CONFIGURATION_FILE_NAME);
    return files.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }
}

/** A file that several places name counts once. */
function unique(files: readonly WorkspaceFile[]): readonly WorkspaceFile[] {
  return [...new Map(files.map(file => [file.uri, file])).values()];
}
