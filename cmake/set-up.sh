# Sourced (by bash) by harness/quickstart and tests/all: finds and installs the packages that they need, and
# configures a build folder. The caller sets $top (the top of the tree) and $script (its own name, for messages).

set_up_failed=3  # the exit code where the machine is not ready; msconform's code for configuration, too

say() { printf '%s: %s\n' "$script" "$*"; }

# stop CODE MESSAGE
stop() {
  printf '%s: %s\n' "$script" "$2" >&2
  exit "$1"
}

# packages_for TAG...: the names in packages.txt that bear one of the tags.
packages_for() {
  local name tag wanted
  while read -r name tag _; do
    [[ -z $name || $name == '#'* ]] && continue
    for wanted in "$@"; do
      [[ $tag == "$wanted" ]] && printf '%s\n' "$name"
    done
  done <"$top/cmake/packages.txt"
}

# A machine without dpkg has none of the packages as far as anyone can tell.
is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# install_missing TAG...
install_missing() {
  local name missing=() as_root=()
  for name in $(packages_for "$@"); do
    is_installed "$name" || missing+=("$name")
  done
  [[ ${#missing[@]} -eq 0 ]] && return

  say "these packages are missing: ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    stop $set_up_failed "there is no apt-get here to install them with. Install their counterparts by hand (the list \
with reasons is cmake/packages.txt), then run '$script --no-install'."
  fi
  if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
      stop $set_up_failed "installing them needs root, and there is no sudo. Run this as root, then '$script' again: \
apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    fi
    as_root=(sudo)
  fi
  say "installing them with apt-get."
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  # Another apt may hold the lock on a machine that has just come up.
  local apt=("${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update || say "apt-get update failed; going on with the package lists that are there."
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" ||
    stop $set_up_failed "apt-get could not install them; its message stands above."
}

# configure PRESET [CMAKE-ARGUMENT...]: CMake looks for presets in the current folder only.
configure() {
  (cd "$top" && cmake --preset "$@")
}
