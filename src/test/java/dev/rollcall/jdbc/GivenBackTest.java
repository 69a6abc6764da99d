package dev.rollcall.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.testing.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statement that is forgotten, of a connection that is closed: did the driver's close, too? */
class GivenBackTest {
  private final LeakChecker checker = LeakChecker.builder().mode(LeakMode.FAIL).build();

  @AfterEach
  void close() {
    checker.finalCheck();
  }

  private void forget(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Caller.forget(connection, "select 1");
    }
  }

  private void forget(Connection handedOut) throws SQLException {
    forget(TrackedDataSource.wrap(new Handing(handedOut), checker));
  }

  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(Database.inMemory());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  /** HikariCP closes the statement, but another pool may not: the program has forgotten it. */
  @Test
  void aStatementForgottenOnAConnectionThatWasGivenBackHasLeaked() throws SQLException {
    try (HikariDataSource pool = pool()) {
      DataSource tracked = TrackedDataSource.wrap(pool, checker);
      forget(tracked);
      forget(tracked);
    }

    assertThat(checker.check().leaked()).isEqualTo(4);
    LeakGroup group = checker.check().groups().get(0);
    assertThat(group.type()).isEqualTo(Statement.class.getName());
    assertThat(group.count()).isEqualTo(2);
    assertThat(group.site().get(0).getClassName()).isEqualTo(Caller.class.getName());
    assertThat(group.owned())
        .extracting(LeakGroup.Owned::type)
        .containsExactly("java.sql.ResultSet");
  }

  @Test
  void itCanBeClosedLater() throws SQLException {
    try (HikariDataSource pool = pool()) {
      Statement statement;
      try (Connection connection = TrackedDataSource.wrap(pool, checker).getConnection()) {
        statement = connection.createStatement();
      }
      assertThat(checker.check().leaked()).isOne();
      statement.close();
    }

    assertThat(checker.check().leaked()).isZero();
    assertThat(checker.check().misuses()).isZero();
  }

  @Test
  void withoutStatementsOnlyConnectionsAreTracked() throws SQLException {
    try (HikariDataSource pool = pool()) {
      forget(TrackedDataSource.wrap(pool, checker, false));
    }

    assertThat(checker.check().registered()).isOne();
    assertThat(checker.check().leaked()).isZero();
  }

  @Test
  void thePropertyTurnsStatementsOff() throws SQLException {
    Settings settings =
        Settings.parse(Map.of("rollcall.mode", "warn", "rollcall.jdbc.statements", "off"), null);
    LeakChecker off = new ActiveChecker(new State(1, settings, null));
    forget(TrackedDataSource.wrap(Database.inMemory(), off));

    assertThat(off.check().registered()).isOne();
  }

  /** H2's statements claim to be open when their connection is closed, as those of many drivers. */
  @Test
  void theDriversOwnConnectionClosesItsStatements() throws SQLException {
    DataSource dataSource = TrackedDataSource.wrap(Database.inMemory(), checker);
    Statement statement;
    try (Connection connection = dataSource.getConnection()) {
      statement = connection.createStatement();
    }

    assertThat(statement.isClosed()).isFalse();
    assertThat(checker.check().leaked()).isZero();
  }

  /** As a wrapper does that logs or measures. */
  @Test
  void aWrapperThatClosesTheDriversConnectionIsNoPool() throws SQLException {
    forget(Standing.before(Connection.class, Database.inMemory().getConnection(), Map.of()));

    assertThat(checker.check().leaked()).isZero();
  }

  /** As one connection for all, whose close does nothing. */
  @Test
  void aConnectionThatCannotBeClosedWasGivenBack() throws SQLException {
    try (Connection bare = Database.inMemory().getConnection()) {
      forget(Standing.before(Connection.class, bare, Map.of("close", nothing -> bare)));
    }

    assertThat(checker.check().leaked()).isEqualTo(2);
  }

  /** A pool that does not let the driver's connection be reached looks like a driver. */
  @Test
  void whereItCannotBeKnownNothingHasLeaked() throws SQLException {
    try (Connection bare = Database.inMemory().getConnection()) {
      forget(
          Standing.before(
              Connection.class,
              bare,
              Map.of("unwrap", refused(), "close", nothing -> bare, "isClosed", nothing -> true)));
      forget(
          Standing.before(
              Connection.class,
              bare,
              Map.of("unwrap", refused(), "close", nothing -> bare, "isClosed", refused())));
    }

    assertThat(checker.check().leaked()).isZero();
  }

  private static Standing.Answer refused() {
    return nothing -> {
      throw new AbstractMethodError("an old driver");
    };
  }
}
