// docs/vocabulary.md from the words by which figures of running text are read, for whoever knows the field and no code.

const PAGE = 'docs/vocabulary.md';

const HEAD = `# 词表 · Vocabulary

<!-- 本页由 npm run generate 从 server/src/format/words.ts 写成，请勿直接修改。 / Written by npm run generate. -->

正文里的数字说的是什么，由它旁边的词判断：数的是什么（事项）、做了什么（步骤）、哪一部分、谁的、什么时候的、是件数还是差额或占比。本页列出全部的词，供熟悉业务的人核对（官方表格的行名、列名和“我市”“上一年度”这类拼成的词由程序给出）：同一行的词意思相同；较长的词优先（“申请公开政府信息”是申请，不是主动公开）；一个词可以出现在几张表里。

不在本页的词读不出意思，旁边的数字就不与表格比较，也不会报错。悬停在数字上会写明读作什么、词表里没有哪些字。发现漏掉或放错的词，请改 \`server/src/format/data/words.ts\` 后运行 \`npm run generate\`。

What a figure of running text says is read from the words beside it. This page lists all of them by what they say; labels of the official tables and words that are put together (我市, 上一年度) are made by the program. Words of one row mean the same, the longest word that fits at a place counts, and a word may stand in several tables. A word that is not here has no meaning: the figure beside it is compared with nothing.
`;

/** Facets in the order of the page: heading, introduction, the names of the values, and the field of an entry. */
const SECTIONS = names => [
  ['事项 · Matters', '数的是什么。 / What is counted.', 'matter', names.MATTER_NAMES],
  [
    '步骤 · Steps',
    '做了什么；表三、表四的各行。 / What was done; rows of tables three and four.',
    'step',
    names.STEP_NAMES,
  ],
  ['部分 · Parts', '一个事项分成的各类。 / Values of the dimensions that divide a matter.', 'part', names.PART_NAMES],
  [
    '谁的 · Whose',
    '数字属于谁；另外，以局、办、镇等结尾而不是本单位的名称，是别的单位。 / Whose a figure is.',
    'whose',
    names.WHOSE_NAMES,
  ],
  [
    '时间 · When',
    '另外，“2024年”一类写明的年份按报告年度判断。 / Years in digits are read too.',
    'when',
    names.WHEN_NAMES,
  ],
  [
    '数的种类 · Kind of number',
    '是差额、占比、平均数还是比较的对象。 / Difference, share, average …',
    'stat',
    names.STATISTIC_NAMES,
  ],
  [
    '数与数的关系 · How figures are joined',
    '列举、合计、其余等。 / Lists, totals, the rest …',
    'role',
    names.ROLE_NAMES,
  ],
];

const DIMENSIONS = {
  applicant: '申请人 / applicants',
  channel: '渠道、方式 / channels',
  device: '设备 / devices',
  manner: '办理情况 / manner',
  kind: '信息种类 / kinds of information',
  time: '时段 / times of the year',
  proposal: '建议提案 / proposals',
  staff: '人员 / staff',
  fee: '收费方式 / how fees are reckoned',
};

/** Step of generate.mjs. Throws where a value of a facet has no name. */
export async function vocabularyPage({ load }) {
  const { ALL_WORDS } = await load('server/src/format/words.ts');
  const sections = SECTIONS(await load('server/src/format/facetNames.ts'));
  const pieces = sections.map(([title, introduction, facet, names]) => {
    const rows = rowsOf(ALL_WORDS, facet, names, sections);
    const heads = facet === 'part' ? ['维度', '意思', 'English', '词'] : ['意思', 'English', '词'];
    return `## ${title}\n\n${introduction}\n\n${table([heads, ...rows])}\n`;
  });
  const bare = ALL_WORDS.filter(entry => sections.every(([, , facet]) => entry[facet] === undefined));
  pieces.push(
    `## 没有意思的词 · Words without meaning\n\n认得而不说明数字的词，以及包含上面某个词而另有意思的词（“规划计划”里没有计划，“约谈”里没有约数）。 / Known words that say nothing of a figure, and compounds that are none of the words in them.\n\n${wordsOf(bare).join('　')}\n`,
  );
  return [{ path: PAGE, text: [HEAD, ...pieces].join('\n') }];
}

/** One row for each value of a facet, and one for each other set of facets that entries of the value have besides. */
function rowsOf(entries, facet, names, sections) {
  const groups = new Map();
  for (const entry of entries) {
    const value = entry[facet];
    if (value === undefined) continue;
    if (names[value] === undefined) throw new Error(`server/src/format/facetNames.ts has no name of ${facet} ${value}`);
    const others = sections
      .filter(([, , other]) => other !== facet && entry[other] !== undefined)
      .map(([, , other, otherNames]) => otherNames[entry[other]]?.chinese ?? entry[other]);
    const key = [value, ...others].join('\n');
    if (!groups.has(key)) groups.set(key, { value, others, entries: [] });
    groups.get(key).entries.push(entry);
  }
  const order = Object.keys(names);
  return [...groups.values()]
    .sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || a.others.length - b.others.length)
    .map(group => {
      const { chinese, english } = names[group.value];
      const meaning = group.others.length === 0 ? chinese : `${chinese}（兼：${group.others.join('、')}）`;
      const row = [meaning, english, wordsOf(group.entries).join('　')];
      return facet === 'part' ? [DIMENSIONS[group.value.split('=')[0]] ?? '', ...row] : row;
    });
}

function wordsOf(entries) {
  return [...new Set(entries.flatMap(({ words }) => words.split(' ')).filter(word => word !== ''))];
}

function table([heads, ...rows]) {
  return [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
}

function escaped(text) {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
