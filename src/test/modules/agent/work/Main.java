package work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Opens one of each and forgets it, opens one of each and closes it, fails to open one of each. */
public final class Main {
  /** So that the collector has no say. */
  private static final List<Object> HELD = new ArrayList<>();

  private Main() {}

  /**
   * Does it.
   *
   * @param arguments what to do it with: {@code files}, {@code sockets}, {@code others}; and {@code
   *     leak} or not
   */
  public static void main(String... arguments) throws Exception {
    for (String word : arguments[0].split(",")) {
      List<Way> ways =
          switch (word) {
            case "files" -> FileWays.all();
            case "sockets" -> SocketWays.all();
            case "others" -> OtherWays.all();
            default -> throw new IllegalArgumentException(word);
          };
      for (Way way : ways) {
        if (arguments[1].equals("leak")) {
          HELD.add(way.open().call());
        }
        close(way.open().call());
        close(way.open().call());
        fail(way.fail());
      }
    }
    SocketWays.end();
    Hostile.all();
  }

  /** Twice, which is no misuse, and once by another thread. */
  private static void close(AutoCloseable opened) throws Exception {
    Thread other =
        new Thread(
            () -> {
              try {
                opened.close();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    other.start();
    other.join();
    opened.close();
  }

  private static void fail(Callable<?> opening) {
    try {
      HELD.add(opening.call());
    } catch (Exception expected) {
      return;
    }
    throw new AssertionError("did not fail");
  }
}
