package dev.rollcall.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The recordings of real bugs that the lab of cases has made, with the methods that its list names
 * as guilty. Those that only the agent sees are not among them, nor are recordings with the agent.
 */
final class RealCases {
  private static final List<String> VARIANTS = List.of("alone", "beside");

  private RealCases() {}

  /**
   * One of them.
   *
   * @param name of the bug
   * @param variant alone, or beside healthy operations
   * @param overRelease whether something is released too often, rather than leaked
   * @param guilty the right methods, each with its class
   */
  record RealCase(
      String name, String variant, Path recording, boolean overRelease, Set<String> guilty) {
    /** Whether a frame is of a right method. */
    boolean isIn(StackTraceElement frame) {
      return guilty.contains(frame.getClassName() + "." + Site.sourceMethod(frame.getMethodName()));
    }

    /** Whether a class is that of a right method, or the one that it is nested in. */
    boolean isOfClass(StackTraceElement frame) {
      return guilty.stream()
          .map(method -> method.substring(0, method.lastIndexOf('.')))
          .anyMatch(type -> Site.outermost(type).equals(Site.outermost(frame.getClassName())));
    }
  }

  /**
   * All, in the order of the list.
   *
   * @param list the list of cases
   * @param recordings the directory of the recordings
   * @throws IOException if the list or a recording is missing
   */
  static List<RealCase> read(Path list, Path recordings) throws IOException {
    List<RealCase> cases = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(list.toFile())) {
      String name = each.required("name").textValue();
      if (each.required("registers").isNull()) {
        continue;
      }
      for (String variant : VARIANTS) {
        Path recording =
            recordings.resolve(
                name + "-" + each.required("leaking").textValue() + "-" + variant + ".jfr");
        if (!Files.exists(recording)) {
          throw new IOException(recording + " is missing: run tools/cases.");
        }
        boolean overRelease = each.required("bug").textValue().equals("over-release");
        cases.add(new RealCase(name, variant, recording, overRelease, guilty(each)));
      }
    }
    return cases;
  }

  private static Set<String> guilty(JsonNode one) {
    JsonNode guilty = one.required("guilty");
    Set<String> methods = new LinkedHashSet<>();
    if (guilty.isArray()) {
      guilty.forEach(method -> methods.add(method.textValue()));
    } else {
      methods.add(guilty.textValue());
    }
    return methods;
  }
}
