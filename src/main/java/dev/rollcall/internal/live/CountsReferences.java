package dev.rollcall.internal.live;

/** Stands for a resource that counts its references itself, so that a check can ask for them. */
public interface CountsReferences {
  /** The references now; -1 where the resource has no count. */
  long references();
}
