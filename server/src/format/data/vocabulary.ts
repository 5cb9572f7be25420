// Words by which texts say that something is of another time or scope, as regular expressions: each says where it is
// looked for. What figures of running text say is read by the words of words.ts.

/** In a sentence that begins with a year: the year is rightly another than the report's. */
export const COMPARED_OR_PLANNED =
  /同比|相比|比上年|比去年|比\d{4}年|较|上年|去年|历年|以来|问题|不足|整改|针对|印发|决算|预算|结转|计划|规划|报告|试点|开通|上线|成立|年起|至今|底/;

/** In a text: cases are left over from earlier years. */
export const EARLIER_CASES = /[上去前往历]年|以前年度|以往|积案|跨年/;

/** In a text: documents of earlier years were disclosed. */
export const EARLIER_DOCUMENTS = /(?:以前|以往|往年|历年|此前)(?:年度|年份|各年)?[^，。；]{0,6}(?:制作|制发|制定|形成|印发)/;

/** In a caption, it tells two tables of one kind apart: a scope, another body, a comparison. */
export const CAPTION_OF_ANOTHER_SCOPE =
  /本级|本机关|本部门|本单位|全[省市县区州旗镇]|[省市县区州旗乡镇街]{2}|各[省市县区州旗乡镇单部]|所属|下属|直属|[上去前]年|同期|对比|比较|汇总|合计|填报|范例|样表|附[表件]/;

/** In a text: sites, accounts and their columns, whatever is done with them. */
export const SITES_AND_ACCOUNTS = /网站|子站|站点|账号|公众号|微博|新媒体|栏目|专栏|平台/;
