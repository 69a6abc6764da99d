package dev.rollcall.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose equals and hashCode are written out must not forget a component. */
class WrittenOutRecordsTest {
  // Where steps happened is compared by identity: a reading has each site once.
  private static final Site SITE =
      new Site(List.of(new StackTraceElement("A", "b", "A.java", 1)), false);
  private static final Site OTHER_SITE = new Site(List.of(), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analysis.Stories$JvmProcess",
        "analysis.Stories$Signed",
        "analysis.Stories$Unsigned",
        "analysis.context.ContextTally$Place",
        "analysis.finding.FindingTotals",
        "analysis.life.MisuseGroups$Key",
        "common.Labels",
        "diagnosis.way.StepKeys$Key",
        "diagnosis.way.Way",
        "reader.Inputs$Input",
        "reader.RecordingReader$ChunkId",
        "recording.Jvm",
        "recording.LifecycleEvent$Checkpoint",
        "recording.LifecycleEvent$LeakCheck",
        "recording.Site",
        "recording.ThreadRef"
      })
  void everyComponentCounts(String name) throws Exception {
    Class<?> type = Class.forName("dev.rollcall." + name);
    int components = type.getRecordComponents().length;
    Object one = make(type, -1);
    assertThat(make(type, -1)).isEqualTo(one).hasSameHashCodeAs(one).isNotSameAs(one);
    assertThat(one).isNotEqualTo("one");
    for (int other = 0; other < components; other++) {
      assertThat(make(type, other)).as("component %d", other).isNotEqualTo(one);
      assertThat(make(type, other)).isEqualTo(make(type, other));
      assertThat(make(type, other).hashCode()).isNotEqualTo(one.hashCode());
    }
  }

  /** One of a type, of which one component is another than usual. */
  private static Object make(Class<?> type, int other) throws Exception {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i].getGenericType(), i == other);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Type generic, boolean other) throws Exception {
    int number = other ? 2 : 1;
    if (generic instanceof ParameterizedType of) {
      return of.getRawType() == List.class
          ? List.of(value(of.getActualTypeArguments()[0], other))
          : new TreeMap<>(Map.of("key", "value " + number));
    }
    Class<?> type = (Class<?>) generic;
    if (type == long.class) {
      return (long) number;
    } else if (type == int.class) {
      return number;
    } else if (type == boolean.class) {
      return other;
    } else if (type == String.class) {
      return "text " + number;
    } else if (type == Path.class) {
      return Path.of("file " + number);
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(number);
    } else if (type == StackTraceElement.class) {
      return new StackTraceElement("a.B", "c", "B.java", number);
    } else if (type == Site.class) {
      return other ? OTHER_SITE : SITE;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[number - 1];
    }
    return make(type, other ? 0 : -1);
  }
}
