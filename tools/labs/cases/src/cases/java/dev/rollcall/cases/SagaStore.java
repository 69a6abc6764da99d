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

/**
 * A program that loads sagas which another has stored. Healthy is to look for one that is not
 * there, and to find those of an order.
 */
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
      AssociationValue order = new AssociationValue("order", "n1");
      store(pool).insertSaga(Order.class, "saga", new Order(), null, Set.of(order));
      JdbcSagaStore store =
          store(Operations.areWatched(args) ? pool : TrackedDataSource.wrap(pool));
      for (boolean there : Operations.of(args, SAGAS)) {
        Entry<Order> loaded = store.loadSaga(Order.class, there ? "saga" : "none");
        if ((loaded != null) != there) {
          throw new IllegalStateException("Another saga was loaded.");
        }
        if (!there && store.findSagas(Order.class, order).size() != 1) {
          throw new IllegalStateException("The saga of the order was not found.");
        }
      }
    }
  }

  private static JdbcSagaStore store(DataSource dataSource) {
    return new JdbcSagaStore(
        new DataSourceConnectionProvider(dataSource),
        new GenericSagaSqlSchema(),
        new JavaSerializer());
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
