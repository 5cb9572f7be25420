// The figures as rows of the table of targets, on the terminal and as docs/performance.md.
import { median } from './measure.mjs';

/** Sizes of drafts as they are called. */
export function sizeName(bytes) {
  return bytes >= 950_000 ? `${String(Math.round(bytes / 1e6))} MB` : `${String(Math.round(bytes / 1e3))} KB`;
}

/** What differs between the targets of the workloads, `[must, aim]` each. */
const LIMITS = {
  report: {
    full: [[60], [25]],
    edit: [
      [3, 3, 3],
      [1.5, 1.2, 1],
    ],
    start: [[1.5], [1.15]],
    open: [[5], [2.5]],
    memory: [
      [1.5, 2],
      [1.2, 1.4],
    ],
  },
  // Full analysis, opening and memory: not above what was measured first.
  compilation: {
    full: [
      [120, 130],
      [60, 65],
    ],
    edit: [
      [4, 8, 20],
      [2, 5, 12],
    ],
    start: [[1.2], [1.1]],
    open: [
      [41, 99, 99],
      [20, 50, 50],
    ],
    memory: [
      [2.3, 1.8],
      [1.8, 1.6],
    ],
  },
};

/**
 * The table of targets for a `workload` (`report`, `compilation`): `{ chinese, english, sizes, must, aim, values, isAtLeast }`,
 * one value for each size; `must` and `aim` have one limit for all or one for each. Values are NaN where nothing was
 * measured. The command line has a row where it was measured on the workload.
 */
export function targets(workload, { analysis, growth, servers, keystrokeGrowth, commandLine }) {
  const limits = LIMITS[workload];
  const names = rows => rows.map(({ bytes }) => sizeName(bytes));
  const ofServers = (chinese, english, key, must, aim, { of = ({ ratio }) => ratio, from = 0 } = {}) => {
    const rows = servers.slice(from);
    return {
      chinese,
      english,
      sizes: names(rows),
      must,
      aim,
      values: rows.map(row => (row[key] === undefined ? NaN : of(row[key]))),
    };
  };
  const large = analysis.slice(1);
  const features = [
    ['大纲', 'outline', 'outline'],
    ['悬停', 'hover', 'hover'],
    ['补全', 'completion', 'completion'],
  ];
  return [
    {
      chinese: '完整分析 ÷ 逐行扫描',
      english: 'full analysis ÷ scan of the lines',
      sizes: names(large),
      must: limits.full[0],
      aim: limits.full[1],
      values: large.map(({ ratio }) => ratio),
    },
    {
      chinese: '完整分析的增长指数',
      english: 'growth exponent of full analysis',
      sizes: [`${sizeName(large[0].bytes)} → ${sizeName(large.at(-1).bytes)}`],
      must: [1.1],
      aim: [1.03],
      values: [growth],
    },
    ofServers('改一字到检查结果 p50 ÷ 底线', 'edit to diagnostics p50 ÷ floor', 'edit', ...limits.edit),
    {
      chinese: '按键的增长指数',
      english: 'keystroke p50 exponent',
      sizes: [`${sizeName(servers[0].bytes)} → ${sizeName(servers.at(-1).bytes)}`],
      must: [0.5],
      aim: [0.25],
      values: [keystrokeGrowth],
    },
    ofServers('每次改动的处理器时间 ÷ 底线', 'processor time an edit ÷ floor', 'processor', [3], [1.5]),
    ...features.flatMap(([chinese, english, key]) => [
      ofServers(`${chinese} p50 ÷ 底线`, `${english} p50 ÷ floor`, key, [2], [1.2]),
      ofServers(`改动后的${chinese} p50 ÷ 底线`, `${english} after an edit p50 ÷ floor`, `${key}AfterEdit`, [2], [1.2]),
    ]),
    {
      chinese: '启动到 initialize ÷ 底线',
      english: 'start to initialize ÷ floor',
      sizes: ['不分大小'],
      must: limits.start[0],
      aim: limits.start[1],
      values: [startRatio(servers)],
    },
    ofServers('打开到检查结果 ÷ 底线', 'open to diagnostics ÷ floor', 'open', ...limits.open),
    ofServers('内存峰值 ÷ 底线', 'peak memory ÷ floor', 'memory', ...limits.memory, { from: 1 }),
    ofServers('连改 50 次：过时的结果', 'burst of 50: outdated results', 'outdated', [2], [1], {
      of: ({ own }) => own,
    }),
    ofServers('连改 50 次：最终结果 ÷ 底线', 'burst of 50: final ÷ floor', 'burst', [1.5], [0.5]),
    ...(commandLine === undefined
      ? []
      : [
          {
            chinese: '命令行 MB/s ÷ autocorrect-node',
            english: 'command line MB/s ÷ autocorrect-node',
            sizes: [`${String(commandLine.files)} files`],
            must: [2],
            aim: [5],
            values: [commandLine.ratio],
            isAtLeast: true,
          },
        ]),
  ];
}

