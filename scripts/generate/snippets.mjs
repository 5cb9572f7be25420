// Snippets of VS Code from the editions: section headings, standard tables, whole reports.

/** Newest report year offered by the skeleton; completion of the language server proposes the year that is due. */
const NEWEST_YEAR = 2026;

// A mark stands for snippet syntax until the fixed text around it is escaped.
const MARK = /\ue000(\d+)\ue001/g;

/** One snippet being written: marks in a text become snippet syntax, tab stops numbered as they appear. */
class Body {
  syntax = [];

  /** Snippet syntax that must not be escaped. */
  raw(syntax) {
    return this.mark(() => syntax);
  }

  /** A tab stop, empty or with a word to write over; where its mark appears again it repeats what was typed. */
  stop(word) {
    return this.tabStop(number => (word === undefined ? `$${number}` : `\${${number}:${escape(word)}}`));
  }

  /** A tab stop with words to choose from. */
  choice(words) {
    return this.tabStop(number => `\${${number}|${words.join(',')}|}`);
  }

  lines(text) {
    let stops = 0;
    return escape(text)
      .replace(MARK, (_, index) => this.syntax[Number(index)](() => ++stops))
      .split('\n');
  }

  tabStop(first) {
    let number;
    return this.mark(next => {
      if (number !== undefined) return `$${number}`;
      number = next();
      return first(number);
    });
  }

  mark(write) {
    this.syntax.push(write);
    return `\ue000${this.syntax.length - 1}\ue001`;
  }
}

function escape(text) {
  return text.replace(/[\\$}]/g, sign => `\\${sign}`);
}

/** `## ` in a Markdown draft, nothing in plain text. */
function headingSign(signs) {
  return `\${TM_FILENAME/^(?:(.*\\.(?:md|markdown))|.*)$/\${1:+${signs} }/i}`;
}

/** Short forms of the first table of a section, by which drafters call it: 表二, b2. */
const TABLES = {
  't2.disclosure': { words: ['表2', '表二'], letters: 'b2' },
  't3.requests': { words: ['表3', '表三'], letters: 'b3' },
  't4.review_litigation': { words: ['表4', '表四'], letters: 'b4' },
  'fj-2018': { words: ['附表', '统计表'], letters: 'fb' },
  'fj-2009': { words: ['旧附表'], letters: 'jfb' },
  'national-2014': { words: ['全国统计表'], letters: 'qgtjb' },
};

const LAYOUTS = [
  { layout: 'pipe', name: 'Markdown 表格', suffix: '' },
  { layout: 'html', name: 'HTML 表格，合并单元格', suffix: 'html' },
];

function hasTable(edition, section) {
  return edition.tables.some(table => table.isRequired && section.tables.includes(table.id));
}

