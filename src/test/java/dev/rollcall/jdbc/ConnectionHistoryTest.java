package dev.rollcall.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.common.Frames;
import dev.rollcall.testing.Caller;
import dev.rollcall.testing.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import org.junit.jupiter.api.Test;

/** What a recording tells of a connection. */
class ConnectionHistoryTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final DataSource dataSource = TrackedDataSource.wrap(Database.inMemory(), checker);

  private static List<RecordedEvent> steps(Recorded.Action action) throws Exception {
    return steps(Connection.class, Recorded.during(action));
  }

  private static List<RecordedEvent> steps(Class<?> type, Recorded recorded) {
    return Stream.of("Register", "Touch", "Unregister")
        .flatMap(kind -> recorded.all("rollcall." + kind).stream())
        .filter(event -> event.getClass("resourceType").getName().equals(type.getName()))
        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
        .toList();
  }

  private static String told(RecordedEvent event) {
    String kind = event.getEventType().getName().substring("rollcall.".length());
    return kind.equals("Touch") ? event.getString("note") : kind;
  }

  private static StackTraceElement where(RecordedEvent event) {
    return Frames.site(
            event.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .map(
                    method ->
                        new StackTraceElement(
                            method.getType().getName(), method.getName(), null, -1))
                .toList())
        .get(0);
  }

  @Test
  void hasWhatWasDoneAndNothingThatWasAsked() throws Exception {
    List<RecordedEvent> steps =
        steps(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                connection.getAutoCommit();
                connection.isValid(0);
                try (PreparedStatement statement = connection.prepareStatement("select ?")) {
                  statement.setString(1, "secret");
                  statement.executeQuery().next();
                }
                connection.setClientInfo("numServers", "0");
                connection.rollback();
              }
            });

    assertThat(steps)
        .extracting(ConnectionHistoryTest::told)
        .containsExactly(
            "Register",
            "setAutoCommit false",
            "prepareStatement",
            "executeQuery",
            "setClientInfo",
            "rollback",
            "Unregister");
  }

  @Test
  void aStatementHasItsOwnerItsSqlAndItsExecutions() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  PreparedStatement statement =
                      connection.prepareStatement("select 'secret' from dual where ? = 1")) {
                statement.setInt(1, 1);
                assertThat(statement.executeQuery().next()).isTrue();
                connection.createStatement().execute("set @secret = 1");
              }
            });
    long connection = steps(Connection.class, recorded).get(0).getLong("resourceId");
    List<RecordedEvent> prepared = steps(PreparedStatement.class, recorded);
    List<RecordedEvent> result = steps(ResultSet.class, recorded);
    List<RecordedEvent> plain = steps(Statement.class, recorded);

    assertThat(prepared)
        .extracting(ConnectionHistoryTest::told)
        .containsExactly("Register", "executeQuery", "Unregister");
    assertThat(prepared.get(0).getLong("ownerId")).isEqualTo(connection);
    assertThat(prepared.get(0).getString("description"))
        .isEqualTo("select ? from dual where ? = ?");
    assertThat(result)
        .extracting(ConnectionHistoryTest::told)
        .containsExactly("Register", "Unregister");
    assertThat(result.get(0).getLong("ownerId")).isEqualTo(prepared.get(0).getLong("resourceId"));
    assertThat(plain)
        .extracting(ConnectionHistoryTest::told)
        .containsExactly("Register", "execute", "Unregister");
    assertThat(plain.get(0).getString("description")).isNull();
  }

  @Test
  void eachStepIsWhereTheCallerMadeIt() throws Exception {
    List<RecordedEvent> steps =
        steps(
            () -> {
              Connection connection = Caller.connect(dataSource);
              Caller.query(connection, "select 1");
              Caller.commit(connection);
              connection.createStatement().getConnection().close();
            });

    assertThat(steps.subList(0, 4))
        .extracting(step -> where(step).getMethodName())
        .containsExactly("connect", "query", "query", "commit");
    assertThat(steps.subList(0, 4))
        .extracting(step -> where(step).getClassName())
        .containsOnly(Caller.class.getName());
  }

  /** The door stays open when a recording has ended; the steps that follow are nobody's. */
  @Test
  void takesNoStepThatNobodyWants() throws Exception {
    List<RecordedEvent> before = steps(() -> dataSource.getConnection().close());
    Connection unwatched = dataSource.getConnection();
    unwatched.commit();
    List<RecordedEvent> steps = steps(unwatched::close);

    assertThat(before).extracting(ConnectionHistoryTest::told).contains("Unregister");
    assertThat(steps).extracting(step -> step.getInt("sequence")).containsExactly(0);
  }
}
