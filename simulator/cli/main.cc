// discsim: makes discs, looks at them, sends them commands.
#include <array>
#include <exception>
#include <iostream>

#include "bench/bench.h"
#include "cli/verbs.h"
#include "manual/manual_page.h"
#include "profile/nearest.h"
#include "profile/problem.h"

namespace discbench::cli {
namespace {

struct Verb {
  std::string_view name;
  int (*run)(const Words& words);
  std::string_view help;
};

constexpr std::array verbs{
    Verb{"list", list,
         R"(usage: discsim list [--profiles DIR]

Names the drives, media and scenarios that there are, one a line: its kind, then its id.
--profiles DIR adds a tree of your own (drives/, media/, scenarios/); of two files with one id yours counts.

An example, and what it prints:
  $ discsim list | grep 'scenario *cd-r/'
  scenario  cd-r/blank
  scenario  cd-r/finalised
  ...
)"},
    Verb{"show", show,
         R"(usage: discsim show --scenario ID [--format text|json] [--profiles DIR]

Shows what is recorded on a scenario's disc: sessions, tracks, gaps, the next writable address and the free space,
with the drive, the medium and the tray. Addresses and sizes are in sectors of 2048 bytes.

  --scenario ID   e.g. cd-r/two-tracks (discsim list names them), or a path that ends in .yaml
  --format json   one object, for programs

An example:
  discsim show --scenario cd-r/two-tracks
)"},
    Verb{"cdb", cdb,
         R"(usage: discsim cdb --scenario ID [--drive ID] [--json] [--profiles DIR]
                   [--data HEX | --data-file FILE] CDB [[--data ...] CDB ...]

Sends commands to the scenario's recorder, one after the other, and decodes the replies. A CDB is one argument of
hexadecimal digits, with or without blanks. A command that ends in CHECK CONDITION does not stop the others.

  --scenario ID     e.g. cd-r/blank (discsim list names them), or a path that ends in .yaml
  --drive ID        another drive for the same disc
  --data HEX        what the host sends with the CDB that follows; without it a WRITE sends zeros
  --data-file FILE  the same, from a file
  --json            one object a line and command: cdb, name, status, sense, data, fields

An example: READ DISC INFORMATION, then READ TRACK INFORMATION of the track that is to be written next.
  discsim cdb --scenario cd-r/one-session '51 00 00 00 00 00 00 00 22 00' --json 5201000000ff00002400

Exit code 1 where the last command ended in CHECK CONDITION.
)"},
    Verb{"validate", validate,
         R"(usage: discsim validate [--profiles DIR] FILE...

Reads drives, media and scenarios, does a scenario's steps, and tells what is wrong: one line for each problem, with
file, line, column and key. profiles/README.md explains every key. Exit code 3 where there is a problem.

An example:
  discsim validate my-profiles/scenarios/cd-r/*.yaml
)"},
};

constexpr std::string_view help =
    R"(discsim: makes discs, looks at them, sends them commands

usage: discsim VERB [OPTIONS]

  list      names the drives, media and scenarios that there are
  show      shows what is recorded on a disc
  cdb       sends commands to a recorder and decodes the replies
  validate  tells what is wrong with a profile file

  discsim VERB --help   what the verb takes, with an example
  discsim --man         all of it as one page: discsim --man | man -l -
  discsim --version

A first look:
  discsim show --scenario cd-r/two-tracks
  discsim cdb --scenario cd-r/two-tracks '51 00 00 00 00 00 00 00 22 00'

Exit codes: 0 done; 1 it failed (cdb: the last command ended in CHECK CONDITION); 2 the command line is wrong;
3 a profile or another file is bad or missing.
)";

const Verb& find_verb(const std::string& name) {
  std::vector<std::string> names;
  for (const Verb& verb : verbs) {
    if (verb.name == name) return verb;
    names.emplace_back(verb.name);
  }
  if (name.starts_with('-'))
    throw UsageError("there is no option '" + name + "', " +
                     profile::expected_word(name, {"--help", "--man", "--version"}));
  throw UsageError("there is no verb '" + name + "', " + profile::expected_word(name, names));
}

std::string own_manual() {
  std::array<manual::Section, verbs.size()> sections{};
  for (std::size_t i = 0; i < verbs.size(); ++i) sections[i] = {.heading = verbs[i].name, .text = verbs[i].help};
  return manual::page_of({.program = "discsim",
                          .version = DISCBENCH_VERSION,
                          .summary = "makes discs, looks at them, sends them commands",
                          .overview = help,
                          .sections = sections});
}

int run(const Words& words) {
  if (words.empty()) throw UsageError("no verb is given, expected one of list, show, cdb, validate");
  if (words.front() == "--help" || words.front() == "help") {
    std::cout << help;
    return exit_code::success;
  }
  if (words.front() == "--version") {
    std::cout << "discsim " DISCBENCH_VERSION "\n";
    return exit_code::success;
  }
  if (words.front() == "--man") {
    std::cout << own_manual();
    return exit_code::success;
  }
  const Verb& verb = find_verb(words.front());
  const Words rest(words.begin() + 1, words.end());
  for (const std::string& word : rest) {
    if (word != "--help") continue;
    std::cout << verb.help;
    return exit_code::success;
  }
  return verb.run(rest);
}

int tell(const std::string& line, int code) {
  std::cout.flush();
  std::cerr << "discsim: " << line << '\n';
  return code;
}

int run_and_tell(const Words& words) {
  try {
    const int code = run(words);
    std::cout.flush();
    return std::cout ? code : tell("standard output cannot be written", exit_code::failed);
  } catch (const UsageError& error) {
    return tell(std::string(error.what()) + " (discsim --help)", exit_code::usage);
  } catch (const profile::ProfileError& error) {
    if (!error.has_place()) return tell(error.what(), exit_code::configuration);
    // "file:line:column:" stands first on its line, where editors look for it.
    std::cout.flush();
    std::cerr << error.what() << '\n';
    return exit_code::configuration;
  } catch (const bench::StepRefused& error) {
    std::cout.flush();
    std::cerr << error.what() << '\n';
    return exit_code::configuration;
  } catch (const std::exception& error) {
    return tell(error.what(), exit_code::failed);
  }
}

}  // namespace
}  // namespace discbench::cli

int main(int argc, char** argv) {
  return discbench::cli::run_and_tell(discbench::cli::Words(argv + (argc > 0 ? 1 : 0), argv + argc));
}
