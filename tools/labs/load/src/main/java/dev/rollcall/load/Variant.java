package dev.rollcall.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a server is checked for leaks: the options of its JVM, and whether its allocator is wrapped.
 * Recordings are made by the settings files as they are shipped, with the options that the label
 * names and no others. The buffers of JFR alone are always larger, because JDK 17 would lose events
 * and seem cheaper.
 */
enum Variant {
  NOTHING("nothing", Wrapped.NO, Recorded.NO, Option.NO_DETECTOR),
  WARN("Rollcall `warn`", Wrapped.YES, Recorded.NO, Option.NO_DETECTOR, Option.WARN),
  WARN_NO_SITES(
      "Rollcall `warn`, `sites=never`",
      Wrapped.YES,
      Recorded.NO,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.NO_SITES),
  EXPECTED(
      "Rollcall `warn`, `sites=never`, `expect=*Buf:10m`",
      Wrapped.YES,
      Recorded.NO,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.NO_SITES,
      "-Drollcall.expect=*Buf:10m"),
  PRODUCTION(
      "Rollcall, `rollcall-production.jfc`, `sites=recorded`",
      Wrapped.YES,
      Recorded.PRODUCTION,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  NO_STACKS(
      "Rollcall, all lives, `rollcall-stacks=off`, `sites=never`",
      Wrapped.YES,
      Recorded.NO_STACKS,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.NO_SITES),
  RECORDED(
      "Rollcall, `rollcall.jfc`, `sites=recorded`",
      Wrapped.YES,
      Recorded.FULL,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  ALL_USES(
      "Rollcall, `rollcall-uses=all`, `sites=recorded`",
      Wrapped.YES,
      Recorded.ALL_USES,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  NO_STACKS_LARGE_CHUNKS(
      "as advised: `rollcall-stacks=off`, `sites=never`, `maxchunksize=100m`",
      Wrapped.YES,
      Recorded.NO_STACKS_LARGE_CHUNKS,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.NO_SITES),
  RECORDED_LARGE_CHUNKS(
      "as advised: `rollcall.jfc`, `sites=recorded`, `maxchunksize=100m`",
      Wrapped.YES,
      Recorded.LARGE_CHUNKS,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  HOOK(
      "Rollcall by Netty's hook, `rollcall.jfc`, `sites=recorded`",
      Wrapped.NO,
      Recorded.FULL,
      "-Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector",
      Option.WARN,
      Option.SITES_RECORDED),
  SIMPLE("Netty `SIMPLE`", Wrapped.NO, Recorded.NO, Option.LEVEL + "simple"),
  ADVANCED("Netty `ADVANCED`", Wrapped.NO, Recorded.NO, Option.LEVEL + "advanced"),
  PARANOID("Netty `PARANOID`", Wrapped.NO, Recorded.NO, Option.LEVEL + "paranoid");

  /** Options that several variants share. */
  private static final class Option {
    static final String LEVEL = "-Dio.netty.leakDetection.level=";
    static final String NO_DETECTOR = LEVEL + "disabled";
    static final String WARN = "-Drollcall.mode=warn";
    static final String SITES_RECORDED = "-Drollcall.sites=recorded";
    static final String NO_SITES = "-Drollcall.sites=never";
    static final String LARGE_CHUNKS = ",maxchunksize=100m";
  }

  private enum Wrapped {
    YES,
    NO
  }

  /** Options of JFR, beside the settings; the defaults where there are none. */
  private enum Recorded {
    NO(""),
    PRODUCTION("rollcall-production.jfc"),
    FULL("rollcall.jfc"),
    ALL_USES("rollcall.jfc,rollcall-uses=all"),
    NO_STACKS("rollcall.jfc,rollcall-stacks=off"),
    LARGE_CHUNKS("rollcall.jfc", Option.LARGE_CHUNKS),
    NO_STACKS_LARGE_CHUNKS("rollcall.jfc,rollcall-stacks=off", Option.LARGE_CHUNKS);

    final String settings;
    final String recorder;

    Recorded(String settings) {
      this(settings, "");
    }

    Recorded(String settings, String recorder) {
      this.settings = settings;
      this.recorder = recorder;
    }
  }

  private static final Set<Variant> BY_NAME =
      EnumSet.of(EXPECTED, ALL_USES, NO_STACKS_LARGE_CHUNKS, SIMPLE);

  final String label;
  private final Wrapped wrapped;
  private final Recorded recorded;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> options;

  Variant(String label, Wrapped wrapped, Recorded recorded, String... options) {
    this.label = label;
    this.wrapped = wrapped;
    this.recorded = recorded;
    this.options = List.of(options);
  }

  /** What it is called on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The one with a word.
   *
   * @throws IllegalArgumentException if there is none, with a sentence that lists all
   */
  static Variant of(String word) {
    return Arrays.stream(values())
        .filter(variant -> variant.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no variant \""
                        + word
                        + "\": use one of "
                        + Arrays.stream(values())
                            .map(Variant::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** Those of a whole run. The others are measured where they are asked for. */
  static List<Variant> ofWholeRun() {
    return Arrays.stream(values()).filter(each -> !BY_NAME.contains(each)).toList();
  }

  boolean isRecorded() {
    return recorded != Recorded.NO;
  }

  /** The second argument of the server. */
  String allocator() {
    return wrapped == Wrapped.YES ? "tracked" : "plain";
  }

  /** The options of the JVM. */
  List<String> jvmOptions(Path recording) {
    List<String> all = new ArrayList<>(options);
    if (isRecorded()) {
      all.add(
          "-XX:StartFlightRecording:settings=jfc/"
              + recorded.settings
              + ",maxsize=0,filename="
              + recording);
      all.add("-XX:FlightRecorderOptions:memorysize=100m" + recorded.recorder);
    }
    return all;
  }
}
