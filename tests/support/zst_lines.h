// Lines of a zstd-compressed text file, one by one.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <zstd.h>

namespace trialdex::support {

// Stops when `visit` returns false. Returns false for a file that cannot be read.
inline bool each_zst_line(const std::string& path, const std::function<bool(const std::string&)>& visit) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
    if (!file) return false;
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 27);
    std::string in(ZSTD_DStreamInSize(), '\0');
    std::string out(ZSTD_DStreamOutSize(), '\0');
    std::string line;
    while (const std::size_t size = std::fread(in.data(), 1, in.size(), file.get())) {
        ZSTD_inBuffer input{in.data(), size, 0};
        while (input.pos < input.size) {
            ZSTD_outBuffer output{out.data(), out.size(), 0};
            if (ZSTD_isError(ZSTD_decompressStream(stream.get(), &output, &input)) != 0) return false;
            for (std::size_t i = 0; i < output.pos; ++i) {
                if (out[i] != '\n') {
                    line += out[i];
                    continue;
                }
                if (!visit(line)) return true;
                line.clear();
            }
        }
    }
    return line.empty() || visit(line) || true;
}

} // namespace trialdex::support
