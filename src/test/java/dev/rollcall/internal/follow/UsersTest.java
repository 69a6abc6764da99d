package dev.rollcall.internal.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class UsersTest {
  private static final Set<String> PASSED_OVER =
      Set.of(Users.class.getName(), Stream.class.getName());
  private final Users users = new Users(PASSED_OVER::contains);

  /** Between the users and what is used. */
  private static final class Stream {
    static boolean read(Users users) {
      return users.isNew();
    }
  }

  private boolean decode() {
    return Stream.read(users);
  }

  private boolean parse() {
    return Stream.read(users);
  }

  @Test
  void eachMethodOnce() {
    assertThat(decode()).isTrue();
    assertThat(decode()).isFalse();
    assertThat(parse()).isTrue();
    assertThat(decode()).isFalse();
    assertThat(parse()).isFalse();
  }

  /** Who reads byte by byte is not looked at each time. */
  @Test
  void afterManyUsesOneAtEachDoubling() {
    for (int use = 0; use <= 32; use++) {
      decode();
    }
    for (int use = 33; use < 64; use++) {
      assertThat(parse()).as("use %d", use).isFalse();
    }

    assertThat(parse()).as("use 64").isTrue();
  }

  @Test
  void noMoreThanEightMethods() {
    assertThat(new boolean[] {a(), b(), c(), d(), e(), f(), g(), h(), i(), decode()})
        .containsExactly(true, true, true, true, true, true, true, true, false, false);
  }

  private boolean a() {
    return Stream.read(users);
  }

  private boolean b() {
    return Stream.read(users);
  }

  private boolean c() {
    return Stream.read(users);
  }

  private boolean d() {
    return Stream.read(users);
  }

  private boolean e() {
    return Stream.read(users);
  }

  private boolean f() {
    return Stream.read(users);
  }

  private boolean g() {
    return Stream.read(users);
  }

  private boolean h() {
    return Stream.read(users);
  }

  private boolean i() {
    return Stream.read(users);
  }
}
