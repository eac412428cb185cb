#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>

#include "capability/clauses.h"
#include "check/catalogue.h"
#include "cli/claimed_cases.h"
#include "cli/command_line.h"
#include "cli/examination.h"
#include "cli/exit_codes.h"
#include "cli/run_request.h"
#include "cli/selection.h"
#include "mutant/mutants.h"
#include "profile/load.h"
#include "profile/problem.h"
#include "result/printable.h"
#include "runner/run.h"

namespace discbench::cli {

const std::string_view doctor_help = R"(usage: msconform doctor [options]

Looks whether this machine and this subject are fit for a run, in less than a second, and
judges nothing: does the library load, which file was mapped and what is its SHA-256, is
DllGetClassObject exported, does a library that is known to be right pass, and is one that
is known to be wrong caught. One line each: what was looked at, 'ok' or 'FAILED', and what
was found.

  --subject builtin         the implementation that comes with this program (default)
  --subject library:PATH    a shared library that exports DllGetClassObject
  --subject mutant:NAME     one of those that the harness itself is tried on
  --capabilities FILE       read a file of claims, and ask the subject whether they hold
  --draft FILE              ask the subject what it offers, and write a new file of claims
  --profiles DIR            add your own tree of profiles
  --timeout-case S          seconds after which a step is given up (default: 5)
  -h [ --help ]             this text

Exit codes:
  0  fit for a run
  2  the command line is not understood
  3  something has to be mended first; its line says what

examples:
  msconform doctor --subject library:./libacme.so
  msconform doctor --subject library:./libacme.so --draft acme-claims.yaml
  msconform run --subject library:./libacme.so --capabilities acme-claims.yaml
)";

namespace {

namespace options = boost::program_options;
using Kind = Finding::Kind;
using result::CaseResult;
using result::Verdict;

constexpr std::chrono::milliseconds patience{5000};

/// What is known: a subject's own clause that it breaks, another that it keeps, and a medium for both.
constexpr char good_subject[] = "none";
constexpr char bad_subject[] = "next-plus-one";
constexpr char broken_clause[] = "sequential.next-writable-address.value";
constexpr char kept_clause[] = "multisession.in-use.round-trip";
constexpr char scenario_id[] = "cd-r/one-session";

/// The lines, and whether one of them is bad.
class Chart {
 public:
  void add(const Finding& finding) {
    constexpr std::size_t step_width = 14;
    constexpr std::size_t word_width = 8;
    const std::string step(finding.step);
    const std::string word = finding.kind == Kind::ok ? "ok" : finding.kind == Kind::failed ? "FAILED" : "-";
    const std::string text = finding.kind == Kind::not_reached ? "not looked at" : result::printable(finding.text);
    std::cout << step << std::string(step_width - step.size(), ' ') << word
              << std::string(word_width - word.size(), ' ') << text << '\n'
              << std::flush;
    healthy_ = healthy_ && finding.kind == Kind::ok;
  }
  void ok(std::string_view step, const std::string& text) { add({step, Kind::ok, text}); }
  void failed(std::string_view step, const std::string& text) { add({step, Kind::failed, text}); }
  bool healthy() const { return healthy_; }

 private:
  bool healthy_ = true;
};

class Doctor {
 public:
  Doctor(const RunRequest& request, std::string draft) : request_(request), draft_(std::move(draft)) {}

  int look() {
    const std::optional<SubjectChoice> subject = look_at_the_library();
    look_at_the_harness(subject);
    return chart_.healthy() ? 0 : exit_configuration;
  }

 private:
  std::optional<SubjectChoice> look_at_the_library() {
    try {
      const SubjectChoice subject = choose_subject(request_.subject);
      bool good = true;
      for (const Finding& finding : examine(subject, request_.case_limit)) {
        chart_.add(finding);
        good = good && finding.kind == Kind::ok;
      }
      return good ? std::optional(subject) : std::nullopt;
    } catch (const ConfigurationError& error) {
      chart_.failed("library", error.what());
      chart_.add({.step = "mapped"});
      chart_.add({.step = "exports"});
      return std::nullopt;
    }
  }

