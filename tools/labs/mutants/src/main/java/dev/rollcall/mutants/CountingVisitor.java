package dev.rollcall.mutants;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** Has {@link Coverage} count every call that takes a reference or gives one up. */
final class CountingVisitor extends CallVisitor {
  CountingVisitor(ClassVisitor next) {
    super(next);
  }

  @Override
  void call(Site site, Call call, AnalyzerAdapter method) {
    method.visitLdcInsn(site.toString());
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(Coverage.class),
        "hit",
        "(Ljava/lang/String;)V",
        false);
    call.write(method);
  }
}
