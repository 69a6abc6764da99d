package dev.rollcall.analysis.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.Request;
import dev.rollcall.recording.Request.Field;
import dev.rollcall.recording.Request.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By which values requests are told apart. */
final class WorksTest {
  private static final Field NOTHING = new Field("operation", true, "serve");

  private static Set<String> names(int requests, IntFunction<Field> field) {
    Works works = new Works();
    Set<String> names = new TreeSet<>();
    List<Work> all =
        IntStream.range(0, requests)
            .mapToObj(
                i ->
                    works.of(
                        new Request(
                            Role.WORK,
                            "com.acme.Served",
                            List.of(NOTHING, field.apply(i)),
                            null,
                            null)))
            .toList();
    all.forEach(work -> names.add(works.name(work)));
    return names;
  }

  @Test
  void aFieldWithFewValuesTellsThemApart() {
    assertThat(names(100, i -> new Field("tenant", false, "t" + i % 3)))
        .containsExactly("serve (tenant=t0)", "serve (tenant=t1)", "serve (tenant=t2)");
    assertThat(names(3, i -> new Field("tenant", false, "t" + i))).hasSize(3);
  }

  @Test
  void whatNearlyAlwaysDiffersIsAnId() {
    assertThat(names(40, i -> new Field("user", false, "u" + i))).containsExactly("serve");
    assertThat(names(40, i -> new Field("user", false, "u" + i / 2 * 2 % 30))).hasSize(15);
  }

  @Test
  void whatHasManyValuesIsOne() {
    assertThat(names(10_000, i -> new Field("user", false, "u" + i % 65))).containsExactly("serve");
    assertThat(names(10_000, i -> new Field("user", false, "u" + i % 64))).hasSize(64);
  }

  /** There may be few requests, and each of another user. */
  @Test
  void whatIsCalledAnIdIsOneUnlessItsValuesReturn() {
    assertThat(names(4, i -> new Field("userId", false, "u" + i))).containsExactly("serve");
    assertThat(names(40, i -> new Field("tenantId", false, "t" + i % 3))).hasSize(3);
    assertThat(names(40, i -> new Field("traceId", false, "t" + i % 3))).containsExactly("serve");
  }

  /** A server has many routes. */
  @Test
  void thereMayBeManyOperations() {
    assertThat(names(10_000, i -> new Field("route", true, "/r" + i % 1000))).hasSize(1000);
    assertThat(names(10_000, i -> new Field("route", true, "/r" + i % 2000)))
        .hasSize(1001)
        .contains("serve (others)");
    assertThat(names(1000, i -> new Field("path", true, "/users/joe" + i)))
        .containsExactly("serve");
  }

  @Test
  void ofARequestWithIdsOnlyTheTypeIsNamed() {
    Works works = new Works();
    Work work =
        works.of(
            new Request(
                Role.WORK,
                "com.acme.Served",
                List.of(new Field("traceId", false, "17")),
                null,
                null));

    assertThat(works.name(work)).isEqualTo("Served");
  }
}
