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
    if (reached.insert(next).second) {
      const auto linked = linked_from(next);
      waiting.insert(waiting.end(), linked.begin(), linked.end());
    }
  }
  return reached;
}

std::set<std::string> Layers::linked_from(const std::string& folder) const {
  std::set<std::string> linked;
  if (const auto links = links_of_folder_.find(folder); links != links_of_folder_.end()) {
    for (const auto& library : links->second) {
      if (const auto found = folder_of_library_.find(library); found != folder_of_library_.end()) {
        linked.insert(found->second);
      }
    }
  }
  return linked;
}

std::vector<std::string> Layers::folders() const {
  std::vector<std::string> all;
  for (const auto& [folder, links] : links_of_folder_) {
    all.push_back(folder);
  }
  return all;
}

std::map<std::string, std::set<std::string>> rows_of_page(std::string_view page) {
  std::map<std::string, std::set<std::string>> rows;
  for (const auto line : lines_of(page)) {
    if (!line.starts_with("| `simulator/") && !line.starts_with("| `harness/")) {
      continue;
    }
    const auto links_cell = line.find('|', line.find('|', 1) + 1);
    std::vector<std::string> names;
    for (auto open = line.find('`'); open != std::string_view::npos;) {
      const auto close = line.find('`', open + 1);
      if (names.empty() || open > links_cell) {
        names.emplace_back(line.substr(open + 1, close - open - 1));
      }
      open = close == std::string_view::npos ? close : line.find('`', close + 1);
    }
    rows[names.front()] = {names.begin() + 1, names.end()};
  }
  return rows;
}

std::string short_name(std::string_view folder) { return std::string(folder.substr(folder.find('/') + 1)); }

}  // namespace discbench::tidy
