import { editionById, tableById } from '../../server/src/format/index.ts';
import { writeSkeleton, type TableLayout } from '../../server/src/model/writing/write.ts';

/** Figures by table id, row and column, keys as in `server/src/format`. */
export type Figures = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** A cell of the sample and the text that stands there instead. */
export interface Change {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** One row of table three: the six kinds of applicants and their sum. */
function applicants(...counts: readonly [number, number, number, number, number, number]): Record<string, number> {
  const [naturalPerson, enterprise, researchInstitution, publicWelfareOrg, legalServiceOrg, otherOrg] = counts;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { naturalPerson, enterprise, researchInstitution, publicWelfareOrg, legalServiceOrg, otherOrg, total };
}

/** Outcomes of table four and their sum. */
function outcomes(upheld: number, corrected: number, other: number, pending: number): Record<string, number> {
  return { upheld, corrected, other, pending, total: upheld + corrected + other + pending };
}

/** Invented figures of the 2021 format; every equation of the tables holds. */
export const SAMPLE_2021: Figures = {
  't2.disclosure': {
    rules: { issued: 0, repealed: 0, effective: 0 },
    normativeDocuments: { issued: 7, repealed: 2, effective: 41 },
    administrativeLicense: { decisions: 1286 },
    administrativePenalty: { decisions: 94 },
    administrativeCompulsion: { decisions: 3 },
    administrativeFee: { amountWanYuan: 58.6 },
  },
  't3.requests': {
    newReceived: applicants(86, 17, 2, 1, 9, 5),
    carriedIn: applicants(6, 2, 0, 0, 1, 0),
    granted: applicants(31, 8, 1, 1, 4, 2),
    partiallyGranted: applicants(9, 2, 0, 0, 1, 0),
    refusedStateSecret: applicants(1, 0, 0, 0, 0, 0),
    refusedProhibitedByLaw: applicants(2, 0, 0, 0, 0, 0),
    refusedThreeSecuritiesOneStability: applicants(1, 1, 0, 0, 0, 0),
    refusedThirdParty: applicants(3, 2, 0, 0, 1, 0),
    refusedInternalAffairs: applicants(2, 0, 0, 0, 0, 1),
    refusedProcessInformation: applicants(4, 1, 0, 0, 0, 0),
    refusedEnforcementFile: applicants(2, 0, 0, 0, 1, 0),
    refusedAdministrativeQuery: applicants(1, 1, 0, 0, 0, 0),
    unableNotHeld: applicants(12, 2, 1, 0, 1, 1),
    unableNeedsCreation: applicants(3, 0, 0, 0, 0, 0),
    unableStillUnclear: applicants(2, 0, 0, 0, 0, 0),
    rejectedPetition: applicants(5, 0, 0, 0, 0, 0),
    rejectedRepeat: applicants(2, 1, 0, 0, 1, 0),
    rejectedPublication: applicants(1, 0, 0, 0, 0, 0),
    rejectedExcessive: applicants(1, 0, 0, 0, 0, 0),
    rejectedConfirmOrReissue: applicants(1, 0, 0, 0, 0, 0),
    otherNoCorrection: applicants(2, 0, 0, 0, 0, 0),
    otherFeeUnpaid: applicants(1, 0, 0, 0, 0, 0),
    otherMisc: applicants(2, 0, 0, 0, 0, 1),
    resultTotal: applicants(88, 18, 2, 1, 9, 5),
    carriedOut: applicants(4, 1, 0, 0, 1, 0),
  },
  't4.review_litigation': {
    review: outcomes(8, 2, 3, 1),
    litigationDirect: outcomes(2, 1, 0, 4),
    litigationAfterReview: outcomes(3, 0, 1, 2),
  },
};

/** Figures with snake_case keys, as the official sample data has them, in the shape of {@link SAMPLE_2021}. */
export function figuresFrom(data: Readonly<Record<string, unknown>>): Figures {
  const figures: Record<string, Record<string, Record<string, number>>> = {};
  for (const [table, rows] of Object.entries(data)) {
    if (!isObject(rows)) continue;
    const byRow: Record<string, Record<string, number>> = {};
    for (const [row, columns] of Object.entries(rows)) {
      if (!isObject(columns)) continue;
      const numbers = Object.entries(columns).flatMap(([column, value]) =>
        typeof value === 'number' ? [[camel(column), value] as const] : [],
      );
      byRow[camel(row)] = Object.fromEntries(numbers);
    }
    figures[table] = byRow;
  }
  return figures;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function camel(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
}

/** Every figure of the 2021 format in printed order; `ids` narrows it to some tables. */
export function cellsOf2021(ids?: readonly string[]): { table: string; row: string; column: string }[] {
  return editionById('2021')
    .tables.filter(table => ids === undefined || ids.includes(table.id))
    .flatMap(table =>
      table.parts.flatMap(part =>
        part.rows.flatMap(row =>
          part.columns.map(column => ({
            table: table.id,
            row: row.key,
            column: column.key,
          })),
        ),
      ),
    );
}

/**
 * A whole report of an invented body for 2024, in which nothing is wrong: title, period, six sections, the three
 * standard tables, signature. One cell may be changed. Figures that are missing are left blank.
 */
export function sampleReport(
  layout: TableLayout,
  change?: Change,
  figures: Figures = SAMPLE_2021,
  style: 'plain' | 'markdown' = 'markdown',
): string {
  const edition = editionById('2021');
  if (change && !tableById(edition, change.table)) throw new Error(`no table ${change.table}`);
  return writeSkeleton(edition, {
    style,
    layout,
    reportYear: 2024,
    publicBody: '海东县林业局',
    signedOn: '2025年1月15日',
    figure: (row, column, table) => {
      if (change && change.table === table.id && change.row === row && change.column === column) return change.text;
      const value = figures[table.id]?.[row]?.[column];
      return value === undefined ? '' : String(value);
    },
    sections: {
      overview: [
        '海东县林业局认真贯彻落实条例，推进林业领域政府信息公开。',
        '（一）主动公开。通过县政府门户网站公开林木采伐、森林防火、造林补助等信息。',
        '（二）依申请公开。完善申请登记、审核、答复和归档流程，答复均在法定期限内作出。',
        '（三）政府信息管理。对公文逐件确定公开属性，及时清理失效文件。',
        '（四）政府信息公开平台建设。更新公开指南和公开目录，维护政务公开专栏。',
        '（五）监督保障。明确专人负责，接受社会评议，未发生责任追究情形。',
      ],
      problems: [
        '存在的主要问题：政策解读形式较为单一，基层林业站公开意识有待增强。',
        '改进情况：增加图解和问答形式的解读，组织林业站工作人员集中培训。',
      ],
      other: [
        '依据信息处理费管理有关规定发出收费通知，申请人逾期未缴纳，本年未收取信息处理费。没有其他需要报告的事项。',
      ],
    },
  });
}
