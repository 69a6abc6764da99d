package dev.rollcall.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.mutants.Site.Act;
import dev.rollcall.mutants.SiteFacts.Fact;
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

  private static SortedMap<Site, Set<String>> coverage(String printed) {
    return Counted.of(printed).coverage();
  }

  private static List<Mutant> mutants(SortedMap<Site, Set<String>> coverage, long seed, int limit) {
    return new Mutants(site -> Set.of(Fact.IN_HANDLER), seed).of(coverage, limit, 100);
  }

  @Test
  void knowsWhichScenariosExecuteACall() {
    SortedMap<Site, Set<String>> coverage = coverage(COUNTED);

    assertThat(coverage)
        .containsOnlyKeys(
            new Site("dev.rollcall.mutants.app.Own", "<init>", "()V", 0),
            new Site("io.netty.handler.codec.A", "lambda$read$0", "(Ljava/lang/Object;)V", 1));
    assertThat(coverage.get(coverage.lastKey())).containsExactly("dns", "http");
  }

  @Test
  void mutatesEachCallAlwaysAndSometimesAndTheSameEachTime() {
    List<Mutant> mutants = mutants(coverage(COUNTED), 3, 100);

    assertThat(mutants).hasSize(4).isEqualTo(mutants(coverage(COUNTED), 3, 100));
    assertThat(mutants)
        .extracting(Mutant::bug)
        .containsExactlyInAnyOrder(Bug.HANDLER, Bug.HANDLER, Bug.SOMETIMES, Bug.SOMETIMES);
    assertThat(mutants).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(mutants(coverage(COUNTED), 3, 1)).isEqualTo(mutants.subList(0, 1));
  }

  @Test
  void leavesTheMutantsThatWereThereWhenTrafficIsAdded() {
    String more = "smtp\tio.netty.handler.codec.B.write()V#0\t1\n" + COUNTED;

    assertThat(mutants(coverage(more), 3, 100))
        .extracting(MutantsTest::withoutId)
        .containsSubsequence(
            mutants(coverage(COUNTED), 3, 100).stream().map(MutantsTest::withoutId).toList())
        .hasSize(6);
  }

  private static String withoutId(Mutant mutant) {
    return mutant.argument() + " " + mutant.scenarios();
  }

  @Test
  void makesNoMoreOfOneKindInOneLibrary() {
    String more = "dns\tio.netty.handler.codec.B.read()V#0\t1\n" + COUNTED;

    List<Mutant> few = new Mutants(site -> Set.of(Fact.IN_HANDLER), 3).of(coverage(more), 100, 1);

    assertThat(few)
        .extracting(mutant -> mutant.library() + ": " + mutant.bug().word())
        .containsExactlyInAnyOrder(
            "Netty codec: handler",
            "Netty codec: sometimes",
            "own handlers: handler",
            "own handlers: sometimes");
  }

  @Test
  void leavesOutScenariosThatAreNotTheSameEachTime() {
    Counted one = Counted.of(COUNTED + "dns\tregistered\t5\nhttp\tregistered\t7\n");
    Counted other = Counted.of(COUNTED + "dns\tregistered\t5\nhttp\tregistered\t8\n");

    assertThat(one.sameIn(one)).isEqualTo(one);
    assertThat(one.sameIn(other).scenarios()).containsOnlyKeys("dns");
    assertThat(one.sameIn(other).coverage()).hasSize(1);
  }

  @Test
  void makesOfACallTheBugsThatItsPlaceAllows() {
    Site release = new Site("a.B", "read", "()V", 0);

    assertThat(Mutants.bugs(release, Set.of(Fact.IN_HANDLER, Fact.CAN_BE_REPEATED)))
        .containsExactly(Bug.HANDLER, Bug.SOMETIMES, Bug.RELEASE);
    assertThat(Mutants.bugs(release, Set.of(Fact.OF_OWNED)))
        .containsExactly(Bug.OWNER, Bug.SOMETIMES, Bug.EXCEPTION, Bug.RETURN);
    assertThat(Mutants.bugs(release, Set.of(Fact.BEFORE_FIELD_IS_SET, Fact.IN_LOCKING_METHOD)))
        .containsExactly(Bug.OVERWRITTEN, Bug.SOMETIMES, Bug.EXCEPTION);
    assertThat(Mutants.bugs(release, Set.of(Fact.ONE_OF_SEVERAL))).first().isEqualTo(Bug.ONE_PATH);
    assertThat(Mutants.bugs(release, Set.of())).first().isEqualTo(Bug.ALWAYS);
    assertThat(Mutants.bugs(Site.parse("a.B.read()V+0"), Set.of())).containsExactly(Bug.RETAIN);
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
        new MutantRun(mutants(coverage(COUNTED), 1, 1).get(0), MutantRun.End.KILLED, 12);

    assertThat(MutantRun.parse(run.line())).isEqualTo(run);
    assertThat(Site.parse("a.B.read()V+1"))
        .isEqualTo(new Site("a.B", "read", "()V", Act.RETAIN, 1));
    assertThatThrownBy(() -> Site.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Share.parse("1/2+2")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsCallsOfReferenceCounting() {
    assertThat(ReferenceCall.of(Opcodes.INVOKEVIRTUAL, "io/netty/buffer/ByteBuf", "release", "()Z"))
        .isEqualTo(Act.RELEASE);
    assertThat(ReferenceCall.of(Opcodes.INVOKEINTERFACE, "a/Lock", "release", "()V")).isNull();
    assertThat(ReferenceCall.of(Opcodes.INVOKESPECIAL, "a/B", "release", "()Z")).isNull();
    assertThat(
            ReferenceCall.of(
                Opcodes.INVOKESTATIC,
                "io/netty/util/ReferenceCountUtil",
                "release",
                "(Ljava/lang/Object;)Z"))
        .isEqualTo(Act.RELEASE);
    assertThat(
            ReferenceCall.of(
                Opcodes.INVOKEVIRTUAL,
                "io/netty/buffer/ByteBuf",
                "retain",
                "()Lio/netty/buffer/ByteBuf;"))
        .isEqualTo(Act.RETAIN);
  }

  @Test
  void knowsCallsThatCloseWhatJdbcHasToHaveClosed() {
    assertThat(ReferenceCall.of(Opcodes.INVOKEINTERFACE, "java/sql/Connection", "close", "()V"))
        .isEqualTo(Act.RELEASE);
    assertThat(ReferenceCall.of(Opcodes.INVOKEINTERFACE, "java/io/Closeable", "close", "()V"))
        .isNull();
    String closing = "(Ljava/sql/Statement;)V";
    assertThat(ReferenceCall.of(Opcodes.INVOKESTATIC, "a/Jdbc", "closeStatement", closing))
        .isEqualTo(Act.RELEASE);
    assertThat(ReferenceCall.of(Opcodes.INVOKEVIRTUAL, "a/Jdbc", "safeClose", closing))
        .isEqualTo(Act.RELEASE);
    assertThat(ReferenceCall.of(Opcodes.INVOKEVIRTUAL, "a/Jdbc", "closed", closing)).isNull();
    assertThat(ReferenceCall.of(Opcodes.INVOKEVIRTUAL, "a/Jdbc", "prepare", closing)).isNull();
    assertThat(ReferenceCall.isOwned("a/Jdbc", "closeStatement", closing)).isTrue();
    assertThat(ReferenceCall.isOwned("java/sql/Connection", "close", "()V")).isFalse();
  }

  @Test
  void knowsTheLibraryOfAClass() {
    assertThat(Subject.library("io.netty.handler.codec.http.HttpObjectDecoder"))
        .isEqualTo("Netty codec.http");
    assertThat(Subject.library("dev.rollcall.mutants.app.Relay")).isEqualTo("own handlers");
    assertThat(Subject.library("dev.rollcall.mutants.app.jdbc.Ledger")).isEqualTo("own JDBC");
    assertThat(Subject.is("org.jooq.impl.CursorImpl")).isTrue();
    assertThat(Subject.is("com.zaxxer.hikari.HikariDataSource")).isFalse();
  }
}
