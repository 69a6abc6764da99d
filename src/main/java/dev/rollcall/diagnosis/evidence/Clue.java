package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.Method;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks against a method.
 *
 * @param strength from 0 to 1
 * @param sign what it is, with what the sentence needs to say it
 */
public record Clue(Method method, double strength, Sign sign) {

  /** What speaks against a method. */
  public sealed interface Sign {
    EvidenceKind kind();
  }

  /** Healthy siblings were released there, after the same steps. */
  public record Unreleased() implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.ABSENCE;
    }
  }

  /** After the last step that both have, the healthy siblings went on through it. */
  public record TurnOff(Method shared) implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.ABSENCE;
    }
  }

  /**
   * It made the last step that both have, or called for it; {@code next} is where the healthy
   * siblings came next, and {@code released} whether they were released there.
   */
  public record SeenLast(Method next, boolean released) implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.ABSENCE;
    }
  }

  /** It took a reference that the healthy siblings do not take, and that nobody gave back. */
  public record Extra() implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.PRESENCE;
    }
  }

  /** A reference that was taken in it or below it was not given back. */
  public record Unpaid(boolean registration) implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.BALANCE;
    }
  }

  /** It was the last to be given the resource. */
  public record Holder(@Nullable String receiver) implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.LAST_STEP;
    }
  }

  /** Its class registered the resource, and gives back others there. */
  public record Closer(Method holder) implements Sign {
    @Override
    public EvidenceKind kind() {
      return EvidenceKind.BALANCE;
    }
  }
}
