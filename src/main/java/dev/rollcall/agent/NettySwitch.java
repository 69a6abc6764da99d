package dev.rollcall.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets Netty tell our leak detector of its buffers: the adapter that there is, switched on when
 * Netty is loaded. Netty looks for it where the class path is, and finds it there only if Netty
 * itself is there, too.
 */
final class NettySwitch {
  private static final String PROPERTY = "io.netty.customResourceLeakDetector";
  private static final String DETECTOR = "dev.rollcall.netty.RollcallLeakDetector";
  private static final String FACTORY = "io.netty.util.ResourceLeakDetectorFactory";
  private static final String FACTORY_FILE = FACTORY.replace('.', '/');
  private static final String DETECTORS_FILE = "io/netty/util/ResourceLeakDetector.class";
  private static final String WORD = "netty";

  private final Inventory inventory;

  NettySwitch(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Says so if it is too late. */
  void begin(Instrumentation instrumentation) {
    if (Arrays.stream(instrumentation.getAllLoadedClasses())
        .anyMatch(type -> type.getName().equals(FACTORY))) {
      inventory.leaveOut(WORD, "it was there before the agent");
    }
  }

  /**
   * Told of each class before it is loaded; switches the detector on when Netty comes, unless Netty
   * tells another one.
   */
  void loading(@Nullable ClassLoader loader, String name) {
    if (!name.equals(FACTORY_FILE)) {
      return;
    }
    String present = System.getProperty(PROPERTY);
    if (present != null && !present.equals(DETECTOR)) {
      inventory.leaveOut(WORD, "its leaks are told to " + present);
    } else if (loader != ClassLoader.getSystemClassLoader()) {
      inventory.leaveOut(
          WORD,
          "it is not on the class path but in a jar within a jar, or behind another class loader;"
              + " wrap its allocator instead: TrackedAllocator.wrap");
    } else if (!canBeTold(loader)) {
      inventory.leaveOut(
          WORD, "it is older than 4.2.6: wrap its allocator instead: TrackedAllocator.wrap");
    } else if (present == null) {
      System.setProperty(PROPERTY, DETECTOR);
    }
  }

  /** Whether a detector may be told of buffers at all: in older versions the method is final. */
  private static boolean canBeTold(ClassLoader loader) {
    boolean[] isFinal = new boolean[1];
    try (InputStream in = loader.getResourceAsStream(DETECTORS_FILE)) {
      if (in == null) {
        return false;
      }
      new ClassReader(in)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable MethodVisitor visitMethod(
                    int access,
                    String method,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                  isFinal[0] |= method.equals("track") && (access & Opcodes.ACC_FINAL) != 0;
                  return null;
                }
              },
              ClassReader.SKIP_CODE);
    } catch (IOException unreadable) {
      return false;
    }
    return !isFinal[0];
  }
}
