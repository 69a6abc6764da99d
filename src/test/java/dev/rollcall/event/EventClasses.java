package dev.rollcall.event;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.Name;

/** The event classes there are, found on the class path. */
final class EventClasses {
  private EventClasses() {}

  static List<Class<? extends Event>> all() throws IOException, URISyntaxException {
    Path root =
        Path.of(EventDoor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(root.resolve("dev/rollcall/event"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Event.class"))
          .<Class<? extends Event>>map(
              name -> load("dev.rollcall.event." + name.replace(".class", "")))
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .toList();
    }
  }

  private static Class<? extends Event> load(String name) {
    try {
      return Class.forName(name).asSubclass(Event.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  static String name(Class<? extends Event> type) {
    return type.getAnnotation(Name.class).value();
  }

  /** The fields that an event class and those above it declare, but for JFR's own. */
  static List<Field> fields(Class<? extends Event> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != Event.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  /** Commits one event of a class whose numbers are all {@code number}. */
  static void commit(Class<? extends Event> type, long number) throws ReflectiveOperationException {
    Event event = type.getDeclaredConstructor().newInstance();
    for (Field field : fields(type)) {
      field.set(event, value(field.getType(), number));
    }
    event.commit();
  }

  private static Object value(Class<?> type, long number) {
    if (type == long.class) {
      return number;
    }
    if (type == int.class) {
      return (int) number;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Class.class) {
      return EventClasses.class;
    }
    throw new AssertionError("say what a " + type + " is filled with");
  }
}
