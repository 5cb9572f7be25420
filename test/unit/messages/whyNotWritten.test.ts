import { expect, it } from 'vitest';
import { whyNotWritten } from '../../../server/src/messages/whyNotWritten.ts';

const fault = (message: string, code?: string) => Object.assign(new Error(message), code === undefined ? {} : { code });

it('names the cause in words, as the system or the editor tells it, and leaves what it does not know', () => {
  const refused = whyNotWritten('zh-CN', fault('EACCES: permission denied', 'EACCES'));
  expect(refused).toMatch(/没有权限，或文件正被 WPS、Word 等打开/);
  const wrapped =
    "Unable to write file 'file:///EXCEL/稿.docx' (Unknown (FileSystemError): Error: EBUSY: resource busy)";
  expect(whyNotWritten('zh-CN', fault(wrapped, 'Unknown'))).toBe(refused);
  expect(whyNotWritten('zh-CN', fault('no', 'NoPermissions'))).toBe(refused);
  expect(whyNotWritten('en', fault('ENOSPC: no space left', 'ENOSPC'))).toMatch(/disk/i);
  expect(whyNotWritten('en', fault('EXCEL is odd', 'Unknown'))).toBe('EXCEL is odd');
  expect(whyNotWritten('en', 'torn')).toBe('torn');
});
