package dev.rollcall.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Defines {@link Bridge} in java.base, where every class sees it: those of the JDK, those of named
 * modules, and those behind loaders that pass on nothing but {@code java.*}, as OSGi's do. So there
 * is no jar on the boot path, which would cost the shared classes of the JVM. The way is that of
 * JaCoCo's agent.
 */
public final class BridgeDoor {
  /** The class that woven code calls. */
  static final String NAME = "java/lang/RollcallBridge";

  private final Class<?> bridge;
  private final MethodHandle makeUp;

  private BridgeDoor(Class<?> bridge, MethodHandle makeUp) {
    this.bridge = bridge;
    this.makeUp = makeUp;
  }

  /**
   * Opens it, once in a process.
   *
   * @throws ReflectiveOperationException if this JVM does not let the class be defined
   * @throws IOException if the agent's jar cannot be read
   */
  public static BridgeDoor open(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(BridgeDoor.class.getModule())),
        Set.of(),
        Map.of());
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    Class<?> defined = lookup.defineClass(classFile());
    MethodHandle makeUp = lookup.findStatic(defined, "makeUp", MethodType.methodType(void.class));
    return new BridgeDoor(defined, makeUp);
  }

  private static byte[] classFile() throws IOException {
    return ClassName.changed(pattern(), Bridge.class.getName().replace('.', '/'), NAME);
  }

  private static byte[] pattern() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Bridge.class.getResourceAsStream("Bridge.class"))) {
      return in.readAllBytes();
    }
  }

  /**
   * Lets woven code call.
   *
   * @param hooks by their numbers, those of releases first
   * @param releases how many of them are of releases
   * @param trouble told what went wrong in which
   */
  public void connect(
      BiConsumer<@Nullable Object, @Nullable Object>[] hooks,
      int releases,
      BiConsumer<Throwable, Integer> trouble)
      throws ReflectiveOperationException {
    bridge.getField("trouble").set(null, trouble);
    bridge.getField("releases").setInt(null, releases);
    bridge.getField("hooks").set(null, hooks);
  }

  /** Makes up for the releases that a hook had no stack for. */
  public void makeUp() {
    try {
      makeUp.invokeExact();
    } catch (Throwable noRoom) {
      // It remains to be made up for.
    }
  }
}
