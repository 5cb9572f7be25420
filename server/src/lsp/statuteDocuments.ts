import type { OfficialText } from '../analysis/files/officialText.ts';
import type { StatuteAddresses } from '../features/statutes/statuteAddress.ts';
import { statuteDocument, type OpenStatutes, type StatuteDocument } from '../features/statutes/statuteDocument.ts';
import type { Language } from '../messages/message.ts';
import { LocalStatutes } from '../statutes/registry/localStatutes.ts';
import { statuteById } from '../statutes/index.ts';
import type { Statute } from '../statutes/types.ts';
import type { LocalKnowledge } from '../workspace/localLibrary.ts';

/**
 * The statutes that can be opened as documents: the built-in ones, and those that the workspaces of the open drafts
 * add.
 */
export class StatuteDocuments implements OpenStatutes {
  /** The added ones; undefined for none. */
  readonly local: LocalStatutes | undefined;
  private readonly texts = new Map<string, OfficialText>();
  private readonly documents = new Map<string, StatuteDocument>();

  /** `knowledge`: for each open draft. Immutable; rebuilt on change. */
  constructor(
    knowledge: Iterable<LocalKnowledge>,
    private readonly language: Language,
    private readonly addresses: StatuteAddresses,
  ) {
    const added = new Map<string, Statute>();
    for (const { documents, texts } of knowledge) {
      for (const statute of documents.statutes) if (!added.has(statute.id)) added.set(statute.id, statute);
      for (const [id, text] of texts) if (!this.texts.has(id)) this.texts.set(id, text);
    }
    this.local = added.size > 0 ? new LocalStatutes({ statutes: [...added.values()], policies: [] }) : undefined;
  }

  /** Official texts by the id of their statute. */
  get officialTexts(): ReadonlyMap<string, OfficialText> {
    return this.texts;
  }

  /** The statute at an address, as a text; undefined where there is none. */
  at(uri: string): StatuteDocument | undefined {
    const id = this.addresses.statuteIdAt(uri);
    return id === undefined ? undefined : this.open(id);
  }

  /** A statute as a text; undefined for one that is not known. */
  open(id: string): StatuteDocument | undefined {
    const known = this.documents.get(id);
    if (known) return known;
    const statute = statuteById(id, this.local?.statutes);
    if (!statute) return undefined;
    const document = this.write(statute);
    this.documents.set(id, document);
    return document;
  }

  private write(statute: Statute): StatuteDocument {
    return statuteDocument(statute, {
      official: this.texts.get(statute.id),
      local: this.local,
      language: this.language,
      addresses: this.addresses,
    });
  }
}
