package dev.rollcall.analysis.request;

import dev.rollcall.recording.Request;
import dev.rollcall.recording.Request.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which values work is told apart, and what it is called. What a field means is not known, so it
 * is seen from its values: one that differs in nearly every event is an id. It must not split what
 * belongs together, for then every request would be one of its own.
 *
 * <p>The rule: ids of traces, spans and the like, by their name, are ids. So is any other field
 * with more than {@value #FEW} values; one that is called an id and has more values than half the
 * events; and one with {@value #SOME} values and more than half the events. A field that says what
 * was done may have {@value #MANY}, for a server may have as many routes, once its paths are
 * templates; of more the rest are taken together, unless nearly every one differs.
 */
final class Works {
  static final int FEW = 64;
  static final int SOME = 10;
  static final int MANY = 1000;

  /** So many kinds of work are told apart. */
  private static final int MOST = 1 << 12;

  private static final String OTHERS = "(others)";
  private static final Pattern SURELY_ID =
      Pattern.compile(
          "(?:.*[._])?(?:trace|span|parent|parentspan|request|correlation|session)_?id");

  private final Map<Name, Column> columns = new HashMap<>();
  private final Map<Work, Work> known = new HashMap<>();

  private record Name(String type, String field) {}

  /** The values of a field. */
  private static final class Column {
    private final Set<String> values = new HashSet<>();
    private long events;
    private boolean many;

    void add(String value, int most) {
      if (values.size() <= most) {
        values.add(value);
      }
      many |= values.size() > most;
    }
  }

  /** The work of a request that has just been read. */
  Work of(Request request) {
    List<Field> fields = new ArrayList<>(request.fields().size());
    for (Field field : request.fields()) {
      String value = field.operation() ? PathTemplate.of(field.value()) : field.value();
      Column column = column(request.type(), field);
      column.events++;
      boolean kept = !column.many || column.values.contains(value);
      column.add(value, most(field));
      if (kept && known.size() < MOST) {
        fields.add(new Field(field.name(), field.operation(), value));
      } else if (field.operation()) {
        fields.add(new Field(field.name(), true, OTHERS));
      }
    }
    Work work = new Work(request.type(), List.copyOf(fields));
    Work same = known.get(work);
    if (same == null && known.size() < MOST) {
      known.put(work, work);
    }
    return same == null ? work : same;
  }

  private static int most(Field field) {
    return field.operation() ? MANY : FEW;
  }

  private Column column(String type, Field field) {
    return columns.computeIfAbsent(new Name(type, field.name()), name -> new Column());
  }

  void addAll(Works other) {
    other.columns.forEach(
        (name, theirs) -> {
          Column ours = columns.computeIfAbsent(name, n -> new Column());
          ours.values.addAll(theirs.values);
          ours.events += theirs.events;
          ours.many |= theirs.many;
        });
    other.known.keySet().forEach(work -> known.putIfAbsent(work, work));
  }

  private boolean isId(String type, Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    Column column = columns.get(new Name(type, field.name()));
    if (SURELY_ID.matcher(name).matches() || column == null) {
      return true;
    }
    int distinct = column.values.size();
    boolean differ = 2L * distinct > column.events;
    if (field.operation()) {
      return distinct > FEW && differ;
    }
    return distinct > FEW || (differ && (distinct >= SOME || name.endsWith("id")));
  }

  /** What it is called: what was done, then what else tells it apart. */
  String name(Work work) {
    List<Field> telling =
        work.fields().stream().filter(field -> !isId(work.type(), field)).toList();
    String done =
        telling.stream()
            .filter(Field::operation)
            .map(Field::value)
            .distinct()
            .collect(Collectors.joining(" "));
    String further =
        telling.stream()
            .filter(field -> !field.operation())
            .map(field -> field.name() + "=" + field.value())
            .collect(Collectors.joining(", "));
    String name = done.isEmpty() ? work.type().substring(work.type().lastIndexOf('.') + 1) : done;
    return further.isEmpty() ? name : name + " (" + further + ")";
  }
}
