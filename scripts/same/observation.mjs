// What one language server says of one document, by aspect.

/** Words and figures about which a server has something to say. */
const TELLING = /《|〔|第[一二三四五六七八九十百零\d]{1,6}条|\d[\d,]{0,12}/g;
/** How many places of a long draft are asked about: the more, the cheaper the request. Short drafts have fewer. */
const HOVERS = 32;
const SOME = 6;
const ACTIONS = 2;
const RENAMES = 2;
/** One place for so many characters, beyond the first few. */
const CHARACTERS_PER_PLACE = 60;
const FORMATTING = { tabSize: 4, insertSpaces: true };

const POSITIONAL = [
  { aspect: 'hover', method: 'textDocument/hover', count: HOVERS },
  { aspect: 'definitions', method: 'textDocument/definition', count: HOVERS },
  {
    aspect: 'references',
    method: 'textDocument/references',
    count: SOME,
    more: { context: { includeDeclaration: true } },
  },
  { aspect: 'highlights', method: 'textDocument/documentHighlight', count: SOME },
  { aspect: 'completion', method: 'textDocument/completion', count: SOME, more: { context: { triggerKind: 1 } } },
  { aspect: 'rename', method: 'textDocument/prepareRename', count: RENAMES },
  { aspect: 'rename', method: 'textDocument/rename', count: RENAMES, more: { newName: '7' } },
];

/**
 * Asks one server all about one document; of places where much could be asked about, only a `share`.
 */
export class Observation {
  #client;
  #uri;
  #text;
  #lineStarts;
  #wanted;
  #share;
  #result = {};

  constructor(client, { uri, text }, wanted, share) {
    this.#client = client;
    this.#uri = uri;
    this.#text = text;
    this.#lineStarts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map(match => match.index + match[0].length)];
    this.#wanted = wanted;
    this.#share = share;
  }

  async ofDraft() {
    const diagnostics = await this.#diagnostics();
    await Promise.all([
      this.#outline(),
      this.#folding(),
      this.#links(),
      this.#hints(),
      this.#lenses(),
      this.#tokens(),
      this.#formatting(),
      this.#citations(),
      this.#selections(),
      this.#atPlaces(),
    ]);
    await this.#actions(diagnostics);
    this.#heard();
    return this.#result;
  }

  async ofStatute() {
    await Promise.all([this.#outline(), this.#links(), this.#atPlaces()]);
    return this.#result;
  }

  #ask(method, params = {}) {
    return this.#client.ask(method, { textDocument: { uri: this.#uri }, ...params });
  }

  /** Keeps entries of an aspect behind those that there are. */
  #put(aspect, entries) {
    const kept = (this.#result[aspect] ??= []);
    for (const entry of entries) kept.push(entry);
  }

  /** Keeps what a request for the whole document gives, in the order of the answer. */
  async #whole(aspect, method, params, prepare = each => each) {
    if (this.#wanted.has(aspect)) this.#put(aspect, listOf(await this.#ask(method, params)).map(prepare));
  }

  async #diagnostics() {
    const report = await this.#ask('textDocument/diagnostic');
    const items = report?.items ?? [];
    if (this.#wanted.has('diagnostics')) this.#put('diagnostics', report?.items ? items.map(withoutData) : [report]);
    return items;
  }

  async #outline() {
    if (!this.#wanted.has('outline')) return;
    const lines = (symbols, depth) =>
      symbols.flatMap(({ children = [], ...symbol }) => [{ depth, ...symbol }, ...lines(children, depth + 1)]);
    this.#put('outline', lines(listOf(await this.#ask('textDocument/documentSymbol')), 0));
  }

  #folding() {
    return this.#whole('folding', 'textDocument/foldingRange');
  }

