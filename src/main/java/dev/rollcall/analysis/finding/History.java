package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of one resource, in order.
 *
 * @param origin what it has in common with others of its type and site
 * @param refCount the last count that is known
 * @param owner the resource that was to release it; {@code null} where there is none
 */
public record History(
    Resource resource,
    LeakOrigin origin,
    Verdict verdict,
    @Nullable Long refCount,
    LifeSteps life,
    @Nullable Owner owner) {

  /**
   * A resource that owns another one.
   *
   * @param type its class; empty where that is not known
   */
  public record Owner(long resourceId, String type) {}

  public int checkerId() {
    return resource.checkerId();
  }

  public long resourceId() {
    return resource.resourceId();
  }

  public @Nullable String description() {
    return resource.description();
  }

  /** How many bytes it holds; 0 where it was not said. */
  public long bytes() {
    return resource.bytes();
  }

  /** The JVM it lived in; {@code null} where that needs not be said or is not known. */
  public @Nullable Jvm jvm() {
    return resource.jvm();
  }

  /** The same, of a JVM that was not said. */
  public History in(Jvm where) {
    return resource.jvm() == null
        ? new History(resource.in(where), origin, verdict, refCount, life, owner)
        : this;
  }

  public String fingerprint() {
    return origin.fingerprint();
  }

  public String type() {
    return origin.type();
  }

  /** Where it was registered. */
  public Site site() {
    return origin.site();
  }

  /** Whether it was registered before the recording, or its registration is lost. */
  public boolean beginsBefore() {
    return life.beginsBefore();
  }

  /** Whether its steps were to be recorded. */
  public boolean isFollowed() {
    return life.followed();
  }

  /** How many steps between those recorded are lost. */
  public long missingSteps() {
    return life.missing();
  }

  public List<Step> steps() {
    return life.steps();
  }
}
