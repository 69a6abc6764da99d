package depot;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The lines to other depots: they live as long as the server, and none of them is a leak. */
@Component
class Links implements DisposableBean {
  private static final int LINES = 4;

  private final List<Link> lines = IntStream.range(0, LINES).mapToObj(Link::new).toList();

  @Override
  public void destroy() {
    lines.forEach(Link::close);
  }
}
