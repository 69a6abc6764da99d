package dev.rollcall.agent.weave;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

final class MentionsTest {
  private static final List<String> ENDINGS =
      List.of(")Ljava/sql/Connection;", ")Ljava/sql/ResultSet;", ")Ljava/nio/ByteBuffer;", "Exit");
  private final Mentions mentions = new Mentions(ENDINGS);

  /** What ASM finds. */
  private static boolean isIn(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && reader.readByte(at - 1) == 1) {
        String text = new String(classFile, at + 2, reader.readUnsignedShort(at), US_ASCII);
        if (ENDINGS.stream().anyMatch(text::endsWith)) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.base", "java.sql", "java.sql.rowset", "jdk.compiler"})
  void findsWhatAsmFindsInAllClassesOfTheJdk(String module) throws Exception {
    int found = 0;
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(each -> each.toString().endsWith(".class")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        boolean expected = isIn(bytes);
        assertThat(mentions.isIn(bytes)).as(file.toString()).isEqualTo(expected);
        found += expected ? 1 : 0;
      }
    }
    assertThat(found).isPositive();
  }

  /** The tools for classes hand over what they like. */
  @Test
  void whatIsNoClassFileMentionsNothing() throws IOException {
    byte[] whole = WovenLoader.classFile(Subject.class);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(new Mentions(List.of(")Ljava/sql/Nothing;")).isIn(cut)).isFalse();
    }
    assertThat(mentions.isIn(new byte[0])).isFalse();
    assertThat(mentions.isIn(new byte[100])).isFalse();
  }
}
