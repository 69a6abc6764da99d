package dev.rollcall.agents.ways.trial;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack ends in every place of what opens and closes a file; what could not be closed is closed
 * later.
 */
public final class Overflow {
  private static final int ROUNDS = 10;
  private static final List<FileInputStream> OPENED = new ArrayList<>(10);

  private Overflow() {}

  public static void main(String[] args) throws InterruptedException {
    Thread thread = new Thread(null, () -> overflow(args[0]), "overflow", 512 * 1024);
    thread.start();
    thread.join();
  }

  private static void overflow(String file) {
    for (int round = 0; round < ROUNDS; round++) {
      int deepest = deepest();
      for (int depth = deepest - 120; depth < deepest + 20; depth++) {
        boolean unused = reaches(depth, () -> open(file));
        if (!OPENED.isEmpty()) {
          FileInputStream in = OPENED.remove(0);
          for (int less = 0; less < 60; less += 20) {
            unused = reaches(depth - less, () -> close(in));
          }
          close(in);
        }
      }
    }
  }

  /** How far it goes. */
  private static int deepest() {
    int low = 100;
    int high = 1_000_000;
    while (low + 1 < high) {
      int middle = (low + high) / 2;
      if (reaches(middle, () -> {})) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean reaches(int depth, Runnable last) {
    try {
      down(depth, last);
      return true;
    } catch (StackOverflowError e) {
      return false;
    }
  }

  private static void down(int depth, Runnable last) {
    if (depth > 0) {
      down(depth - 1, last);
    } else {
      last.run();
    }
  }

  private static void open(String file) {
    try {
      FileInputStream in = new FileInputStream(file);
      OPENED.add(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(FileInputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
