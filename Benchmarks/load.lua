-- For wrk: posts articles of about 3 KB to LanguageTool's API. ARTICLES names files; RATE is requests per second from
-- all CONNECTIONS together, at random times; 0 is as fast as the server answers.
local bodies = {}
local rate = tonumber(os.getenv("RATE") or "0")
local connections = tonumber(os.getenv("CONNECTIONS") or "200")

local function encoded(text)
  return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", string.byte(byte)) end))
end

function init()
  math.randomseed(20260101)
  for path in os.getenv("ARTICLES"):gmatch("%S+") do
    local file = io.open(path, "rb")
    bodies[#bodies + 1] = "language=id&text=" .. encoded(file:read("*a"))
    file:close()
  end
end

local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
function request() return wrk.format("POST", "/v2/check", headers, bodies[math.random(#bodies)]) end

if rate > 0 then
  function delay() return math.floor(-math.log(1 - math.random()) * connections / rate * 1000) end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %.0f requests/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms, %d requests, errors %d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    latency.max / 1000, summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
