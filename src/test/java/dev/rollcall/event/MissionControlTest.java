package dev.rollcall.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.event.Shown.Column;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;

/**
 * What Mission Control shows of each event and each field, read by its own parser from a recording
 * that holds an event of each class that there is.
 */
class MissionControlTest {
  /** More than an ordinary number can be without being shown rounded. */
  private static final int NUMBER = 0x12345678;

  private static final String HEX = "0x12345678";

  /** An ordinary word begins with a capital in a label; these need not. */
  private static final Set<String> SMALL_WORDS = Set.of("at", "by", "of", "the", "and", "or", "in");

  private static final int LONGEST_LABEL = 30;

  @TempDir private static Path directory = Path.of("");

  private static Shown shown = Shown.NOTHING;

  @BeforeAll
  static void recordOneOfEach() throws Exception {
    Path file = directory.resolve("each.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      for (Class<? extends Event> type : EventClasses.all()) {
        EventClasses.commit(type, NUMBER);
      }
      recording.stop();
      recording.dump(file);
    }
    shown = Shown.read(file, NUMBER);
  }

  private static Set<String> ids(List<Column> columns) {
    return columns.stream().map(Column::id).collect(toSet());
  }

  @Test
  void everyFieldOfEveryEventIsAColumn() throws Exception {
    Map<String, List<Column>> byEvent =
        shown.columns().stream().collect(groupingBy(column -> column.event().getIdentifier()));

    assertThat(byEvent.keySet())
        .containsExactlyInAnyOrderElementsOf(
            EventClasses.all().stream().map(EventClasses::name).toList());
    for (Class<? extends Event> type : EventClasses.all()) {
      assertThat(ids(Objects.requireNonNull(byEvent.get(EventClasses.name(type)))))
          .as(EventClasses.name(type))
          .containsExactlyInAnyOrderElementsOf(
              EventClasses.fields(type).stream().map(Field::getName).toList());
    }
  }

  @Test
  void allEventsAreInOneFolderOfTheTree() throws Exception {
    for (Class<? extends Event> type : EventClasses.all()) {
      assertThat(shown.categories().get(EventClasses.name(type)))
          .as(EventClasses.name(type))
          .containsExactly("Rollcall");
    }
  }

  /** As the JDK labels its own events: short, and each word of weight begins with a capital. */
  @Test
  void labelsAreHeadlines() {
    assertThat(shown.columns())
        .allSatisfy(column -> assertHeadline(column.label()))
        .allSatisfy(column -> assertHeadline(column.event().getName()));
  }

  private static void assertHeadline(String label) {
    assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_LABEL);
    for (String word : label.split(" ", -1)) {
      assertThat(SMALL_WORDS.contains(word) || Character.isUpperCase(word.codePointAt(0)))
          .as(label)
          .isTrue();
    }
    assertThat(label).as("its first word").matches("\\p{Lu}.*");
  }

  /** As the JDK describes its own: a sentence that begins with a capital and has no full stop. */
  @Test
  void descriptionsAreSentences() {
    assertThat(shown.columns())
        .allSatisfy(column -> assertSentence(column.description(), column.label()))
        .allSatisfy(
            column -> assertSentence(column.event().getDescription(), column.event().getName()));
  }

  private static void assertSentence(String description, String label) {
    assertThat(description)
        .as(label)
        .isNotEqualToIgnoringCase(label)
        .matches("\\p{Lu}.*[^.\\s]")
        .doesNotContain("  ");
    assertThat(description.split(" ")).as(label).hasSizeGreaterThan(3);
  }

  /** Mission Control takes columns of one name and one content type for one. */
  @Test
  void aColumnIsToldAlikeInAllEvents() {
    Map<String, Set<String>> told =
        shown.columns().stream()
            .collect(
                groupingBy(
                    column -> column.id() + " as " + column.contentType().getIdentifier(),
                    mapping(column -> column.label() + ": " + column.description(), toSet())));

    assertThat(told).allSatisfy((id, texts) -> assertThat(texts).as(id).hasSize(1));
  }

  /** Totals count the ignored; of a resource it is said whether it is one. Nothing else differs. */
  @Test
  void aFieldIsOfOneContentTypeInAllEvents() {
    Map<String, Set<String>> types =
        shown.columns().stream()
            .collect(
                groupingBy(
                    Column::id, mapping(column -> column.contentType().getIdentifier(), toSet())));

    assertThat(types.entrySet())
        .filteredOn(type -> type.getValue().size() > 1)
        .containsExactly(Map.entry("ignored", Set.of("boolean", "raw number")));
  }

  @Test
  void idsAreAddresses() {
    assertThat(shown.columns())
        .filteredOn(column -> column.id().endsWith("Id"))
        .extracting(Column::id)
        .contains("resourceId", "checkerId", "checkId");
    assertThat(shown.columns())
        .allSatisfy(
            column -> {
              boolean id = column.id().endsWith("Id");
              assertThat(column.label().endsWith(" Id")).isEqualTo(id);
              assertThat(column.contentType() == UnitLookup.ADDRESS).isEqualTo(id);
              assertThat(column.value().equals(HEX)).isEqualTo(id);
            });
  }

  /** Without a persister the window has no filter, no grouping and no selection of equal values. */
  @Test
  void allButCountsCanBeFilteredAndGrouped() {
    assertThat(shown.columns())
        .filteredOn(column -> column.contentType().getPersister() == null)
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.contentType()).isEqualTo(UnitLookup.RAW_NUMBER);
              assertThat(column.description()).startsWith("Number of ");
              assertThat(column.value()).as("in full").isEqualTo(Integer.toString(NUMBER));
            });
  }

  @Test
  void whatIsAPlainNumberCountsOrOrders() {
    assertThat(shown.columns())
        .filteredOn(column -> column.contentType() == UnitLookup.NUMBER)
        .isNotEmpty()
        .allSatisfy(column -> assertThat(column.description()).startsWith("Order of "));
  }

  @Test
  void timesHaveUnits() {
    assertThat(shown.columns())
        .filteredOn(column -> column.id().equals("age"))
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.contentType()).isEqualTo(UnitLookup.TIMESPAN);
              assertThat(column.value()).matches("3\\hd\\h13\\hh");
            });
    assertThat(shown.columns())
        .filteredOn(column -> column.id().endsWith("At"))
        .isNotEmpty()
        .allSatisfy(column -> assertThat(column.contentType()).isEqualTo(UnitLookup.TIMESTAMP));
  }

  @Test
  void typesAreClasses() {
    assertThat(shown.columns())
        .filteredOn(column -> column.id().endsWith("Type"))
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.contentType()).isEqualTo(UnitLookup.CLASS);
              assertThat(column.value()).isEqualTo(EventClasses.class.getName());
            });
  }

  /** What the window does on "show events with the same Resource Id". */
  @Test
  void aResourceIsFollowedThroughAllEvents() throws Exception {
    IAttribute<IQuantity> id = Attribute.attr("resourceId", "", UnitLookup.ADDRESS);
    String kept = UnitLookup.ADDRESS.getPersister().persistableString(Shown.address(NUMBER));
    IItemCollection same =
        shown
            .items()
            .apply(ItemFilters.equals(id, UnitLookup.ADDRESS.getPersister().parsePersisted(kept)));

    assertThat(
            StreamSupport.stream(same.spliterator(), false)
                .filter(IItemIterable::hasItems)
                .map(IItemIterable::getType)
                .map(type -> type.getIdentifier()))
        .containsExactlyInAnyOrderElementsOf(
            EventClasses.all().stream()
                .filter(type -> ResourceEvent.class.isAssignableFrom(type))
                .map(EventClasses::name)
                .toList());
    assertThat(same.getAggregate(Aggregators.distinct(id)))
        .as("the groups")
        .containsExactly(Shown.address(NUMBER));
  }
}
