package dev.rollcall.analysis.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.analysis.request.Traced.Order;
import dev.rollcall.analysis.request.Traced.Rest;
import dev.rollcall.analysis.request.Traced.Scope;
import dev.rollcall.analysis.request.Traced.Span;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.gate.Report;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.reader.decode.ParsedItems;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.TextReport;
import dev.rollcall.testing.Recorded.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import jdk.jfr.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** In which requests resources were registered, as recordings of this JVM tell it. */
final class RecordedRequestsTest {
  private static final int MANY = 40;

  private final LeakChecker checker = LeakChecker.builder().build();
  private final List<Object> held = new ArrayList<>();

  @TempDir private Path directory;

  static final class Connection {}

  @AfterEach
  void unregister() {
    held.forEach(checker::unregister);
  }

  /** Whoever asks, it is registered here. */
  private void lend(boolean leak) {
    Connection connection = new Connection();
    checker.register(connection);
    if (leak) {
      synchronized (held) {
        held.add(connection);
      }
    } else {
      checker.unregister(connection);
    }
  }

  private Context recorded(Action action) throws Exception {
    return groups(action).stream().map(LeakFinding::context).reduce(Context.NONE, Context::plus);
  }

  /** What leaked, site by site. */
  private List<LeakFinding> groups(Action action) throws Exception {
    Path file =
        file(
            () -> {
              action.run();
              checker.check();
            });
    JvmLog roll = new JvmLog();
    return ofConnections(new RecordingReader().read(file, roll, roll.context()), roll).groups();
  }

