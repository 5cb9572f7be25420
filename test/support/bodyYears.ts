import { editionForYear, tableById } from '../../server/src/format/index.ts';
import type { TableSpec } from '../../server/src/format/types.ts';
import { writeHeading } from '../../server/src/model/writing/write.ts';
import { LAYOUTS, type Layout } from './layouts.ts';

/** A report of an invented body: its figures and texts, to be changed before it is written. */
export interface BodyYear {
  body: string;
  title: string;
  year: number;
  tables: Record<string, Record<string, Record<string, number | string>>>;
  intro: string;
  overview: string[];
  problems: string[];
  other: string[];
  signature: string;
}

const APPLICANTS = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicWelfareOrg',
  'legalServiceOrg',
  'otherOrg',
];
const RESULTS = [
  'granted',
  'partiallyGranted',
  'refusedInternalAffairs',
  'refusedEnforcementFile',
  'unableNotHeld',
  'rejectedRepeat',
];

/** Numbers of a seed, each below its bound. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Row = Record<string, number>;

function withTotal(row: Row): Row {
  return { ...row, total: APPLICANTS.reduce((sum, each) => sum + (row[each] ?? 0), 0) };
}

/**
 * Reports of a body on years one behind the other that agree with each other in everything that is compared: what was
 * carried over, documents in force, items, figures of all years, changes against the year before.
 */
export function bodyYears(body: string, years: readonly number[], seed: number, scale = 12): BodyYear[] {
  const next = numbers(seed);
  let open: Row = withTotal({ naturalPerson: next(3), enterprise: next(2) });
  let effective = 20 + next(30);
  let disclosedDocuments = 30 + next(20);
  const items: Record<string, number> = {
    administrativeLicense: 10 + next(30),
    otherExternalServices: 4 + next(9),
    administrativePenalty: 20 + next(60),
    administrativeCompulsion: next(5),
  };
  const cumulative: Row = {};
  let before: { published: number; received: number } | undefined;
  return years.map(year => {
    const tables: BodyYear['tables'] = {};
    const published = scale * 10 + next(scale * 10);
    const newReceived: Row = {};
    for (const each of APPLICANTS) newReceived[each] = next(each === 'naturalPerson' ? scale * 2 : 3);
    newReceived['naturalPerson'] = (newReceived['naturalPerson'] ?? 0) + 3;
    const total = withTotal(newReceived)['total'] ?? 0;
    const edition = editionForYear(year)!;
    if (edition.id === '2007') {
      tables['fj-2018'] = statistics(cumulative, published, total, next);
    } else {
      const requests: Record<string, Row> = { newReceived: withTotal(newReceived), carriedIn: open };
      const closed: Row = {};
      const left: Row = {};
      for (const each of APPLICANTS) {
        const all = (newReceived[each] ?? 0) + (open[each] ?? 0);
        left[each] = Math.min(all, next(each === 'naturalPerson' ? 4 : 2));
        closed[each] = all - (left[each] ?? 0);
      }
      const rest: Row = { ...closed };
      for (const row of RESULTS.slice(1)) {
        const part: Row = {};
        for (const each of APPLICANTS) {
          part[each] = next((rest[each] ?? 0) + 1);
          if (next(2) === 0) part[each] = 0;
          rest[each] = (rest[each] ?? 0) - (part[each] ?? 0);
        }
        requests[row] = withTotal(part);
      }
      requests['granted'] = withTotal(rest);
      requests['resultTotal'] = withTotal(closed);
      requests['carriedOut'] = withTotal(left);
      open = withTotal(left);
      tables['t3.requests'] = requests;
      tables['t4.review_litigation'] = { review: { upheld: next(3), corrected: 0, other: 0, pending: 0 } };
      const review = tables['t4.review_litigation']['review']!;
      review['total'] = Number(review['upheld']);
      if (edition.id === '2021') {
        const issued = next(7);
        const repealed = next(4);
        effective += issued - repealed;
        tables['t2.disclosure'] = {
          normativeDocuments: { issued, repealed, effective },
          administrativeLicense: { decisions: next(900) },
          administrativePenalty: { decisions: next(90) },
          administrativeFee: { amountWanYuan: next(2) === 0 ? 0 : `${String(next(90))}.${String(next(9) + 1)}` },
        };
      } else {
        const made = next(6);
        disclosedDocuments += made;
        tables['t2.disclosure'] = {
          normativeDocuments: { newlyMade: made, newlyDisclosed: made, totalDisclosed: disclosedDocuments },
        };
        for (const [row, count] of Object.entries(items)) {
          const change = Math.max(next(5) - 2, -count);
          tables['t2.disclosure'][row] = { previousItems: count, change, decisions: next(40) };
          items[row] = count + change;
        }
      }
    }
    const report = write(body, year, { published, received: total, before });
    before = { published, received: total };
    return { ...report, tables };
  });
}

