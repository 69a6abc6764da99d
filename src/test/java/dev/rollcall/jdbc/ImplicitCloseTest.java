package dev.rollcall.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakMode;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcResultSet;
import org.h2.jdbc.JdbcStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JDBC closes along with something else. In mode fail a misuse would throw. */
class ImplicitCloseTest {
  private final LeakChecker checker = LeakChecker.builder().mode(LeakMode.FAIL).build();
  private final DataSource dataSource = TrackedDataSource.wrap(Database.inMemory(), checker);
  private Connection connection;
  private Statement statement;
  private @Nullable Connection handed;

  /** Something that is done with a statement and its open result set. */
  private interface Deed {
    void with(Statement statement, ResultSet result) throws SQLException;
  }

  static List<Named<Deed>> endsOfTheResult() {
    return List.of(
        Named.of("its close", (statement, result) -> result.close()),
        Named.of("the statement's close", (statement, result) -> statement.close()),
        Named.of(
            "another query", (statement, result) -> statement.executeQuery("select 2").close()),
        Named.of("an update", (statement, result) -> statement.executeUpdate("set @a = 1")),
        Named.of("any execution", (statement, result) -> statement.execute("set @a = 1")),
        Named.of("a batch", (statement, result) -> statement.executeBatch()),
        Named.of(
            "an execution that fails",
            (statement, result) ->
                assertThatThrownBy(() -> statement.execute("nonsense"))
                    .isInstanceOf(SQLException.class)),
        Named.of("more results", (statement, result) -> statement.getMoreResults()),
        Named.of(
            "more results, closing the current",
            (statement, result) -> statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT)),
        Named.of(
            "more results, closing all",
            (statement, result) -> {
              statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
              statement.getMoreResults(Statement.CLOSE_ALL_RESULTS);
            }),
        Named.of(
            "the connection's close", (statement, result) -> statement.getConnection().close()),
        Named.of(
            "the connection's end",
            (statement, result) -> statement.getConnection().abort(Runnable::run)));
  }

  static List<Named<Deed>> endsOfTheStatement() {
    return List.of(
        Named.of("its close", (statement, result) -> statement.close()),
        Named.of(
            "its close, twice",
            (statement, result) -> {
              statement.close();
              result.close();
              statement.close();
            }),
        Named.of(
            "its completion",
            (statement, result) -> {
              statement.closeOnCompletion();
              result.close();
            }),
        Named.of(
            "its completion after a query",
            (statement, result) -> {
              statement.closeOnCompletion();
              statement.executeQuery("select 2").close();
            }),
        Named.of(
            "the connection's close",
            (statement, result) -> result.getStatement().getConnection().close()));
  }

  @BeforeEach
  void open() throws SQLException {
    connection = dataSource.getConnection();
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    if (handed != null) {
      handed.close();
    }
    assertThat(checker.finalCheck().leaked()).isZero();
    assertThat(checker.finalCheck().misuses()).isZero();
  }

  private List<String> live() {
    return checker.check().groups().stream()
        .flatMap(group -> Collections.nCopies((int) group.count(), group.type()).stream())
        .map(type -> type.substring("java.sql.".length()))
        .sorted()
        .toList();
  }

  @Test
  void whatIsNotClosedHasLeakedWithItsOwner() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement("select ?");
    prepared.setInt(1, 7);
    assertThat(prepared.executeQuery().next()).isTrue();
    statement.close();

    assertThat(live()).containsExactly("Connection", "PreparedStatement", "ResultSet");
    LeakGroup group = checker.check().groups().get(0);
    assertThat(checker.check().indirect()).isEqualTo(2);
    assertThat(group.type()).isEqualTo("java.sql.Connection");
    assertThat(group.owned())
        .extracting(LeakGroup.Owned::type)
        .containsExactlyInAnyOrder("java.sql.PreparedStatement", "java.sql.ResultSet");
  }

  @ParameterizedTest
  @MethodSource("endsOfTheResult")
  void aResultSetEndsWith(Deed end) throws SQLException {
    ResultSet result = statement.executeQuery("select 1");
    assertThat(live()).contains("ResultSet");
    end.with(statement, result);

    assertThat(live()).doesNotContain("ResultSet");
  }

  @ParameterizedTest
  @MethodSource("endsOfTheStatement")
  void aStatementEndsWith(Deed end) throws SQLException {
    ResultSet result = statement.executeQuery("select 1");
    assertThat(live()).contains("ResultSet", "Statement");
    end.with(statement, result);

    assertThat(live()).doesNotContain("ResultSet", "Statement");
  }

  @Test
  void aResultSetThatIsKeptIsOpen() throws SQLException {
    statement.executeQuery("select 1");
    statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    statement.getMoreResults();

    assertThat(live()).containsExactly("Connection", "ResultSet", "Statement");
  }

  @Test
  void aStatementLivesOnWithoutItsResultSets() throws SQLException {
    statement.executeQuery("select 1").close();
    statement.executeQuery("select 1");
    statement.executeUpdate("set @a = 1");

    assertThat(live()).containsExactly("Connection", "Statement");
  }

  @Test
  void resultSetsOfMetadataBelongToTheConnection() throws SQLException {
    connection.getMetaData().getTableTypes();
    statement.close();

    assertThat(live()).containsExactly("Connection", "ResultSet");
  }

  @Test
  void generatedKeysAndTheRowsOfAnArrayHaveToBeClosed() throws SQLException {
    statement.execute("create table t (id int auto_increment, a int array)");
    statement.executeUpdate(
        "insert into t (a) values (array[1, 2])", Statement.RETURN_GENERATED_KEYS);
    ResultSet keys = statement.getGeneratedKeys();
    assertThat(live()).containsExactly("Connection", "ResultSet", "Statement");
    keys.close();

    ResultSet rows = statement.executeQuery("select a from t");
    assertThat(rows.next()).isTrue();
    try (ResultSet elements = rows.getArray(1).getResultSet()) {
      assertThat(live()).containsExactly("Connection", "ResultSet", "ResultSet", "Statement");
      assertThat(elements.next()).isTrue();
    }
    assertThat(live()).containsExactly("Connection", "ResultSet", "Statement");
  }

  /** Oracle and PostgreSQL give a cursor as a value. */
  @Test
  void aCursorIsAResultSetOfItsStatement() throws SQLException {
    ResultSet rows = statement.unwrap(JdbcStatement.class).executeQuery("select 1");
    CallableStatement bare =
        Standing.before(
            CallableStatement.class,
            connection.unwrap(JdbcConnection.class).prepareCall("select 1"),
            Map.of("getObject", number -> rows));
    CallableStatement call = handing(Map.of("prepareCall", sql -> bare)).prepareCall("call f()");
    ResultSet cursor = (ResultSet) call.getObject(1);

    assertThat(cursor).isNotSameAs(rows).isSameAs(call.getObject(1, ResultSet.class));
    assertThat(call.getObject(1, JdbcResultSet.class)).isSameAs(rows);
    assertThat(live()).contains("CallableStatement", "ResultSet");
    call.close();
    assertThat(live()).containsExactly("Connection", "Connection", "Statement");
  }

  /** A connection that answers some calls itself; closed with the one of every test. */
  private Connection handing(Map<String, Standing.Answer> answers) throws SQLException {
    Connection bare = connection.unwrap(JdbcConnection.class);
    Connection answering = Standing.before(Connection.class, bare, answers);
    handed = TrackedDataSource.wrap(new Handing(answering), checker).getConnection();
    return handed;
  }

  @Test
  void twoThreadsUseOneConnection() throws Exception {
    int times = 500;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> queries =
          () -> {
            for (int i = 0; i < times; i++) {
              try (Statement own = connection.createStatement()) {
                own.executeQuery("select 1");
              }
            }
            return null;
          };
      for (Future<Void> one : threads.invokeAll(List.of(queries, queries))) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(live()).containsExactly("Connection", "Statement");
    assertThat(checker.check().registered()).isEqualTo(2 + 4L * times);
  }

  /** The driver has made the statement, and before it is handed out the connection is closed. */
  @Test
  void aStatementThatComesTooLateIsClosed() throws Exception {
    CountDownLatch made = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Connection late =
        handing(
            Map.of(
                "createStatement",
                nothing -> {
                  made.countDown();
                  closed.await();
                  return statement.unwrap(JdbcStatement.class);
                }));
    FutureTask<Statement> second = new FutureTask<>(late::createStatement);
    new Thread(second).start();
    made.await();
    late.close();
    closed.countDown();
    second.get();

    assertThat(live()).containsExactly("Connection", "Statement"); // the test's
  }
}
