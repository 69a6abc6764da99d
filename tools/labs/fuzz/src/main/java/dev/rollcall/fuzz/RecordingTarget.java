package dev.rollcall.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.hostile.SecondReader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Any bytes as a recording, by the whole way from the file to the exit code. What is called clean
 * has nothing missing, the JDK's own reader does not object, and it is not clean any more when its
 * last byte is gone; neither is one with a leak. The same bytes give the same report, which is
 * tried with one in eight.
 */
public final class RecordingTarget {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CLEAN = 0;
  private static final int FOUND = 1;
  private static final int UNREADABLE = 3;
  private static final int UNSURE = 4;

  /** Of how many one is read again. */
  private static final int AGAIN = 8;

  private RecordingTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes)
      throws InterruptedException, JsonProcessingException {
    Path file = Scratch.file("recording.jfr", bytes);
    Ran json = report(file, "json");
    Ran text = report(file, "text");
    int code = json.code();
    Must.hold(code == text.code(), () -> code + " in JSON, in text " + text.code());
    if (code == UNREADABLE) {
      return;
    }
    if (Arrays.hashCode(bytes) % AGAIN == 0) {
      Must.hold(report(file, "json").equals(json), () -> "a second report is another");
    }
    totals(code, JSON.readTree(json.out()));
    if (code == UNSURE) {
      return;
    }
    SecondReader second = SecondReader.of(bytes, file);
    Must.hold(
        !second.isWhole() || (code == CLEAN ? !second.objects() : second.isEvidence()),
        () -> "the exit code is " + code + ", but the JDK's reader objects");
    Path cut = Scratch.file("cut.jfr", Arrays.copyOf(bytes, bytes.length - 1));
    Must.hold(report(cut, "text").code() != CLEAN, () -> "clean without its last byte");
  }

  private static Ran report(Path file, String format) {
    Ran ran = Ran.of("report", "--format", format, file.toString());
    String all = ran.out() + ran.err();
    Must.beHarmless(all);
    Must.hold(
        ran.code() == CLEAN
            || ran.code() == FOUND
            || ran.code() == UNREADABLE
            || ran.code() == UNSURE,
        () -> "the exit code is " + ran.code() + ": " + ran.err());
    Must.hold(ran.err().lines().allMatch(line -> line.startsWith("rollcall: ")), ran::err);
    for (String wrong :
        new String[] {"this is a bug", "not enough memory for", "did not finish in time"}) {
      Must.hold(!all.contains(wrong), () -> all);
    }
    return ran;
  }

  private static void totals(int code, JsonNode report) {
    JsonNode totals = report.get("totals");
    long found = totals.get("leaked").asLong() + totals.get("misused").asLong();
    Must.hold((code == FOUND) == (found > 0), () -> found + " found, but the code is " + code);
    if (code != CLEAN) {
      return;
    }
    for (JsonNode recording : report.get("recordings")) {
      Must.hold(
          recording.get("complete").asBoolean() && recording.get("losses").isEmpty(),
          () -> "clean, but not complete");
    }
    Must.hold(
        totals.get("unknown").asLong() == 0
            && totals.get("open").asLong() == 0
            && totals.get("registered").asLong()
                <= totals.get("unregistered").asLong() + totals.get("ignored").asLong(),
        () -> "clean, but not all left: " + totals);
  }
}
