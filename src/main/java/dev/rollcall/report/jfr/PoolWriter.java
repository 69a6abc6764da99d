package dev.rollcall.report.jfr;

import dev.rollcall.reader.chunk.ConstantPools;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.report.folded.FlameNames;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What events name by number: threads, stacks, and the methods, classes and symbols of those.
 *
 * <p>For async-profiler the type of a resource is the innermost frame of its stack, a class without
 * a method, marked as inlined; so it shows the type of an allocation. It is what tells apart, in a
 * flame graph, two types that are registered at one place. What is open stands below an outermost
 * frame of its own, so that it is told apart from what has leaked.
 */
final class PoolWriter {
  // Frames by kind, in async-profiler's numbers. Which were compiled no recording says.
  private static final List<String> FRAME_TYPES =
      List.of("Interpreted", "JIT compiled", "Inlined", "Native", "C++", "Kernel");
  private static final int COMPILED = 1;
  private static final int INLINED = 2;
  private static final int NATIVE = 3;

  // What a method takes and returns is not kept; readers fail where it has no descriptor at all.
  private static final String DESCRIPTOR = "()V";

  private final Map<Type, Map<Object, Long>> numbers = new EnumMap<>(Type.class);
  private final Map<Type, Encoder> values = new EnumMap<>(Type.class);

  private record Method(String className, String name) {}

  private record Stack(Site site, @Nullable String type, boolean isOpen) {}

  /** A constant's number, if it has one; else it gets the next. */
  private long number(Type type, Object constant, Encoder value) {
    Map<Object, Long> known = numbers.computeIfAbsent(type, t -> new LinkedHashMap<>());
    Long number = known.get(constant);
    if (number == null) {
      number = known.size() + 1L;
      known.put(constant, number);
      values.computeIfAbsent(type, t -> new Encoder()).number(number).all(value);
    }
    return number;
  }

  private long known(Type type, Object constant) {
    return Objects.requireNonNullElse(numbers.getOrDefault(type, Map.of()).get(constant), 0L);
  }

  long thread(ThreadRef thread) {
    if (thread.equals(ThreadRef.NONE)) {
      return 0;
    }
    String name = thread.name().isEmpty() ? "#" + thread.id() : FlameNames.type(thread.name());
    return number(
        Type.THREAD, thread, new Encoder().text("").number(0).text(name).number(thread.id()));
  }

  /** A class by its name in Java. */
  long type(String name) {
    return typeOf(FlameNames.type(name).replace('.', '/'));
  }

  private long typeOf(String className) {
    long known = known(Type.CLASS, className);
    return known != 0
        ? known
        : number(
            Type.CLASS,
            className,
            new Encoder().numbers(0, symbol(className), packageOf(className), 0));
  }

  /** Mission Control shows the package of a class, and colours frames, by this constant alone. */
  private long packageOf(String className) {
    int end = className.lastIndexOf('/');
    if (end < 0) {
      return 0;
    }
    String name = className.substring(0, end);
    return number(Type.PACKAGE, name, new Encoder().number(symbol(name)));
  }

  /** A stack and no more. */
  long stack(Site site) {
    return stack(new Stack(site, null, false));
  }

  /** A stack with the type as its innermost frame, and below that of what is open if it is. */
  long stack(Site site, String type, boolean isOpen) {
    return stack(new Stack(site, type, isOpen));
  }

  private long stack(Stack stack) {
    Site site = stack.site;
    String type = stack.type;
    long known = known(Type.STACK_TRACE, stack);
    if (known != 0) {
      return known;
    }
    Encoder value = new Encoder();
    value.number(site.truncated() ? 1 : 0);
    value.number(
        (type == null ? 0L : 1L) + (stack.isOpen ? 1 : 0) + Math.max(1, site.frames().size()));
    if (type != null) {
      frame(value, FlameNames.type(type), "", 0, INLINED);
    }
    for (StackTraceElement frame : site.frames()) {
      frame(
          value,
          FlameNames.frameClass(frame),
          FlameNames.frameMethod(frame),
          Math.max(0, frame.getLineNumber()),
          COMPILED);
    }
    if (site.isUnknown()) {
      frame(value, "", FlameNames.UNKNOWN_SITE, 0, NATIVE);
    }
    if (stack.isOpen) {
      frame(value, "", FlameNames.OPEN, 0, NATIVE);
    }
    return number(Type.STACK_TRACE, stack, value);
  }

  private void frame(Encoder stack, String className, String name, int line, int type) {
    Method method = new Method(className, name);
    long number = known(Type.METHOD, method);
    if (number == 0) {
      Encoder value =
          new Encoder().numbers(typeOf(className), symbol(name), symbol(DESCRIPTOR), 0, 0);
      number = number(Type.METHOD, method, value);
    }
    stack.numbers(number, line, 0, type);
  }

  private long symbol(String text) {
    return number(Type.SYMBOL, text, new Encoder().text(text));
  }

  /** The event that holds all constants; {@code duration} in ticks. */
  byte[] event(long duration) {
    Encoder event = new Encoder().numbers(ConstantPools.only(duration, values.size() + 1L));
    values.forEach(
        (type, all) ->
            event.numbers(type.id(), Objects.requireNonNull(numbers.get(type)).size()).all(all));
    event.numbers(Type.FRAME_TYPE.id(), FRAME_TYPES.size());
    for (int i = 0; i < FRAME_TYPES.size(); i++) {
      event.number(i).text(FRAME_TYPES.get(i));
    }
    return event.event();
  }
}
