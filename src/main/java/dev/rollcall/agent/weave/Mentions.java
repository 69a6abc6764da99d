package dev.rollcall.agent.weave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a class file names something, without reading more of it than its constants: most classes
 * that are loaded are of no interest, and each costs the start of the program.
 */
public final class Mentions {
  private static final int MAGIC_AND_VERSION = 8;
  private static final int UTF8 = 1;

  private final byte[][] endings;

  /**
   * Finds texts by how they end.
   *
   * @param endings in ASCII
   */
  public Mentions(List<String> endings) {
    this.endings = new byte[endings.size()][];
    for (int i = 0; i < this.endings.length; i++) {
      this.endings[i] = endings.get(i).getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Whether one of the constants ends so; false for what is no class file. */
  public boolean isIn(byte[] classFile) {
    if (classFile.length < MAGIC_AND_VERSION + 2) {
      return false;
    }
    int count = number(classFile, MAGIC_AND_VERSION);
    int at = MAGIC_AND_VERSION + 2;
    for (int i = 1; i < count && at + 2 < classFile.length; i++) {
      int tag = classFile[at];
      if (tag == UTF8) {
        int end = at + 3 + number(classFile, at + 1);
        if (end <= classFile.length && isEnding(classFile, at + 3, end)) {
          return true;
        }
        at = end;
      } else {
        at += size(tag);
        if (isWide(tag)) {
          i++;
        }
      }
    }
    return false;
  }

  private boolean isEnding(byte[] classFile, int from, int to) {
    for (byte[] ending : endings) {
      int length = ending.length;
      if (to - from >= length
          && classFile[to - 2] == ending[length - 2]
          && Arrays.equals(classFile, to - length, to, ending, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** How long a constant is, with its tag. */
  static int size(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 5, 6 -> 9;
      default -> 5;
    };
  }

  /** Whether it is a long or a double, which take two places. */
  static boolean isWide(int tag) {
    return tag == 5 || tag == 6;
  }

  private static int number(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}
