package dev.rollcall.load;

import java.util.List;

/**
 * How much more CPU for each request one variant may take than another.
 *
 * @param what is promised
 * @param atMost the ratio of the medians
 * @param protocols of which servers it is promised
 */
record Target(String what, Variant ours, Variant theirs, double atMost, List<Protocol> protocols) {
  private static final double AS_MUCH = 1;
  private static final double LITTLE_MORE = 1.4;
  private static final double HALF = 0.5;
  private static final List<Protocol> BOTH = List.of(Protocol.HTTP, Protocol.GRPC);

  static final List<Target> ALL =
      List.of(
          new Target(
              "for production: every buffer is counted, a hundred a second are followed",
              Variant.PRODUCTION,
              Variant.ADVANCED,
              AS_MUCH,
              BOTH),
          new Target(
              "every life is followed, without stacks",
              Variant.NO_STACKS,
              Variant.NOTHING,
              LITTLE_MORE,
              List.of(Protocol.HTTP)),
          new Target(
              "every life is followed, with stacks, uses and exceptions",
              Variant.RECORDED,
              Variant.PARANOID,
              HALF,
              BOTH));

  /** Whether it is promised of these servers, and they were measured. */
  boolean appliesTo(Protocol protocol, Plan plan) {
    return protocols.contains(protocol)
        && plan.variants().contains(ours)
        && plan.variants().contains(theirs);
  }

  /** What came of it. */
  String result(double ratio) {
    return ratio <= atMost ? "reached" : "**missed**";
  }
}
