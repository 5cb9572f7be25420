const LINK = /\[((?:[^\]\\]|\\.)*)\]\(<?([^)>\s]*)>?\)/g;

/** Text of simple Markdown (emphasis, links, escapes, lists, rules) for clients that show none. */
export function plainText(markdown: string): string {
  return markdown
    .replace(LINK, (_, words: string, address: string) => (words === address ? address : `${words}（${address}）`))
    .replace(/(^|[^\\*])\*\*((?:[^*\\]|\\.)+)\*\*/g, '$1$2')
    .replace(/(^|[^\\_*])[*_]((?:[^*_\\]|\\.)+)[*_](?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/^#{1,6} +/gm, '')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(
      /&(lt|gt|amp|nbsp);/g,
      (_, name: 'lt' | 'gt' | 'amp' | 'nbsp') => ({ lt: '<', gt: '>', amp: '&', nbsp: ' ' })[name],
    );
}
