package dev.rollcall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.rollcall");

  private static final String[] RUNTIME = {
    "dev.rollcall", "dev.rollcall.internal..", "dev.rollcall.event"
  };
  private static final String[] READERS = {
    "dev.rollcall.recording..",
    "dev.rollcall.reader..",
    "dev.rollcall.diagnosis..",
    "dev.rollcall.analysis..",
    "dev.rollcall.gate..",
    "dev.rollcall.report..",
    "dev.rollcall.attach..",
    "dev.rollcall.cli.."
  };

  private static void check(ArchRule rule) {
    rule.check(ALL);
  }

  private static void onlyIn(String place, String... known) {
    onlyIn(new String[] {place}, known);
  }

  private static void onlyIn(String[] places, String... known) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(places)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(known));
  }

  @Test
  void theRulesSeeTheRuntime() {
    assertThat(ALL.contain(LeakChecker.class)).isTrue();
    assertThat(ALL.contain(ArchitectureTest.class)).isFalse();
    assertThatThrownBy(() -> onlyIn("dev.rollcall.cli..", "jdk.jfr.."))
        .hasMessageContaining("dev.rollcall.event.RecorderListener");
  }

  @Test
  void theRuntimeNeedsTheJdkAndSlf4jOnly() {
    check(
        classes()
            .that()
            .resideInAnyPackage(RUNTIME)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "jdk.jfr..",
                "org.slf4j..",
                "org.jspecify..",
                "dev.rollcall",
                "dev.rollcall.common",
                "dev.rollcall.internal..",
                "dev.rollcall.event"));
  }

  @Test
  void ofTheRuntimeOnlyTheEventsKnowJfr() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.rollcall", "dev.rollcall.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jfr.."));
  }

  /** What loads without JFR: the door, and what it says of itself. */
  @Test
  void theDoorKnowsNoJfr() {
    check(
        noClasses()
            .that(belongToAnyOf(dev.rollcall.event.EventDoor.class))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jfr.."));
  }

  @Test
  void ofTheRuntimeOnlyTheInternalsKnowSlf4j() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.rollcall", "dev.rollcall.event")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j.."));
  }

  @Test
  void theEventsKnowNothingOfTheChecker() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.rollcall.event")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall", "dev.rollcall.internal.."));
  }

  @Test
  void onlyTheReadersKnowTheParser() {
    onlyIn("dev.rollcall.reader..", "org.openjdk.jmc.flightrecorder.parser..");
    onlyIn(new String[] {"dev.rollcall.reader..", "dev.rollcall.jmc.."}, "org.openjdk.jmc..");
  }

  /** The exports write what the reader reads; no other report knows how a recording is read. */
  @Test
  void onlyTheReaderAndTheExportsKnowTheChunkFormat() {
    onlyIn(
        new String[] {"dev.rollcall.reader..", "dev.rollcall.report.jfr"},
        "dev.rollcall.reader.chunk..");
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.rollcall.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rollcall.reader", "dev.rollcall.reader.decode.."));
  }

  @Test
  void onlyTheCommandLineKnowsItsParser() {
    onlyIn("dev.rollcall.cli..", "picocli..");
  }

  @Test
  void onlyTheReportsKnowJson() {
    onlyIn("dev.rollcall.report..", "com.fasterxml.jackson..");
  }

  /** Of Hadoop there is nothing but what a compiler asks for. */
  @Test
  void onlyOneReportKnowsParquet() {
    onlyIn("dev.rollcall.report.parquet", "org.apache.parquet..", "org.apache.hadoop..");
  }

  /** What is asked and answered is of no protocol. */
  @Test
  void onlyTheServerForAssistantsKnowsItsProtocol() {
    onlyIn(
        "dev.rollcall.cli.mcp", "io.modelcontextprotocol..", "reactor..", "org.reactivestreams..");
  }

  @Test
  void onlyTheAgesKnowTheHistogram() {
    onlyIn("dev.rollcall.analysis.age", "org.HdrHistogram..");
  }

  @Test
  void onlyTheAdaptersKnowWhatTheyAdaptTo() {
    onlyIn("dev.rollcall.junit..", "org.junit..", "org.opentest4j..");
    onlyIn("dev.rollcall.netty..", "io.netty..");
    onlyIn("dev.rollcall.jmc..", "org.openjdk.jmc.flightrecorder.rules..");
    onlyIn(
        new String[] {"dev.rollcall.jdbc..", "dev.rollcall.spring..", "dev.rollcall.agent.hook"},
        "javax.sql..");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.rollcall.jdbc..", "dev.rollcall.agent.hook")
            .and(not(belongToAnyOf(dev.rollcall.internal.outside.DriverConnection.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql.."));
    onlyIn("dev.rollcall.agent..", "org.objectweb.asm..", "java.lang.instrument..");
    onlyIn(
        new String[] {"dev.rollcall.jmx..", "dev.rollcall.attach.."},
        "javax.management..",
        "java.lang.management..");
    onlyIn("dev.rollcall.spring..", "org.springframework..");
    onlyIn(new String[] {"dev.rollcall.micrometer..", "dev.rollcall.spring.."}, "io.micrometer..");
  }

  /** It is in a jar of its own, with the runtime and nothing of the readers. */
  @Test
  void theAgentIsADoorOfTheRuntime() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.rollcall.agent..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "javax.sql..",
                "org.objectweb.asm..",
                "org.jspecify..",
                "dev.rollcall",
                "dev.rollcall.common",
                "dev.rollcall.event",
                "dev.rollcall.internal..",
                "dev.rollcall.agent.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.rollcall.agent..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.rollcall.agent.."));
  }

  /** What woven code calls is defined anew where nothing but java.base can be seen. */
  @Test
  void theBridgeNeedsTheJdkOnly() {
    check(
        noClasses()
            .that(belongToAnyOf(dev.rollcall.agent.weave.Bridge.class))
            .should()
            .dependOnClassesThat(
                resideOutsideOfPackages("java.lang..", "java.util.function", "org.jspecify..")
                    .and(not(belongToAnyOf(dev.rollcall.agent.weave.Bridge.class)))));
  }

  /** Whoever asks them loads modules that a JRE may lack. */
  @Test
  void onlyTheCommandLineAsksRunningJvms() {
    onlyIn("dev.rollcall.attach..", "com.sun.tools.attach..", "jdk.management.jfr..");
    onlyIn(new String[] {"dev.rollcall.attach..", "dev.rollcall.cli.."}, "dev.rollcall.attach..");
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.rollcall.attach..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.rollcall.reader..",
                "dev.rollcall.analysis..",
                "dev.rollcall.gate..",
                "dev.rollcall.report..",
                "dev.rollcall.cli.."));
  }

  @Test
  void nobodyKnowsAnAdapter() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(RUNTIME)
            .or()
            .resideInAnyPackage(READERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.rollcall.junit..",
                "dev.rollcall.netty..",
                "dev.rollcall.jdbc..",
                "dev.rollcall.jmc.."));
  }

  @Test
  void theAnalysisAndTheGateKnowNoFormat() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.rollcall.diagnosis..", "dev.rollcall.analysis..", "dev.rollcall.gate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.openjdk.jmc..",
                "com.fasterxml.jackson..",
                "picocli..",
                "jdk.jfr..",
                "dev.rollcall.report..",
                "dev.rollcall.cli.."));
  }

  @Test
  void theReadersPointOneWay() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.rollcall.recording..",
                "dev.rollcall.reader..",
                "dev.rollcall.diagnosis..",
                "dev.rollcall.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.rollcall.gate..", "dev.rollcall.report..", "dev.rollcall.cli.."));
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.rollcall.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.rollcall.cli.."));
  }

  @Test
  void theRuntimeKnowsNoReader() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(RUNTIME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(READERS));
  }

  /** The two houses meet in the cellar only. */
  @Test
  void theReadersNeedNoChecker() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(READERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME));
  }

  /** But for the API, which is sealed: it and its makers, in {@code internal}, need each other. */
  @Test
  void noPackagesNeedEachOther() {
    slices().matching("dev.rollcall.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void theApiKnowsItsMakersOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.rollcall")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.rollcall.internal.check..",
                "dev.rollcall.internal.exit..",
                "dev.rollcall.internal.outside..",
                "dev.rollcall.internal.scope..",
                "dev.rollcall.internal.settings.."));
  }

  /** Of the events each has a class. */
  @Test
  void noRoomIsCrowded() {
    Map<String, Set<URI>> rooms =
        ALL.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                groupingBy(JavaClass::getPackageName, mapping(ArchitectureTest::file, toSet())));
    assertThat(rooms).containsKeys("dev.rollcall", "dev.rollcall.event", "dev.rollcall.cli.option");
    rooms.remove("dev.rollcall.event");
    rooms.values().removeIf(files -> files.size() <= 20);
    assertThat(rooms).isEmpty();
  }

  private static URI file(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.getSource().orElseThrow().getUri();
  }

  /** A name that begins with a dot goes on from that of the row's first package. */
  @Test
  void theManualNamesEveryPackage() throws Exception {
    Set<String> named = new TreeSet<>(Set.of("dev.rollcall"));
    for (String line : Files.readAllLines(Path.of("src/site/markdown/how-it-is-built.md"))) {
      if (!line.startsWith("| `") || line.startsWith("| `dev.rollcall`")) {
        continue;
      }
      String[] names = line.substring(2, line.indexOf(" |", 2)).replace("`", "").split(", ");
      for (String name : names) {
        named.add("dev.rollcall." + (name.startsWith(".") ? outermost(names) + name : name));
      }
    }

    assertThat(named)
        .containsExactlyElementsOf(
            ALL.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new)));
  }

  /** What the dotted names of a row are in: in `reader.decode`, `.chunk` it is `reader`. */
  private static String outermost(String[] names) {
    return names[0].replaceFirst("[.].*", "");
  }

  @Test
  void onlyTheMainClassExits() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.rollcall.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class));
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.rollcall.internal.exit.Ending")
            .and()
            .doNotHaveFullyQualifiedName("dev.rollcall.agent.Agent")
            .should()
            .callMethod(Runtime.class, "halt", int.class));
    check(noClasses().should().callMethod(Runtime.class, "exit", int.class));
  }
}
