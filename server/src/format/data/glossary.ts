/** What an entry explains: a row or column label of the tables, a term of the regulation, a word of policy. */
export type GlossaryKind = 'row' | 'column' | 'term' | 'policy';

/** A term of annual reports explained in our own words. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  /** Other wordings that mean the same. */
  readonly aliases: readonly string[];
  readonly kind: GlossaryKind;
  readonly explain: string;
  /** Clauses it rests on, as cited (条例（2019）第十四条). */
  readonly statute?: string;
  /** Keys of the rows it explains. */
  readonly tableRows: readonly string[];
  /** Keys of the columns it explains. */
  readonly tableColumns: readonly string[];
  /** False where the meaning rests on practice or common usage and not on a text that was read. */
  readonly verified: boolean;
}

/** All entries; labels of the tables first, then terms of law and policy. Sources are the statutes named in each. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    id: 'three-securities', term: '三安全一稳定', aliases: ['危及“三安全一稳定”', '三个安全一个稳定'], kind: 'row',
    explain: '指国家安全、公共安全、经济安全和社会稳定。公开后可能危及其中任一项的信息不予公开；年报中填入“不予公开”第3行。',
    statute: '条例（2019）第十四条', tableRows: ['refusedThreeSecuritiesOneStability'], tableColumns: [], verified: true,
  },
  {
    id: 'state-secret', term: '属于国家秘密', aliases: [], kind: 'row',
    explain: '依法定程序确定为国家秘密的政府信息，不予公开。答复时应能说明定密依据，不能以内部敏感代替。',
    statute: '条例（2019）第十四条；保守国家秘密法', tableRows: ['refusedStateSecret'], tableColumns: [], verified: true,
  },
  {
    id: 'prohibited-by-law', term: '其他法律行政法规禁止公开', aliases: [], kind: 'row',
    explain: '除国家秘密外，法律或行政法规明文禁止公开的信息；规章和规范性文件的禁止规定不属此列。',
    statute: '条例（2019）第十四条', tableRows: ['refusedProhibitedByLaw'], tableColumns: [], verified: true,
  },
  {
    id: 'third-party', term: '保护第三方合法权益', aliases: ['第三方合法权益'], kind: 'row',
    explain: '涉及商业秘密、个人隐私等，公开会损害第三方权益，第三方有合理理由不同意、也不存在重大公共利益的情形。需先书面征求第三方意见，第三方答复期为15个工作日，逾期不答的由行政机关自行决定。',
    statute: '条例（2019）第十五条、第三十二条', tableRows: ['refusedThirdParty'], tableColumns: [], verified: true,
  },
  {
    id: 'internal-affairs', term: '三类内部事务信息', aliases: ['内部事务信息', '属于三类内部事务信息'], kind: 'row',
    explain: '人事管理、后勤管理、内部工作流程方面的信息，可以不公开。',
    statute: '条例（2019）第十六条第一款', tableRows: ['refusedInternalAffairs'], tableColumns: [], verified: true,
  },
  {
    id: 'process-info', term: '四类过程性信息', aliases: ['过程性信息', '属于四类过程性信息'], kind: 'row',
    explain: '履职中产生的四类信息：讨论记录、过程稿、磋商信函、请示报告，可以不公开；法律、法规、规章规定应公开的除外。',
    statute: '条例（2019）第十六条第二款', tableRows: ['refusedProcessInformation'], tableColumns: [], verified: true,
  },
  {
    id: 'enforcement-file', term: '行政执法案卷', aliases: ['属于行政执法案卷'], kind: 'row',
    explain: '行政执法过程中形成的案卷信息，可以不公开；法律、法规、规章规定应公开的除外。',
    statute: '条例（2019）第十六条第二款', tableRows: ['refusedEnforcementFile'], tableColumns: [], verified: true,
  },
  {
    id: 'admin-query', term: '行政查询事项', aliases: ['属于行政查询事项'], kind: 'row',
    explain: '工商登记、不动产登记等资料，其他法律、行政法规对查询有特别规定的，告知申请人按该规定办理。',
    statute: '条例（2019）第三十六条第（七）项', tableRows: ['refusedAdministrativeQuery'], tableColumns: [], verified: false,
  },
  {
    id: 'granted', term: '予以公开', aliases: [], kind: 'row',
    explain: '已主动公开并告知获取途径，或直接提供、告知获取方式途径和时间的申请。',
    statute: '条例（2019）第三十六条第（一）（二）项', tableRows: ['granted'], tableColumns: [], verified: false,
  },
  {
    id: 'partially-granted', term: '部分公开', aliases: ['区分处理'], kind: 'row',
    explain: '能区分处理时只提供可公开内容。同一申请只计这一行，不再计入不予公开或其他行，因此不会与第（三）项重复。',
    statute: '条例（2019）第三十七条', tableRows: ['partiallyGranted'], tableColumns: [], verified: true,
  },
  {
    id: 'not-held', term: '本机关不掌握相关政府信息', aliases: ['信息不存在', '非本机关政府信息'], kind: 'row',
    explain: '经检索没有，或信息不属本机关负责公开的情形。能确定负责机关的应告知其名称和联系方式。',
    statute: '条例（2019）第三十六条第（四）（五）项', tableRows: ['unableNotHeld'], tableColumns: [], verified: true,
  },
  {
    id: 'needs-creation', term: '没有现成信息需要另行制作', aliases: ['加工分析'], kind: 'row',
    explain: '现有信息需要加工、分析才能回答的，可以不予提供。',
    statute: '条例（2019）第三十八条', tableRows: ['unableNeedsCreation'], tableColumns: [], verified: true,
  },
  {
    id: 'still-unclear', term: '补正后申请内容仍不明确', aliases: [], kind: 'row',
    explain: '已一次性告知补正但补正后内容仍不明确。注意：无正当理由逾期不补正的，2021年格式计入“其他处理”第1行，不在本行。',
    statute: '条例（2019）第三十条', tableRows: ['unableStillUnclear'], tableColumns: [], verified: false,
  },
  {
    id: 'petition', term: '信访举报投诉类申请', aliases: ['信访举报投诉类'], kind: 'row',
    explain: '以申请公开的形式进行信访、投诉、举报的，不作为政府信息公开申请处理，可告知相应渠道。',
    statute: '条例（2019）第三十九条第一款', tableRows: ['rejectedPetition'], tableColumns: [], verified: true,
  },
  {
    id: 'repeat', term: '重复申请', aliases: [], kind: 'row',
    explain: '已就相同信息答复过，同一申请人再次申请公开相同信息的，告知不予重复处理。',
    statute: '条例（2019）第三十六条第（六）项', tableRows: ['rejectedRepeat'], tableColumns: [], verified: true,
  },
  {
    id: 'publication', term: '要求提供公开出版物', aliases: [], kind: 'row',
    explain: '申请的其实是公报、报刊、书籍一类公开出版物的，可只告知获取途径。',
    statute: '条例（2019）第三十九条第二款', tableRows: ['rejectedPublication'], tableColumns: [], verified: true,
  },
  {
    id: 'excessive', term: '无正当理由大量反复申请', aliases: ['大量反复申请'], kind: 'row',
    explain: '数量、频次明显超出合理范围且说明的理由不合理的申请，告知不予处理；也可能引发信息处理费。',
    statute: '条例（2019）第三十五条、第四十二条', tableRows: ['rejectedExcessive'], tableColumns: [], verified: true,
  },
  {
    id: 'confirm-reissue', term: '要求行政机关确认或重新出具已获取信息', aliases: [], kind: 'row',
    explain: '申请人已取得该信息，只要求确认或重新出具。条例没有单设条款，实务归入不予处理。',
    statute: '条例无专门条款', tableRows: ['rejectedConfirmOrReissue'], tableColumns: [], verified: false,
  },
  {
    id: 'no-correction', term: '申请人无正当理由逾期不补正', aliases: ['逾期不补正'], kind: 'row',
    explain: '逾期不补正视为放弃，不再处理；2021年格式新设的行。',
    statute: '条例（2019）第三十条', tableRows: ['otherNoCorrection'], tableColumns: [], verified: true,
  },
  {
    id: 'fee-unpaid', term: '申请人逾期未按收费通知要求缴纳费用', aliases: ['逾期未缴费'], kind: 'row',
    explain: '收到信息处理费收费通知后逾期不缴，行政机关不再处理；2021年格式新设的行。不为0时，第六部分通常应写收费通知情况。',
    statute: '条例（2019）第四十二条；国办函〔2020〕109号', tableRows: ['otherFeeUnpaid'], tableColumns: [], verified: false,
  },
  {
    id: 'other-handling', term: '其他处理', aliases: [], kind: 'row',
    explain: '前五类以外的处理，2019年格式合为一行，2021年格式拆成三行，第3行才是“其他”。',
    tableRows: ['otherHandling', 'otherMisc'], tableColumns: [], verified: false,
  },
  {
    id: 'carried-over', term: '结转', aliases: ['上年结转', '结转下年度继续办理'], kind: 'row',
    explain: '跨年未办结的申请。上年12月31日未办结的在本年填“上年结转”，本年未办结的填“结转下年度继续办理”。本年的“上年结转”应等于上年报告的“结转下年度”。',
    statute: '条例（2019）第三十三条（办理期限）', tableRows: ['carriedIn', 'carriedOut'], tableColumns: [], verified: false,
  },
  {
    id: 'new-received', term: '本年新收', aliases: ['新收'], kind: 'row',
    explain: '本年1月1日至12月31日收到的新申请，不含上年结转。正文常把“收到”“受理”写成含结转的合计，核对时须看口径。',
    tableRows: ['newReceived'], tableColumns: [], verified: true,
  },
  {
    id: 'result-total', term: '办理结果总计', aliases: ['（七）总计'], kind: 'row',
    explain: '（一）至（六）各项之和，是本年办结件数，不含结转下年度。',
    tableRows: ['resultTotal'], tableColumns: [], verified: true,
  },
  {
    id: 'applicant-legal', term: '法人或其他组织', aliases: [], kind: 'column',
    explain: '表三五列的合计栏目名，分商业企业、科研机构、社会公益组织、法律服务机构、其他五类；没有单独小计列。',
    tableRows: [], tableColumns: ['enterprise', 'researchInstitution', 'publicWelfareOrg', 'legalServiceOrg', 'otherOrg'], verified: true,
  },
  {
    id: 'upheld', term: '结果维持', aliases: [], kind: 'column',
    explain: '复议或诉讼中支持行政机关，常见为复议维持决定、法院驳回诉讼请求等。具体归类由地方口径确定。',
    statute: '行政复议法（2023）第六十八条、第六十九条；行政诉讼法第六十九条', tableRows: [], tableColumns: ['upheld'], verified: false,
  },
  {
    id: 'corrected', term: '结果纠正', aliases: ['被纠错', '被依法纠错'], kind: 'column',
    explain: '复议或诉讼中撤销、变更、确认违法或责令履行等纠正行政行为的结果。',
    statute: '行政复议法（2023）第六十三条至第六十七条；行政诉讼法第七十条、第七十二条、第七十四条至第七十七条', tableRows: [], tableColumns: ['corrected'], verified: false,
  },
  {
    id: 'other-result', term: '其他结果', aliases: [], kind: 'column',
    explain: '不属维持也不属纠正的终局结果，如撤回申请、撤诉、终止等。',
    statute: '行政复议法（2023）第四十一条、第七十四条；行政诉讼法第六十二条', tableRows: [], tableColumns: ['other'], verified: false,
  },
  {
    id: 'pending', term: '尚未审结', aliases: [], kind: 'column',
    explain: '到年末未审结的复议或诉讼案件，次年审结后计入当年结果。故上年的尚未审结不必等于次年的任何一格；正文有时只写已审结数，等于总计减本栏。',
    tableRows: [], tableColumns: ['pending'], verified: false,
  },
  {
    id: 'direct-suit', term: '未经复议直接起诉', aliases: [], kind: 'column',
    explain: '没有先经复议、直接起诉的案件。不予公开的争议自行政复议法2023年修订起须先复议，故该栏新增案件以无法提供、不予处理等为主。',
    statute: '行政复议法（2023）第二十三条第一款第（四）项；法释〔2025〕8号第一条', tableRows: ['litigationDirect'], tableColumns: [], verified: true,
  },
  {
    id: 'after-review', term: '复议后起诉', aliases: [], kind: 'column',
    explain: '对复议决定不服再起诉的案件；起诉期限为收到复议决定书之日起十五日内。',
    statute: '行政诉讼法第四十五条', tableRows: ['litigationAfterReview'], tableColumns: [], verified: true,
  },
  {
    id: 'rules', term: '规章', aliases: [], kind: 'row',
    explain: '有权机关制定的部门规章、地方政府规章。能制定地方政府规章的只有省、自治区、直辖市、设区的市、自治州五类政府；地方各级部门、县级和乡镇政府、街道都无权制定，该行一般应为0。',
    statute: '立法法（2023）第九十一条、第九十三条', tableRows: ['rules'], tableColumns: [], verified: true,
  },
  {
    id: 'normative-doc', term: '行政规范性文件', aliases: ['规范性文件'], kind: 'row',
    explain: '行政机关制发的、涉及公众权利义务并可反复适用的文件（规章除外）。2019年格式写作“规范性文件”，2021年格式写作“行政规范性文件”。',
    tableRows: ['normativeDocuments'], tableColumns: [], verified: false,
  },
  {
    id: 'issued', term: '本年制发件数', aliases: ['制发'], kind: 'column',
    explain: '本年印发生效的件数（2021年格式）。2019年格式对应“本年新制作数量”，统计含义不同。',
    tableRows: [], tableColumns: ['issued'], verified: true,
  },
  {
    id: 'repealed', term: '本年废止件数', aliases: [], kind: 'column',
    explain: '本年宣布废止或失效的件数。',
    tableRows: [], tableColumns: ['repealed'], verified: true,
  },
  {
    id: 'effective', term: '现行有效件数', aliases: ['现行有效'], kind: 'column',
    explain: '年末仍有效的件数。跨年可用“上年现行有效+本年制发-本年废止”核对，但清理、划转、口径调整时常不相等，只作提示。',
    tableRows: [], tableColumns: ['effective'], verified: true,
  },
  {
    id: 'previous-items', term: '上一年项目数量', aliases: [], kind: 'column',
    explain: '2019年格式：上一年末事项数，而非办件量。',
    tableRows: [], tableColumns: ['previousItems'], verified: true,
  },
  {
    id: 'change', term: '本年增/减', aliases: [], kind: 'column',
    explain: '2019年格式：本年事项数的增减，可写“增145”“减6”或正负号。',
    tableRows: [], tableColumns: ['change'], verified: true,
  },
  {
    id: 'decisions', term: '处理决定数量', aliases: [], kind: 'column',
    explain: '该类事项本年作出的决定件数（2021年格式为“本年处理决定数量”），包含公开与依法未公开的。',
    tableRows: [], tableColumns: ['decisions'], verified: false,
  },
  {
    id: 'fee-row', term: '行政事业性收费', aliases: [], kind: 'row',
    explain: '列入国家或省目录的收费项目的收入。2019年格式报项目数，2021年格式报金额（万元）。信息处理费本身也是一项行政事业性收费，但本行金额大多来自其他收费，不能据此要求第六部分写收费说明。',
    statute: '条例（2019）第二十条第（八）项、第四十二条', tableRows: ['administrativeFee'], tableColumns: [], verified: true,
  },
  {
    id: 'procurement', term: '政府集中采购', aliases: [], kind: 'row',
    explain: '列入集中采购目录的采购，2019年格式报项目数和总金额，2021年格式不再要求。',
    statute: '条例（2019）第二十条第（九）项', tableRows: ['governmentProcurement'], tableColumns: [], verified: true,
  },
  {
    id: 'other-services', term: '其他对外管理服务事项', aliases: [], kind: 'row',
    explain: '行政许可、行政处罚、行政强制以外的对外权力事项；2019年格式要求，2021年格式取消。',
    statute: '条例（2019）第二十条第（五）项', tableRows: ['otherExternalServices'], tableColumns: [], verified: false,
  },
  {
    id: 'info-fee', term: '信息处理费', aliases: ['信息处理收费'], kind: 'term',
    explain: '对数量或频次超出规定范围的申请人收取的费用，按件或按量择一计收：按件的，同一申请人一个自然月内前10件不收；按量的，前30页不收。',
    statute: '条例（2019）第四十二条；国办函〔2020〕109号', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'ogi-request', term: '依申请公开', aliases: ['依申请'], kind: 'term',
    explain: '社会公众提出申请、行政机关答复的公开方式，2019年起不再要求说明特殊需要。',
    statute: '条例（2019）第二十七条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'proactive', term: '主动公开', aliases: [], kind: 'term',
    explain: '行政机关不待申请而公开，法定范围见第二十条、第二十一条。',
    statute: '条例（2019）第十九条至第二十二条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'three-needs', term: '三需要', aliases: ['三需要条款'], kind: 'term',
    explain: '2007年条例要求申请人基于自身生产、生活、科研等特殊需要，2019年删除。',
    statute: '条例（2007）第十三条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'guide', term: '公开指南', aliases: ['政府信息公开指南'], kind: 'term',
    explain: '列明获取方式、机构、联系方式等的文件，须及时更新。',
    statute: '条例（2019）第十二条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'catalog', term: '公开目录', aliases: ['政府信息公开目录', '主动公开基本目录'], kind: 'term',
    explain: '列出信息索引、名称、内容概述、生成日期等。',
    statute: '条例（2019）第十二条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'assessment', term: '工作考核、社会评议和责任追究', aliases: ['考核评议'], kind: 'term',
    explain: '各级人民政府年报须写明这三方面结果。',
    statute: '条例（2019）第四十六条、第五十条第一款第（四）项', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'disclosure-norm', term: '公开为常态、不公开为例外', aliases: ['以公开为常态、不公开为例外', '以公开为原则、不公开为例外'], kind: 'term',
    explain: '2019年起写入条例第五条。2008至2018年的报告常写“公开为原则、不公开为例外”或引此句为政策。',
    statute: '条例（2019）第五条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'five-open', term: '五公开', aliases: ['五公开工作'], kind: 'policy',
    explain: '决策公开、执行公开、管理公开、服务公开、结果公开。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'fgf', term: '放管服', aliases: ['放管服改革', '放管服效'], kind: 'policy',
    explain: '“简政放权、放管结合、优化服务”改革的简称；部分省写“放管服效”，是地方用法，不是错字。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'shuangsuiji', term: '双随机、一公开', aliases: ['双随机一公开'], kind: 'policy',
    explain: '随机抽取检查对象、随机选派执法人员，抽查情况和结果及时公开。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'liangwei', term: '两微一端', aliases: [], kind: 'policy',
    explain: '政务微博、政务微信和政务客户端。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'xinmeiti', term: '政务新媒体', aliases: ['政务新媒体矩阵'], kind: 'policy',
    explain: '政府机构在第三方平台开设的账号及自有客户端。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'san-tongbu', term: '三同步', aliases: ['政策解读三同步'], kind: 'policy',
    explain: '政策文件与解读材料同步起草、同步审批、同步发布。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'shuilidi', term: '谁起草、谁解读', aliases: ['谁起草谁解读'], kind: 'policy',
    explain: '由起草部门负责政策解读。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'diyi-jiedu', term: '第一解读人', aliases: ['第一解读人职责'], kind: 'policy',
    explain: '部门主要负责人是政策的第一解读人和责任人。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'sange-gongjian', term: '三大攻坚战', aliases: [], kind: 'policy',
    explain: '防范化解重大风险、精准脱贫、污染防治。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'zhengwu', term: '政务公开', aliases: [], kind: 'policy',
    explain: '比政府信息公开更宽，包含决策、执行、管理、服务、结果五公开等。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'liangdan', term: '权责清单', aliases: ['权力清单', '责任清单'], kind: 'policy',
    explain: '行政机关的权力和责任事项清单。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'bujianmian', term: '不见面审批', aliases: ['不见面审批（服务）'], kind: 'policy',
    explain: '企业群众不到现场即可办理的审批（海门等江苏说法）。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'zhengzhao', term: '证照分离', aliases: [], kind: 'policy',
    explain: '工商登记与许可审批分开管理的改革。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'yiwangtong', term: '一网通办', aliases: [], kind: 'policy',
    explain: '一个网上入口办理政务服务。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'haochaping', term: '好差评', aliases: [], kind: 'policy',
    explain: '企业群众对政务服务的评价制度。',
    tableRows: [], tableColumns: [], verified: false,
  },
  {
    id: 'hotline', term: '12345', aliases: ['12345热线', '市长热线'], kind: 'policy',
    explain: '政务服务便民热线号码，不是件数，数值抽取时必须排除。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'gongbao', term: '政府公报', aliases: [], kind: 'term',
    explain: '刊登规章、规范性文件等的公开出版物；“要求提供公开出版物”与此相关。',
    statute: '条例（2019）第二十三条、第三十九条第二款', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'zhongdian', term: '重点领域信息公开', aliases: ['三大重点领域'], kind: 'policy',
    explain: '按年度要点公开重大建设项目、公共资源配置、社会公益事业等领域信息。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'lishi', term: '历年累计', aliases: ['累计'], kind: 'column',
    explain: '从条例施行起至报告期末的累计数，只在部分省的附表中使用。应满足：本年累计=上年累计+本年数。',
    tableRows: [], tableColumns: ['cumulative'], verified: true,
  },
  {
    id: 'percase', term: '一事一申请', aliases: [], kind: 'term',
    explain: '把一份申请按合理最小单位拆分为件，用于按件收费计数。',
    statute: '国办函〔2020〕109号第四条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'tongji', term: '统计期限', aliases: ['统计时限', '统计时间'], kind: 'term',
    explain: '年报数据的起止日期，一般是报告年度1月1日至12月31日。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'bianzhi', term: '编制依据', aliases: [], kind: 'term',
    explain: '年报开头引用的法规和通知。2021年后应引用条例和国办公开办函〔2021〕30号；写成“国办发〔2021〕30号”是常见误写。',
    tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'working-secret', term: '工作秘密', aliases: [], kind: 'term',
    explain: '达不到国家秘密、但泄露后仍有一定不利影响的事项，另按工作秘密的规定管理。2021年格式表三没有“属于工作秘密”行；个别软件自拟此行，不要照抄。',
    statute: '保守国家秘密法（2024）第六十四条', tableRows: [], tableColumns: [], verified: true,
  },
  {
    id: 'co-defendant', term: '复议机关作为共同被告', aliases: ['共同被告'], kind: 'term',
    explain: '复议维持后起诉，复议机关与原机关为共同被告；年报只由原行为机关计一件，复议机关不计，汇总时也不得重复。',
    statute: '国办公开办函〔2016〕201号；行政诉讼法第二十六条第二款', tableRows: [], tableColumns: [], verified: false,
  },
];

const byRow = new Map(GLOSSARY.flatMap(entry => entry.tableRows.map((key): [string, GlossaryEntry] => [key, entry])));
const byColumn = new Map(GLOSSARY.flatMap(entry => entry.tableColumns.map((key): [string, GlossaryEntry] => [key, entry])));

/** Entry for a row of the tables (`refusedStateSecret`). */
export function glossaryForRow(key: string): GlossaryEntry | undefined {
  return byRow.get(key);
}

/** Entry for a column of the tables (`effective`). */
export function glossaryForColumn(key: string): GlossaryEntry | undefined {
  return byColumn.get(key);
}
