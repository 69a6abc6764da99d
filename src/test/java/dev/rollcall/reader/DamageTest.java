package dev.rollcall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.CompressedNumber;
import dev.rollcall.reader.decode.Interned;
import dev.rollcall.reader.decode.SharedConstants;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.SampleProgram;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.recording.UnreadableRecordingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What damage costs: its chunk's rest, and nothing else. */
final class DamageTest {
  private static final int PER_CHUNK = SampleProgram.PER_CHUNK;
  private static final int ALL = PER_CHUNK * SampleProgram.CHUNKS;

  @TempDir private Path directory = Path.of("");
  private byte[] bytes = new byte[0];
  private List<Integer> starts = List.of();
  private final Set<Long> registered = new TreeSet<>();

  @BeforeEach
  void readIntoMemory() throws IOException {
    Path whole = SampleRecordings.get("chunks");
    bytes = Files.readAllBytes(whole);
    List<Integer> offsets = new ArrayList<>();
    try (FileChannel file = FileChannel.open(whole)) {
      long at = 0;
      while (at < bytes.length) {
        offsets.add((int) at);
        at += Objects.requireNonNull(ChunkHeader.read(file, at)).size();
      }
    }
    starts = offsets;
    assertThat(starts.size()).isGreaterThanOrEqualTo(SampleProgram.CHUNKS);
  }

  private Recording read(byte[] content) throws Exception {
    Path file = directory.resolve("damaged.jfr");
    Files.write(file, content);
    registered.clear();
    return new RecordingReader(Duration.ofSeconds(20), 1, ReadProgress.NONE)
        .read(
            file,
            event -> {
              if (event instanceof Registered r) {
                registered.add(r.resourceId());
              }
            });
  }

  /** A file may hold more of them than a report can list. */
  @Test
  void placesWithoutEndAreCounted() throws Exception {
    byte[] header = new ChunkHeader(0, 0, 0, 0, 0, 0, 0, 0, false).bytes().array();
    ByteBuffer flood = ByteBuffer.allocate(bytes.length + 1_000 * header.length).put(bytes);
    for (int i = 0; i < 1_000; i++) {
      flood.put(header);
    }

    List<ChunkFault> faults = read(flood.array()).faults();

    assertThat(registered).hasSize(ALL);
    assertThat(faults).hasSize(101);
    assertThat(faults.get(100).sentence()).isEqualTo("900 more could not be read up to here");
    assertThat(faults.get(100).chunk()).isEqualTo(starts.size());
  }

  /** The chunk in which the registrations of the second round are. */
  private int secondRound() throws Exception {
    for (int i = 1; i < starts.size() - 1; i++) {
      read(Arrays.copyOfRange(bytes, starts.get(i), starts.get(i + 1)));
      if (registered.contains((long) PER_CHUNK + 1)) {
        return i;
      }
    }
    throw new AssertionError("no chunk has the second round");
  }

  /** What the other chunks hold: which event is in which of them is up to JFR. */
  private Set<Long> outside(int chunk) throws Exception {
    Set<Long> others = new TreeSet<>();
    for (int i = 0; i < starts.size(); i++) {
      if (i != chunk) {
        int end = i + 1 < starts.size() ? starts.get(i + 1) : bytes.length;
        read(Arrays.copyOfRange(bytes, starts.get(i), end));
        others.addAll(registered);
      }
    }
    return others;
  }

  @Test
  void undamagedIsComplete() throws Exception {
    Recording recording = read(bytes);

    assertThat(registered).hasSize(ALL);
    assertThat(recording.faults()).isEmpty();
    assertThat(recording.chunks()).isEqualTo(starts.size());
  }

  @Test
  void aZeroedBlockCostsTheRestOfItsChunk() throws Exception {
    int chunk = secondRound();
    Set<Long> others = outside(chunk);
    int middle = (starts.get(chunk) + starts.get(chunk + 1)) / 2;
    byte[] damaged = bytes.clone();
    Arrays.fill(damaged, middle, middle + 4096, (byte) 0);

    Recording recording = read(damaged);

    assertThat(recording.faults()).hasSize(1);
    assertThat(recording.faults().get(0).kind()).isEqualTo(ChunkFault.Kind.DAMAGED);
    assertThat(recording.faults().get(0).chunk()).isEqualTo(chunk);
    assertThat(registered).hasSizeLessThan(ALL).containsAll(others);
  }

