package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;
import static dev.rollcall.mutants.workload.Wire.receive;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandEncoder;
import io.lettuce.core.protocol.CommandHandler;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.DefaultEndpoint;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A Redis client's handlers; some of its values cannot be encoded, some answers not read. */
final class LettuceTraffic {
  private static final int ROUNDS = 12;

  private LettuceTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("lettuce.commands", LettuceTraffic::commands);
    return all;
  }

  /** Refuses values that are empty. */
  private static final class Strict extends StringCodec {
    @Override
    public void encodeValue(String value, ByteBuf target) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("an empty value");
      }
      super.encodeValue(value, target);
    }
  }

  private static AsyncCommand<String, String, String> set(String value) {
    StringCodec codec = new Strict();
    CommandArgs<String, String> arguments = new CommandArgs<>(codec).addKey("key").addValue(value);
    return new AsyncCommand<>(new Command<>(CommandType.SET, new StatusOutput<>(codec), arguments));
  }

  private static void commands() throws Exception {
    ClientOptions options = ClientOptions.create();
    ClientResources resources = DefaultClientResources.builder().build();
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel =
          new EmbeddedChannel(
              DefaultChannelId.newInstance(),
              false,
              false,
              new CommandEncoder(),
              new CommandHandler(options, resources, new DefaultEndpoint(options, resources)));
      channel.config().setAllocator(Wire.ALLOCATOR);
      channel.register();
      int number = i;
      failing(() -> channel.writeOutbound(set("value")));
      failing(() -> channel.writeOutbound(set(number % 3 == 0 ? "" : "value")));
      failing(() -> channel.writeOutbound(List.of(set("one"), set(number % 4 == 0 ? "" : "two"))));
      drain(channel);
      receive(channel, ascii("+OK\r\n"));
      receive(channel, ascii("+O"), ascii("K\r\n+OK\r\n"));
      receive(channel, ascii(number % 3 == 1 ? "?\r\n" : "+OK\r\n"));
      finish(channel);
    }
    resources.shutdown(0, 1, TimeUnit.SECONDS).sync();
  }
}
