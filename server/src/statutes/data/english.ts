/**
 * English explanations of statutes, by statute and article: what the Chinese data of the same statute say, for readers
 * of the English interface. Titles of statutes, terms of the report and what is quoted stay Chinese.
 */
export interface EnglishStatute {
  readonly notes?: readonly string[];
  readonly articles: Readonly<Record<number, EnglishArticle>>;
}

/** Title, explanation, figures to remember, and subjects of the items in their order. */
export interface EnglishArticle {
  readonly title?: string;
  readonly explanation: string;
  readonly keyFigures?: readonly string[];
  readonly topics?: readonly string[];
}

type Row = readonly [no: number, title: string, explanation: string, more?: Omit<EnglishArticle, 'title' | 'explanation'>];

/** `title`: empty where the article has none. */
function articles(...rows: readonly Row[]): Readonly<Record<number, EnglishArticle>> {
  return Object.fromEntries(
    rows.map(([no, title, explanation, more]) => [no, { ...(title === '' ? {} : { title }), explanation, ...more }]),
  );
}

const figures = (...keyFigures: readonly string[]) => ({ keyFigures });

export const ENGLISH: Readonly<Record<string, EnglishStatute>> = {
  'ogi-2019': {
    articles: articles(
      [1, 'Purpose', 'Why the regulation was made: so that everybody can obtain government information by law, government becomes more transparent and bound by law, and information serves production and life.'],
      [2, 'Government information defined', 'Information that administrative bodies make or obtain while performing administrative functions and keep in some form. The version of 2007 said “履行职责”; 2019 narrowed it to “行政管理职能”.'],
      [3, 'Bodies in charge', 'Governments of all levels lead the work; the General Office of the State Council, the general offices of local governments from county level up, and those of departments under vertical administration are each in charge of their own field.'],
      [4, 'Working body and its duties', 'Every administrative body names an office for the daily work. Paragraph 2 lists five duties; the third includes compiling the guide, the catalogue and the annual report.'],
      [5, 'Principles', 'Disclosure is the rule and non-disclosure the exception; it is just, fair, lawful and convenient.'],
      [6, 'Timely, accurate, clarified', 'Disclosure is timely and accurate. Where false or incomplete information may affect social stability or disturb administration, accurate information is published to clarify it.'],
      [7, 'More disclosure step by step', 'Governments of all levels advance disclosure and add to what is disclosed.'],
      [8, 'Managing information, platforms', 'Asks for better management of information resources and for platforms on the Internet, joined with those of government services; the basis of the parts “政府信息管理” and “平台建设”.'],
      [9, 'Supervision by society', 'Citizens, legal persons and other organisations may supervise the work and give their opinion.'],
      [10, 'Who discloses', 'The body that made the information discloses it; what was obtained from society, the body that keeps it; what came from another body, the one that made or first obtained it. Of joint work the leading body is responsible; agencies and inner offices that act in their own name may be responsible themselves.'],
      [11, 'Coordination and approval', 'What concerns other bodies is agreed with them first; what needs approval is disclosed after approval.'],
      [12, 'Guide and catalogue', 'The guide and the catalogue are kept up to date; what each has to contain is laid down.'],
      [13, 'Scope and ways of disclosure', 'All government information is disclosed but for the exceptions of articles 14 to 16, on own initiative or on request.'],
      [14, 'Never disclosed', 'Three kinds: lawfully classified state secrets, what laws or administrative regulations forbid to disclose, and what could endanger “三安全一稳定” (national, public and economic security and social stability). Rows 1 to 3 of “不予公开” in the report.'],
      [15, 'Rights of third parties', 'What harms a third party, such as trade secrets and privacy, is not disclosed, unless the party agrees or keeping it back would gravely affect the public interest. Row 4 of “不予公开”.'],
      [16, 'May be kept back', 'Paragraph 1: internal matters such as personnel, logistics and workflow. Paragraph 2: four kinds of information of a process (records of discussion, drafts, letters of consultation, reports for instructions) and files of law enforcement, unless laws, regulations or rules demand disclosure. Rows 5 to 7.'],
      [17, 'Review before disclosure', 'A procedure of review with responsibilities, under the law on secrets; what is doubtful is decided by the body in charge or the department for state secrets.'],
      [18, 'Reassessment', 'What is kept back is reassessed from time to time and disclosed once circumstances allow.'],
      [19, 'Standard for own initiative', 'Whatever concerns the interests of the public, has to be widely known or needs public participation is disclosed on own initiative.'],
      [20, 'What is disclosed on own initiative', 'Lists fifteen kinds of information. The captions of part two come from here: the 2019 format uses items （一）（五）（六）（八）（九）, the 2021 format （一）（五）（六）（八）.', {
        keyFigures: ['15 items'],
        topics: [
          'administrative regulations, rules and normative documents', 'functions, organisation, offices and heads', 'plans and related policies', 'statistics',
          'administrative licences and other external services', 'administrative penalties and compulsion', 'budgets and final accounts', 'administrative fees',
          'government procurement', 'major construction projects', 'poverty relief, education, health, social security, employment', 'emergencies',
          'supervision and inspection', 'recruitment of civil servants', 'other information that the law wants disclosed',
        ],
      }],
      [21, 'Further for cities, counties, townships', 'Governments of cities with districts and of counties with their departments, and those of townships, also disclose local matters such as municipal services, expropriation and rural policy.'],
      [22, 'Deciding and adding', 'The contents under articles 20 and 21 are laid down in detail and added to as superiors direct.'],
      [23, 'Channels', 'A mechanism of publication: gazettes, websites and other media of government on the Internet, press conferences, newspapers, radio and television.'],
      [24, 'One platform', 'Information is published together on one platform of the government portal, where it can be searched, read and downloaded.'],
      [25, 'Places to read', 'Paragraph 1: archives, libraries and service halls offer places to read. Paragraph 2: reading rooms, notice boards and screens may be added. Paragraph 3: what is disclosed is sent to state archives and public libraries in time.'],
      [26, 'Time for own initiative', 'Within 20 working days from the day the information was formed or changed, unless laws or regulations say otherwise.', figures('20 working days')],
      [27, 'Right to request', 'Besides what is disclosed anyway, citizens, legal persons and other organisations may ask local governments, and departments from county level up that act in their own name (with the agencies and inner offices of article 10, paragraph 2), for information. The limit of “三需要” was dropped in 2019.'],
      [28, 'Ways to request', 'The bodies concerned set up ways to send requests and make it easy.'],
      [29, 'Form and contents of a request', 'Usually in writing (letters and data messages included), orally where writing is hard; paragraph 2 lists three things that a request contains.', figures('3 items')],
      [30, 'Completing a request', 'Where a request is not clear, the applicant is told once within 7 working days how to complete it; the time for the answer counts from the completed request. Who does not complete it without good reason gives it up. The rows “补正后申请内容仍不明确” and, in the 2021 format, “逾期不补正”.', figures('7 working days')],
      [31, 'Day of receipt', 'By the way it was sent (in person, by post, by Internet or fax) the day of receipt is laid down, from which time counts.', figures('3 items')],
      [32, 'Asking third parties', 'A third party that would be harmed is asked in writing and answers within 15 working days. Without an answer the body decides. With good reason against it nothing is disclosed, unless keeping it back gravely affects the public interest; the party is then told in writing.', figures('15 working days')],
      [33, 'Time for the answer', 'At once where possible, else within 20 working days, which the head of the working body may extend by at most 20, telling the applicant. The time for asking third parties and other bodies does not count.', figures('20 working days', 'at most 20 more')],
      [34, 'Asking joint authors', 'Of information made jointly the leading body asks the others, which answer within 15 working days; silence means consent.', figures('15 working days')],
      [35, 'Many repeated requests', 'Where number and frequency are clearly beyond reason, the applicant may be asked for reasons. Without good ones the request is not processed; with good ones the answer may take longer. The row “无正当理由大量反复申请”.'],
      [36, 'Kinds of answers', 'Seven: disclosed already, may be disclosed, not disclosed, not found, not this body (and who is, if known), repeated, and information under rules of its own such as company and land registers.', {
        keyFigures: ['7 items'],
        topics: [
          'disclosed already: how to get it', 'may be disclosed: given, or how and when to get it', 'not disclosed: with the reasons', 'searched and not found',
          'not for this body: with the reasons', 'answered before: not processed again', 'company, land and other registers: by their own rules',
        ],
      }],
      [37, 'Disclosure in parts', 'Where part of what is asked for may not be disclosed or is no government information and can be separated, the rest is given with reasons. The row “部分公开”.'],
      [38, 'No processing', 'What is given was made or obtained already; but for separating parts, nothing has to be processed or analysed. The row “没有现成信息需要另行制作”.'],
      [39, 'Petitions and publications', 'Paragraph 1: petitions, complaints and denunciations in the form of a request are not processed as one. Paragraph 2: for gazettes, newspapers and books the applicant is told where to get them.'],
      [40, 'Form of what is given', 'As the applicant wishes and as the information is kept; electronic data and the like where the carrier could suffer or the cost is too high.'],
      [41, 'Correction', 'Who proves that a record about himself is wrong may ask for its correction; another body’s matter may be passed on.'],
      [42, 'Fees', 'Information on request is free; where number and frequency are clearly beyond reason a processing fee may be charged. Paragraph 2 leaves the tariff to the price and finance departments with the body in charge of disclosure.'],
      [43, 'Special help', 'Applicants who have trouble reading, seeing or hearing get the help they need.'],
      [44, 'From request to own initiative', 'Paragraph 1: what several people ask for may be disclosed to all. Paragraph 2: an applicant may propose it; what belongs to own initiative is then disclosed in time.'],
      [45, 'Procedure for requests', 'Registration, review, handling, answer and filing of requests.'],
      [46, 'Assessment and accountability', 'Governments of all levels set up work assessment, review by society and accountability. Their annual reports state the results of all three.'],
      [47, 'Guidance and mending', 'The bodies in charge guide and supervise, order mending or criticise; the public may turn to them.'],
      [48, 'Training', 'The bodies in charge train the staff regularly.'],
      [49, 'Time of the annual report', 'Departments from county level up hand in last year’s report and publish it by 31 January each year; the bodies in charge of local governments from county level up publish that of their government by 31 March. Townships and subdistricts are not named here.', figures('31 January', '31 March')],
      [50, 'Contents and format of the annual report', 'Paragraph 1 lists five things the report contains; paragraph 2 lets the national body in charge publish one format and update it.', {
        keyFigures: ['5 items'],
        topics: [
          'what was disclosed on own initiative', 'requests received and processed', 'administrative reviews and lawsuits',
          'main problems and what was done about them; governments also: assessment, review by society, accountability', 'other matters to report',
        ],
      }],
      [51, 'Remedies', 'Who thinks his rights were violated may complain, denounce, apply for administrative review or go to court. Part four counts these.'],
      [52, 'Liability for missing systems', 'A body without the systems and mechanisms is ordered by its superior to mend that; grave cases are punished.'],
      [53, 'Liability for breaches', 'Three cases (functions not performed; contents, guide and catalogue not updated; other breaches): ordered to mend, punished where grave, prosecuted where a crime.', figures('3 items')],
      [54, 'Authorised organisations', 'The regulation applies to organisations that laws or regulations authorise to manage public affairs.'],
      [55, 'Public enterprises and institutions', 'Education, health, water, power and other public enterprises and institutions follow the laws and the rules of the departments in charge; the national body may make special rules. Complaints go to the department in charge.'],
      [56, 'Entry into force', 'In force from 15 May 2019.', figures('2019-05-15')],
    ),
  },
  'ogi-2007': {
    notes: ['Adopted at the 165th executive meeting of the State Council on 17 January 2007.'],
    articles: articles(
      [1, 'Purpose', 'The purpose; then “促进依法行政”, from 2019 “建设法治政府”.'],
      [2, 'Government information defined', 'Information that administrative bodies make or obtain in performing their duties and keep.'],
      [3, 'Bodies in charge', 'Governments lead; duties of the General Office of the State Council and of local bodies from county level up.'],
      [4, 'Working body', 'Asks for a working body and lists five duties, among them the annual report.'],
      [5, 'Principles', 'Just, fair and convenient.'],
      [6, 'Timely, accurate, clarified', 'Disclosure is timely and accurate; false or incomplete information is clarified within one’s duties.'],
      [7, 'Coordination', 'A mechanism of coordination: what concerns others is confirmed with them; what needs approval is not published without.'],
      [8, 'Security and stability', 'Disclosure must not endanger national, public and economic security and social stability.'],
      [9, 'What is disclosed on own initiative', 'Information that meets one of four basic demands.'],
      [10, 'Counties and above, departments', 'Eleven kinds to stress, such as normative documents, plans, budgets, fees, procurement, licences and major projects.', figures('11 items')],
      [11, 'Further for cities and counties', 'Four more: building and management of town and country, public welfare, expropriation and demolition, relief funds and goods.'],
      [12, 'Townships', 'Eight kinds, such as rural policy, finance, homesteads, debts and family planning.'],
      [13, 'Requests and the three needs', 'Requests for the special needs of one’s own production, life or research (“三需要”); dropped in 2019.'],
      [14, 'Review for secrecy', 'A mechanism of review; state secrets, trade secrets and privacy are not disclosed, the latter two unless there is consent or public interest.'],
      [15, 'Ways of disclosure', 'Gazettes, websites, press conferences, newspapers, radio, television and other handy ways.'],
      [16, 'Places to read', 'In state archives and public libraries, with notice boards if wanted; what is disclosed is sent there in time.'],
      [17, 'Who discloses', 'Who made it discloses it; what came from society, the body that keeps it.'],
      [18, 'Time for own initiative', 'Within 20 working days from the day it was formed or changed.', figures('20 working days')],
      [19, 'Guide and catalogue', 'Compiled, published and updated; what each contains.'],
      [20, 'Form and contents of a request', 'In writing (data messages included), orally where that is hard; three things that it contains.', figures('3 items')],
      [21, 'Kinds of answers', 'Four: disclosed, not disclosed, not this body or not existing, not clear.'],
      [22, 'Disclosure in parts', 'What can be separated is given as far as it may be disclosed.'],
      [23, 'Third parties', 'Asked in writing on trade secrets and privacy; without consent nothing is disclosed, unless keeping it back gravely affects the public interest, of which the party is told in writing.'],
      [24, 'Time for the answer', 'At once; else within 15 working days, at most 15 more; the time for third parties does not count.', figures('15 working days', 'at most 15 more')],
      [25, 'Information on oneself, correction', 'Papers are shown for information on oneself; wrong records may be corrected.'],
      [26, 'Form of what is given', 'As the applicant wishes; else reading or copies.'],
      [27, 'Fees', 'None but the cost of search, copies and postage; no paid service.'],
      [28, 'Reduction and help', 'Reduced fees for the poor, help for those who have trouble reading, seeing or hearing.'],
      [29, 'Assessment and accountability', 'Work assessment, review by society and accountability.'],
      [30, 'Supervision', 'By the bodies in charge and those of supervision.'],
      [31, 'Time of the annual report', 'All administrative bodies publish it by 31 March, departments and governments alike.', figures('31 March')],
      [32, 'Contents of the annual report', 'Six things: own initiative; requests and refusals; fees and reductions; reviews and lawsuits; main problems and mending; other matters.', figures('6 items')],
      [33, 'Complaints and remedies', 'Anybody may denounce; who is violated in his rights may apply for review or go to court.'],
      [34, 'Liability for a missing review', 'A body without the review for secrecy is ordered to mend that by supervision or its superior; grave cases are punished.'],
      [35, 'Liability for breaches', 'Six cases, among them unlawful fees, paid service and disclosing what may not be disclosed.'],
      [36, 'Authorised organisations', 'The regulation applies to authorised organisations.'],
      [37, 'Public enterprises and institutions', 'They follow the regulation by analogy.'],
      [38, 'Entry into force', 'In force from 1 May 2008.', figures('2008-05-01')],
    ),
  },
  'fuyi-2023': {
    articles: articles(
      [11, '', 'Fifteen cases for review; item （十四） is on rights violated in the disclosure of government information.'],
      [20, '', 'Usually within sixty days from knowing of the act; where rights and time were not told, at most one year from knowing its contents.'],
      [23, '', 'Review comes first: by paragraph 1, item （四）, who was refused government information applies for review before going to court; by paragraph 2 the body says so when it acts.'],
      [41, '', 'Five cases in which a review ends, such as withdrawal; a usual source of “其他结果”.'],
      [53, '', 'Cases on government information may take the simplified procedure (paragraph 1, item （四）).'],
      [54, '', 'Simplified procedure: sent within three days, answered within five; by article 88 these are working days.'],
      [62, '', 'Ordinary procedure: decided within sixty days from acceptance, at most thirty more; simplified: thirty days.'],
      [63, '', 'Changed where the contents are improper, the basis was misapplied or facts became clear; usually not to the applicant’s disadvantage.'],
      [64, '', 'Annulled in whole or part where facts are not clear, the procedure or basis is unlawful, or powers were exceeded or abused; the body may have to act again.'],
      [65, '', 'Cases in which the act is not annulled but found unlawful.'],
      [66, '', 'Who does not perform a legal duty is ordered to do so in time.'],
      [67, '', 'A grave and plain breach is found void.'],
      [68, '', 'Upheld where facts, basis, procedure and contents are right.'],
      [69, '', 'An application for failure to act is rejected where there is no such duty or it was performed before acceptance.'],
      [74, '', 'The parties may settle; the applicant then withdraws and the review ends.'],
    ),
  },
  'susong-2017': {
    articles: articles(
      [12, '', 'Lawsuits that courts accept: twelve items in paragraph 1, the rest in paragraph 2; disputes on government information come in by article 51 of the regulation.'],
      [26, '', 'The defendant: the body that acted; together with the reviewing body where that upheld the act; the reviewing body where it changed it.'],
      [44, '', 'Review first or court at once, as one likes, unless laws or regulations put review first.'],
      [45, '', 'Against a decision on review within fifteen days.'],
      [46, '', 'At once to court: usually within six months from knowing of the act.'],
      [62, '', 'The court rules on a withdrawal; a usual source of “其他结果”.'],
      [69, '', 'The claim is rejected where evidence, application of law and procedure are right.'],
      [70, '', 'Six cases in which the act is annulled in whole or part.'],
      [72, '', 'Who does not perform a legal duty is sentenced to do so in time.'],
      [74, '', 'Cases in which the act is found unlawful.'],
      [75, '', 'A grave and plain breach is found void.'],
      [77, '', 'Plainly improper penalties and the like may be changed.'],
      [79, '', 'Where the reviewing body is a defendant too, both decisions are judged together.'],
      [82, '', 'Cases on government information may take the simplified procedure (paragraph 1, item （三）).'],
      [83, '', 'Simplified procedure: one judge, within forty-five days.'],
    ),
  },
  'spc-2025': {
    notes: [
      'Adopted at meeting 1939 of the judicial committee on 24 December 2024, published on 20 May 2025.',
      'Refusals under articles 14, 15 and 16 go to review before court (with article 23, paragraph 1, item （四） of the law on review); against “无法提供” and “不予处理” one may sue at once.',
      'For part four: from 2024 on disputes on “不予公开” hardly stand in the column “未经复议直接起诉” any more, and from June 2025 on that is clear; older cases may still stand there and are no error.',
    ],
    articles: articles([
      1, 'Cases accepted', 'Five kinds: told that nothing can be provided or the request is not processed; a decision on review of a refusal under articles 14, 15 or 16; something else given than was asked for; trade secrets, privacy and the like violated; other violations.', figures('five kinds'),
    ]),
  },
  'ogi-fee-2020': {
    notes: [
      'Fees rise in steps; each request is charged by request or by volume, not both.',
      'Paid within 20 working days from the day after the notice; who does not pay gives the request up (row 2 of “其他处理”). This rests on a provincial notice of 2021; the article of the national document was not read (not verified).',
      'Fees collected and notices sent usually stand in part six; row 2 of “其他处理” in part three of the 2021 format counts requests given up for an unpaid fee.',
    ],
    articles: articles(
      [4, 'By request', 'Counted by applicant and calendar month: up to 10 free, the 11th to the 30th 100 yuan each, from the 31st on each further ten 100 yuan more (the 31st to 40th 200 each, the 41st to 50th 300 each, by inference); for all kinds of decisions. 12 requests: 200 yuan; 35: 3,000 yuan.', figures('11th to 30th: 100 yuan each', '100 yuan more for each ten')],
      [5, 'By volume', 'Paper, e-mail and copied data are charged by page: up to 30 free, pages 31 to 100 10 yuan each, 101 to 200 20, from 201 on 40; pages are counted for each request (from memory). 68 pages: 380 yuan; 120: 1,100 yuan.', figures('pages 31 to 100: 10 yuan each', '101 to 200: 20 yuan', 'from 201: 40 yuan')],
    ),
  },
  'format-2021': {
    notes: ['The year in the number written as [2021] or （2021） is only another form; the number is not wrong.'],
    articles: {},
  },
  'format-2019': {
    notes: ['Issued with the notice 《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》.'],
    articles: {},
  },
  'explain-2016-201': {
    notes: ['Where the reviewing body is a defendant too, the report of the body that acted counts the lawsuit, not that of the reviewing body.'],
    articles: {},
  },
  'stat-2014': {
    notes: ['What is counted: own initiative, requests, explanation of policy, answers to public concern, reviews, lawsuits, complaints, staff and training; with the table 《政府信息公开情况统计表》.'],
    articles: {},
  },
  'lifa-2023': {
    notes: ['The row “规章” in part two: article 91 lists bodies of the State Council that may make them, article 93 governments (provinces, autonomous regions, municipalities, cities with districts, autonomous prefectures). Local departments, counties, townships and subdistricts are not among them.'],
    articles: articles(
      [91, 'Rules of departments', 'Bodies of the State Council that may make rules; for the row “规章” in part two.'],
      [93, 'Rules of local governments', 'Governments that may make rules: provinces, autonomous regions, municipalities, cities with districts, autonomous prefectures. Local departments, counties, townships and subdistricts are not among them; their row “规章” is usually 0.'],
    ),
  },
  'xuke-2019': { notes: ['Number of licence decisions in part two.'], articles: {} },
  'chufa-2021': { notes: ['Number of penalty decisions in part two.'], articles: {} },
  'baomi-2010': { notes: ['Basis of the review for secrecy in article 17 of the regulation (before 2024-05-01).'], articles: {} },
  'baomi-2024': {
    notes: ['Basis of the review for secrecy in article 17 of the regulation; article 64 is on work secrets.'],
    articles: articles([64, 'Work secrets', 'How work secrets are managed.']),
  },
  'dangan-2020': { notes: ['Places to read, handing over of archives.'], articles: {} },
  'pipl-2021': { notes: ['A guide to what is private.'], articles: {} },
  'xinfang-2005': { notes: ['Petitions; now under 信访工作条例 (that it was replaced by this was not verified).'], articles: {} },
  'fazhi-ducha-2019': {
    notes: [
      'Six chapters and 35 articles. The whole text was not seen; articles that are not recorded are not explained.',
      'The annual report has five parts: what was done and achieved, shortcomings and their causes, how the leaders fulfilled their duty as those first responsible, the plan for the next year, and what else is to be reported (two tellings agree word for word; the number of the article was not verified).',
      'Days by which to report to those above, as a guide of one province has them: before 1 March for governments and departments from county level up, before 1 April for provinces.',
    ],
    articles: articles(
      [24, 'The annual report made public', 'Local governments of all levels and departments from county level up make their annual report on law-based government public in newspapers, on websites and the like before 1 April, secrets excepted.', figures('before 1 April')],
    ),
  },
  'fazhi-gangyao-2015': {
    notes: ['Governments and departments from county level up report on the year before in the first quarter and make the report public (as told by others); what it has to contain is not prescribed.'],
    articles: {},
  },
  'fazhi-gangyao-2021': {
    notes: ['Title and number as reports cite them; what followed it was not verified.'],
    articles: {},
  },
  'xinfang-2022': { notes: ['The way for petitions, complaints and denunciations.'], articles: {} },
};
