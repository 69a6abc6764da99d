package dev.rollcall.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.report.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  @TempDir private Path project = Path.of("");

  private void write(String path, String... lines) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, List.of(lines));
  }

  private Sources sources(String... named) {
    return new Sources(project, List.of(named).stream().map(Path::of).toList());
  }

  private static StackTraceElement frame(String className, @Nullable String file) {
    return new StackTraceElement(className, "run", file, 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/com/acme/Server.java",
        "src/main/kotlin/com/acme/Server.kt",
        "src/test/scala/com/acme/Server.scala",
        "src/integrationTest/groovy/com/acme/Server.groovy",
        "app/src/main/java/com/acme/Server.java",
        "src/com/acme/Server.java"
      })
  void theUsualPlacesAreKnown(String path) throws IOException {
    write(path);

    Sources sources = sources();
    for (String name : List.of("com.acme.Server", "com.acme.Server$Loop$1")) {
      assertThat(sources.of(name)).isEqualTo(Path.of(path).getFileName().toString());
      assertThat(sources.find(frame(name, null))).isEqualTo(Path.of(path));
      assertThat(sources.find(frame(name, sources.of(name)))).isEqualTo(Path.of(path));
    }
    assertThat(sources.of("com.acme.Other")).isNull();
    assertThat(sources.find(frame("com.acme.Server", "Other.java"))).isNull();
  }

  @Test
  void namedDirectoriesAreRootsAndProjects() throws IOException {
    write("demo/relay/Relay.java");
    write("a/b/src/main/java/relay/Buffer.java");

    assertThat(sources().of("relay.Relay")).isNull();
    assertThat(sources("demo").find(frame("relay.Relay", "Relay.java")))
        .isEqualTo(Path.of("demo/relay/Relay.java"));
    assertThat(sources("demo", "a/b").find(frame("relay.Buffer", null)))
        .isEqualTo(Path.of("a/b/src/main/java/relay/Buffer.java"));
  }

  @Test
  void whatIsOutsideOfTheWorkingDirectoryHasAWholePath() throws IOException {
    write("demo/relay/Relay.java");
    Path elsewhere = Files.createDirectory(project.resolve("elsewhere"));

    assertThat(new Sources(elsewhere, List.of(Path.of("../demo"))).find(frame("relay.Relay", null)))
        .isEqualTo(project.resolve("demo/relay/Relay.java").toAbsolutePath());
  }

  @Test
  void functionsOfKotlinAreInTheirFile() throws IOException {
    write("src/main/kotlin/shop/App.kt", "fun main() {}");
    write("src/main/kotlin/shop/till.kt", "fun open() {}");

    assertThat(sources().of("shop.AppKt")).isEqualTo("App.kt");
    assertThat(sources().of("shop.TillKt")).isEqualTo("till.kt");
    assertThat(sources().of("shop.OtherKt")).isNull();
    assertThat(sources().of("Kt")).isNull();
  }

  @Test
  void aSecondClassIsWhereItIsDeclared() throws IOException {
    write(
        "src/main/java/shop/Shop.java",
        "package shop;",
        "public final class Shop {",
        "  static class Nested {}",
        "}",
        "@Deprecated final class Drawer<T> {}",
        "// class Commented {}",
        "record Coin(int value) {}",
        "enum Size { S, L }");
    write("src/main/java/shop/Other.java", "class Other {}", "class Twice {}");
    write("src/main/java/shop/Third.java", "class Third {}", "class Twice {}");
    write(
        "src/main/kotlin/shop/Model.kt",
        "internal data class Item(val name: String)",
        "enum class Colour { RED }");

    assertThat(sources().of("shop.Drawer")).isEqualTo("Shop.java");
    assertThat(sources().of("shop.Drawer$1")).isEqualTo("Shop.java");
    assertThat(sources().of("shop.Coin")).isEqualTo("Shop.java");
    assertThat(sources().of("shop.Size")).isEqualTo("Shop.java");
    assertThat(sources().of("shop.Item")).isEqualTo("Model.kt");
    assertThat(sources().of("shop.Colour")).isEqualTo("Model.kt");
    assertThat(sources().of("shop.Nested")).isNull();
    assertThat(sources().of("shop.Commented")).isNull();
    assertThat(sources().of("shop.Coi")).isNull();
    assertThat(sources().of("shop.Twice")).as("declared twice").isNull();
  }

  @Test
  void aGeneratedClassIsInNoFile() throws IOException {
    write("src/main/java/shop/Shop.java", "class Shop {}");

    assertThat(sources().of("shop.Shop$$SpringCGLIB$$0")).isNull();
    assertThat(sources().of("shop.Shop$$Lambda/0x0000000801003000")).isNull();
    assertThat(sources().find(frame("shop.Shop$$Lambda/0x1", "Shop.java")))
        .isEqualTo(Path.of("src/main/java/shop/Shop.java"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..x", "../secret", "a..secret", "a/../../secret", "a.\0", "a\0"})
  void noNameLeadsOutOfTheSources(String name) throws IOException {
    write("secret.java");
    write("src/main/java/a/A.java");

    for (String className : List.of(name, "a." + name, name + ".secret", Hostile.NAME)) {
      assertThat(sources().of(className)).isNull();
      assertThat(sources().find(frame(className, null))).isNull();
      for (String file : List.of("../../../../secret.java", "..", "/etc/passwd", Hostile.NAME)) {
        assertThat(sources().find(frame(className, file))).isNull();
        assertThat(sources().find(frame("a.A", file))).isNull();
      }
    }
  }

  @Test
  void nothingIsKnownWhereThereIsNothing() {
    Sources sources = new Sources(project.resolve("missing"), List.of(Path.of("also")));

    assertThat(sources.of("a.A")).isNull();
    assertThat(sources.find(frame("a.A", "A.java"))).isNull();
  }
}
