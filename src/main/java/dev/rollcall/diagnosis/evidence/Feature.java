package dev.rollcall.diagnosis.evidence;

import java.util.Locale;

/**
 * A kind of evidence as the ranking weighs it: finer than what reports call it, for what is alike
 * to a reader may be right more or less often. How much each says is not known here, but learned.
 */
public enum Feature {
  /** It released the siblings, after the same steps, and the leaked came there, too. */
  ABSENCE(EvidenceKind.ABSENCE),
  /** It released the siblings; no step shows that the leaked came there. */
  ABSENCE_UNSEEN(EvidenceKind.ABSENCE),
  /** So it is, and its name says that it ends things: who calls it decides what it releases. */
  ABSENCE_ENDING(EvidenceKind.ABSENCE),
  /** It released the siblings, but the leaked had steps of their own in the end. */
  ABSENCE_ASIDE(EvidenceKind.ABSENCE),
  /** It released the siblings, later than where the leaked broke off. */
  ABSENCE_UNREACHED(EvidenceKind.ABSENCE),

  /** It is named so that it ends things, and it called what ended the siblings. */
  ABSENCE_CHAIN(EvidenceKind.ABSENCE),
  /** It called for the end of the siblings, which methods carried out that are named so. */
  ABSENCE_CALLER(EvidenceKind.ABSENCE),
  /** So it did, and the leaked came there, too. */
  ABSENCE_CALLER_SEEN(EvidenceKind.ABSENCE),

  /** The last step that both have was made in it, and the siblings left it. */
  PARTING_LEFT(EvidenceKind.ABSENCE),
  /** The siblings went on from there, after the last step that both have. */
  PARTING_AT(EvidenceKind.ABSENCE),
  /** The siblings went on through it. */
  PARTING_ENTERED(EvidenceKind.ABSENCE),
  /** It was left in the middle: the leaked have no step after that in it, and no release. */
  BREAK_WITHIN(EvidenceKind.ABSENCE),
  /** It had the resource when the leaked broke off, or it is what they never came to. */
  BREAK_BEFORE(EvidenceKind.ABSENCE),
  /** The siblings went on through it, after what the leaked broke off in. */
  BREAK_BESIDE(EvidenceKind.ABSENCE),

  /** It took a reference that the siblings do not take. */
  PRESENCE(EvidenceKind.PRESENCE),
  /** So it did, but the leaked had other steps of their own in the end. */
  PRESENCE_ASIDE(EvidenceKind.PRESENCE),

  /** It was called with the reference that is left. */
  HOLDER(EvidenceKind.LAST_STEP),
  /** It is of the class that the reference was handed to. */
  RECEIVER(EvidenceKind.LAST_STEP),
  /** It took the reference that is left, or had it returned. */
  BALANCE(EvidenceKind.BALANCE),
  /** It registered the resource, or had it returned, and nobody took it over. */
  REGISTRATION(EvidenceKind.BALANCE),
  /** Its class keeps the resource, and gives back others there. */
  CLOSER(EvidenceKind.BALANCE),

  /** The same where the siblings explain the leak already. */
  HOLDER_BESIDE(EvidenceKind.LAST_STEP),
  RECEIVER_BESIDE(EvidenceKind.LAST_STEP),
  BALANCE_BESIDE(EvidenceKind.BALANCE),
  REGISTRATION_BESIDE(EvidenceKind.BALANCE),
  CLOSER_BESIDE(EvidenceKind.BALANCE),

  /** It is the constructor of a class that keeps the resource and has released none. */
  KEEPER(EvidenceKind.BALANCE),
  /** It used the resource last, or called who did. */
  LAST_USE(EvidenceKind.LAST_STEP),
  /** So it did, but the siblings explain the leak already. */
  LAST_USE_BESIDE(EvidenceKind.LAST_STEP),
  /** Below it a reference is taken and not given back, other than for the siblings. */
  SUBTREE(EvidenceKind.BALANCE),

  /** The owner ended there without the resource, or with a reference. */
  OWNER(EvidenceKind.OWNER),
  /** So it did, but it closes what it owns all the same. */
  OWNER_CLOSES(EvidenceKind.OWNER),
  /** The owner ended there, but siblings are released elsewhere, before their owners end. */
  OWNER_ELSEWHERE(EvidenceKind.OWNER),
  /** The owner took a reference there and still has it; its end is not known. */
  OWNER_OWES(EvidenceKind.OWNER),

