import { needing } from '../../syntax/paragraphFacts.ts';
import { sentenceAround } from '../../model/prose/passages.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 要公开的报告里有公民身份号码、当事人的手机号码或个人的银行账号。
 *
 * 条例第十五条不许公开个人隐私，个人信息保护法要求公开个人信息取得本人单独同意。身份号码十八位，校验码正确的、前面写着“身份证”的才算；手机
 * 号码十一位、银行卡号十六至十九位，与申请人、信访人、原告、某某等在同一句里的
 * 才算。提示里只写出头尾几位。
 *
 * 不报：
 * - 本机关的办公电话、联系人手机、邮编、文号、账号、统一社会信用代码。
 * - 已经隐去中间各位的号码（“138****1234”）。
 *
 * English: The identity number of a person (18 digits with a right check digit, or called so), or a mobile number or
 * a bank card in one sentence with an applicant, a petitioner or a plaintiff. Numbers of the office itself, postcodes,
 * documents and accounts are fine.
 */
export const personalData = defineRule({
  id: 'wording/personal-data',
  catalogue: ['S14'],
  basis: ['statute:ogi-2019#15', 'practice'],
  severity: 'warning',
  kinds: 'every',
  checks: [
    {
      scope: 'paragraph',
      reader: needing('123456789１２３４５６７８９', readNumbers),
      *run({ place }, found) {
        for (const { start, end, kind, masked } of found as readonly PersonalNumber[])
          yield finding(place(start, end), {
            message: MESSAGES[kind],
            args: { text: masked },
          });
      },
    },
    {
      scope: 'block',
      *run({ block, slice }) {
        if (block.kind === 'heading' || block.kind === 'paragraph') return;
        const text = slice({ start: 0, end: block.length });
        for (const { start, end, kind, masked } of readNumbers(text))
          if (kind === 'citizen')
            yield finding({ start, end }, { message: 'wording/personal-data', args: { text: masked } });
      },
    },
  ],
});

const MESSAGES = {
  citizen: 'wording/personal-data',
  phone: 'wording/personal-data#phone',
  account: 'wording/personal-data#account',
} as const;

interface PersonalNumber {
  readonly kind: keyof typeof MESSAGES;
  readonly start: number;
  readonly end: number;
  /** The number without its middle. */
  readonly masked: string;
}

/** A run of digits, with blanks or strokes between groups of them. */
const NUMBER = /(?<![\dA-Za-z０-９.,])[1-9]\d{2}[\d \-]{7,18}[\dXx](?![\dA-Za-z])/g;
/** Persons whose number a report has no business to tell. */
const PARTIES = /申请人|信访人|原告|上访人|来访人|投诉人|举报人|复议人|起诉人|诉求人|反映人|当事人|来电人|来信人/g;
/** Whom to ask: the office's own. */
const OFFICES =
  /联系人|咨询|办公电话|监督电话|举报电话|值班|热线|负责人|经办人|承办人|填报人|工作人员|拨打|致电|[可请]联系|预约|本机关|我[局委办镇乡县市区厅]|[账帐][号户]|开户/g;
/** What calls the number behind it an identity number, or that of an account. */
const CALLED_CITIZEN = /身份(?:证|号码|证号)[^\d，。；]{0,6}$/;
const CALLED_ACCOUNT = /(?:[账帐][号户]|卡号)[^\d，。；]{0,6}$/;
/** Words by which the office's own number stands, this far before it. */
const LEAD = 16;

function readNumbers(text: string): PersonalNumber[] {
  const digits = halfWidthDigits(text).replace(/[Ｘｘ]/g, 'X');
  const found: PersonalNumber[] = [];
  for (const match of matchesOf(digits, NUMBER)) {
    const [written] = match;
    const number = written
      .replace(/[ -]/g, '')
      .replace(/^86(?=1\d{10}$)/, '')
      .toUpperCase();
    const start = match.index;
    const end = start + written.length;
    const lead = digits.slice(Math.max(0, start - LEAD), start);
    if (isCitizenNumber(number) || (/^\d{17}[\dX]$/.test(number) && CALLED_CITIZEN.test(lead)))
      found.push({ kind: 'citizen', start, end, masked: masked(number, 6, 2) });
    else if (/^1[3-9]\d{9}$/.test(number) && isOfParty(digits, start, end))
      found.push({ kind: 'phone', start, end, masked: masked(number, 3, 2) });
    else if (/^62\d{14,17}$/.test(number) && CALLED_ACCOUNT.test(lead) && isOfPerson(digits, start, end))
      found.push({ kind: 'account', start, end, masked: masked(number, 6, 2) });
  }
  return found;
}

function masked(number: string, first: number, last: number): string {
  return number.slice(0, first) + '*'.repeat(number.length - first - last) + number.slice(-last);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** 18 digits of a place, a day of birth and a serial number, with the check digit of GB 11643. */
function isCitizenNumber(number: string): boolean {
  const match =
    /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/.exec(
      number,
    );
  if (!match) return false;
  const [month, day] = [Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0);
  return CHECK_DIGITS.charAt(sum % 11) === number.charAt(17);
}

/** Whether the sentence speaks of a party, and the words before the number do not say that it is the office's own. */
function isOfParty(text: string, start: number, end: number): boolean {
  const sentence = sentenceAround(text, start, end);
  if (lastOf(sentence.text, PARTIES) < 0) return false;
  const lead = text.slice(Math.max(sentence.start, start - LEAD), start);
  const office = lastOf(lead, OFFICES);
  return office < 0 || lastOf(lead, PARTIES) > office;
}

/** Whether the sentence speaks of a party, or of somebody whose name is left out. */
function isOfPerson(text: string, start: number, end: number): boolean {
  const sentence = sentenceAround(text, start, end).text;
  return lastOf(sentence, PARTIES) >= 0 || /[\u4e00-\u9fff]某(?![局县市镇乡单])/.test(sentence);
}

/** Where the last of some words stands in a text, or -1. */
function lastOf(text: string, words: RegExp): number {
  return matchesOf(text, words).at(-1)?.index ?? -1;
}
