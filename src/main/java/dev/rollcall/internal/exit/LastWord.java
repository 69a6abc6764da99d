package dev.rollcall.internal.exit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.TypeCount;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many of each type have leaked, said when the report cannot be built because memory is gone.
 *
 * <p>All that it needs is made when it is made: saying it allocates nothing, loads no class and
 * links no lambda or string concatenation.
 */
final class LastWord {
  private static final byte[] LEAK = ascii("LEAK: ");
  private static final byte[] OF = ascii(" of ");
  private static final byte[] WAS = ascii(" registered resources was never released.");
  private static final byte[] WERE = ascii(" registered resources were never released.");
  private static final byte[] SPENT = ascii(" Memory ran out, so there are only counts by type:");
  private static final byte[] FAILED =
      ascii(" The check failed, so there are only counts by type:");
  private static final byte[] INDENT = ascii("    ");
  private static final byte[] SPACE = ascii(" ");
  private static final byte[] LINE_END = ascii(System.lineSeparator());

  private final State state;
  private final FileOutputStream out;
  private final Predicate<Entry> counting = new Counting();
  private final Consumer<TypeCount> summing = new Summing();
  private final Consumer<TypeCount> naming = new Naming();

  /** No more than the JDK writes from the stack; for more it asks for memory. */
  private final byte[] text = new byte[8192];

  private int length;
  private long registered;
  private long leaked;

  LastWord(State state) {
    this(state, new FileOutputStream(FileDescriptor.err));
  }

  LastWord(State state, FileOutputStream out) {
    this.state = state;
    this.out = out;
  }

  /** Counts what is live and not ignored, and says it if there is any; returns whether there is. */
  boolean say(Throwable failure) {
    if (count()) {
      compose(isMemory(failure) ? SPENT : FAILED);
      flush();
    }
    return leaked > 0;
  }

  /** Does all but write, so that nothing is done for the first time when it counts. */
  void rehearse() {
    if (count()) {
      // An error that is made, thrown or not, would be in the program's recording.
      compose(isMemory(null) ? SPENT : FAILED);
    }
  }

  private boolean count() {
    boolean unused = state.live.anyMatch(counting);
    return leaked > 0;
  }

  private void compose(byte[] why) {
    state.types.all().forEach(summing);
    put(LEAK);
    put(leaked);
    put(OF);
    put(registered);
    put(leaked == 1 ? WAS : WERE);
    put(why);
    put(LINE_END);
    state.types.all().forEach(naming);
  }

  private static boolean isMemory(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof OutOfMemoryError)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** Counts the leaked entries; none is the one that is looked for, so all are asked. */
  private final class Counting implements Predicate<Entry> {
    @Override
    public boolean test(Entry entry) {
      if (!entry.isIgnored()) {
        leaked++;
        entry.type.left++;
      }
      return false;
    }
  }

  private final class Summing implements Consumer<TypeCount> {
    @Override
    public void accept(TypeCount count) {
      registered += count.registered.sum();
    }
  }

  private final class Naming implements Consumer<TypeCount> {
    @Override
    public void accept(TypeCount count) {
      if (count.left > 0) {
        put(INDENT);
        put(count.left);
        put(OF);
        put(count.registered.sum());
        put(SPACE);
        put(count.name);
        put(LINE_END);
      }
    }
  }

  private void put(byte[] bytes) {
    for (byte each : bytes) {
      put(each);
    }
  }

  /** Puts a name; what is not printable ASCII in it becomes a question mark. */
  private void put(String name) {
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      put((byte) (each >= ' ' && each <= '~' ? each : '?'));
    }
  }

  /** Puts a number with a comma before each thousand. */
  private void put(long number) {
    long unit = 1;
    int digits = 1;
    while (number / unit >= 10) {
      unit *= 10;
      digits++;
    }
    for (; digits > 0; digits--, unit /= 10) {
      put((byte) ('0' + number / unit % 10));
      if (digits > 1 && digits % 3 == 1) {
        put((byte) ',');
      }
    }
  }

  private void put(byte each) {
    if (length == text.length) {
      flush();
    }
    text[length++] = each;
  }

  private void flush() {
    try {
      out.write(text, 0, length);
    } catch (IOException nobodyReads) {
      // There is no other place to say it.
    }
    length = 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
