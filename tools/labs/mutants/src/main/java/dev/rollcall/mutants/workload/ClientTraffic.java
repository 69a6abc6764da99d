package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.ascii;
import static dev.rollcall.mutants.workload.Wire.bytes;
import static dev.rollcall.mutants.workload.Wire.channel;
import static dev.rollcall.mutants.workload.Wire.drain;
import static dev.rollcall.mutants.workload.Wire.failing;
import static dev.rollcall.mutants.workload.Wire.finish;

import dev.rollcall.mutants.app.AnswerCache;
import dev.rollcall.mutants.app.CachedAnswers;
import dev.rollcall.mutants.app.Correlator;
import dev.rollcall.mutants.app.Fanout;
import dev.rollcall.mutants.app.RetryingSender;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Parts of an application that keep messages: until they are answered, sent, fetched or evicted.
 */
final class ClientTraffic {
  private static final int ROUNDS = 12;
  private static final long TIMEOUT_MILLIS = 1000;

  private ClientTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("own.cache", ClientTraffic::cache);
    all.put("own.ask", ClientTraffic::ask);
    all.put("own.askInVain", ClientTraffic::askInVain);
    all.put("own.retry", ClientTraffic::retry);
    all.put("own.fanout", ClientTraffic::fanout);
    return all;
  }

  private static void cache() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(new CachedAnswers(new AnswerCache(3)));
      for (String request :
          new String[] {
            "get a",
            "get b",
            "get a",
            "changed a 11",
            "changed b 3",
            "put a something",
            "get a",
            "get c",
            "get d",
            "changed x 2",
            "drop d",
            "drop nothing",
            "put b other"
          }) {
        channel.writeInbound(ascii(request));
        drain(channel);
      }
      failing(() -> channel.writeInbound(ascii("changed a lot")));
      if (i % 3 == 0) {
        channel.writeInbound(ascii("nonsense"));
      }
      finish(channel);
    }
  }

  private static EmbeddedChannel asking(Correlator correlator) {
    EmbeddedChannel channel = channel(correlator);
    channel.freezeTime();
    return channel;
  }

  private static void pass(EmbeddedChannel channel) {
    channel.advanceTimeBy(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  private static void take(Future<ByteBuf> answer) {
    if (answer.isSuccess()) {
      answer.getNow().release();
    }
  }

  private static void ask() {
    for (int i = 0; i < ROUNDS; i++) {
      Correlator correlator = new Correlator(TIMEOUT_MILLIS);
      EmbeddedChannel channel = asking(correlator);
      ChannelHandlerContext context = channel.pipeline().context(correlator);
      List<Future<ByteBuf>> answers = new ArrayList<>();
      for (int question = 0; question < 5; question++) {
        answers.add(correlator.ask(context, ascii("question " + question)));
      }
      channel.writeInbound(bytes(0, 0, 0, 1, 'a'), bytes(0, 0, 0, 3, 'c'));
      if (i % 2 == 0) {
        pass(channel);
      }
      correlator.cancel(answers.get(1));
      channel.writeInbound(bytes(0, 0, 0, 4, 'd'), bytes(0, 0, 0, 2, 'b'), bytes(0, 0));
      channel.writeInbound(bytes(0, 0, 0, 5, 'e'));
      answers.forEach(ClientTraffic::take);
      finish(channel);
    }
  }

  private static void askInVain() {
    for (int i = 0; i < ROUNDS; i++) {
      Correlator correlator = new Correlator(TIMEOUT_MILLIS);
      EmbeddedChannel channel = asking(correlator);
      ChannelHandlerContext context = channel.pipeline().context(correlator);
      List<Future<ByteBuf>> answers = new ArrayList<>();
      answers.add(correlator.ask(context, ascii("question")));
      answers.add(correlator.ask(context, ascii("another")));
      channel.writeInbound(bytes(0, 0, 0, 2, 'b'));
      if (i % 3 != 0) {
        pass(channel);
        pass(channel);
        channel.writeInbound(bytes(0, 0, 0, 1, 'a'));
      }
      answers.forEach(ClientTraffic::take);
      finish(channel);
      if (i % 4 == 0) {
        take(correlator.ask(context, ascii("too late")));
      }
    }
  }

  /** Fails every write but those whose number divides by something. */
  private static final class Failing extends ChannelOutboundHandlerAdapter {
    private final int every;
    private int writes;

    Failing(int every) {
      this.every = every;
    }

    // Whoever waits has the promise.
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (++writes % every == 0) {
        context.write(message, promise);
      } else {
        ReferenceCountUtil.release(message);
        promise.setFailure(new ClosedChannelException());
      }
    }
  }

  private static void retry() {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedChannel channel = channel(new Failing(1 + i % 4));
      RetryingSender sender = new RetryingSender(() -> channel, 3);
      sender.send(ascii("first"));
      sender.send(ascii("second"));
      sender.pause();
      sender.send(ascii("waits"));
      if (i % 2 == 0) {
        sender.resume();
        sender.pause();
      }
      sender.send(ascii("waits, too"));
      if (i % 3 == 0) {
        sender.stop();
        sender.send(ascii("too late"));
      } else {
        sender.resume();
      }
      drain(channel);
      finish(channel);
    }
  }

  private static void fanout() {
    for (int i = 0; i < ROUNDS; i++) {
      Fanout fanout = new Fanout(3);
      EmbeddedChannel quick = channel();
      EmbeddedChannel slow = channel();
      try (Fanout.Subscriber one = fanout.subscribe(quick);
          Fanout.Subscriber other = fanout.subscribe(slow)) {
        for (int message = 0; message < 4 + i % 3; message++) {
          fanout.publish(ascii(message % 4 == 3 ? "" : "message " + message));
          one.deliver();
          drain(quick);
        }
        if (i % 3 == 0) {
          other.deliver();
          finish(slow);
          fanout.publish(ascii("for one only"));
        }
      }
      fanout.publish(ascii("for nobody"));
      finish(quick, slow);
    }
  }
}
