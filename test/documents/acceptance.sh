#!/bin/bash
# Documents in and out on files with known figures: acceptance.sh SHARED [CLI]
# SHARED holds documents/ with the files and expected.json; without it nothing is tried. Ends with 1 at the first line
# that does not hold.
set -u
shared=${1:?usage: acceptance.sh SHARED [CLI]}
root=$(cd "$(dirname "$0")/../.." && pwd)
cli=${2:-$root/dist/cli.js}
documents=$(cd "$shared/documents" 2>/dev/null && pwd) || { echo "no documents in $shared: skipped"; exit 0; }
[ -f "$cli" ] && [ -f "$(dirname "$cli")/documents.js" ] || (cd "$root" && node esbuild.js) || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

count=0
holds() { # holds NAME COMMAND…
  local name=$1
  shift
  if "$@"; then count=$((count + 1)); else echo "does not hold: $name"; exit 1; fi
}
run() { node "$cli" "$@"; }
status() { # status EXPECTED COMMAND…
  local expected=$1 found
  shift
  "$@" >out.txt 2>error.txt
  found=$?
  [ "$found" = "$expected" ] || { echo "status $found, not $expected: $(head -c 300 error.txt)"; return 1; }
}

# figures FILE TABLES FINDINGS: the cells of expected.json (all tables, or one), its sections for all, this many findings.
cat >figures.mjs <<'JS'
import { readFileSync } from 'node:fs';
const [, , file, expectedFile, only, findings] = process.argv;
const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
const [found] = JSON.parse(readFileSync(file, 'utf8')).files;
const fail = text => (console.log(text), process.exit(1));
const cells = Object.assign({}, ...found.tables.map(table => table.cells));
let count = 0;
for (const [id, table] of Object.entries(expected.tables)) {
  if (only !== 'all' && id !== only) continue;
  for (const [key, value] of Object.entries(table)) {
    if (cells[key] !== value) fail(`${id} ${key}: ${cells[key]}, not ${value}`);
    count++;
  }
}
if (only === 'all') {
  if (found.sections.map(({ id }) => id).join() !== expected.sections.join()) fail('other sections');
  for (const name of ['edition', 'reportYear', 'publicBody']) if (found[name] !== expected[name]) fail(`other ${name}`);
  if (count !== 200) fail(`${count} cells`);
} else if (count !== 175) fail(`${count} cells`);
if (found.findings.length !== Number(findings)) fail(`${found.findings.length} findings: ${found.findings[0]?.message}`);
JS
figures() {
  run check --format json "$1" >checked.json 2>error.txt
  [ -s checked.json ] && node figures.mjs checked.json "$documents/expected.json" "$2" "$3"
}

files="numbered-auto.docx merged-tables.docx merged-tables.doc tracked-changes.docx official-layout.docx official-layout.pdf saved-page.html saved-page-gb18030.html"
for f in $files; do
  run convert "$documents/$f" -o o.md --force >/dev/null 2>&1
  holds "convert $f" figures o.md all 0
done
for f in numbered-auto.docx merged-tables.docx merged-tables.doc tracked-changes.docx official-layout.docx official-layout.pdf; do
  holds "check $f" figures "$documents/$f" all 0
done
holds "table-three.xlsx" figures "$documents/table-three.xlsx" t3.requests 0
holds "table-three.xls" figures "$documents/table-three.xls" t3.requests 0
run convert "$documents/wps-clipboard.html" -o clipboard.md --force >/dev/null 2>&1
holds "wps-clipboard.html" figures clipboard.md t3.requests 0
holds "nothing of a hidden sheet" bash -c '! grep -q 去年 <(node "$0" convert "$1" 2>/dev/null | grep -v 导入说明)' "$cli" "$documents/table-three.xlsx"

run convert "$documents/tracked-changes.docx" -o tracked.md --force >/dev/null 2>&1
holds "tracked changes dropped" bash -c '! grep -qE "28件|内部口径" tracked.md'
holds "text box once" test "$(grep -o 联系电话 tracked.md | wc -l)" = 1
for words in 插入4处 删除5处 图片1张 文本框1个 隐藏文字1处 批注1条; do holds "note $words" grep -q "$words" tracked.md; done
holds "page alone" bash -c '! grep -qE "上一篇|主办|浏览量" <(node "$0" convert "$1" 2>/dev/null)' "$cli" "$documents/saved-page.html"

