import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertSilence } from '../../../../server/src/analysis/files/silencedEntry.ts';
import { readSettingsFile } from '../../../../server/src/analysis/files/settingsFile.ts';
import type { Change } from '../../../../server/src/text/change.ts';

const entry = (file: string) => ({ file, rule: 'prose/share', fingerprint: `${file} x`, reason: '请写明理由' });
const A = entry('甲.txt');
const B = entry('乙.txt');
const apply = (text: string, { span, text: by }: Change) => text.slice(0, span.start) + by + text.slice(span.end);

/** The file after an entry was inserted; fails where that is refused. */
function inserted(text: string, what = A): string {
  const insertion = insertSilence(text, what);
  if (insertion.kind !== 'change') throw new Error(insertion.kind);
  const after = apply(text, insertion.change);
  expect(after.slice(insertion.reason.start, insertion.reason.end)).toBe('请写明理由');
  return after;
}

const lines = (...each: readonly string[]) => each.join('\n');

describe('an entry in a settings file', () => {
  it('goes behind the others, on as many lines and with as many blanks', () => {
    const wide = `${JSON.stringify({ silenced: [A], edition: '2021' }, null, 4)}\n`;
    expect(inserted(wide, B)).toBe(`${JSON.stringify({ silenced: [A, B], edition: '2021' }, null, 4)}\n`);
    expect(inserted(wide.replaceAll('\n', '\r\n'), B)).toBe(
      `${JSON.stringify({ silenced: [A, B], edition: '2021' }, null, 4)}\n`.replaceAll('\n', '\r\n'),
    );
    const short = '{ "file": "乙.txt", "rule": "prose/share", "fingerprint": "乙.txt x", "reason": "请写明理由" }';
    expect(inserted(`{\n\t"silenced": [\n\t\t{ "file": "a" }\n\t]\n}`, B)).toBe(
      `{\n\t"silenced": [\n\t\t{ "file": "a" },\n\t\t${short}\n\t]\n}`,
    );
    expect(inserted('{"silenced":[{"file":"a"}]}', B)).toBe(`{"silenced":[{"file":"a"}, ${short}]}`);
  });

  it('is the first of a new list', () => {
    const list = lines(
      '  "silenced": [',
      '    {',
      '      "file": "甲.txt",',
      '      "rule": "prose/share",',
      '      "fingerprint": "甲.txt x",',
      '      "reason": "请写明理由"',
      '    }',
      '  ]',
    );
    expect(inserted('')).toBe(`{\n${list}\n}\n`);
    expect(inserted('{}\n')).toBe(`{\n${list}\n}\n`);
    expect(inserted('{\n  "silenced": []\n}\n')).toBe(`{\n${list}\n}\n`);
    expect(inserted('{\n  "silenced": null\n}\n')).toBe(`{\n${list}\n}\n`);
    expect(inserted('{\n  "edition": "2021"\n}\n')).toBe(`{\n  "edition": "2021",\n${list}\n}\n`);
  });

  it('that stands there already is known', () => {
    expect(insertSilence(inserted('{}'), { ...A, reason: '已核对' })).toEqual({ kind: 'known' });
  });

  it.each([
    ['{"silenced": [],}', 'statuteFile.syntax', '}'],
    ['{"silenced": [] // 说明\n}', 'statuteFile.syntax', '// 说明'],
    ['[]', 'statuteFile.notObject', '[]'],
    ['{"silenced": {}}', 'statuteFile.notList', '{}'],
    ['{"edition": "\ufffd\ufffd"}', 'settingsFile.encoding', '\ufffd'],
    [`{"a": ${'['.repeat(9999)}`, 'statuteFile.tooDeep', '['],
  ])('is not put into a file that has to be mended first: %j', (text, message, place) => {
    const insertion = insertSilence(text, A);
    if (insertion.kind !== 'broken') throw new Error(insertion.kind);
    const { span } = insertion.problem;
    expect([insertion.problem.message, text.slice(span.start, span.end)]).toEqual([message, place]);
  });

  it('keeps every setting of any file, twice over', () => {
    const value = fc.oneof(
      fc.constant('2021'),
      fc.integer(),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.boolean()),
    );
    const file = fc.record(
      {
        before: value,
        silenced: fc.array(fc.constantFrom(entry('丙.txt'), entry('丁.txt'))),
        behind: value,
      },
      { requiredKeys: [] },
    );
    const unit = fc.constantFrom('', ' ', '  ', '    ', '\t');
    fc.assert(
      fc.property(file, unit, fc.constantFrom('\n', '\r\n'), (content, indent, lineEnd) => {
        const text = JSON.stringify(content, null, indent).replaceAll('\n', lineEnd);
        const twice = inserted(inserted(text), B);
        expect(JSON.parse(twice)).toEqual({ ...content, silenced: [...(content.silenced ?? []), A, B] });
        expect(readSettingsFile({ text: twice }).settings.silenced.slice(-2)).toEqual([A, B]);
        if (lineEnd === '\r\n' && indent !== '') expect(twice.replaceAll('\r\n', '')).not.toContain('\n');
      }),
    );
  });
});
