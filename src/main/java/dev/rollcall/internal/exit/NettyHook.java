package dev.rollcall.internal.exit;

import dev.rollcall.common.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether Netty makes the leak detector that it was told to make. Where it does not, it says so in
 * its log at most, and no buffer is tracked. Touches no class of Netty's.
 */
public final class NettyHook {
  static final String PROPERTY = "io.netty.customResourceLeakDetector";
  static final String DETECTOR = "dev.rollcall.netty.RollcallLeakDetector";

  private static final String VERSIONS = "META-INF/io.netty.versions.properties";
  private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,4}).*");

  private static volatile boolean made;

  private NettyHook() {}

  /** Notes that Netty has made the detector. */
  public static void made() {
    made = true;
  }

  /** Whether Netty was told to make it, and has not. */
  static boolean isUnused() {
    return !made && DETECTOR.equals(System.getProperty(PROPERTY));
  }

  /**
   * What is wrong then and what to do about it, in a sentence. Looks for Netty on the class path,
   * which may take time.
   */
  static String complaint() {
    return complaint(version());
  }

  /** As {@link #complaint()}; {@code version}: Netty's, null where that is not known. */
  static String complaint(@Nullable String version) {
    String told = "-D" + PROPERTY + " had no effect, so Rollcall tracked no buffer by it: ";
    if (version == null) {
      return told
          + "the class path has no Netty, or only in a jar within a jar, where Netty does not find"
          + " the detector; wrap the allocator by TrackedAllocator.wrap instead";
    }
    return told
        + "this is Netty "
        + Printable.of(version)
        + (hasHook(version)
            ? ", which made no buffer, or could not load the detector (its log says why)"
            : ", and it needs 4.2.6 or later; wrap the allocator by TrackedAllocator.wrap instead");
  }

  private static boolean hasHook(String version) {
    Matcher numbers = VERSION.matcher(version);
    if (!numbers.matches()) {
      return true;
    }
    int major = Integer.parseInt(numbers.group(1));
    int minor = Integer.parseInt(numbers.group(2));
    int patch = Integer.parseInt(numbers.group(3));
    return major > 4 || (major == 4 && (minor > 2 || (minor == 2 && patch >= 6)));
  }

  private static @Nullable String version() {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(VERSIONS)) {
      if (in == null) {
        return null;
      }
      Properties versions = new Properties();
      versions.load(in);
      return versions.stringPropertyNames().stream()
          .filter(name -> name.endsWith(".version"))
          .sorted()
          .map(versions::getProperty)
          .findFirst()
          .orElse(null);
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }
}
