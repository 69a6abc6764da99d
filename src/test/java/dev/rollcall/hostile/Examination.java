package dev.rollcall.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rollcall.cli.Ran;
import dev.rollcall.hostile.Original.Truth;
import dev.rollcall.report.json.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Runs the commands on one mutant and looks at all that comes out. */
final class Examination {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  /** Every so many mutants, both formats are asked for; else they take turns. */
  private static final int BOTH = 8;

  private static final int LONGEST_OUTPUT = 16 << 20;

  private final List<String> failures = new ArrayList<>();

  private Examination() {}

  /**
   * What came out: the exit code of {@code report}, what is wrong, and whether the code could only
   * be taken on trust, because the second reader gave up.
   */
  record Result(int code, boolean trusted, List<String> failures) {}

  /** Examines a mutant that lies in a file. */
  static Result of(Mutator.Mutant mutant, Path file) throws IOException, InterruptedException {
    Examination examination = new Examination();
    boolean even = mutant.number() % 2 == 0;
    Ran report = examination.report(even, file);
    Ran lives = examination.run(!even, "history", "--type", "Buffer", file.toString());
    if (mutant.number() % BOTH == 0) {
      Ran other = examination.report(!even, file);
      examination.check(
          report.code() == other.code(), report.code() + " in text, JSON " + other.code());
    }
    int code = report.code();
    examination.check(code == 0 || code == 1 || code == 3 || code == 4, "report ends with " + code);
    examination.check(
        lives.code() == (code == 3 ? 3 : 0), "history ends with " + lives.code() + " and not so");
    boolean trusted = examination.truth(mutant, code, file);
    return new Result(code, trusted, examination.failures);
  }

  private Ran report(boolean json, Path file) throws IOException {
    Ran ran = run(json, "report", file.toString());
    if (json && !ran.out().isEmpty()) {
      totals(ran.code(), JSON.readTree(ran.out()));
    }
    return ran;
  }

  private Ran run(boolean json, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(1, List.of("--format", json ? "json" : "text"));
    Ran ran = Ran.of(arguments.toArray(String[]::new));
    output(ran);
    if (json && !ran.out().isEmpty()) {
      SCHEMA
          .validate(JSON.readTree(ran.out()))
          .forEach(message -> failures.add("schema: " + message));
    }
    return ran;
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      failures.add(otherwise);
    }
  }

  private void output(Ran ran) {
    String all = ran.out() + ran.err();
    check(all.codePoints().allMatch(Examination::isHarmless), "a control character is printed");
    check(all.length() < LONGEST_OUTPUT, "too much is printed");
    check(!all.contains("this is a bug in Rollcall"), "a bug is reported: " + ran.err());
    check(!all.contains("not enough memory for these"), "out of memory: " + ran.err());
    check(!all.contains("the parser did not finish in time"), "the parser hangs");
    check(
        !all.contains("\tat ") && !all.contains("Caused by:") && !all.contains("Exception in"),
        "a stack trace is printed: " + ran.err());
    check(ran.err().lines().allMatch(line -> line.startsWith("rollcall: ")), "stray: " + ran.err());
    check(!ran.out().isEmpty() || !ran.err().isEmpty(), "nothing is said");
  }

  /** Whether a character does nothing to a terminal, a log or a page. */
  static boolean isHarmless(int c) {
    return c == '\n'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  /** The totals say what the code says. */
  private void totals(int code, JsonNode report) {
    JsonNode totals = report.get("totals");
    long found = totals.get("leaked").asLong() + totals.get("misused").asLong();
    boolean complete = true;
    for (JsonNode recording : report.get("recordings")) {
      complete &= recording.get("complete").asBoolean() && recording.get("losses").isEmpty();
    }
    check((code == 1) == (found > 0), "code " + code + " with " + found + " found");
    if (code == 0) {
      check(complete, "clean, but not complete");
      check(totals.get("unknown").asLong() == 0, "clean, but something is unknown");
      check(totals.get("open").asLong() == 0, "clean, but something is open");
      check(
          totals.get("registered").asLong()
              <= totals.get("unregistered").asLong() + totals.get("ignored").asLong(),
          "clean, but not all left");
    }
  }

  /** Compares the code with what is known of the original and with a second reader's opinion. */
  private boolean truth(Mutator.Mutant mutant, int code, Path file) throws InterruptedException {
    Truth truth = mutant.original().truth();
    if (Arrays.equals(mutant.bytes(), mutant.original().bytes())) {
      check(code == truth.code, "unchanged, but the code is " + code + ", not " + truth.code);
      return true;
    }
    if (code == 0) {
      SecondReader second = SecondReader.of(mutant.bytes(), file);
      check(second.isClean() || !second.isWhole(), "clean, but the second reader objects");
      check(
          second.isWhole() || truth == Truth.CLEAN,
          "clean, but it was not, and the second reader gives up");
      return second.isWhole();
    }
    if (code == 1 && truth.code != 1) {
      SecondReader second = SecondReader.of(mutant.bytes(), file);
      check(second.isEvidence() || !second.isWhole(), "a finding that the second reader misses");
      return second.isWhole();
    }
    return true;
  }

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(JsonReport.class.getResourceAsStream("report-1.schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