/** The size of what is opened later does not matter to the start. */
function startRatio(servers) {
  return median(servers.map(({ start }) => start.own)) / median(servers.map(({ start }) => start.floor));
}

/** Whether every value of a target keeps its limits (`must` or `aim`); undefined where one was not measured. */
export function keeps({ values, isAtLeast }, limits) {
  if (values.some(value => !Number.isFinite(value))) return undefined;
  return values.every((value, i) => {
    const limit = limits[Math.min(i, limits.length - 1)];
    return isAtLeast ? value >= limit : value <= limit;
  });
}

/** A number with as many digits as are worth reading. */
export function figure(value) {
  if (!Number.isFinite(value)) return '—';
  return Math.abs(value) >= 100 || Number.isInteger(value)
    ? value.toFixed(0)
    : Math.abs(value) >= 10
      ? value.toFixed(1)
      : value.toFixed(2);
}

/** Values or limits of a target in one cell. */
export function joined(values) {
  return values.map(figure).join(' / ');
}

/** Limits with their sign. */
export function limited({ isAtLeast }, limits) {
  return `${isAtLeast ? '≥' : '≤'} ${limits.map(limit => String(limit)).join(' / ')}`;
}

/** The sign before a verdict. */
export function sign(isKept) {
  return isKept === undefined ? '—' : isKept ? '✓' : '✗';
}

/** The table of targets for a terminal. */
export function printed(rows) {
  return rows
    .map(row =>
      [
        sign(keeps(row, row.must)),
        sign(keeps(row, row.aim)),
        `${row.chinese} / ${row.english}（${row.sizes.join('、')}）`,
        joined(row.values),
        `${limited(row, row.must)}，${limited(row, row.aim)}`,
      ].join('  '),
    )
    .join('\n');
}

/** Everything measured of the servers, one line a figure, for a terminal. */
export function printedServers(rows) {
  return rows
    .map(({ bytes, answer, ...figures }) =>
      [
        `${sizeName(bytes)}: ${answerSize(answer)}`,
        ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(20)} ${comparedWith(value)}`),
      ].join('\n'),
    )
    .join('\n');
}

/** How much the server sends after each edit. */
export function answerSize({ findings, bytes }) {
  return `${String(findings)} findings = ${figure(bytes / 1000)} KB`;
}

/** What an edit costs with ever more tables, for a terminal. */
export function printedTables(rows) {
  return rows
    .map(
      ({ tables, paragraph, table }) =>
        `  ${String(tables).padStart(4)} tables   in a paragraph ${comparedWith(paragraph)}   in a table ${comparedWith(table)}`,
    )
    .join('\n');
}

function comparedWith(value) {
  return value === undefined
    ? '—'
    : `${figure(value.own).padStart(7)} ÷ ${figure(value.floor).padStart(7)} = ${figure(value.ratio)}`;
}
