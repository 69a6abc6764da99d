package dev.rollcall.reader;

import org.openjdk.jmc.common.unit.UnitLookup;

/**
 * Sets up what the parser needs before its first chunk: its units and the log manager. That takes
 * as long as the rest of what goes before it, and can be done meanwhile.
 */
public final class ParserStart {
  private ParserStart() {}

  /** Begins, on a thread of its own. Whoever reads before it has ended waits for it. */
  public static void begin() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(ParserStart::setUp, "rollcall-parser-start");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void setUp() {
    try {
      ParserLog.silence();
      UnitLookup.getUnitOrNull("");
    } catch (LinkageError unreadable) {
      // Whoever reads will meet it, too.
    }
  }
}
