package dev.rollcall.cases;

import dev.rollcall.netty.TrackedAllocator;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandEncoder;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;

/** A Redis client whose codec refuses some values. */
final class RedisCodec {
  private static final int REFUSED = 25;

  private RedisCodec() {}

  /** Refuses values that are empty. */
  private static final class Strict extends StringCodec {
    @Override
    public void encodeValue(String value, ByteBuf target) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("An empty value.");
      }
      super.encodeValue(value, target);
    }
  }

  public static void main(String[] args) {
    EmbeddedChannel client = new EmbeddedChannel();
    client.config().setAllocator(TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT));
    client.pipeline().addLast(new CommandEncoder());
    StringCodec codec = new Strict();
    for (boolean refused : Operations.of(args, REFUSED)) {
      CommandArgs<String, String> arguments =
          new CommandArgs<>(codec).addKey("key").addValue(refused ? "" : "value");
      AsyncCommand<String, String, String> command =
          new AsyncCommand<>(new Command<>(CommandType.SET, new StatusOutput<>(codec), arguments));
      client.writeOutbound(command);
      client.<ByteBuf>readOutbound().release();
      if (command.isCompletedExceptionally() != refused) {
        throw new IllegalStateException("A command was expected to end otherwise.");
      }
    }
    client.finishAndReleaseAll();
  }
}
