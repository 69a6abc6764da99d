package dev.rollcall.cli.mcp.ask;

import dev.rollcall.cli.mcp.files.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a question is asked with. Whatever is not as its schema says is refused in a sentence. */
public final class Arguments {
  static final int MOST_FILES = 20;

  private final Map<String, Object> given;

  private Arguments(Map<String, Object> given) {
    this.given = given;
  }

  /** The arguments of a question, of which each has to be known to it. */
  static Arguments of(Question question, @Nullable Map<String, Object> given) throws Refusal {
    Map<String, Object> all = given == null ? Map.of() : given;
    for (String name : all.keySet()) {
      if (!question.asks().names().contains(name)) {
        throw new Refusal(
            question.name()
                + " has no argument "
                + Recorded.quoted(name)
                + "; it has "
                + String.join(", ", question.asks().names()));
      }
    }
    return new Arguments(all);
  }

  /** The names of files, at least one. */
  List<String> files(String name) throws Refusal {
    Object value = given.get(name);
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw new Refusal(name + " has to be a list of one or more names of files");
    }
    if (list.size() > MOST_FILES) {
      throw new Refusal(
          name
              + " has more than "
              + MOST_FILES
              + " names; name a directory, which stands for the recordings in it");
    }
    List<String> names = new ArrayList<>();
    for (Object each : list) {
      if (!(each instanceof String text)) {
        throw new Refusal(name + " has to be a list of one or more names of files");
      }
      names.add(text);
    }
    return names;
  }

  /** A text; {@code null} where it is not given. */
  @Nullable String text(String name) throws Refusal {
    Object value = given.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new Refusal(name + " has to be a text");
  }

  /** A text that has to be given; {@code hint} says where it is found. */
  String text(String name, String hint) throws Refusal {
    String value = text(name);
    if (value == null || value.isEmpty()) {
      throw new Refusal(name + " is missing; " + hint);
    }
    return value;
  }

  /** One of a few words; {@code null} where it is not given. */
  @Nullable String word(String name, List<String> words) throws Refusal {
    String value = text(name);
    if (value == null || words.contains(value)) {
      return value;
    }
    throw new Refusal(
        name + " has to be " + String.join(" or ", words) + ", not " + Recorded.quoted(value));
  }

  /** Whether something is wanted; not where it is not given. */
  boolean flag(String name) throws Refusal {
    Object value = given.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw new Refusal(name + " has to be true or false");
  }

  /** How many rows to pass over. */
  int offset() throws Refusal {
    return number("offset", 0, 0, Listing.MOST_OFFSET);
  }

  /** How many rows are wanted at most. */
  int limit(int usual, int most) throws Refusal {
    return number("limit", usual, 1, most);
  }

  private int number(String name, int usual, int least, int most) throws Refusal {
    Object value = given.get(name);
    if (value == null) {
      return usual;
    }
    if (value instanceof Number number) {
      BigDecimal exact = exact(number);
      if (exact != null
          && exact.compareTo(BigDecimal.valueOf(least)) >= 0
          && exact.compareTo(BigDecimal.valueOf(most)) <= 0) {
        return exact.intValueExact();
      }
    }
    throw new Refusal(name + " has to be a whole number from " + least + " to " + most);
  }

  /** The number if it is whole. */
  private static @Nullable BigDecimal exact(Number number) {
    try {
      BigDecimal exact = new BigDecimal(number.toString());
      return exact.stripTrailingZeros().scale() <= 0 ? exact : null;
    } catch (NumberFormatException notFinite) {
      return null;
    }
  }
}
