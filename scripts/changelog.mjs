// The change log as a release needs it.

const UNRELEASED = '## [未发布 · Unreleased]';

/**
 * The log with what was unreleased moved below a version of its own, and the notes of that version.
 *
 * @throws Error where nothing is unreleased, or the version is there already.
 */
export function released(log, version, day) {
  const at = log.indexOf(UNRELEASED);
  if (at < 0) throw new Error(`CHANGELOG.md 里没有“${UNRELEASED}” / has no such heading`);
  if (log.includes(`\n## [${version}]`)) throw new Error(`CHANGELOG.md 里已有 ${version} / is there already`);
  const from = at + UNRELEASED.length;
  const next = log.indexOf('\n## [', from);
  const notes = log.slice(from, next < 0 ? undefined : next).trim();
  if (!/^- /m.test(notes)) throw new Error('CHANGELOG.md 的“未发布”下没有内容 / nothing is unreleased');
  const rest = next < 0 ? '' : log.slice(next);
  return { log: `${log.slice(0, from)}\n\n## [${version}] - ${day}\n\n${notes}\n${rest}`, notes };
}

/** Whether a version follows another one: three numbers, the first that differs greater. */
export function follows(version, before) {
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)) return false;
  const [own, old] = [version, before].map(each => each.split('.').map(Number));
  const at = own.findIndex((number, i) => number !== old[i]);
  return at >= 0 && own[at] > old[at];
}
