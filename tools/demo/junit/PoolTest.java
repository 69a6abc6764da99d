package relay;

import dev.rollcall.junit.LeakChecked;
import org.junit.jupiter.api.Test;

@LeakChecked
class PoolTest {
  @Test
  void returnsWhatItLent() {
    Pool.Buffer buffer = Pool.lend();
    buffer.release();
  }

  @Test
  void retainsOnceTooOften() {
    Pool.Buffer buffer = Pool.lend();
    buffer.retain();
    buffer.touch("sent to nobody");
    buffer.release();
  }
}
