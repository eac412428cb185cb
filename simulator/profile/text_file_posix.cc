#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "profile/problem.h"
#include "profile/text_file.h"

namespace discbench::profile {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what, Place place = {}) {
  Problems problems(file.string());
  problems.add(place, {}, what);
  throw ProfileError(problems.lines());
}

[[noreturn]] void refuse_with_errno(const std::filesystem::path& file, int code) {
  refuse(file, "cannot be read: " + std::generic_category().message(code) + ", expected a readable file");
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

void refuse_unless_regular(const std::filesystem::path& file, const struct ::stat& status) {
  if (S_ISDIR(status.st_mode)) refuse(file, "is a folder, expected a file");
  if (!S_ISREG(status.st_mode)) refuse(file, "is a device, pipe or socket, expected a regular file");
  if (static_cast<std::uintmax_t>(status.st_size) > max_profile_bytes)
    refuse(file, "has " + std::to_string(status.st_size) + " bytes, expected a file of at most " +
                     std::to_string(max_profile_bytes));
}

std::string read_all(const std::filesystem::path& file, int descriptor) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (true) {
    const ::ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse_with_errno(file, errno);
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    // A file can grow, or say nothing of its size (as those of /proc).
    if (text.size() > max_profile_bytes)
      refuse(file, "is longer than it may be, expected at most " + std::to_string(max_profile_bytes) + " bytes");
  }
}

/// Bytes of the UTF-8 sequence that begins at `at`; 0 where there is none.
std::size_t sequence_length(const std::string& text, std::size_t at) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(at + i) & 0xc0) != 0x80) return 0;
  return length;
}

void refuse_unless_text(const std::filesystem::path& file, const std::string& text) {
  Place place;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
    if (length == 0 || control) refuse(file, "is not text, expected YAML in UTF-8", place);
    place = byte == '\n' ? Place{place.line + 1, 1} : Place{place.line, place.column + 1};
    at += length;
  }
}

}  // namespace

std::string read_text(const std::filesystem::path& file) {
  struct ::stat status {};
  // Looked at before it is opened: opening alone can do things to a device.
  if (::stat(file.c_str(), &status) != 0) refuse_with_errno(file, errno);
  refuse_unless_regular(file, status);
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (descriptor.number() < 0) refuse_with_errno(file, errno);
  if (::fstat(descriptor.number(), &status) != 0) refuse_with_errno(file, errno);
  refuse_unless_regular(file, status);
  std::string text = read_all(file, descriptor.number());
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    refuse(file, "is empty, expected keys and values in YAML");
  refuse_unless_text(file, text);
  return text;
}

}  // namespace discbench::profile