  #formatting() {
    return this.#whole('formatting', 'textDocument/formatting', { options: FORMATTING });
  }

  #citations() {
    return this.#whole('citations', 'annualReport/citations');
  }

  #links() {
    return this.#resolved('links', 'documentLink', {}, this.#client.capabilities.documentLinkProvider);
  }

  #hints() {
    const range = { start: { line: 0, character: 0 }, end: this.#positionAt(this.#text.length) };
    return this.#resolved('hints', 'inlayHint', { range }, this.#client.capabilities.inlayHintProvider);
  }

  /** Lenses, and the equations that those of a table stand for. */
  async #lenses() {
    const lenses = await this.#resolved('lenses', 'codeLens', {}, this.#client.capabilities.codeLensProvider);
    if (!this.#wanted.has('equations')) return;
    const places = lenses.length > 0 ? lenses : listOf(await this.#ask('textDocument/codeLens'));
    for (const { range } of places) {
      this.#put('equations', listOf(await this.#ask('annualReport/equations', { position: range?.start })));
    }
  }

  async #resolved(aspect, name, params, provider) {
    if (!this.#wanted.has(aspect)) return [];
    const answer = listOf(await this.#ask(`textDocument/${name}`, params));
    const entries = await this.#resolve(`${name}/resolve`, provider, answer);
    this.#put(aspect, entries.map(withoutData));
    return entries;
  }

  #resolve(method, provider, entries) {
    return provider?.resolveProvider === true
      ? Promise.all(entries.map(entry => this.#client.ask(method, entry)))
      : entries;
  }

  async #tokens() {
    if (!this.#wanted.has('tokens')) return;
    const { tokenTypes = [], tokenModifiers = [] } = this.#client.capabilities.semanticTokensProvider?.legend ?? {};
    const answer = await this.#ask('textDocument/semanticTokens/full');
    if (!Array.isArray(answer?.data)) {
      this.#put('tokens', [answer]);
      return;
    }
    let line = 0;
    let character = 0;
    for (let at = 0; at + 4 < answer.data.length; at += 5) {
      const [lines, characters, length, type, modifiers] = answer.data.slice(at, at + 5);
      character = lines > 0 ? characters : character + characters;
      line += lines;
      const names = tokenModifiers.filter((_, bit) => (modifiers >> bit) % 2 === 1);
      const name = [tokenTypes[type] ?? type, ...names].join(' ');
      this.#put('tokens', [`${line + 1}:${character + 1} +${length} ${name}`]);
    }
  }

  async #selections() {
    if (!this.#wanted.has('selections')) return;
    const positions = this.#places(SOME);
    const answers = listOf(await this.#ask('textDocument/selectionRange', { positions }));
    this.#put(
      'selections',
      answers.map((answer, index) => {
        const ranges = [];
        for (let each = answer; each?.range !== undefined; each = each.parent) ranges.push(each.range);
        return { at: positions[index], ranges };
      }),
    );
  }

  async #atPlaces() {
    const asked = POSITIONAL.filter(({ aspect }) => this.#wanted.has(aspect)).flatMap(request =>
      this.#places(request.count).map(at => ({ ...request, at })),
    );
    const answers = await Promise.all(
      asked.map(({ method, at, more }) => this.#ask(method, { position: at, ...more })),
    );
    for (const [index, { aspect, method, at }] of asked.entries()) {
      const entries = listOf(answers[index]?.items ?? answers[index]);
      const label = aspect === 'rename' ? { method } : {};
      this.#put(
        aspect,
        entries.map(entry => ({ at, ...label, ...withoutData(entry) })),
      );
    }
  }

  /** Actions for each diagnostic as it was received, then all actions at a few places. */
  async #actions(diagnostics) {
    if (!this.#wanted.has('actions')) return;
    const queries = [
      ...diagnostics.map(diagnostic => ({
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ['quickfix'], triggerKind: 1 },
      })),
      ...this.#places(ACTIONS).map(at => ({
        range: { start: at, end: at },
        context: { diagnostics: [], triggerKind: 1 },
      })),
    ];
    const answers = await Promise.all(
      queries.map(async query => {
        const { codeActionProvider } = this.#client.capabilities;
        const offered = listOf(await this.#ask('textDocument/codeAction', query));
        const actions = await this.#resolve('codeAction/resolve', codeActionProvider, offered);
        const [asked] = query.context.diagnostics;
        return actions.map(({ diagnostics: solved, ...action }) => ({
          at: query.range,
          ...(asked ? { for: asked.code } : {}),
          ...withoutData(action),
          ...(solved ? { solves: solved.map(({ code, range: place }) => ({ code, range: place })) } : {}),
        }));
      }),
    );
    this.#put('actions', answers.flat());
  }

  /** What the server said of its own accord: the status of the draft, and errors. */
  #heard() {
    const heard = this.#client.takeHeard();
    const said = heard.filter(
      ({ method, params }) => /^window\/(?:log|show)Message$/.test(method) && typeof params?.message === 'string',
    );
    const firstLines = said.map(({ params }) => params.message.split('\n')[0]);
    if (this.#wanted.has('log')) this.#put('log', firstLines);
    const status = heard.findLast(
      ({ method, params }) => method === 'annualReport/status' && params?.uri === this.#uri,
    );
    if (this.#wanted.has('status')) this.#put('status', status ? [status.params] : []);
  }

  /**
   * Places of the text, at most `most`, two of three where words or figures stand that mean something. They are
   * always the same for a text.
   */
  #places(most) {
    const text = this.#text;
    const random = generator(text.length);
    const telling = [...text.matchAll(TELLING)];
    const count = Math.ceil(Math.min(most, SOME + text.length / CHARACTERS_PER_PLACE) * this.#share);
    const offsets = new Set();
    for (let each = 0; each < count; each++) {
      const match = each % 3 < 2 ? telling[random(telling.length)] : undefined;
      offsets.add(match ? match.index + random(match[0].length + 1) : random(text.length));
    }
    return [...offsets].sort((a, b) => a - b).map(offset => this.#positionAt(offset));
  }

  #positionAt(offset) {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.#lineStarts[low] };
  }
}

/** Pseudo-random whole numbers below a bound. */
function generator(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return bound => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return bound > 0 ? (state >>> 0) % bound : 0;
  };
}

/** An answer as a list; none and an empty one show nothing and count as the same. */
export function listOf(answer) {
  if (answer === null || answer === undefined) return [];
  return Array.isArray(answer) ? answer : [answer];
}

/** `data` is the server's own note for later requests; no user sees it. */
export function withoutData(value) {
  if (typeof value !== 'object' || value === null) return { value };
  const { data: _, ...rest } = value;
  return rest;
}
