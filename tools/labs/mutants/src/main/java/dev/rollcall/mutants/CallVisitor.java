package dev.rollcall.mutants;

import dev.rollcall.mutants.Site.Act;
import java.util.EnumMap;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** Goes through the calls of a class that take references or give them up, and may replace them. */
abstract class CallVisitor extends ClassVisitor {
  private String type = "";

  CallVisitor(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** Writes what is executed instead of the call; {@code method} goes on behind it. */
  abstract void call(Site site, Call call, AnalyzerAdapter method);

  /** A call as it is in the class. */
  record Call(int opcode, String owner, String name, String descriptor, boolean isInterface) {
    void write(MethodVisitor method) {
      method.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] interfaces) {
    type = name;
    super.visit(version, access, name, signature, parent, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    // What closes for its callers is not at fault: they are.
    return ReferenceCall.isCloser(name, descriptor)
        ? next
        : new Calls(type, access, name, descriptor, next);
  }

  private final class Calls extends AnalyzerAdapter {
    private final String name;
    private final String descriptor;
    private final Map<Act, Integer> seen = new EnumMap<>(Act.class);
    private boolean replacing;

    Calls(String type, int access, String name, String descriptor, MethodVisitor next) {
      super(Opcodes.ASM9, type, access, name, descriptor, next);
      this.name = name;
      this.descriptor = descriptor;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
      Act act = replacing ? null : ReferenceCall.of(opcode, owner, called, calledDescriptor);
      if (act == null) {
        super.visitMethodInsn(opcode, owner, called, calledDescriptor, isInterface);
        return;
      }
      int ordinal = seen.merge(act, 1, Integer::sum) - 1;
      Site site = new Site(type.replace('/', '.'), name, descriptor, act, ordinal);
      replacing = true;
      call(site, new Call(opcode, owner, called, calledDescriptor, isInterface), this);
      replacing = false;
    }
  }
}
