package dev.rollcall.internal.check;

import dev.rollcall.common.Bytes;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.internal.live.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many bytes the leaked resources of a check hold, as far as they said it. */
public final class Held {
  /** Nobody said anything. */
  public static final Held NOTHING = new Held();

  private static final int SHOWN = 5;

  private final Map<String, Long> byType = new HashMap<>();
  private long all;

  Held() {}

  void add(Entry entry) {
    long bytes = entry.bytes();
    if (bytes > 0) {
      all = Bytes.plus(all, bytes);
      byType.merge(entry.type.name, bytes, Bytes::plus);
    }
  }

  /** A sentence of all of them and of the types that hold most; empty where nobody said it. */
  public String inWords() {
    if (all == 0) {
      return "";
    }
    List<Map.Entry<String, Long>> types = new ArrayList<>(byType.entrySet());
    types.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    StringBuilder text = new StringBuilder("The leaked resources hold ");
    text.append(Bytes.text(all));
    if (types.size() == 1) {
      return text.append(", all of it ").append(Printable.of(types.get(0).getKey())).toString();
    }
    String between = ": ";
    for (Map.Entry<String, Long> type : types.subList(0, Math.min(SHOWN, types.size()))) {
      text.append(between).append(Bytes.text(type.getValue())).append(' ');
      text.append(Printable.of(type.getKey()));
      between = ", ";
    }
    if (types.size() > SHOWN) {
      text.append(" and ").append(Words.count(types.size() - SHOWN, "more type"));
    }
    return text.toString();
  }
}
