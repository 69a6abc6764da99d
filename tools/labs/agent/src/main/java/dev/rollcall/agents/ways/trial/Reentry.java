package dev.rollcall.agents.ways.trial;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/** Classes whose methods open others, call themselves, or throw if an agent calls them. */
public final class Reentry {
  private Reentry() {}

  /** Opens and closes others while it is closed, and closes itself again. */
  private static final class Stream extends FileInputStream {
    private final File file;
    private boolean isClosing;

    Stream(File file) throws IOException {
      super(file);
      this.file = file;
    }

    @Override
    public void close() throws IOException {
      if (!isClosing) {
        isClosing = true;
        new FileInputStream(file).close();
        close();
        super.close();
      }
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode was called");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals was called");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString was called");
    }
  }

  /** Tells nobody of itself. */
  private static final class Silent extends Socket {
    /** The JDK asks, too. */
    @Override
    public boolean isConnected() {
      String caller =
          StackWalker.getInstance()
              .walk(frames -> frames.skip(1).findFirst().orElseThrow())
              .getClassName();
      if (caller.startsWith("java.net.")) {
        return super.isConnected();
      }
      throw new IllegalStateException("isConnected was called by " + caller);
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
      throw new IllegalStateException("getRemoteSocketAddress was called");
    }

    @Override
    public InetAddress getInetAddress() {
      throw new IllegalStateException("getInetAddress was called");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString was called");
    }
  }

  private static final class Name extends File {
    private static final long serialVersionUID = 1;

    Name(String path) {
      super(path);
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString was called");
    }

    @Override
    public String getName() {
      throw new IllegalStateException("getName was called");
    }
  }

  public static void main(String[] args) throws IOException {
    new Stream(new File(args[0])).close();
    new FileInputStream(new Name(args[0])).close();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Silent socket = new Silent()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 10_000);
    }
    Silent refused = new Silent();
    try {
      refused.bind(null);
      refused.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), 10_000);
      throw new AssertionError("it was connected");
    } catch (ConnectException expected) {
      // The JDK has closed it.
    }
  }
}
