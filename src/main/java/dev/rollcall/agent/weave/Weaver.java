package dev.rollcall.agent.weave;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Adds the calls of hooks to a class. Only bodies of methods change, never what a class declares,
 * so that a class that is loaded already can be woven, too; no frame is pushed around a method.
 */
public final class Weaver {
  private static final int API = Opcodes.ASM9;
  private static final String CONSTRUCTOR = "<init>";

  /** Classes of this version and newer have maps of their stacks. */
  private static final int FIRST_WITH_FRAMES = Opcodes.V1_6;

  private Weaver() {}

  /** Weaves a class: all of the points that it has, or none where a needed one is missing. */
  public static WeavingResult weave(byte[] classFile, List<Point> points) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Classes classes = new Classes(writer, points);
    reader.accept(classes, ClassReader.EXPAND_FRAMES);
    List<String> missing = missing(points, classes.found);
    boolean isWoven = !classes.isLost && missing.isEmpty() && !classes.found.isEmpty();
    return new WeavingResult(
        isWoven ? writer.toByteArray() : null, classes.found, missing, classes.delegating);
  }

  private static List<String> missing(List<Point> points, Set<Point> found) {
    Set<String> met = new LinkedHashSet<>();
    for (Point point : found) {
      met.add(point.need());
    }
    Set<String> missing = new LinkedHashSet<>();
    for (Point point : points) {
      if (!point.need().isEmpty() && !met.contains(point.need())) {
        missing.add(point.need());
      }
    }
    return List.copyOf(missing);
  }

  private static final class Classes extends ClassVisitor {
    final Set<Point> found = new LinkedHashSet<>();
    final Set<String> delegating = new LinkedHashSet<>();
    private final List<Point> points;
    private final Set<String> fields = new LinkedHashSet<>();
    private String name = "";
    private int version;

    /** Whether a hook would be given an object that the method may have let go of. */
    private boolean isLost;

    Classes(ClassVisitor next, List<Point> points) {
      super(API, next);
      this.points = points;
    }

    @Override
    public void visit(
        int classVersion,
        int access,
        String className,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      name = className;
      version = classVersion & 0xFFFF;
      super.visit(classVersion, access, className, signature, superName, interfaces);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      fields.add(field + ':' + descriptor);
      return super.visitField(access, field, descriptor, signature, value);
    }

    private boolean hasField(Point point) {
      String field = point.value().selfField();
      return field.isEmpty() || fields.contains(field);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
      if (next == null || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return next;
      }
      String member = method + descriptor;
      List<Point> here = new ArrayList<>();
      List<Point> writes = new ArrayList<>();
      for (Point point : points) {
        if (point.moment() == Moment.WRITE) {
          writes.add(point);
        } else if (point.isAt(member) && hasField(point)) {
          here.add(point);
        }
      }
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      if (isStatic || method.equals(CONSTRUCTOR)) {
        writes.clear(); // a default is no event
      }
      found.addAll(here);
      return here.isEmpty() && writes.isEmpty()
          ? next
          : new Methods(next, this, here, writes, isStatic, method, descriptor);
    }
  }

  private static final class Methods extends MethodVisitor {
    private final Classes owner;
    private final List<Point> points;
    private final List<Point> writes;
    private final boolean isStatic;
    private final boolean isConstructor;
    private final String descriptor;
    private final Type[] arguments;
    private final Label start = new Label();

    /** How many objects of the class itself were made and not yet constructed. */
    private int made;

    /** Whether the object is where it was when the method began: compilers may use its place. */
    private boolean isThisKnown = true;

    Methods(
        MethodVisitor next,
        Classes owner,
        List<Point> points,
        List<Point> writes,
        boolean isStatic,
        String method,
        String descriptor) {
      super(API, next);
      this.owner = owner;
      this.points = points;
      this.writes = writes;
      this.isStatic = isStatic;
      this.isConstructor = method.equals(CONSTRUCTOR);
      this.descriptor = descriptor;
      this.arguments = Type.getArgumentTypes(descriptor);
    }

    private boolean has(Moment moment) {
      for (Point point : points) {
        if (point.moment() == moment) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      for (Point point : points) {
        if (point.moment() == Moment.ENTRY) {
          call(point);
        }
      }
      if (has(Moment.THROW) || has(Moment.ABRUPT_END)) {
        super.visitLabel(start);
      }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
      if (slot == 0 && opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
        forgetThis();
      }
      super.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitFrame(
        int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
      boolean isKnown =
          localCount > 0
              && (owner.name.equals(locals[0]) || Opcodes.UNINITIALIZED_THIS.equals(locals[0]));
      if (isKnown) {
        isThisKnown = true;
      } else {
        forgetThis();
      }
      super.visitFrame(type, localCount, locals, stackCount, stack);
    }

    private void forgetThis() {
      isThisKnown = false;
      owner.isLost |= !isStatic && has(Moment.THROW);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        for (Point point : points) {
          if (point.moment() == Moment.RETURN) {
            call(point, opcode == Opcodes.ARETURN);
          }
        }
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW && type.equals(owner.name)) {
        made++;
      }
      super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String method, String called, boolean isInterface) {
      if (opcode == Opcodes.INVOKESPECIAL
          && method.equals(CONSTRUCTOR)
          && type.equals(owner.name)
          && isConstructor
          && --made < 0) {
        owner.delegating.add(descriptor);
      }
      super.visitMethodInsn(opcode, type, method, called, isInterface);
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String field, String descriptor) {
      super.visitFieldInsn(opcode, fieldOwner, field, descriptor);
      if (opcode == Opcodes.PUTFIELD && fieldOwner.equals(owner.name)) {
        for (Point point : writes) {
          if (point.member().equals(field)) {
            owner.found.add(point);
            call(point);
          }
        }
      }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      if (has(Moment.THROW) || has(Moment.ABRUPT_END)) {
        handle();
      }
      super.visitMaxs(maxStack, maxLocals);
    }

    /** Adds what is called when the method ends by an exception. */
    private void handle() {
      Label end = new Label();
      super.visitLabel(end);
      super.visitTryCatchBlock(start, end, end, null);
      isThisKnown = !isStatic && has(Moment.THROW);
      if (owner.version >= FIRST_WITH_FRAMES) {
        Object[] locals = isThisKnown ? new Object[] {owner.name} : new Object[0];
        super.visitFrame(
            Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
      }
      for (Point point : points) {
        if (point.moment() == Moment.THROW || point.moment() == Moment.ABRUPT_END) {
          call(point, true);
        }
      }
      super.visitInsn(Opcodes.ATHROW);
    }

    private void call(Point point) {
      call(point, false);
    }

    /** Pushes the value, the object and the number, and calls. */
    private void call(Point point, boolean isObjectOnTop) {
      pushValue(point.value(), isObjectOnTop);
      if (isStatic || point.moment() == Moment.ABRUPT_END) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else {
        owner.isLost |= !isThisKnown;
        super.visitVarInsn(Opcodes.ALOAD, 0);
        String field = point.value().selfField();
        if (!field.isEmpty()) {
          int colon = field.indexOf(':');
          super.visitFieldInsn(
              Opcodes.GETFIELD, owner.name, field.substring(0, colon), field.substring(colon + 1));
        }
      }
      push(point.hook());
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          BridgeDoor.NAME,
          "call",
          "(Ljava/lang/Object;Ljava/lang/Object;I)V",
          false);
    }

    private void pushValue(Point.Value value, boolean isObjectOnTop) {
      List<Integer> wanted = value.arguments();
      if (value.isTop() && isObjectOnTop) {
        super.visitInsn(Opcodes.DUP);
      } else if (wanted.isEmpty()) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else if (wanted.size() == 1) {
        load(wanted.get(0));
      } else {
        push(wanted.size());
        super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < wanted.size(); i++) {
          super.visitInsn(Opcodes.DUP);
          push(i);
          load(wanted.get(i));
          super.visitInsn(Opcodes.AASTORE);
        }
      }
    }

    /** Pushes an argument, which is a reference. */
    private void load(int argument) {
      int slot = isStatic ? 0 : 1;
      for (int i = 0; i < argument; i++) {
        slot += arguments[i].getSize();
      }
      super.visitVarInsn(Opcodes.ALOAD, slot);
    }

    private void push(int number) {
      if (number <= Byte.MAX_VALUE) {
        super.visitIntInsn(Opcodes.BIPUSH, number);
      } else {
        super.visitIntInsn(Opcodes.SIPUSH, number);
      }
    }
  }
}
