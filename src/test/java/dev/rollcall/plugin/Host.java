package dev.rollcall.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs plug-ins, each with a class loader of its own, lets go of them, and says
 * which have been unloaded. Arguments: the ways that they go.
 */
public final class Host {
  private static final long DEADLINE_NANOS = 20_000_000_000L;
  private static final long POLL_NANOS = 100_000_000;

  private static final ConcurrentLinkedQueue<Object> KEPT = new ConcurrentLinkedQueue<>();

  private Host() {}

  /** Has an object outlive the plug-in. Its class must not be the plug-in's. */
  public static void keep(Object object) {
    KEPT.add(object);
  }

  /** Loads the classes of the plug-in itself, and all others from the host. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(Host.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Plugin.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Prints a line for each way. */
  public static void main(String... ways) throws Exception {
    Map<Way, WeakReference<ClassLoader>> loaders = new EnumMap<>(Way.class);
    for (String word : ways) {
      Way way = Way.valueOf(word);
      loaders.put(way, run(way));
    }
    long start = System.nanoTime();
    while (!loaders.isEmpty() && System.nanoTime() - start < DEADLINE_NANOS) {
      LockSupport.parkNanos(POLL_NANOS);
      System.gc();
      loaders
          .entrySet()
          .removeIf(
              entry -> {
                boolean unloaded = entry.getValue().refersTo(null);
                if (unloaded) {
                  System.out.println(entry.getKey() + " unloaded");
                }
                return unloaded;
              });
    }
    loaders.keySet().forEach(way -> System.out.println(way + " held"));
  }

  /** As a host does it: in a thread that has the plug-in's loader, and ends. */
  private static WeakReference<ClassLoader> run(Way way) throws Exception {
    ClassLoader loader = new Loader();
    Class<?> type = loader.loadClass(Plugin.class.getName());
    if (type.getClassLoader() != loader) {
      throw new AssertionError("the host's own " + type);
    }
    Runnable plugin = (Runnable) type.getConstructor(Way.class).newInstance(way);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(plugin, "plug-in");
    thread.setContextClassLoader(loader);
    thread.setUncaughtExceptionHandler((failed, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    if (failure.get() != null) {
      throw new AssertionError(way.toString(), failure.get());
    }
    return new WeakReference<>(loader);
  }
}
