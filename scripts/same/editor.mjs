// What a language server shows of a draft in an editor, by aspect.
import { join } from 'node:path';
import { Client } from './client.mjs';
import { listOf, Observation, withoutData } from './observation.mjs';

/** Aspects whose words depend on the language; the others are compared in one language alone. */
const WORDED = [
  'diagnostics',
  'outline',
  'hints',
  'lenses',
  'links',
  'actions',
  'hover',
  'completion',
  'rename',
  'citations',
  'equations',
  'log',
];
const WORDLESS = ['folding', 'definitions', 'references', 'highlights', 'selections', 'tokens', 'formatting', 'status'];
/** What is asked of a statute that the server shows as a document. */
const OF_STATUTES = ['outline', 'links', 'hover', 'definitions'];

export const EDITOR_ASPECTS = [...WORDED, ...WORDLESS, 'statutes', 'capabilities'];

/** In the second language only words may differ, so that fewer places do. */
const SECOND_LANGUAGE_SHARE = 0.4;
const QUERIES = ['', '公开', '期限', 'sq'];

/** The server of one state of the program in one language. A server that ends is started again for the next draft. */
export class Editor {
  #program;
  #language;
  #commands;
  #wanted;
  #share;
  #client;

  constructor(folder, language, commands, aspects, isFirstLanguage) {
    this.#program = join(folder, 'server.js');
    this.#language = language;
    this.#commands = commands;
    this.#share = isFirstLanguage ? 1 : SECOND_LANGUAGE_SHARE;
    const possible = isFirstLanguage ? EDITOR_ASPECTS : WORDED;
    this.#wanted = new Set(possible.filter(aspect => aspects.includes(aspect)));
  }

  /** What the server shows of a draft: by aspect a list of JSON values. A server that fails: `failures`. */
  observe(draft) {
    return this.#contained(async client => {
      const document = { uri: draft.uri, languageId: 'annual-report', version: 1, text: draft.text };
      client.notify('textDocument/didOpen', { textDocument: document });
      const result = await new Observation(client, draft, this.#wanted, this.#share * draft.share).ofDraft();
      client.notify('textDocument/didClose', { textDocument: { uri: draft.uri } });
      return result;
    });
  }

  /** What the server offers, and what clauses it finds by their topics. */
  observeServer() {
    return this.#contained(async client => {
      const result = {};
      if (this.#wanted.has('capabilities')) {
        result.capabilities = Object.entries(client.capabilities).map(([name, value]) => ({ [name]: value }));
      }
      if (!this.#wanted.has('statutes')) return result;
      result.statutes = [];
      for (const query of QUERIES) {
        const symbols = listOf(await client.ask('workspace/symbol', { query }));
        result.statutes.push(...symbols.map(symbol => ({ query, ...withoutData(symbol) })));
      }
      return result;
    });
  }

  /** What the server shows of a statute, whose text it writes itself. */
  observeStatute(uri) {
    return this.#contained(async client => {
      const answer = await client.ask('annualReport/statuteDocument', { uri });
      const statutes = (answer?.text ?? JSON.stringify(answer)).split('\n');
      const wanted = new Set(OF_STATUTES.filter(aspect => this.#wanted.has(aspect)));
      const statute = { uri, text: answer?.text ?? '' };
      return { ...(await new Observation(client, statute, wanted, this.#share).ofStatute()), statutes };
    });
  }

  async stop() {
    await this.#client?.stop();
    this.#client = undefined;
  }

  async #contained(work) {
    try {
      this.#client ??= await Client.start(this.#program, this.#language, this.#commands);
      return await work(this.#client);
    } catch (error) {
      await this.stop();
      return { failures: [`没有回答 / no answer: ${error.message}`] };
    }
  }
}
