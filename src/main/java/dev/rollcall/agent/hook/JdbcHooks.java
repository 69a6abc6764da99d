package dev.rollcall.agent.hook;

import dev.rollcall.agent.weave.Moment;
import dev.rollcall.agent.weave.Point;
import dev.rollcall.agent.weave.Point.Value;
import dev.rollcall.internal.Lifetime;
import dev.rollcall.internal.StackRoom;
import dev.rollcall.internal.outside.DriverConnection;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of any driver and any pool, from the moment at which a data source or a driver hands
 * them out, with their statements and result sets. Nothing is wrapped: the methods of their own
 * classes tell.
 *
 * <p>Where one of them hands out what it has from another one, as a pool's connection does with a
 * driver's statement, the outermost counts ({@link Opening}). As with a data source that is
 * wrapped, what a connection owns ends with it if the driver's connection does.
 */
public final class JdbcHooks {
  /** The kind of a class of JDBC's. */
  public static final String KIND = "jdbc";

  private final Resources resources;
  private final Weaving weaving;
  private final WeakIdentityMap<Lifetime> lives = new WeakIdentityMap<>();

  /** What the calls to close that a thread has under way are about to end. */
  private static final ThreadLocal<ArrayDeque<Closing>> CLOSING = new ThreadLocal<>();

  private final List<Point> points = new ArrayList<>();

  /** Those that tell these resources. */
  public JdbcHooks(Hooks hooks, Resources resources, Weaving weaving) {
    this.resources = resources;
    this.weaving = weaving;
    addSources(hooks);
    addConnections(hooks);
    addStatements(hooks);
  }

  /** Where classes are watched. */
  public List<Point> all() {
    return List.copyOf(points);
  }

  /** Whether a class that has these points is one of JDBC's: it hands out one of JDBC's objects. */
  public static boolean isOfJdbc(Set<Point> found) {
    for (Point point : found) {
      if (point.value().isTop()) {
        return true;
      }
    }
    return false;
  }

  /** Whether objects of a class may be some of JDBC's. */
  public boolean concerns(Class<?> type) {
    return DataSource.class.isAssignableFrom(type)
        || Driver.class.isAssignableFrom(type)
        || Connection.class.isAssignableFrom(type)
        || Statement.class.isAssignableFrom(type)
        || ResultSet.class.isAssignableFrom(type);
  }

  private void addSources(Hooks hooks) {
    int begin = other(hooks, Told.SOURCE_BEGINS);
    int end = other(hooks, Told.CONNECTION_OPENED);
    int failed = other(hooks, Told.FAILED);
    around("getConnection()Ljava/sql/Connection;", begin, end, failed);
    around(
        "getConnection(Ljava/lang/String;Ljava/lang/String;)Ljava/sql/Connection;",
        begin,
        end,
        failed);
    around(
        "connect(Ljava/lang/String;Ljava/util/Properties;)Ljava/sql/Connection;",
        begin,
        end,
        failed);
  }

  private void addConnections(Hooks hooks) {
    int begin = other(hooks, Told.CONNECTION_BEGINS);
    int end = other(hooks, Told.STATEMENT_OPENED);
    int failed = other(hooks, Told.FAILED);
    around("createStatement(*)Ljava/sql/Statement;", begin, end, failed);
    around("prepareStatement(*)Ljava/sql/PreparedStatement;", begin, end, failed);
    around("prepareCall(*)Ljava/sql/CallableStatement;", begin, end, failed);
    int closed = other(hooks, Told.CLOSED);
    add("close()V", Moment.ENTRY, other(hooks, Told.CLOSING));
    add("close()V", Moment.ENTRY, release(hooks, Told.ENDED));
    add("close()V", Moment.RETURN, closed);
    add("close()V", Moment.ABRUPT_END, closed);
    add("abort(Ljava/util/concurrent/Executor;)V", Moment.ENTRY, release(hooks, Told.ABORTED));
    add("commit()V", Moment.ENTRY, other(hooks, Told.COMMIT));
    add("rollback(*", Moment.ENTRY, other(hooks, Told.ROLLBACK));
    add("setAutoCommit(Z)V", Moment.ENTRY, other(hooks, Told.SET_AUTO_COMMIT));
  }

