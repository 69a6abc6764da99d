package dev.rollcall.bench.read;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import one.jfr.JfrReader;
import one.jfr.event.Event;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Reads a recording once with one reader: {@code ReadOnce READER FILE}. Prints how many Rollcall
 * events it saw, in how many milliseconds, and the peak of the heap in MiB.
 */
public final class ReadOnce {
  private static final String OURS = "rollcall.";

  /** All events of ours but the curve, which tells of no life. */
  private static final Set<String> EVENTS =
      Stream.of(
              "Register",
              "Unregister",
              "Retain",
              "Release",
              "Touch",
              "Misuse",
              "Lost",
              "Overdue",
              "Leak",
              "LeakCheck",
              "Live",
              "LiveGroup",
              "Checkpoint")
          .map(OURS::concat)
          .collect(Collectors.toSet());

  private static final long MIB = 1 << 20;

  private ReadOnce() {}

  /** See {@link ReadOnce}. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    long start = System.nanoTime();
    long events =
        switch (Reader.valueOf(args[0])) {
          case ROLLCALL -> rollcall(file);
          case ROLLCALL_EVENTS -> rollcallEvents(file);
          case JMC_DROPPING -> jmcDropping(file);
          case JMC -> jmc(file);
          case JDK -> jdk(file);
          case ASYNC_PROFILER -> asyncProfiler(file);
        };
    long millis = (System.nanoTime() - start) / 1_000_000;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf(Locale.ROOT, "%d %d %d%n", events, millis, peak / MIB);
  }

  /** The whole report, but for writing it. */
  private static long rollcall(Path file) throws Exception {
    JvmLog roll = new JvmLog();
    Recording recording = new RecordingReader().read(file, file, roll);
    Analysis analysis = new Analysis();
    analysis.add(recording, roll, null);
    Findings findings = analysis.findings(3);
    if (findings.totals().leaked() == 0) {
      throw new IllegalStateException("the leaks were not found");
    }
    return recording.lifecycleEvents();
  }

  private static long rollcallEvents(Path file) throws Exception {
    return new RecordingReader().read(file, event -> {}).lifecycleEvents();
  }

  /** Parses all events, and drops each as soon as it has been delivered. */
  private static long jmcDropping(Path file) throws Exception {
    LongAdder events = new LongAdder();
    JfrLoaderToolkit.loadEvents(List.of(file.toFile()), List.of(new Dropping(events)));
    return events.sum();
  }

  private record Dropping(LongAdder events) implements IParserExtension, IEventSinkFactory {
    @Override
    public IEventSinkFactory getEventSinkFactory(IEventSinkFactory others) {
      return this;
    }

    @Override
    public IEventSink create(
        String type, String label, String[] category, String text, List<ValueField> fields) {
      return EVENTS.contains(type) ? row -> events.increment() : row -> {};
    }

    @Override
    public void flush() {}
  }

  /** Loads all events, as Mission Control does; nothing is computed of them. */
  private static long jmc(Path file) throws Exception {
    long events = 0;
    for (IItemIterable items : JfrLoaderToolkit.loadEvents(file.toFile())) {
      if (EVENTS.contains(items.getType().getIdentifier())) {
        events += items.getItemCount();
      }
    }
    return events;
  }

  private static long jdk(Path file) throws IOException {
    long events = 0;
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (EVENTS.contains(event.getEventType().getName())) {
          events++;
        }
      }
    }
    return events;
  }

  /** The fastest public reader; events of types that it does not know are built by reflection. */
  private static long asyncProfiler(Path file) throws IOException {
    long events = 0;
    try (JfrReader reader = new JfrReader(file.toString())) {
      EVENTS.forEach(type -> reader.registerEvent(type, OurEvent.class));
      while (reader.readEvent(OurEvent.class) != null) {
        events++;
      }
    }
    return events;
  }

  /** What an event of ours begins with. */
  public static final class OurEvent extends Event {
    final int checkerId;
    final long resourceId;

    /** Called by the reader. */
    public OurEvent(JfrReader reader) {
      super(reader.getVarlong(), reader.getVarint(), reader.getVarint());
      checkerId = reader.getVarint();
      resourceId = reader.getVarlong();
    }
  }
}
