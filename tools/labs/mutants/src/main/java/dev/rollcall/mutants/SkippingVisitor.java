package dev.rollcall.mutants;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Has one call skipped whenever {@link Skip} says so. A call that is skipped leaves {@code true}
 * where it returns something, so that the program goes on as if the last reference were gone.
 */
final class SkippingVisitor extends CallVisitor {
  private final Site skipped;

  SkippingVisitor(ClassVisitor next, Site skipped) {
    super(next);
    this.skipped = skipped;
  }

  @Override
  void call(Site site, Call call, AnalyzerAdapter method) {
    if (!site.equals(skipped) || method.locals == null) {
      call.write(method);
      return;
    }
    Label keep = new Label();
    Label end = new Label();
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(Skip.class), "now", "()Z", false);
    method.visitJumpInsn(Opcodes.IFEQ, keep);
    Object[] locals = frame(method.locals);
    Object[] stack = frame(method.stack);
    for (Type argument : Type.getArgumentTypes(call.descriptor())) {
      method.visitInsn(argument.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
    if (call.opcode() != Opcodes.INVOKESTATIC) {
      method.visitInsn(Opcodes.POP);
    }
    if (Type.getReturnType(call.descriptor()).getSort() == Type.BOOLEAN) {
      method.visitInsn(Opcodes.ICONST_1);
    }
    Object[] after = frame(method.stack);
    method.visitJumpInsn(Opcodes.GOTO, end);
    method.visitLabel(keep);
    method.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
    call.write(method);
    method.visitLabel(end);
    method.visitFrame(Opcodes.F_NEW, locals.length, locals, after.length, after);
    // The next instruction may have a frame of its own, and one place has only one.
    method.visitInsn(Opcodes.NOP);
  }

  /** As a frame has it: one entry for what takes two slots. */
  private static Object[] frame(@Nullable List<Object> slots) {
    List<Object> entries = new ArrayList<>();
    for (int i = 0; slots != null && i < slots.size(); i++) {
      Object slot = slots.get(i);
      entries.add(slot);
      if (Opcodes.LONG.equals(slot) || Opcodes.DOUBLE.equals(slot)) {
        i++;
      }
    }
    return entries.toArray();
  }
}
