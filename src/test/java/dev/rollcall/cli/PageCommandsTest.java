package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages from the command line: what they lead to, what is taken out, and the browser. */
final class PageCommandsTest extends CommandTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);
  private static final String URL = "https://host/{path}#L{line}";

  private static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return new ObjectMapper().readTree(data.group(1));
  }

  private static List<String> texts(JsonNode data, String field) {
    return data.findValuesAsText(field).stream().filter(text -> !text.isEmpty()).toList();
  }

  @Test
  void thePageNamesTheTool() throws IOException {
    assertThat(run("report", "--format", "html", sample("leaky"))).isEqualTo(1);
    assertThat(data(out).get("tool").asText()).startsWith("rollcall (development build)");
    assertThat(err).isEmpty();

    assertThat(run("report", "--format", "html", "-o", target("a.html"), sample("clean"))).isZero();
    assertThat(out).isEmpty();
    assertThat(directory.resolve("a.html")).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void framesAtHandAreLinkedAndHaveOwners() throws IOException {
    Path owners = Files.writeString(directory.resolve("OWNERS"), "/src/test/ @acme/testers\n");

    assertThat(
            run(
                "report",
                "--format=html",
                "--source-url=" + URL,
                "--codeowners=" + owners,
                sample("leaky")))
        .isEqualTo(1);

    JsonNode data = data(out);
    assertThat(texts(data, "u"))
        .isNotEmpty()
        .allMatch(url -> url.matches("https://host/src/test/java/dev/rollcall/\\S+[.]java#L\\d+"));
    assertThat(texts(data, "o")).isNotEmpty().containsOnly("@acme/testers");
  }

  @Test
  void whatIsNotAtHandIsSaid() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Duser.dir=" + elsewhere)
            .run(
                Main.class.getName(),
                "report",
                "--format=html",
                "--source-url=" + URL,
                sample("leaky"))
            .with(1);

    assertThat(texts(data(ended.out()), "u")).isEmpty();
    assertThat(ended.err())
        .startsWith("rollcall: no source file was found for ")
        .contains("--source DIR");
  }

  @Test
  void aComparisonIsAPageToo() throws IOException {
    assertThat(
            run(
                "diff",
                "--format=html",
                "--source-url",
                URL,
                "--redact=threads",
                sample("clean"),
                sample("leaky")))
        .isEqualTo(1);

    JsonNode data = data(out);
    assertThat(data.get("kind").asText()).isEqualTo("diff");
    assertThat(texts(data, "u")).isNotEmpty();
    assertThat(data.get("redacted").get(0).asText()).isEqualTo("threads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report --source-url https://h/{path} | --source-url is for a page; add --format html",
        "diff a.jfr --codeowners OWNERS | --codeowners is for a page; add --format html",
        "report --format html --source-url ftp://h/{path} | does not begin with https:// or http://",
        "report --format html --source-url https://h/ | has no {path}; put it where",
        "report --format html --codeowners nowhere | cannot read --codeowners nowhere; name a text",
        "report --redact secrets | 'secrets' is no text that can be taken out, use one or more of"
            + " notes, descriptions, messages, threads, requests, labels",
        "history --leaked --format html | history cannot print 'html', use text or json; rollcall"
            + " view",
        "view --format html | there is no option --format"
      })
  void whatCannotBeIsRefused(String command, String sentence) {
    String[] words = (command + " " + sample("leaky")).split(" ");

    assertThat(run(words)).isEqualTo(ExitCode.USAGE);
    assertOneSentence(sentence);
    assertThat(out).isEmpty();
  }

  @Test
  void aBadFileOfOwnersIsNamedWithItsLine() throws IOException {
    Path owners = Files.writeString(directory.resolve("OWNERS"), "* @all\n*.java nobody\n");

    assertThat(run("report", "--format=html", "--codeowners=" + owners, sample("leaky")))
        .isEqualTo(ExitCode.USAGE);
    assertOneSentence(owners + ":2: 'nobody' is no owner; write @name");
  }

  @Test
  void noResultOverwritesTheOwners() throws IOException {
    Path owners = Files.writeString(directory.resolve("OWNERS"), "* @all\n");
    String name = owners.toString();

    assertThat(run("report", "--format=html", "--codeowners", name, "-o", name, sample("leaky")))
        .isEqualTo(ExitCode.USAGE);
    assertOneSentence("is one of the inputs and would be overwritten");
  }

  @Test
  void namesOfThreadsAreTakenOutOfTextsAndLives() {
    assertThat(run("report", sample("leaky"))).isEqualTo(1);
    assertThat(out).contains(" main ");
    assertThat(run("report", "--redact", "threads, notes", sample("leaky"))).isEqualTo(1);
    assertThat(out).contains(" thread 1 ").doesNotContain(" main ");
    assertThat(run("history", "--leaked", "--redact", "threads", sample("leaky"))).isZero();
    assertThat(out).contains("thread 1").doesNotContain(" main ");
  }

  private static ChildJvm.Ended onTerminal(int code, String... command) throws Exception {
    String[] rest = List.of(command).subList(1, command.length).toArray(String[]::new);
    assertThat(command[0]).isEqualTo("rollcall");
    return new ChildJvm()
        .options("-Drollcall.columns=80", "-Drollcall.terminal=false")
        .run(Main.class.getName(), rest)
        .with(code);
  }

  @Test
  void aTerminalIsToldHowToSeeThePage() throws Exception {
    String hint = "\n\nTo see this as a page: rollcall view FILE\n";

    assertThat(onTerminal(1, "rollcall", "report", sample("leaky")).out()).endsWith(hint);
    assertThat(onTerminal(1, "rollcall", "report", "--format", "text", sample("leaky")).out())
        .doesNotContain("as a page");
    assertThat(onTerminal(1, "rollcall", "report", "-o", target("a"), sample("leaky")).out())
        .isEmpty();
    assertThat(directory.resolve("a")).content().doesNotContain("as a page");
    assertThat(run("report", sample("leaky"))).isEqualTo(1);
    assertThat(out).doesNotContain("as a page");
  }

  @Test
  void aTerminalIsGivenNoPage() throws Exception {
    for (String command : List.of("report", "diff " + sample("clean"))) {
      String[] words = ("rollcall " + command + " --format html " + sample("leaky")).split(" ");
      ChildJvm.Ended ended = onTerminal(ExitCode.USAGE, words);

      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .isEqualTo(
              "rollcall: a page is for a browser and not for a terminal; name a file for it with"
                  + " --output FILE\n");
    }
  }

  private ChildJvm.Ended view(int code, String browser, String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "view";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return new ChildJvm()
        .environment("BROWSER", browser)
        .options("-Djava.io.tmpdir=" + directory)
        .run(Main.class.getName(), command)
        .with(code);
  }

  private static Path place(String out) {
    MatchResult place =
        Pattern.compile("/\\S+[.]html").matcher(out).results().findFirst().orElseThrow();
    return Path.of(place.group());
  }

  @Test
  void viewOpensThePageInTheBrowser() throws Exception {
    Path opened = directory.resolve("opened.txt");
    Path browser = directory.resolve("browser");
    Files.writeString(browser, "#!/bin/sh\necho \"$1\" >'" + opened + "'\n");
    assertThat(browser.toFile().setExecutable(true)).isTrue();

    ChildJvm.Ended ended = view(1, browser.toString(), "--redact=notes", sample("leaky"));

    Path page = place(ended.out());
    assertThat(ended.out())
        .isEqualTo("The page is open in the browser; it is in the file " + page + "\n");
    assertThat(ended.err()).isEmpty();
    assertThat(opened).hasContent(page.toString());
    assertThat(page.getFileName().toString()).matches("rollcall-leaky-\\d+[.]html");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-------");
    JsonNode data = data(Files.readString(page));
    assertThat(data.at("/verdict/state").asText()).isEqualTo("leak");
    assertThat(data.at("/redacted/0").asText()).isEqualTo("notes");
  }

  @Test
  void whereNoneOpensTheFileIsNamed() throws Exception {
    ChildJvm.Ended ended = view(0, target("missing"), sample("clean"));

    assertThat(ended.out()).startsWith("No browser could be opened: open this file in one, or set");
    assertThat(place(ended.out())).content().startsWith("<!DOCTYPE html>");
    assertThat(ended.out()).hasLineCount(1);
  }

  @Test
  void whatCannotBeReadLeavesNoPage() throws Exception {
    assertThat(view(ExitCode.UNREADABLE, target("missing"), target("no.jfr")).out()).isEmpty();
    assertThat(directory.toFile().list((at, name) -> name.endsWith(".html"))).isEmpty();
  }

  @Test
  void whereThePageCannotBeKeptIsSaid() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Djava.io.tmpdir=" + target("nowhere"))
            .run(Main.class.getName(), "view", sample("leaky"))
            .with(ExitCode.USAGE);

    // Newer JDKs warn of the directory themselves.
    assertThat(ended.err().lines().filter(line -> !line.startsWith("WARNING: java.io.tmpdir")))
        .singleElement(STRING)
        .startsWith("rollcall: cannot write the page in " + target("nowhere"))
        .contains("rollcall report --format html --output FILE");
  }
}
