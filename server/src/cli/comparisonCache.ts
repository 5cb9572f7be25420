import type { FoundAcross } from '../analysis/across/chains.ts';
import type { KeptComparisons } from '../analysis/across/compareOptions.ts';
import type { ComparedPart, ComparisonJob } from '../analysis/across/parts.ts';
import type { Body } from '../model/across/body.ts';
import type { Summary } from '../model/summary/summary.ts';
import { ACROSS_RULES } from '../rules/acrossRules.ts';
import type { Cache } from './cache.ts';
import { digest, textOf } from './cacheFile.ts';
import type { SummaryOfDraft } from './examine.ts';

/** In place of a report: its number among those that were compared. */
interface ReportNumber {
  readonly $: number;
}

/** What earlier runs of the same program gave when the same reports were compared. */
export class ComparisonCache implements KeptComparisons {
  private readonly digests = new Map<Summary, string>();
  /** Of all reports of a group: their sentences tell which are nobody's own. */
  private readonly groups = new Map<string, string>();

  constructor(
    private readonly cache: Cache,
    private readonly lineOf: (report: Summary) => SummaryOfDraft | undefined,
  ) {}

  begin(bodies: readonly Body[]): void {
    const members = new Map<string, string[]>();
    for (const { id, reports } of bodies)
      for (const report of reports) {
        const known = members.get(report.group);
        const member = `${id}\n${this.digestOf(report)}`;
        if (known) known.push(member);
        else members.set(report.group, [member]);
      }
    for (const [group, digests] of members) this.groups.set(group, digest(digests.join('\n')));
  }

  find(job: ComparisonJob): ComparedPart | undefined {
    const [column] = this.cache.comparisons.find(this.nameOf(job))?.columns ?? [];
    return column && readPart(textOf(column), job.reports);
  }

  /** Keeps what comparing gave, where nothing failed. */
  add(job: ComparisonJob, part: ComparedPart): void {
    if (part.failures.length === 0)
      this.cache.comparisons.add(this.nameOf(job), {}, [Buffer.from(writtenPart(part, job.reports))]);
  }

  private nameOf({ key, facts, reports }: ComparisonJob): string {
    const groups = [...new Set(reports.map(({ group }) => this.groups.get(group) ?? ''))];
    return digest(JSON.stringify([key, facts, reports.map(report => this.digestOf(report)), groups]));
  }

  private digestOf(report: Summary): string {
    let known = this.digests.get(report);
    if (known === undefined) {
      const line = this.lineOf(report);
      this.digests.set(report, (known = line?.digest ?? digest(line?.line ?? JSON.stringify(report))));
    }
    return known;
  }
}

function writtenPart({ found, ...part }: ComparedPart, reports: readonly Summary[]): string {
  const numbers = new Map<unknown, number>(reports.map((report, i) => [report, i]));
  return JSON.stringify(
    { ...part, found: found.map(each => ({ ...each, rule: each.rule.id })) },
    (_, value: unknown): unknown => {
      const number = numbers.get(value);
      return number === undefined ? value : { $: number };
    },
  );
}

/** Undefined where a rule or a report of it is not known. */
function readPart(text: string, reports: readonly Summary[]): ComparedPart | undefined {
  let isWhole = true;
  const read = JSON.parse(text, (_, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('$' in value)) return value;
    const report = reports[(value as ReportNumber).$];
    isWhole &&= report !== undefined;
    return report;
  }) as Omit<ComparedPart, 'found'> & { readonly found: readonly (Omit<FoundAcross, 'rule'> & { rule: string })[] };
  const found = read.found.flatMap(each => {
    const rule = ACROSS_RULES.find(({ id }) => id === each.rule);
    return rule ? { ...each, rule } : [];
  });
  return isWhole && found.length === read.found.length ? { ...read, found } : undefined;
}
