package dev.rollcall.bench.table;

import dev.rollcall.bench.peer.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Measures how much of a recording one life takes: {@code RecordingSize FILE NUMBER}. A life is
 * register, retain, touch, release, release of the last reference and unregister; the size is that
 * of the file, less one that no life is in. Needs a global checker that is on.
 */
public final class RecordingSize {
  private static final List<String> EVENTS =
      List.of(
          "rollcall.Register",
          "rollcall.Retain",
          "rollcall.Touch",
          "rollcall.Release",
          "rollcall.Unregister");

  private static final int FEW = 4;
  private static final int MANY = 4096;

  /** Which events a recording takes, and which of their stacks. */
  private record Choice(String text, Set<String> enabled, Set<String> stacks) {
    /** Each is one event, and the release of the last reference is told by the end. */
    int eventsPerLife() {
      return enabled.size();
    }
  }

  private static final Set<String> ALL = Set.copyOf(EVENTS);
  private static final Set<String> ENDS = Set.of("rollcall.Register", "rollcall.Unregister");
  private static final Set<String> FIRST = Set.of("rollcall.Register");

  private static final List<Choice> CHOICES =
      List.of(
          new Choice("all events, all stacks", ALL, ALL),
          new Choice("all events, stacks of register and unregister", ALL, ENDS),
          new Choice("all events, stack of register", ALL, FIRST),
          new Choice("all events, no stacks", ALL, Set.of()),
          new Choice("register and unregister only, stack of register", ENDS, FIRST),
          new Choice("register and unregister only, no stacks", ENDS, Set.of()));

  private RecordingSize() {}

  /** See {@link RecordingSize}. */
  public static void main(String[] args) throws IOException {
    int lives = Integer.parseInt(args[1]);
    Map<String, Double> sizes = new LinkedHashMap<>();
    for (Choice choice : CHOICES) {
      for (int sites : new int[] {FEW, MANY}) {
        long empty = record(choice, 0, sites);
        sizes.put(
            choice.text + "; " + sites + " places",
            (double) (record(choice, lives, sites) - empty) / lives);
      }
    }
    Json.write(Path.of(args[0]), sizes);
  }

  private static long record(Choice choice, int lives, int sites) throws IOException {
    Path file = Files.createTempFile("rollcall-size", ".jfr");
    try (Recording recording = new Recording()) {
      for (String event : EVENTS) {
        if (choice.enabled.contains(event)) {
          EventSettings settings = recording.enable(event);
          if (choice.stacks.contains(event)) {
            settings.withStackTrace();
          } else {
            settings.withoutStackTrace();
          }
        } else {
          recording.disable(event);
        }
      }
      recording.setDestination(file);
      recording.start();
      for (int i = 0; i < lives; i++) {
        atPlace(i % sites, Integer.numberOfTrailingZeros(sites));
      }
      recording.stop();
      long expected = (long) lives * choice.eventsPerLife();
      long found = count(file);
      if (found != expected) {
        throw new IllegalStateException(
            choice.text + ": " + found + " events in the file instead of " + expected);
      }
      return Files.size(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long count(Path file) throws IOException {
    long found = 0;
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        found += EVENTS.contains(event.getEventType().getName()) ? 1 : 0;
      }
    }
    return found;
  }

  /** Each bit of the place is a call from another method: a stack of its own for each place. */
  private static void atPlace(int place, int bits) {
    if (bits == 0) {
      live();
    } else if ((place & 1) == 0) {
      even(place >> 1, bits - 1);
    } else {
      odd(place >> 1, bits - 1);
    }
  }

  private static void even(int place, int bits) {
    atPlace(place, bits);
  }

  private static void odd(int place, int bits) {
    atPlace(place, bits);
  }

  private static void live() {
    Counted resource = new Counted();
    resource.retain();
    resource.touch("handed to FrameDecoder");
    resource.release();
    resource.release();
  }
}
