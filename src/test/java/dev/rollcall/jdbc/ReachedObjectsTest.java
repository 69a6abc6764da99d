package dev.rollcall.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcArray;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcPreparedStatement;
import org.h2.jdbc.JdbcResultSet;
import org.h2.jdbc.JdbcStatement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the ways from a statement, a result set, metadata or an array lead. */
class ReachedObjectsTest {
  private final LeakChecker checker = LeakChecker.builder().mode(LeakMode.FAIL).build();
  private final JdbcDataSource database = Database.inMemory();
  private final DataSource dataSource = TrackedDataSource.wrap(database, checker);
  private Connection connection;

  /** A way to an object, which is asked for twice. */
  private interface Way {
    Object of(Connection connection, PreparedStatement statement, ResultSet result)
        throws SQLException;
  }

  static List<Named<Way>> waysToTheConnection() {
    return List.of(
        Named.of("of the statement", (connection, statement, result) -> statement.getConnection()),
        Named.of(
            "of the result's statement",
            (connection, statement, result) -> result.getStatement().getConnection()),
        Named.of(
            "of the metadata",
            (connection, statement, result) -> connection.getMetaData().getConnection()),
        Named.of(
            "unwrapped",
            (connection, statement, result) ->
                statement.unwrap(Statement.class).getConnection().unwrap(Connection.class)));
  }

  static List<Named<Way>> waysToTheStatement() {
    return List.of(
        Named.of("of the result", (connection, statement, result) -> result.getStatement()),
        Named.of(
            "of the result, unwrapped",
            (connection, statement, result) -> result.unwrap(ResultSet.class).getStatement()),
        Named.of(
            "of the result, asked for again",
            (connection, statement, result) -> statement.getResultSet().getStatement()),
        Named.of(
            "of the generated keys",
            (connection, statement, result) -> statement.getGeneratedKeys().getStatement()));
  }

  @BeforeEach
  void open() throws SQLException {
    connection = dataSource.getConnection();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    assertThat(checker.finalCheck().leaked()).isZero();
  }

  /** Another connection, which answers some calls itself and passes the others on. */
  private Connection handing(Map<String, Standing.Answer> answers) throws SQLException {
    Connection answering =
        Standing.before(Connection.class, connection.unwrap(JdbcConnection.class), answers);
    return TrackedDataSource.wrap(new Handing(answering), checker).getConnection();
  }

  @ParameterizedTest
  @MethodSource("waysToTheConnection")
  void leadToTheConnection(Way way) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("select 1");

    assertThat(way.of(connection, statement, statement.executeQuery())).isSameAs(connection);
  }

  @ParameterizedTest
  @MethodSource("waysToTheStatement")
  void leadToTheStatement(Way way) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("select 1");

    assertThat(way.of(connection, statement, statement.executeQuery())).isSameAs(statement);
  }

  @Test
  void theCurrentResultSetIsOne() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet first = statement.executeQuery("select 1");
      assertThat(statement.getResultSet()).isSameAs(first);
      statement.execute("select 2");
      ResultSet second = statement.getResultSet();
      assertThat(second).isNotSameAs(first).isSameAs(statement.getResultSet());
      assertThat(checker.check().registered()).isEqualTo(4);
    }
  }

  /** HikariCP answers with a new object of its own. */
  @Test
  void theCurrentResultSetOfAPoolsStatementIsOne() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection pooled = TrackedDataSource.wrap(pool, checker).getConnection();
        Statement statement = pooled.createStatement()) {
      ResultSet first = statement.executeQuery("select 1");
      assertThat(statement.getResultSet()).isSameAs(first);
      first.close();
      assertThat(statement.getResultSet())
          .satisfiesAnyOf(
              again -> assertThat(again).isNull(), again -> assertThat(again.isClosed()).isTrue());
      assertThat(checker.check().leaked()).isEqualTo(3); // with the connection of the test
    }
  }

  @Test
  void metadataIsTheSameIfTheDriversIs() throws SQLException {
    DatabaseMetaData bare = database.getConnection().getMetaData();
    Connection same = handing(Map.of("getMetaData", nothing -> bare));

    assertThat(same.getMetaData()).isSameAs(same.getMetaData());
    same.close();
  }

  @Test
  void theDriversOwnAreReachedByUnwrap() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select 1");
        ResultSet result = statement.executeQuery()) {
      assertThat(statement.isWrapperFor(JdbcPreparedStatement.class)).isTrue();
      assertThat(statement.isWrapperFor(PreparedStatement.class)).isTrue();
      assertThat(statement.unwrap(JdbcPreparedStatement.class))
          .isInstanceOf(JdbcPreparedStatement.class);
      assertThat(result.unwrap(JdbcResultSet.class)).isInstanceOf(JdbcResultSet.class);
      assertThat(statement.unwrap(PreparedStatement.class)).isSameAs(statement);
      assertThatThrownBy(() -> statement.unwrap(Thread.class)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aStatementEqualsWhatTheWrappedOneEquals() throws SQLException {
    Statement bare = connection.createStatement().unwrap(JdbcStatement.class);
    Connection same = handing(Map.of("createStatement", nothing -> bare));
    try (Statement one = same.createStatement();
        Statement again = same.createStatement();
        Statement other = connection.createStatement()) {
      assertThat(one).isEqualTo(again).hasSameHashCodeAs(again).hasToString(bare.toString());
      assertThat(one).isNotEqualTo(other).isNotEqualTo(bare).isNotEqualTo(null);
    }
    same.close();
  }

  @Test
  void eachIsWhatItWasAskedFor() throws SQLException {
    try (Statement plain = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("select 1");
        CallableStatement callable = connection.prepareCall("select 1")) {
      assertThat(plain).isNotInstanceOf(PreparedStatement.class);
      assertThat(prepared).isNotInstanceOf(CallableStatement.class);
      assertThat(callable).isInstanceOf(PreparedStatement.class);
    }
  }

  /** A driver may know no arrays but its own. */
  @Test
  void theDriverGetsItsOwnArrayBack() throws SQLException {
    Object[] given = new Object[1];
    PreparedStatement bare =
        Standing.before(
            PreparedStatement.class,
            connection.prepareStatement("select 1"),
            Map.of("setArray", arguments -> given[0] = arguments[1]));
    Connection other = handing(Map.of("prepareStatement", sql -> bare));
    Array array = other.createArrayOf("integer", new Object[] {1, 2});
    try (PreparedStatement statement = other.prepareStatement("select 1")) {
      statement.setArray(1, array);
    }
    other.close();

    assertThat(array).isNotInstanceOf(JdbcArray.class);
    assertThat(given[0]).isInstanceOf(JdbcArray.class);
  }
}
