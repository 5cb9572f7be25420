/** Where a page gets its parts from. */
export interface PageParts {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  /** Id of the element that the script fills. */
  readonly root: string;
  /** Source of style sheets that the policy allows. */
  readonly styleSource: string;
  readonly style: string;
  readonly script: string;
  /** Differs from page to page; the one script that bears it runs. */
  readonly nonce: string;
}

/**
 * A page of ours, empty but for its root: nothing may be loaded but its own style sheet and its own script, and nothing
 * sent.
 */
export function webviewPage({ language, title, root, styleSource, style, script, nonce }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${styleSource}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<main id="${attribute(root)}"></main>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
