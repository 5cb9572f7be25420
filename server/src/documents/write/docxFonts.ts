import type { FontSet } from '../job.ts';

/** Typefaces by what they set. */
export function fontNames(fonts: FontSet) {
  const isOfficial = fonts === 'gb2312';
  return {
    title: '方正小标宋简体',
    body: isOfficial ? '仿宋_GB2312' : '仿宋',
    heading: '黑体',
    subheading: isOfficial ? '楷体_GB2312' : '楷体',
    page: '宋体',
  };
}

/** The part that names other typefaces for those that a computer lacks; the fonts themselves are not in the file. */
export function fontTable(fonts: FontSet): string {
  const names = fontNames(fonts);
  const entry = (name: string, other: string) =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    entry(names.title, '华文中宋') +
    entry(names.body, fonts === 'gb2312' ? '仿宋' : '仿宋_GB2312') +
    entry(names.subheading, fonts === 'gb2312' ? '楷体' : '楷体_GB2312') +
    entry(names.heading, 'SimHei') +
    '</w:fonts>'
  );
}
