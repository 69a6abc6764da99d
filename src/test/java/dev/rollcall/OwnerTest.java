package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.testing.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who owns what leaked, as a check says it. */
class OwnerTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final Store store = new Store(checker);

  /** Keeps what a test registers, so that no test depends on the collector. */
  private final List<Object> held = new ArrayList<>();

  @AfterEach
  void unregister() {
    held.stream().filter(checker::isRegistered).forEach(checker::unregister);
    assertThat(checker.finalCheck().isClean()).isTrue();
  }

  private <T> T hold(T resource) {
    held.add(resource);
    return resource;
  }

  private static LeakGroup of(LeakReport report, Class<?> type) {
    List<LeakGroup> groups =
        report.groups().stream().filter(g -> g.type().equals(type.getTypeName())).toList();
    assertThat(groups).hasSize(1);
    return groups.get(0);
  }

  @Test
  void whatALeakOwnsHasLeakedWithIt() {
    Object session = hold(store.open());
    Object cursor = hold(store.select(session));
    hold(store.fetch(cursor));
    hold(store.fetch(cursor));

    LeakReport report = checker.check();
    assertThat(report.leaked()).isEqualTo(4);
    assertThat(report.indirect()).isEqualTo(3);
    assertThat(report.groups())
        .extracting(LeakGroup::count, LeakGroup::direct, LeakGroup::indirect)
        .containsExactly(tuple(1L, 1L, 0L), tuple(2L, 0L, 2L), tuple(1L, 0L, 1L));
    // All that hangs from the session, and nothing under the cursor that is told of under it.
    assertThat(of(report, Store.Session.class).owned())
        .extracting(LeakGroup.Owned::type, LeakGroup.Owned::count)
        .containsExactly(
            tuple(Store.Row.class.getTypeName(), 2L), tuple(Store.Cursor.class.getTypeName(), 1L));
    assertThat(of(report, Store.Cursor.class).owned()).isEmpty();
    long ownerId = of(report, Store.Session.class).examples().get(0).resourceId();
    assertThat(of(report, Store.Cursor.class).examples().get(0).ownerId()).isEqualTo(ownerId);
    assertThat(of(report, Store.Session.class).examples().get(0).ownerId()).isZero();
    assertThatExceptionOfType(LeakError.class)
        .isThrownBy(report::orThrow)
        .withMessageContaining("4 of 4 registered resources");
  }

  @Test
  void anOwnerThatEndedMakesALeakDirect() {
    Object session = hold(store.open());
    hold(store.select(session));
    store.close(session);

    LeakGroup group = of(checker.check(), Store.Cursor.class);
    assertThat(group.direct()).isEqualTo(1);
    assertThat(group.examples().get(0).ownerId()).isPositive();
  }

  @Test
  void whatAnIgnoredResourceOwnsIsStillChecked() {
    Object session = hold(store.open());
    hold(store.select(session));
    checker.ignore(session);

    LeakReport report = checker.check();
    assertThat(report.ignored()).isEqualTo(1);
    assertThat(report.indirect()).isZero();
    assertThat(of(report, Store.Cursor.class).direct()).isEqualTo(1);
  }

  @Test
  void whatIsNotRegisteredOwnsNothing() {
    Object ended = hold(store.open());
    store.close(ended);
    LeakChecker other = LeakChecker.builder().build();
    Object elsewhere = new Store(other).open();
    for (Object owner : new Object[] {new Object(), ended, elsewhere}) {
      hold(store.select(owner));
    }
    hold(store.select(null));

    LeakGroup group = of(checker.check(), Store.Cursor.class);
    assertThat(group.direct()).isEqualTo(4);
    assertThat(group.examples()).extracting(Leak::ownerId).containsOnly(0L);
    assertThat(checker.check().misuses()).isZero();
    other.unregister(elsewhere);
  }

  @Test
  void aGroupMayBeBothDirectAndIndirect() {
    Object leaked = hold(store.open());
    Object closed = hold(store.open());
    for (int i = 0; i < 3; i++) {
      hold(store.select(leaked));
    }
    for (int i = 0; i < 2; i++) {
      hold(store.select(closed));
    }
    store.close(closed);

    LeakGroup group = of(checker.check(), Store.Cursor.class);
    assertThat(group.count()).isEqualTo(5);
    assertThat(group.direct()).isEqualTo(2);
    assertThat(group.indirect()).isEqualTo(3);
    // The direct ones first, though they are younger.
    assertThat(group.examples().subList(0, 2))
        .extracting(Leak::ownerId)
        .doesNotContain(idOf(leaked));
    assertThat(group.examples().subList(2, 5)).extracting(Leak::ownerId).containsOnly(idOf(leaked));
    assertThat(checker.check().toString()).contains("Cursor, 2 direct and 3 owned by other leaks,");
  }

  /** The id of the only session that has leaked. */
  private long idOf(Object leaked) {
    assertThat(checker.isRegistered(leaked)).isTrue();
    return of(checker.check(), Store.Session.class).examples().get(0).resourceId();
  }

  @Test
  void aGroupMayOwnItsOwn() {
    for (int i = 0; i < 2; i++) {
      held.addAll(store.chain(5));
    }

    LeakGroup links = of(checker.check(), Store.Link.class);
    assertThat(links.direct()).isEqualTo(2);
    assertThat(links.count()).isEqualTo(10);
    assertThat(links.owned())
        .containsExactly(new LeakGroup.Owned(links.fingerprint(), links.type(), 8));
  }

  @Test
  void aLongChainIsFolded() {
    LeakChecker bare = LeakChecker.builder().sites(SiteMode.NEVER).build();
    List<Store.Link> chain = new Store(bare).chain(100_000);

    LeakReport report = bare.check();
    assertThat(report.leaked()).isEqualTo(100_000);
    assertThat(report.indirect()).isEqualTo(99_999);
    assertThat(report.toString().lines().toList())
        .startsWith(
            "LEAK: 100,000 of 100,000 registered resources were never released, 99,999 of them owned by"
                + " other",
            "    leaks, in 1 group.",
            "LEAK: 100,000 x dev.rollcall.testing.Store$Link, 1 direct and 99,999 owned by other"
                + " leaks, oldest")
        .contains("    owns 99,999 x dev.rollcall.testing.Store$Link (1 site)");
    chain.forEach(bare::unregister);
  }

  @Test
  void theOwnerIsKnownWithoutSites() {
    LeakChecker bare = LeakChecker.builder().sites(SiteMode.NEVER).build();
    Store bareStore = new Store(bare);
    Object session = bareStore.open();
    Object row = bareStore.fetch(session);

    assertThat(bare.check().indirect()).isEqualTo(1);
    bareStore.close(session, row);
  }

  @ParameterizedTest
  @EnumSource
  void referencesOfOwnersCountAsOthersDo(LeakMode mode) {
    LeakChecker any = LeakChecker.builder().mode(mode).build();
    Object owner = new Object();
    any.register(owner);
    RefCounted counted = new Owned(any, owner);

    counted.retain(owner);
    counted.retain(null);
    assertThat(counted.tryRetain(new Object())).isTrue();
    assertThat(counted.refCount()).isEqualTo(4);
    assertThat(counted.release(owner)).isFalse();
    assertThat(counted.release(null)).isFalse();
    assertThat(counted.release(new Object())).isFalse();
    assertThat(counted.release(owner)).isTrue();
    assertThat(counted.refCount()).isZero();
    assertThat(counted.tryRetain(owner)).isFalse();
    any.unregister(owner);
    assertThat(any.check().isClean()).isTrue();
  }

  /** A reference-counted resource that another one owns. */
  private static final class Owned extends RefCounted {
    private final LeakChecker checker;

    Owned(LeakChecker checker, Object owner) {
      this.checker = checker;
      register(owner);
    }

    @Override
    protected LeakChecker leakChecker() {
      return checker;
    }

    @Override
    protected void destroy() {}
  }

  @Test
  void aForeignCounterIsMisusedAsEver() {
    LeakChecker strict = LeakChecker.builder().mode(LeakMode.FAIL).build();
    Object resource = new Object();
    Object owner = new Object();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> strict.retained(resource, 2, owner));
    strict.register(resource);
    strict.retained(resource, 2, owner);
    strict.released(resource, 1, owner);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> strict.released(resource, -1, owner));
    strict.unregister(resource);
  }
}
