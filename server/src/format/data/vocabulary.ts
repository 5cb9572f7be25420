// Words by which texts say that a figure is of another time, scope or channel than the one it stands beside, as regular
// expressions. The lists are like each other and not the same: each was made for what its user reads (the words before
// a figure, a clause, a sentence, a caption), so each says where it is looked for. A list with the flag g is for
// matchAll and replaceAll alone.

// ── Time ──

/** Before a figure: it is of another year than the report's. Cases carried over from last year are excepted. */
export const ANOTHER_YEAR = /去年|上年(?!度?结转)|上一年(?!度?结转)|前年|同期|比20|近[2-9二三四五六七八九]年|“十[二三四五]/;

/** Before a figure: it is of all years so far. */
export const ALL_YEARS = /历年|累计|截至/;

/** In a sentence: it speaks of other years, or of a part of this one. */
export const NOT_THE_WHOLE_YEAR = /历年|往年|去年|上年|以来|季度|月份|截至/;

/** Before a figure: it is of another time, of a part, or an average. */
export const ANOTHER_TIME_OR_PART =
  /其中|上半年|下半年|季度|\d\s?月|上旬|截至|截止|累计|历年|以来|去年|上年|上一年|同期|平均|日均|每|分别|近[2-9二三四五]年|结转|延期|同比/;

/** In a sentence on calls: the figures are of other years, or of a part. */
export const EARLIER_OR_PART = /结转|上年|去年|其中|历年|累计/;

/** In a sentence that begins with a year: the year is rightly another than the report's. */
export const COMPARED_OR_PLANNED =
  /同比|相比|比上年|比去年|比\d{4}年|较|上年|去年|历年|以来|问题|不足|整改|针对|印发|决算|预算|结转|计划|规划|报告|试点|开通|上线|成立|年起|至今|底/;

/** In a text: cases are left over from earlier years. */
export const EARLIER_CASES = /[上去前往历]年|以前年度|以往|积案|跨年/;

/** In a text: documents of earlier years were disclosed. */
export const EARLIER_DOCUMENTS = /(?:以前|以往|往年|历年|此前)(?:年度|年份|各年)?[^，。；]{0,6}(?:制作|制发|制定|形成|印发)/;

/** Names last year or a year, before its figure; source of a regular expression. */
export const LAST_YEAR = '(?:上年|上一年|去年|(?:19|20)\\d\\d年)(?:度|同期)?的?';

/** Names this year or a year, before its figure; source of a regular expression. */
export const THIS_YEAR = '(?:今年|本年|(?:19|20)\\d\\d年)(?:度)?的?';

// ── Comparison and quality ──

/** Said of a figure that is no part of the whole before it: a quality, a comparison, another period. */
export const NO_PART = /电子化|占|同比|环比|比上年|较上年|较去年|增长|增加|减少|下降|累计|历年|平均|日均|最高|截至|浏览|访问|阅读|点击|关注|粉丝|合计|总计|共计|^共$|[一总]共$/;

/** Said of a figure behind a list of parts that is no part any more: a total, or one of all years. */
export const TOTAL_OR_ALL_YEARS = /^共$|[一总]共$|合计|总计|累计|历年|截至/;

/** Said of a number that is a comparison, of another period, or of another quality. */
export const NO_COUNT = /比上|比去|较上|较去|同比|环比|增加|新增|减少|增长|上升|下降|累计|历年|截至|平均|日均|每|浏览|访问|阅读|点击|关注|转发|点赞|粉丝|结转|另/;

/** Said of a percentage that is no share of a whole. */
export const NO_SHARE = /率|同比|环比|增|减|升|降|提高|满意|好评|比上年|较上年|上年|去年|超/;

// ── Scope ──

/**
 * Said of a figure that does not count all applications to the body of the report: other bodies', of one channel, of
 * one kind of applicant, of one step.
 */
export const ANOTHER_SCOPE =
  /县区|区县|各县|各区|各镇|乡镇|各乡|街道|下级|本级|市级|区级|县级|市直|县直|区直|部门收到|各级|其中|网上|网络|网站|平台|当面|现场|信函|邮寄|传真|电子邮件|在线|自然人|企业|法人|组织|代收|代表|转办|撤回|补正|延期/;

/** Said of a figure that counts something else than applications. */
export const ANOTHER_MATTER = /建议|提案|信箱|热线|12345|投诉|诉求|来信|来访|信访|咨询|留言|审批|办件|证照/;

/** In a caption, it tells two tables of one kind apart: a scope, another body, a comparison. */
export const CAPTION_OF_ANOTHER_SCOPE =
  /本级|本机关|本部门|本单位|全[省市县区州旗镇]|[省市县区州旗乡镇街]{2}|各[省市县区州旗乡镇单部]|所属|下属|直属|[上去前]年|同期|对比|比较|汇总|合计|填报|范例|样表|附[表件]/;

/** Said of a figure of more than one body. */
export const WIDER_SCOPE = /全[省市州县区镇乡]|全系统|各级/;

/** Said of a figure of the body of the report alone. */
export const OWN_SCOPE = /本级|本机关|本部门/;

/** Words that narrow or widen the scope of a number; for finding all of a text. */
export const SCOPES =
  /全[省市县区镇乡州旗]|[省市县区镇乡州]本级|本级|[市县区镇乡]级|[市县区]直|各级|下级|系统|下属|直属|机关及|转载|转发|原创|新增|网站|网页|平台|公众号|微信|微博|新媒体|公报|专栏|栏目|客户端|抖音|短信|报纸|电视|广播|线上|线下|书面|当面|信函|自然人|法人|企业/g;

/** The same without the channels; all of a text are found. */
export const SCOPES_BESIDE_CHANNELS =
  /全[省市县区镇乡州旗]|[省市县区镇乡州]本级|[市县区镇乡]级|各级|下级|系统|转载|转发|原创|新增/g;

/** Before a figure: it is another body's (农机站在县政府网站……, 种植站：). */
export const ANOTHER_OWNER = /[^我本网](?:局|委|办|镇|乡|街道|中心|所|站|科|股)(?:(?:19|20)\d\d年度?)?(?:全年|共)?[在通利:：,，]/;

// ── Channels ──

/** By these the same information goes out several times; an application comes in by one of them. */
export const CHANNEL = /网站|网页|网络|公报|微信|微博|新媒体|公众号|平台|客户端|APP|报纸|报刊|电视|广播|专栏|公开栏|抖音|媒体|栏目/i;

/** Media in which a body has accounts. */
export const MEDIUM = /微博|微信|公众号|抖音|头条|视频号|客户端|APP|快手|百家号|澎湃/i;

// ── Rest and replies ──

/** The last part of a whole: the remainder. */
export const REST = /其他|其它|其余|余下|剩余/;

/** Kinds of reply to an application. */
export const REPLY = /予以公开|同意公开|部分公开|不予公开|无法提供|不予处理|其他处理|不存在|不属于/;
