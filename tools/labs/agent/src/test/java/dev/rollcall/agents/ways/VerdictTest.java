package dev.rollcall.agents.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.agents.ways.program.Way;
import dev.rollcall.agents.ways.program.WayList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Way WAY = WayList.all().get(0);
  private static final String TYPE = "java.io.FileInputStream";
  private static final String PLACE = "a.B.open:12";

  private final List<Seen> seen = new ArrayList<>();

  @Test
  void whatIsLeakedAndClosedAsItIsIsExact() {
    see(3, TYPE, "leaked", true);
    see(5, TYPE, "closed", false);

    assertThat(rollcall()).isEqualTo("yes");
    assertThat(other()).isEqualTo("yes");
  }

  @Test
  void whatIsMissingIsCounted() {
    see(2, TYPE, "leaked", true);
    see(5, TYPE, "closed", false);

    assertThat(rollcall()).isEqualTo("2 of 3");
  }

  @Test
  void nothingIsNo() {
    assertThat(rollcall()).isEqualTo("no");
    assertThat(other()).isEqualTo("no");
  }

  @Test
  void whatWasClosedOrFailedMayNotBeLeft() {
    see(3, TYPE, "leaked", true);
    see(5, TYPE, "closed", true);
    see(2, TYPE, "failed", true);

    assertThat(rollcall()).isEqualTo("5 that were closed, 2 of 0 that failed");
  }

  @Test
  void theTypeCounts() {
    see(3, "java.io.InputStream", "leaked", true);
    see(5, TYPE, "closed", false);

    assertThat(rollcall()).isEqualTo("as 3 java.io.InputStream");
    assertThat(other()).isEqualTo("yes");
  }

  @Test
  void whatIsClosedHasToBeSeenBefore() {
    see(3, TYPE, "leaked", true);
    see(4, TYPE, "closed", false);

    assertThat(rollcall()).isEqualTo("of those closed, 4 java.io.FileInputStream");
  }

  @Test
  void whatIsOpenedElsewhereIsAStray() {
    Seen stray = new Seen(TYPE, List.of("a.B.open:13", variant("leaked")), true);

    assertThat(Sight.of(1, List.of("0 " + PLACE), List.of(stray)).strays()).hasSize(1);
  }

  @Test
  void whatAWayThrewIsSaid() {
    Sight sight = Sight.of(1, List.of("0 threw java.lang.VerifyError: why"), List.of());

    assertThat(Verdict.ofOther(WAY, sight, 0)).isEqualTo("threw java.lang.VerifyError: why, no");
  }

  private void see(int times, String type, String variant, boolean isLeft) {
    for (int i = 0; i < times; i++) {
      seen.add(new Seen(type, List.of("x.Y.<init>:1", PLACE, variant(variant)), isLeft));
    }
  }

  private static String variant(String name) {
    return "dev.rollcall.agents.ways.program.WaysProgram." + name + ":1";
  }

  private String rollcall() {
    return Verdict.ofRollcall(WAY, sight(), 0);
  }

  private String other() {
    return Verdict.ofOther(WAY, sight(), 0);
  }

  private Sight sight() {
    return Sight.of(1, List.of("0 " + PLACE), seen);
  }
}
