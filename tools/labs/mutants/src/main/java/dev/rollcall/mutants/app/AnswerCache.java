package dev.rollcall.mutants.app;

import io.netty.buffer.ByteBuf;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest answers, of each of which it holds one reference. For one thread. */
public final class AnswerCache {
  private final Map<String, ByteBuf> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  /** Holds at most {@code most}; the one that was not asked for the longest goes first. */
  public AnswerCache(int most) {
    this.most = most;
  }

  /** The caller's own reference to an answer, or null. */
  public @Nullable ByteBuf get(String key) {
    ByteBuf answer = answers.get(key);
    return answer == null ? null : answer.retainedDuplicate();
  }

  /** Takes over the caller's reference. */
  public void put(String key, ByteBuf answer) {
    ByteBuf before = answers.put(key, answer);
    if (before != null) {
      before.release();
    }
    if (answers.size() > most) {
      Iterator<ByteBuf> oldest = answers.values().iterator();
      oldest.next().release();
      oldest.remove();
    }
  }

  /** Forgets one. */
  public void remove(String key) {
    ByteBuf answer = answers.remove(key);
    if (answer != null) {
      answer.release();
    }
  }

  /** Forgets all. */
  public void clear() {
    for (ByteBuf answer : answers.values()) {
      answer.release();
    }
    answers.clear();
  }
}
