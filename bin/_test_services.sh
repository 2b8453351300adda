# Finds Redis, PostgreSQL and Chromium for the outside tests, or installs them where apt-get may. Sourced by bin/test.

for folder in /usr/lib/postgresql/*/bin; do
  if [ -x "$folder/initdb" ]; then PATH=$PATH:$folder; fi
done
export PATH

missing_packages() {
  command -v redis-server >/dev/null || echo redis-server
  command -v initdb >/dev/null || echo postgresql
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
    echo chromium
}

packages=$(missing_packages | tr '\n' ' ')
if [ -n "$packages" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing $packages..."
    # An update fails for any broken source of packages, and most of those do not matter here.
    # shellcheck disable=SC2086 # a list of words
    { apt-get update -q; DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages; } >&2 ||
      die "apt-get could not install $packages- the outside tests need them."
    for folder in /usr/lib/postgresql/*/bin; do PATH=$PATH:$folder; done
  else
    die "The outside tests need programs that are missing. Debian and Ubuntu: apt-get install $packages"
  fi
fi