  /** An owner that was to release it ended elsewhere: that explains the leak. */
  OWNED(EvidenceKind.OWNER, Part.PENALTY),

  /** An exception came through it after the last step. */
  EXCEPTION(EvidenceKind.EXCEPTION),
  /** So it may have, but not every life is followed. */
  EXCEPTION_UNSURE(EvidenceKind.EXCEPTION),
  /** So it may have, in another turn than that of the last step: it made the same call again. */
  EXCEPTION_AGAIN(EvidenceKind.EXCEPTION),
  /** It had called for the method that the exception came through. */
  EXCEPTION_OUTSIDE(EvidenceKind.EXCEPTION),
  /** So it did long after the last step: many methods had returned in between. */
  EXCEPTION_FAR(EvidenceKind.EXCEPTION),
  /** It made the exception. */
  EXCEPTION_MADE(EvidenceKind.EXCEPTION),
  /** The exception came through it further in. */
  EXCEPTION_PASSED(EvidenceKind.EXCEPTION),
  /** The exception came through it, and it is named so that it ends things. */
  EXCEPTION_ENDING(EvidenceKind.EXCEPTION),
  /** An exception came through it after the last step, be it later and in another call. */
  EXCEPTION_CAME(EvidenceKind.EXCEPTION, Part.BESIDE),
  /** So it did before it had called what released the siblings. */
  CUT_OFF(EvidenceKind.EXCEPTION),
  /** An exception that did not come through it explains the leak. */
  EXCUSED(EvidenceKind.EXCEPTION, Part.PENALTY),
  /** Only the request of the leaked comes through it. */
  CONTEXT(EvidenceKind.REQUEST),

  /** Of lives that ended too early: it gave back a reference that siblings do not give back. */
  EARLY_END_GIVEN_MORE(EvidenceKind.PRESENCE),
  /** It did not take a reference that siblings take there. */
  EARLY_END_TAKEN_LESS(EvidenceKind.ABSENCE),
  /** What it did was refused, and neither siblings nor others have it. */
  EARLY_END_REFUSED_ALONE(EvidenceKind.PRESENCE),
  /** From its call the last reference was given back, and its caller went on with it. */
  EARLY_END_PASSED_ON(EvidenceKind.LAST_STEP),
  /** It gave the same resource back more than once. */
  EARLY_END_REPEATED(EvidenceKind.BALANCE),
  /** What it did was refused, and siblings do not have it, but others do. */
  EARLY_END_REFUSED_AS_USUAL(EvidenceKind.PRESENCE),
  /** It gave the last reference back. */
  EARLY_END_LAST(EvidenceKind.LAST_STEP),
  /** What it did was refused. */
  EARLY_END_REFUSED(EvidenceKind.LAST_STEP),

  /** Of all releases that it should have made it lacks many. */
  OFTEN(EvidenceKind.ABSENCE, Part.BESIDE),
  /** Other groups speak against it, too. */
  BACKING(EvidenceKind.ABSENCE, Part.BESIDE),
  /** It is the first method of the program on each of its stacks. */
  ENTRY(EvidenceKind.BALANCE, Part.PENALTY),
  /** It carried a release out for its caller. */
  CARRIER(EvidenceKind.ABSENCE, Part.PENALTY);

  /** What a kind may do to a method. */
  private enum Part {
    ALONE,
    BESIDE,
    PENALTY
  }

  private final EvidenceKind kind;
  private final Part part;

  Feature(EvidenceKind kind) {
    this(kind, Part.ALONE);
  }

  Feature(EvidenceKind kind, Part part) {
    this.kind = kind;
    this.part = part;
  }

  /** What reports call it. */
  public EvidenceKind kind() {
    return kind;
  }

  /** Whether it says something only beside other evidence: alone it makes nobody a suspect. */
  public boolean isBeside() {
    return part != Part.ALONE;
  }

  /** Whether it may speak for a method; evidence of all other kinds never counts less than 0. */
  public boolean isPenalty() {
    return part == Part.PENALTY;
  }

  /** The word by which the table of weights names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
