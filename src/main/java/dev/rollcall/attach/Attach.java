package dev.rollcall.attach;

import java.util.List;
import java.util.Optional;

/**
 * The door to other JVMs. It alone of this package may be called where Java is no whole JDK: the
 * others need modules that a JRE may lack.
 */
public final class Attach {
  private static final List<String> NEEDED =
      List.of("jdk.attach", "java.management", "jdk.management.jfr");

  private Attach() {}

  /**
   * Connects to a JVM in which Rollcall is on.
   *
   * @throws NotAttachedException if there is no such JVM, or it cannot be asked
   */
  public static AttachedJvm to(long pid) throws NotAttachedException {
    checkModules();
    return AttachedJvm.to(pid);
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

  private static void checkModules() throws NotAttachedException {
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
