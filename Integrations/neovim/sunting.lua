-- Starts `sunting lsp` for articles. Works with Neovim 0.7 and newer.
-- Put this file into ~/.config/nvim/lua/ and write in init.lua: require("sunting").setup()
local M = {}

M.filetypes = { "text", "markdown", "html" }

local function root(path)
  local marker = vim.fn.findfile(".sunting.yml", vim.fn.fnamemodify(path, ":p:h") .. ";")
  return vim.fn.fnamemodify(marker ~= "" and marker or path, ":p:h")
end

local function attach(options, buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  if path == "" then return end
  local folder = root(path)
  M.clients = M.clients or {}
  if not M.clients[folder] then
    M.clients[folder] = vim.lsp.start_client({
      name = "sunting",
      cmd = options.cmd or { "sunting", "lsp" },
      root_dir = folder,
      init_options = { language = options.language, rulePages = options.rule_pages },
      get_language_id = function(_, filetype) return filetype == "text" and "plaintext" or filetype end,
      on_exit = function() M.clients[folder] = nil end,
    })
  end
  if M.clients[folder] then vim.lsp.buf_attach_client(buffer, M.clients[folder]) end
end

-- Applies all safe fixes to the buffer and waits until that is done.
function M.fix_all(timeout)
  local buffer = vim.api.nvim_get_current_buf()
  local parameters = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = { line = 0, character = 0 }, ["end"] = { line = 0, character = 0 } },
    context = { diagnostics = {}, only = { "source.fixAll.sunting" } },
  }
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", parameters, timeout or 5000)
  for id, answer in pairs(answers or {}) do
    local client = vim.lsp.get_client_by_id(id)
    for _, action in ipairs(answer.result or {}) do
      if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding or "utf-16") end
    end
  end
end

function M.setup(options)
  options = options or {}
  local group = vim.api.nvim_create_augroup("sunting", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes or M.filetypes,
    callback = function(event) attach(options, event.buf) end,
  })
  vim.api.nvim_create_user_command("SuntingFixAll", function() M.fix_all() end, {})
end

return M
