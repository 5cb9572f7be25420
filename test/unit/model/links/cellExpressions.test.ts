import { expect, it } from 'vitest';
import { cellExpressionsOf } from '../../../../server/src/model/links/cellExpressions.ts';
import { reportOf } from '../reports.ts';

const draft = (received: string) => `海东县林业局2024年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况
${received}
二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3
（一）予以公开\t40\t1\t0\t0\t0\t0\t41
（七）总计\t40\t1\t0\t0\t0\t0\t41
四、结转下年度继续办理\t2\t1\t0\t0\t0\t0\t3
`;
const received = (line: string) =>
  cellExpressionsOf(reportOf(draft(line)), 'received', 'annual').map(each => each.value);

it('what the text means is not told by other cells where its own was not read', () => {
  expect(received('一、本年新收政府信息公开申请数量\t39\t2\t0\t0\t0\t0\t41')[0]).toBe(41);
  expect(received('39\t2\t0\t0\t0\t41')).toEqual([]);
});
