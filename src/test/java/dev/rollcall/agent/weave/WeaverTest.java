package dev.rollcall.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.agent.weave.Point.Value;
import dev.rollcall.agent.weave.Told.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is woven is verified by the JVM, and runs. */
final class WeaverTest {
  private static final String FULL = "(Ljava/lang/String;JDLjava/lang/Object;)V";
  private static final Class<?>[] FULL_TYPES = {
    String.class, long.class, double.class, Object.class
  };
  private static final Point RETURNS_OF_ALL = returns("*", Value.NONE, 100);

  @BeforeEach
  void forget() {
    Told.CALLS.clear();
  }

  private static Point at(Moment moment, String member, Value value, int hook) {
    return new Point(member, moment, value, hook, "");
  }

  private static Point returns(String member, Value value, int hook) {
    return at(Moment.RETURN, member, value, hook);
  }

  /** Woven by the points, from a class file of each version that this JVM reads. */
  private static Class<?> woven(int version, Point... points) throws Exception {
    byte[] classFile = WovenLoader.classFile(Subject.class);
    return WovenLoader.woven(WovenLoader.ofVersion(classFile, version), points);
  }

  static IntStream versions() {
    return IntStream.of(Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_8, Opcodes.V17, Opcodes.V21)
        .filter(version -> version - Opcodes.V1_8 + 8 <= Runtime.version().feature());
  }

