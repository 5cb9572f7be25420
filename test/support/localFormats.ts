import type { FormatDescription } from '../../server/src/format/description.ts';

/** An invented province's format, for fixtures that say `//! formats`: a section, and a table with each relation. */
export const LOCAL_FORMATS: readonly FormatDescription[] = [
  {
    editions: [
      {
        id: 'dongwu-2021',
        extends: '2021',
        name: '政府信息公开工作年度报告（2021年格式，东梧省补充）',
        years: { from: 2023 },
        sections: [{ id: 'archives', title: '公开档案移交情况' }],
        tables: [
          {
            id: 'dw.archives',
            title: '公开档案移交情况',
            section: 'archives',
            parts: [
              {
                corner: '档案类别',
                columns: [
                  { key: 'before', label: '上年结存卷数' },
                  { key: 'received', label: '本年收进卷数' },
                  { key: 'handed', label: '本年移交卷数' },
                  { key: 'left', label: '年末结存卷数' },
                  { key: 'damaged', label: '其中破损卷数' },
                  { key: 'ever', label: '历年收进卷数' },
                ],
                rows: [
                  { key: 'files', label: '文书类公开档案' },
                  { key: 'special', label: '专业类公开档案' },
                  { key: 'all', label: '全部公开档案' },
                ],
              },
            ],
            equations: [
              {
                id: 'DW-01',
                over: 'columns',
                left: ['all'],
                operator: '=',
                right: ['files', 'special'],
                total: 'left',
              },
              { id: 'DW-02', over: 'rows', left: ['before', 'received'], operator: '=', right: ['handed', 'left'] },
              {
                id: 'DW-03',
                over: 'rows',
                left: ['damaged'],
                operator: '<=',
                right: ['left'],
                severity: 'information',
              },
              { id: 'DW-04', over: 'rows', left: ['ever'], operator: '>=', right: ['received'], severity: 'hint' },
              { id: 'DW-05', over: 'rows', left: ['ever'], operator: '=', right: ['received'], severity: 'off' },
            ],
          },
        ],
      },
    ],
  },
];
