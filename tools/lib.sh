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

# Maven, which says nothing but what is wrong.
maven() {
  command -v mvn >/dev/null 2>&1 || fail "there is no mvn to build with: install Apache Maven."
  mvn -q -B -ntp -Dstyle.color=never -Dspotless.check.skip=true "$@" >&2
}

# Compiles the product and a lab. Sets $classpath, for the lab's programs.
build_lab() { # its name, phase (compile; test-compile for one that needs the product's tests)
  echo "$name: building ..." >&2
  maven -f "$home/tools/pom.xml" -pl ":$1" -am "${2:-compile}" || fail "the build failed."
  classpath="$home/tools/labs/$1/target/classes:$(cat "$home/tools/labs/$1/target/classpath")"
}

# Compiles the product and its tests. Sets $classpath, for the programs among them.
build_tests() {
  echo "$name: building ..." >&2
  maven -f "$home/pom.xml" test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile="$home/target/test.classpath" || fail "the build failed."
  classpath="$home/target/classes:$home/target/test-classes:$(cat "$home/target/test.classpath")"
}
