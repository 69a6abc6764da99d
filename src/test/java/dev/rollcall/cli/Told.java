package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rollcall.report.json.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What {@code rollcall report} tells of some inputs, as text and as JSON. The two must agree on the
 * status, the totals and each sentence on what was lost, and the JSON must follow its schema.
 */
record Told(int status, String text, String err, JsonNode json) {
  private static final JsonSchema SCHEMA = schema();

  /** Runs the command twice, for text and for JSON. */
  static Told of(Path... inputs) throws IOException {
    Run text = Run.of("report", inputs);
    Run json = Run.of("report --format json", inputs);
    assertThat(json.status).isEqualTo(text.status);
    assertThat(json.err).isEqualTo(text.err);
    JsonNode node = new ObjectMapper().readTree(json.out.isEmpty() ? "{}" : json.out);
    Told told = new Told(text.status, text.out, text.err, node);
    if (!json.out.isEmpty()) {
      assertThat(SCHEMA.validate(node)).isEmpty();
      String words = Ran.words(text.out);
      told.losses().forEach(loss -> assertThat(words).contains(" - " + sentence(loss)));
      assertThat(text.out).contains(told.numbers());
    }
    return told;
  }

  private static JsonSchema schema() {
    try (InputStream stream = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Objects.requireNonNull(stream));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One run of the command line. */
  record Run(int status, String out, String err) {
    static Run of(String command, Path... inputs) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      String[] args =
          Stream.concat(Stream.of(command.split(" ")), Arrays.stream(inputs).map(Path::toString))
              .toArray(String[]::new);
      int status =
          Main.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
      Run run = new Run(status, out.toString(UTF_8), err.toString(UTF_8));
      assertThat(run.out + run.err).doesNotContain("Exception", "\tat ");
      return run;
    }
  }

  /** The totals as the text has them. */
  private String numbers() {
    JsonNode totals = json.get("totals");
    return String.format(
        Locale.ROOT,
        "  registered %,d, released %,d, leaked %,d, open %,d, unknown %,d,",
        totals.get("registered").asLong(),
        totals.get("unregistered").asLong(),
        totals.get("leaked").asLong(),
        totals.get("open").asLong(),
        totals.get("unknown").asLong());
  }

  /** All losses of all recordings. */
  List<JsonNode> losses() {
    List<JsonNode> losses = new ArrayList<>();
    json.get("recordings").forEach(recording -> recording.get("losses").forEach(losses::add));
    return losses;
  }

  private static String sentence(JsonNode loss) {
    return loss.get("sentence").asText();
  }

  /** The only loss of a kind, as its count and its sentence. */
  String loss(String kind) {
    List<JsonNode> found =
        losses().stream().filter(loss -> loss.get("kind").asText().equals(kind)).toList();
    assertThat(found).as(kind + " in " + losses()).hasSize(1);
    return found.get(0).get("count").asText() + ": " + sentence(found.get(0));
  }

  /** The kinds of loss, each once. */
  List<String> kinds() {
    return losses().stream().map(loss -> loss.get("kind").asText()).distinct().toList();
  }

  long total(String name) {
    return json.at("/totals/" + name).asLong();
  }

  /** Status and verdicts, in short. */
  void is(int expected, long leaked, long open, long unknown) {
    assertThat(
            String.format(
                "status %d, leaked %d, open %d, unknown %d",
                status, total("leaked"), total("open"), total("unknown")))
        .as(text)
        .isEqualTo(
            String.format(
                "status %d, leaked %d, open %d, unknown %d", expected, leaked, open, unknown));
  }

  /** What has not leaked and is not clean. */
  void isUnsure(long open, long unknown) {
    is(ExitCode.UNSURE, 0, open, unknown);
    assertThat(text).startsWith("Cannot rule out leaks: ").doesNotContain("LEAK:", "No leaks");
  }
}
