package dev.rollcall.analysis;

import dev.rollcall.common.Labels;
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
 * Which recordings are of one JVM. Those with the same process id, start and labels are; in
 * containers every process id is 1, and replicas start together, so that only labels tell them
 * apart.
 *
 * <p>A recording may have none of its JVM's labels: it is older than they are, or has no
 * checkpoint, as the last chunk of a JVM that was killed. It is of the only JVM with its process id
 * and start; where there are several, of the only one that has a recording in the same directory;
 * else it is told of apart, for to mix the lives of two JVMs is worse than to know less of one.
 * That is known only when all are read.
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

  private record Labelled(JvmProcess process, Labels labels) {}

  private record Unlabelled(JvmProcess process, @Nullable Path directory) {
    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Unlabelled o
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

  private static Object whose(Recording recording, @Nullable Path found) {
    Jvm jvm = recording.jvm();
    if (jvm == null) {
      return Objects.requireNonNullElse(found, recording.file());
    }
    JvmProcess process = new JvmProcess(jvm.pid(), jvm.startedAt());
    return jvm.labels().isEmpty()
        ? new Unlabelled(process, directory(recording))
        : new Labelled(process, jvm.labels());
  }

  private static @Nullable Path directory(Recording recording) {
    return recording.file().toAbsolutePath().normalize().getParent();
  }

  /** One story for each JVM, as far as it is known by now. */
  Collection<Story> all() {
    for (Object whose : List.copyOf(stories.keySet())) {
      if (whose instanceof Unlabelled unlabelled) {
        Object owner = owner(unlabelled);
        Story joined = owner.equals(whose) ? null : stories.remove(whose);
        if (joined != null) {
          Objects.requireNonNull(stories.get(owner)).addAll(joined);
        }
      }
    }
    return Collections.unmodifiableCollection(stories.values());
  }

  /** With whose recordings some without labels are told; itself where that is not known. */
  private Object owner(Unlabelled some) {
    List<Object> labelled = new ArrayList<>();
    List<Object> near = new ArrayList<>();
    Object first = null;
    for (Map.Entry<Object, Story> entry : stories.entrySet()) {
      if (entry.getKey() instanceof Labelled other && other.process().equals(some.process())) {
        labelled.add(other);
        if (entry.getValue().recordings().stream()
            .anyMatch(one -> Objects.equals(directory(one), some.directory()))) {
          near.add(other);
        }
      } else if (entry.getKey() instanceof Unlabelled other
          && other.process().equals(some.process())) {
        first = first == null ? other : first;
      }
    }
    if (labelled.isEmpty()) {
      return first == null ? some : first;
    }
    return labelled.size() == 1 ? labelled.get(0) : near.size() == 1 ? near.get(0) : some;
  }
}