  private Path file(Action action) throws Exception {
    Path file = directory.resolve("requests.jfr");
    try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
      recording.start();
      action.run();
      recording.stop();
      recording.dump(file);
    }
    return file;
  }

  /** Other tests of this JVM may have left something open. */
  private static Findings ofConnections(Recording recording, JvmLog roll) {
    Analysis analysis = new Analysis();
    analysis.add(recording, roll, null);
    Findings all = analysis.findings(1);
    return new Findings(
        all.recordings(),
        all.totals(),
        all.groups().stream().filter(group -> group.type().endsWith("$Connection")).toList(),
        new StillOpen(
            all.open().groups().stream()
                .filter(group -> group.type().endsWith("$Connection"))
                .toList(),
            List.of(),
            List.of()),
        all.misuses(),
        all.byCollector(),
        all.settled());
  }

  /** Name, of the leaked, of the released. */
  private static List<String> words(Context context) {
    return context.requests().in().stream()
        .map(
            in ->
                in.name()
                    + (in.within() == null ? "" : " in " + in.within())
                    + ": "
                    + in.count()
                    + ", "
                    + in.released())
        .toList();
  }

  /** An event with a duration: what happens in its time is in it. */
  private void during(Event event, Action action) throws Exception {
    action.run();
    event.commit();
  }

  @Test
  void theSpansOfOpenTelemetry() throws Exception {
    Context context =
        recorded(
            () -> {
              for (int i = 0; i < MANY; i++) {
                boolean leak = i % 4 == 0;
                Span span = Span.begin(leak ? "POST /checkout" : "GET /cart/" + i, i + 1);
                during(span, () -> lend(leak));
              }
              during(Span.begin("POST /checkout", MANY + 1), () -> lend(false));
            });

    assertThat(words(context)).containsExactly("POST /checkout: 10, 1", "GET /cart/{id}: 0, 30");
    assertThat(context.requests().released()).isEqualTo(31);
    assertThat(context.requests().in().get(0).example()).isEqualTo("traceId=4bf92f0000000001");
  }

  /** A span that ends on another thread ran where its scopes say. */
  @Test
  void theScopesOfOpenTelemetrySayWhere() throws Exception {
    Context context =
        recorded(
            () -> {
              Span span = Span.begin("POST /checkout", 1);
              Thread worker =
                  new Thread(
                      () -> {
                        Scope scope = Scope.begin(span);
                        lend(true);
                        scope.commit();
                        // The thread goes on, and so does the span: elsewhere.
                        lend(false);
                      });
              worker.start();
              worker.join();
              lend(true);
              span.commit();
            });

    assertThat(words(context)).containsExactly("POST /checkout: 1, 0");
    assertThat(context.requests().released()).isEqualTo(1);
  }

  @Test
  void theRequestsOfQuarkus() throws Exception {
    Context context =
        recorded(
            () -> {
              for (int i = 0; i < MANY; i++) {
                boolean leak = i % 2 == 0;
                Rest rest =
                    Rest.begin("POST", "http://shop/orders/" + (4711 + i) + "?full=" + i, i);
                during(rest, () -> lend(leak));
              }
            });

    assertThat(words(context)).containsExactly("POST /orders/{id}: 20, 20");
    assertThat(context.requests().in().get(0).example()).isEqualTo("traceId=trace-0");
  }

  @Test
  void whatIsContextual() throws Exception {
    Context context =
        recorded(
            () -> {
              for (int i = 0; i < MANY; i++) {
                boolean leak = i % 4 == 0;
                Order order =
                    Order.begin(
                        leak ? "/checkout" : "/cart", i % 8 == 0 ? "acme" : "other", 100 + i);
                during(order, () -> lend(leak));
              }
            });

    assertThat(words(context))
        .containsExactly(
            "/checkout (tenant=acme): 5, 0",
            "/checkout (tenant=other): 5, 0",
            "/cart (tenant=other): 0, 30");
    assertThat(context.requests().in().get(0).example()).isEqualTo("orderId=100");
  }

  @Test
  void theInnermostCountsAndItsOutermostIsNamed() throws Exception {
    Context context =
        recorded(
            () ->
                during(
                    Span.begin("POST /checkout", 1),
                    () ->
                        during(
                            Span.begin("charge", 2),
                            () -> during(Span.begin("INSERT", 3), () -> lend(true)))));

    assertThat(words(context)).containsExactly("INSERT in POST /checkout: 1, 0");
  }

  /** Two requests at a time, each on its thread, and one thread that is at none. */
  @Test
  void eachThreadHasItsOwn() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Context context =
        recorded(
            () -> {
              Thread one = server("GET /cart", 1, both, false);
              Thread other = server("POST /checkout", 2, both, true);
              one.join();
              other.join();
            });

    assertThat(words(context)).containsExactly("POST /checkout: 1, 0", "GET /cart: 0, 1");
    // Two that the request had handed to other threads.
    assertThat(context.requests().released()).isEqualTo(2);
    assertThat(context.requests().known()).isEqualTo(1);
    assertThat(held).hasSize(2);
  }

  private Thread server(String name, int number, CyclicBarrier both, boolean leak) {
    Thread thread = new Thread(() -> serve(Span.begin(name, number), both, leak));
    thread.start();
    return thread;
  }

  private void serve(Span span, CyclicBarrier both, boolean leak) {
    try {
      both.await();
      lend(leak);
      Thread handedTo = new Thread(() -> lend(leak));
      handedTo.start();
      handedTo.join();
      both.await();
      span.commit();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** It has no event yet. */
  @Test
  void aRequestThatStillRunsIsNotKnown() throws Exception {
    List<Span> running = new ArrayList<>();
    Context context =
        recorded(
            () -> {
              running.add(Span.begin("POST /checkout", 1));
              lend(true);
            });
    running.get(0).commit();

    assertThat(context).isEqualTo(Context.NONE);
  }

  /** Far below those who serve requests, so that all are registered at one site. */
  private void query(int depth, boolean leak) {
    if (depth == 0) {
      lend(leak);
    } else {
      statement(depth - 1, leak);
    }
  }

  private void statement(int depth, boolean leak) {
    query(depth, leak);
  }

  private void checkout(boolean leak) {
    query(8, leak);
  }

  private void cart() {
    query(8, false);
  }

  @Test
  void thatOneRequestLeaksIsEvidence() throws Exception {
    List<LeakFinding> groups =
        groups(
            () -> {
              for (int i = 0; i < MANY; i++) {
                during(Span.begin("POST /checkout", i), () -> checkout(true));
                during(Span.begin("GET /cart", i), this::cart);
              }
              during(Span.begin("POST /checkout", MANY), () -> checkout(false));
            });

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).suspects())
        .anySatisfy(
            suspect -> {
              assertThat(suspect.kind()).isEqualTo(EvidenceKind.REQUEST);
              assertThat(suspect.frame().getMethodName()).isEqualTo("checkout");
              assertThat(suspect.evidence())
                  .isEqualTo(
                      "RecordedRequestsTest.checkout belongs to POST /checkout, in which 40 of 40"
                          + " leaked resources were registered, but only 1 of 41 released siblings:"
                          + " release them there.");
            });
  }

  @Test
  void whatIsOpenHasRequestsToo() throws Exception {
    Path file = file(() -> during(Span.begin("POST /checkout", 1), () -> lend(true)));
    JvmLog roll = new JvmLog();
    Recording recording = new RecordingReader().read(file, roll, roll.context());

    assertThat(TextReport.of(Report.of(ofConnections(recording, roll))))
        .contains(
            "  registered in POST /checkout: 1 of 1 open (for example traceId=4bf92f0000000001)");
  }

  /** Items do not say what is contextual; spans are known by their name. */
  @Test
  void missionControlsItemsTellOfSpans() throws Exception {
    Path file =
        file(
            () -> {
              for (int i = 0; i < MANY; i++) {
                boolean leak = i % 4 == 0;
                during(Span.begin(leak ? "POST" : "GET", i), () -> lend(leak));
              }
              checker.check();
            });
    JvmLog roll = new JvmLog();
    Recording recording =
        ParsedItems.read(
            JfrLoaderToolkit.loadEvents(file.toFile()), roll, roll.context(), () -> false);

    assertThat(words(ofConnections(recording, roll).groups().get(0).context()))
        .containsExactly("POST: 10, 0", "GET: 0, 30");
  }
}
