package dev.rollcall.cases;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The list of real cases, and where their sources are. Paths are relative to the lab. */
final class CaseList {
  static final Path SOURCES = Path.of("src/cases/java");

  /** What the programs share. */
  static final Path OPERATIONS = SOURCES.resolve("dev/rollcall/cases/Operations.java");

  static final Path FILE = Path.of("src/cases/cases.json");

  private CaseList() {}

  /** All cases, in the order of the list. */
  static List<RealCase> read() throws IOException {
    return List.of(
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build()
            .readValue(FILE.toFile(), RealCase[].class));
  }
}