holds "official layout, nothing left out" status 0 run convert "$documents/official-layout.docx" --to md
holds "official layout, byte for byte" cmp out.txt "$documents/expected.md"

holds "write Word" status 0 run convert "$documents/expected.md" -o a.docx
holds "write Word again" status 0 run convert "$documents/expected.md" -o b.docx
holds "same bytes" cmp a.docx b.docx
holds "Word and back" figures a.docx all 0

holds "write HTML" status 0 run convert "$documents/expected.md" -o f.html
holds "plain elements" test "$(grep -ciE '<(script|style|img)|class=|id=' f.html)" = 0
holds "HTML checked" figures f.html all 0

holds "password" status 2 run convert "$documents/encrypted.docx" -o e.md
holds "password said" grep -q 密码 error.txt
holds "nothing written" test ! -e e.md

holds "new report" status 0 run new --from "$documents/merged-tables.docx" --year 2025 -o n.md
holds "new report from Word" status 0 run new --from "$documents/official-layout.docx" --year 2025 -o word.md
holds "new report from PDF" status 0 run new --from "$documents/official-layout.pdf" --year 2025 -o pdf.md
holds "the same new report" cmp <(sed s/official-layout.docx// word.md) <(sed s/official-layout.pdf// pdf.md)
run check --format json n.md >n.json 2>/dev/null
holds "上年结转 carried, every other cell blank" node -e '
  const [found] = JSON.parse(require("node:fs").readFileSync("n.json", "utf8")).files;
  const last = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).tables["t3.requests"];
  for (const { cells } of found.tables) for (const [key, value] of Object.entries(cells)) {
    const [row, column] = key.split(".");
    if (value !== (row === "carriedIn" ? last["carriedOut." + column] : null)) process.exit(1);
  }
  process.exit(found.reportYear === 2025 && found.tables.length === 3 ? 0 : 1);' "$documents/expected.json"
holds "last year only in comments" node -e '
  const text = require("node:fs").readFileSync("n.md", "utf8");
  process.exit(text.includes("组织培训2次") && !/组织培训|2024/.test(text.replace(/<!--[^]*?-->/g, "")) ? 0 : 1);'

holds "check tracked changes" status 0 run check "$documents/tracked-changes.docx"
sed 's/全年新收政府信息公开申请40件/全年新收政府信息公开申请41件/' "$documents/expected.md" >w.md
holds "write w.docx" status 0 run convert w.md -o w.docx
holds "annotate" status 1 run check --format json w.docx --annotate c.docx
findings=$(node -e 'console.log(JSON.parse(require("node:fs").readFileSync("out.txt", "utf8")).files[0].findings.length)')
holds "a comment for each finding" test "$findings" -ge 1 -a "$(unzip -p c.docx word/comments.xml | grep -o '<w:comment ' | wc -l)" = "$findings"
mkdir before after && (cd before && unzip -q ../w.docx) && (cd after && unzip -q ../c.docx)
holds "all other parts as they were" test "$(diff -rq before after | grep -vE 'document.xml|comments.xml|\[Content_Types\].xml|: comments' | wc -l)" = 0

run check --format json "$documents/real/2021-blank-template-wps.docx" >blank.json 2>/dev/null
holds "blank form" node -e '
  const [found] = JSON.parse(require("node:fs").readFileSync("blank.json", "utf8")).files;
  const cells = found.tables.flatMap(({ cells }) => Object.values(cells));
  process.exit(found.tables.length === 3 && found.edition === "2021" && found.reportYear === null && cells.length === 200 && cells.every(value => value === null) ? 0 : 1);'
run check --format json "$documents/real/2023-hongze-wps.pdf" >real.json 2>/dev/null
holds "PDF: 179 cells, two wrong totals of table four" node -e '
  const [found] = JSON.parse(require("node:fs").readFileSync("real.json", "utf8")).files;
  const cells = found.tables.flatMap(({ cells }) => Object.values(cells)).filter(value => value !== null);
  const errors = found.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const says = text => errors.some(message => message.includes(text));
  process.exit(cells.length === 179 && errors.length === 2 && says("10 + 1 + 0 + 0") && says("5 + 0 + 0 + 0") ? 0 : 1);'
echo "$count lines hold"
