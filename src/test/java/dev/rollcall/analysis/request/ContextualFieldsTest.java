package dev.rollcall.analysis.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Context.InRequest;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Compiled;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The annotation of JDK 25 itself. That JDK records a program with it now; an older one, which
 * cannot compile it, reads what was recorded by this, on JDK 25:
 *
 * <pre>java -cp target/test-classes:target/classes:... {this class}</pre>
 */
final class ContextualFieldsTest {
  private static final int SINCE = 25;

  private static final Path RECORDED =
      Path.of("src/test/resources/dev/rollcall/analysis/request/contextual.jfr.gz");

  private static final String PROGRAM =
      """
      package com.acme;

      import dev.rollcall.LeakChecker;
      import jdk.jfr.Contextual;
      import jdk.jfr.Event;
      import jdk.jfr.Name;
      import jdk.jfr.Recording;

      public class Shop {
        @Name("com.acme.Order")
        static class Order extends Event {
          @Contextual String route;
          @Contextual long orderId;
          String customer = "not contextual";
        }

        static class Line {}

        public static void main(String[] arguments) throws Exception {
          LeakChecker checker = LeakChecker.builder().build();
          try (Recording recording = new Recording()) {
            recording.start();
            for (int i = 0; i < 40; i++) {
              boolean leak = i % 4 == 0;
              Order order = new Order();
              order.route = leak ? "/orders/" + (4711 + i) : "/cart";
              order.orderId = 4711 + i;
              order.begin();
              Line line = new Line();
              checker.register(line);
              if (!leak) {
                checker.unregister(line);
              }
              order.commit();
            }
            checker.check();
            recording.stop();
            recording.dump(java.nio.file.Path.of(arguments[0]));
          }
        }
      }
      """;

  private static void record(Path directory, Path file) throws Exception {
    new Compiled(directory).source("Shop.java", PROGRAM).compile();
    new ChildJvm().andClassPath(directory).run("com.acme.Shop", file.toString()).with(0);
  }

  public static void main(String... arguments) throws Exception {
    Path directory = Files.createTempDirectory("contextual");
    Path file = directory.resolve("contextual.jfr");
    record(directory, file);
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(RECORDED))) {
      Files.copy(file, packed);
    }
  }

  @Test
  void theFieldsAreFoundInTheMetadata(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("contextual.jfr");
    if (Runtime.version().feature() >= SINCE) {
      record(directory, file);
      assertThat(contexts(file)).containsExactly("/orders/{id}: 10, 0", "/cart: 0, 30");
    }
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(RECORDED))) {
      Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(contexts(file)).containsExactly("/orders/{id}: 10, 0", "/cart: 0, 30");
  }

  private static List<String> contexts(Path file) throws Exception {
    JvmLog roll = new JvmLog();
    Analysis analysis = new Analysis();
    analysis.add(new RecordingReader().read(file, roll, roll.context()), roll, null);
    LeakFinding group = analysis.findings(1).groups().get(0);
    InRequest first = group.context().requests().in().get(0);
    assertThat(first.example()).isEqualTo("orderId=4711");
    return group.context().requests().in().stream()
        .map(in -> in.name() + ": " + in.count() + ", " + in.released())
        .toList();
  }
}
