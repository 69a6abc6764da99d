package dev.rollcall.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.LeakChecker;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Today's version against copies of it that lack something. */
final class CompatibleTest {
  private static final Path EVENTS = Path.of("src/test/resources/dev/rollcall/golden/events.txt");
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/rollcall/report/json/report-1.schema.json");

  @TempDir private Path directory = Path.of("");

  /** What {@code tools/compatible} compares, of today; {@code LeakMode} lacks a method. */
  private Path version(String name, String withoutMethod) throws Exception {
    Path version = Files.createDirectories(directory.resolve(name));
    Files.writeString(version.resolve(Compatible.EVENTS), Files.readString(EVENTS));
    Files.writeString(version.resolve(Compatible.SCHEMA), Files.readString(SCHEMA));
    Path classes =
        Path.of(LeakChecker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (OutputStream out = Files.newOutputStream(version.resolve(Compatible.JAR));
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(path -> path.toString().endsWith(".class")).toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
        byte[] code = Files.readAllBytes(path);
        boolean lacks = path.endsWith("dev/rollcall/LeakMode.class");
        jar.write(lacks ? without(withoutMethod, code) : code);
      }
    }
    return version;
  }

  private static byte[] without(String method, byte[] code) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor lacking =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals(method)
                ? null
                : super.visitMethod(access, name, descriptor, signature, exceptions);
          }
        };
    new ClassReader(code).accept(lacking, 0);
    return writer.toByteArray();
  }

  @Test
  void aMethodThatWasRemovedIsNamedAndOneThatWasAddedIsNot() throws Exception {
    Path today = version("today", "");
    Path lacking = version("lacking", "parse");

    assertThat(Compatible.breaks(today, lacking))
        .containsExactly("dev.rollcall.LeakMode.parse(String): method removed");
    assertThat(Compatible.breaks(lacking, today)).isEmpty();
  }

  @Test
  void anEventsFieldThatIsGoneOrOfAnotherTypeIsNamedAndOneThatWasAddedIsNot() throws Exception {
    String today = Files.readString(EVENTS);
    String renamed = today.replace("  field refCount: long", "  field count: long");
    String narrowed = today.replace("  field refCount: long", "  field refCount: int");
    String more =
        today.replace("rollcall.Leak\n", "rollcall.More\n  field more: int\n\nrollcall.Leak\n");

    assertThat(EventBreaks.between(today, renamed)).contains("rollcall.Leak.refCount is gone");
    assertThat(EventBreaks.between(today, narrowed))
        .contains("rollcall.Leak.refCount was long and is int");
    assertThat(more).isNotEqualTo(today);
    assertThat(EventBreaks.between(today, more)).isEmpty();
    assertThat(EventBreaks.between(more, today))
        .containsExactly("rollcall.More is gone", "rollcall.More.more is gone");
  }

  @Test
  void aPropertyThatIsGoneOrNewlyRequiredIsNamedAndAnOptionalOneIsNot() throws Exception {
    JsonNode today = new ObjectMapper().readTree(SCHEMA.toFile());
    JsonNode more = today.deepCopy();
    ObjectNode loss = (ObjectNode) more.at("/$defs/loss");
    ((ObjectNode) loss.get("properties")).putObject("more").put("type", "string");

    assertThat(SchemaBreaks.between(today, more)).isEmpty();
    assertThat(SchemaBreaks.between(more, today))
        .containsExactly("schema /$defs/loss/properties/more is gone");
    loss.withArray("required").add("more");
    List<String> breaks = SchemaBreaks.between(today, more);
    assertThat(breaks).hasSize(1);
    assertThat(breaks.get(0)).startsWith("schema /$defs/loss/required was ");
  }
}
