#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "bundle/bundle_error.h"
#include "bundle/bundle_files.h"

namespace discbench::bundle {
namespace fs = std::filesystem;

GrowingFile::GrowingFile(fs::path path) : path_(std::move(path)) {
  constexpr mode_t for_all_to_read = 0644;
  file_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, for_all_to_read);
  if (file_ < 0 && errno == EEXIST) {
    throw BundleError(path_.string() + " is there already: another run writes or wrote here; name another folder");
  }
  if (file_ < 0) throw BundleError(path_.string() + " cannot be made: " + std::strerror(errno));
}

GrowingFile::~GrowingFile() {
  if (file_ >= 0) close(file_);
}

void GrowingFile::append(std::string_view text) {
  for (std::size_t written = 0; written < text.size();) {
    const ssize_t count = write(file_, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const std::string why = std::strerror(errno);
      // Readers pass over half a last line, but there need not be one.
      const bool whole_again = ftruncate(file_, length_) == 0;
      throw BundleError(path_.string() + " cannot be written: " + why + (whole_again ? "" : " (its last line is cut)"));
    }
    written += static_cast<std::size_t>(count);
  }
  length_ += static_cast<std::int64_t>(text.size());
}

void write_whole(const fs::path& path, std::string_view text) {
  fs::path unfinished = path;
  unfinished += ".part";
  std::error_code error;
  try {
    GrowingFile(unfinished).append(text);
    fs::rename(unfinished, path, error);
  } catch (const BundleError&) {
    fs::remove(unfinished, error);
    throw;
  }
  if (error) throw BundleError(path.string() + " cannot be made: " + error.message());
}

bool make_folder(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (fs::exists(status)) {
    if (!fs::is_directory(status)) throw BundleError(folder.string() + " is no folder; name one that is not there yet");
    const bool empty = fs::is_empty(folder, error);
    if (error) throw BundleError(folder.string() + " cannot be looked into: " + error.message());
    if (!empty) throw BundleError(folder.string() + " is not empty; name a folder that is not there yet");
    return false;
  }
  fs::create_directories(folder, error);
  if (error) throw BundleError(folder.string() + " cannot be made: " + error.message());
  return true;
}

std::string read_file(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw BundleError(path.string() + " is not there; expected a folder that --out made");
  if (!fs::is_regular_file(status)) throw BundleError(path.string() + " is no file");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file.peek() != std::ifstream::traits_type::eof()) text << file.rdbuf();
  if (!file.is_open() || file.bad()) throw BundleError(path.string() + " cannot be read: " + std::strerror(errno));
  return text.str();
}

}  // namespace discbench::bundle