function statistics(cumulative: Row, published: number, received: number, next: (below: number) => number) {
  const online = next(received + 1);
  const granted = next(received + 1);
  const annual: Row = {
    disclosedFiles: published,
    website: published,
    gazette: next(3),
    received,
    inPerson: 0,
    online,
    mailFax: received - online,
    replied: received,
    replyGranted: granted,
    replyPartial: received - granted,
    replyRefused: 0,
    replyOther: 0,
    complaints: 0,
    reviews: next(3),
    litigations: next(2),
  };
  const rows: Record<string, Row> = {};
  for (const [row, count] of Object.entries(annual)) {
    cumulative[row] = (cumulative[row] ?? 0) + count;
    rows[row] = { annual: count, cumulative: cumulative[row] };
  }
  return rows;
}

interface Told {
  readonly published: number;
  readonly received: number;
  readonly before: { readonly published: number; readonly received: number } | undefined;
}

function write(body: string, year: number, { published, received, before }: Told): Omit<BodyYear, 'tables'> {
  const rate = (now: number, then: number) => ((Math.abs(now - then) / then) * 100).toFixed(1);
  const change = (now: number, then: number) => `${now < then ? '下降' : '增长'}${rate(now, then)}%`;
  const compared = before && before.published !== published ? `，同比${change(published, before.published)}` : '';
  const more =
    before && before.received !== received
      ? `，比上年${received < before.received ? '减少' : '增加'}${String(Math.abs(received - before.received))}件`
      : '';
  const own = body.endsWith('镇') ? '我镇' : '我局';
  return {
    body,
    year,
    title: `${body}${String(year)}年政府信息公开工作年度报告`,
    intro: `本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自${String(year)}年1月1日起至${String(year)}年12月31日止。`,
    overview: [
      `${String(year)}年，${own}认真贯彻落实条例，推进政府信息公开。`,
      `（一）主动公开。全年主动公开政府信息${String(published)}条${compared}。`,
      `（二）依申请公开。全年新收政府信息公开申请${String(received)}件${more}，均按时办理。`,
    ],
    problems: [`${String(year)}年存在的主要问题是解读形式单一；${String(year + 1)}年将增加图解。`],
    other: ['本年度没有收取信息处理费。'],
    signature: `${body}\n\n${String(year + 1)}年1月15日`,
  };
}

/** Names of the ways in which tables are written that keep every column. */
export const WHOLE_LAYOUTS: readonly string[] = Object.keys(LAYOUTS);

/** The report as a draft. */
export function writeReport(report: BodyYear, layout: Layout | string = 'pipe'): string {
  const edition = editionForYear(report.year)!;
  const style = typeof layout === 'string' ? LAYOUTS[layout]! : layout;
  const lines = [`# ${report.title}`, '', report.intro, ''];
  const written = (id: string): string[] => {
    const spec = tableById(edition, id);
    const cells = report.tables[id];
    return spec && cells
      ? [style(dated(spec, report.year), (row, column) => String(cells[row]?.[column] ?? 0)), '']
      : [];
  };
  const texts: Readonly<Record<string, readonly string[]>> = {
    overview: report.overview,
    problems: report.problems,
    other: report.other,
    proactive: edition.id === '2007' ? ['依法主动公开政府信息。'] : [],
    requests: edition.id === '2007' ? ['依法办理政府信息公开申请。'] : [],
    fees: ['未收取费用。'],
    reviewLitigation: edition.id === '2007' ? ['依法办理行政复议、行政诉讼。'] : [],
  };
  for (const [i, section] of edition.sections.entries()) {
    lines.push(writeHeading(section, i + 1, 'markdown'), '');
    for (const text of texts[section.id] ?? []) lines.push(text, '');
    for (const id of edition.id === '2007' && section.id === 'other' ? ['fj-2018'] : section.tables)
      lines.push(...written(id));
  }
  lines.push(report.signature, '');
  return lines.join('\n');
}

/** The table with the year that its head names. */
function dated(table: TableSpec, year: number): TableSpec {
  if (!table.id.startsWith('fj-')) return table;
  return JSON.parse(JSON.stringify(table).replaceAll('2018年度', `${String(year)}年度`)) as TableSpec;
}
