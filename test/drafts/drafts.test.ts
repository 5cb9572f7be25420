import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../../server/src/messages/text.ts';
import { newTrouble, weight } from '../support/fixing.ts';
import { applyFix, compare, describeFinding, findingsOf, readFixture } from '../support/fixture.ts';

const FOLDER = import.meta.dirname;
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:md|txt|html)$/.test(name))
  .sort();

describe.each(files)('%s', file => {
  const drafts = readFixture(readFileSync(join(FOLDER, file), 'utf8'));
  test.each(drafts.map(draft => [draft.name, draft] as const))('%s', async (_, draft) => {
    const findings = await findingsOf(draft.text, draft.switches);
    const { unexpected, missing } = compare(findings, draft);
    expect({
      unexpected: unexpected.map(finding => describeFinding(finding, draft)),
      missing: missing.map(({ written, line }) => `line ${String(line)}: ${written}`),
    }).toEqual({ unexpected: [], missing: [] });
    const isSaid = draft.isSilent || draft.quietRule !== undefined || draft.expectations.length > 0;
    expect(isSaid, 'a draft says what is found in it, or none').toBe(true);
    for (const finding of findings) {
      for (const language of ['zh-CN', 'en'] as const) {
        const sentence = messageOf(language, finding);
        expect(sentence).not.toMatch(/undefined|NaN|^[a-z]+\/[a-z-]+/);
        for (const related of finding.related)
          expect(messageOf(language, related)).not.toMatch(/undefined|NaN|^related/);
        for (const fix of finding.fixes) expect(messageOf(language, fix)).not.toMatch(/undefined|NaN|^fix\./);
      }
      for (const fix of finding.fixes) {
        const after = await findingsOf(applyFix(draft.text, fix), draft.switches);
        expect(newTrouble(findings, after), `what ${fix.message} of ${finding.rule} brings`).toEqual([]);
        expect(weight(after, finding.rule), `${finding.rule} after ${fix.message}`).toBeLessThan(
          weight(findings, finding.rule),
        );
      }
    }
  });
});
