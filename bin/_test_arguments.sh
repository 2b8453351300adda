# Decides which of the two test runs gets which argument. Sourced by bin/test; runs nothing by itself.

quoted() { printf " '%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }

# sort_arguments [checks | inside | outside] ARGUMENT...: sets $options, $inside_paths and $outside_paths, quoted for eval,
# and $run_checks, $run_inside and $run_outside to yes or no
sort_arguments() {
  options='' inside_paths='' outside_paths='' value_next=no
  case "$#:${1:-}" in 0: | 1:inside | 1:outside) options=" '-n' '2'" ;; esac
  only=
  run_checks=no
  case "$#:${1:-}" in 0: | *:checks) run_checks=yes ;; esac
  case "${1:-}" in checks | inside | outside) only=$1; shift ;; esac
  for argument; do
    path=${argument%%::*}
    if [ "$value_next" = yes ]; then
      value_next=no options=$options$(quoted "$argument")
      continue
    fi
    case "$argument" in -k | -m | -n | -o | -p | -r | -W) value_next=yes ;; esac
    case "${path#./}" in
      -*) options=$options$(quoted "$argument") ;;
      tests/outside | tests/outside/* | "$PWD"/tests/outside*) outside_paths=$outside_paths$(quoted "$argument") ;;
      *) if [ -e "$path" ]; then inside_paths=$inside_paths$(quoted "$argument")
         else options=$options$(quoted "$argument"); fi ;;
    esac
  done
  run_inside=yes run_outside=yes
  if [ -n "$outside_paths" ] && [ -z "$inside_paths" ]; then run_inside=no; fi
  if [ -n "$inside_paths" ] && [ -z "$outside_paths" ]; then run_outside=no; fi
  case "$inside_paths" in *"'tests'"* | *"'tests/'"*) run_outside=yes ;; esac
  case "$only" in checks) run_inside=no run_outside=no ;; inside) run_outside=no ;; outside) run_inside=no ;; esac
}
