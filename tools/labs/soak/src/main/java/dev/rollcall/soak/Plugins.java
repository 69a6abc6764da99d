package dev.rollcall.soak;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Loads the plug-in by loader after loader, and throws each away. */
final class Plugins implements Runnable {
  private static final int MAX_TURNS = 100;

  /** Loads classes whose names begin like the plug-in's itself, all others as its parent does. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(Plugins.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Plugin.class.getName()) && !name.startsWith(Plugin.class.getName() + '$')) {
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

  private final SplittableRandom random;
  private final Tally tally;
  private final Faults faults;
  private final CountDownLatch over;
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private long loaded;

  /** Goes on until {@code over}. */
  Plugins(long seed, Tally tally, Faults faults, CountDownLatch over) {
    this.random = new SplittableRandom(seed);
    this.tally = tally;
    this.faults = faults;
    this.over = over;
  }

  @Override
  public void run() {
    try {
      while (!over.await(random.nextInt(40), TimeUnit.MILLISECONDS)) {
        ClassLoader loader = new Loader();
        Class<?> plugin = loader.loadClass(Plugin.class.getName());
        int turns = 1 + random.nextInt(MAX_TURNS);
        ((IntConsumer) plugin.getConstructor().newInstance()).accept(turns);
        for (Class<?> type : Plugin.class.getDeclaredClasses()) {
          tally.add(type, turns);
        }
        loaders.removeIf(known -> known.refersTo(null));
        loaders.add(new WeakReference<>(loader));
        loaded++;
      }
    } catch (ReflectiveOperationException | InterruptedException | RuntimeException | Error e) {
      faults.add(e);
    }
  }

  /** How many loaders there were. To be asked when it has ended, as the next. */
  long loaded() {
    return loaded;
  }

  /** How many of them something still holds. */
  long held() {
    return loaders.stream().filter(loader -> !loader.refersTo(null)).count();
  }
}
