package depot;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions that outlive the request which opens them, some of them by far. */
@RestController
class SessionController implements DisposableBean {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @PostMapping("/sessions/{millis}")
  String open(@PathVariable("millis") long millis) {
    Session session = new Session("customer");
    Future<?> unused = clock.schedule(session::close, millis, TimeUnit.MILLISECONDS);
    return "open";
  }

  @Override
  public void destroy() {
    clock.shutdownNow().forEach(Runnable::run);
  }
}
