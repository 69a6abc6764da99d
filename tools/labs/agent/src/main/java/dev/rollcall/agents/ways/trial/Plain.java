package dev.rollcall.agents.ways.trial;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Needs nothing but java.base: two stay open, one does not. */
public final class Plain {
  private Plain() {}

  public static void main(String[] args) throws IOException {
    Object[] kept = {new FileInputStream(args[0]), FileChannel.open(Path.of(args[0]))};
    new FileInputStream(args[0]).close();
    if (kept.length != 2) {
      throw new AssertionError();
    }
  }
}
