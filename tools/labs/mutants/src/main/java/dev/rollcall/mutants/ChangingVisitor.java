package dev.rollcall.mutants;

import dev.rollcall.mutants.Bug.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Changes one call whenever {@link Fault} says so. A call that is skipped leaves {@code true} where
 * it returns something, so that the program goes on as if the last reference were gone; a method
 * that returns early returns 0, false or null.
 */
final class ChangingVisitor extends CallVisitor {
  private static final String FAULT = Type.getInternalName(Fault.class);

  private final Site changed;
  private final Change change;

  ChangingVisitor(ClassVisitor next, Site changed, Change change) {
    super(next);
    this.changed = changed;
    this.change = change;
  }

  @Override
  void call(Site site, Call call, AnalyzerAdapter method) {
    // The analyzer knows no frame where code cannot be reached.
    if (!site.equals(changed) || method.locals == null) {
      call.write(method);
      return;
    }
    switch (change) {
      case SKIP -> skip(call, method);
      case TWICE -> twice(call, method);
      case THROW -> {
        // It returns normally where there is to be no exception.
        method.visitMethodInsn(Opcodes.INVOKESTATIC, FAULT, "pass", "()V", false);
        call.write(method);
      }
      case RETURN -> returnEarly(site, call, method);
    }
  }

  private static void skip(Call call, AnalyzerAdapter method) {
    Label keep = ifNot(method);
    Label end = new Label();
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
    frame(keep, locals, stack, method);
    call.write(method);
    frame(end, locals, after, method);
  }

  private static void twice(Call call, AnalyzerAdapter method) {
    if (Type.getArgumentTypes(call.descriptor()).length
            + (call.opcode() == Opcodes.INVOKESTATIC ? 0 : 1)
        != 1) {
      throw new IllegalArgumentException("cannot be made twice: " + call);
    }
    Label once = ifNot(method);
    Object[] locals = frame(method.locals);
    Object[] stack = frame(method.stack);
    method.visitInsn(Opcodes.DUP);
    call.write(method);
    if (Type.getReturnType(call.descriptor()).getSort() != Type.VOID) {
      method.visitInsn(Opcodes.POP);
    }
    frame(once, locals, stack, method);
    call.write(method);
  }

  private static void returnEarly(Site site, Call call, AnalyzerAdapter method) {
    Label stay = ifNot(method);
    Object[] locals = frame(method.locals);
    Object[] stack = frame(method.stack);
    switch (Type.getReturnType(site.descriptor()).getSort()) {
      case Type.VOID -> method.visitInsn(Opcodes.RETURN);
      case Type.LONG -> returned(Opcodes.LCONST_0, Opcodes.LRETURN, method);
      case Type.FLOAT -> returned(Opcodes.FCONST_0, Opcodes.FRETURN, method);
      case Type.DOUBLE -> returned(Opcodes.DCONST_0, Opcodes.DRETURN, method);
      case Type.OBJECT, Type.ARRAY -> returned(Opcodes.ACONST_NULL, Opcodes.ARETURN, method);
      default -> returned(Opcodes.ICONST_0, Opcodes.IRETURN, method);
    }
    frame(stay, locals, stack, method);
    call.write(method);
  }

  private static void returned(int nothing, int opcode, AnalyzerAdapter method) {
    method.visitInsn(nothing);
    method.visitInsn(opcode);
  }

  /** Goes on where the call is changed; where it is not, at the label. */
  private static Label ifNot(MethodVisitor method) {
    Label unchanged = new Label();
    method.visitMethodInsn(Opcodes.INVOKESTATIC, FAULT, "now", "()Z", false);
    method.visitJumpInsn(Opcodes.IFEQ, unchanged);
    return unchanged;
  }

  private static void frame(Label label, Object[] locals, Object[] stack, MethodVisitor method) {
    method.visitLabel(label);
    method.visitFrame(Opcodes.F_NEW, locals.length, locals, stack.length, stack);
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
