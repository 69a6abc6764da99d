package dev.rollcall.analysis.context;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the method that an exception left after the last steps among the suspects: first, unless an
 * owner that has ended explains as much, or the released siblings say clearly who forgot. For an
 * exception may be what always happens there, and its release be in a {@code catch} further out.
 */
public final class LeftByException {
  private static final int MOST = 3;

  /** Fewer may be chance. */
  private static final long FEW = 3;

  private LeftByException() {}

  /** The suspects of a group of so many, with that method among them if most were left by it. */
  public static List<Suspect> among(
      List<Suspect> others, Context context, long leaked, Subject subject) {
    return among(others, context, leaked, subject, false);
  }

  /**
   * As the other; {@code partial}: whether not every life is followed. Then the thread may have
   * registered another resource before the exception, and little is proved.
   */
  public static List<Suspect> among(
      List<Suspect> others, Context context, long leaked, Subject subject, boolean partial) {
    if (context.exceptions().isEmpty()) {
      return others;
    }
    Context.Thrown thrown = context.exceptions().get(0);
    if (2 * thrown.count() <= leaked) {
      return others;
    }
    Suspect left = suspect(thrown, leaked, subject);
    List<Suspect> all = new ArrayList<>(others);
    if (partial) {
      all.add(left.atMost(Suspect.Confidence.LOW));
    } else {
      all.add(isBehind(left, others) ? 1 : 0, left);
    }
    Map<String, Suspect> byMethod = new LinkedHashMap<>();
    all.forEach(each -> byMethod.putIfAbsent(Fingerprint.frame(each.frame()), each));
    return byMethod.values().stream().limit(MOST).toList();
  }

  private static boolean isBehind(Suspect left, List<Suspect> others) {
    if (others.isEmpty()) {
      return false;
    }
    Suspect first = others.get(0);
    if (first.kind() == EvidenceKind.OWNER) {
      return first.score() >= left.score();
    }
    return first.confidence() != Suspect.Confidence.LOW && !isSameMethod(first, left);
  }

  private static boolean isSameMethod(Suspect one, Suspect other) {
    return Fingerprint.frame(one.frame()).equals(Fingerprint.frame(other.frame()));
  }

  private static Suspect suspect(Context.Thrown thrown, long leaked, Subject subject) {
    String method = Fingerprint.frame(thrown.through());
    return new Suspect(
        EvidenceKind.EXCEPTION,
        thrown.through(),
        Math.round(100.0 * thrown.count() / leaked) / 100.0,
        String.format(
            Locale.ROOT,
            "After the last step of %s, %s was thrown within %s; put the release in a finally block"
                + " there.",
            subject.share(thrown.count(), leaked),
            thrown.type(),
            Words.shortMethod(method)),
        thrown.count() == leaked && leaked >= FEW
            ? Suspect.Confidence.HIGH
            : Suspect.Confidence.MEDIUM);
  }
}
