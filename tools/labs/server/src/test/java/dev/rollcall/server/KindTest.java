package dev.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class KindTest {
  private static List<String> paths(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> paths = new ArrayList<>();
    for (int order = 0; order < 200; order++) {
      paths.add(Kind.any(random).wish(random, order).path());
    }
    return paths;
  }

  @Test
  void theSameSeedWantsTheSame() {
    assertThat(paths(7)).isEqualTo(paths(7)).isNotEqualTo(paths(8));
  }

  @Test
  void everyKindIsWanted() {
    assertThat(paths(7))
        .extracting(path -> path.substring(1, path.indexOf('/', 1)))
        .contains("labels", "invoices", "parcels", "stock", "rates", "sessions");
  }

  @Test
  void whatIsLostIsNotFound() {
    SplittableRandom random = new SplittableRandom(1);
    for (int order = 0; order < 200; order++) {
      Kind.Wish wish = Kind.PARCEL.wish(random, order);
      assertThat(wish.status()).isEqualTo(wish.path().contains("/lost-") ? 404 : 200);
    }
  }
}
