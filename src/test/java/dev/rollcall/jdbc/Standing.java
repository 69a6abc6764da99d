package dev.rollcall.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Stands between a program and an object of a driver's, and answers some calls itself. */
final class Standing {
  private Standing() {}

  /** What is answered in place of the target. */
  interface Answer {
    Object to(Object[] arguments) throws Exception;
  }

  /** Passes on all calls but those to the methods that have an answer. */
  static <T> T before(Class<T> type, T target, Map<String, Answer> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            Standing.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Answer answer = answers.get(method.getName());
              if (answer != null) {
                return answer.to(arguments == null ? new Object[0] : arguments);
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }
}
