package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the agent's one file. If a library in it changes, change src/main/agent/NOTICE. */
@Tag("packaged")
final class AgentJarTest {
  private static String read(JarFile jar, String name) throws Exception {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }

  /** Blanks differ. */
  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void hasTheRuntimeAndWhatWeavesInPackagesOfItsOwn() throws Exception {
    try (JarFile agent = new JarFile(Jars.ours("-agent").toFile())) {
      List<String> classes =
          agent.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();

      assertThat(classes)
          .contains(
              "dev/rollcall/LeakChecker.class",
              "dev/rollcall/javaagent/Agent.class",
              "dev/rollcall/javaagent/asm/ClassReader.class",
              "dev/rollcall/javaagent/slf4j/Logger.class")
          .allMatch(
              name ->
                  name.matches(
                      "dev/rollcall/([\\w$-]+|(common|event|internal|javaagent|jdbc|jmx|netty)/.*)[.]class"));
      assertThat(classes)
          .noneMatch(
              name ->
                  name.matches("dev/rollcall/javaagent/asm/.*/.*[.]class")
                      && !name.contains("/asm/signature/"));
      Attributes main = agent.getManifest().getMainAttributes();
      assertThat(main.getValue("Premain-Class")).isEqualTo("dev.rollcall.javaagent.Agent");
      assertThat(main.getValue("Agent-Class")).isEqualTo("dev.rollcall.javaagent.Agent");
      assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
    }
  }

  @Test
  void saysWhatItsLibrariesSayOfTheirLicences() throws Exception {
    try (JarFile agent = new JarFile(Jars.ours("-agent").toFile());
        JarFile slf4j = new JarFile(Jars.others("slf4j-api").get(0).toFile())) {
      String notice = read(agent, "META-INF/NOTICE");

      assertThat(
              agent.stream()
                  .map(ZipEntry::getName)
                  .filter(name -> name.matches(".*(LICEN|NOTICE).*")))
          .containsExactlyInAnyOrder("META-INF/LICENSE", "META-INF/NOTICE");
      assertThat(words(notice))
          .contains(words(read(slf4j, "META-INF/LICENSE.txt")))
          .contains("org.slf4j:slf4j-api MIT", "org.ow2.asm:asm BSD-3-Clause")
          .contains("Copyright (c) 2000-2011 INRIA, France Telecom");
    }
  }
}