  void look_at_the_harness(const std::optional<SubjectChoice>& subject) {
    std::optional<profile::Catalogue> catalogue;
    step("profiles", [&] {
      catalogue = profiles_in(request_.profiles);
      chart_.ok("profiles", std::to_string(catalogue->ids(profile::Kind::scenario).size()) + " scenarios are there");
    });
    if (!catalogue.has_value()) return;
    step("known-good", [&] { look_at_the_good_one(*catalogue); });
    step("known-bad", [&] { look_at_the_bad_one(*catalogue); });
    if (!request_.capabilities.empty()) step("capabilities", [&] { look_at_claims(subject, *catalogue); });
    if (!draft_.empty()) step("draft", [&] { write_draft(subject, *catalogue); });
  }

  /// What a step throws is its own line, and the others go on.
  template <class Act>
  void step(std::string_view name, Act&& act) {
    try {
      act();
    } catch (const UsageError&) {
      throw;
    } catch (const profile::ProfileError& error) {
      for (const std::string& line : error.lines()) chart_.failed(name, line);
    } catch (const std::exception& error) {
      chart_.failed(name, error.what());
    }
  }

  result::RunResult run(const runner::Plan& plan, const runner::SubjectSource& subject,
                        const profile::Catalogue& catalogue) const {
    runner::Options how;
    how.subject = subject;
    how.scenarios = [&catalogue](std::string_view id) { return profile::load_scenario(catalogue, id); };
    how.case_limit = request_.case_limit;
    return runner::run(plan, how);
  }

  result::RunResult run_known(const char* name, const profile::Catalogue& catalogue) const {
    const std::vector<profile::Scenario> scenarios{profile::load_scenario(catalogue, scenario_id)};
    const runner::Plan plan = runner::make_plan(check::catalogue(), {broken_clause, kept_clause}, scenarios);
    return run(
        plan, [name] { return mutant::load(name); }, catalogue);
  }

  /// "clause@scenario is VERDICT: why" of the first case that did not end as it should; empty where all did.
  static std::string surprise(const result::RunResult& run, std::string_view clause, Verdict expected) {
    for (const CaseResult& result : run.cases) {
      const Verdict wanted = result.clause == clause ? expected : Verdict::passed;
      if (result.verdict != wanted) {
        return result.id() + " is " + std::string(name_of(result.verdict)) + " and should be " +
               std::string(name_of(wanted)) + (result.reason.empty() ? "" : ": " + result.reason);
      }
    }
    return run.cases.size() == 2 ? "" : "the clauses that it is tried on are not all there";
  }

  void look_at_the_good_one(const profile::Catalogue& catalogue) {
    const std::string wrong = surprise(run_known(good_subject, catalogue), broken_clause, Verdict::passed);
    const std::string who = "mutant:" + std::string(good_subject);
    if (!wrong.empty()) return chart_.failed("known-good", who + ": " + wrong);
    chart_.ok("known-good", who + " passes on " + scenario_id);
  }

  void look_at_the_bad_one(const profile::Catalogue& catalogue) {
    const std::string wrong = surprise(run_known(bad_subject, catalogue), broken_clause, Verdict::failed);
    const std::string who = "mutant:" + std::string(bad_subject);
    if (!wrong.empty()) return chart_.failed("known-bad", who + ": " + wrong);
    chart_.ok("known-bad", who + " fails " + broken_clause + ", and nothing else");
  }

  static std::string why(const CaseResult& result) {
    const std::string what = result.clause.substr(result.clause.find('.') + 1) + ": ";
    return what + (result.failures.empty() ? std::string(name_of(result.verdict)) + ": " : "") + evidence_of(result);
  }

