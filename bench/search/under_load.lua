-- wrk script: the queries of a file, as API searches and as search pages in turn; counts answers other than 200.
local paths, at, wrong = {}, 0, 0

local function encode(text)
    return (text:gsub("[^%w]", function(c) return string.format("%%%02X", string.byte(c)) end))
end

function init(args)
    for line in io.lines(args[1]) do
        if line ~= "" and line:sub(1, 1) ~= "#" then
            local class, text, status = line:match("^([^\t]+)\t([^\t]+)\t?(.*)$")
            local filter = status ~= "" and "&filter.overallStatus=" .. status or ""
            paths[#paths + 1] = "/api/v2/studies?countTotal=true&fields=NCTId,BriefTitle&query.term=" .. encode(text) .. filter
            paths[#paths + 1] = "/search?q=" .. encode(text)
        end
    end
    at = math.random(#paths)
end

function request()
    at = at % #paths + 1
    return wrk.format("GET", paths[at])
end

function response(status)
    if status ~= 200 then
        wrong = wrong + 1
        io.stderr:write("status " .. status .. "\n")
    end
end

function done(summary, latency)
    print(string.format("requests %d, p50 %.1f ms, p99 %.1f ms, max %.1f ms, errors: connect %d read %d write %d timeout %d status %d",
        summary.requests, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
        summary.errors.connect, summary.errors.read, summary.errors.write, summary.errors.timeout, summary.errors.status))
end
