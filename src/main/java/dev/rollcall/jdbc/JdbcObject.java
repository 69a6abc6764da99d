package dev.rollcall.jdbc;

import dev.rollcall.internal.Lifetime;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an object of a driver's or a pool's, and passes every call on to it. From what it
 * returns no way leads to a connection, a statement or a result set other than the one that was
 * handed out.
 */
abstract class JdbcObject implements InvocationHandler {
  final Object target;

  /** What was derived from it last: drivers answer with the same object again, and so does this. */
  private volatile WeakReference<@Nullable Object> derived = new WeakReference<>(null);

  JdbcObject(Object target) {
    this.target = target;
  }

  /** What is handed out: the object as one of JDBC's interfaces. */
  static <T> T as(Class<T> type, JdbcObject object) {
    return type.cast(
        Proxy.newProxyInstance(JdbcObject.class.getClassLoader(), new Class<?>[] {type}, object));
  }

  /** The object behind what was handed out; null for anything else. */
  static @Nullable JdbcObject behind(@Nullable Object proxy) {
    return proxy instanceof Proxy && Proxy.getInvocationHandler(proxy) instanceof JdbcObject object
        ? object
        : null;
  }

  /** The connection that was handed out in place of the target's. */
  abstract Connection connection(Object proxy);

  /** Whether the driver, if it hands out the target again, begins another life with it. */
  abstract boolean isOver();

  /** What was handed out in place of an object that this one comes from; null if it does not. */
  abstract @Nullable Object handedOut(Object other);

  /** What owns the result sets that come from this; null if they are not tracked. */
  abstract @Nullable Lifetime owner();

  /** Told of each call before it is made; what it returns is run after it, even if it throws. */
  abstract @Nullable Runnable called(String method, Object @Nullable [] arguments);

  /** Told that a statement is about to be executed, by one of its methods. */
  abstract void executed(String method);

  /** Told that a result set which comes from it was closed. */
  abstract void resultClosed();

  @Override
  public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && method.getDeclaringClass() == Object.class) {
      return isEqual(arguments[0]);
    }
    String name = method.getName();
    if (arguments != null
        && name.equals("unwrap")
        && arguments[0] instanceof Class<?> wanted
        && wanted.isInstance(proxy)) {
      return proxy;
    }
    Runnable after = called(name, arguments);
    Object result;
    try {
      result = method.invoke(target, arguments == null ? null : bare(arguments));
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    } finally {
      if (after != null) {
        after.run();
      }
    }
    return result == null ? null : standIn(proxy, method, arguments, result);
  }

  private boolean isEqual(@Nullable Object other) {
    JdbcObject object = behind(other);
    return object != null && target.equals(object.target);
  }

  /** The driver gets its own objects back: it may know nothing but them. */
  private static Object[] bare(Object[] arguments) {
    Object[] bare = arguments;
    for (int i = 0; i < arguments.length; i++) {
      JdbcObject object = behind(arguments[i]);
      if (object != null) {
        if (bare == arguments) {
          bare = arguments.clone();
        }
        bare[i] = object.target;
      }
    }
    return bare;
  }

  private Object standIn(
      Object proxy, Method method, Object @Nullable [] arguments, Object result) {
    Class<?> type = method.getReturnType();
    if (type == Connection.class) {
      return connection(proxy);
    }
    if (Statement.class.isAssignableFrom(type)) {
      return statement(proxy, type, (Statement) result, arguments);
    }
    if (result instanceof ResultSet rows
        && (type == ResultSet.class || isCursor(method, arguments))) {
      return result(proxy, method.getName(), rows);
    }
    return type == DatabaseMetaData.class || type == Array.class
        ? derived(proxy, type, result)
        : result;
  }

  /**
   * Whether a result set that a call has returned is a cursor among the values, and wanted as one.
   */
  private static boolean isCursor(Method method, Object @Nullable [] arguments) {
    return method.getName().equals("getObject")
        && arguments != null
        && (arguments.length == 1 || arguments[1] == ResultSet.class);
  }

  /** What to hand out in place of a statement that a call has returned. */
  Object statement(
      Object proxy, Class<?> type, Statement statement, Object @Nullable [] arguments) {
    Object known = handedOut(statement);
    return known != null ? known : derived(proxy, type, statement);
  }

  /** What to hand out in place of a result set that a call has returned. */
  Object result(Object proxy, String method, ResultSet result) {
    return again(result, () -> newResult(proxy, result));
  }

  /** Stands in for a result set that was not handed out before. */
  final Object newResult(Object proxy, ResultSet result) {
    Lifetime owner = owner();
    return as(
        ResultSet.class,
        owner == null
            ? new DerivedObject(result, this, proxy)
            : new TrackedResult(result, this, proxy, owner.own(ResultSet.class, null)));
  }

  /** Stands in for what need not be closed. */
  final Object derived(Object proxy, Class<?> type, Object result) {
    return again(result, () -> as(type, new DerivedObject(result, this, proxy)));
  }

  /** What was handed out last, if that was for the same object. */
  private Object again(Object result, Supplier<Object> maker) {
    Object last = derived.get();
    JdbcObject object = behind(last);
    if (last != null && object != null && object.target == result && !object.isOver()) {
      return last;
    }
    Object made = maker.get();
    derived = new WeakReference<>(made);
    return made;
  }
}
