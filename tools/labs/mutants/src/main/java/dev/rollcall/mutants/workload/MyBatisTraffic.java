package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectKey;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.jdbc.ScriptRunner;
import org.apache.ibatis.jdbc.SqlRunner;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** MyBatis: its three executors, cursors, keys and scripts, some of which fail. */
final class MyBatisTraffic {
  private static final int ROUNDS = 10;

  private MyBatisTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    for (ExecutorType type : ExecutorType.values()) {
      String name = type.name().toLowerCase(Locale.ROOT);
      all.put(
          "mybatis." + name, Database.scenario("mybatis" + name, source -> session(source, type)));
    }
    all.put("mybatis.cursors", Database.scenario("mybatisCursors", MyBatisTraffic::cursors));
    all.put("mybatis.runners", Database.scenario("mybatisRunners", MyBatisTraffic::runners));
    return all;
  }

  /** What is asked of the accounts. */
  public interface Accounts {
    @Select("select owner from account")
    List<String> owners();

    @Select("select owner from account")
    @Options(fetchSize = 2)
    Cursor<String> each();

    @Select("select owner from account where id = #{id}")
    String owner(int id);

    /** Fails where there are rows: an owner is no number. */
    @Select("select owner from account where id >= #{id}")
    List<Long> numbers(int id);

    @Select("select * from nowhere")
    List<String> nowhere();

    @Update("update account set cents = cents + 1 where id = #{id}")
    int add(int id);

    @Insert("insert into account (owner, cents) values (#{owner}, 1)")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    int insert(Map<String, Object> row);

    @Insert("insert into account (id, owner, cents) values (#{id}, #{owner}, 1)")
    @SelectKey(
        statement = "select max(id) + 100 from account",
        keyProperty = "id",
        before = true,
        resultType = Integer.class)
    int insertNext(Map<String, Object> row);

    @Insert("insert into account (owner, cents) values ('owner 1', #{cents})")
    int again(@Param("cents") int cents);
  }

  private static SqlSessionFactory factory(DataSource source) {
    Configuration configuration =
        new Configuration(new Environment("lab", new JdbcTransactionFactory(), source));
    configuration.addMapper(Accounts.class);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  private static void session(DataSource source, ExecutorType type) {
    SqlSessionFactory factory = factory(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () -> {
            try (SqlSession session = factory.openSession(type)) {
              Accounts accounts = session.getMapper(Accounts.class);
              accounts.owners();
              accounts.owner(number);
              accounts.add(1);
              failing(() -> accounts.numbers(number));
              failing(accounts::nowhere);
              failing(() -> accounts.insert(row("new " + number)));
              failing(() -> accounts.insertNext(row("next " + number)));
              failing(() -> accounts.again(number));
              failing(session::flushStatements);
              if (number % 3 == 0) {
                session.commit();
              }
            }
          });
      failing(
          () -> {
            try (SqlSession session = factory.openSession(type, true)) {
              session.getMapper(Accounts.class).add(2);
              session.getMapper(Accounts.class).owners();
            }
          });
    }
  }

  private static Map<String, Object> row(String owner) {
    Map<String, Object> row = new TreeMap<>();
    row.put("owner", owner);
    return row;
  }

  private static void cursors(DataSource source) {
    SqlSessionFactory factory = factory(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () -> {
            try (SqlSession session = factory.openSession()) {
              Accounts accounts = session.getMapper(Accounts.class);
              try (Cursor<String> all = accounts.each()) {
                all.forEach(owner -> {});
              }
              try (Cursor<String> some = accounts.each()) {
                if (number % 2 == 0) {
                  some.iterator().next();
                }
              }
            }
          });
    }
  }

  private static void runners(DataSource source) {
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () -> {
            try (Connection connection = source.getConnection()) {
              SqlRunner runner = new SqlRunner(connection);
              runner.selectAll("select * from account");
              failing(() -> runner.selectOne("select * from account where id = ?", number));
              failing(() -> runner.selectAll("select * from nowhere"));
              runner.update("update account set cents = 3 where id = ?", number);
              runner.run("delete from account where id < 0");
              failing(() -> runner.insert("insert into account (owner) values ('x')"));
              ScriptRunner script = new ScriptRunner(connection);
              script.setLogWriter(new PrintWriter(Writer.nullWriter()));
              script.setErrorLogWriter(new PrintWriter(Writer.nullWriter()));
              script.setStopOnError(true);
              script.setSendFullScript(number % 3 == 2);
              String last = number % 2 == 0 ? "select 1;" : "this is no sql;";
              failing(
                  () ->
                      script.runScript(
                          new StringReader("update account set cents = 1 where id = 1;\n" + last)));
            }
          });
    }
  }
}
