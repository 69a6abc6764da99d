package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.eventhandling.saga.AssociationValue;
import org.axonframework.eventhandling.saga.repository.SagaStore.Entry;
import org.axonframework.eventhandling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.eventhandling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.JavaSerializer;

/** A program that stores sagas in a database and loads each of them once. */
final class SagaStore {
  private static final int SAGAS = 20;

  private SagaStore() {}

  /** What goes on for a while. */
  private static final class Order implements Serializable {
    private static final long serialVersionUID = 1;
  }

  public static void main(String[] args) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:sagas");
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      createTables(pool);
      DataSource dataSource = TrackedDataSource.wrap(pool);
      JdbcSagaStore store =
          new JdbcSagaStore(
              new DataSourceConnectionProvider(dataSource),
              new GenericSagaSqlSchema(),
              new JavaSerializer());
      for (int i = 0; i < SAGAS; i++) {
        Set<AssociationValue> order = Set.of(new AssociationValue("order", "n" + i));
        store.insertSaga(Order.class, "saga" + i, new Order(), null, order);
        Entry<Order> loaded = store.loadSaga(Order.class, "saga" + i);
        if (!loaded.associationValues().equals(order)) {
          throw new IllegalStateException("Saga " + i + " has lost its order.");
        }
      }
    }
  }

  /** What the store's own createSchema does, which closes no statement in either version. */
  private static void createTables(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table SagaEntry (sagaId varchar(255) primary key, revision varchar(255),"
              + " sagaType varchar(255), serializedSaga blob)");
      statement.execute(
          "create table AssociationValueEntry (id int auto_increment primary key,"
              + " associationKey varchar(255), associationValue varchar(255),"
              + " sagaId varchar(255), sagaType varchar(255))");
    }
  }
}
