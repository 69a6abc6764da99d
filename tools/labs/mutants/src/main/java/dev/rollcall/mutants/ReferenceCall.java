package dev.rollcall.mutants;

import dev.rollcall.mutants.Site.Act;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a call looks like in bytecode that takes a reference or gives one up. */
final class ReferenceCall {
  private static final String UTILITY = "io/netty/util/ReferenceCountUtil";
  private static final Set<String> COUNTED = Set.of("()Z", "(I)Z");

  /** What JDBC has to be closed, by whom it is owned: what comes from a connection is its. */
  private static final String CONNECTION = "java/sql/Connection";

  private static final Set<String> OF_CONNECTION =
      Set.of(
          "java/sql/Statement",
          "java/sql/PreparedStatement",
          "java/sql/CallableStatement",
          "java/sql/ResultSet");

  /** What methods are called that close what they are given. */
  private static final Pattern CLOSING =
      Pattern.compile("(?:close|release|safeClose|safeRelease)(?:\\p{Upper}.*)?");

  private ReferenceCall() {}

  /** What an instruction does to a reference; null where that is nothing. */
  static @Nullable Act of(int opcode, String owner, String name, String descriptor) {
    if (opcode == Opcodes.INVOKESPECIAL) {
      return null;
    }
    if (closes(owner, name, descriptor) || releases(opcode, owner, name, descriptor)) {
      return Act.RELEASE;
    }
    return opcode != Opcodes.INVOKESTATIC
            && name.equals("retain")
            && descriptor.startsWith("()Lio/netty/")
        ? Act.RETAIN
        : null;
  }

  private static boolean releases(int opcode, String owner, String name, String descriptor) {
    if (opcode == Opcodes.INVOKESTATIC) {
      return owner.equals(UTILITY) && (name.equals("release") || name.equals("safeRelease"));
    }
    return name.equals("release") && COUNTED.contains(descriptor);
  }

  /** Whether it closes something of JDBC: its receiver, or its first argument. */
  private static boolean closes(String owner, String name, String descriptor) {
    boolean isClose = name.equals("close") && descriptor.equals("()V");
    return isClose ? isOfJdbc(owner) : isCloser(name, descriptor);
  }

  /** Whether a method closes for its callers what it is given: these are to call it. */
  static boolean isCloser(String name, String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    return arguments.length > 0
        && arguments[0].getSort() == Type.OBJECT
        && isOfJdbc(arguments[0].getInternalName())
        && Type.getReturnType(descriptor).getSort() == Type.VOID
        && CLOSING.matcher(name).matches();
  }

  /** Whether what a call gives up belongs to another resource. */
  static boolean isOwned(String owner, String name, String descriptor) {
    if (!closes(owner, name, descriptor)) {
      return false;
    }
    Type[] arguments = Type.getArgumentTypes(descriptor);
    return OF_CONNECTION.contains(arguments.length == 0 ? owner : arguments[0].getInternalName());
  }

  /** Whether it is counted, so that a second call is one too many, and has no other argument. */
  static boolean isOfOne(int opcode, String owner, String name, String descriptor) {
    int arguments = Type.getArgumentTypes(descriptor).length;
    return releases(opcode, owner, name, descriptor)
        && arguments == (opcode == Opcodes.INVOKESTATIC ? 1 : 0);
  }

  private static boolean isOfJdbc(String type) {
    return type.equals(CONNECTION) || OF_CONNECTION.contains(type);
  }
}
