package dev.rollcall.fuzz.seeds;

import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.CompressedNumber;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A chunk with the events that are wanted, and of constants and types only those that these need:
 * some 2 kB of 90. A mutation of so few bytes seldom meets what nobody reads.
 */
final class SmallChunk {
  private static final long METADATA = 0;
  private static final long POOL = 1;

  private final byte[] bytes;
  private final ChunkTypes types;
  private final List<byte[]> events = new ArrayList<>();
  private final List<Pool> pools = new ArrayList<>();
  private final Map<Long, Map<Long, Constant>> constants = new HashMap<>();
  private final Set<Constant> needed = new HashSet<>();

  /** The constants that one event holds, by type. */
  private record Pool(int position, long mask, Map<Long, List<Constant>> constants) {}

  private record Reference(long type, long id) {}

  /** A constant: where its bytes are, its number included. */
  private record Constant(Reference name, int from, int end, List<Reference> references) {}

  private SmallChunk(byte[] bytes) {
    this.bytes = bytes;
    this.types = new ChunkTypes(at((int) ByteBuffer.wrap(bytes).getLong(ChunkHeader.METADATA)));
  }

  /** The chunks of a recording, each made small. */
  static byte[] recording(byte[] recording, Predicate<String> wanted) {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    int size;
    for (int at = 0; at < recording.length; at += size) {
      size = (int) ByteBuffer.wrap(recording).getLong(at + ChunkHeader.SIZE);
      SmallChunk chunk = new SmallChunk(Arrays.copyOfRange(recording, at, at + size));
      small.writeBytes(chunk.of(wanted));
    }
    return small.toByteArray();
  }

  private ByteBuffer at(int position) {
    return ByteBuffer.wrap(bytes).position(position);
  }

  private byte[] of(Predicate<String> wanted) {
    Deque<Reference> open = new ArrayDeque<>();
    ByteBuffer in = at(ChunkHeader.BYTES);
    while (in.hasRemaining()) {
      int position = in.position();
      int end = position + (int) CompressedNumber.read(in);
      long type = CompressedNumber.read(in);
      if (type == POOL) {
        pools.add(pool(position, in));
      } else if (type != METADATA && wanted.test(types.name(type)) && isOfUse(type, in)) {
        events.add(Arrays.copyOfRange(bytes, position, end));
        Values.skip(types, type, in, (of, id) -> open.add(new Reference(of, id)));
      }
      in.position(end);
    }
    while (!open.isEmpty()) {
      Reference next = open.remove();
      Constant constant = constants.getOrDefault(next.type(), Map.of()).get(next.id());
      if (constant != null && needed.add(constant)) {
        open.addAll(constant.references());
      }
    }
    return written(types.closure(wanted));
  }

  /** Of a setting, whether it is that of an event of ours. */
  private boolean isOfUse(long type, ByteBuffer event) {
    if (!types.name(type).equals("jdk.ActiveSetting")) {
      return true;
    }
    ByteBuffer in = event.duplicate();
    for (ChunkTypes.Field field : types.fields(type)) {
      if (field.name().equals("id")) {
        return types.name(CompressedNumber.read(in)).startsWith("rollcall.");
      }
      Values.skip(types, field.constant() ? longType() : field.type(), in, (of, id) -> {});
    }
    return false;
  }

  /** A constant's number is as long as any. */
  private long longType() {
    return types.closure("long"::equals).iterator().next();
  }

  private Pool pool(int position, ByteBuffer in) {
    CompressedNumber.read(in); // start
    CompressedNumber.read(in); // duration
    CompressedNumber.read(in); // distance
    long mask = in.get();
    Map<Long, List<Constant>> found = new LinkedHashMap<>();
    for (long left = CompressedNumber.read(in); left > 0; left--) {
      long type = CompressedNumber.read(in);
      List<Constant> ofType = found.computeIfAbsent(type, t -> new ArrayList<>());
      for (long more = CompressedNumber.read(in); more > 0; more--) {
        int from = in.position();
        Reference name = new Reference(type, CompressedNumber.read(in));
        List<Reference> references = new ArrayList<>();
        Values.skip(types, type, in, (of, id) -> references.add(new Reference(of, id)));
        Constant constant = new Constant(name, from, in.position(), references);
        ofType.add(constant);
        constants.computeIfAbsent(type, t -> new HashMap<>()).put(name.id(), constant);
      }
    }
    return new Pool(position, mask, found);
  }

  private byte[] written(Set<Long> kept) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(bytes, ChunkHeader.BYTES));
    events.forEach(out::writeBytes);
    int last = 0;
    for (Pool pool : pools) {
      byte[] small = small(pool, last == 0 ? 0 : last - out.size());
      if (small.length > 0) {
        last = out.size();
        out.writeBytes(small);
      }
    }
    int metadata = out.size();
    out.writeBytes(types.metadata(kept));
    byte[] chunk = out.toByteArray();
    ByteBuffer.wrap(chunk)
        .putLong(ChunkHeader.SIZE, chunk.length)
        .putLong(ChunkHeader.CONSTANT_POOL, last)
        .putLong(ChunkHeader.METADATA, metadata);
    return chunk;
  }

  private byte[] small(Pool pool, long distance) {
    Map<Long, List<Constant>> left = new LinkedHashMap<>();
    pool.constants()
        .forEach(
            (type, all) -> {
              List<Constant> some = all.stream().filter(needed::contains).toList();
              if (!some.isEmpty()) {
                left.put(type, some);
              }
            });
    if (left.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long number : new long[] {POOL, 0, 0, distance}) {
      CompressedNumber.write(number, out);
    }
    out.write((int) pool.mask());
    CompressedNumber.write(left.size(), out);
    left.forEach(
        (type, all) -> {
          CompressedNumber.write(type, out);
          CompressedNumber.write(all.size(), out);
          for (Constant constant : all) {
            out.write(bytes, constant.from(), constant.end() - constant.from());
          }
        });
    return Values.event(out.toByteArray());
  }
}
