package dev.rollcall.fleet.made;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;

/**
 * One JVM of the fleet.
 *
 * @param number from 0: it decides on everything
 * @param scale how many times as much as usual happens in it
 */
public record MadeJvm(int number, int scale) {
  /** The first day of the fleet. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  static final int ARCHIVED_DAY = 3;
  private static final int CHUNKS = 4;
  private static final long CHUNK = Duration.ofMinutes(10).toNanos();
  private static final int HEALTHY = 20;
  private static final long MILLI = 1_000_000;
  private static final List<Service> SERVICES = List.of(Service.values());

  /** A planned life; {@code released} is past all chunks where it leaks. */
  private record Life(long id, long registered, long touched, long released) {
    boolean isLiveAt(long time) {
      return registered < time && released >= time;
    }
  }

  /** From 0. */
  public int day() {
    return number % Service.DAYS;
  }

  /** The day on which its last recording ends. */
  public LocalDate date() {
    return FIRST_DAY.plusDays(day());
  }

  public Service service() {
    return SERVICES.get(number / Service.DAYS % SERVICES.size());
  }

  public String version() {
    return service().version(day());
  }

  public String pod() {
    return service().word() + '-' + number;
  }

  /** Whether it ran for two days, and was dumped on each. Its chunks are of both, half and half. */
  public boolean isLong() {
    return number == 2 * Service.DAYS - 1;
  }

  /** The day on which one of its chunks ends. */
  LocalDate date(int chunk) {
    return isLong() && chunk < CHUNKS / 2 ? date().minusDays(1) : date();
  }

  /** Whether its recordings are in an archive with those of others. */
  public boolean isArchived() {
    return number < Service.DAYS * SERVICES.size() && day() == ARCHIVED_DAY;
  }

  /** Whether it still ran when its recordings were fetched, so that nothing has leaked so far. */
  public boolean isRunning() {
    return number >= Service.DAYS * SERVICES.size() && number % 11 == 4;
  }

  /** Whether the end of its last recording is missing. */
  public boolean isCut() {
    return number >= Service.DAYS * SERVICES.size() && number % 9 == 1;
  }

  /** Whether it cannot be said that nothing more leaked in it. */
  public boolean isUnsure() {
    return isCut() || (isRunning() && unreleased() > 0);
  }

  /** How many leaked resources must be found. */
  public int leaked() {
    return isRunning() || isCut() ? 0 : unreleased();
  }

  private int unreleased() {
    return scale * service().leaked(day());
  }

  /** Every process is 1, and two pods start in the same millisecond: their labels differ. */
  private long startedAt() {
    return date(0)
        .atTime(6, number / (2 * Service.DAYS) % 60)
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  private String labels() {
    return "service="
        + service().word()
        + ",version="
        + version()
        + ",environment=production,pod="
        + pod();
  }

  /** Its chunks, one after the other. */
  List<byte[]> chunks(long seed) throws IOException {
    long ticks = 1_000_000_000L + number * 1000L;
    long start = startedAt() * MILLI + ticks;
    List<Life> lives = lives(start, new Random(seed * 31 + number));
    List<byte[]> chunks = new ArrayList<>();
    for (int i = 0; i < CHUNKS; i++) {
      long later = Duration.ofDays(ChronoUnit.DAYS.between(date(0), date(i))).toNanos();
      Chunk chunk = new Chunk(new Chunk.Span(start + i * CHUNK, ticks + i * CHUNK, CHUNK), later);
      begin(chunk, i);
      steps(chunk, lives);
      end(chunk, lives, i == CHUNKS - 1 && !isRunning());
      chunks.add(chunk.written());
    }
    return chunks;
  }

  private List<Life> lives(long start, Random random) {
    int leaked = unreleased();
    int all = leaked + scale * HEALTHY;
    // Something happens neither in the first nor in the last second of a chunk.
    long step = (CHUNKS * CHUNK) / (all + 1);
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      long registered = start + i * step + step / 4 + random.nextInt(1000) * MILLI / 1000;
      boolean leaks = leaked > 0 && i % (all / leaked) == 0 && i / (all / leaked) < leaked;
      lives.add(
          new Life(
              i + 1L,
              registered,
              leaks ? registered + step / 8 : Long.MAX_VALUE,
              leaks ? Long.MAX_VALUE : registered + step / 2));
    }
    return lives;
  }

