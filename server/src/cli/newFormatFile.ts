import { BUILT_IN } from '../format/editionSet.ts';

/**
 * A format file to begin with: a section and a table with two equations in addition to the newest built-in edition.
 * `name`: who asks for them, such as a province.
 */
export function newFormatFile(name: string): string {
  const base = BUILT_IN.latest;
  const edition = {
    id: 'local-1',
    extends: base?.id,
    name: `${base?.name ?? ''}，${name}补充`,
    note: '出处写在这里：哪个文件要求的，哪些没有核实。',
    years: { from: base?.years.from },
    sections: [{ id: 'added', title: '增加的部分', guidance: '写什么。', basis: `${name}的补充要求` }],
    tables: [
      {
        id: 'local.table',
        title: '增加的表',
        section: 'added',
        parts: [
          {
            corner: '项目名称',
            columns: [
              { key: 'all', label: '项目总数' },
              { key: 'online', label: '网上项目数' },
              { key: 'offline', label: '现场项目数' },
            ],
            rows: [
              { key: 'first', label: '第一类项目' },
              { key: 'second', label: '第二类项目' },
              { key: 'total', label: '各类项目合计' },
            ],
          },
        ],
        equations: [
          {
            id: 'L-01',
            over: 'columns',
            left: ['total'],
            operator: '=',
            right: ['first', 'second'],
            total: 'left',
            note: '每一列：合计等于各类之和。',
          },
          {
            id: 'L-02',
            over: 'rows',
            left: ['all'],
            operator: '=',
            right: ['online', 'offline'],
            total: 'left',
            note: '每一行：总数等于网上、现场之和。',
          },
        ],
      },
    ],
  };
  return `${JSON.stringify({ editions: [edition] }, null, 2)}\n`;
}
