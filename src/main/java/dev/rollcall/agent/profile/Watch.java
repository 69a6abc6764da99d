package dev.rollcall.agent.profile;

import dev.rollcall.agent.weave.Moment;
import dev.rollcall.agent.weave.Point;
import dev.rollcall.agent.weave.Point.Value;
import java.util.ArrayList;
import java.util.List;

/** A class that is watched, and where. */
public final class Watch {
  private final String className;
  private final boolean isOfJdk;
  private final List<Point> points = new ArrayList<>();

  private Watch(String className, boolean isOfJdk) {
    this.className = className;
    this.isOfJdk = isOfJdk;
  }

  /** Watches a class of the JDK. */
  static Watch of(String className) {
    return new Watch(className, true);
  }

  /** Watches a class of a library, whoever has loaded it. */
  static Watch ofLibrary(String className) {
    return new Watch(className, false);
  }

  /** Whether it is one of the JDK, and nobody else's of that name. */
  public boolean isOfJdk() {
    return isOfJdk;
  }

  /** Its name. */
  public String className() {
    return className;
  }

  /** Where it is watched. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /**
   * When such a method or constructor has returned; one of those that are named has to be there.
   */
  Watch after(int hook, Value value, String... members) {
    return add(Moment.RETURN, hook, value, "opened", members);
  }

  /** When such a method has returned, where there is one. */
  Watch afterAny(int hook, Value value, String... members) {
    return add(Moment.RETURN, hook, value, "", members);
  }

  /** When one of these methods is called; one of them has to be there. */
  Watch before(int hook, String... members) {
    return add(Moment.ENTRY, hook, Value.NONE, "closed", members);
  }

  /** As {@link #before(int, String...)}, with a value. */
  Watch before(int hook, Value value, String... members) {
    return add(Moment.ENTRY, hook, value, "closed", members);
  }

  /** When one of these methods is called, those of them that are there. */
  Watch beforeAny(int hook, Value value, String... members) {
    return add(Moment.ENTRY, hook, value, "", members);
  }

  /** When such a method ends by an exception. */
  Watch onThrow(int hook, String... members) {
    return add(Moment.THROW, hook, Value.TOP, "", members);
  }

  /** After such a field was written. */
  Watch afterWrite(int hook, String field) {
    return add(Moment.WRITE, hook, Value.NONE, "ended", field);
  }

  private Watch add(Moment moment, int hook, Value value, String need, String... members) {
    for (String member : members) {
      points.add(new Point(member, moment, value, hook, need));
    }
    return this;
  }
}
