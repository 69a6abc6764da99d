package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the tool's one file says of the libraries in it. If a new version of one says something
 * else, put that into src/main/cli/NOTICE.
 */
@Tag("packaged")
final class CliLicencesTest {
  private static final Predicate<String> SPEAKS_OF_LICENCES =
      Pattern.compile("(META-INF/)?[^/]*(LICEN[SC]E|NOTICE|COPYING|COPYRIGHT)[^/]*")
          .asMatchPredicate();

  private static List<String> names(JarFile jar, Predicate<String> chosen) {
    return jar.stream().map(ZipEntry::getName).filter(chosen).toList();
  }

  /** A text as one line of ASCII: libraries differ in blanks and in the encoding of quotes. */
  private static String read(JarFile jar, String name) throws IOException {
    ZipEntry entry = Objects.requireNonNull(jar.getEntry(name), name);
    String text = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
    return text.replaceAll("[^!-~]+", " ").strip();
  }

  /** A text of a licence, or what it adds to the Apache License, which is in the one file once. */
  private static String beyondApache(String text, String apache) {
    return text.startsWith(apache) ? text.substring(apache.length()).strip() : text;
  }

  /** The terms of the Apache License, without how to apply them. */
  private static String apache(JarFile cli) throws IOException {
    String text = read(cli, "META-INF/LICENSE");
    String end = "END OF TERMS AND CONDITIONS";
    return text.substring(0, text.indexOf(end) + end.length());
  }

  /** The jars that the one file has classes of. */
  private static List<Path> shaded(JarFile cli) throws IOException {
    Set<String> classes = Set.copyOf(names(cli, name -> name.matches("(?!META-INF/).*[.]class")));
    Stream<Path> all =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
    List<Path> shaded = new ArrayList<>();
    for (Path path : all.filter(path -> path.toString().endsWith(".jar")).toList()) {
      try (JarFile jar = new JarFile(path.toFile())) {
        if (!names(jar, classes::contains).isEmpty()) {
          shaded.add(path);
        }
      }
    }
    return shaded;
  }

  @Test
  void whatTheLibrariesInItSayOfTheirLicencesIsInItAndNothingElseIs() throws Exception {
    try (JarFile cli = new JarFile(Jars.ours("-cli").toFile())) {
      assertThat(names(cli, SPEAKS_OF_LICENCES))
          .containsExactlyInAnyOrder("META-INF/LICENSE", "META-INF/NOTICE");
      String said = read(cli, "META-INF/LICENSE") + " " + read(cli, "META-INF/NOTICE");
      String apache = apache(cli);
      List<Path> shaded = shaded(cli);

      assertThat(shaded).hasSizeGreaterThan(5);
      for (Path path : shaded) {
        try (JarFile library = new JarFile(path.toFile())) {
          for (String name : names(library, SPEAKS_OF_LICENCES)) {
            String text = read(library, name);
            assertThat(said)
                .as(name + " of " + path)
                .matches(all -> all.contains(text) || all.contains(beyondApache(text, apache)));
          }
        }
      }
      assertThat(shaded.stream().map(CliLicencesTest::artifact).collect(toSet()))
          .allSatisfy(artifact -> assertThat(said).containsPattern("[: ]" + artifact + "[, ]"));
    }
  }

  /** The name of a library without its version. */
  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
  }
}
