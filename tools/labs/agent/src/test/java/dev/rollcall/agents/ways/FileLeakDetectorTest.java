package dev.rollcall.agents.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLeakDetectorTest {
  @Test
  void itsDumpIsRead(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("err.txt"),
        """
        File leak detector installed
        java.io.IOException: said by the program
        \tat a.B.c(B.java:1)
        2 descriptors are open
        #1 /a/file.txt by thread:main on Mon Nov 30 07:05:19 UTC 2026
        \tat java.base/java.io.FileInputStream.<init>(FileInputStream.java:159)
        \tat a.B.open(B.java:12)
        \tat a.B.run(Unknown Source)
        #2 selector by thread:main on Mon Nov 30 07:05:19 UTC 2026
        \tat app//a.B.select(B.java:13)
        ----
        """);

    assertThat(new FileLeakDetector(Path.of("file-leak-detector-1.21.jar")).seen(directory))
        .containsExactly(
            new Seen(
                "/a/file.txt",
                List.of("java.io.FileInputStream.<init>:159", "a.B.open:12", "a.B.run:null"),
                true),
            new Seen("selector", List.of("a.B.select:13"), true));
  }
}
