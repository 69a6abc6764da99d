package dev.rollcall.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an object of a driver's or a pool's, and passes every call on to it. From what it
 * returns no way leads to a connection other than the one that was handed out.
 */
abstract class JdbcObject implements InvocationHandler {
  final Object target;

  JdbcObject(Object target) {
    this.target = target;
  }

  /** What is handed out: the object as one of JDBC's interfaces. */
  static <T> T as(Class<T> type, JdbcObject object) {
    return type.cast(
        Proxy.newProxyInstance(JdbcObject.class.getClassLoader(), new Class<?>[] {type}, object));
  }

  /** The connection that was handed out in place of the target's. */
  abstract Connection connection(Object proxy);

  /** What was handed out in place of a statement. */
  abstract Object statement(Object proxy, Class<?> type, Object statement);

  /** Told of each call before it is made. */
  abstract void called(String method, Object @Nullable [] arguments);

  /** Told that a statement is about to be executed, by one of its methods. */
  abstract void executed(String method);

  @Override
  public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class && arguments != null) {
      return isEqual(arguments[0]);
    }
    called(method.getName(), arguments);
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
    return result == null
        ? null
        : result == target && arguments != null
            ? unwrapped(proxy, arguments[0])
            : standIn(proxy, method.getReturnType(), result);
  }

  private boolean isEqual(@Nullable Object other) {
    return other != null
        && Proxy.isProxyClass(other.getClass())
        && Proxy.getInvocationHandler(other) instanceof JdbcObject object
        && target.equals(object.target);
  }

  /** The target has answered with itself; so does this, where what is asked for allows it. */
  private Object unwrapped(Object proxy, @Nullable Object type) {
    return type instanceof Class<?> wanted && !wanted.isInstance(proxy) ? target : proxy;
  }

  private Object standIn(Object proxy, Class<?> type, Object result) {
    if (type == Connection.class) {
      return connection(proxy);
    }
    if (Statement.class.isAssignableFrom(type)) {
      return statement(proxy, type, result);
    }
    if (type == ResultSet.class || type == DatabaseMetaData.class) {
      return as(type, new DerivedObject(result, this, proxy));
    }
    return result;
  }
}
