#include "tidy/layers.h"

#include <sstream>
#include <stdexcept>

#include "tidy/source_text.h"

namespace discbench::tidy {

Layers::Layers(std::string_view text) {
  for (const auto line : lines_of(text)) {
    const auto colon = line.find(": ");
    const auto arrow = line.find(" ->");
    if (line.empty()) {
      continue;
    }
    if (colon == std::string_view::npos || arrow == std::string_view::npos || arrow < colon) {
      throw std::invalid_argument("layers.txt: expected 'folder: library -> library ...', found '" + std::string(line) +
                                  "'; cmake/discbench.cmake writes it");
    }
    const std::string folder(line.substr(0, colon));
    folder_of_library_[std::string(line.substr(colon + 2, arrow - colon - 2))] = folder;
    auto& links = links_of_folder_[folder];
    std::istringstream names{std::string(line.substr(arrow + 3))};
    for (std::string name; names >> name;) {
      links.push_back(name);
    }
  }
}

std::string Layers::folder_of(std::string_view path) const {
  for (auto slash = path.rfind('/'); slash != std::string_view::npos; slash = path.rfind('/', slash - 1)) {
    if (const auto found = links_of_folder_.find(path.substr(0, slash)); found != links_of_folder_.end()) {
      return found->first;
    }
    if (slash == 0) {
      break;
    }
  }
  return {};
}

std::set<std::string> Layers::reachable_from(const std::string& folder) const {
  std::set<std::string> reached;
  std::vector<std::string> waiting{folder};
  while (!waiting.empty()) {
    const auto next = waiting.back();
    waiting.pop_back();
    if (!reached.insert(next).second) {
      continue;
    }
    const auto links = links_of_folder_.find(next);
    if (links == links_of_folder_.end()) {
      continue;
    }
    for (const auto& library : links->second) {
      if (const auto linked = folder_of_library_.find(library); linked != folder_of_library_.end()) {
        waiting.push_back(linked->second);
      }
    }
  }
  return reached;
}

std::vector<std::string> Layers::folders() const {
  std::vector<std::string> all;
  for (const auto& [folder, links] : links_of_folder_) {
    all.push_back(folder);
  }
  return all;
}

}  // namespace discbench::tidy
