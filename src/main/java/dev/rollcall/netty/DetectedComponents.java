package dev.rollcall.netty;

import dev.rollcall.internal.ActiveChecker;
import io.netty.buffer.CompositeByteBuf;

/**
 * The components of a composite that Netty has its detector track. Netty does not say when one is
 * added, so they are looked for whenever it says anything of the composite, and before each check.
 */
final class DetectedComponents {
  private final CompositeByteBuf composite;
  private final Components components;
  private int seen;

  DetectedComponents(ActiveChecker checker, DetectedResource<?> resource, CompositeByteBuf buf) {
    composite = buf;
    components = new Components(checker, resource);
  }

  /**
   * Looks for those that are new; what another thread does to the composite meanwhile is missed.
   */
  void look() {
    try {
      int count = composite.numComponents();
      int first = count < seen ? 0 : seen;
      seen = count;
      for (int i = first; i < count; i++) {
        components.add(DetectedBuffers.find(composite.component(i)));
      }
    } catch (RuntimeException changing) {
      seen = 0;
    }
  }

  void end() {
    components.end();
  }
}
