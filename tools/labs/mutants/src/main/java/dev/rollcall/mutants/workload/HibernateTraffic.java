package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;

/** Hibernate: sessions, queries, scrolls, and work that fails. */
final class HibernateTraffic {
  private static final int ROUNDS = 8;

  private HibernateTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put(
        "hibernate.sessions", Database.scenario("hibernateSessions", HibernateTraffic::sessions));
    all.put("hibernate.scrolls", Database.scenario("hibernateScrolls", HibernateTraffic::scrolls));
    return all;
  }

  /** A row of the table. */
  @Entity(name = "Account")
  @Table(name = "account")
  public static class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private int id;

    private String owner = "";
    private long cents;

    /** For Hibernate. */
    protected Account() {}

    Account(String owner, long cents) {
      this.owner = owner;
      this.cents = cents;
    }

    int id() {
      return id;
    }

    String owner() {
      return owner;
    }

    long cents() {
      return cents;
    }

    void add(long more) {
      cents += more;
    }
  }

  private static SessionFactory factory(DataSource source) {
    Configuration configuration = new Configuration().addAnnotatedClass(Account.class);
    configuration.getProperties().put("hibernate.connection.datasource", source);
    configuration.setProperty("hibernate.jdbc.batch_size", "5");
    configuration.setProperty("hibernate.order_updates", "true");
    return configuration.buildSessionFactory();
  }

  private static void sessions(DataSource source) {
    try (SessionFactory factory = factory(source)) {
      for (int i = 0; i < ROUNDS; i++) {
        int number = i;
        failing(() -> work(factory, number));
        failing(
            () -> {
              try (Session session = factory.openSession()) {
                session.createNativeQuery("select * from nowhere", Object.class).list();
              }
            });
        failing(
            () -> {
              try (Session session = factory.openSession()) {
                Transaction transaction = session.beginTransaction();
                session.persist(new Account("owner 1", 1));
                transaction.commit();
              }
            });
        failing(
            () -> {
              try (StatelessSession session = factory.openStatelessSession()) {
                session.createSelectionQuery("from Account", Account.class).list();
                session.insert(new Account("stateless " + number, 1));
              }
            });
        failing(
            () -> {
              try (Session session = factory.openSession()) {
                session.doWork(connection -> connection.prepareStatement("no sql").close());
              }
            });
      }
    }
  }

  private static void work(SessionFactory factory, int number) {
    try (Session session = factory.openSession()) {
      Transaction transaction = session.beginTransaction();
      session.find(Account.class, 1 + number % Database.ACCOUNTS);
      session
          .createSelectionQuery("from Account", Account.class)
          .list()
          .forEach(account -> account.add(account.cents() % 2 + 1));
      session.persist(new Account("new " + number, 5));
      session.createMutationQuery("update Account set cents = 1 where id = 1").executeUpdate();
      if (number % 3 == 1) {
        transaction.rollback();
      } else {
        transaction.commit();
      }
    }
  }

  private static void scrolls(DataSource source) {
    try (SessionFactory factory = factory(source)) {
      for (int i = 0; i < ROUNDS; i++) {
        failing(
            () -> {
              try (Session session = factory.openSession();
                  ScrollableResults<Account> accounts =
                      session
                          .createSelectionQuery("from Account", Account.class)
                          .scroll(ScrollMode.FORWARD_ONLY)) {
                accounts.next();
                accounts.get().owner();
              }
            });
        failing(
            () -> {
              try (Session session = factory.openSession();
                  Stream<Account> accounts =
                      session
                          .createSelectionQuery("from Account", Account.class)
                          .getResultStream()) {
                accounts.limit(3).forEach(Account::id);
              }
            });
      }
    }
  }
}
