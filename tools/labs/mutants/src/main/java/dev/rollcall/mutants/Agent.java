package dev.rollcall.mutants;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/**
 * A {@code -javaagent} that changes one call, or has all of them counted: its argument is {@code
 * CHANGE SHARE SITE} or {@code count}.
 */
public final class Agent implements ClassFileTransformer {
  private final Function<String, Boolean> isWanted;
  private final Function<ClassVisitor, ClassVisitor> change;

  private Agent(Function<String, Boolean> isWanted, Function<ClassVisitor, ClassVisitor> change) {
    this.isWanted = isWanted;
    this.change = change;
  }

  /** Starts with the JVM. */
  public static void premain(String argument, Instrumentation instrumentation) {
    instrumentation.addTransformer(of(argument));
  }

  static Agent of(String argument) {
    if (argument.equals("count")) {
      return new Agent(Subject::is, CountingVisitor::new);
    }
    String[] words = argument.split(" ", 3);
    Bug.Change change = Bug.Change.valueOf(words[0]);
    Site site = Site.parse(words[2]);
    Fault.set(Share.parse(words[1]));
    return new Agent(site.type()::equals, next -> new ChangingVisitor(next, site, change));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null || !isWanted.apply(name.replace('/', '.'))) {
      return null;
    }
    try {
      return transform(bytes);
    } catch (RuntimeException | Error e) {
      // The JVM would go on with the class as it was.
      System.err.println("mutants: " + name + " cannot be rewritten: " + e);
      Runtime.getRuntime().halt(3);
      throw e;
    }
  }

  byte[] transform(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(change.apply(writer), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }
}
