/**
 * Whether a path with `/` fits a pattern: `*` stands for any signs of one name, `?` for one, `**` for any folders. A
 * pattern without `/` is looked for in every folder. Takes time as path × pattern at most.
 */
export function fitsGlob(path: string, pattern: string): boolean {
  const wanted = pattern.includes('/') ? pattern : `**/${pattern}`;
  const parts = wanted
    .replace(/^\.?\//, '')
    .replace(/\/$/, '/**')
    .split('/');
  return fitsParts(path.split('/'), parts);
}

/** Table of which beginnings fit: no step is taken twice. */
function fitsParts(names: readonly string[], parts: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**') for (let end = at; end <= names.length; end++) next.add(end);
      else if (fitsName(names[at], part)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(names.length);
}

function fitsName(name: string | undefined, part: string): boolean {
  if (name === undefined) return false;
  let at = 0;
  let sign = 0;
  let star = -1;
  let behindStar = 0;
  while (at < name.length) {
    if (sign < part.length && (part[sign] === '?' || part[sign] === name[at]) && part[sign] !== '*') {
      at++;
      sign++;
    } else if (part[sign] === '*') {
      star = sign++;
      behindStar = at;
    } else if (star >= 0) {
      sign = star + 1;
      at = ++behindStar;
    } else return false;
  }
  while (part[sign] === '*') sign++;
  return sign === part.length;
}
