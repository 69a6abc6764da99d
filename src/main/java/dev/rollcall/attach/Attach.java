package dev.rollcall.attach;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The door to other JVMs. It alone of this package may be called where Java is no whole JDK: the
 * others need modules that a JRE may lack.
 */
public final class Attach {
  private static final List<String> NEEDED =
      List.of("jdk.attach", "java.management", "jdk.management.jfr");

  /** A JVM that was not asked before takes up to ten. */
  private static final long PATIENCE_SECONDS = 30;

  private Attach() {}

  /**
   * Connects to a JVM in which Rollcall is on.
   *
   * @throws NotAttachedException if there is no such JVM, or it cannot be asked
   */
  public static AttachedJvm to(long pid) throws NotAttachedException {
    checkModules();
    return inTime(pid);
  }

  /** To attach has no limit of its own: it waits for as long as the other JVM stands still. */
  private static AttachedJvm inTime(long pid) throws NotAttachedException {
    FutureTask<AttachedJvm> asking = new FutureTask<>(() -> AttachedJvm.to(pid));
    Thread thread = new Thread(asking, "rollcall-attach");
    thread.setDaemon(true);
    thread.start();
    try {
      return asking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NotAttachedException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw NotAttachedException.silent(pid);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotAttachedException.silent(pid);
    }
  }

  /**
   * The JVMs of this user in which Rollcall is switched on.
   *
   * @throws NotAttachedException if this Java cannot look for them
   */
  public static List<NamedJvm> candidates() throws NotAttachedException {
    checkModules();
    return NamedJvm.candidates();
  }

  static void checkModules() throws NotAttachedException {
    Optional<String> missing =
        NEEDED.stream()
            .filter(module -> ModuleLayer.boot().findModule(module).isEmpty())
            .findFirst();
    if (missing.isPresent()) {
      throw new NotAttachedException(
          "the Java in "
              + System.getProperty("java.home")
              + " cannot ask other JVMs, because it has no module "
              + missing.get()
              + "; run the tool with a whole JDK: set JAVA_HOME to one");
    }
  }
}
