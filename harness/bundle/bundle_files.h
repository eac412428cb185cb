// The files of a bundle, written so that what was written stays: nothing is buffered in this process, and a line that
// does not fit the disk leaves no half of it behind. What differs between systems lies in bundle_files_posix.cc.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace discbench::bundle {

/// A new file that grows at its end.
class GrowingFile {
 public:
  /// Throws BundleError where it exists already or cannot be made.
  explicit GrowingFile(std::filesystem::path path);
  ~GrowingFile();
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;

  /// All or nothing. Throws BundleError with the system's reason; what was written before stays.
  void append(std::string_view text);

 private:
  std::filesystem::path path_;
  int file_ = -1;
  std::int64_t length_ = 0;
};

/// A new file with this text, or none: what ends on the way leaves nothing under this name. Throws BundleError.
void write_whole(const std::filesystem::path& path, std::string_view text);

/// Makes the folder for a new bundle; one that is there and empty will do. True where it made one. Throws BundleError.
bool make_folder(const std::filesystem::path& folder);

/// The whole file. Throws BundleError for what is not there, is no file or cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace discbench::bundle
