package dev.rollcall.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedFilesTest {
  private static RecordedFiles files(List<Map<String, String>> recordings) {
    return new RecordedFiles(recordings.stream().map(RecordedFilesTest::recording).toList());
  }

  private static Recording recording(Map<String, String> sourceFiles) {
    return new Recording(
        Path.of("app.jfr"),
        null,
        0,
        0,
        0,
        1,
        0,
        List.of(),
        Recording.DataLoss.NONE,
        Map.of(),
        sourceFiles);
  }

  @Test
  void allOfOneOutermostClassAreInOneFile() {
    RecordedFiles files =
        files(List.of(Map.of("shop.AppKt", "App.kt", "shop.Shop$Till$1", "Shop.java")));

    assertThat(files.of("shop.AppKt")).isEqualTo("App.kt");
    assertThat(files.of("shop.AppKt$main$1")).isEqualTo("App.kt");
    assertThat(files.of("shop.Shop")).isEqualTo("Shop.java");
    assertThat(files.of("shop.Shop$Other")).isEqualTo("Shop.java");
    assertThat(files.of("shop.App")).isNull();
    assertThat(files.of("Shop")).isNull();
  }

  /** Kotlin gives what it inlines the file of the code that was inlined. */
  @Test
  void aGeneratedClassSaysNothingOfOthers() {
    RecordedFiles files =
        files(
            List.of(
                Map.of(
                    "shop.Shop$$inlined$map$1", "Emitters.kt",
                    "shop.Till$$SpringCGLIB$$0", "<generated>",
                    "shop.Till", "Till.java")));

    assertThat(files.of("shop.Shop$$inlined$map$1")).isEqualTo("Emitters.kt");
    assertThat(files.of("shop.Shop")).isNull();
    assertThat(files.of("shop.Till")).isEqualTo("Till.java");
    assertThat(files.of("shop.Till$$SpringCGLIB$$1")).isNull();
  }

  @Test
  void aContradictionIsNoKnowledge() {
    RecordedFiles files =
        files(
            List.of(
                Map.of("a.Moved", "Old.java", "a.Two$1", "One.java", "a.Same", "Same.java"),
                Map.of("a.Moved", "New.java", "a.Two$2", "Two.java", "a.Same", "Same.java"),
                Map.of("a.Moved", "Old.java", "a.Loaders", "")));

    assertThat(files.of("a.Moved")).isNull();
    assertThat(files.of("a.Two$1")).isEqualTo("One.java");
    assertThat(files.of("a.Two")).isNull();
    assertThat(files.of("a.Same")).isEqualTo("Same.java");
    assertThat(files.of("a.Loaders")).isNull();
  }

  @Test
  void aNameMayBeginWithADollarSign() {
    assertThat(SourceFiles.outermost("a.$Proxy9")).isEqualTo("a.$Proxy9");
    assertThat(SourceFiles.outermost("$B$C")).isEqualTo("$B");
    assertThat(SourceFiles.outermost("a.B$")).isEqualTo("a.B");
  }
}
