package dev.rollcall.agent.profile;

import dev.rollcall.agent.hook.StreamHooks;
import dev.rollcall.agent.weave.Point.Value;
import java.util.List;

/**
 * Sockets, from the moment at which they hold something of the system's: bound, connected or
 * accepted. Channels hold it from their construction on.
 */
final class SocketProfile {
  private static final String PROVIDER = "<init>(Ljava/nio/channels/spi/SelectorProvider;";
  private static final String FAMILY = PROVIDER + "Ljava/net/ProtocolFamily;";
  private static final String PORT = "<init>(Lsun/nio/ch/Port;";
  private static final String CHANNEL_CLOSED = "implCloseSelectableChannel()V";

  private SocketProfile() {}

  static List<Watch> watches(StreamHooks hooks) {
    return List.of(
        Watch.of("java.net.Socket")
            .after(hooks.socketConnected, Value.arguments(0), "connect(Ljava/net/SocketAddress;I)V")
            .after(hooks.opened, Value.arguments(0), "bind(Ljava/net/SocketAddress;)V")
            .onThrow(hooks.notConnected, "connect(Ljava/net/SocketAddress;I)V")
            .before(hooks.closed, "close()V")
            .beforeAny(hooks.used, Value.NONE, "getInputStream()*", "getOutputStream()*"),
        stream("java.net.Socket$SocketInputStream", "read([BII)I", hooks),
        stream("java.net.Socket$SocketOutputStream", "write([BII)V", hooks),
        Watch.of("java.net.ServerSocket")
            .after(hooks.opened, Value.arguments(0), "bind(Ljava/net/SocketAddress;I)V")
            .after(hooks.openedValue, Value.arguments(0), "implAccept(Ljava/net/Socket;)V")
            .before(hooks.closed, "close()V")
            .beforeAny(hooks.used, Value.NONE, "accept()Ljava/net/Socket;"),
        Watch.of("sun.nio.ch.SocketChannelImpl")
            .after(hooks.opened, Value.NONE, PROVIDER + ")V", FAMILY + ")V")
            .after(
                hooks.opened,
                Value.arguments(3),
                FAMILY + "Ljava/io/FileDescriptor;Ljava/net/SocketAddress;)V")
            .before(hooks.closed, CHANNEL_CLOSED)
            .afterAny(hooks.connected, Value.arguments(0), "connect(Ljava/net/SocketAddress;)Z")
            .beforeAny(
                hooks.used,
                Value.NONE,
                "read(*",
                "write(*",
                "blockingRead(*",
                "blockingWriteFully(*"),
        Watch.of("sun.nio.ch.ServerSocketChannelImpl")
            .after(
                hooks.opened,
                Value.NONE,
                PROVIDER + ")V",
                FAMILY + ")V",
                FAMILY + "Ljava/io/FileDescriptor;Z)V")
            .before(hooks.closed, CHANNEL_CLOSED)
            .beforeAny(hooks.used, Value.NONE, "accept()Ljava/nio/channels/SocketChannel;"),
        Watch.of("sun.nio.ch.DatagramChannelImpl")
            .after(
                hooks.opened,
                Value.NONE,
                PROVIDER + "Z)V",
                FAMILY + "Z)V",
                PROVIDER + "Ljava/io/FileDescriptor;)V")
            .before(hooks.closed, CHANNEL_CLOSED)
            .afterAny(
                hooks.connected,
                Value.arguments(0),
                "connect(Ljava/net/SocketAddress;)Ljava/nio/channels/DatagramChannel;")
            .beforeAny(
                hooks.used,
                Value.NONE,
                "read(*",
                "write(*",
                "send(*",
                "receive(*",
                "blockingReceive(*"),
        pipe("sun.nio.ch.SourceChannelImpl", "read(*", hooks),
        pipe("sun.nio.ch.SinkChannelImpl", "write(*", hooks),
        Watch.of("sun.nio.ch.UnixAsynchronousSocketChannelImpl")
            .after(hooks.opened, Value.NONE, PORT + ")V")
            .after(
                hooks.opened,
                Value.arguments(2),
                PORT + "Ljava/io/FileDescriptor;Ljava/net/InetSocketAddress;)V")
            .before(hooks.closed, "implClose()V")
            .beforeAny(hooks.used, Value.NONE, "implRead(*", "implWrite(*"),
        Watch.of("sun.nio.ch.UnixAsynchronousServerSocketChannelImpl")
            .after(hooks.opened, Value.NONE, PORT + ")V")
            .before(hooks.closed, "implClose()V")
            .beforeAny(hooks.used, Value.NONE, "implAccept(*"));
  }

  /** The stream of a socket: who reads it uses the socket. */
  private static Watch stream(String className, String method, StreamHooks hooks) {
    return Watch.of(className)
        .beforeAny(hooks.used, new Value(false, List.of(), "parent:Ljava/net/Socket;"), method);
  }

  private static Watch pipe(String className, String method, StreamHooks hooks) {
    return Watch.of(className)
        .after(hooks.opened, Value.NONE, PROVIDER + "Ljava/io/FileDescriptor;)V")
        .before(hooks.closed, CHANNEL_CLOSED)
        .beforeAny(hooks.used, Value.NONE, method);
  }
}
