package dev.rollcall.compatible;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares two directories, each with rollcall.jar, events.txt and schema.json of a version. */
final class Compatible {
  static final String JAR = "rollcall.jar";
  static final String EVENTS = "events.txt";
  static final String SCHEMA = "schema.json";

  private Compatible() {}

  /** What users of the one cannot rely on with the other, a sentence each. */
  static List<String> breaks(Path before, Path now) throws IOException {
    List<String> breaks = new ArrayList<>(ApiBreaks.between(before.resolve(JAR), now.resolve(JAR)));
    breaks.addAll(
        EventBreaks.between(
            Files.readString(before.resolve(EVENTS)), Files.readString(now.resolve(EVENTS))));
    ObjectMapper mapper = new ObjectMapper();
    breaks.addAll(
        SchemaBreaks.between(
            mapper.readTree(before.resolve(SCHEMA).toFile()),
            mapper.readTree(now.resolve(SCHEMA).toFile())));
    return breaks;
  }

  public static void main(String... arguments) throws IOException {
    List<String> breaks = breaks(Path.of(arguments[0]), Path.of(arguments[1]));
    breaks.forEach(System.out::println);
    System.exit(breaks.isEmpty() ? 0 : 1);
  }
}
