package dev.rollcall.mutants;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What a release call looks like in bytecode. */
final class ReleaseCall {
  private static final String UTILITY = "io/netty/util/ReferenceCountUtil";
  private static final Set<String> COUNTED = Set.of("()Z", "(I)Z");

  private ReleaseCall() {}

  /** Whether an instruction gives up a reference to something reference-counted. */
  static boolean is(int opcode, String owner, String name, String descriptor) {
    if (opcode == Opcodes.INVOKESTATIC) {
      return owner.equals(UTILITY) && (name.equals("release") || name.equals("safeRelease"));
    }
    return opcode != Opcodes.INVOKESPECIAL
        && name.equals("release")
        && COUNTED.contains(descriptor);
  }
}
