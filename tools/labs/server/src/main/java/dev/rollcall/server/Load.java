package dev.rollcall.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Clients that each wait for an answer and then a while before the next request, so that together
 * they follow a {@link Swing} as far as the server can.
 */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 6;
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final double NANOS = 1e9;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicLong orders = new AtomicLong();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicReference<@Nullable String> fault = new AtomicReference<>();
  private final List<Thread> clients = new ArrayList<>();
  private final String server;
  private final Swing swing;
  private final long began = System.nanoTime();

  /** Begins at once; the requests depend on the seed, when they come also on the server. */
  Load(int port, Swing swing, long seed) {
    this.server = "http://localhost:" + port;
    this.swing = swing;
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < CLIENTS; i++) {
      SplittableRandom random = seeds.split();
      Thread client = new Thread(() -> ask(random), "client-" + i);
      client.setDaemon(true);
      clients.add(client);
      client.start();
    }
  }

  private void ask(SplittableRandom random) {
    try {
      while (!over.await(pauseNanos(random), TimeUnit.NANOSECONDS)) {
        Kind kind = Kind.any(random);
        Kind.Wish wish = kind.wish(random, orders.incrementAndGet());
        int status = send(kind.method, wish.path());
        if (status != wish.status()) {
          fault.compareAndSet(null, wish.path() + " was answered with status " + status);
        }
        answers.incrementAndGet();
      }
    } catch (IOException e) {
      if (over.getCount() > 0) {
        fault.compareAndSet(null, "a request failed: " + e);
      }
    } catch (InterruptedException | RuntimeException e) {
      fault.compareAndSet(null, "a client failed: " + e);
    }
  }

  private long pauseNanos(SplittableRandom random) {
    double rate = swing.at((System.nanoTime() - began) / NANOS) / CLIENTS;
    return Math.round(random.nextDouble() * 2 * NANOS / rate);
  }

  private int send(String method, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(DEADLINE)
            .method(method, BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return response.statusCode();
  }

  long answers() {
    return answers.get();
  }

  /** The first answer that was not as it must be, in words. */
  @Nullable String fault() {
    return fault.get();
  }

  /** Ends it and waits for its clients. */
  @Override
  public void close() {
    over.countDown();
    try {
      for (Thread client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
