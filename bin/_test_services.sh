# Finds Redis, PostgreSQL and Chromium for the outside tests, or installs them where apt-get may. Sourced by bin/test.

for folder in /usr/lib/postgresql/*/bin; do
  if [ -x "$folder/initdb" ]; then PATH=$PATH:$folder; fi
done
export PATH

missing_packages() {
  command -v redis-server >/dev/null || echo redis-server
  command -v initdb >/dev/null || echo postgresql
  for browser in chromium-headless-shell chrome-headless-shell chromium chromium-browser google-chrome; do
    if command -v $browser >/dev/null; then return; fi
  done
  echo chromium-headless-shell
}

install() {
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2
}

packages=$(missing_packages | tr '\n' ' ')
if [ -n "$packages" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $packages..."
    # An update fails for any broken source of packages, and most of those do not matter here.
    # shellcheck disable=SC2086 # a list of words
    { apt-get update -q >&2; install $packages; } ||
      install $(echo "$packages" | sed s/-headless-shell//) ||  # releases that have no shell of it
      die "apt-get could not install $packages- the outside tests need them."
    for folder in /usr/lib/postgresql/*/bin; do PATH=$PATH:$folder; done
  else
    die "The outside tests need programs that are missing. Debian and Ubuntu: apt-get install $packages"
  fi
fi
