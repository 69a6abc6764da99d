package dev.rollcall.reader.decode;

import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.LifecycleEvent.Used;
import java.util.Objects;

/** Decoders of the events that are steps in a resource's life. */
final class StepDecoders {
  private StepDecoders() {}

  static Decoder registered(Columns columns, ResourceColumns resource) {
    int description = columns.of("description");
    int ownerId = columns.of("ownerId");
    int bytes = columns.of("bytes");
    int uses = columns.of("uses");
    return row ->
        new Registered(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            Columns.text(row, description),
            Columns.count(row, ownerId),
            Columns.bytes(row, bytes),
            Columns.flag(row, uses, true));
  }

  static Decoder unregistered(Columns columns, ResourceColumns resource) {
    int sequence = columns.of("sequence");
    int byCollector = columns.of("byCollector");
    int lastRelease = columns.of("lastRelease");
    int ownerId = columns.of("ownerId");
    return row ->
        new Unregistered(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            (int) Columns.number(row, sequence, 0),
            Columns.flag(row, byCollector),
            Columns.flag(row, lastRelease),
            Columns.count(row, ownerId));
  }

  static Decoder counted(Columns columns, ResourceColumns resource, boolean retain) {
    int refCount = columns.of("refCount");
    int sequence = columns.of("sequence");
    int ownerId = columns.of("ownerId");
    return row ->
        new Counted(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            retain,
            Columns.number(row, refCount, -1),
            (int) Columns.number(row, sequence, 0),
            Columns.count(row, ownerId));
  }

  static Decoder touched(Columns columns, ResourceColumns resource) {
    int note = columns.of("note");
    int sequence = columns.of("sequence");
    return row ->
        new Touched(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            Columns.text(row, note),
            (int) Columns.number(row, sequence, 0));
  }

  static Decoder used(Columns columns, ResourceColumns resource) {
    int sequence = columns.of("sequence");
    return row ->
        new Used(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            (int) Columns.number(row, sequence, 0));
  }

  static Decoder misused(Columns columns, ResourceColumns resource) {
    int kind = columns.of("kind");
    int message = columns.of("message");
    return row ->
        new Misused(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            Objects.requireNonNullElse(Columns.text(row, kind), ""),
            Columns.text(row, message));
  }

  static Decoder lost(Columns columns, ResourceColumns resource) {
    int fingerprint = columns.of("fingerprint");
    return row ->
        new Lost(
            resource.moment(row),
            resource.checkerId(row),
            resource.resourceId(row),
            resource.type(row),
            Columns.text(row, fingerprint));
  }
}
