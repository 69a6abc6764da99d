package dev.rollcall.golden;

import dev.rollcall.LeakChecker;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * A program that registers resources in every way that makes a special stack, and leaks them. Each
 * way has a type of its own. Fingerprints are made of the names of classes and methods, so those
 * must stay; lines do not matter.
 */
final class Registrations {
  private static final LeakChecker CHECKER = LeakChecker.global();
  private static final List<Object> HELD = new ArrayList<>();
  private static final Object FIELD = register(new ByStaticInitializer());

  private Registrations() {}

  private static final class ByMethod {}

  private static final class ByStaticInitializer {}

  private static final class ByLambda {}

  private static final class ByNestedLambda {}

  private static final class ByMethodReference {}

  private static final class ByAnonymousClass {}

  private static final class ByReflection {}

  private static final class ByReflectiveConstructor {}

  private static final class ByProxy {}

  private static final class ByRecursion {}

  private static final class ByTooDeepAStack {}

  private static final class ByVirtualThread {}

  private static final class ByForEach {}

  /** A resource that registers itself. */
  private static final class ByConstructor {
    ByConstructor() {
      register(this);
    }
  }

  /** A counted one that does. */
  private static final class ByLibrary {
    final Object buffer = new Buffer();
  }

  /** What is made by reflection. */
  static final class Made {
    Made() {
      register(new ByReflectiveConstructor());
    }
  }

  public static void main(String... arguments) throws Exception {
    Thread thread = new Thread(Registrations::registerAll, "registrations");
    thread.start();
    thread.join();
    virtually();
  }

  private static void registerAll() {
    try {
      inAllWays();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void inAllWays() throws Exception {
    HELD.add(FIELD);
    register(new ByMethod());
    HELD.add(new ByConstructor());
    HELD.add(new ByLibrary().buffer);
    Runnable lambda = () -> register(new ByLambda());
    lambda.run();
    Callable<Runnable> nested = () -> () -> register(new ByNestedLambda());
    nested.call().run();
    Supplier<Object> reference = Registrations::referred;
    HELD.add(reference.get());
    new Callable<Object>() {
      @Override
      public Object call() {
        return register(new ByAnonymousClass());
      }
    }.call();
    byReflection();
    byProxy();
    recurse(8);
    dig(200);
    new ArrayList<>(List.of(new ByForEach())).forEach(Registrations::register);
  }

  private static Object register(Object resource) {
    HELD.add(resource);
    CHECKER.register(resource);
    return resource;
  }

  private static Object referred() {
    return register(new ByMethodReference());
  }

  /** More often than it takes for the JVM to make code for a reflective call: one group anyway. */
  private static void byReflection() throws Exception {
    for (int i = 0; i < 20; i++) {
      Registrations.class.getDeclaredMethod("called").invoke(null);
      Made.class.getDeclaredConstructor().newInstance();
    }
  }

  @SuppressWarnings("unused") // by reflection
  private static void called() {
    register(new ByReflection());
  }

  private static void byProxy() throws Exception {
    InvocationHandler handler = (proxy, method, arguments) -> register(new ByProxy());
    Callable<?> proxy =
        (Callable<?>)
            Proxy.newProxyInstance(
                Registrations.class.getClassLoader(), new Class<?>[] {Callable.class}, handler);
    proxy.call();
  }

  private static void recurse(int depth) {
    if (depth == 0) {
      register(new ByRecursion());
    } else {
      recurse(depth - 1);
    }
  }

  private static void dig(int depth) {
    if (depth == 0) {
      register(new ByTooDeepAStack());
    } else {
      digOn(depth - 1);
    }
  }

  private static void digOn(int depth) {
    dig(depth);
  }

  /** On a virtual thread, where there are any. */
  private static void virtually() throws Exception {
    Runnable task = () -> register(new ByVirtualThread());
    if (Runtime.version().feature() >= 21) {
      Thread thread =
          (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
      thread.join();
    }
  }
}
