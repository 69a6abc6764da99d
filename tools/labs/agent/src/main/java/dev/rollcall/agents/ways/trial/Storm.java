package dev.rollcall.agents.ways.trial;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Eight threads open and close a file, {@code Storm FILE TIMES}; one in a thousand stays open. */
public final class Storm {
  private static final int THREADS = 8;
  private static final List<FileInputStream> KEPT = Collections.synchronizedList(new ArrayList<>());

  private Storm() {}

  public static void main(String[] args) throws InterruptedException {
    int times = Integer.parseInt(args[1]) / THREADS;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> open(args[0], times));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void open(String file, int times) {
    try {
      for (int i = 1; i <= times; i++) {
        FileInputStream in = new FileInputStream(file);
        if (i % 1000 == 0) {
          KEPT.add(in);
        } else {
          in.close();
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
