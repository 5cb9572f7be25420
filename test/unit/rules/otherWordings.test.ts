import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/fixture.ts';
import { sampleReport } from '../../support/sample.ts';

// Sentences beside the tables of the sample: right ones bring nothing, and the same with one wrong figure are noticed.

const PLACES = {
  disclosed: '（一）主动公开。',
  requests: '（二）依申请公开。',
  sites: '（四）政府信息公开平台建设。',
} as const;
type Place = keyof typeof PLACES;

async function found(place: Place, sentence: string): Promise<readonly string[]> {
  const report = sampleReport('pipe')
    .split('\n')
    .map(line => (line.startsWith(PLACES[place]) ? PLACES[place] + sentence : line))
    .join('\n');
  const findings = await findingsOf(report);
  return findings.filter(({ severity }) => severity !== 'hint').map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('other wordings of the same', () => {
  it.each<readonly [Place, string, string, string]>([
    // Carried over and answered.
    ['requests', '上一年度转接9件，全年办毕123件。', '9件|8件', 'prose/against-table error'],
    ['requests', '留待次年继续办理的申请6件。', '6件|9件', 'prose/against-table error'],
    ['requests', '给予答复的申请123件。', '123件|124件', 'prose/against-table error'],
    ['requests', '作出不予公开决定24件。', '24件|26件', 'prose/against-table warning'],
    ['requests', '因未掌握相关信息无法提供的17件。', '17件|19件', 'prose/against-table error'],
    // A rate before what it is of, and what was done in time.
    ['requests', '申请办结率为95.3%，受理129件，办结123件。', '95.3%|93.5%', 'prose/share warning'],
    ['sites', '收到热线工单1560件，按时办结1550件，办结率99.4%。', '99.4%|94.9%', 'prose/share warning'],
    ['requests', '自然人申请86件，法人和其他组织申请34件，分别占71.7%和28.3%。', '28.3%|38.3%', 'prose/share warning'],
    // Shares in words are round: no more than odd.
    ['requests', '新收申请120件，其中自然人申请86件，占比超过七成。', '七成|八成', 'prose/share information'],
    ['sites', '收到建议36条，采纳19条，占收到建议的一半以上。', '一半以上|三分之二', 'prose/share information'],
    ['sites', '收到信件90件，咨询类58件，约占三分之二。', '三分之二|三分之一', 'prose/share information'],
    // Last year's count behind the change; years written short.
    ['requests', '收到申请120件，同比上升20%，上年同期为100件。', '20%|24%', 'prose/year-on-year warning'],
    ['requests', '24年新收申请120件，23年新收96件，增幅25%。', '96件|90件', 'prose/year-on-year warning'],
    ['requests', '新收申请120件，较23年的100件增加20件。', '增加20件|增加26件', 'prose/year-on-year warning'],
    // Stocks.
    ['sites', '现有栏目36个，年初38个，新增2个，撤销4个。', '4个|5个', 'prose/flow warning'],
    ['sites', '政务新媒体由年初15个减少到12个，关停3个。', '3个|2个', 'prose/flow information'],
    // Wholes and parts.
    ['disclosed', '发布解读42篇，构成为：文字类20篇、图解类15篇、视频类7篇。', '15篇|18篇', 'prose/parts-total error'],
    ['disclosed', '开展业务培训6场次，上半年2场、下半年4场。', '4场|5场', 'prose/parts-total warning'],
    ['disclosed', '编发政务公开简报24期，每期印发50份，共计发放1200份。', '1200份|1250份', 'prose/average warning'],
    // Kinds told by the form of their labels.
    [
      'sites',
      '我局网站开设栏目10个，概况类2个、公开类1个、服务类4个、互动类3个。',
      '服务类4个|服务类7个',
      'prose/parts-total warning',
    ],
    ['sites', '接待群众来信来访75件次，来信35件，来访40件次。', '40件次|45件次', 'prose/parts-total warning'],
    ['sites', '发出提示函10份，科室签收4份，镇街签收6份。', '10份|8份', 'prose/parts-total information'],
    [
      'disclosed',
      '全年召开局务会审议议题30个，会后公布18个，因涉密未公布12个。',
      '12个|14个',
      'prose/parts-total warning',
    ],
    [
      'disclosed',
      '发布图解类作品25件，一类是文字类，有10件；一类是视频类，有15件。',
      '15件|18件',
      'prose/parts-total information',
    ],
    ['sites', '考核中，25家参评单位评为优秀的6家，良好的12家，合格的7家。', '7家|9家', 'prose/parts-total information'],
    [
      'sites',
      '38件线索由办公室承办16件，由监察室承办12件，由法规科承办10件。',
      '10件|16件',
      'prose/parts-total information',
    ],
    [
      'sites',
      '收到热线反映的50件事项可归为三类：环境20件，交通18件，住房12件。',
      '12件|15件',
      'prose/parts-total error',
    ],
    ['sites', '注册用户27.8万，公众号21.0万，视频号3.0万，微博3.8万。', '3.0万|5.0万', 'prose/parts-total information'],
    ['sites', '收集线索62条，其中环境（20条）、交通（30条）、其他（12条）。', '20条|24条', 'prose/parts-total warning'],
    [
      'requests',
      '受理申请129件，均已答复，予以公开47件，部分公开12件，不予公开24件，其他情形46件。',
      '46件|49件',
      'prose/parts-total error',
    ],
    // Changes in words, of what was added, against what stands in brackets or behind.
    ['sites', '短视频由52条增加到208条，翻了两番。', '52条|75条', 'prose/year-on-year information'],
    ['sites', '推送信息72篇，较上年翻一番还多，上年为35篇。', '35篇|55篇', 'prose/year-on-year information'],
    ['sites', '举办培训20期，比去年多一倍；去年为10期。', '去年为10期|去年为16期', 'prose/year-on-year information'],
    [
      'sites',
      '2022年至2024年推送信息依次为637条、630条、623条，呈逐年递减态势。',
      '630条|660条',
      'prose/year-on-year information',
    ],
    ['sites', '注册用户1899人，年内新增310人，增长19.5%。', '19.5%|22.5%', 'prose/year-on-year information'],
    ['sites', '三季度发稿145篇，环比二季度（122篇）增长18.9%。', '18.9%|13.9%', 'prose/year-on-year warning'],
    ['sites', '信息合格率91.9%，同比上升1.8个百分点，上年为90.1%。', '1.8个|2.8个', 'prose/year-on-year warning'],
    ['sites', '2024年推送信息340条，上年推送479条，相差139条。', '139条|129条', 'prose/year-on-year warning'],
    ['sites', '关注用户达15.3万，比年初13.6万多出1.7万。', '1.7万|2.7万', 'prose/year-on-year warning'],
    ['sites', '受理档案查询455件，比去年的336件多119件。', '119件|129件', 'prose/year-on-year warning'],
    // Shares told before their count, in words, of a plan, of what is left, of all.
    ['sites', '推送信息829条，图文类占84.6%，共701条。', '84.6%|75.6%', 'prose/share warning'],
    ['sites', '64家单位参评，有12家得分在90分以上，占18.8%。', '18.8%|27.3%', 'prose/share warning'],
    ['sites', '计划举办活动47场，实际完成29场，完成计划的61.7%。', '61.7%|66.7%', 'prose/share warning'],
    ['sites', '抽查样本559条，合格537条，不合格率3.9%。', '3.9%|4.9%', 'prose/share warning'],
    ['sites', '163名群众参加测评，近三成（47人）从未使用网站。', '47人|69人', 'prose/share information'],
    [
      'sites',
      '公开项目中，民生类、经济类、其他类分别占34.0%、21.0%、45.0%。',
      '34.0%|39.0%',
      'prose/shares-total warning',
    ],
    [
      'sites',
      '用户来源中，直接打开占50.2%，搜索引擎占16.8%，外部链接占33.0%，三者合为100%。',
      '16.8%|12.8%',
      'prose/shares-total warning',
    ],
    // Means and products.
    ['sites', '为12个社区各配置公示栏3块，合起来36块。', '36块|33块', 'prose/average information'],
    ['sites', '举办开放日活动9批次，每批接待30人，全年接待270人。', '270人|720人', 'prose/average warning'],
    ['sites', '12名信息员人均报送信息10条，合计120条。', '120条|150条', 'prose/average warning'],
    ['sites', '推送信息8030条，日均22条。', '22条|42条', 'prose/average information'],
    [
      'sites',
      '按月汇总，1—3月10件、4—6月32件、7—9月11件、10—12月18件，全年收到线索71件。',
      '11件|17件',
      'prose/parts-total error',
    ],
    // What is said of some of them, what was added, and what is told again.
    ['sites', '培训84人，考核合格79人。', '79人|97人', 'prose/part-above-whole information'],
    ['sites', '问答库收录问题391个，本年新增333个。', '333个|433个', 'prose/part-above-whole information'],
    ['sites', '评出的34家参评单位中，得满分的仅4家。', '仅4家|仅45家', 'prose/part-above-whole warning'],
    ['sites', '推送政务信息1227条。上述1227条信息均经审核。', '上述1227|上述1327', 'prose/same-metric information'],
    ['sites', '由办公室、法规科、信息中心三个机构联合审查。', '三个|两个', 'prose/listed-count information'],
    // Totals behind their parts.
    ['sites', '上半年推送信息82条，下半年推送信息44条，全年累计推送126条。', '126条|146条', 'prose/parts-total error'],
    ['sites', '邀请负责人解读22篇、专家解读19篇，累计推出解读作品41篇。', '41篇|46篇', 'prose/parts-total warning'],
  ])('%s: %s', async (place, right, change, finding) => {
    const [from = '', to = ''] = change.split('|');
    expect(await found(place, right)).toEqual([]);
    expect(await found(place, right.replace(from, to))).toEqual([finding]);
  });

  it.each<readonly [Place, string]>([
    // One of a row, or of other things.
    ['sites', '网站更新信息300条，微信推送223条，微博发布25条。'],
    ['sites', '考核涉及56家单位，等次为优秀的27家、良好的8家、合格的21家。'],
    ['sites', '征集线索118条，核查15条，立案77件，移送29件。'],
    ['sites', '推送信息12条，采纳3条。上述15条经验均来自基层。'],
    ['sites', '专员45名，本科以上36名，大专及以下9名。'],
    ['sites', '更新机构信息47条，人事信息5条，财政信息86条。'],
    ['sites', '285条信息实现同步解读，237条信息配发图解，34条信息开设专栏。'],
    ['sites', '原创140篇，转载127篇，被上级采用25篇。'],
    ['sites', '12345热线日均受理12件，全年受理网站留言30件。'],
    ['sites', '设置机构职能、政策法规等五个子栏目。'],
    ['sites', '向3家企业各类负责人发放政策包2份，累计发放600份。'],
    // Round words, and changes of something else.
    ['sites', '推送信息75条，较上年的35条翻了一番多。'],
    ['sites', '推送信息52条，较上年近乎翻番，上年同期为27条。'],
    ['sites', '现有账号20个，新增5个，阅读量同比增长25.6%。'],
    ['sites', '2022年至2024年推送信息依次为637条、660条、623条，投诉逐年减少。'],
    ['sites', '参训人员由12人多到30多人。'],
    ['sites', '访问量162万多次。'],
    // Neither kinds nor wholes.
    ['sites', '全局现有干部89人，党员40人、高级职称50人、女干部30人。'],
    ['disclosed', '政策方面发布120条，财政方面发布80条，其他方面发布60条。'],
    ['sites', '11项实事中，5项提前完成，5项超额完成。'],
    ['sites', '报纸刊登60条、电视播出40条，累计发布80条，部分信息多渠道同时发布。'],
    ['sites', '收到来信12件，未办结来信1件。'],
    ['sites', '主要集中在环境（30条）、交通（20条）、住房（10条）等方面，共收集线索82条。'],
    ['sites', '（1）全年召开会议8次，（2）举办培训3场。'],
    ['requests', '同意公开47件，部分同意公开12件，不予公开24件，无法提供22件，不予处理12件，其他情形6件。'],
    ['requests', '因申请内容属于行政查询事项，不予公开2件。'],
    ['requests', '自然人申请86件，法人和其他组织申请34件，分别占71.7%和28.3%。'],
    ['requests', '自然人申请86件，法人和其他组织申请34件，分别较上年增长5%和3%。'],
    ['requests', '上年办结率为98%，今年收到申请129件，办结123件。'],
    ['disclosed', '工作人员从事档案管理20年，发布信息1250条；系统运行12年，更新信息430条。'],
    ['sites', '政务新媒体账号由年初15个减少到12个，新增专栏2个。'],
    ['sites', '公众号粉丝由年初的8000人增至9600人，新增粉丝2100人。'],
    ['sites', '收到建议36条，采纳19条，近半数采纳的建议已于上半年落实；栏目分为二成立和三部分。'],
    ['sites', '收到信件90件，办结86件，占全县来信的近三成。'],
    ['sites', '设24小时自助查阅点2个，11年来接待查阅3600人次。'],
  ])('%s: nothing is wrong with %s', async (place, right) => {
    expect(await found(place, right)).toEqual([]);
  });
});
