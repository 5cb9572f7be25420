// Generated compilations: the report of one public body with the reports of others in its annexes. Each has the official
// tables of its own, so that their number grows with the size of the draft. Some figures are wrong, and the prose counts
// applications otherwise than the tables do: an answer to such a draft is long.
import { pick } from './drafts.mjs';
import { random } from './measure.mjs';

/** How likely a figure that others determine is wrong. */
const WRONG_SHARE = 0.03;
/** Report years: the first report's own, annexes from the first year of the format on. */
const YEAR = 2024;
const FIRST_YEAR = 2021;
/** Less than this is left unfilled at the end of a draft, in bytes. */
const SHORTEST_FILLING = 300;

const PLACES = ['青禾', '云岭', '白石', '柳湾', '南陂', '望河', '桐溪', '石桥', '长汀', '北麓'];
const BODIES = [
  '县人民政府',
  '区人民政府',
  '市教育局',
  '市水务局',
  '县林业局',
  '市统计局',
  '区卫生健康局',
  '市民政局',
  '镇人民政府',
  '街道办事处',
];
const CHANNELS = [
  '政府网站',
  '政府公报',
  '政务新媒体',
  '新闻发布会',
  '公开查阅点',
  '广播电视',
  '政务服务热线',
  '政务公开专区',
];
const FIELDS = [
  '征地拆迁',
  '财政资金',
  '义务教育',
  '医疗卫生',
  '养老服务',
  '城市规划',
  '环境质量',
  '就业促进',
  '住房保障',
  '公共文化',
];
const DUTIES = [
  '修订公开目录',
  '细化审核流程',
  '清理过时信息',
  '规范答复文书',
  '改进网站检索',
  '充实解读形式',
  '明确公开属性',
  '完善考核办法',
];
const SHORTCOMINGS = [
  '解读材料偏于文字',
  '部分栏目更新较慢',
  '业务骨干变动较多',
  '答复文书说理不够',
  '公开目录不够细致',
];
const ARTICLES = [
  '第十条',
  '第十九条',
  '第二十七条',
  '第三十二条',
  '第三十三条第二款',
  '第三十六条第（三）项',
  '第三十八条',
];

/** Sentences that name no figure of the tables. */
const PLAIN_SENTENCES = [
  ({ draw }) =>
    `依照《中华人民共和国政府信息公开条例》${draw.from(ARTICLES)}的规定，${draw.from(FIELDS)}方面的信息在形成后及时公开，依据、条件和期限一并列明。`,
  ({ draw, year }) =>
    `按照《国务院办公厅关于印发${String(year)}年政务公开工作要点的通知》（国办发〔${String(year)}〕${String(draw.between(3, 40))}号），列出任务${String(draw.between(12, 80))}项，逐项落实到科室。`,
  ({ draw }) => `以方便群众为出发点，${draw.two(DUTIES).join('，')}，工作质量稳步提升。`,
  ({ draw, publicBody }) =>
    `${publicBody}主要负责人听取政府信息公开工作汇报${String(draw.between(1, 6))}次，研究解决${draw.from(FIELDS)}领域公开中的难点问题，审定公开事项清单。`,
  ({ draw }) => `在${draw.two(CHANNELS).join('和')}集中登载${draw.from(FIELDS)}信息，供公众查找和使用。`,
  ({ draw }) =>
    `举办业务培训${String(draw.between(1, 9))}期，参加${String(draw.between(40, 800))}人次；第三方评估指出的${String(draw.between(2, 50))}个问题，整改率为${String(draw.between(85, 100))}%。`,
  ({ draw }) =>
    `围绕${draw.from(FIELDS)},${draw.from(DUTIES)},答复网上留言${String(draw.between(5, 400))}条,举行发布会${String(draw.between(1, 20))}次。`,
];

/**
 * All sentences; an entry that is there twice is that much more frequent. Those on channels, on answered applications and on
 * growth hold a figure that the others in them determine.
 */
const SENTENCES = [
  byChannel,
  byChannel,
  answered,
  answered,
  growth,
  ({ draw, year, documents }) =>
    `到${String(year)}年12月31日，现行有效的行政规范性文件${documents.effective}件，全文见https://www.example${String(draw.between(1, 9))}.gov.cn。`,
  ...PLAIN_SENTENCES,
];

/** So many items in all, and how many of them through each of three channels. */
function byChannel({ draw }) {
  const first = draw.between(0, CHANNELS.length - 1);
  const parts = [0, 1, 2].map(i => [CHANNELS[(first + i) % CHANNELS.length], draw.between(10, 6000)]);
  const sum = draw.determined(
    parts.reduce((total, [, count]) => total + count, 0),
    draw.between(1, 20),
  );
  return `本年主动公开政府信息${String(sum)}条，其中${parts.map(([channel, count]) => `通过${channel}公开${String(count)}条`).join('，')}。`;
}

