package dev.rollcall.agents.ways;

import dev.rollcall.agents.ways.program.Way;
import dev.rollcall.agents.ways.program.Way.Variant;
import dev.rollcall.agents.ways.program.WaysProgram;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a tool saw in one run of the program, by way and variant. */
final class Sight {
  private static final String PACKAGE = Way.class.getPackageName() + ".";
  private static final String PROGRAM = PACKAGE + "WaysProgram.";
  private static final String WORLD = PACKAGE + "World.";

  private final List<Map<Variant, List<Seen>>> byWay = new ArrayList<>();
  private final Map<Integer, String> thrown = new HashMap<>();
  private final List<String> strays = new ArrayList<>();

  /**
   * Sorts it.
   *
   * @param places what the program said: the number of a way, and a line at which it opens
   */
  static Sight of(int ways, List<String> places, List<Seen> all) {
    Sight sight = new Sight();
    for (int i = 0; i < ways; i++) {
      sight.byWay.add(new EnumMap<>(Variant.class));
    }
    Map<String, Integer> wayOf = new HashMap<>();
    for (String line : places) {
      int space = line.indexOf(' ');
      int way = Integer.parseInt(line.substring(0, space));
      String place = line.substring(space + 1);
      if (place.startsWith(WaysProgram.THROWN)) {
        sight.thrown.put(way, place);
      } else {
        wayOf.put(place, way);
      }
    }
    all.forEach(seen -> sight.add(seen, wayOf));
    return sight;
  }

  private void add(Seen seen, Map<String, Integer> wayOf) {
    Integer way = null;
    for (String frame : seen.frames()) {
      way = way == null ? wayOf.get(frame) : way;
      for (Variant variant : Variant.values()) {
        if (way != null && frame.startsWith(PROGRAM + variant.method() + ":")) {
          of(way, variant).add(seen);
          return;
        }
      }
    }
    if (seen.isLeft() || seen.frames().stream().noneMatch(frame -> frame.startsWith(WORLD))) {
      strays.add(
          seen.type()
              + (seen.isLeft() ? ", left, at " : ", closed, at ")
              + String.join(" ", seen.frames().stream().limit(12).toList()));
    }
  }

  /** What it saw of a way. */
  List<Seen> of(int way, Variant variant) {
    return byWay.get(way).computeIfAbsent(variant, none -> new ArrayList<>());
  }

  /** What a way threw, though it should not have; or nothing. */
  Optional<String> thrown(int way) {
    return Optional.ofNullable(thrown.get(way));
  }

  /**
   * What belongs to no way: not the program's, or opened at another line than it was said to be.
   */
  List<String> strays() {
    return strays;
  }
}
