package dev.rollcall.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where and when something was measured. */
record Machine(String jdk, String vm, int cores, String cpu, String date) {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  static Machine here() throws IOException {
    return new Machine(
        System.getProperty("java.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        cpuModel(),
        LocalDate.now(ZoneOffset.UTC).toString());
  }

  private static String cpuModel() throws IOException {
    String architecture = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!Files.exists(CPUS)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(CPUS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", " + architecture)
          .findFirst()
          .orElse(architecture);
    }
  }

  static Machine read(Path file) throws IOException {
    Map<?, ?> json = Json.object(Json.read(file));
    return new Machine(
        text(json, "jdk"),
        text(json, "vm"),
        ((Double) Objects.requireNonNull(json.get("cores"))).intValue(),
        text(json, "cpu"),
        text(json, "date"));
  }

  private static String text(Map<?, ?> json, String name) {
    return String.valueOf(json.get(name));
  }

  void write(Path file) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("jdk", jdk);
    values.put("vm", vm);
    values.put("cores", cores);
    values.put("cpu", cpu);
    values.put("date", date);
    Json.write(file, values);
  }
}