  private void addStatements(Hooks hooks) {
    int begin = other(hooks, Told.RESULT_BEGINS);
    int get = other(hooks, Told.STATEMENT_BEGINS);
    int end = other(hooks, Told.RESULT_OPENED);
    int failed = other(hooks, Told.FAILED);
    around("executeQuery(*)Ljava/sql/ResultSet;", begin, end, failed);
    around("getResultSet()Ljava/sql/ResultSet;", get, end, failed);
    around("getGeneratedKeys()Ljava/sql/ResultSet;", get, end, failed);
    int executed = release(hooks, Told.EXECUTED);
    add("execute(*", Moment.ENTRY, executed);
    add("executeUpdate(*", Moment.ENTRY, executed);
    add("executeBatch(*", Moment.ENTRY, executed);
  }

  private int release(Hooks hooks, Told told) {
    return hooks.release(new Hook(this, told));
  }

  private int other(Hooks hooks, Told told) {
    return hooks.other(new Hook(this, told));
  }

  private enum Told {
    SOURCE_BEGINS,
    CONNECTION_OPENED,
    FAILED,
    CONNECTION_BEGINS,
    STATEMENT_OPENED,
    CLOSING,
    ENDED,
    CLOSED,
    ABORTED,
    COMMIT,
    ROLLBACK,
    SET_AUTO_COMMIT,
    RESULT_BEGINS,
    STATEMENT_BEGINS,
    RESULT_OPENED,
    EXECUTED
  }

  /** One class for all, and no lambdas: each would be linked at the start of the program. */
  private record Hook(JdbcHooks hooks, Told told)
      implements BiConsumer<@Nullable Object, @Nullable Object> {
    @Override
    public void accept(@Nullable Object self, @Nullable Object value) {
      hooks.told(told, self, value);
    }
  }

  private void told(Told told, @Nullable Object self, @Nullable Object value) {
    switch (told) {
      case SOURCE_BEGINS -> Opening.begin(self instanceof DataSource || self instanceof Driver);
      case CONNECTION_OPENED -> connectionOpened(value);
      case FAILED -> failed();
      case CONNECTION_BEGINS -> Opening.begin(self instanceof Connection && isKnown(self));
      case STATEMENT_OPENED -> statementOpened(self, value);
      case CLOSING -> closing(self);
      case ENDED -> ended(self);
      case CLOSED -> closed();
      case ABORTED -> aborted(self);
      case COMMIT -> noted(self, "commit");
      case ROLLBACK -> noted(self, "rollback");
      case SET_AUTO_COMMIT -> noted(self, "setAutoCommit");
      case RESULT_BEGINS -> resultBegins(self);
      case STATEMENT_BEGINS -> Opening.begin(self instanceof Statement && isKnown(self));
      case RESULT_OPENED -> resultOpened(self, value);
      case EXECUTED -> executed(self);
    }
  }

  private static void failed() {
    List<Object> unused = Opening.end();
  }

  private void around(String method, int begin, int end, int failed) {
    add(method, Moment.ENTRY, begin);
    points.add(new Point(method, Moment.RETURN, Value.TOP, end, ""));
    points.add(new Point(method, Moment.ABRUPT_END, Value.NONE, failed, ""));
  }

  private void add(String method, Moment moment, int hook) {
    points.add(new Point(method, moment, Value.NONE, hook, ""));
  }

  private void connectionOpened(@Nullable Object value) {
    List<Object> parts = Opening.end();
    if (parts == null || !(value instanceof Connection) || isLive(value) || !Openers.isProgram()) {
      return;
    }
    weave(value.getClass());
    Lifetime life = Lifetime.start(resources.checker(), Connection.class);
    lives.put(value, life);
    for (Object part : parts) {
      resources.checker().owned(part, life);
    }
  }

