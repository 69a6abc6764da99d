package dev.rollcall.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.hostile.SecondReader;
import dev.rollcall.reader.chunk.ChunkHeader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Any bytes as a recording, by the whole way from the file to the exit code. What is called clean
 * has nothing missing and no byte that is in no chunk, the JDK's own reader does not object, and it
 * is not clean any more when its last byte is gone. Of one in eight the rest is tried: the text
 * says the same as JSON, the same bytes give the same report, and what was found the JDK's reader
 * finds.
 */
public final class RecordingTarget {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CLEAN = 0;
  private static final int FOUND = 1;
  private static final int UNREADABLE = 3;
  private static final int UNSURE = 4;
  private static final int SOME = 8;

  private RecordingTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes)
      throws InterruptedException, JsonProcessingException {
    Path file = Scratch.file("recording.jfr", bytes);
    Ran json = report(file, "json");
    int code = json.code();
    if (!json.out().isEmpty()) {
      totals(code, JSON.readTree(json.out()));
    }
    boolean more = Arrays.hashCode(bytes) % SOME == 0;
    if (code == CLEAN) {
      Must.hold(isAllChunks(bytes), () -> "clean, but some bytes are in no chunk");
      Path cut = Scratch.file("cut.jfr", Arrays.copyOf(bytes, bytes.length - 1));
      Must.hold(report(cut, "text").code() != CLEAN, () -> "clean without its last byte");
    }
    if (code == CLEAN || (code == FOUND && more)) {
      SecondReader second = SecondReader.of(bytes, file);
      Must.hold(
          !second.isWhole() || (code == CLEAN ? !second.objects() : second.isEvidence()),
          () -> "the exit code is " + code + ", but the JDK's reader objects");
    }
    if (more) {
      Must.hold(report(file, "text").code() == code, () -> "in text the exit code is another");
      Must.hold(report(file, "json").equals(json), () -> "a second report is another");
    }
  }

  private static boolean isAllChunks(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int at = 0;
    while (bytes.length - at >= ChunkHeader.BYTES && buffer.getInt(at) == ChunkHeader.MAGIC) {
      long size = buffer.getLong(at + ChunkHeader.SIZE);
      if (size < ChunkHeader.BYTES || size > bytes.length - at) {
        return false;
      }
      at += (int) size;
    }
    return at == bytes.length;
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
