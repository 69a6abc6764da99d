package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.evidence.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Examples as a table: a line for each candidate, with the example that it belongs to; one without
 * a method for an example without candidates.
 */
public final class ExampleFile {
  /** What a line says of the example, and then of the candidate. */
  private static final int OF_EXAMPLE = 7;

  private static final int FIXED = OF_EXAMPLE + 3;

  private static final Map<String, Feature> FEATURES =
      Arrays.stream(Feature.values()).collect(Collectors.toMap(Feature::word, Function.identity()));

  private ExampleFile() {}

  /** Writes it. */
  public static void write(Path file, List<Example> examples) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Example example : examples) {
      String head =
          String.join(
              "\t",
              example.id(),
              example.library(),
              example.bug().kind(),
              example.bug().extent(),
              Boolean.toString(example.bug().good()),
              Long.toString(example.lives()),
              Long.toString(example.siblings()));
      if (example.candidates().isEmpty()) {
        lines.add(head + "\t\tfalse\tfalse");
      }
      for (Candidate each : example.candidates()) {
        StringBuilder line = new StringBuilder(head);
        line.append('\t').append(each.method());
        line.append('\t').append(each.guilty());
        line.append('\t').append(each.inGuiltyClass());
        each.strengths()
            .forEach((kind, strength) -> line.append('\t').append(kind.word() + "=" + strength));
        lines.add(line.toString());
      }
    }
    Files.write(file, lines);
  }

  /** Reads what {@link #write} has written. */
  public static List<Example> read(Path file) throws IOException {
    Map<List<String>, List<Candidate>> candidates = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      List<String> fields = List.of(line.split("\t", -1));
      List<Candidate> some =
          candidates.computeIfAbsent(fields.subList(0, OF_EXAMPLE), key -> new ArrayList<>());
      if (!fields.get(OF_EXAMPLE).isEmpty()) {
        some.add(
            new Candidate(
                fields.get(OF_EXAMPLE),
                Boolean.parseBoolean(fields.get(OF_EXAMPLE + 1)),
                Boolean.parseBoolean(fields.get(OF_EXAMPLE + 2)),
                strengths(fields.subList(FIXED, fields.size()))));
      }
    }
    List<Example> examples = new ArrayList<>();
    candidates.forEach((head, some) -> examples.add(example(head, some)));
    return examples;
  }

  private static Example example(List<String> head, List<Candidate> candidates) {
    return new Example(
        head.get(0),
        head.get(1),
        new Example.Bug(head.get(2), head.get(3), Boolean.parseBoolean(head.get(4))),
        Long.parseLong(head.get(5)),
        Long.parseLong(head.get(6)),
        candidates);
  }

  private static Map<Feature, Double> strengths(List<String> fields) {
    Map<Feature, Double> strengths = new EnumMap<>(Feature.class);
    for (String field : fields) {
      int equals = field.indexOf('=');
      String word = field.substring(0, equals);
      Feature feature = FEATURES.get(word);
      if (feature == null) {
        throw new IllegalArgumentException("no kind of evidence: " + word);
      }
      strengths.put(feature, Double.valueOf(field.substring(equals + 1)));
    }
    return strengths;
  }
}
