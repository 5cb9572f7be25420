-- Checks in Neovim what docs/editors.md configured. Prints one line of JSON a check.
local function say(check, ok, detail)
  local values = { check = check, ok = ok and true or false, detail = tostring(detail or '') }
  local members = {}
  for _, name in ipairs({ 'check', 'ok', 'detail' }) do members[#members + 1] = '"' .. name .. '":' .. vim.json.encode(values[name]) end
  io.stdout:write('{' .. table.concat(members, ',') .. '}\n')
end
local buffer = vim.api.nvim_get_current_buf()
local function finding()
  for _, each in ipairs(vim.diagnostic.get(buffer)) do if each.code == 'wording/punctuation' then return each end end
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 8000)
  for _, answer in pairs(answers or {}) do return answer.result end
end
local function position(words)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = line:find(words, 1, true)
    if at then local _, units = vim.str_utfindex(line, at - 1) return { line = row - 1, character = units } end
  end
end
vim.wait(20000, function() return finding() ~= nil end, 50)
local found = finding()
say('findings', found ~= nil, #vim.diagnostic.get(buffer))
if found then
  local line = vim.api.nvim_buf_get_lines(buffer, found.lnum, found.lnum + 1, false)[1]
  say('place', line:sub(found.col + 1, found.end_col) == '。。', line:sub(found.col + 1, found.end_col))
  say('settings file', found.severity == vim.diagnostic.severity.ERROR, found.severity)
end
local document = { uri = vim.uri_from_bufnr(buffer) }
local cited = position('第五十条')
local hover = ask('textDocument/hover', { textDocument = document, position = cited })
say('hover', hover and vim.inspect(hover.contents):find('第五十条', 1, true), vim.inspect(hover))
local outline = ask('textDocument/documentSymbol', { textDocument = document })
say('outline', outline and #outline > 0, vim.inspect(outline))
local there = position('。。')
local actions = ask('textDocument/codeAction', { textDocument = document, range = { start = there, ['end'] = there }, context = { diagnostics = {} } })
for _, action in ipairs(actions or {}) do
  if action.edit and action.title:find('只留', 1, true) then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    say('fix', text:find('😀全年各项工作正常开展。\n', 1, true), text)
    break
  end
end
local definition = ask('textDocument/definition', { textDocument = document, position = cited })
local link = definition and (definition[1] or definition)
local uri = link and (link.targetUri or link.uri)
local path = uri and vim.uri_to_fname(uri)
local range = link and (link.targetSelectionRange or link.range)
local lines = path and vim.fn.filereadable(path) == 1 and vim.fn.readfile(path) or {}
say('statute', range and (lines[range.start.line + 1] or ''):find('第五十条', 1, true) == 1, vim.inspect(definition))
vim.cmd('qall!')
