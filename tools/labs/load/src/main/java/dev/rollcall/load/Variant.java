package dev.rollcall.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is checked for leaks: the options of its JVM, and whether its allocator is wrapped.
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
      "-Drollcall.sites=never"),
  EXPECTED(
      "Rollcall `warn`, `sites=never`, `expect=*Buf:10m`",
      Wrapped.YES,
      Recorded.NO,
      Option.NO_DETECTOR,
      Option.WARN,
      "-Drollcall.sites=never",
      "-Drollcall.expect=*Buf:10m"),
  RECORDED(
      "Rollcall, full recording",
      Wrapped.YES,
      Recorded.FULL,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  NO_USES(
      "Rollcall, recording, `rollcall-uses=false`",
      Wrapped.YES,
      Recorded.NO_USES,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  SHALLOW(
      "Rollcall, recording, `rollcall-uses=false`, `stackdepth=16`",
      Wrapped.YES,
      Recorded.SHALLOW,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  REGISTER_STACKS(
      "Rollcall, recording, `rollcall-stacks=register`",
      Wrapped.YES,
      Recorded.REGISTER_STACKS,
      Option.NO_DETECTOR,
      Option.WARN,
      Option.SITES_RECORDED),
  NO_STACKS(
      "Rollcall, recording, `rollcall-stacks=off`, `sites=never`",
      Wrapped.YES,
      Recorded.NO_STACKS,
      Option.NO_DETECTOR,
      Option.WARN,
      "-Drollcall.sites=never"),
  HOOK(
      "Rollcall by Netty's hook, recording",
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
  }

  private enum Wrapped {
    YES,
    NO
  }

  private enum Recorded {
    NO("", ""),
    FULL("", ""),
    NO_USES(",rollcall-uses=false", ""),
    SHALLOW(",rollcall-uses=false", ",stackdepth=16"),
    REGISTER_STACKS(",rollcall-stacks=register", ""),
    NO_STACKS(",rollcall-stacks=off", "");

    final String settings;
    final String recorder;

    Recorded(String settings, String recorder) {
      this.settings = settings;
      this.recorder = recorder;
    }
  }

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

  boolean isRecorded() {
    return recorded != Recorded.NO;
  }

  /** The second argument of the server. */
  String allocator() {
    return wrapped == Wrapped.YES ? "tracked" : "plain";
  }

  /** The options of the JVM; those of a recording as the manual recommends them for load. */
  List<String> jvmOptions(Path recording) {
    List<String> all = new ArrayList<>(options);
    if (isRecorded()) {
      all.add(
          "-XX:StartFlightRecording:settings=jfc/rollcall.jfc"
              + recorded.settings
              + ",maxsize=0,filename="
              + recording);
      all.add("-XX:FlightRecorderOptions:memorysize=100m" + recorded.recorder);
    }
    return all;
  }
}
