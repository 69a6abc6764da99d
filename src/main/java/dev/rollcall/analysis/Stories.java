package dev.rollcall.analysis;

import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which recordings are of one JVM. Those with the same process id, start and sign are; in
 * containers every process id is 1, and replicas start together, so that only signs tell them
 * apart: the JVM's own id, or its labels ({@link Jvm#sign}).
 *
 * <p>A recording may lack its JVM's sign: it is older than signs are, or has no checkpoint, as the
 * last chunk of a JVM that was killed. It is of the only JVM with its process id and start; where
 * there are several, of the only one that has a recording in the same directory; else it is told of
 * apart, for to mix the lives of two JVMs is worse than to know less of one. That is known only
 * when all are read.
 */
final class Stories {
  private record JvmProcess(long pid, long startedAt) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof JvmProcess o && pid == o.pid && startedAt == o.startedAt);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(pid) + Long.hashCode(startedAt);
    }
  }

  private record Signed(JvmProcess process, String sign) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Signed o && process.equals(o.process) && sign.equals(o.sign));
    }

    @Override
    public int hashCode() {
      return 31 * process.hashCode() + sign.hashCode();
    }
  }

  private record Unsigned(JvmProcess process, @Nullable Path directory) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Unsigned o
              && process.equals(o.process)
              && Objects.equals(directory, o.directory));
    }

    @Override
    public int hashCode() {
      return 31 * process.hashCode() + Objects.hashCode(directory);
    }
  }

  private final Map<Object, Story> stories = new LinkedHashMap<>();

  /** Adds a file and its events; {@code found} is where it was found, if it was not named. */
  void add(Recording recording, JvmLog events, @Nullable Path found) {
    Object whose = whose(recording, found);
    Story story = stories.get(whose);
    if (story == null) {
      stories.put(whose, new Story(recording, events));
    } else {
      story.add(recording, events);
    }
  }

  /** Adds what another one knows of a JVM, which is in none of these. */
  void add(Story story) {
    stories.put(story, story);
  }

  private static Object whose(Recording recording, @Nullable Path found) {
    Jvm jvm = recording.jvm();
    if (jvm == null) {
      return Objects.requireNonNullElse(found, recording.file());
    }
    JvmProcess process = new JvmProcess(jvm.pid(), jvm.startedAt());
    return jvm.sign().isEmpty()
        ? new Unsigned(process, directory(recording))
        : new Signed(process, jvm.sign());
  }

  private static @Nullable Path directory(Recording recording) {
    return recording.file().toAbsolutePath().normalize().getParent();
  }

  /** One story for each JVM, as far as it is known by now. */
  Collection<Story> all() {
    for (Object whose : List.copyOf(stories.keySet())) {
      if (whose instanceof Unsigned unsigned) {
        Object owner = owner(unsigned);
        Story joined = owner.equals(whose) ? null : stories.remove(whose);
        if (joined != null) {
          Objects.requireNonNull(stories.get(owner)).addAll(joined);
        }
      }
    }
    return Collections.unmodifiableCollection(stories.values());
  }

  /** With whose recordings some without a sign are told; itself where that is not known. */
  private Object owner(Unsigned some) {
    List<Object> signed = new ArrayList<>();
    List<Object> near = new ArrayList<>();
    Object first = null;
    for (Map.Entry<Object, Story> entry : stories.entrySet()) {
      if (entry.getKey() instanceof Signed other && other.process().equals(some.process())) {
        signed.add(other);
        if (entry.getValue().recordings().stream()
            .anyMatch(one -> Objects.equals(directory(one), some.directory()))) {
          near.add(other);
        }
      } else if (entry.getKey() instanceof Unsigned other
          && other.process().equals(some.process())) {
        first = first == null ? other : first;
      }
    }
    if (signed.isEmpty()) {
      return first == null ? some : first;
    }
    return signed.size() == 1 ? signed.get(0) : near.size() == 1 ? near.get(0) : some;
  }
}
