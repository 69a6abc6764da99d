package dev.rollcall.server;

import java.util.SplittableRandom;

/** What a client may want. */
enum Kind {
  LABEL(30, "POST") {
    @Override
    Wish wish(SplittableRandom random, long order) {
      return ok("/labels/" + order);
    }
  },
  INVOICE(10, "POST") {
    @Override
    Wish wish(SplittableRandom random, long order) {
      return ok("/invoices/" + order);
    }
  },
  PARCEL(25, "GET") {
    @Override
    Wish wish(SplittableRandom random, long order) {
      return some("/parcels/", random, order);
    }
  },
  STOCK(15, "GET") {
    @Override
    Wish wish(SplittableRandom random, long order) {
      return some("/stock/", random, order);
    }
  },
  RATE(10, "GET") {
    @Override
    Wish wish(SplittableRandom random, long order) {
      return ok("/rates/" + random.nextInt(ROUTES));
    }
  },
  SESSION(10, "POST") {
    @Override
    Wish wish(SplittableRandom random, long order) {
      double millis = -Math.log(1 - random.nextDouble()) * MEAN_SESSION_MILLIS;
      return ok("/sessions/" + Math.round(Math.min(millis, LONGEST_SESSION_MILLIS)));
    }
  };

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int ONE_IS_LOST = 25;
  private static final int ROUTES = 100_000;
  private static final double MEAN_SESSION_MILLIS = 1_500;
  private static final double LONGEST_SESSION_MILLIS = 15_000;
  private static final int ALL = 100;

  private final int percent;
  final String method;

  Kind(int percent, String method) {
    this.percent = percent;
    this.method = method;
  }

  /**
   * A request.
   *
   * @param status what the answer to it must be
   */
  record Wish(String path, int status) {}

  /**
   * A request of this kind.
   *
   * @param order a number that no other has
   */
  abstract Wish wish(SplittableRandom random, long order);

  private static Wish ok(String path) {
    return new Wish(path, OK);
  }

  /** One that the server does not find, now and then. */
  private static Wish some(String path, SplittableRandom random, long order) {
    return random.nextInt(ONE_IS_LOST) == 0
        ? new Wish(path + "lost-" + order, NOT_FOUND)
        : ok(path + order);
  }

  /** One of them, each as often as it is wanted. */
  static Kind any(SplittableRandom random) {
    int left = random.nextInt(ALL);
    for (Kind kind : values()) {
      left -= kind.percent;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the kinds are not " + ALL + " %");
  }
}
