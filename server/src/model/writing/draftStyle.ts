import { isKind } from '../../syntax/block.ts';
import { isWebPage } from '../../syntax/webPage.ts';
import type { Report } from '../report.ts';
import { headingFormOf } from './headingForm.ts';
import type { WriteOptions } from './write.ts';

/** How a draft writes headings and tables, so that what is inserted looks like the rest; null for a saved web page. */
export function styleOf(report: Report): WriteOptions | null {
  if (isWebPage(report.source.text)) return null;
  const headings = report.blocks.filter(placed => isKind(placed, 'heading'));
  const tables = report.blocks.filter(placed => isKind(placed, 'table'));
  const heading = headingFormOf(report.source, report.sections);
  const layout = tables[0]?.block.layout ?? 'pipe';
  return {
    style: headings.some(({ block }) => block.markdownLevel !== undefined) ? 'markdown' : 'plain',
    ...(heading ? { heading } : {}),
    layout: layout === 'html' || layout === 'tabbed' ? layout : 'pipe',
    alignment: 'withFigures',
    lineEnd: report.source.text.includes('\r\n') ? '\r\n' : '\n',
    ...(report.reportYear ? { reportYear: report.reportYear.value } : {}),
  };
}
