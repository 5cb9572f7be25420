import { fold } from '../text/fold.ts';

/**
 * What kind of public body a name tells of. `unknown` wherever the name leaves a doubt: an office may report for its
 * government, a 市 may or may not have districts, bodies of the State Council bear no place.
 */
export type BodyKind = 'countyGovernment' | 'township' | 'localDepartment' | 'unknown';

const CENTRAL = /^(?:中华人民共和国|国务院|国家|中国|中央|全国)/;
const TOWNSHIP = /(?:[乡镇]人民政府|[^乡]乡政府|.镇政府|街道办事处|街道办|街道)$/;
const DISTRICT_GOVERNMENT = /(?:[县旗]|[^治政管]区)(?:人民)?政府$/;
/** New and special districts are governments of their own kind. */
const SPECIAL_DISTRICT = /(?:新|开发|特|保税|合作|示范|园|矿|林|风景|地)区(?:人民)?政府$/;
const DEPARTMENT = /^.{2,}(?:省|自治区|市|自治州|州|盟|县|区|旗).*(?:局|厅|委员会|委)$/;
const NO_DEPARTMENT =
  /(?:办公厅|办公室|[省市县区州旗盟]委|管理委员会|管委会|常务委员会|人大常委会|政协.*委员会|海关|税务局|邮政管理局|气象局|地震局|海事局|烟草专卖局|通信管理局|矿山安全监察局|专员办|特派员办事处|调查总?队)$/;

/** Kind of a public body by its name; see {@link BodyKind}. */
export function kindOfBody(name: string): BodyKind {
  const body = fold(name);
  if (body.length < 4 || CENTRAL.test(body)) return 'unknown';
  if (TOWNSHIP.test(body)) return 'township';
  if (DISTRICT_GOVERNMENT.test(body)) return SPECIAL_DISTRICT.test(body) ? 'unknown' : 'countyGovernment';
  return DEPARTMENT.test(body) && !NO_DEPARTMENT.test(body) ? 'localDepartment' : 'unknown';
}
