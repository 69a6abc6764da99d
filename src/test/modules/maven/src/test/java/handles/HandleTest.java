package handles;

import dev.rollcall.junit.LeakChecked;
import org.junit.jupiter.api.Test;

@LeakChecked
class HandleTest {
  @Test
  void closes() {
    new Handle().close();
  }

  @Test
  void leaks() {
    new Handle();
  }
}
