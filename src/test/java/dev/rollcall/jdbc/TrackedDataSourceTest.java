package dev.rollcall.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakMode;
import dev.rollcall.testing.Caller;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrackedDataSourceTest {
  private final JdbcDataSource database = Database.inMemory();
  private final LeakChecker checker = LeakChecker.builder().mode(LeakMode.FAIL).build();
  private final DataSource dataSource = TrackedDataSource.wrap(database, checker);

  /** A way from a connection to what claims to be that same connection. */
  private interface Way {
    Connection from(Connection connection) throws SQLException;
  }

  static List<Named<Way>> ways() {
    return List.of(
        Named.of("a statement's", connection -> connection.createStatement().getConnection()),
        Named.of(
            "a prepared statement's",
            connection -> connection.prepareStatement("select 1").getConnection()),
        Named.of(
            "a callable statement's",
            connection -> connection.prepareCall("select 1").getConnection()),
        Named.of("the metadata's", connection -> connection.getMetaData().getConnection()),
        Named.of(
            "that of a result's statement",
            connection ->
                connection
                    .prepareStatement("select 1")
                    .executeQuery()
                    .getStatement()
                    .getConnection()),
        Named.of("an unwrapped one", connection -> connection.unwrap(Connection.class)),
        Named.of(
            "an unwrapped statement's",
            connection -> connection.createStatement().unwrap(Statement.class).getConnection()));
  }

  private void assertLeaked(long count) {
    assertThat(checker.check().leaked()).isEqualTo(count);
  }

  private static HikariDataSource pool(Consumer<HikariConfig> settings) {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(1);
    settings.accept(config);
    return new HikariDataSource(config);
  }

  @AfterEach
  void close() {
    checker.finalCheck();
  }

  @Test
  void aConnectionThatIsNotClosedHasLeaked() throws SQLException {
    try (Connection closed = dataSource.getConnection()) {
      assertThat(closed.isValid(0)).isTrue();
    }
    Connection kept = Caller.connect(dataSource);

    LeakGroup group = checker.check().groups().get(0);
    assertLeaked(1);
    assertThat(group.type()).isEqualTo(Connection.class.getName());
    assertThat(group.site().get(0).getClassName()).isEqualTo(Caller.class.getName());
    assertThat(group.site().get(0).getMethodName()).isEqualTo("connect");
    kept.close();
    assertLeaked(0);
  }

  @Test
  void everyWayToObtainAConnectionCounts() throws SQLException {
    DataSource building = TrackedDataSource.wrap(new Building(database), checker);
    Connection named = dataSource.getConnection("", "");
    Connection built = building.createConnectionBuilder().user("").password("").build();

    assertLeaked(2);
    named.close();
    built.close();
    assertLeaked(0);
  }

  /** In mode fail a misuse would throw. */
  @Test
  void closingTwiceIsNoMisuse() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.close();
    connection.close();
    connection.abort(Runnable::run);

    assertThat(checker.check().misuses()).isZero();
    assertLeaked(0);
  }

  @Test
  void anAbortedConnectionHasNotLeaked() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.abort(Runnable::run);
    connection.close();

    assertLeaked(0);
  }

  @Test
  void aConnectionWhoseCloseFailsIsClosed() throws SQLException {
    SQLException broken = new SQLException("the line is dead");
    Connection connection =
        TrackedDataSource.wrap(new Handing(Refusing.connection("close", broken)), checker)
            .getConnection();

    assertThatThrownBy(connection::close).isSameAs(broken);
    assertLeaked(0);
  }

  @Test
  void whatCouldNotBeObtainedHasNotLeaked() {
    SQLException refusal = new SQLException("too many");

    assertThatThrownBy(() -> TrackedDataSource.wrap(new Handing(refusal), checker).getConnection())
        .isSameAs(refusal);
    assertLeaked(0);
  }

  @Test
  void anExceptionOfTheDriverPassesThrough() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> connection.prepareStatement("nonsense"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("nonsense");
      assertThatThrownBy(() -> statement.executeQuery("nonsense"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("nonsense");
    }
    RuntimeException unchecked = new IllegalStateException("a bug");
    Connection connection =
        TrackedDataSource.wrap(new Handing(Refusing.connection("commit", unchecked)), checker)
            .getConnection();
    assertThatThrownBy(connection::commit).isSameAs(unchecked);
    connection.close();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void noWayLeadsToAConnectionWhoseCloseIsMissed(Way way) throws SQLException {
    Connection connection = dataSource.getConnection();
    Connection same = way.from(connection);
    same.close();

    assertThat(same).isSameAs(connection);
    assertThat(connection.isClosed()).isTrue();
    assertLeaked(0);
  }

  @Test
  void aResultKnowsTheStatementThatItIsOf() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("select 7");
        ResultSet result = statement.executeQuery()) {
      assertThat(result.getStatement()).isSameAs(statement);
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void metadataIsTheDrivers() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData metadata = connection.getMetaData();
      assertThat(metadata.getDatabaseProductName()).isEqualTo("H2");
      try (ResultSet types = metadata.getTableTypes()) {
        assertThat(types.next()).isTrue();
      }
    }
  }

  @Test
  void theDriversOwnConnectionIsReachedByUnwrap() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.isWrapperFor(JdbcConnection.class)).isTrue();
      assertThat(connection.unwrap(JdbcConnection.class)).isInstanceOf(JdbcConnection.class);
      assertThatThrownBy(() -> connection.unwrap(Thread.class)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void theWrappedDataSourceIsReachedByUnwrap() throws SQLException {
    assertThat(dataSource.isWrapperFor(JdbcDataSource.class)).isTrue();
    assertThat(dataSource.unwrap(JdbcDataSource.class)).isSameAs(database);
    assertThat(dataSource.unwrap(DataSource.class)).isSameAs(dataSource);
    assertThatThrownBy(
            () ->
                TrackedDataSource.wrap(new Handing(new SQLException()), checker)
                    .unwrap(Thread.class))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aConnectionEqualsWhatTheWrappedOneEquals() throws SQLException {
    Connection bare = database.getConnection();
    DataSource handing = TrackedDataSource.wrap(new Handing(bare), checker);
    try (Connection one = handing.getConnection();
        Connection again = handing.getConnection();
        Connection other = dataSource.getConnection()) {
      assertThat(one).isEqualTo(again).hasSameHashCodeAs(again);
      assertThat(one).isNotEqualTo(other).isNotEqualTo(bare).isNotEqualTo(null);
      assertThat(one).hasToString(bare.toString());
    }
  }

  /** A pool may hand out the same object again and again; each time it is another resource. */
  @Test
  void theSameConnectionHandedOutTwiceIsTwo() throws SQLException {
    DataSource handing = TrackedDataSource.wrap(new Handing(database.getConnection()), checker);
    Connection first = handing.getConnection();
    Connection second = handing.getConnection();
    assertLeaked(2);

    first.close();
    first.close();
    assertLeaked(1);
    second.close();
    assertLeaked(0);
  }

  @Test
  void aroundAPoolWhatIsNotGivenBackHasLeaked() throws SQLException {
    try (HikariDataSource pool = pool(config -> config.setDataSource(database))) {
      DataSource tracked = TrackedDataSource.wrap(pool, checker);
      for (int i = 0; i < 3; i++) {
        tracked.getConnection().close();
      }
      assertLeaked(0);
      Connection kept = tracked.getConnection();
      assertLeaked(1);
      try (Statement statement = kept.createStatement()) {
        statement.getConnection().close();
      }
      assertLeaked(0);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  @Test
  void withinAPoolTheDriversConnectionsAreTracked() throws SQLException {
    try (HikariDataSource pool = pool(config -> config.setDataSource(dataSource))) {
      pool.getConnection().close();
      pool.getConnection().close();
      assertLeaked(1);
    }
    assertLeaked(0);
  }

  @Test
  void withTheCheckerOffTheDataSourceIsAsItWas() {
    LeakChecker off = LeakChecker.builder().mode(LeakMode.OFF).build();

    assertThat(TrackedDataSource.wrap(database, off)).isSameAs(database);
    assertThat(TrackedDataSource.wrap(database)).isSameAs(database); // as all of these tests run
  }

  @Test
  void wrappingTwiceIsWrappingOnce() {
    assertThat(TrackedDataSource.wrap(dataSource, checker)).isSameAs(dataSource);
    assertThat(TrackedDataSource.wrap(dataSource, LeakChecker.builder().build()))
        .isNotSameAs(dataSource);
  }
}
