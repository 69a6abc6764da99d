package dev.rollcall.golden;

import dev.rollcall.LeakChecker;
import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** The program whose recordings are checked in. Its argument is the name of the recording. */
final class RecordedProgram {
  private RecordedProgram() {}

  public static void main(String... arguments) {
    switch (arguments[0]) {
      case "finished" -> Story.tell();
      case "clean" -> Story.on("clean", () -> Story.close(Story.open("clean")));
      case "running" -> {
        Story.tell();
        Story.on("dumper", () -> dump("running.jfr"));
      }
      case "lossy" -> Story.on("lossy", RecordedProgram::lose);
      case "whole" -> whole();
      case "crowd" -> Story.on("crowd", RecordedProgram::crowd);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Registrations and releases in chunks that are thrown away, and some after that. */
  private static void lose() {
    Recording recording = recording();
    recording.setMaxSize(1);
    List<Story.Handle> early = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      early.add(Story.open("early " + i));
    }
    dump("1.jfr");
    Story.close(early.get(0));
    Story.close(early.get(1));
    dump("2.jfr");
    Story.close(early.get(2));
    Story.serve();
    dump("lossy.jfr");
  }

  /** The story, the live counts, and what only an adapter can tell. */
  private static void whole() {
    recording().enable("rollcall.LiveCount").with("period", "endChunk");
    Story.tell();
    Story.on("netty", RecordedProgram::use);
    Story.on("late", RecordedProgram::beLate);
  }

  /** A resource that is open for longer than {@link Recordings} says it may be. */
  static final class Tardy {}

  private static void beLate() {
    LeakChecker checker = LeakChecker.global();
    Tardy tardy = new Tardy();
    checker.register(tardy);
    while (checker.openByType().stream().allMatch(type -> type.overdue() == 0)) {
      Thread.onSpinWait();
    }
    checker.unregister(tardy);
  }

  private static void use() {
    ByteBuf buffer = TrackedAllocator.wrap(UnpooledByteBufAllocator.DEFAULT).directBuffer();
    buffer.touch("handed over").writeLong(42);
    buffer.release();
  }

  /** More than a checkpoint names one by one; only those that it counts are recorded. */
  private static void crowd() {
    for (String left : List.of("Register", "Unregister", "Live")) {
      recording().disable("rollcall." + left);
    }
    List<Story.Handle> crowd = new ArrayList<>();
    for (int i = 0; i < 10_007; i++) {
      crowd.add(Story.open("one of many"));
    }
    dump("crowd.jfr");
    crowd.forEach(Story::close);
  }

  private static Recording recording() {
    return FlightRecorder.getFlightRecorder().getRecordings().get(0);
  }

  /** A dump ends the chunk. */
  private static void dump(String name) {
    try {
      recording().dump(Path.of(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
