// What becomes of a page's links in a package. The page of an extension is shown without its folder, so a relative link
// leads nowhere there, and no address is known to write before it.
//   node scripts/packedReadme.mjs    writes dist/README.md for a package that `vsce` makes by itself
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LINK = /(!?)\[([^\]\n]*)\]\(([^)\s]+)\)/g;

/** Whether a target needs the folder that the page lies in. */
function isRelative(target) {
  return !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(target);
}

/**
 * A page without links that lead nowhere: of a link its words stay. Pictures are put into it, `bytesOf` giving the
 * bytes of a PNG file; without that their lines go.
 */
export function packedReadme(text, bytesOf) {
  const picture = (words, target) =>
    bytesOf ? `![${words}](data:image/png;base64,${bytesOf(target).toString('base64')})` : '';
  return text
    .replace(LINK, (whole, mark, words, target) =>
      !isRelative(target) ? whole : mark === '!' ? picture(words, target) : words,
    )
    .replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, '\n\n');
}

/** Relative links of a page, as paths from the root of the package. */
export function linkedFiles(path, text) {
  const folder = path.split('/').slice(0, -1);
  return [...text.matchAll(LINK)]
    .map(([, , , target]) => target)
    .filter(isRelative)
    .map(target => {
      const steps = [...folder];
      for (const step of decodeURI(target.replace(/#.*/, '')).split('/')) {
        if (step === '..') steps.pop();
        else if (step !== '.' && step !== '') steps.push(step);
      }
      return steps.join('/');
    });
}

/** Links of packed pages to what is not packed: `page → target`. A link to a folder needs one file in it. */
export function deadLinks(pages, files) {
  const isPacked = target => files.some(file => file === target || file.startsWith(`${target}/`));
  return Object.entries(pages).flatMap(([path, text]) =>
    linkedFiles(path, text)
      .filter(target => !isPacked(target))
      .map(target => `${path} → ${target}`),
  );
}

/**
 * Writes the page of the extension's package below a folder, from the README of `root`. `hasPictures` puts them into it:
 * VS Code shows them up to 1.100 at least, and their words alone where it takes no picture without an address, as 1.137
 * does; vsce by itself packs none of that kind.
 */
export function writePackedReadme(root, folder, hasPictures) {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const page = packedReadme(text, hasPictures ? target => readFileSync(join(root, target)) : undefined);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'README.md'), page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  writePackedReadme(root, root, false);
}