  private void statementOpened(@Nullable Object self, @Nullable Object value) {
    if (Opening.end() != null && value instanceof Statement && !isLive(value)) {
      own(self, value, statementType(value));
    }
  }

  private static Class<?> statementType(Object value) {
    return value instanceof CallableStatement
        ? CallableStatement.class
        : value instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
  }

  private void resultBegins(@Nullable Object self) {
    executed(self);
    Opening.begin(self instanceof Statement && isKnown(self));
  }

  private void resultOpened(@Nullable Object self, @Nullable Object value) {
    if (Opening.end() != null && value instanceof ResultSet && !isLive(value)) {
      own(self, value, ResultSet.class);
    }
  }

  /** Registers what belongs to something that is known; what belongs to anything else is not. */
  private void own(@Nullable Object owner, Object owned, Class<?> type) {
    Lifetime life = owner == null ? null : lives.get(owner);
    if (life != null && !life.hasEnded()) {
      weave(owned.getClass());
      lives.put(owned, life.own(type, null));
    }
  }

  /** A statement that is executed again is done with its results. */
  private void executed(@Nullable Object self) {
    if (self instanceof Statement && !Opening.isUnderWay()) {
      Lifetime life = lives.get(self);
      if (life != null) {
        life.release();
        life.note("executed");
      }
    }
  }

  private void noted(@Nullable Object self, String step) {
    Lifetime life = self instanceof Connection ? lives.get(self) : null;
    if (life != null) {
      life.note(step);
    }
  }

  /**
   * A call to close something.
   *
   * @param life that of a connection that owns something still; null for all else
   * @param driver the driver's connection behind it, which could be reached before the call only
   */
  private record Closing(@Nullable Lifetime life, @Nullable Connection driver) {
    static final Closing OTHER = new Closing(null, null);
  }

  /** Notes what is about to be closed, which may yet fail. */
  private void closing(@Nullable Object self) {
    StackRoom.ask(); // for what follows the call, too
    Closing call = Closing.OTHER;
    if (self instanceof Connection connection) {
      Lifetime life = lives.get(connection);
      if (life != null && !life.hasEnded() && !life.ownsNothing()) {
        call = new Closing(life, DriverConnection.behind(connection));
      }
    }
    ArrayDeque<Closing> calls = CLOSING.get();
    if (calls == null) {
      calls = new ArrayDeque<>();
      CLOSING.set(calls);
    }
    calls.push(call);
  }

  /** Ends it at once, and what a statement or a result set owns. */
  private void ended(@Nullable Object self) {
    Lifetime life = self == null ? null : lives.get(self);
    if (life != null && self instanceof Connection) {
      boolean unused = life.endAlone();
    } else if (life != null) {
      life.end();
    }
  }

  /** What a connection owns ends with it, unless that was only given back to a pool. */
  private static void closed() {
    ArrayDeque<Closing> calls = CLOSING.get();
    Closing call = calls == null ? null : calls.poll();
    if (calls != null && calls.isEmpty()) {
      CLOSING.remove();
    }
    if (call == null || call.life() == null || call.driver() == null) {
      return;
    }
    if (DriverConnection.isOpen(call.driver())) {
      call.life().forsake();
    } else {
      call.life().endOwned();
    }
  }

  private void aborted(@Nullable Object self) {
    Lifetime life = self instanceof Connection ? lives.get(self) : null;
    if (life != null) {
      life.end();
    }
  }

  /**
   * Whether it has been registered. What is not, because a library has wrapped a connection for
   * itself, hands out what the connection in it does.
   */
  private boolean isKnown(Object object) {
    return lives.get(object) != null;
  }

  private boolean isLive(Object object) {
    Lifetime life = lives.get(object);
    return life != null && !life.hasEnded();
  }

  private void weave(Class<?> type) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      weaving.weave(each, KIND, points);
    }
  }
}
