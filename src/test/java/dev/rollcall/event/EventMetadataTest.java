package dev.rollcall.event;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.SettingDescriptor;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** What a reader of a recording, human or program, is told of the events and their fields. */
class EventMetadataTest {
  private static final Set<String> COMMON =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  private static Map<String, EventType> types() {
    LeakChecker.builder().build();
    return FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .filter(type -> type.getName().startsWith("rollcall."))
        .collect(toMap(EventType::getName, type -> type, (a, b) -> a, TreeMap::new));
  }

  private static EventType type(String name) {
    return Objects.requireNonNull(types().get(name));
  }

  private static List<ValueDescriptor> fields(EventType type) {
    return type.getFields().stream().filter(field -> !COMMON.contains(field.getName())).toList();
  }

  @Test
  void everyEventClassIsRegistered() throws Exception {
    assertThat(EventClasses.all())
        .allMatch(type -> Event.class.isAssignableFrom(type))
        .allMatch(type -> Modifier.isFinal(type.getModifiers()))
        .extracting(type -> type.getAnnotation(Name.class).value())
        .containsExactlyInAnyOrderElementsOf(types().keySet());
  }

  @Test
  void theEventsAndTheirFieldsAreThese() {
    assertThat(types().entrySet())
        .extracting(type -> type.getKey() + " " + fieldTypes(type.getValue()))
        .containsExactly(
            "rollcall.Checkpoint checkerId:int ignored:long jvmId:long labels:String live:long phase:String"
                + " registered:long unfollowed:long unfollowedEnded:long unregistered:long"
                + " written:long",
            "rollcall.Leak age:long bytes:long checkId:int checkerId:int fingerprint:String"
                + " followed:boolean ownerId:long refCount:long resourceId:long resourceType:Class"
                + " state:String",
            "rollcall.LeakCheck checkId:int checkerId:int ignored:long leaked:long live:long"
                + " registered:long test:String trigger:String unfollowed:long unfollowedEnded:long"
                + " unregistered:long",
            "rollcall.Live age:long bytes:long checkerId:int description:String fingerprint:String"
                + " followed:boolean ignored:boolean ownerId:long refCount:long registeredAt:long registeredBy:String"
                + " resourceId:long resourceType:Class sequence:int site:String state:String",
            "rollcall.LiveCount bytes:long checkerId:int live:long oldest:long overdue:long"
                + " registered:long resourceType:Class unregistered:long",
            "rollcall.LiveGroup bytes:long checkerId:int count:long fingerprint:String ignored:boolean"
                + " resourceType:Class site:String",
            "rollcall.Lost checkerId:int fingerprint:String resourceId:long resourceType:Class",
            "rollcall.Misuse checkerId:int kind:String message:String resourceId:long"
                + " resourceType:Class",
            "rollcall.Overdue age:long checkerId:int expected:long fingerprint:String holder:String"
                + " holderEnded:boolean holderStack:String others:long resourceId:long"
                + " resourceType:Class returned:boolean site:String",
            "rollcall.Register bytes:long checkerId:int description:String ownerId:long resourceId:long"
                + " resourceType:Class uses:boolean",
            "rollcall.Release checkerId:int ownerId:long refCount:long resourceId:long"
                + " resourceType:Class sequence:int",
            "rollcall.Retain checkerId:int ownerId:long refCount:long resourceId:long"
                + " resourceType:Class sequence:int",
            "rollcall.Touch checkerId:int note:String resourceId:long resourceType:Class"
                + " sequence:int",
            "rollcall.Unregister byCollector:boolean checkerId:int lastRelease:boolean"
                + " ownerId:long resourceId:long resourceType:Class sequence:int",
            "rollcall.Use checkerId:int resourceId:long resourceType:Class sequence:int");
  }

  private static String fieldTypes(EventType type) {
    return fields(type).stream()
        .map(
            field ->
                field.getName()
                    + ":"
                    + field.getTypeName().substring(field.getTypeName().lastIndexOf('.') + 1))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void everyTypeHasALabelADescriptionAndTheCategory() {
    assertThat(types().values())
        .allSatisfy(
            type -> {
              assertThat(type.getLabel()).as(type.getName()).isNotBlank();
              assertThat(type.getDescription()).as(type.getName()).isNotBlank();
              assertThat(type.getCategoryNames()).as(type.getName()).containsExactly("Rollcall");
            });
    assertThat(types().values()).extracting(EventType::getLabel).doesNotHaveDuplicates();
  }

  @Test
  void everyFieldHasALabelAndADescription() {
    types()
        .values()
        .forEach(
            type ->
                assertThat(fields(type))
                    .isNotEmpty()
                    .allSatisfy(
                        field -> {
                          String name = type.getName() + "." + field.getName();
                          assertThat(field.getLabel()).as(name).isNotBlank();
                          assertThat(field.getDescription()).as(name).isNotBlank();
                        }));
  }

  @Test
  void idsAreAddressesAndTimesAreTimes() {
    Map<String, EventType> types = types();
    assertThat(types.values())
        .filteredOn(type -> type.getField("resourceId") != null)
        .hasSize(11)
        .allMatch(type -> type.getField("resourceId").getAnnotation(MemoryAddress.class) != null);
    assertThat(types.values())
        .filteredOn(type -> type.getField("age") != null)
        .hasSize(3)
        .allMatch(
            type ->
                type.getField("age")
                    .getAnnotation(Timespan.class)
                    .value()
                    .equals(Timespan.MILLISECONDS));
    assertThat(
            type("rollcall.Live").getField("registeredAt").getAnnotation(Timestamp.class).value())
        .isEqualTo(Timestamp.MILLISECONDS_SINCE_EPOCH);
  }

  @Test
  void bytesAreAnAmountOfData() {
    assertThat(types().values())
        .filteredOn(type -> type.getField("bytes") != null)
        .hasSize(5)
        .allMatch(
            type ->
                DataAmount.BYTES.equals(
                    type.getField("bytes").getAnnotation(DataAmount.class).value()));
  }

  @Test
  void stackTracesAreTakenWhereTheCallerMatters() {
    assertThat(
            types().values().stream()
                .filter(type -> "true".equals(setting(type, "stackTrace")))
                .map(EventType::getName))
        .containsExactly(
            "rollcall.LeakCheck",
            "rollcall.Misuse",
            "rollcall.Register",
            "rollcall.Release",
            "rollcall.Retain",
            "rollcall.Touch",
            "rollcall.Unregister",
            "rollcall.Use");
  }

  @Test
  void theDefaultsRecordEverything() {
    assertThat(types().values()).allMatch(type -> "true".equals(setting(type, "enabled")));
    assertThat(setting(type("rollcall.Checkpoint"), "period")).isEqualTo("endChunk");
    assertThat(setting(type("rollcall.LiveCount"), "period")).isEqualTo("1 s");
  }

  private static String setting(EventType type, String name) {
    return type.getSettingDescriptors().stream()
        .filter(setting -> setting.getName().equals(name))
        .map(SettingDescriptor::getDefaultValue)
        .findFirst()
        .orElse("none");
  }
}
