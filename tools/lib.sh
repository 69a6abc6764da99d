# What the scripts of tools/ share. Each sets $name, what it is called, and $home, the checkout,
# and reads this.

fail() { # message, status (2)
  echo "$name: $1" >&2
  exit "${2:-2}"
}

# The JDK that --jdk names, for the build, too.
use_jdk() { # its home
  [ -x "$1/bin/java" ] || fail "$1 has no bin/java: point --jdk at a JDK 17 or newer."
  JAVA_HOME=$(cd "$1" && pwd)
  export JAVA_HOME
}

# Sets $bin, which goes before java and javac: that of JAVA_HOME, or nothing.
find_jdk() { # what is needed of it (java)
  if [ -n "${JAVA_HOME:-}" ]; then
    bin="$JAVA_HOME/bin/"
    [ -x "${bin}java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java: point it at a JDK 17 or newer."
  else
    bin=
  fi
  command -v "${bin}${1:-java}" >/dev/null 2>&1 ||
    fail "there is no ${1:-java}: install a JDK 17 or newer, or set JAVA_HOME."
}

# Adds the home of a JDK that --jdk names, which may be repeated, to the lines of $jdks.
add_jdk() {
  [ -x "$1/bin/java" ] || fail "$1 has no bin/java: point --jdk at a JDK 17 or newer."
  jdks="${jdks:-}$1
"
}

jdk_version() { # the home of a JDK: its number, such as 17
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets $jdks, if nothing was added to it, to the home of the JDK in use, and if all are wanted, to
# those of other versions that are installed beside each other in /usr/lib/jvm, too: a line for each.
find_jdks() { # all, or nothing
  [ -z "${jdks:-}" ] || return 0
  jdks=$("${bin}java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
  [ "${1:-}" = all ] || return 0
  seen=" $(jdk_version "$jdks") "
  for other in /usr/lib/jvm/*/; do
    other=${other%/}
    [ -x "$other/bin/javac" ] && [ -f "$other/release" ] || continue
    number=$(jdk_version "$other")
    case $seen in *" $number "*) continue ;; esac
    [ "$number" -ge 17 ] || continue
    seen="$seen$number "
    jdks="$jdks
$other"
  done
}

# Maven, which says nothing but what is wrong.
maven() {
  command -v mvn >/dev/null 2>&1 || fail "there is no mvn to build with: install Apache Maven."
  mvn -q -B -ntp -Dstyle.color=never -Dspotless.check.skip=true "$@" >&2
}

# Compiles the product and a lab. Sets $classpath, for the lab's programs.
build_lab() { # its name, phase (compile; test-compile for one that needs the product's tests), options
  echo "$name: building ..." >&2
  lab_name=$1
  phase=${2:-compile}
  [ $# -lt 2 ] && shift || shift 2
  maven -f "$home/tools/pom.xml" -pl ":$lab_name" -am "$phase" "$@" || fail "the build failed."
  classpath="$home/tools/labs/$lab_name/target/classes:$(cat "$home/tools/labs/$lab_name/target/classpath")"
}

# Compiles the product and its tests. Sets $classpath, for the programs among them.
build_tests() {
  echo "$name: building ..." >&2
  maven -f "$home/pom.xml" test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile="$home/target/test.classpath" || fail "the build failed."
  classpath="$home/target/classes:$home/target/test-classes:$(cat "$home/target/test.classpath")"
}
