import { statuteById } from '../../statutes/index.ts';

/** What the last section usually says, and the signature. */
export type ClosingKind = ClosingSentence | 'signature';

/** No fees were collected; the fees that were; nothing else to report. */
export type ClosingSentence = 'noFees' | 'fees' | 'nothingElse';

/** Whether fees for processing information are collected in a year. */
export function areFeesCollected(year: number): boolean {
  return year >= Number(statuteById('ogi-fee-2020')?.effective?.slice(0, 4));
}

/** A sentence of the last section; `figure` gives the text of each figure to fill in. */
export function writeClosing(kind: ClosingSentence, figure: () => string): string {
  switch (kind) {
    case 'noFees':
      return '根据《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。';
    case 'fees':
      return `根据《政府信息公开信息处理费管理办法》，本年度发出收费通知${figure()}件，总金额${figure()}元，实际收取${figure()}元。`;
    case 'nothingElse':
      return '没有其他需要报告的事项。';
  }
}

/** The public body and the day, each on a line of its own, without line end behind them. */
export function writeSignature(publicBody: string, day: Date, lineEnd = '\n'): string {
  const date = `${String(day.getFullYear())}年${String(day.getMonth() + 1)}月${String(day.getDate())}日`;
  return `${publicBody}${lineEnd}${lineEnd}${date}`;
}
