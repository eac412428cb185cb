#include "result/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace discbench::result {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    require(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }

  void add(const void* bytes, std::size_t count) { require(EVP_DigestUpdate(context_.get(), bytes, count) == 1); }

  std::string hexadecimal() {
    std::array<unsigned char, 32> digest{};
    require(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) == 1);
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
      text += digits[byte >> 4];
      text += digits[byte & 0xf];
    }
    return text;
  }

 private:
  /// Out of memory, or a libcrypto that is configured to have no SHA-256.
  static void require(bool held) {
    if (!held) throw std::runtime_error("libcrypto has no SHA-256 to offer");
  }

  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

[[noreturn]] void cannot_read(const std::string& path) {
  throw std::runtime_error(path + ": cannot be read: " + std::strerror(errno));
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes.data(), bytes.size());
  return digest.hexadecimal();
}

std::string sha256_of_file(const std::string& path) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
  if (file == nullptr) cannot_read(path);
  Sha256 digest;
  std::array<char, 65536> buffer{};
  while (true) {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
    digest.add(buffer.data(), count);
    if (count == buffer.size()) continue;
    if (std::ferror(file.get()) != 0) cannot_read(path);
    return digest.hexadecimal();
  }
}

}  // namespace discbench::result
