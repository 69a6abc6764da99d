package dev.rollcall;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.Configuration;
import jdk.management.jfr.FlightRecorderMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.common.unit.IConstrainedMap;
import org.openjdk.jmc.common.unit.SimpleConstrainedMap;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.configuration.events.EventConfiguration;
import org.openjdk.jmc.flightrecorder.configuration.events.EventOptionID;
import org.openjdk.jmc.flightrecorder.configuration.model.xml.JFCGrammar;
import org.openjdk.jmc.flightrecorder.configuration.model.xml.XMLModel;
import org.openjdk.jmc.flightrecorder.configuration.model.xml.XMLTagInstance;

/**
 * The settings files as custom event templates of Cryostat, which reads them with Mission Control's
 * model, stores them under a name made of their label, keeps label, description and provider as
 * tags of the stored object, and hands them to a JVM by name and value, or as the text that the
 * model prints.
 */
class EventTemplateTest {
  private static final String ROLLCALL = "jfc/rollcall.jfc";
  private static final String PROFILE = "jfc/rollcall-profile.jfc";
  private static final String PRODUCTION = "jfc/rollcall-production.jfc";

  /** Of a tag's value in S3, in characters, of base 64 here. */
  private static final int LONGEST_TAG = 256;

  private static XMLModel model(String file) throws Exception {
    XMLModel model = EventConfiguration.createModel(Files.newInputStream(Path.of(file)));
    model.checkErrors();
    assertThat(model.hasErrors()).isFalse();
    return model;
  }

  /** An attribute of the root that is in the file, and not a default. */
  private static String explicit(XMLModel model, String name) {
    XMLTagInstance root = model.getRoot();
    return root.getAttributeInstances().stream()
        .filter(attribute -> attribute.getAttribute().getName().equals(name))
        .map(attribute -> Objects.requireNonNull(attribute.getExplicitValue(), name))
        .findFirst()
        .orElseThrow();
  }

  private static String name(XMLModel model) {
    return explicit(model, "label").replaceAll("\\W+", "_");
  }

  @Test
  void eachHasANameOfItsOwn() throws Exception {
    assertThat(List.of(name(model(ROLLCALL)), name(model(PROFILE)), name(model(PRODUCTION))))
        .containsExactly("Rollcall", "Rollcall_for_Profile", "Rollcall_for_Production");
    assertThat(Configuration.getConfigurations())
        .extracting(Configuration::getLabel)
        .isNotEmpty()
        .doesNotContain(
            "Rollcall",
            "Rollcall for Profile",
            "Rollcall_for_Profile",
            "Rollcall for Production",
            "Rollcall_for_Production");
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void whatIsKeptAsATagFitsIntoOne(String file) throws Exception {
    XMLModel model = model(file);

    assertThat(List.of(explicit(model, "label"), explicit(model, "provider"))).doesNotContain("");
    assertThat(explicit(model, "description")).isNotBlank();
    for (String name : List.of("label", "description", "provider")) {
      String value = explicit(model, name);
      assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(value)).as(value).isTrue();
      assertThat((value.length() + 2) / 3 * 4).as(value).isLessThanOrEqualTo(LONGEST_TAG);
    }
  }

  private static Map<String, String> options(XMLModel model) {
    IConstrainedMap<EventOptionID> options =
        new EventConfiguration(model)
            .getEventOptions(new SimpleConstrainedMap<>(UnitLookup.PLAIN_TEXT.getPersister()));
    return options.keySet().stream()
        .collect(
            toMap(
                EventOptionID::toString,
                id -> Objects.requireNonNull(options.getPersistableString(id))));
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void theOptionsByNameAreTheSettings(String file) throws Exception {
    assertThat(options(model(file)))
        .isEqualTo(Configuration.create(Path.of(file)).getSettings())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLLCALL, PROFILE, PRODUCTION})
  void aRecordingTakesTheOptionsAndTheStoredText(String file) throws Exception {
    XMLModel model = model(file);
    Map<String, String> options = options(model);
    model.getRoot().setValue(JFCGrammar.ATTRIBUTE_LABEL_MANDATORY, name(model));
    String stored = model.toString();

    assertThat(Configuration.create(new StringReader(stored)).getLabel()).isEqualTo(name(model));
    FlightRecorderMXBean recorder = ManagementFactory.getPlatformMXBean(FlightRecorderMXBean.class);
    long byText = recorder.newRecording();
    long byName = recorder.newRecording();
    recorder.setConfiguration(byText, stored);
    recorder.setRecordingSettings(byName, options);
    try {
      assertThat(recorder.getRecordingSettings(byText)).isEqualTo(options);
      assertThat(recorder.getRecordingSettings(byName)).isEqualTo(options);
    } finally {
      recorder.closeRecording(byText);
      recorder.closeRecording(byName);
    }
  }
}
