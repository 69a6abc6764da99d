package relay;

import dev.rollcall.LeakChecker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A relay server without the network: clients connect, send frames, get replies and broadcasts, and
 * go. It handles 2,000 requests on four threads and has the five bugs that the demo is about.
 */
public final class Relay {
  private static final Logger LOG = Logger.getLogger("relay");
  private static final int REQUESTS = 2_000;

  private final FrameDecoder decoder = new FrameDecoder();
  private final Broadcast broadcast = new Broadcast();
  private final ReplyCache cache = new ReplyCache();
  private final List<Connection> subscribers = new ArrayList<>();

  /** Runs the server until every request is answered, and stops it. */
  public static void main(String[] args) throws InterruptedException {
    LOG.setLevel(Level.SEVERE);
    Relay relay = new Relay();
    relay.start();
    relay.serve();
    relay.stop();
  }

  private void start() {
    Connection monitor = new Connection("monitor");
    LeakChecker.global().ignore(monitor); // Open for as long as the server runs: no leak.
    for (int i = 0; i < 3; i++) {
      subscribers.add(new Connection("subscriber-" + i));
    }
    // Clean-up that comes late, as in real servers: the check at exit waits for it.
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeSubscribers, "close-subscribers"));
  }

  private void serve() throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(4);
    for (int i = 0; i < REQUESTS; i++) {
      int request = i;
      workers.execute(() -> handle(request));
    }
    workers.shutdown();
    if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("requests are not answered after a minute");
    }
  }

  private void handle(int request) {
    Connection client = new Connection("client-" + request);
    try {
      String text = decoder.decode(receive(request));
      reply(client, request, text);
      if (request % 50 == 7) {
        broadcast.send(new Buffer(bytes("news " + request)), audience(request));
      }
    } catch (FrameDecoder.MalformedFrame e) {
      LOG.log(Level.INFO, "request refused", e);
    }
    if (request % 500 == 123) {
      // Bug 4: a client that timed out is forgotten, not closed.
      return;
    }
    client.close();
  }

  private static Buffer receive(int request) {
    return new Buffer(bytes(request % 100 == 42 ? "GARBAGE" : "RELAY request " + request));
  }

  private void reply(Connection client, int request, String text) {
    Buffer reply = new Buffer(bytes("reply to " + text));
    client.send(reply);
    if (request % 250 == 0) {
      cache.put((request % 500 == 0 ? "pinned-" : "plain-") + request, reply);
    }
    reply.release();
    if (request == 1_001) {
      releaseAgain(reply);
    }
  }

  private static void releaseAgain(Buffer reply) {
    try {
      // Bug 5: the retry path believes that it still owns the reply.
      reply.release();
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "retry failed", e);
    }
  }

  /** Every fifth broadcast also goes to a muted client. */
  private List<Connection> audience(int request) {
    List<Connection> audience = new ArrayList<>(subscribers);
    if (request % 250 == 7) {
      Connection muted = new Connection("muted-" + request);
      muted.close();
      audience.add(muted);
    }
    return audience;
  }

  private void stop() {
    cache.clear();
    System.gc(); // So that the report can tell forgotten connections from held ones.
  }

  private void closeSubscribers() {
    CountDownLatch never = new CountDownLatch(1);
    try {
      boolean unused = never.await(300, TimeUnit.MILLISECONDS); // A network that takes its time.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    subscribers.forEach(Connection::close);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
