import { arePlainlyDifferent } from '../../model/fileNameTitle.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 文件名的单位与标题不同。
 *
 * 文件名写的是一个单位的年报，打开来标题写的是另一个单位：存错了文件名，或者拿错了文件。只在两个名称都带地名、明显是两个单位时
 * 提示：同一地方的两个部门（财政局、教育局）、两个乡镇，或者两个地方的同一部门。标在标题的单位上。
 *
 * 不报：
 * - 名称有相同的字的（改了名的、合并的、简称），政府与它的办公室，没有写地名的。
 * - 文件名写着参考、模板、底稿、根据……的；文件夹的名称不看。
 *
 * English: The file is named as the report of another body than its title says. Told only where both names bear their
 * place and are plainly those of different bodies; renamed bodies, short names and offices of governments are not.
 */
export const fileNameBody = defineRule({
  id: 'wording/file-name-body',
  catalogue: ['S09'],
  basis: ['practice'],
  severity: 'information',
  scope: 'report',
  *run({ report: { publicBody, namedByFile } }) {
    const found = namedByFile?.body;
    if (!found || !publicBody?.span || !arePlainlyDifferent(found, publicBody.value)) return;
    yield finding(publicBody.span, { message: 'wording/file-name-body', args: { found, body: publicBody.value } });
  },
});
