package dev.rollcall.agent;

import dev.rollcall.agent.WovenClasses.Woven;
import dev.rollcall.agent.hook.Weaving;
import dev.rollcall.agent.weave.Point;
import dev.rollcall.agent.weave.Weaver;
import dev.rollcall.agent.weave.WeavingResult;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes as they are loaded, and those that are loaded already. A class that cannot be
 * woven is left as it is, and is said to be.
 */
final class Transformer implements ClassFileTransformer, Weaving {
  private final Instrumentation instrumentation;
  private final Inventory inventory;
  private final WovenClasses classes = new WovenClasses();
  private volatile @Nullable Rules rules;

  Transformer(Instrumentation instrumentation, Inventory inventory) {
    this.instrumentation = instrumentation;
    this.inventory = inventory;
  }

  /** Begins to weave what is loaded from now on, and what of it is loaded already. */
  void start(Rules found) {
    rules = found;
    instrumentation.addTransformer(this, true);
    List<Class<?>> again = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      Map<String, List<Point>> wanted = found.findLoaded(type);
      if (!wanted.isEmpty() && instrumentation.isModifiableClass(type)) {
        Woven woven = classes.of(type.getClassLoader(), internalName(type));
        want(woven, wanted);
        again.add(type);
      }
    }
    weaveAgain(again);
  }

  private void weaveAgain(List<Class<?>> loaded) {
    if (loaded.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
    } catch (Exception | LinkageError oneOfThem) {
      loaded.forEach(this::weaveAgain);
    }
  }

  private void weaveAgain(Class<?> type) {
    try {
      instrumentation.retransformClasses(type);
    } catch (Exception | LinkageError e) {
      inventory.leaveOut(type.getName(), "it could not be changed: " + e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    Rules known = rules;
    if (name == null || known == null) {
      return null;
    }
    try {
      return woven(loader, name, redefined != null, known, classFile);
    } catch (RuntimeException | LinkageError e) {
      inventory.leaveOut(name.replace('/', '.'), "its class file could not be changed: " + e);
      return null;
    }
  }

  private byte @Nullable [] woven(
      @Nullable ClassLoader loader, String name, boolean isLoaded, Rules known, byte[] classFile) {
    Woven begun = isLoaded ? classes.get(loader, name) : null;
    Map<String, List<Point>> wanted =
        begun != null ? begun.wanted() : known.find(loader, name, classFile);
    if (wanted.isEmpty()) {
      return null;
    }
    WeavingResult result = Weaver.weave(classFile, all(wanted));
    if (begun == null && known.isOnlyCaller(wanted.keySet(), result.found())) {
      return null;
    }
    if (!result.missing().isEmpty()) {
      inventory.leaveOut(
          name.replace('/', '.'),
          "this Java has no place in it where it is " + String.join(" or ", result.missing()));
      return null;
    }
    Woven woven = begun != null ? begun : classes.of(loader, name);
    if (begun == null) {
      want(woven, wanted);
    }
    woven.woven(wanted.keySet(), result.delegating());
    return result.bytes();
  }

  private static void want(Woven woven, Map<String, List<Point>> wanted) {
    for (Map.Entry<String, List<Point>> each : wanted.entrySet()) {
      boolean unused = woven.want(each.getKey(), each.getValue());
    }
  }

  private static List<Point> all(Map<String, List<Point>> wanted) {
    Set<Point> all = new LinkedHashSet<>();
    for (List<Point> some : wanted.values()) {
      all.addAll(some);
    }
    return new ArrayList<>(all);
  }

  @Override
  public void weave(Class<?> type, String kind, List<Point> points) {
    Woven woven = classes.of(type.getClassLoader(), internalName(type));
    if (!woven.want(kind, points)) {
      woven.await(kind);
      return;
    }
    try {
      if (instrumentation.isModifiableClass(type)) {
        weaveAgain(type);
      }
    } finally {
      woven.settled(kind);
    }
  }

  @Override
  public boolean isWoven(Class<?> type, String kind) {
    Woven woven = classes.get(type.getClassLoader(), internalName(type));
    return woven != null && woven.isWoven(kind);
  }

  @Override
  public boolean isDelegating(Class<?> type, String descriptor) {
    Woven woven = classes.get(type.getClassLoader(), internalName(type));
    return woven != null && woven.isDelegating(descriptor);
  }

  @Override
  public void leaveOut(String className, String why) {
    inventory.leaveOut(className, why);
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
