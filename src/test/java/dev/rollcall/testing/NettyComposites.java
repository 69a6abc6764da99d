package dev.rollcall.testing;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Puts bodies together from chunks, as Reactor Netty does, and leaks some of them. */
public final class NettyComposites {
  private static final int BODIES = 24;
  private static final int CHUNKS = 3;
  private static final int FORGOTTEN_EVERY = 6;

  private static final List<Object> KEPT = new ArrayList<>();

  private NettyComposites() {}

  /** The library. */
  private static final class Aggregator {
    private final ByteBufAllocator allocator;

    Aggregator(ByteBufAllocator allocator) {
      this.allocator = allocator;
    }

    CompositeByteBuf collect() {
      ByteBuf first = chunk(); // before there is anything to add it to
      CompositeByteBuf body = allocator.compositeBuffer();
      add(body, first);
      for (int i = 1; i < CHUNKS; i++) {
        add(body, chunk());
      }
      return body;
    }

    private ByteBuf chunk() {
      return allocator.directBuffer().writeLong(7);
    }

    private static void add(CompositeByteBuf body, ByteBuf chunk) {
      body.addComponent(true, chunk.retain());
      chunk.release();
    }

    void deliver(Handler handler) {
      CompositeByteBuf body = collect();
      handler.handle(body);
      body.release();
    }
  }

  /** The program. */
  private static final class Handler {
    private final Queue<ByteBuf> waiting = new ArrayDeque<>();
    private int handled;

    void handle(ByteBuf body) {
      waiting.add(body.retain());
    }

    void finish() {
      for (ByteBuf body = waiting.poll(); body != null; body = waiting.poll()) {
        if (++handled % FORGOTTEN_EVERY != 0) { // the bug
          body.release();
        } else {
          KEPT.add(body);
        }
      }
    }
  }

  /** Leaks four bodies, and a composite whose components Netty has put into one. */
  public static void main(String[] args) {
    ByteBufAllocator allocator = TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT);
    Handler handler = new Handler();
    Aggregator aggregator = new Aggregator(allocator);
    for (int i = 0; i < BODIES; i++) {
      aggregator.deliver(handler);
    }
    handler.finish();

    CompositeByteBuf consolidated = allocator.compositeDirectBuffer(2);
    for (int i = 0; i < 3; i++) {
      consolidated.addComponent(true, allocator.directBuffer().writeLong(i));
    }
    KEPT.add(consolidated);
  }
}
