package dev.rollcall.agents.suites;

import java.util.List;

/**
 * The tests of one library, which {@code suites/NAME/pom.xml} of the lab names with all they need.
 *
 * @param jvm options of the JVM, those of the library's own build
 * @param selection which tests, in the words of JUnit's console launcher
 * @param few a part of them that takes less than a minute both ways; empty if there is none
 */
record Suite(
    String name, String version, List<String> jvm, List<String> selection, List<String> few) {
  private static final String ALL = "--scan-classpath=target/test-classes";

  static final List<Suite> SUITES =
      List.of(
          new Suite(
              "commons-io",
              "2.18.0",
              List.of(),
              List.of(ALL),
              List.of(
                  "--select-package=org.apache.commons.io.input",
                  "--select-package=org.apache.commons.io.output",
                  // They wait for whole seconds, or read much.
                  "--exclude-classname=.*(Tailer|Thread|Throttled|Infinite|Buffered|Xml"
                      + "|ReadAhead|MemoryMapped)\\w*")),
          new Suite(
              "commons-compress",
              "1.27.1",
              List.of("--add-opens=java.base/java.io=ALL-UNNAMED"),
              // The integration tests need a build to test.
              List.of(ALL, "--exclude-classname=.*ITest"),
              List.of()),
          new Suite("commons-dbcp", "2.13.0", List.of(), List.of(ALL), List.of()),
          // Its network: what else there is opens nothing, or takes an hour.
          new Suite(
              "kafka-clients",
              "3.9.0",
              List.of(),
              List.of(
                  "--select-package=org.apache.kafka.common.network",
                  "--exclude-classname=.*(SslTransport|SslVersionsTransport)\\w*"),
              List.of()));
}
