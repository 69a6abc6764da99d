package dev.rollcall.cli.mcp.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual says that is answered is answered. */
final class AssistantsPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/assistants.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?s)<!-- (asked|refused): (\\S+) ([^\n]*) -->\n\n```text\n(.*?)```\n");
  private static final Pattern TOOL = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*?) \\| ");
  private static final Pattern WORD = Pattern.compile("`(\\w+)`");

  @TempDir private Path directory = Path.of("");

  @Test
  void itsExamplesAreAnswers() throws Exception {
    Path home = Files.createDirectories(directory.resolve("recordings"));
    Asking.unpack("finished", home);
    Files.move(home.resolve("finished.jfr"), home.resolve("app.jfr"));
    Asking asking = new Asking(home);
    Matcher block = BLOCK.matcher(Files.readString(PAGE));

    int blocks = 0;
    while (block.find()) {
      String answer =
          block.group(1).equals("asked")
              ? asking.ask(block.group(2), block.group(3)).text()
              : asking.refused(block.group(2), block.group(3)) + '\n';
      assertThat(block.group(4))
          .as(block.group(2))
          .isEqualTo(answer.replace(home.toString(), "/var/recordings"));
      blocks++;
    }
    assertThat(blocks).isEqualTo(5);
  }

  @Test
  void itsTableHasAllToolsAndArguments() throws Exception {
    Matcher row = TOOL.matcher(Files.readString(PAGE));
    List<String> listed = new ArrayList<>();
    while (row.find()) {
      StringBuilder tool = new StringBuilder(row.group(1));
      Matcher word = WORD.matcher(row.group(2));
      while (word.find()) {
        tool.append(' ').append(word.group(1));
      }
      listed.add(tool.toString());
    }
    List<String> there =
        new Asking(directory)
            .questions().stream()
                .map(
                    question ->
                        question.name()
                            + ' '
                            + String.join(
                                " ",
                                question.asks().names().stream()
                                    .filter(name -> !List.of("offset", "limit").contains(name))
                                    .toList()))
                .toList();

    assertThat(listed).isEqualTo(there);
  }
}