  @Test
  void aTruncatedLastChunkIsReported() throws Exception {
    int end = starts.get(starts.size() - 1) + 1000;

    Recording recording = read(Arrays.copyOf(bytes, end));

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.TRUNCATED);
    assertThat(registered).contains(1L, (long) PER_CHUNK);
  }

  /** A dump that overlaps another, and was cut short in the chunk that only it has. */
  @Test
  void whatOtherFilesHaveTooIsNotCalledUnreadable() throws Exception {
    Path first = directory.resolve("first.jfr");
    Path second = directory.resolve("second.jfr");
    Files.write(first, Arrays.copyOf(bytes, starts.get(1)));
    Files.write(second, Arrays.copyOf(bytes, starts.get(1) + 1000));
    RecordingReader reader = new RecordingReader();
    reader.read(first, event -> {});

    assertThatThrownBy(() -> reader.read(second, event -> {}))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessageContaining(
            "second.jfr has no readable chunk but those that were read from other files (it is");
  }

  @Test
  void garbageAtTheEndIsReportedAndCostsNothing() throws Exception {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1000);
    Arrays.fill(longer, bytes.length, longer.length, (byte) 'x');

    Recording recording = read(longer);

    assertThat(registered).hasSize(ALL);
    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
  }

  @Test
  void afterABrokenHeaderTheNextChunkIsFound() throws Exception {
    int chunk = secondRound();
    Set<Long> others = outside(chunk);
    byte[] damaged = bytes.clone();
    Arrays.fill(damaged, starts.get(chunk), starts.get(chunk) + ChunkHeader.BYTES, (byte) 0x55);

    Recording recording = read(damaged);

    assertThat(registered).isEqualTo(others).doesNotContain((long) PER_CHUNK + 1);
    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
  }

  @Test
  void anImpossibleSizeIsNotTried() throws Exception {
    byte[] damaged = bytes.clone();
    ByteBuffer.wrap(damaged).putLong(starts.get(1) + ChunkHeader.SIZE, Integer.MAX_VALUE);

    Recording recording = read(damaged);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.TRUNCATED);
    assertThat(registered).contains(1L, (long) ALL);
  }

  @Test
  void anUnfinishedChunkIsReadAndReported() throws Exception {
    byte[] open = bytes.clone();
    open[starts.get(starts.size() - 1) + 64] = 1;

    Recording recording = read(open);

    assertThat(registered).hasSize(ALL);
    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.UNFINISHED);
  }

  @Test
  void aCircleOfConstantPoolsIsNotFollowed() throws Exception {
    int chunk = secondRound();
    byte[] damaged = bytes.clone();
    makeCircular(damaged, starts.get(chunk));
    Set<Long> others = outside(chunk);

    Recording recording = read(damaged);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.ENDLESS);
    assertThat(registered).isEqualTo(others);
  }

  /** Lets the second pool of the chain, counted from the end, point forward to the first. */
  private static void makeCircular(byte[] bytes, int chunk) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long last = buffer.getLong(chunk + ChunkHeader.CONSTANT_POOL);
    long toPrevious = number(bytes, field(bytes, (int) (chunk + last)));
    int previous = (int) (chunk + last + toPrevious);
    int field = field(bytes, previous);
    assertThat(number(bytes, field)).as("the chain has three pools").isNegative();
    long forward = -toPrevious;
    for (int i = 0; i < 8; i++) {
      bytes[field + i] = (byte) (((forward >>> (7 * i)) & 0x7f) | 0x80);
    }
    bytes[field + 8] = (byte) (forward >>> 56);
  }

  /** Where the fifth number after an offset begins. */
  private static int field(byte[] bytes, int offset) {
    int at = offset;
    for (int i = 0; i < 4; i++) {
      int length = 1;
      while (length < CompressedNumber.LONGEST && bytes[at + length - 1] < 0) {
        length++;
      }
      at += length;
    }
    return at;
  }

  private static long number(byte[] bytes, int at) {
    return CompressedNumber.read(ByteBuffer.wrap(bytes, at, bytes.length - at));
  }

  /** The offset of the event in the middle of the chunk with the second round. */
  private int eventOfSecondRound() throws Exception {
    int chunk = secondRound();
    List<Integer> events = new ArrayList<>();
    int at = starts.get(chunk) + ChunkHeader.BYTES;
    while (at < starts.get(chunk + 1)) {
      events.add(at);
      at += (int) number(bytes, at);
    }
    return events.get(events.size() / 2);
  }

  private Recording readWithSize(int event, long size) throws Exception {
    byte[] damaged = bytes.clone();
    for (int i = 0; i < 4; i++) {
      damaged[event + i] = (byte) (((size >>> (7 * i)) & 0x7f) | 0x80);
    }
    damaged[event + 4] = (byte) ((size >>> 28) & 0x0f);
    return read(damaged);
  }

  /** The parser would go over the same events again and again. */
  @Test
  void anEventThatLeadsBackwardsEndsItsChunk() throws Exception {
    Recording recording = readWithSize(eventOfSecondRound(), 0xffff_ffffL & -500);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
    assertThat(registered).contains(1L, 2L * PER_CHUNK + 1, (long) ALL);
    assertThat(registered.size()).isBetween(ALL - PER_CHUNK + 1, ALL - 1);
  }

  /** The parser would take the rest of the chunk for one event, and say nothing. */
  @Test
  void anEventThatLeadsOutOfItsChunkIsReported() throws Exception {
    Recording recording = readWithSize(eventOfSecondRound(), 1 << 27);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
    assertThat(registered).contains(1L, 2L * PER_CHUNK + 1, (long) ALL);
    assertThat(registered.size()).isBetween(ALL - PER_CHUNK + 1, ALL - 1);
  }

  /** The parser passes over it without a word. */
  @Test
  void anEventOfAnUndeclaredTypeIsReported() throws Exception {
    int event = eventOfSecondRound();
    byte[] damaged = bytes.clone();
    int type = event;
    while (damaged[type++] < 0) {}
    damaged[type] = (byte) 0xff;
    damaged[type + 1] = 0x7f;

    Recording recording = read(damaged);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
    assertThat(registered.size()).isGreaterThanOrEqualTo(ALL - 1);
  }

  /** The parser would make room for them first. */
  @Test
  void metadataWithMoreStringsThanBytesIsNotTried() throws Exception {
    int chunk = starts.get(secondRound());
    int at = chunk + (int) ByteBuffer.wrap(bytes).getLong(chunk + ChunkHeader.METADATA);
    int count = field(bytes, at) + 1;
    while (bytes[count - 1] < 0) {
      count++;
    }
    byte[] damaged = bytes.clone();
    for (int i = 0; i < 4; i++) {
      damaged[count + i] = (byte) 0xff;
    }
    damaged[count + 4] = 0x07;

    Recording recording = read(damaged);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
    assertThat(registered).hasSize(ALL - PER_CHUNK);
  }

  @Test
  void aVersionThatNobodyKnowsIsNotTried() throws Exception {
    byte[] damaged = bytes.clone();
    damaged[starts.get(secondRound()) + 5] = 0;

    Recording recording = read(damaged);

    assertThat(recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
    assertThat(registered).hasSize(ALL - PER_CHUNK);
  }

  /** What a parser without any time has delivered by then is up to its speed; the fault is not. */
  @Test
  void theReaderDoesNotWaitForEver() throws Exception {
    try (FileChannel file = FileChannel.open(SampleRecordings.get("chunks"))) {
      List<@Nullable ChunkFault> faults = new ArrayList<>();
      ChunkLoads<Delivery> loads = new ChunkLoads<>(1, 1, load -> faults.add(load.fault()));
      Delivery log = new Delivery(event -> {}, null);
      ChunkSink sink =
          new ChunkSink(new SharedConstants(new Interned()), false, log::add, loads::wake);

      loads.add(
          new ChunkLoad<>(
              file,
              3,
              0,
              Objects.requireNonNull(ChunkHeader.read(file, 0)),
              Duration.ofDays(-1),
              log,
              sink));
      loads.finish();

      ChunkFault fault = faults.get(0);
      assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(ChunkFault.Kind.ENDLESS);
      assertThat(fault.sentence()).contains("did not finish in time");
    }
  }

  @Test
  void anyCutLeavesNothingButAReportedFault() throws Exception {
    for (int length = 100; length < starts.get(1); length += starts.get(1) / 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut))
          .as("cut at %s", length)
          .isInstanceOf(UnreadableRecordingException.class);
    }
  }
}
