package.path = vim.env.SUNTING_LUA .. "/?.lua;" .. package.path

local function fail(text)
  io.stderr:write("neovim: " .. text .. "\n")
  vim.cmd("cquit 1")
end

local function main()
  local sunting = require("sunting")
  sunting.setup({ cmd = { vim.env.SUNTING_COMMAND, "lsp" }, language = "id" })
  vim.cmd("filetype on")
  vim.cmd("edit " .. vim.env.SUNTING_ARTICLE)
  vim.bo.filetype = "text"
  local seen = vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  if not seen then return fail("no diagnostics came") end
  local before = #vim.diagnostic.get(0)
  local first
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local parameters = {
      textDocument = vim.lsp.util.make_text_document_params(0),
      range = {
        start = { line = diagnostic.lnum, character = diagnostic.col },
        ["end"] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
      },
      context = { diagnostics = {}, only = { "quickfix" } },
    }
    for id, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", parameters, 10000) or {}) do
      for _, action in ipairs(answer.result or {}) do
        if action.isPreferred and action.edit and not first then first = { id = id, action = action } end
      end
    end
    if first then break end
  end
  if not first then return fail("no quick fix was offered") end
  vim.lsp.util.apply_workspace_edit(first.action.edit, vim.lsp.get_client_by_id(first.id).offset_encoding)
  local fewer = vim.wait(20000, function() return #vim.diagnostic.get(0) < before end, 20)
  if not fewer then return fail("the quick fix left as many diagnostics as before") end
  sunting.fix_all(20000)
  vim.cmd("write")
  print(string.format("neovim: %d diagnostics, quick fix “%s”\n", before, first.action.title))
  vim.cmd("qall!")
end

local ok, problem = pcall(main)
if not ok then fail(tostring(problem)) end
