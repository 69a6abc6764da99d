package dev.rollcall.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.growth.LiveCurve.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveCurveTest {
  private static final long SECOND = 1_000_000_000;
  private static final long START = 1_700_000_000 * SECOND;

  private record Said(long time, long live, long registered) {}

  private static List<Said> tenHours() {
    Random random = new Random(42);
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < 36_000; i++) {
      said.add(new Said(START + i * SECOND, random.nextInt(100), 10L * i + 100));
    }
    return said;
  }

  private static LiveCurve curve(List<Said> said) {
    LiveCurve curve = new LiveCurve();
    said.forEach(one -> curve.add(one.time(), one.live(), one.registered()));
    return curve;
  }

  @Test
  void keepsTheFewestOfEachStretchAndNeverMoreThanABoundedNumberOfThem() {
    List<Point> points = curve(tenHours()).points();
    assertThat(points).hasSizeBetween(LiveCurve.MOST / 2, LiveCurve.MOST);
    assertThat(points).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    assertThat(points).allSatisfy(point -> assertThat(point.lowest()).isLessThan(20));
    assertThat(points.get(points.size() - 1).registered()).isEqualTo(360_090);
  }

  @Test
  void isTheSameInWhateverOrderAndFilesThePointsCome() {
    List<Said> said = tenHours();
    List<Point> inOrder = curve(said).points();
    Collections.shuffle(said, new Random(7));
    assertThat(curve(said).points()).isEqualTo(inOrder);

    LiveCurve first = curve(said.subList(0, 100));
    LiveCurve second = curve(said.subList(100, said.size()));
    first.addAll(second);
    assertThat(first.points()).isEqualTo(inOrder);
    second.addAll(curve(said.subList(0, 100)));
    assertThat(second.points()).isEqualTo(inOrder);
  }

  @Test
  void keepsEachPointOfAShortTime() {
    assertThat(curve(tenHours().subList(0, 120)).points()).hasSize(120);
  }

  /** Two classes of one name, by two class loaders, are two curves in one. */
  @Test
  void saysNothingWhereCountsContradictEachOther() {
    LiveCurve curve = curve(tenHours().subList(0, 120));
    curve.add(START + 60 * SECOND + SECOND / 2, 3, 4);
    assertThat(curve.points()).isEmpty();
    assertThat(LowWater.of("com.acme.Conn", curve)).isEmpty();
  }
}
