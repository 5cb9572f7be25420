// What becomes of a page's links in the package. The page of an extension is shown without its folder, so a relative
// link leads nowhere there; with a repository in the manifest, vsce writes its address before them.

const LINK = /(!?)\[([^\]\n]*)\]\(([^)\s]+)\)/g;

/** Whether a target needs the folder that the page lies in. */
function isRelative(target) {
  return !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(target);
}

/** The README without pictures and links that lead nowhere: of a link its words stay, a line of pictures goes. */
export function packedReadme(text) {
  return text
    .replace(LINK, (whole, mark, words, target) => (!isRelative(target) ? whole : mark === '!' ? '' : words))
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
