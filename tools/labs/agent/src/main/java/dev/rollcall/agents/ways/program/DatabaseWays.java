package dev.rollcall.agents.ways.program;

import static dev.rollcall.agents.ways.program.Way.way;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/** What a database's driver and its pools open. */
final class DatabaseWays {
  private static final String CONNECTION = "java.sql.Connection";
  private static final String STATEMENT = "java.sql.Statement";
  private static final String PREPARED = "java.sql.PreparedStatement";
  private static final String RESULT = "java.sql.ResultSet";

  private static final String[] PREPARED_RESULT = {CONNECTION, PREPARED, RESULT};

  private static final Way.Closing EACH =
      opened -> {
        for (Object each : (List<?>) opened) {
          ((AutoCloseable) each).close();
        }
      };

  private DatabaseWays() {}

  static List<Way.Builder> ways() {
    return List.of(
        way("`DriverManager.getConnection`", DatabaseWays::driverManager, CONNECTION),
        way("`DataSource.getConnection`", DatabaseWays::dataSource, CONNECTION),
        way("a pool's connection, HikariCP", DatabaseWays::hikari, CONNECTION).neverFails(),
        way("a pool's connection, H2's `JdbcConnectionPool`", DatabaseWays::h2Pool, CONNECTION)
            .neverFails(),
        way("`Connection.createStatement`", DatabaseWays::statement, CONNECTION, STATEMENT)
            .closing(EACH)
            .neverFails(),
        way("`Connection.prepareStatement`", DatabaseWays::prepared, CONNECTION, PREPARED)
            .closing(EACH)
            .failureLeaves(CONNECTION),
        way("`Statement.executeQuery`", DatabaseWays::result, CONNECTION, STATEMENT, RESULT)
            .closing(EACH)
            .failureLeaves(CONNECTION, STATEMENT),
        way("a result set, closed by its statement", DatabaseWays::ofStatement, PREPARED_RESULT)
            .closing(EACH)
            .failureLeaves(CONNECTION),
        way("all of a connection, closed by it", DatabaseWays::ofConnection, PREPARED_RESULT)
            .failureLeaves(CONNECTION));
  }

  private static Object driverManager(Place place) throws SQLException {
    return place.here(DriverManager.getConnection(place.jdbcUrl()));
  }

  private static Object dataSource(Place place) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(place.jdbcUrl());
    return place.here(source.getConnection());
  }

  private static Object hikari(Place place) throws SQLException {
    return place.here(place.world().pool().getConnection());
  }

  private static Object h2Pool(Place place) throws SQLException {
    return place.here(place.world().h2Pool().getConnection());
  }

  private static Object statement(Place place) throws SQLException {
    Connection connection = place.here(DriverManager.getConnection(World.JDBC));
    return List.of(place.here(connection.createStatement()), connection);
  }

  private static Object prepared(Place place) throws SQLException {
    Connection connection = place.here(DriverManager.getConnection(World.JDBC));
    return List.of(place.here(connection.prepareStatement(place.sql())), connection);
  }

  private static Object result(Place place) throws SQLException {
    Connection connection = place.here(DriverManager.getConnection(World.JDBC));
    Statement statement = place.here(connection.createStatement());
    return List.of(place.here(statement.executeQuery(place.sql())), statement, connection);
  }

  private static Object ofStatement(Place place) throws SQLException {
    Connection connection = place.here(DriverManager.getConnection(World.JDBC));
    PreparedStatement statement = place.here(connection.prepareStatement(place.sql()));
    ResultSet rows = place.here(statement.executeQuery());
    rows.next();
    return List.of(statement, connection);
  }

  private static Object ofConnection(Place place) throws SQLException {
    Connection connection = place.here(DriverManager.getConnection(World.JDBC));
    PreparedStatement statement = place.here(connection.prepareStatement(place.sql()));
    ResultSet rows = place.here(statement.executeQuery());
    rows.next();
    return connection;
  }
}
