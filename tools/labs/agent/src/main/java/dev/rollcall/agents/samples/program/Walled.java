package dev.rollcall.agents.samples.program;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * An application server's manner: the application has a loader of its own, which asks another only
 * for what is Java's.
 */
public final class Walled {
  private Walled() {}

  /** Forgets if that is the first argument; the others are the application's class path. */
  public static void main(String[] arguments) throws Exception {
    URL[] path = new URL[arguments.length - 1];
    for (int i = 1; i < arguments.length; i++) {
      path[i - 1] = Path.of(arguments[i]).toUri().toURL();
    }
    try (URLClassLoader loader = new JavaOnly(path)) {
      loader
          .loadClass(Plain.class.getName())
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {arguments[0]});
      System.out.println(loader.loadClass(Work.class.getName()) != Work.class);
    }
  }

  private static final class JavaOnly extends URLClassLoader {
    JavaOnly(URL[] path) {
      super(path, getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (name.startsWith("java.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        try {
          return findClass(name);
        } catch (ClassNotFoundException e) {
          return getPlatformClassLoader().loadClass(name);
        }
      }
    }

    @Override
    public void close() throws IOException {
      System.out.println("closed the loader");
      super.close();
    }
  }
}
