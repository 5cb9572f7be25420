/** A file with a local rule in two versions, as a workspace would write it. */
export const GUIDE_URI = 'file:///w/%E6%B3%95%E8%A7%84/%E6%9C%AC%E7%9C%81.json';

export const GUIDE_FILE = JSON.stringify(
  {
    statutes: [
      {
        title: '临溪省政府信息公开规定',
        aliases: ['省公开规定'],
        shortNames: ['规定'],
        version: '2014年',
        number: '临溪省人民政府令第88号',
        promulgated: '2014-01-10',
        effective: '2014-03-01',
        articleCount: 40,
        clauses: [{ article: 12, title: '信息发布', explanation: '旧版：政府网站为第一平台。' }],
      },
      {
        title: '《临溪省政府信息公开规定》',
        aliases: ['省公开规定'],
        version: '2021年修订',
        number: '临溪省人民政府令第120号',
        issuedBy: '临溪省人民政府',
        promulgated: '2020-11-20',
        effective: '2021-01-01',
        articleCount: 45,
        publication: 'https://www.example.gov.cn/gongkai/120.html',
        explanation: '本省关于政府信息公开的规章。',
        clauses: [
          { article: 3, title: '主管部门', explanation: '省、市、县政府办公室主管本行政区域的公开工作。' },
          {
            article: 12,
            title: '发布时限',
            chapter: '第二章 主动公开',
            paragraphs: 2,
            items: ['部门文件', '统计数据'],
            itemsIn: 2,
            explanation: '政府信息应在形成后15个工作日内公开，比国家规定的20个工作日短。',
            keywords: ['主动公开', '时限'],
            keyFigures: ['15个工作日'],
          },
        ],
      },
    ],
  },
  null,
  2,
);

/** The official wording of the second version, as a clerk would copy it. */
export const TEXT_URI = 'file:///w/%E5%8E%9F%E6%96%87/%E6%9C%AC%E7%9C%81.md';

export const TEXT_FILE = `# 临溪省政府信息公开规定（2021年修订）

（2020年11月20日临溪省人民政府令第120号公布）

## 第一章 总则

**第一条** 为了规范本省政府信息公开工作，制定本规定。

第三条　省、市、县人民政府办公室主管本行政区域的政府信息公开工作。

## 第二章 主动公开

第十二条　政府信息自形成之日起15个工作日内公开。

下列信息应当即时公开：

（一）部门文件；

（二）统计数据。
`;
