import type { FormatDescription } from '../../server/src/format/description.ts';

/** An invented province's format, for fixtures that say `//! formats`: a section, a table
 * with each relation, and one of labels and values. */
export const LOCAL_FORMATS: readonly FormatDescription[] = [
  {
    editions: [
      {
        id: 'dongwu-2021',
        extends: '2021',
        name: '政府信息公开工作年度报告（2021年格式，东梧省补充）',
        years: { from: 2023 },
        sections: [{ id: 'archives', title: '公开档案移交情况' }],
        unquoted: ['登记人', '联系电话'],
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
          {
            id: 'dw.reading_room',
            title: '公开查阅点登记表',
            section: 'archives',
            isRequired: false,
            parts: [
              {
                keyValue: true,
                rows: [
                  { key: 'name', label: '查阅点名称', type: 'text' },
                  { key: 'code', label: '查阅点编号', type: 'identifier', pattern: 'DW[0-9]{4}' },
                  { key: 'page', label: '查阅点网页', type: 'address', beside: true },
                  { key: 'kind', label: '查阅点类型', type: 'choice', choices: ['档案馆', '图书馆', '政务大厅'] },
                  { key: 'visits', label: '总数', path: ['到访情况（单位：人次）'], unit: '人次' },
                  { key: 'readers', label: '查阅人次', path: ['到访情况（单位：人次）'], unit: '人次' },
                  { key: 'others', label: '参观人次', path: ['到访情况（单位：人次）'], unit: '人次' },
                  { key: 'share', label: '满意率（单位：%）', type: 'decimal', unit: '%', minimum: 1, maximum: 100 },
                  { key: 'hasMachines', label: '是否有自助终端', path: ['自助服务'], type: 'yesNo' },
                  { key: 'machine', label: '终端名称', path: ['自助服务', '自助终端'], type: 'text', repeats: true },
                  { key: 'prints', label: '打印次数（次）', path: ['自助服务', '自助终端'], unit: '次', repeats: true },
                  { key: 'open', label: '开放日', path: ['自助服务'], type: 'choices', choices: ['工作日', '双休日'] },
                  { key: 'staff', label: '专职人员数', verification: 'unverified', source: '听说' },
                  { key: 'rooms', label: '查阅室间数', unit: '间', maximum: 50 },
                ],
              },
            ],
            equations: [
              {
                id: 'DW-11',
                over: 'columns',
                left: ['visits'],
                operator: '=',
                right: ['readers', 'others'],
                total: 'left',
                severity: 'error',
              },
              {
                id: 'DW-12',
                over: 'columns',
                left: ['staff'],
                operator: '>=',
                right: ['rooms'],
                reason: '几间可由一人管理',
              },
              { id: 'DW-13', over: 'columns', left: ['prints'], operator: '<=', right: ['readers'] },
            ],
            implications: [
              {
                id: 'DW-14',
                when: [{ row: 'hasMachines', is: '否' }],
                empty: ['machine', 'prints'],
                reason: '年中撤去的另行说明',
              },
              { id: 'DW-15', when: [{ row: 'readers', is: '0' }], empty: ['share'], severity: 'off' },
            ],
          },
        ],
      },
    ],
  },
];
