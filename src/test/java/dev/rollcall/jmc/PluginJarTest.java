package dev.rollcall.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport;
import org.osgi.framework.BundleException;

/** The plug-in for Mission Control, as it lies in the build directory. */
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PluginJarTest {
  private static final String RULE = LeakRule.class.getName().replace('.', '/');

  private PluginJar jar = new PluginJar(Path.of(""), new Manifest(), Set.of(), Map.of());

  @BeforeAll
  void read() throws Exception {
    jar = PluginJar.read();
  }

  /** The classes that the rule needs, and what Mission Control knows it by. */
  @Test
  void theJarHoldsWhatTheRuleNeedsAndNothingElse() {
    Set<String> classes = new TreeSet<>(jar.classes().keySet());
    classes.removeIf(name -> name.endsWith("/package-info"));
    Set<String> needed = jar.needed(RULE);
    needed.removeIf(name -> !isOwn(name));

    assertThat(classes).isEqualTo(needed);
    Set<String> rest = new HashSet<>(jar.entries());
    rest.removeIf(name -> name.endsWith(".class") || name.endsWith("/"));
    assertThat(rest)
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/LICENSE",
            "META-INF/services/org.openjdk.jmc.flightrecorder.rules.IRule",
            "dev/rollcall/diagnosis/weights.properties",
            "plugin.xml");
  }

  /** Ours, and the library that we bring. */
  private static boolean isOwn(String name) {
    return name.startsWith("dev/rollcall/") || name.startsWith("org/HdrHistogram/");
  }

  /** To a plug-in nothing is visible but itself, java.* and what its required bundles export. */
  @Test
  void whatIsNotInTheJarIsExportedByTheBundlesItRequires() throws Exception {
    Set<String> exported = exported();
    Set<String> others = jar.needed(RULE);
    others.removeIf(name -> isOwn(name) || name.startsWith("java/"));

    assertThat(others)
        .contains("org/openjdk/jmc/flightrecorder/rules/IRule")
        .allSatisfy(
            name ->
                assertThat(name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .isIn(exported));
  }

  /** The packages that the required bundles export to all, and those that they pass on. */
  private Set<String> exported() throws Exception {
    Map<String, Manifest> bundles = new HashMap<>();
    for (Path path : PluginJar.missionControl()) {
      try (JarFile bundle = new JarFile(path.toFile())) {
        Manifest manifest = bundle.getManifest();
        bundles.put(elements(manifest, "Bundle-SymbolicName")[0].getValue(), manifest);
      }
    }
    Set<String> packages = new HashSet<>();
    for (ManifestElement required : elements(jar.manifest(), "Require-Bundle")) {
      export(bundles, required.getValue(), packages);
    }
    return packages;
  }

  private static void export(Map<String, Manifest> bundles, String name, Set<String> packages)
      throws BundleException {
    Manifest manifest = Objects.requireNonNull(bundles.get(name), name);
    for (ManifestElement exported : elements(manifest, "Export-Package")) {
      if (exported.getDirective("x-friends") == null) {
        packages.add(exported.getValue());
      }
    }
    for (ManifestElement required : elements(manifest, "Require-Bundle")) {
      if ("reexport".equals(required.getDirective("visibility"))) {
        export(bundles, required.getValue(), packages);
      }
    }
  }

  private static ManifestElement[] elements(Manifest manifest, String header)
      throws BundleException {
    String value = manifest.getMainAttributes().getValue(header);
    ManifestElement[] elements = ManifestElement.parseHeader(header, value);
    return elements == null ? new ManifestElement[0] : elements;
  }

  @Test
  void theVersionIsThatOfTheProject() {
    assertThat(jar.manifest().getMainAttributes().getValue("Bundle-Version"))
        .isEqualTo(System.getProperty("rollcall.version").replace('-', '.'));
  }

  /** On the class path, with nothing but Mission Control's own. */
  @Test
  void theRuleIsInTheReportOnTheCommandLine(@TempDir Path directory) throws Exception {
    Path html = directory.resolve("report.html");
    Path[] classPath =
        Stream.concat(Stream.of(jar.path()), PluginJar.missionControl().stream())
            .toArray(Path[]::new);
    ChildJvm.Ended ended =
        new ChildJvm()
            .classPath(classPath)
            .run(
                JfrHtmlRulesReport.class.getName(),
                SampleRecordings.get("leaky").toString(),
                html.toString())
            .with(0);

    assertThat(ended.err()).doesNotContain("rollcall", "Rule");
    assertThat(Files.readString(html))
        .contains("Leaked Resources", "2 of 10 registered resources were never released.");
  }

  /** In the framework that Mission Control is built on; its windows are not there. */
  @Test
  void thePluginIsResolvedAndItsRuleEvaluated(@TempDir Path storage) throws Exception {
    try (PluginFramework framework = new PluginFramework(storage)) {
      for (Path bundle : PluginJar.missionControl()) {
        framework.install(bundle);
      }
      framework.install(jar.path());

      assertThat(framework.evaluate("dev.rollcall.jmc", SampleRecordings.get("leaky")))
          .isEqualTo(
              "rollcall.LeakedResources: WARNING: {leaked} of {registered} registered resources"
                  + " were never released.");
    }
  }
}
