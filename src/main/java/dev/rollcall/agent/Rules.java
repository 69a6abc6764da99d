package dev.rollcall.agent;

import dev.rollcall.agent.hook.ConstructionHooks;
import dev.rollcall.agent.hook.JdbcHooks;
import dev.rollcall.agent.hook.TrackHooks;
import dev.rollcall.agent.profile.Track;
import dev.rollcall.agent.profile.Watch;
import dev.rollcall.agent.weave.Mentions;
import dev.rollcall.agent.weave.Point;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Where a class that is being loaded is to be watched: by its name, by what it extends, by what it
 * mentions. Most are not, which has to be found out fast.
 */
final class Rules {
  /** The kind of the points that belong to a class of a certain name. */
  static final String NAMED = "named";

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private static final List<String> JDBC_RESULTS =
      List.of(
          ")Ljava/sql/Connection;",
          ")Ljava/sql/Statement;",
          ")Ljava/sql/PreparedStatement;",
          ")Ljava/sql/CallableStatement;",
          ")Ljava/sql/ResultSet;");

  private final Map<String, Watch> byName = new HashMap<>();
  private final List<Track> tracks;
  private final @Nullable TrackHooks trackHooks;
  private final @Nullable JdbcHooks jdbcHooks;
  private final @Nullable NettySwitch netty;
  private final Mentions jdbc = new Mentions(JDBC_RESULTS);

  /** What the subclasses of a class tell of, by its name. */
  private final Map<String, Map<String, List<Point>>> inherited = new ConcurrentHashMap<>();

  Rules(
      List<Watch> watches,
      List<Track> tracks,
      ConstructionHooks construction,
      @Nullable TrackHooks trackHooks,
      @Nullable JdbcHooks jdbcHooks,
      @Nullable NettySwitch netty) {
    this.tracks = tracks;
    this.trackHooks = trackHooks;
    this.jdbcHooks = jdbcHooks;
    this.netty = netty;
    for (Watch watch : watches) {
      String name = watch.className().replace('.', '/');
      byName.put(name, watch);
      for (Point point : watch.points()) {
        if (point.hook() == construction.constructed) {
          inherited.put(name, Map.of(ConstructionHooks.KIND, construction.points()));
        }
      }
    }
  }

  /** Looks at what is there already. */
  void begin(Instrumentation instrumentation) {
    if (netty != null) {
      netty.begin(instrumentation);
    }
  }

  /** Where such a class is watched, by kind; nothing for most. */
  Map<String, List<Point>> find(@Nullable ClassLoader loader, String name, byte[] classFile) {
    if (netty != null) {
      netty.loading(loader, name);
    }
    Map<String, List<Point>> found = new HashMap<>();
    addNamed(loader, name, found);
    if (loader != null && jdbcHooks != null && jdbc.isIn(classFile)) {
      found.put(JdbcHooks.KIND, jdbcHooks.all());
    }
    if (trackHooks != null) {
      Set<String> ends = endsOf(name.replace('/', '.'));
      if (!ends.isEmpty()) {
        found.put(ConstructionHooks.KIND, trackHooks.constructionPoints());
        found.put(TrackHooks.KIND, trackHooks.endPoints(ends));
        inherited.put(name, Map.of(ConstructionHooks.KIND, trackHooks.constructionPoints()));
      }
    }
    if (!inherited.isEmpty() && !found.containsKey(ConstructionHooks.KIND)) {
      Map<String, List<Point>> above = inherited.get(superName(classFile));
      if (above != null) {
        found.putAll(above);
        inherited.put(name, above);
      }
    }
    return found;
  }

  private static boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }

  private void addNamed(@Nullable ClassLoader loader, String name, Map<String, List<Point>> found) {
    Watch watch = byName.get(name);
    if (watch != null && isOfJdk(loader) == watch.isOfJdk()) {
      found.put(NAMED, watch.points());
      if (inherited.containsKey(name)) {
        found.put(ConstructionHooks.KIND, List.of());
      }
    }
  }

  /**
   * Whether a class turns out to be of no interest: it calls what hands out connections, but is no
   * such thing.
   */
  boolean isOnlyCaller(Set<String> kinds, Set<Point> found) {
    return kinds.equals(Set.of(JdbcHooks.KIND)) && !JdbcHooks.isOfJdbc(found);
  }

  /** As {@link #find}, of a class that is loaded already. */
  Map<String, List<Point>> findLoaded(Class<?> type) {
    if (type.isArray() || type.isPrimitive() || type.isInterface() || type.isHidden()) {
      return Map.of();
    }
    ClassLoader loader = type.getClassLoader();
    Map<String, List<Point>> found = new HashMap<>();
    String name = type.getName().replace('.', '/');
    addNamed(loader, name, found);
    if (loader != null && jdbcHooks != null && jdbcHooks.concerns(type)) {
      found.put(JdbcHooks.KIND, jdbcHooks.all());
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Set<String> ends = endsOf(each.getName());
      if (trackHooks != null && !ends.isEmpty()) {
        found.put(ConstructionHooks.KIND, trackHooks.constructionPoints());
        found.put(TrackHooks.KIND, trackHooks.endPoints(ends));
        break;
      }
      Map<String, List<Point>> above = inherited.get(each.getName().replace('.', '/'));
      if (above != null) {
        found.putAll(above);
        break;
      }
    }
    return found;
  }

  private static String superName(byte[] classFile) {
    String name = new ClassReader(classFile).getSuperName();
    return name == null ? "" : name;
  }

  /** By which methods the objects of a class end; none if it is not tracked. */
  Set<String> endsOf(String className) {
    for (Track track : tracks) {
      if (track.pattern().matches(className)) {
        return track.ends();
      }
    }
    return Set.of();
  }
}
