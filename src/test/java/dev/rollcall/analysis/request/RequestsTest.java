package dev.rollcall.analysis.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.life.Life;
import dev.rollcall.recording.ContextEvent.RequestRan;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Request;
import dev.rollcall.recording.Request.Field;
import dev.rollcall.recording.Request.Role;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which requests things were done, whatever order it is told in, and how much is kept. */
final class RequestsTest {
  private static final int LEAST = 100;
  private static final int PATIENCE = 1_000;

  private final Map<Long, Life> lives = new HashMap<>();
  private final Requests requests = requests(lives);

  private static Requests requests(Map<Long, Life> lives) {
    Requests requests = new Requests(() -> lives.values().stream(), LEAST, PATIENCE);
    requests.declare();
    return requests;
  }

  private static Moment moment(long time, long thread) {
    return new Moment(time, new ThreadRef("t" + thread, thread), Site.NONE);
  }

  private static void ran(Requests to, long thread, long from, long until, String name) {
    to.add(ran(thread, from, until, Role.WORK, name, null));
  }

  private static RequestRan ran(
      long thread, long from, long until, Role role, String name, @Nullable String spanId) {
    List<Field> fields =
        role == Role.SCOPE ? List.of() : List.of(new Field("operationName", true, name));
    return new RequestRan(
        moment(from, thread), until, new Request(role, "Served", fields, spanId, "at=" + from));
  }

  private static Registered registered(long id, long time, long thread) {
    return new Registered(moment(time, thread), 0, id, "T", null);
  }

  /** One that lives on. */
  private void kept(long id, long time, long thread) {
    Registered event = registered(id, time, thread);
    lives.computeIfAbsent(id, Life::new).add(event);
    requests.add(event);
  }

  private void released(long id, long time, long thread) {
    requests.add(registered(id, time, thread));
  }

  private String at(long time, long thread) {
    InRequest in = requests.at(registered(0, time, thread));
    return in == null
        ? "?"
        : in.request().name()
            + (in.request().within() == null ? "" : " in " + in.request().within());
  }

  private ReleasedIn released() {
    return requests.released(0, lives.values()).values().iterator().next();
  }

  private static Map.Entry<RequestName, Long> of(String name, long count) {
    return Map.entry(new RequestName(name, null), count);
  }

  @Test
  void theInnermostIsNamedWithTheOutermost() {
    ran(requests, 1, 20, 30, "INSERT");
    ran(requests, 1, 15, 40, "charge");
    ran(requests, 1, 10, 50, "POST");

    assertThat(at(10, 1)).isEqualTo("POST");
    assertThat(at(15, 1)).isEqualTo("charge in POST");
    assertThat(at(30, 1)).isEqualTo("INSERT in POST");
    assertThat(at(31, 1)).isEqualTo("charge in POST");
    assertThat(at(50, 1)).isEqualTo("POST");
    assertThat(at(51, 1)).isEqualTo("?");
    assertThat(at(9, 1)).isEqualTo("?");
    assertThat(at(30, 2)).isEqualTo("?");
  }

  /** An event loop takes turns; which it had in hand is not told. */
  @Test
  void ofTwoThatOverlapNeitherIsNamed() {
    ran(requests, 1, 10, 30, "one");
    ran(requests, 1, 20, 40, "other");

    assertThat(at(15, 1)).isEqualTo("one");
    assertThat(at(25, 1)).isEqualTo("?");
    assertThat(at(35, 1)).isEqualTo("other");
  }

