package dev.rollcall.cli.mcp.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.cli.mcp.files.StartDirectories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Questions about what is in some directories. Each answer is held against its schema and its
 * bound.
 */
public final class Asking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final List<Question> questions;

  /** What was answered, as whoever asks is sent it. */
  public record Told(JsonNode fields, String text) {
    /** A field, by its path, as "/totals/leaked". */
    public JsonNode at(String path) {
      JsonNode value = fields.at(path);
      assertThat(value.isMissingNode()).as(path + " of " + fields).isFalse();
      return value;
    }

    /** All that was answered. */
    public String all() {
      return fields + "\n" + text;
    }
  }

  public Asking(Path... directories) throws Refusal {
    questions =
        Questions.of(StartDirectories.of(Arrays.stream(directories).map(Path::toString).toList()));
  }

  /** Puts a golden recording into a directory. */
  public static void unpack(String name, Path directory) throws IOException {
    try (InputStream packed =
        Objects.requireNonNull(
            Asking.class.getResourceAsStream("/dev/rollcall/golden/" + name + ".jfr.gz"), name)) {
      Files.copy(
          new GZIPInputStream(packed),
          directory.resolve(name + ".jfr"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** All questions. */
  public List<Question> questions() {
    return questions;
  }

  /** The answer to a question, whose arguments are JSON with single quotes. */
  public Told ask(String name, String arguments) throws Exception {
    Question question = question(name);
    Answer answer = Questions.ask(question, arguments(arguments));
    String sent = JSON.writeValueAsString(answer.fields());
    assertThat(errors(question.asks().map(), JSON.valueToTree(arguments(arguments)))).isEmpty();
    assertThat(errors(question.answers().map(), JSON.readTree(sent))).isEmpty();
    assertThat(sent.getBytes(UTF_8).length + JSON.writeValueAsBytes(answer.text()).length)
        .isLessThanOrEqualTo(Answer.MOST_BYTES);
    return new Told(JSON.readTree(sent), answer.text());
  }

  /** Why a question is not answered. */
  public String refused(String name, String arguments) throws JsonProcessingException {
    Map<String, Object> given = arguments(arguments);
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> Questions.ask(question(name), given));
    assertThat(refusal).as(name + " " + arguments).isNotNull();
    assertThat(refusal.sentence()).doesNotContain("Exception", "\n");
    return refusal.sentence();
  }

  private Question question(String name) {
    return questions.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, Object> arguments(String json) throws JsonProcessingException {
    return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
  }

  private static Iterable<?> errors(Map<String, Object> schema, JsonNode value) {
    JsonNode node = JSON.valueToTree(schema);
    assertThat(SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(node)).isEmpty();
    return SCHEMAS.getSchema(node).validate(value);
  }
}