  private void begin(Chunk chunk, int index) {
    long time = chunk.span().start();
    chunk.event(
        "jdk.JVMInformation",
        time,
        List.of(),
        event ->
            event
                .putField("jvmName", "OpenJDK 64-Bit Server VM")
                .putField("jvmVersion", "21.0.9+10-LTS")
                .putField("pid", 1L)
                .putField("jvmStartTime", startedAt()));
    if (index == 0) {
      checkpoint(chunk, "start", time + 1, List.of());
    }
  }

  private void steps(Chunk chunk, List<Life> lives) {
    Leak leak = service().leak();
    for (Life life : lives) {
      if (isIn(chunk, life.registered())) {
        resource(
            chunk,
            "Register",
            life.registered(),
            life,
            leak.site(),
            event -> event.putField("bytes", leak.bytes()));
      }
      if (isIn(chunk, life.touched())) {
        resource(
            chunk,
            "Touch",
            life.touched(),
            life,
            leak.forgets(),
            event -> event.putField("note", "left behind").putField("sequence", 1));
      }
      if (isIn(chunk, life.released())) {
        resource(
            chunk,
            "Unregister",
            life.released(),
            life,
            leak.releases(),
            event -> event.putField("sequence", 1));
      }
    }
  }

  private static boolean isIn(Chunk chunk, long time) {
    return time >= chunk.span().start() && time < chunk.span().end();
  }

  private void end(Chunk chunk, List<Life> lives, boolean exit) {
    long time = chunk.span().end() - MILLI;
    List<Life> live = lives.stream().filter(life -> life.isLiveAt(time)).toList();
    for (Life life : live) {
      if (exit) {
        found(chunk, "Leak", time, life);
      }
    }
    if (exit) {
      chunk.event(
          "rollcall.LeakCheck",
          time + 1,
          List.of(),
          event ->
              totals(event, lives, time)
                  .putField("checkId", 1)
                  .putField("trigger", "exit")
                  .putField("leaked", (long) live.size()));
    }
    live.forEach(life -> found(chunk, "Live", time + 2, life));
    checkpoint(chunk, exit ? "exit" : "chunk", time + 3, lives);
  }

  private void found(Chunk chunk, String event, long time, Life life) {
    resource(
        chunk,
        event,
        time,
        life,
        List.of(),
        found ->
            found
                .putField("checkId", 1)
                .putField("refCount", -1L)
                .putField("age", (time - life.registered()) / MILLI)
                .putField("state", life.id() % 2 == 0 ? "lost" : "held")
                .putField("bytes", service().bytes())
                .putField("sequence", 1));
  }

  private void resource(
      Chunk chunk,
      String event,
      long time,
      Life life,
      List<StackTraceElement> site,
      Consumer<TypedValueBuilder> rest) {
    chunk.resource("rollcall." + event, time, life.id(), service().type(), site, rest);
  }

  private void checkpoint(Chunk chunk, String phase, long time, List<Life> lives) {
    chunk.event(
        "rollcall.Checkpoint",
        time,
        List.of(),
        event ->
            totals(event, lives, time)
                .putField("phase", phase)
                .putField("written", lives.stream().filter(life -> life.isLiveAt(time)).count())
                .putField("labels", labels()));
  }

  private static TypedValueBuilder totals(TypedValueBuilder event, List<Life> lives, long time) {
    long registered = lives.stream().filter(life -> life.registered() < time).count();
    long live = lives.stream().filter(life -> life.isLiveAt(time)).count();
    return event
        .putField("registered", registered)
        .putField("unregistered", registered - live)
        .putField("live", live);
  }
}
