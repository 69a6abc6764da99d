package dev.rollcall;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.JfrTool;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jdk.jfr.Configuration;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.flightrecorder.configuration.events.EventConfiguration;
import org.openjdk.jmc.flightrecorder.configuration.events.SchemaVersion;
import org.openjdk.jmc.flightrecorder.configuration.model.xml.XMLModel;
import org.openjdk.jmc.flightrecorder.configuration.model.xml.XMLValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The settings files as files: what reads and edits them accepts them, and all they can be set to.
 */
class JfcFileTest {
  private static final String ROLLCALL = "jfc/rollcall.jfc";
  private static final String PROFILE = "jfc/rollcall-profile.jfc";
  private static final String PRODUCTION = "jfc/rollcall-production.jfc";

  @TempDir private Path directory = Path.of("");

  private static Set<String> rollcallTypes() {
    LeakChecker.builder().build();
    return FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .map(EventType::getName)
        .filter(name -> name.startsWith("rollcall."))
        .collect(toSet());
  }

  private static Map<String, String> settings(Path file) throws Exception {
    return Configuration.create(file).getSettings();
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void everyEventIsSet(String name) throws Exception {
    Map<String, String> settings = settings(Path.of(name));

    assertThat(rollcallTypes()).hasSize(15);
    assertThat(rollcallTypes())
        .allSatisfy(type -> assertThat(settings).containsEntry(type + "#enabled", "true"));
    assertThat(settings.keySet())
        .filteredOn(key -> key.startsWith("rollcall."))
        .allSatisfy(key -> assertThat(rollcallTypes()).contains(key.split("#", 2)[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void theJarHasTheSameFile(String name) throws Exception {
    String resource = "/dev/rollcall/" + name;
    try (InputStream stream = LeakChecker.class.getResourceAsStream(resource)) {
      assertThat(Objects.requireNonNull(stream, resource).readAllBytes())
          .isEqualTo(Files.readAllBytes(Path.of(name)));
    }
  }

  /** What Mission Control has against a file: its schema first, then its validator. */
  private static List<String> objections(String xml) throws Exception {
    try {
      EventConfiguration.validate(
          new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
          "a file",
          SchemaVersion.V2);
    } catch (ParseException e) {
      return List.of(Objects.requireNonNull(e.getMessage()));
    }
    return faults(xml);
  }

  private static List<String> faults(String xml) throws Exception {
    XMLModel model = EventConfiguration.createModel(xml);
    model.checkErrors();
    return model.getResults().stream()
        .filter(result -> result != XMLValidationResult.OK)
        .map(XMLValidationResult::getText)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void missionControlHasNothingAgainstTheFile(String name) throws Exception {
    assertThat(objections(Files.readString(Path.of(name)))).isEmpty();
  }

  /** That it looks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        " label=\"Rollcall\"",
        " name=\"rollcall-steps\"",
        " default=\"all\"",
        " operator=\"equal\"",
        "<and>",
      })
  void missionControlMissesWhatIsTakenAway(String part) throws Exception {
    String whole = Files.readString(Path.of(ROLLCALL));
    String wrong = whole.replaceFirst(part, "");

    assertThat(wrong).isNotEqualTo(whole);
    assertThat(objections(wrong)).isNotEmpty();
  }

  private static Document parse(String name) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(name).toFile());
  }

  private static Stream<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }

  private static List<String> names(Document document, String... tags) {
    return Stream.of(tags)
        .flatMap(tag -> elements(document, tag))
        .map(element -> element.getAttribute("name"))
        .toList();
  }

  /** Which Mission Control checks for files of version 1 only. */
  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void everyControlIsThereOnceAndUsed(String name) throws Exception {
    Document document = parse(name);
    List<String> controls = names(document, "flag", "selection", "condition");
    List<String> used = new ArrayList<>(names(document, "test"));
    elements(document, "setting")
        .map(setting -> setting.getAttribute("control"))
        .filter(control -> !control.isEmpty())
        .forEach(used::add);

    assertThat(controls).isNotEmpty().doesNotHaveDuplicates();
    assertThat(Set.copyOf(used)).isEqualTo(Set.copyOf(controls));
  }

  /** Each option set to each of its values: by name, the value that a file with it has. */
  private static Map<String, String> choices(String name) throws Exception {
    Map<String, String> choices = new HashMap<>();
    Document document = parse(name);
    names(document, "flag")
        .forEach(
            flag -> {
              choices.put(flag + "=true", "true");
              choices.put(flag + "=false", "false");
            });
    elements(document, "option")
        .forEach(
            option ->
                choices.put(
                    ((Element) option.getParentNode()).getAttribute("name")
                        + "="
                        + option.getAttribute("name"),
                    option.getTextContent()));
    return choices;
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void everyValueOfEveryOptionMakesAFileThatIsAccepted(String name) throws Exception {
    Path made = directory.resolve("made.jfc");
    Map<String, String> asIs = settings(Path.of(name));
    int changed = 0;
    for (String choice : choices(name).keySet()) {
      JfrTool.out("configure", "--input", name, choice, "--output", made);

      assertThat(settings(made).keySet()).as(choice).isEqualTo(asIs.keySet());
      assertThat(objections(Files.readString(made))).as(choice).isEmpty();
      changed += settings(made).equals(asIs) ? 0 : 1;
    }
    // Of each option one value is what the file has.
    long options = names(parse(name), "flag", "selection").size();
    assertThat(changed).isEqualTo(choices(name).size() - (int) options);
  }

  @Test
  void theOptionsAreTheSameInBothFilesButForExceptions() throws Exception {
    Map<String, String> own = choices(ROLLCALL);
    own.keySet().removeIf(choice -> choice.startsWith("rollcall-exceptions="));

    assertThat(choices(PROFILE)).isEqualTo(own).hasSizeGreaterThan(10);
  }

  @Test
  void thatOfProductionIsTheWholeOneWithOtherDefaults() throws Exception {
    Map<String, String> whole = settings(Path.of(ROLLCALL));
    Map<String, String> production = settings(Path.of(PRODUCTION));

    assertThat(choices(PRODUCTION)).isEqualTo(choices(ROLLCALL));
    assertThat(production).hasSameSizeAs(whole).containsKeys(whole.keySet().toArray(String[]::new));
    production.entrySet().removeAll(whole.entrySet());
    assertThat(production)
        .containsOnly(
            Map.entry("rollcall.Register#lives", "100/s"),
            Map.entry("rollcall.Use#lives", "10/s"),
            Map.entry("rollcall.LiveCount#period", "10 s"),
            Map.entry("jdk.JavaExceptionThrow#enabled", "false"));
  }

  /** One recording takes one file in most managers of recordings. */
  @Test
  void theProfileSetAndOursCanBeOneFile() throws Exception {
    Path made = directory.resolve("both.jfc");
    JfrTool.out("configure", "--input", "profile.jfc," + PROFILE, "--output", made);

    Map<String, String> expected =
        new HashMap<>(Configuration.getConfiguration("profile").getSettings());
    expected.putAll(settings(Path.of(PROFILE)));
    assertThat(settings(made)).isEqualTo(expected);
    // The tool writes one set's controls between the events, which the schema has last.
    assertThat(faults(Files.readString(made))).isEmpty();
    assertThat(Configuration.create(made).getLabel()).isEqualTo("Custom");
  }
}
