package depot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Remembers the rates that were asked for last. They grow older when there is less to do, which is
 * no leak.
 */
@Service
class Rates {
  private static final int REMEMBERED = 40;
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<Integer, Rate> byRoute = new LinkedHashMap<>(REMEMBERED, LOAD_FACTOR, true);

  synchronized int of(int route) {
    Rate known = byRoute.get(route);
    if (known != null) {
      return known.cents();
    }
    Rate rate = new Rate(route * route);
    byRoute.put(route, rate);
    if (byRoute.size() > REMEMBERED) {
      forgetEldest();
    }
    return rate.cents();
  }

  private void forgetEldest() {
    Integer eldest = byRoute.keySet().iterator().next();
    Rate rate = byRoute.remove(eldest);
    if (rate != null) {
      rate.close();
    }
  }
}
