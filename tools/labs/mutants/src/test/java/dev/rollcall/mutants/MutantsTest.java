package dev.rollcall.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class MutantsTest {
  private static final String COUNTED =
      """
      http\tio.netty.handler.codec.A.lambda$read$0(Ljava/lang/Object;)V#1\t7
      http\tdev.rollcall.mutants.app.Own.<init>()V#0\t1
      dns\tio.netty.handler.codec.A.lambda$read$0(Ljava/lang/Object;)V#1\t2
      refused\t4
      """;

  @Test
  void knowsWhichScenariosExecuteACall() {
    SortedMap<Site, Set<String>> coverage = Mutants.coverage(COUNTED);

    assertThat(coverage)
        .containsOnlyKeys(
            new Site("dev.rollcall.mutants.app.Own", "<init>", "()V", 0),
            new Site("io.netty.handler.codec.A", "lambda$read$0", "(Ljava/lang/Object;)V", 1));
    assertThat(coverage.get(coverage.lastKey())).containsExactly("dns", "http");
  }

  @Test
  void mutatesEachCallAlwaysAndSometimesAndTheSameEachTime() {
    List<Mutant> mutants = Mutants.of(Mutants.coverage(COUNTED), 3, 100);

    assertThat(mutants).hasSize(4).isEqualTo(Mutants.of(Mutants.coverage(COUNTED), 3, 100));
    assertThat(mutants)
        .extracting(Mutant::kind)
        .containsExactlyInAnyOrder("always", "always", "some", "some");
    assertThat(mutants).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(Mutants.of(Mutants.coverage(COUNTED), 3, 1)).isEqualTo(mutants.subList(0, 1));
  }

  @Test
  void leavesTheMutantsThatWereThereWhenTrafficIsAdded() {
    String more = "smtp\tio.netty.handler.codec.B.write()V#0\t1\n" + COUNTED;

    assertThat(Mutants.of(Mutants.coverage(more), 3, 100))
        .extracting(MutantsTest::withoutId)
        .containsSubsequence(
            Mutants.of(Mutants.coverage(COUNTED), 3, 100).stream()
                .map(MutantsTest::withoutId)
                .toList())
        .hasSize(6);
  }

  private static String withoutId(Mutant mutant) {
    return mutant.argument() + " " + mutant.scenarios();
  }

  @Test
  void putsOneMethodsMutantsOnOneSide() {
    List<Mutant> mutants = Mutants.of(Mutants.coverage(COUNTED), 3, 100);

    for (Mutant one : mutants) {
      for (Mutant other : mutants) {
        if (one.site().simpleName().equals(other.site().simpleName())) {
          assertThat(one.isTuning()).isEqualTo(other.isTuning());
        }
      }
    }
  }

  @Test
  void takesALambdaForTheMethodThatHasIt() {
    Site site = Site.parse("a.B$C.lambda$read$12(I)V#0");

    assertThat(site.isIn("a.B$C", "read")).isTrue();
    assertThat(site.isIn("a.B$C", "lambda$read$0")).isTrue();
    assertThat(site.isIn("a.B", "read")).isFalse();
    assertThat(site.simpleName()).isEqualTo("B$C.read");
  }

  @Test
  void readsRunsBack() {
    MutantRun run =
        new MutantRun(Mutants.of(Mutants.coverage(COUNTED), 1, 1).get(0), MutantRun.End.KILLED, 12);

    assertThat(MutantRun.parse(run.line())).isEqualTo(run);
    assertThatThrownBy(() -> Site.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Share.parse("1/2+2")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsReleaseCalls() {
    assertThat(ReleaseCall.is(Opcodes.INVOKEVIRTUAL, "io/netty/buffer/ByteBuf", "release", "()Z"))
        .isTrue();
    assertThat(ReleaseCall.is(Opcodes.INVOKEINTERFACE, "a/Lock", "release", "()V")).isFalse();
    assertThat(ReleaseCall.is(Opcodes.INVOKESPECIAL, "a/B", "release", "()Z")).isFalse();
    assertThat(
            ReleaseCall.is(
                Opcodes.INVOKESTATIC,
                "io/netty/util/ReferenceCountUtil",
                "release",
                "(Ljava/lang/Object;)Z"))
        .isTrue();
  }
}