  @Test
  void aScopeIsNamedBySpansThatEndLater() {
    requests.add(ran(2, 20, 30, Role.SCOPE, "", "a1"));
    requests.add(ran(1, 32, 35, Role.SCOPE, "", "000"));
    requests.add(ran(1, 30, 40, Role.SCOPE, "", "a1"));
    assertThat(at(25, 2)).isEqualTo("?");
    requests.add(ran(1, 10, 50, Role.SPAN, "POST", "a1"));

    assertThat(at(25, 2)).isEqualTo("POST");
    assertThat(at(31, 1)).isEqualTo("POST");
    // Whoever opened the scope of no span is at no request.
    assertThat(at(33, 1)).isEqualTo("?");
    // Where it ran its scopes say, and it alone does not.
    assertThat(at(20, 1)).isEqualTo("?");
  }

  @Test
  void theReleasedAreCountedBesideTheKept() {
    for (int i = 0; i < 10; i++) {
      released(i, 100 + i, 1);
    }
    kept(11, 105, 1);
    kept(12, 300, 1);
    released(13, 300, 1);
    ran(requests, 1, 100, 104, "GET");
    ran(requests, 1, 105, 109, "POST");

    assertThat(released().requests()).containsOnly(of("GET", 5), of("POST", 5));
    assertThat(released().released()).isEqualTo(11);
  }

  @Test
  void whatWasReleasedSinceIsNotKept() {
    kept(1, 105, 1);
    ran(requests, 1, 105, 109, "POST");
    assertThat(released().released()).isZero();

    Objects.requireNonNull(lives.get(1L)).add(new Unregistered(moment(120, 1), 0, 1, "T", 0));
    assertThat(released().requests()).containsOnly(of("POST", 1));
  }

  /** Ten million would do as well: nothing is kept of them. */
  @Test
  void memoryGrowsWithNeitherRegistrationsNorRequests() {
    kept(1, 5, 1);
    int most = 0;
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      released(i + 2, 10L * i + 3, 1);
      // A request is told of after what happened in it.
      ran(requests, 1, 10L * i, 10L * i + 9, i % 2 == 0 ? "GET" : "POST");
      most = Math.max(most, requests.size());
    }

    assertThat(most).isLessThan(5 * LEAST);
    assertThat(at(5, 1)).isEqualTo("GET");
    assertThat(released().requests()).containsOnly(of("GET", count / 2), of("POST", count / 2));
  }

  @Test
  void everyThreadOfMillionsIsForgotten() {
    int most = 0;
    for (int i = 0; i < 100_000; i++) {
      released(i + 1, 10L * i + 3, i + 1);
      ran(requests, i + 1, 10L * i, 10L * i + 9, "GET");
      most = Math.max(most, requests.size());
    }

    assertThat(most).isLessThan(5 * LEAST);
    assertThat(released().requests()).containsOnly(of("GET", 100_000));
  }

  /** More was registered in it than waits; of the rest it is not known. */
  @Test
  void ofVeryManyInOneRequestTheLatestAreKnown() {
    int count = 10 * PATIENCE;
    for (int i = 0; i < count; i++) {
      released(i, i, 1);
    }
    assertThat(requests.size()).isLessThanOrEqualTo(PATIENCE);
    ran(requests, 1, 0, count, "POST");

    assertThat(released().released()).isEqualTo(count);
    assertThat(released().requests().get(new RequestName("POST", null)))
        .isBetween(PATIENCE / 2L, (long) PATIENCE);
  }

  @Test
  void aRequestMayBeToldOfInAnotherFile() {
    Requests rest = requests(Map.of());
    released(1, 105, 1);
    kept(2, 106, 1);
    ran(rest, 1, 100, 109, "POST");
    rest.add(registered(3, 107, 1));

    requests.addAll(rest);

    assertThat(at(106, 1)).isEqualTo("POST");
    assertThat(released().requests()).containsOnly(of("POST", 2));
  }

  @Test
  void whereNothingIsDeclaredNothingIsKept() {
    Requests undeclared = new Requests(() -> lives.values().stream(), LEAST, PATIENCE);
    undeclared.add(registered(1, 105, 1));

    assertThat(undeclared.size()).isZero();
    assertThat(undeclared.released(0, lives.values())).isEmpty();
  }
}
