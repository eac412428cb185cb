// A transport whose answers a test writes down, byte by byte.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "transport/transport.h"

namespace discbench::imapi {

using Bytes = std::vector<std::uint8_t>;

class ScriptedTransport : public transport::Transport {
 public:
  MOCK_METHOD(mmc::Completion, execute, (const mmc::Request& request), (override));
  MOCK_METHOD(bool, acquire_exclusive, (mmc::Initiator initiator), (override));
  MOCK_METHOD(void, release_exclusive, (mmc::Initiator initiator), (override));
};

/// Matches a request by the whole of its CDB.
inline auto cdb(std::initializer_list<int> expected) {
  Bytes bytes;
  for (const int byte : expected) bytes.push_back(static_cast<std::uint8_t>(byte));
  return testing::Field(&mmc::Request::cdb, testing::Truly([bytes](std::span<const std::uint8_t> cdb) {
    return std::ranges::equal(cdb, bytes);
  }));
}

/// Matches a request by its operation code.
inline auto opcode(std::uint8_t code) {
  return testing::Field(&mmc::Request::cdb,
                        testing::Truly([code](std::span<const std::uint8_t> cdb) { return cdb.front() == code; }));
}

/// Answers with these bytes, cut to the request's buffer, as a device cuts them to the allocation length.
inline auto reply(Bytes bytes) {
  return [bytes](const mmc::Request& request) {
    const std::size_t length = std::min(bytes.size(), request.data_in.size());
    std::copy_n(bytes.begin(), length, request.data_in.begin());
    return mmc::Completion{.data_in_length = length};
  };
}

inline auto refuse(mmc::Sense sense) {
  return [sense](const mmc::Request&) { return mmc::check_condition(sense); };
}

}  // namespace discbench::imapi