/** Step of generate.mjs. */
export async function snippets({ load }) {
  const { EDITIONS } = await load('server/src/format/index.ts');
  const { BUILT_IN } = await load('server/src/format/editionSet.ts');
  const write = await load('server/src/model/writing/write.ts');
  const current = EDITIONS.at(-1);
  // Sections and tables that an edition shares with the newer one are offered once, under the newer.
  const newestFirst = [...EDITIONS].reverse();
  const range = ({ from, to }) => (to === null ? `${from} 年度起` : `${from}—${to} 年度`);
  const suffixOf = edition => (edition === current ? '' : edition.id);
  const yearsWith = (edition, shares) => {
    const sharing = EDITIONS.filter(each => each === edition || shares(each));
    return range({ from: sharing[0].years.from, to: sharing.at(-1).years.to });
  };

  const sections = {};
  const seenTitles = new Set();
  for (const edition of newestFirst) {
    edition.sections.forEach((section, index) => {
      const key = `${index} ${section.title}`;
      if (seenTitles.has(key)) return;
      seenTitles.add(key);
      const years = yearsWith(edition, each => each.sections[index]?.title === section.title);
      const body = new Body();
      const heading = body.raw(headingSign('##')) + write.writeHeading(section, index + 1, 'plain');
      const guidance = hasTable(edition, section) ? [] : [write.writeGuidance(section)];
      sections[`${write.writeHeading(section, index + 1, 'plain')}（${years}）`] = {
        prefix: [section.title, section.initials],
        description: `${years}：${section.guidance}`,
        body: body.lines([heading, ...guidance, body.raw('$0')].join('\n\n')),
      };
    });
  }

  const tables = {};
  const seenTables = new Set();
  for (const edition of newestFirst) {
    for (const table of edition.tables) {
      const printed = JSON.stringify([table.id, table.layout]);
      if (seenTables.has(printed)) continue;
      seenTables.add(printed);
      const years = yearsWith(edition, each =>
        each.tables.some(other => JSON.stringify([other.id, other.layout]) === printed),
      );
      const { words, letters } = TABLES[table.id];
      const suffix = table.isRequired ? suffixOf(edition) : '';
      for (const { layout, name, suffix: form } of LAYOUTS) {
        const body = new Body();
        const text = write.writeTable(table, layout, () => body.stop(), { alignment: 'withBlanks' });
        const about = table.isRequired ? `${years}，${name}` : name;
        tables[`${words[0]} ${table.title}（${about}）`] = {
          // Older editions begin with their year: b3 finds the table in force, 2019b3 that of 2019.
          prefix: [...(suffix ? words.slice(-1) : words).map(word => suffix + word + form), suffix + letters + form],
          description: `${table.title}，${about}`,
          body: body.lines(`${text}\n\n${body.raw('$0')}`),
        };
      }
    }
  }

  const skeletons = {};
  // Of another kind, the edition in force.
  const others = BUILT_IN.kinds.slice(1).map(kind => BUILT_IN.ofKind(kind).latest);
  for (const edition of [...newestFirst, ...others]) {
    const newest = edition.years.to ?? NEWEST_YEAR;
    const years = Array.from({ length: newest - edition.years.from + 1 }, (_, index) => String(newest - index));
    const hasTables = edition.tables.some(table => table.isRequired);
    const isOther = others.includes(edition);
    for (const { layout, name, suffix: form } of hasTables ? LAYOUTS : LAYOUTS.slice(0, 1)) {
      const about = hasTables ? `，${name}` : '';
      const body = new Body();
      const text = write.writeSkeleton(edition, {
        style: 'plain',
        layout,
        alignment: 'withBlanks',
        reportYear: body.choice(years),
        publicBody: body.stop('本机关名称'),
        figure: () => body.stop(),
        sections: Object.fromEntries(
          edition.sections
            .filter(section => !hasTable(edition, section))
            .map(section => [section.id, [write.writeGuidance(section), body.stop()]]),
        ),
      });
      const lines = text
        .trimEnd()
        .split('\n')
        .map(
          (line, index) =>
            `${index === 0 ? body.raw(headingSign('#')) : /^[一二三四五六七八]、/.test(line) ? body.raw(headingSign('##')) : ''}${line}`,
        );
      const { name: kind, initials } = edition.kind;
      skeletons[`${isOther ? kind : '年报'}骨架（${range(edition.years)}${about}）`] = {
        prefix: isOther
          ? [`${kind}骨架${form}`, `${initials}gj${form}`]
          : [`${suffixOf(edition)}年报骨架${form}`, `${suffixOf(edition)}nbgj${form}`],
        description: `${edition.name}${about}`,
        body: body.lines([...lines, '', body.raw('$0')].join('\n')),
      };
    }
  }

  const file = (path, content) => ({ path, text: `${JSON.stringify(content, null, 2)}\n` });
  return [
    file('snippets/sections.json', sections),
    file('snippets/tables.json', tables),
    file('snippets/skeletons.json', skeletons),
  ];
}
