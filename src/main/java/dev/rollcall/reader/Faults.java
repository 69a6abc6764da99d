package dev.rollcall.reader;

import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ChunkFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What could not be read of one file: the first places, and how many more. A file may be built of
 * nothing else, and then has one every few bytes.
 */
final class Faults {
  private static final int LISTED = 100;

  private final List<ChunkFault> listed = new ArrayList<>();
  private long more;
  private int last;

  void add(ChunkFault fault) {
    if (listed.size() < LISTED) {
      listed.add(fault);
    } else {
      more++;
      last = fault.chunk();
    }
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  ChunkFault first() {
    return listed.get(0);
  }

  /** The places; where there are too many, the last of them stands for the rest. */
  List<ChunkFault> all() {
    List<ChunkFault> all = new ArrayList<>(listed);
    if (more > 0) {
      String sentence = String.format(Locale.ROOT, "%,d more could not be read up to here", more);
      all.add(new ChunkFault(last, Kind.DAMAGED, sentence));
    }
    return all;
  }
}
