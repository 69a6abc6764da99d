package dev.rollcall.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The heap that is in use after a collection. */
final class Memory {
  private static final int MEBIBYTE = 1 << 20;

  private Memory() {}

  /** Collects, and says how many MiB are still in use. */
  static long usedMebibytes() {
    System.gc();
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      used += usage == null ? 0 : usage.getUsed();
    }
    return used / MEBIBYTE;
  }
}
