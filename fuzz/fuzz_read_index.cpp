// Any bytes as a posting list, as a dictionary or as a whole segment file: a refusal, or a reader that answers from
// within the bytes and never names a study that the segment does not have. The first four bytes choose what they are.
#include "base/hash.h"
#include "index/postings/cursor.h"
#include "index/postings/posting_list.h"
#include "index/segment/segment.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace trialdex::index;

constexpr std::size_t kHeadBytes = 4;
constexpr std::uint32_t kMaxWalked = 2'000; // studies or terms, so that an input takes no time

void require(bool holds) {
    if (!holds) std::abort();
}

// An impact byte leads to its study as the walk does, from either end, as who looks for the best asks; in a damaged
// block to none. Bytes of a list that has none of them are never offered.
void look_up_impacts(const ListBytes& list) {
    const Cursor start(list);
    const auto impacts = start.impacts();
    const bool dense = start.dense() != nullptr;
    Cursor forward(list);
    Cursor finder(list);
    const std::size_t count = std::min<std::size_t>(impacts.size(), kMaxWalked);
    for (std::size_t at = 0; at < count; ++at) {
        if (dense && impacts[at] == 0) continue;
        const std::uint32_t study = finder.study_of(at);
        if (forward.study() == kNoStudy) { // behind damage
            require(study == kNoStudy || study < list.studies_in_segment);
            continue;
        }
        require(study == forward.study() && impacts[at] == forward.impact());
        forward.next();
    }
    for (std::size_t at = count; at > 0; at -= std::min<std::size_t>(at, 97)) {
        const std::uint32_t study = finder.study_of(at - 1);
        require(study == kNoStudy || study < list.studies_in_segment);
        if (finder.study() != kNoStudy) finder.codes();
    }
}

void walk(const ListBytes& list) {
    const bool words = !list.bytes.empty() && list.bytes[0] >= static_cast<char>(ListKind::ShortWords);
    std::uint32_t steps = 0;
    for (Cursor cursor(list); cursor.study() != kNoStudy && steps < kMaxWalked; ++steps) {
        require(cursor.study() < list.studies_in_segment);
        if (words && steps % 3 != 1) {
            const std::size_t values = cursor.codes().size();
            require(values > 0);
            require(!cursor.places(values - 1).empty());
            require(!cursor.places(values / 2).empty()); // backwards
        }
        const std::uint32_t study = cursor.study();
        if (steps % 5 == 4)
            cursor.advance(study + 200);
        else
            cursor.next();
    }
    Cursor blocks(list);
    steps = 0;
    for (Cursor::Block block; blocks.block(block) && steps < kMaxWalked; blocks.next_block(), ++steps) {
        require(block.count <= kBlock);
        for (std::uint32_t i = 0; i < block.count; ++i) require(block.studies[i] < list.studies_in_segment);
    }
    PostingParts parts;
    append_words(list, 7, parts);
    require(parts.studies.size() == parts.impacts.size());
    std::vector<std::uint32_t> studies;
    append_set(list, 7, studies);
    look_up_impacts(list);
}

void read_list(std::string_view bytes, std::uint16_t number) {
    const std::uint32_t studies = number % 3'000;
    walk({bytes, number / 7 % (studies + 1), studies});
}

void read_dictionary(const Dictionary& dictionary) {
    std::uint32_t steps = 0;
    for (Dictionary::Walk at(dictionary, ""); !at.at_end() && steps < kMaxWalked; at.next(), ++steps) {
        if (steps < 50) walk(at.list());
    }
    for (const std::string_view term : {"", "cancer", "\x03protocolSection", "\x07in the study", "\xff"}) {
        walk(dictionary.find(term));
        const Dictionary::Walk from(dictionary, term);
        require(from.at_end() || from.term() >= term);
    }
}

// Half of the bytes are terms, a quarter each the blocks and the postings.
void cut_dictionary(std::string_view bytes, std::uint16_t studies) {
    const std::size_t terms = bytes.size() / 2;
    const std::size_t blocks = terms / 2 / 16 * 16;
    read_dictionary({bytes.substr(0, terms), bytes.substr(terms, blocks), bytes.substr(terms + blocks), studies});
}

// Sets the footer's checksum right, so that what is behind it is reached too.
void mend_checksum(std::string& file) {
    constexpr std::size_t kTail = 32;
    if (file.size() < kTail) return;
    const std::size_t tail = file.size() - kTail;
    std::uint64_t data = 0;
    std::memcpy(&data, file.data() + tail, 8);
    if (data > tail) return;
    const std::uint64_t sum = trialdex::hash64(std::string_view(file).substr(data, tail + 16 - data));
    std::memcpy(file.data() + tail + 16, &sum, 8);
}

void read_segment(std::string file) {
    mend_checksum(file);
    const int descriptor = memfd_create("segment", MFD_CLOEXEC);
    require(write(descriptor, file.data(), file.size()) == static_cast<ssize_t>(file.size()));
    const auto segment = Segment::open("/proc/self/fd/" + std::to_string(descriptor));
    close(descriptor);
    if (!segment) {
        require(!segment.error().message.empty());
        return;
    }
    const Segment& opened = **segment;
    for (std::size_t block = 0; block < opened.file.blocks(); ++block) opened.file.block_is_sound(block);
    for (const std::uint32_t id : opened.ids) require(opened.find(trialdex::study::NctId(id)).has_value());
    read_dictionary(opened.dictionary);
    opened.names.find("a", 10);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < kHeadBytes) return 0;
    const auto number = static_cast<std::uint16_t>(data[1] | data[2] << 8);
    // A copy of exactly these bytes, so that the address sanitizer sees who reads on.
    const auto copy = std::make_unique<char[]>(size - kHeadBytes);
    std::copy(data + kHeadBytes, data + size, copy.get());
    const std::string_view bytes(copy.get(), size - kHeadBytes);
    switch (data[0] % 3) {
    case 0: read_list(bytes, number); break;
    case 1: cut_dictionary(bytes, number); break;
    default: read_segment(std::string(bytes));
    }
    return 0;
}
