package dev.rollcall.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which frames lead where: those whose file is at hand, in the repository, and no others. */
final class SourceLinksTest {
  private static final StackTraceElement FRAME =
      new StackTraceElement("com.acme.Server", "run", "Server.java", 7);

  @TempDir private Path directory = Path.of("");

  private Path write(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, "");
  }

  private SourceLinks links(Path workingDirectory, String... named) {
    List<Path> others = List.of(named).stream().map(Path::of).toList();
    return new SourceLinks(
        new Sources(workingDirectory, others),
        workingDirectory,
        Repository.of(workingDirectory, others),
        SourceUrl.of("https://host/{path}#L{line}"),
        CodeOwners.parse("CODEOWNERS", "/app/ @acme/app @me\n/src/ @acme/src"));
  }

  @Test
  void thePathBeginsAtTheRootOfTheRepository() throws IOException {
    write(".git/HEAD");
    write("app/src/main/java/com/acme/Server.java");

    for (String from : List.of("", "app")) {
      SourceLinks links = links(directory.resolve(from));
      assertThat(links.url(FRAME))
          .isEqualTo("https://host/app/src/main/java/com/acme/Server.java#L7");
      assertThat(links.owner(FRAME)).isEqualTo("@acme/app, @me");
      assertThat(links.notFound()).isEmpty();
    }
  }

  @Test
  void orAtTheWorkingDirectory() throws IOException {
    write("app/src/main/java/com/acme/Server.java");

    assertThat(links(directory.resolve("app")).url(FRAME))
        .isEqualTo("https://host/src/main/java/com/acme/Server.java#L7");
    assertThat(links(directory.resolve("app")).owner(FRAME)).isEqualTo("@acme/src");
  }

  @Test
  void orWhereTheNamedSourcesAre() throws IOException {
    write("shop/.git/HEAD");
    write("shop/app/com/acme/Server.java");
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

    assertThat(links(elsewhere, "../shop/app").url(FRAME))
        .isEqualTo("https://host/app/com/acme/Server.java#L7");
  }

  /** The address of a submodule, or of another project beside this one, is not known. */
  @Test
  void whatIsInAnotherRepositoryIsNotLinked() throws IOException {
    write("shop/.git/HEAD");
    write("shop/library/.git");
    write("shop/library/src/com/acme/Server.java");
    SourceLinks links = links(directory.resolve("shop"));

    assertThat(links.url(FRAME)).isNull();
    assertThat(links.owner(FRAME)).isNull();
    assertThat(links.notFound()).containsExactly("com.acme.Server");
    assertThat(links(directory.resolve("shop"), "../elsewhere").url(FRAME)).isNull();
  }

  @Test
  void whatIsNotAtHandIsNotLinked() {
    SourceLinks links = links(directory);

    assertThat(links.url(FRAME)).isNull();
    assertThat(links.owner(new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1)))
        .isNull();
    assertThat(links.notFound()).containsExactly("com.acme.Server");
  }

  @Test
  void whereNothingIsAskedNothingIsSaid() throws IOException {
    write("src/com/acme/Server.java");
    SourceLinks none =
        new SourceLinks(
            new Sources(directory, List.of()),
            directory,
            Repository.of(directory, List.of()),
            null,
            null);

    assertThat(none.url(FRAME)).isNull();
    assertThat(none.owner(FRAME)).isNull();
    assertThat(none.notFound()).isEmpty();
  }
}
