package dev.rollcall.agents.ways.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A way to open something.
 *
 * @param title what the table calls it, in Markdown
 * @param opening does it, in a method of its own that no other way has
 * @param closing undoes it
 * @param variants what is tried
 * @param leaves the types of what is left of one attempt; of what is closed, and of what could not
 *     be opened, that is nothing, as a rule
 * @param since the first Java that has it
 * @param isVirtual whether a virtual thread does it
 * @param unseen why Rollcall does not see it; empty where it has to
 */
public record Way(
    String title,
    Opening opening,
    Closing closing,
    Set<Variant> variants,
    Map<Variant, List<String>> leaves,
    int since,
    boolean isVirtual,
    String unseen) {

  /** Opens something where it is told to; what it gives is closed or kept. */
  @FunctionalInterface
  interface Opening {
    Object open(Place place) throws Exception;
  }

  /** Closes what was opened. */
  @FunctionalInterface
  interface Closing {
    void close(Object opened) throws Exception;
  }

  /** Whether what is opened stays open. */
  public enum Variant {
    /** It is never closed. */
    LEAKED(3),
    /** It is closed. */
    CLOSED(5),
    /** It cannot be opened. */
    FAILED(2);

    private final int times;

    Variant(int times) {
      this.times = times;
    }

    /** How often it is done. */
    public int times() {
      return times;
    }

    /** The method of the program that does it. */
    public String method() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A way that can fail, and leaves nothing but what is said if it is leaked. */
  static Builder way(String title, Opening opening, String... types) {
    return new Builder(title, opening, List.of(types));
  }

  /** One that is like most but for what is said. */
  static final class Builder {
    private final String title;
    private final Opening opening;
    private Closing closing = opened -> ((AutoCloseable) opened).close();
    private final Set<Variant> variants = EnumSet.allOf(Variant.class);
    private final Map<Variant, List<String>> leaves = new EnumMap<>(Variant.class);
    private int since = 17;
    private boolean isVirtual;
    private String unseen = "";

    private Builder(String title, Opening opening, List<String> types) {
      this.title = title;
      this.opening = opening;
      leaves.put(Variant.LEAKED, types);
    }

    Builder closing(Closing value) {
      closing = value;
      return this;
    }

    /** There is no way that it fails. */
    Builder neverFails() {
      variants.remove(Variant.FAILED);
      return this;
    }

    /** There is no way that it succeeds. */
    Builder onlyFails() {
      variants.retainAll(EnumSet.of(Variant.FAILED));
      return this;
    }

    /** What is left when it could not be opened, though the program could have closed it. */
    Builder failureLeaves(String... types) {
      leaves.put(Variant.FAILED, List.of(types));
      return this;
    }

    Builder since(int feature) {
      since = feature;
      return this;
    }

    Builder virtual() {
      isVirtual = true;
      return since(Math.max(since, 21));
    }

    /** Rollcall does not see it. */
    Builder unseen(String why) {
      unseen = why;
      return this;
    }

    Way build() {
      return new Way(title, opening, closing, variants, leaves, since, isVirtual, unseen);
    }
  }

  /** What one attempt leaves. */
  public List<String> leaves(Variant variant) {
    return new ArrayList<>(leaves.getOrDefault(variant, List.of()));
  }
}
