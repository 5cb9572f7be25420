import type { Language } from '../messages/message.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import type { Severity } from '../rules/support/rule.ts';
import { printableJson } from '../text/printable.ts';
import { RANKS, type FileRecord, type FindingRecord, type PlaceRecord, type SuppressedRecord } from './records.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
/** Results that one file holds: what reads it takes 25,000 at most. */
const MOST_RESULTS = 20_000;
const MOST_RELATED = 100;

interface Placed {
  readonly path: string;
  readonly finding: FindingRecord | SuppressedRecord;
}

export interface SarifArtifact {
  readonly uri: string;
  readonly uriBaseId?: '%SRCROOT%';
}

/** How a run is written as SARIF. */
export interface SarifOptions {
  readonly language: Language;
  readonly version: string;
  /** Address of the folder from which files are named. */
  readonly root: string;
  /** A file as it is named: by its path from that folder, or by its whole address. */
  readonly artifact: (path: string) => SarifArtifact;
  /** Whether there is a baseline, so that each result is new or unchanged. */
  readonly hasBaseline: boolean;
}

/** The run as logs of SARIF 2.1.0; several where there are more results than one may hold, the gravest first. */
export function sarifLogs(files: readonly FileRecord[], options: SarifOptions): readonly string[] {
  const results: Placed[] = files.flatMap(({ path, findings, suppressed }) =>
    [...findings, ...suppressed].map(finding => ({ path, finding })),
  );
  if (results.length > MOST_RESULTS) results.sort((a, b) => RANKS[b.finding.severity] - RANKS[a.finding.severity]);
  const logs: string[] = [];
  for (let at = 0; at === 0 || at < results.length; at += MOST_RESULTS)
    logs.push(`${printableJson(JSON.stringify(logOf(results.slice(at, at + MOST_RESULTS), options), null, 1))}\n`);
  return logs;
}

function logOf(results: readonly Placed[], options: SarifOptions) {
  const rules = [...new Set(results.map(({ finding }) => finding.rule))].sort();
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'annual-report',
            version: options.version,
            rules: rules.map(id => ({
              id,
              shortDescription: { text: ruleTitle(options.language, id) },
            })),
          },
        },
        language: options.language,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { uri: options.root } },
        results: results.map(each => resultOf(each, indexes, options)),
      },
    ],
  };
}

function resultOf({ path, finding }: Placed, indexes: ReadonlyMap<string, number>, options: SarifOptions) {
  const related = finding.related.slice(0, MOST_RELATED);
  const by = 'by' in finding ? finding.by : undefined;
  return {
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule) ?? 0,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: locationOf(path, finding, options) }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((each, id) => ({
            id,
            physicalLocation: locationOf(each.path ?? path, each, options),
            message: { text: each.message },
          })),
        }
      : {}),
    partialFingerprints: { 'annualReport/v1': finding.fingerprint },
    ...('by' in finding
      ? {
          suppressions: [
            {
              kind: by === 'draft' ? 'inSource' : 'external',
              ...(finding.reason === '' ? {} : { justification: finding.reason }),
            },
          ],
        }
      : {}),
    ...(options.hasBaseline ? { baselineState: by === 'baseline' ? 'unchanged' : 'new' } : {}),
  };
}

function locationOf(path: string, place: PlaceRecord, { artifact }: SarifOptions) {
  return {
    artifactLocation: artifact(path),
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
    },
  };
}
