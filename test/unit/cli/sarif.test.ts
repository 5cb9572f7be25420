import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { bodyYears, writeReport } from '../../support/bodyYears.ts';
import { Workbench } from '../../support/commandLine.ts';

const require = createRequire(import.meta.url);

/** The official schema, as a package carries it. */
const SCHEMA = join(
  dirname(require.resolve('@microsoft/jest-sarif/package.json')),
  'lib/schemas/sarif-2.1.0-rtm.5.json',
);

describe('SARIF', () => {
  const bench = new Workbench();

  function fill(): void {
    const [earlier, later] = bodyYears('青禾县林业局', [2023, 2024], 5);
    const row = later!.tables['t2.disclosure']!['normativeDocuments']!;
    row['effective'] = Number(row['effective']) + 5;
    later!.tables['t3.requests']!['newReceived']!['total'] = 999;
    bench.write('a b/2023年报.md', writeReport(earlier!));
    bench.write('a b/2024年报.md', writeReport(later!));
  }

  it('is valid against the official schema, with what is suppressed and what is new', () => {
    expect(existsSync(SCHEMA)).toBe(true);
    const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
    const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore', format: false });
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
    const validate = ajv.compile(schema);
    fill();
    bench.run(['check', '--write-baseline', 'known.json', 'a b']);
    const known = JSON.parse(readFileSync(bench.at('known.json'), 'utf8')) as { findings: unknown[] };
    bench.write('some.json', JSON.stringify({ version: 1, findings: known.findings.slice(0, 1) }));
    for (const args of [[], ['--baseline', 'some.json']]) {
      const { out } = bench.run(['check', '--format', 'sarif', ...args, 'a b']);
      const log = JSON.parse(out) as { runs: { results: { baselineState?: string; suppressions?: unknown }[] }[] };
      expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
      const results = log.runs[0]!.results;
      expect(results.length).toBeGreaterThan(0);
      if (args.includes('--baseline'))
        expect(results.map(({ baselineState }) => baselineState)).toEqual(expect.arrayContaining(['new', 'unchanged']));
    }
  });

  it('names places in other reports by their own addresses', () => {
    fill();
    const log = JSON.parse(bench.run(['check', '--format', 'sarif', 'a b']).out) as {
      runs: {
        results: {
          ruleId: string;
          locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
          relatedLocations?: { physicalLocation: { artifactLocation: { uri: string; uriBaseId: string } } }[];
        }[];
      }[];
    };
    const found = log.runs[0]!.results.find(({ ruleId }) => ruleId === 'workspace/in-force');
    expect(found?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      `a%20b/${encodeURIComponent('2024年报.md')}`,
    );
    expect(found?.relatedLocations?.[0]?.physicalLocation.artifactLocation).toEqual({
      uri: `a%20b/${encodeURIComponent('2023年报.md')}`,
      uriBaseId: '%SRCROOT%',
    });
  });
});
