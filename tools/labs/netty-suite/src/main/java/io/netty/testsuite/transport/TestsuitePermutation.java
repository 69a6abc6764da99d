package io.netty.testsuite.transport;

import dev.rollcall.suite.SocketSuites;
import io.netty.bootstrap.AbstractBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * Stands in for Netty's class of this name, by coming first on the class path: it is where Netty's
 * socket tests ask for the allocators to be tested.
 */
public final class TestsuitePermutation {
  private TestsuitePermutation() {}

  /** Makes a bootstrap. */
  public interface BootstrapFactory<CB extends AbstractBootstrap<?, ?>> {
    /** A new one. */
    CB newInstance();
  }

  /** Makes the bootstraps of two sides. */
  public interface BootstrapComboFactory<
      SB extends AbstractBootstrap<?, ?>, CB extends AbstractBootstrap<?, ?>> {
    /** The server's. */
    SB newServerInstance();

    /** The client's. */
    CB newClientInstance();
  }

  /** The allocators to be tested. */
  public static List<ByteBufAllocator> allocator() {
    return SocketSuites.allocators();
  }

  /** A buffer with this content; where Netty has either kind, the allocator's. */
  public static ByteBuf randomBufferType(
      ByteBufAllocator allocator, byte[] data, int offset, int length) {
    return allocator.directBuffer().writeBytes(data, offset, length);
  }
}
