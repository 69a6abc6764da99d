package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/**
 * Answers {@code get KEY}, {@code changed KEY LENGTH}, {@code put KEY VALUE} and {@code drop KEY},
 * and closes where it is asked anything else.
 */
public final class CachedAnswers extends ChannelInboundHandlerAdapter {
  private final AnswerCache cache;

  /** The cache is cleared when the connection ends. */
  public CachedAnswers(AnswerCache cache) {
    this.cache = cache;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf request = (ByteBuf) message;
    try {
      String[] words = request.toString(StandardCharsets.US_ASCII).split(" ", 3);
      answer(context, words);
    } finally {
      request.release();
    }
  }

  // What cannot be written is released by Netty.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void answer(ChannelHandlerContext context, String[] words) {
    switch (words[0]) {
      case "get" -> context.writeAndFlush(find(context, words[1]));
      case "changed" -> {
        int length = Integer.parseInt(words[2]);
        ByteBuf answer = find(context, words[1]);
        if (answer.readableBytes() == length) {
          answer.release();
          context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), "no"));
        } else {
          context.writeAndFlush(answer);
        }
      }
      case "put" -> cache.put(words[1], ByteBufUtil.writeAscii(context.alloc(), words[2]));
      case "drop" -> cache.remove(words[1]);
      default -> context.close();
    }
  }

  private ByteBuf find(ChannelHandlerContext context, String key) {
    ByteBuf known = cache.get(key);
    if (known != null) {
      return known;
    }
    ByteBuf answer = ByteBufUtil.writeAscii(context.alloc(), "all about " + key);
    cache.put(key, answer.retainedDuplicate());
    return answer;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cache.clear();
    context.fireChannelInactive();
  }
}
