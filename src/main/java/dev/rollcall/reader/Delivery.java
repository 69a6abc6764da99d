package dev.rollcall.reader;

import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.RecordingEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands each event to a consumer. It has no parts, so chunks must be read one after another. */
final class Delivery implements EventLog<Delivery> {
  private final Consumer<? super LifecycleEvent> consumer;
  private final @Nullable Consumer<? super ContextEvent> context;

  Delivery(
      Consumer<? super LifecycleEvent> consumer, @Nullable Consumer<? super ContextEvent> context) {
    this.consumer = consumer;
    this.context = context;
  }

  @Override
  public void add(RecordingEvent event) {
    if (event instanceof LifecycleEvent ofRollcall) {
      consumer.accept(ofRollcall);
    } else if (context != null && event instanceof ContextEvent around) {
      context.accept(around);
    }
  }

  @Override
  public Delivery part() {
    return this;
  }

  @Override
  public boolean append(Delivery part) {
    return true;
  }
}