  private static Object call(Object self, String name, @Nullable Object... arguments)
      throws Exception {
    Method found =
        Arrays.stream(self.getClass().getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      return found.invoke(self, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  private static Object make(Class<?> type, String name) throws Exception {
    return type.getConstructor(FULL_TYPES).newInstance(name, 1L, 2.0, "other");
  }

  private static List<Integer> hooks() {
    return Told.CALLS.stream().map(Call::hook).toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyMomentOfEveryVersion(int version) throws Exception {
    Class<?> type =
        woven(
            version,
            at(Moment.ENTRY, "*le*", Value.NONE, 1),
            at(Moment.ENTRY, "guarded(*", Value.arguments(0), 2),
            returns("guarded(*", Value.TOP, 3),
            at(Moment.THROW, "guarded(*", Value.TOP, 4),
            at(Moment.WRITE, "isDone", Value.NONE, 200),
            RETURNS_OF_ALL);
    Object subject = make(type, "name");
    Told.CALLS.clear();
    Runnable fine = () -> {};
    Runnable wrong =
        () -> {
          throw new IllegalStateException();
        };
    UnsupportedOperationException worse = new UnsupportedOperationException();
    Runnable worst =
        () -> {
          throw worse;
        };

    assertThat(call(subject, "guarded", fine)).isEqualTo("ran");
    assertThat(call(subject, "guarded", wrong)).isEqualTo("caught");
    assertThatThrownBy(() -> call(subject, "guarded", worst)).isSameAs(worse);
    call(subject, "finish");

    assertThat(Told.CALLS)
        .containsExactly(
            new Call(fine, subject, 2),
            new Call("ran", subject, 3),
            new Call(null, subject, 100),
            new Call(wrong, subject, 2),
            new Call("caught", subject, 3),
            new Call(null, subject, 100),
            new Call(worst, subject, 2),
            new Call(worse, subject, 4),
            new Call(null, subject, 200),
            new Call(null, subject, 100));
  }

  @Test
  void eachOfManyReturns() throws Exception {
    Class<?> type = woven(Opcodes.V17, returns("wide(I)J", Value.TOP, 1));
    Object subject = make(type, "name");
    List<Object> results = new ArrayList<>();
    for (int key : new int[] {0, 1, 2, 3, 1_000_000, 6, 8}) {
      results.add(call(subject, "wide", key));
    }

    assertThat(results).containsExactly(10L, 11L, 12L, 12L, 13L, 15L, 14L);
    // A number is no object: who asks for it gets nothing.
    assertThat(Told.CALLS).hasSize(7).containsOnly(new Call(null, subject, 1));
  }

  @Test
  void argumentsThatTakeTwoPlaces() throws Exception {
    Class<?> type =
        woven(
            Opcodes.V17,
            at(Moment.ENTRY, "join(*", Value.arguments(1), 1),
            returns("join(*", Value.arguments(1, 3), 2),
            returns("<init>" + FULL, Value.arguments(0, 3), 3));
    List<String> list = List.of("fourth");

    assertThat(
            type.getMethod("join", long.class, String.class, double.class, List.class)
                .invoke(null, 1L, "second", 3.0, list))
        .isEqualTo("fourth");
    Object subject = make(type, "name");

    assertThat(Told.CALLS.get(0)).isEqualTo(new Call("second", null, 1));
    assertThat((Object[]) Told.CALLS.get(1).value()).containsExactly("second", list);
    assertThat(Told.CALLS.get(1).self()).isNull();
    assertThat((Object[]) Told.CALLS.get(2).value()).containsExactly("name", "other");
    assertThat(Told.CALLS.get(2).self()).isSameAs(subject);
  }

  @Test
  void aConstructorThatThrowsTellsNothing() throws Exception {
    Class<?> type = woven(Opcodes.V17, returns("<init>(*", Value.NONE, 1));

    assertThatThrownBy(() -> make(type, "")).hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(Told.CALLS).isEmpty();
  }

  @Test
  void everyConstructorTellsTheInnermostFirst() throws Exception {
    Class<?> type =
        woven(
            Opcodes.V17,
            returns("<init>" + FULL, Value.NONE, 1),
            returns("<init>()V", Value.NONE, 2));
    Object subject = type.getConstructor().newInstance();

    assertThat(Told.CALLS).containsExactly(new Call(null, subject, 1), new Call(null, subject, 2));
  }

  @Test
  void knowsWhichConstructorsLeaveTheirWorkToAnother() throws Exception {
    WeavingResult result =
        Weaver.weave(
            WovenLoader.classFile(Subject.class), List.of(returns("<init>(*", Value.NONE, 1)));

    assertThat(result.delegating()).containsExactlyInAnyOrder("()V", "(Z)V");
  }

  /** A default is no event, nor is what a constructor sets. */
  @Test
  void aFieldThatAConstructorWritesTellsNothing() throws Exception {
    Class<?> type = woven(Opcodes.V17, at(Moment.WRITE, "isDone", Value.NONE, 1));
    Object subject = make(type, "name");

    assertThat(Told.CALLS).isEmpty();
    call(subject, "finish");
    assertThat(hooks()).containsExactly(1);
  }

  @Test
  void aMethodThatHoldsItsMonitorLetsGoOfIt() throws Exception {
    Class<?> type =
        woven(
            Opcodes.V17,
            at(Moment.ENTRY, "locked(*", Value.NONE, 1),
            returns("locked(*", Value.NONE, 2),
            at(Moment.THROW, "locked(*", Value.TOP, 3));
    Object subject = make(type, "name");
    List<Boolean> held = new ArrayList<>();
    Runnable work = () -> held.add(Thread.holdsLock(subject));

    call(subject, "locked", "argument", work);
    assertThatThrownBy(() -> call(subject, "locked", null, work))
        .isInstanceOf(NullPointerException.class);

    assertThat(hooks()).containsExactly(1, 2, 1, 3);
    assertThat(held).containsExactly(true, true);
    assertThat(Thread.holdsLock(subject)).isFalse();
  }

  @Test
  void aMethodThatNeverReturns() throws Exception {
    Class<?> type =
        woven(
            Opcodes.V17,
            returns("fail()V", Value.NONE, 1),
            at(Moment.THROW, "fail()V", Value.TOP, 2));
    Object subject = make(type, "name");

    assertThatThrownBy(() -> call(subject, "fail")).hasMessage("fail");
    assertThat(hooks()).containsExactly(2);
  }

  @Test
  void aHookMayGetWhatAFieldOfTheObjectHolds() throws Exception {
    Value parent = new Value(false, List.of(), "name:Ljava/lang/String;");
    Value none = new Value(false, List.of(), "name:Ljava/net/Socket;");
    Class<?> type =
        woven(
            Opcodes.V17,
            at(Moment.ENTRY, "close()V", parent, 1),
            at(Moment.ENTRY, "close()V", none, 2));
    Object subject = make(type, "the name");
    call(subject, "close");

    assertThat(Told.CALLS).containsExactly(new Call(null, "the name", 1));
  }

  @Test
  void aClassWithoutANeededMemberIsLeftAloneAsAWhole() throws Exception {
    WeavingResult result =
        Weaver.weave(
            WovenLoader.classFile(Subject.class),
            List.of(
                new Point("<init>(*", Moment.RETURN, Value.NONE, 1, "opened"),
                new Point("dispose()V", Moment.ENTRY, Value.NONE, 2, "closed"),
                new Point("free()V", Moment.ENTRY, Value.NONE, 2, "closed"),
                new Point("gone", Moment.WRITE, Value.NONE, 2, "ended")));

    assertThat(result.bytes()).isNull();
    assertThat(result.missing()).containsExactly("closed", "ended");
  }

  @Test
  void oneOfTheNeededMembersIsEnough() throws Exception {
    Point there = new Point("close()V", Moment.ENTRY, Value.NONE, 2, "closed");
    WeavingResult result =
        Weaver.weave(
            WovenLoader.classFile(Subject.class),
            List.of(there, new Point("free()V", Moment.ENTRY, Value.NONE, 2, "closed")));

    assertThat(result.bytes()).isNotNull();
    assertThat(result.found()).containsExactly(there);
    assertThat(result.missing()).isEmpty();
  }

  @Test
  void aClassWithNoneOfThePointsIsLeftAlone() throws Exception {
    WeavingResult result =
        Weaver.weave(
            WovenLoader.classFile(Subject.class), List.of(returns("free()V", Value.NONE, 1)));

    assertThat(result.bytes()).isNull();
    assertThat(result.missing()).isEmpty();
  }

  /** Only bodies of methods change, or a class that is loaded could not be woven again. */
  @Test
  void declaresWhatItDeclared() throws Exception {
    Class<?> type = woven(Opcodes.V17, RETURNS_OF_ALL, at(Moment.THROW, "close*", Value.TOP, 1));

    assertThat(type.getDeclaredMethods()).hasSameSizeAs(Subject.class.getDeclaredMethods());
    assertThat(type.getDeclaredFields()).hasSameSizeAs(Subject.class.getDeclaredFields());
    assertThat(type.getDeclaredConstructors())
        .hasSameSizeAs(Subject.class.getDeclaredConstructors());
  }

  /**
   * Optimisers use the place of {@code this} for something else where it is needed no more: then
   * there is no object to tell of, and no map of the stack that holds everywhere.
   */
  @ParameterizedTest
  @MethodSource("versions")
  void aClassThatOverwritesItsThisIsLeftAlone(int version) throws Exception {
    byte[] classFile = overwriting(version);
    Point close = new Point("close()V", Moment.RETURN, Value.NONE, 1, "closed");
    Point thrown = at(Moment.THROW, "close()V", Value.TOP, 2);
    WeavingResult result = Weaver.weave(classFile, List.of(close, thrown));

    assertThat(result.bytes()).isNull();
  }

  /** A class whose close() counts down in the place of its {@code this}. */
  private static byte[] overwriting(int version) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(version, Opcodes.ACC_PUBLIC, "Overwriting", null, "java/lang/Object", null);
    MethodVisitor close = writer.visitMethod(Opcodes.ACC_PUBLIC, "close", "()V", null, null);
    close.visitCode();
    close.visitInsn(Opcodes.ICONST_3);
    close.visitVarInsn(Opcodes.ISTORE, 0);
    close.visitIincInsn(0, -1);
    close.visitInsn(Opcodes.RETURN);
    close.visitMaxs(0, 0);
    close.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void theClassFileIsThatOfItsVersion() throws Exception {
    byte[] old = WovenLoader.ofVersion(WovenLoader.classFile(Subject.class), Opcodes.V1_5);
    byte[] bytes = Weaver.weave(old, List.of(RETURNS_OF_ALL)).bytes();

    assertThat(new ClassReader(bytes).readUnsignedShort(6)).isEqualTo(Opcodes.V1_5);
  }
}
