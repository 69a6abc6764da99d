package dev.rollcall.agents.ways.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Interrupts close channels. */
public final class Interrupts {
  private static final List<Object> KEPT = new ArrayList<>();

  private Interrupts() {}

  public static void main(String[] args) throws IOException {
    for (int i = 0; i < 50; i++) {
      FileChannel file = FileChannel.open(Path.of(args[0]));
      KEPT.add(file);
      Thread.currentThread().interrupt();
      mustBeClosed(() -> file.read(ByteBuffer.allocate(1)));
    }
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      for (int i = 0; i < 10; i++) {
        SocketChannel socket = SocketChannel.open(server.getLocalAddress());
        KEPT.add(socket);
        Thread.currentThread().interrupt();
        mustBeClosed(() -> socket.read(ByteBuffer.allocate(1)));
      }
      InetSocketAddress peer = (InetSocketAddress) server.getLocalAddress();
      Thread.currentThread().interrupt();
      mustBeClosed(() -> SocketChannel.open(peer));
    }
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static void mustBeClosed(Reading reading) throws IOException {
    try {
      throw new AssertionError("not interrupted: " + reading.read());
    } catch (ClosedByInterruptException expected) {
      if (!Thread.interrupted()) {
        throw new AssertionError("the interrupt is gone", expected);
      }
    }
  }
}
