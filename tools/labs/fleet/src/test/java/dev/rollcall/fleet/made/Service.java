package dev.rollcall.fleet.made;

import java.util.Locale;

/** The services of the shop, and what is wrong with each over eight days. */
public enum Service {
  /** Leaks in 1.4 and not in 1.5. */
  ORDERS("dev.shop.io.Printout", "Invoices", "printAgain", 4096, 4),
  /** Leaks from 1.5 on. */
  CHECKOUT("dev.shop.db.Connection", "Coupons", "expired", 65_536, 4),
  /** Leaks in both, each day more. */
  RELAY("dev.shop.net.Session", "Retries", "giveUp", 1024, 4),
  /** Leaks from 1.5 on, which it has since the last day. */
  SEARCH("dev.shop.io.Index", "Suggestions", "nothingFound", 1 << 20, 7);

  /** So many days the fleet is looked at. */
  public static final int DAYS = 8;

  private final String type;
  private final String user;
  private final String forgets;
  private final long bytes;
  private final int newVersion;

  Service(String type, String user, String forgets, long bytes, int newVersion) {
    this.type = type;
    this.user = user;
    this.forgets = forgets;
    this.bytes = bytes;
    this.newVersion = newVersion;
  }

  Leak leak() {
    return Leak.of(type, word(), user, forgets, bytes);
  }

  /** What its label says. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The method that forgets, as {@code class.method}. */
  public String cause() {
    return leak().cause();
  }

  /** What leaks. */
  public String type() {
    return type;
  }

  /** How much each of them holds. */
  public long bytes() {
    return bytes;
  }

  /** Whose package it is, as CODEOWNERS says. */
  public String owner() {
    return "@shop/" + word();
  }

  /** The version that ran on a day, the first of which is 0. */
  public String version(int day) {
    return day < newVersion ? "1.4" : "1.5";
  }

  /** How many of its resources one JVM leaks on a day. */
  public int leaked(int day) {
    boolean old = day < newVersion;
    return switch (this) {
      case ORDERS -> old ? 5 : 0;
      case CHECKOUT -> old ? 0 : 3;
      case RELAY -> 2 + 2 * day;
      case SEARCH -> old ? 0 : 4;
    };
  }
}
