package dev.rollcall.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IDescribable;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.ContentType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * What Mission Control's core libraries make of a recording: what its window has to show.
 *
 * @param items all events
 * @param categories the path of each event type in the tree of types, by its name
 * @param columns the columns of Rollcall's events
 */
record Shown(IItemCollection items, Map<String, List<String>> categories, List<Column> columns) {
  static final Shown NOTHING = new Shown(ItemCollectionToolkit.EMPTY, Map.of(), List.of());

  private static final IAttribute<IQuantity> CHECKER =
      Attribute.attr("checkerId", "", UnitLookup.ADDRESS);

  /** What the parser adds to every event. */
  private static final Set<String> COMMON =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  /**
   * A field of one event type.
   *
   * @param value that of one event, as a cell shows it
   */
  record Column(
      IType<IItem> event,
      String id,
      String label,
      String description,
      ContentType<?> contentType,
      String value) {
    @Override
    public String toString() {
      return event.getIdentifier() + "." + id;
    }
  }

  /** Reads a file, of Rollcall's events those of one checker. */
  static Shown read(Path file, int checkerId) throws Exception {
    Tree tree = new Tree(new ConcurrentHashMap<>());
    IItemCollection items =
        JfrLoaderToolkit.loadEvents(List.of(file.toFile()), List.<IParserExtension>of(tree));
    List<Column> columns = new ArrayList<>();
    for (IItemIterable ofOneType : items.apply(ItemFilters.equals(CHECKER, address(checkerId)))) {
      IType<IItem> type = ofOneType.getType();
      // Of each chunk there is one; in some there may be events of other checkers only.
      ofOneType.stream()
          .findFirst()
          .ifPresent(
              one ->
                  type.getAccessorKeys()
                      .forEach((key, said) -> columns.add(column(type, key, said, one))));
    }
    columns.removeIf(column -> COMMON.contains(column.id()));
    return new Shown(items, Map.copyOf(tree.paths), List.copyOf(columns));
  }

  static IQuantity address(long value) {
    return UnitLookup.ADDRESS_UNITY.quantity(value);
  }

  private static <T> Column column(
      IType<IItem> event, IAccessorKey<T> key, IDescribable said, IItem one) {
    IMemberAccessor<? extends T, IItem> accessor = event.getAccessor(key);
    T value = accessor.getMember(one);
    return new Column(
        event,
        key.getIdentifier(),
        said.getName(),
        said.getDescription() == null ? "" : said.getDescription(),
        (ContentType<?>) key.getContentType(),
        value == null ? "" : key.getContentType().getDefaultFormatter().format(value));
  }

  /** The types of a recording, as the parser hands them on. */
  private record Tree(Map<String, List<String>> paths) implements IParserExtension {
    @Override
    public IEventSinkFactory getEventSinkFactory(IEventSinkFactory next) {
      return new IEventSinkFactory() {
        @Override
        public IEventSink create(
            String id,
            String label,
            String @Nullable [] category,
            String description,
            List<ValueField> fields) {
          paths.put(id, category == null ? List.of() : List.of(category));
          return next.create(id, label, category, description, fields);
        }

        @Override
        public void flush() {
          next.flush();
        }
      };
    }
  }
}