  void look_at_claims(const std::optional<SubjectChoice>& subject, const profile::Catalogue& catalogue) {
    const ClaimedCases claims(request_.capabilities, catalogue);
    if (!subject.has_value()) return chart_.add({.step = "capabilities"});
    runner::Plan plan;
    claims.add_to(plan, {});
    bool held = true;
    for (const CaseResult& result : run(plan, subject->load, catalogue).cases) {
      if (result.verdict == Verdict::passed || result.verdict == Verdict::not_applicable) continue;
      chart_.failed("capabilities", why(result));
      held = false;
    }
    if (held) chart_.ok("capabilities", request_.capabilities + ": every claim holds");
  }

  void write_draft(const std::optional<SubjectChoice>& subject, const profile::Catalogue& catalogue) {
    if (!subject.has_value()) return chart_.add({.step = "draft"});
    const std::list<profile::Scenario> scenarios = scenarios_of_capabilities(catalogue);
    runner::Plan plan;
    for (const capability::Capability& capability : capability::capabilities()) {
      plan.cases.push_back({.entry = &capability::asking_entry_of(capability),
                            .scenario = &scenario_named(scenarios, capability.scenario)});
    }
    const result::RunResult outcome = run(plan, subject->load, catalogue);
    std::vector<capability::Asked> answers;
    std::size_t unanswered = 0;
    for (std::size_t i = 0; i < outcome.cases.size(); ++i) {
      const std::optional<capability::Offer> offer = capability::read_answer(outcome.cases[i]);
      const CaseResult& result = outcome.cases[i];
      answers.push_back({.capability = &capability::capabilities()[i],
                         .answered = offer.has_value(),
                         .offer = offer.value_or(
                             capability::Offer{.text = std::string(name_of(result.verdict)) + ": " + result.reason})});
      if (!offer.has_value()) ++unanswered;
    }
    write_new_file(draft_, capability::draft_of(request_.subject, answers));
    const std::string counts = std::to_string(answers.size() - unanswered) + " claims";
    if (unanswered == 0) return chart_.ok("draft", draft_ + " is written: " + counts + "; read it before you use it");
    chart_.failed("draft", draft_ + " is written, but " + std::to_string(unanswered) + " of its " +
                               std::to_string(answers.size()) +
                               " claims are yours to make: the subject gave no answer");
  }

  /// Claims that somebody has edited are not written over.
  static void write_new_file(const std::string& path, const std::string& text) {
    const auto close = [](std::FILE* file) { return std::fclose(file); };
    std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "wxe"), close);
    if (file == nullptr && errno == EEXIST) throw std::runtime_error(path + ": is there already; name a new file");
    const bool written = file != nullptr && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
    const bool opened = file != nullptr;
    if (written && std::fclose(file.release()) == 0) return;
    const std::string reason = std::strerror(errno);
    if (opened) std::remove(path.c_str());
    throw std::runtime_error(path + ": cannot be written: " + reason);
  }

  const RunRequest& request_;
  std::string draft_;
  Chart chart_;
};

options::options_description doctor_options() {
  options::options_description description;
  description.add_options()("help,h", "");
  for (const char* name : {"capabilities", "draft"}) description.add_options()(name, options::value<std::string>());
  description.add_options()("subject", options::value<std::string>()->default_value("builtin"));
  description.add_options()("profiles", options::value<std::vector<std::string>>());
  description.add_options()("timeout-case", options::value<double>());
  return description;
}

}  // namespace

int doctor(const std::vector<std::string>& arguments) {
  const options::variables_map values = parse_arguments(arguments, doctor_options(), "nothing");
  if (values.count("help") > 0) {
    std::cout << doctor_help;
    return 0;
  }
  if (!values_of(values, "nothing").empty()) throw UsageError("doctor takes options only");
  RunRequest request;
  request.subject = values["subject"].as<std::string>();
  request.profiles = values_of(values, "profiles");
  request.capabilities = text_of(values, "capabilities");
  request.case_limit = limit_of(values, "timeout-case", patience);
  return Doctor(request, text_of(values, "draft")).look();
}

}  // namespace discbench::cli
