#!/bin/sh
# Looks at the page of rollcall report --format html in a real browser: Chromium, without a window.
#   tools/page test [--test NAME]
#   tools/page screenshots [--short] [DIR]
#     test         runs the browser tests, and fails where no browser is installed
#       --test     only the tests of one class, as LayoutTest
#     screenshots  makes the pictures of the README and the manual, 360, 1280 and 1920 pixels wide,
#                  in light and dark: of the demo, of the gRPC case, and of a running server's dump
#       --short    of the demo only
#       DIR        where they go: target/pictures of the lab. Without it those that the README and
#                  the manual show are put into src/site/resources/images/page, too
# Nothing is fetched but Maven's dependencies: chromium and chromium-driver have to be installed.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=page
. "$home/tools/lib.sh"

usage="use test [--test NAME] or screenshots [--short] [DIR]."
[ $# -gt 0 ] || fail "$usage"
command=$1
shift
case $command in test | screenshots) ;; *) fail "there is no $command: $usage" ;; esac
test=
short=
pictures=$lab/target/pictures
shown=$home/src/site/resources/images/page
while [ $# -gt 0 ]; do
  case "$command $1" in
    "screenshots --short") short=yes ;;
    "test --test")
      [ $# -gt 1 ] || fail "--test needs a name."
      test=$2
      shift
      ;;
    *" -"*) fail "unknown option $1: $usage" ;;
    "screenshots "*)
      pictures=$1
      shown=
      ;;
    *) fail "test takes no $1: $usage" ;;
  esac
  shift
done

has() { # the names that a program may have
  for program in "$@"; do
    if command -v "$program" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}
has chromium chromium-browser google-chrome google-chrome-stable ||
  fail "there is no chromium to look at the page with: install Debian's package chromium."
has chromedriver chromium.chromedriver ||
  fail "there is no chromedriver to steer the browser with: install Debian's package chromium-driver."

find_jdk
# The driver is on the PATH; Selenium looks for no other one.
export SE_OFFLINE=true

if [ "$command" = test ]; then
  echo "$name: building, then the tests run in a browser ..." >&2
  mvn -B -ntp -Dstyle.color=never -Dspotless.check.skip=true -f "$home/tools/pom.xml" -pl :page -am \
    -DskipTests -DskipPageTests=false ${test:+-Dtest="$test"} ${test:+-Dsurefire.failIfNoSpecifiedTests=false} \
    test || fail "what failed is told above; the pages are in $lab/target/pages" 1
  exit
fi

pages=$lab/target/screenshots
rm -rf "$pages"
mkdir -p "$pages" "$pictures"
pictures=$(cd "$pictures" && pwd)

page() { # the name of a page, then what rollcall report makes it of; status 1 means leaks, 4 not sure
  file=$pages/$1.html
  shift
  status=0
  "$home/tools/rollcall" report --format html --output "$file" "$@" || status=$?
  case $status in 0 | 1 | 4) ;; *) fail "rollcall report made no page." ;; esac
}

# The libraries of a case are fetched, and so is the server's framework: by Maven, as ever.
echo "$name: running the demo ..." >&2
(cd "$home" && tools/rollcall demo >"$pages/demo.txt" 2>&1) || fail "the demo failed; see $pages/demo.txt" 1
page demo "$home/target/demo/relay.jfr"
set -- demo "$pages/demo.html"
if [ -z "$short" ]; then
  echo "$name: running the gRPC case ..." >&2
  "$home/tools/cases" --case grpc --short >"$pages/grpc.txt" || fail "the gRPC case failed; see $pages/grpc.txt" 1
  page grpc "$(ls "$home"/tools/labs/cases/target/cases/grpc-*-beside.jfr | sed -n 1p)"
  echo "$name: running a server with leaks ..." >&2
  "$home/tools/server" --short >"$pages/server.txt" || fail "the server failed; see $pages/server.txt" 1
  page server "$home/tools/labs/server/target/run/leaks.jfr"
  set -- "$@" grpc "$pages/grpc.html" server "$pages/server.html"
fi
# It uses the jar of the product's tests, which only a package has.
build_lab page package -DskipTests -DskipLabTests -Dmaven.javadoc.skip -Dmaven.source.skip
cd "$lab"
"${bin}java" -cp "$classpath" dev.rollcall.page.Screenshots "$pictures" "$@"
echo "$name: the pictures are in $pictures" >&2
if [ -n "$shown" ]; then
  mkdir -p "$shown"
  for picture in "$pictures"/*.png; do
    if grep -q "images/page/${picture##*/}" "$home/README.md" "$home"/src/site/markdown/*.md; then
      cp "$picture" "$shown"
    fi
  done
fi