/** Applications received and answered, as another body would count them: not those of the table. */
function answered({ draw }) {
  const received = draw.between(40, 3000);
  const done = draw.between(1, received);
  const share = draw.determined((100 * done) / received, 1.5).toFixed(2);
  return `本年共收到政府信息公开申请${String(received)}件，按期办结${String(done)}件，占${share}%，多与${draw.two(FIELDS).join('、')}有关。`;
}

function growth({ draw }) {
  const [now, before] = [draw.between(60, 800), draw.between(60, 800)];
  const change = draw.determined(Math.abs((100 * (now - before)) / before), 3).toFixed(1);
  return `编发解读材料${String(now)}篇，上年为${String(before)}篇，同比${now < before ? '下降' : '增长'}${change}%。`;
}

/** Draws numbers and words, and counts the figures that others determine (`determined`) and those of them made `wrong`. */
class Draw {
  constructor(seed, wrongShare) {
    this.next = random(seed);
    this.wrongShare = wrongShare;
    this.startCount();
  }

  startCount() {
    this.count = { determined: 0, wrong: 0 };
  }

  /** A whole number from `low` to `high`. */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  from(list) {
    return pick(list, this.next);
  }

  /** Two different entries of a list. */
  two(list) {
    const first = this.between(0, list.length - 1);
    return [list[first], list[(first + this.between(1, list.length - 1)) % list.length]];
  }

  /** `value`, or now and then `value + error`. */
  determined(value, error) {
    this.count.determined++;
    if (this.next() >= this.wrongShare) return value;
    this.count.wrong++;
    return value + error;
  }
}

/**
 * A compilation of nearly `bytes` UTF-8 bytes (never shorter than one report), the same for the same `seed`:
 * `{ text, reports, tables, determined, wrong }`, counts but for the text. `official` holds the edition in force and the
 * functions that write its tables and its introduction. With `mostReports` what is left is filled with prose
 * that names no figure of a table.
 */
export function compilationOf(official, bytes, seed = 1, { wrongShare = WRONG_SHARE, mostReports = Infinity } = {}) {
  const draw = new Draw(seed, wrongShare);
  const parts = [];
  const total = { reports: 0, tables: 0, determined: 0, wrong: 0 };
  let left = bytes;
  const add = (text, counts) => {
    parts.push(text);
    left -= Buffer.byteLength(text);
    for (const [key, count] of Object.entries(counts)) total[key] += count;
  };
  let report;
  while (total.reports < mostReports) {
    draw.startCount();
    const next = {
      draw,
      official,
      ordinal: total.reports,
      ...subjectOf(draw, total.reports === 0 ? YEAR : FIRST_YEAR),
    };
    const text = writeReport(next, total.reports === 0 ? paragraphsWithin(bytes) : draw.between(2, 16));
    if (report !== undefined && Buffer.byteLength(text) > left) break;
    report = next;
    add(text, { reports: 1, tables: official.edition.tables.length, ...draw.count });
  }
  while (left >= SHORTEST_FILLING) {
    draw.startCount();
    const text = `\n${paragraph(report, 2, mostReports === Infinity ? SENTENCES : PLAIN_SENTENCES)}\n`;
    if (Buffer.byteLength(text) > left) break;
    add(text, draw.count);
  }
  // Flat, as a text that came from a file: a string put together is kept in pieces.
  return { text: Buffer.from(parts.join('')).toString(), ...total };
}

function subjectOf(draw, earliest) {
  return { publicBody: draw.from(PLACES) + draw.from(BODIES), year: draw.between(earliest, YEAR) };
}

/** How many sentences each paragraph of the first report may have, so that a short draft holds it whole. */
function paragraphsWithin(bytes) {
  return Math.max(0, Math.min(14, Math.floor((bytes - 9_000) / 1_000)));
}

/** Sentences in a row, never the same entry twice, which would be one written double. */
function paragraph(report, length, sentences = SENTENCES) {
  let at = report.draw.between(0, sentences.length - 1);
  return Array.from({ length }, () => {
    at = (at + report.draw.between(1, sentences.length - 1)) % sentences.length;
    return sentences[at](report);
  }).join('');
}

/** One report; `length` is the number of sentences of its longer paragraphs. The first one is the draft's own, others are annexes. */
function writeReport(report, length) {
  const {
    official: { edition, writeTable, writeIntroduction },
    ordinal,
    publicBody,
    year,
    draw,
  } = report;
  const level = ordinal === 0 ? '#' : '##';
  const figures = figuresOf(edition, draw);
  report.documents = figures['t2.disclosure'].normativeDocuments;
  const prose = proseOf(report, figures['t3.requests'], length);
  const blocks = [
    `${level} ${ordinal === 0 ? '' : `附件${String(ordinal)}：`}${publicBody}${String(year)}年政府信息公开工作年度报告`,
    writeIntroduction(edition, publicBody, year),
  ];
  for (const [i, section] of edition.sections.entries()) {
    blocks.push(`${level}# ${'一二三四五六七八'.charAt(i)}、${section.title}`, ...(prose[section.id] ?? []));
    for (const id of section.tables) {
      const at = edition.tables.findIndex(table => table.id === id);
      const layout = (ordinal + at) % 2 === 0 ? 'html' : 'pipe';
      blocks.push(writeTable(edition.tables[at], layout, (row, column) => String(figures[id][row][column])));
    }
  }
  return `${ordinal === 0 ? '' : '\n'}${blocks.join('\n\n')}\n`;
}

