package dev.rollcall.reader.decode;

import dev.rollcall.common.Labels;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Recording.DataLoss;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.util.LabeledIdentifier;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** What the JVM's own events say of a recording: whose it is, what was lost, what was enabled. */
public final class JvmEvents {
  private @Nullable Jvm jvm;
  private String labels = "";
  private String id = "";
  private final Set<Jvm> jvms = new HashSet<>();
  private long losses;
  private long lostBytes;
  private final Map<String, Boolean> settings = new HashMap<>();

  /** The JVM that the recording is of, with its labels and its own id. */
  public @Nullable Jvm jvm() {
    return jvm == null ? null : jvm.with(Labels.of(labels)).withId(id);
  }

  /** Takes what a checkpoint says of the JVM. Unlike the others it comes decoded. */
  public void note(Checkpoint checkpoint) {
    if (labels.isEmpty()) {
      labels = checkpoint.labels();
    }
    if (id.isEmpty()) {
      id = checkpoint.jvmId();
    }
  }

  /** Takes what a later chunk says. */
  public void addAll(JvmEvents later) {
    jvm = later.jvm == null ? jvm : later.jvm;
    labels = labels.isEmpty() ? later.labels : labels;
    id = id.isEmpty() ? later.id : id;
    jvms.addAll(later.jvms);
    losses += later.losses;
    lostBytes += later.lostBytes;
    later.settings.forEach((type, on) -> settings.merge(type, on, Boolean::logicalAnd));
  }

  /** How many JVMs there are events of. */
  int jvms() {
    return jvms.size();
  }

  public DataLoss dataLoss() {
    return new DataLoss(losses, lostBytes);
  }

  public Map<String, Boolean> settings() {
    return settings;
  }

  /** The sink of a JVM event that is of interest; {@code null} for all others. */
  public @Nullable IEventSink sink(String eventType, List<ValueField> fields) {
    Columns columns = new Columns(fields);
    return switch (eventType) {
      case "jdk.JVMInformation" -> jvm(columns);
      case "jdk.DataLoss" -> loss(columns);
      case "jdk.ActiveSetting" -> setting(columns);
      default -> null;
    };
  }

  private IEventSink jvm(Columns columns) {
    int pid = columns.of("pid");
    int start = columns.of("jvmStartTime");
    int name = columns.of("jvmName");
    int version = columns.of("jvmVersion");
    return row -> {
      Jvm found =
          new Jvm(
              Columns.number(row, pid, 0),
              Columns.nanos(row, start),
              Objects.requireNonNullElse(Columns.text(row, name), ""),
              Objects.requireNonNullElse(Columns.text(row, version), ""));
      jvms.add(found);
      jvm = found;
    };
  }

  private IEventSink loss(Columns columns) {
    int amount = columns.of("amount");
    return row -> {
      losses++;
      lostBytes += Math.max(0, Columns.number(row, amount, 0));
    };
  }

  private void note(String type, String name, String value) {
    if (name.equals("enabled")) {
      settings.merge(type, value.equals("true"), Boolean::logicalAnd);
    } else if (Recording.ALL_LIVES.equals(type + ' ' + name)) {
      settings.merge(Recording.ALL_LIVES, value.equals("all"), Boolean::logicalAnd);
    }
  }

  /** An event type counts as enabled only if no setting ever switched it off. */
  private IEventSink setting(Columns columns) {
    // Mission Control's items have it by another name.
    int id = columns.of("id", "settingFor");
    int name = columns.of("name");
    int value = columns.of("value");
    return row -> {
      if (Columns.any(row, id) instanceof LabeledIdentifier type
          && type.getInterfaceId().startsWith("rollcall.")) {
        note(
            type.getInterfaceId(),
            Objects.requireNonNullElse(Columns.text(row, name), ""),
            Objects.requireNonNullElse(Columns.text(row, value), ""));
      }
    };
  }
}
