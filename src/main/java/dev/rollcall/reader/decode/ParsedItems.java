package dev.rollcall.reader.decode;

import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ChunkFault.Kind;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.UnreadableRecordingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.flightrecorder.IParserStats;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;

/**
 * The events among items that Mission Control has parsed. It keeps them type by type, each sorted
 * by time; they are delivered as one sequence by time, because whoever collects them lets go of
 * lives that ended long before.
 *
 * <p>Items do not tell what the parser passed over without a word, above all a last chunk that is
 * cut off: a {@link RecordingReader} of the file does.
 */
public final class ParsedItems {
  private static final int CHECK_STOP = 1 << 10;

  /** Items do not say which file they are from. */
  private static final Path FILE = Path.of("items");

  private final Interned interned = new Interned();
  private final SharedConstants constants = new SharedConstants(interned);
  private final JvmEvents jvmEvents = new JvmEvents();
  private final List<ItemLane> lanes = new ArrayList<>();
  private final BooleanSupplier stopped;
  private boolean requests;
  private long events;
  private long start = Long.MAX_VALUE;
  private long end;

  private ParsedItems(BooleanSupplier stopped) {
    this.stopped = stopped;
  }

  /**
   * Delivers the events among items, and tells what is known of the recording they come from.
   *
   * @param stopped is asked now and then whether to give up
   * @throws UnreadableRecordingException if the items are of several JVMs, whose resource ids
   *     cannot be told apart
   * @throws CancellationException if it was stopped
   */
  public static Recording read(
      IItemCollection items,
      Consumer<? super LifecycleEvent> consumer,
      Consumer<? super ContextEvent> context,
      BooleanSupplier stopped)
      throws UnreadableRecordingException {
    ParsedItems parsed = new ParsedItems(stopped);
    for (IItemIterable ofOneType : items) {
      parsed.add(ofOneType);
    }
    if (parsed.jvmEvents.jvms() > 1) {
      throw new UnreadableRecordingException(
          "these events are from "
              + parsed.jvmEvents.jvms()
              + " JVMs, but resource ids are unique only within one; open the recordings of one JVM"
              + " at a time");
    }
    parsed.deliver(consumer, context);
    return parsed.recording(items);
  }

  private void add(IItemIterable items) {
    String type = items.getType().getIdentifier();
    ItemRows rows = new ItemRows(items);
    Decoder decoder = Decoder.of(type, rows.fields(), constants);
    if (decoder == null) {
      decoder = ContextDecoders.of(type, rows.fields(), constants);
    }
    if (decoder == null) {
      // Items do not say which of their fields are contextual.
      decoder = RequestDecoders.of(type, rows.fields(), Map.of(), constants);
      requests |= decoder != null;
    }
    if (decoder != null) {
      lanes.add(new ItemLane(rows, decoder));
      return;
    }
    IEventSink ofJvm = jvmEvents.sink(type, rows.fields());
    @Nullable Object[] row = ofJvm == null ? null : rows.next();
    while (ofJvm != null && row != null) {
      ofJvm.addEvent(row);
      row = rows.next();
    }
  }

  private void deliver(
      Consumer<? super LifecycleEvent> consumer, Consumer<? super ContextEvent> context) {
    PriorityQueue<ItemLane> earliest =
        new PriorityQueue<>(Comparator.comparingLong(ItemLane::time));
    lanes.stream().filter(ItemLane::advance).forEach(earliest::add);
    if (requests) {
      context.accept(new ContextEvent.RequestsDeclared());
    }
    long count = 0;
    while (!earliest.isEmpty()) {
      if (count++ % CHECK_STOP == 0 && stopped.getAsBoolean()) {
        throw new CancellationException();
      }
      ItemLane lane = earliest.remove();
      RecordingEvent event = lane.head();
      if (event instanceof LifecycleEvent ofRollcall) {
        consumer.accept(ofRollcall);
        if (event instanceof Checkpoint checkpoint) {
          jvmEvents.note(checkpoint);
        }
        if (event.counts()) {
          events++;
          start = Math.min(start, lane.time());
          end = Math.max(end, lane.time());
        }
      } else if (event instanceof ContextEvent around) {
        context.accept(around);
      }
      if (lane.advance()) {
        earliest.add(lane);
      }
    }
  }

  private Recording recording(IItemCollection items) {
    boolean damaged = lanes.stream().anyMatch(ItemLane::isDamaged) || skipped(items) > 0;
    return new Recording(
        FILE,
        jvmEvents.jvm(),
        events == 0 ? 0 : start,
        end,
        0,
        1,
        events,
        damaged
            ? List.of(
                new ChunkFault(0, Kind.DAMAGED, "some of its bytes do not follow the JFR format"))
            : List.of(),
        jvmEvents.dataLoss(),
        jvmEvents.settings(),
        interned.takeSourceFiles());
  }

  private static long skipped(IItemCollection items) {
    return items instanceof IParserStats stats ? stats.getSkippedEventCount() : 0;
  }
}
