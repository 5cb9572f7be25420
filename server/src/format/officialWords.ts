import { EDITIONS } from './index.ts';
import type { Facets, WordEntry } from './meanings.ts';
import { idOfRole } from './roles.ts';
import type { PartSpec, TableSpec } from './types.ts';

// Words that the official tables print, with what they say: nobody writes them by hand.

/** Rows and columns of which the key is no step. */
const MEANINGS: Readonly<Record<string, Facets>> = {
  rules: { matter: 'rules' },
  normativeDocuments: { matter: 'normative' },
  administrativeLicense: { matter: 'licences' },
  administrativePenalty: { matter: 'penalties' },
  administrativeCompulsion: { matter: 'compulsion' },
  administrativeFee: { matter: 'administrativeFees' },
  governmentProcurement: { matter: 'procurement' },
  newReceived: { matter: 'applications', step: 'newReceived' },
  carriedIn: { matter: 'applications', step: 'carriedIn' },
  newlyMade: { step: 'issued' },
  decisions: { step: 'decided' },
  other: { step: 'otherOutcome' },
  review: { matter: 'reviews' },
  litigationDirect: { step: 'direct' },
  litigationAfterReview: { step: 'afterReview' },
};
/** Too general to say anything, or read by other words of the label. */
const WITHOUT_MEANING = new Set([
  'amountWanYuan',
  'previousItems',
  'change',
  'otherExternalServices',
  'otherMisc',
  'otherOrg',
  'resultTotal',
  'total',
  'procurementItems',
  'procurementAmount',
]);
const APPLICANTS = ['naturalPerson', 'enterprise', 'researchInstitution', 'publicWelfareOrg', 'legalServiceOrg'];

/** Words of the tables that each edition has one of; a word that several editions print stands once. */
export const OFFICIAL_WORDS: readonly WordEntry[] = officialWords();

function officialWords(): readonly WordEntry[] {
  const entries = new Map<string, WordEntry>();
  for (const table of EDITIONS.flatMap(({ tables }) => tables))
    if (idOfRole(table.role) !== undefined) for (const entry of wordsOfTable(table)) add(entry, entries);
  return [...entries.values()];
}

/** The labels of a table that each edition has one of, and what texts call its rows and columns besides. */
export function wordsOfTable(table: TableSpec): readonly WordEntry[] {
  return table.parts.flatMap(part => wordsOfPart(table, part));
}

function add(entry: WordEntry, entries: Map<string, WordEntry>): void {
  const { words, ...meaning } = entry;
  const key = JSON.stringify(meaning);
  const known = entries.get(key)?.words.split(' ') ?? [];
  entries.set(key, { ...meaning, words: [...new Set([...known, ...words.split(' ')])].join(' ') });
}

function wordsOfPart({ subtotals }: TableSpec, { columns, rows, rowsAcross }: PartSpec): readonly WordEntry[] {
  return [
    ...columns.flatMap(({ key, label, variants = [], words = [] }) =>
      entry(meaningOf(key), [label, ...variants, ...words]),
    ),
    ...rows.flatMap(({ key, label, variants = [], path, words = [] }) => {
      const group = path.at(-1) ?? '';
      // A row that is the whole group is under no label of one.
      const subtotal = Object.keys(subtotals).find(
        name => subtotals[name]?.includes(key) === true && subtotals[name].length > 1,
      );
      return [
        ...entry(meaningOf(key), [label, ...variants, ...words, ...(rowsAcross === true ? [group] : [])]),
        ...(subtotal !== undefined ? entry({ step: subtotal === 'other' ? 'otherHandling' : subtotal }, [group]) : []),
      ];
    }),
  ];
}

function meaningOf(key: string): Facets | undefined {
  if (WITHOUT_MEANING.has(key)) return undefined;
  return MEANINGS[key] ?? (APPLICANTS.includes(key) ? { part: `applicant=${key}` } : { step: key });
}

function entry(meaning: Facets | undefined, labels: readonly string[]): readonly WordEntry[] {
  const words = labels.flatMap(shortForms);
  return meaning === undefined || words.length === 0 ? [] : [{ ...meaning, words: words.join(' ') }];
}

/** A label without number and explanation, and without the words that only a table needs: 本年制发件数 → 制发. */
function shortForms(label: string): readonly string[] {
  let bare = label;
  for (const sign of ['.', '）', '、']) {
    const at = bare.indexOf(sign);
    if (at >= 0 && at <= 2) bare = bare.slice(at + 1);
  }
  const explanation = bare.indexOf('（');
  if (explanation > 0) bare = bare.slice(0, explanation);
  if (bare === '') return [];
  const isCount = (bare.endsWith('数量') && !bare.endsWith('总数量')) || bare.endsWith('件数');
  const short = isCount ? bare.slice(0, -2) : bare;
  const isOfYear = short.startsWith('本年') && !short.startsWith('本年度');
  return [...new Set([bare, short, ...(isOfYear ? [short.slice(2)] : [])])].filter(word => word.length > 1);
}