/** Paragraphs by section. */
function proseOf(report, { newReceived, carriedIn, resultTotal, carriedOut }, length) {
  const { draw } = report;
  const share = newReceived.total === 0 ? 0 : (100 * newReceived.naturalPerson) / newReceived.total;
  return {
    overview: [
      `（一）主动公开。${paragraph(report, 2 + Math.min(6, length))}`,
      `（二）依申请公开。本年新收政府信息公开申请${String(newReceived.total)}件，上年结转${String(carriedIn.total)}件，其中自然人${String(newReceived.naturalPerson)}件，占${share.toFixed(2)}%；办理结果总计${String(resultTotal.total)}件，结转下年度继续办理${String(carriedOut.total)}件。`,
      ...(length === 0
        ? []
        : ['（三）政府信息管理。', '（四）平台建设。', '（五）监督保障。'].map(
            title => title + paragraph(report, length),
          )),
    ],
    problems: [
      `（一）主要问题。一是${draw.two(SHORTCOMINGS).join('；二是')}。`,
      `（二）改进情况。一是${draw.two(DUTIES).join('；二是')}，图文和视频解读不少于${String(draw.between(30, 80))}%。`,
      ...(length > 2 ? [paragraph(report, length)] : []),
    ],
    other: [`本年收取信息处理费${String(draw.between(0, 20))}.00元。${paragraph(report, 1)}`],
  };
}

/** Figures by table, row and column. */
function figuresOf({ tables }, draw) {
  const requests = tables.find(({ id }) => id === 't3.requests').parts[0];
  return {
    't2.disclosure': disclosureFigures(draw),
    't3.requests': requestFigures(requests, draw),
    't4.review_litigation': reviewFigures(draw),
  };
}

function disclosureFigures(draw) {
  const issued = draw.between(0, 50);
  return {
    rules: { issued: 0, repealed: 0, effective: 0 },
    normativeDocuments: { issued, repealed: draw.between(0, 20), effective: issued + draw.between(0, 300) },
    administrativeLicense: { decisions: draw.between(0, 60_000) },
    administrativePenalty: { decisions: draw.between(0, 7_000) },
    administrativeCompulsion: { decisions: draw.between(0, 800) },
    administrativeFee: { amountWanYuan: (draw.between(0, 800_000) / 100).toFixed(2) },
  };
}

/** What is no outcome among the rows on applications. */
const FLOW = ['newReceived', 'carriedIn', 'resultTotal', 'carriedOut'];

function requestFigures({ rows, columns }, draw) {
  const figures = Object.fromEntries(rows.map(({ key }) => [key, {}]));
  const outcomes = Object.keys(figures).filter(key => !FLOW.includes(key));
  const applicants = columns.map(({ key }) => key).filter(key => key !== 'total');
  for (const applicant of applicants) {
    const most = draw.between(0, 9) > 6 ? 36 : 12;
    for (const outcome of outcomes) figures[outcome][applicant] = draw.next() < 0.45 ? draw.between(0, most) : 0;
    const results = outcomes.reduce((sum, outcome) => sum + figures[outcome][applicant], 0);
    const carriedOut = draw.between(0, 6);
    const carriedIn = Math.min(results + carriedOut, draw.between(0, 5));
    figures.resultTotal[applicant] = results;
    figures.carriedOut[applicant] = carriedOut;
    figures.carriedIn[applicant] = carriedIn;
    figures.newReceived[applicant] = results + carriedOut - carriedIn;
  }
  for (const row of Object.values(figures)) row.total = applicants.reduce((sum, applicant) => sum + row[applicant], 0);
  const row = figures[draw.from(Object.keys(figures))];
  row.total = draw.determined(row.total, draw.between(1, 9));
  const applicant = draw.from(applicants);
  figures.resultTotal[applicant] = draw.determined(figures.resultTotal[applicant], 1);
  return figures;
}

/** Law suits after a review are never more than the reviews, whose outcomes begin with `least`. */
function reviewFigures(draw) {
  const outcomes = (most, least = 0) => {
    const [upheld, corrected, other, pending] = most.map(each => draw.between(least, each));
    return { upheld, corrected, other, pending, total: draw.determined(upheld + corrected + other + pending, 1) };
  };
  return {
    review: outcomes([20, 8, 6, 5], 3),
    litigationDirect: outcomes([18, 6, 5, 3]),
    litigationAfterReview: outcomes([3, 2, 1, 1]),
  };
}
