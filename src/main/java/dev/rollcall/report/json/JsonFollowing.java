package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Basis;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Share;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How many lives are followed, and how the others divide into groups, as JSON. */
public final class JsonFollowing {
  private JsonFollowing() {}

  /** Absent where all are. */
  static void write(Following following, JsonGenerator json) throws IOException {
    if (!following.isAll()) {
      json.writeNumberField("followed", following.followed());
      json.writeNumberField("unfollowed", following.unfollowed());
    }
  }

  static Following of(JsonFields totals) throws MalformedReportException {
    return totals.has("unfollowed")
        ? new Following(totals.count("followed"), totals.count("unfollowed", 1))
        : Following.ALL;
  }

  /** Of a group, for other formats that are JSON. */
  public static void write(LeakFinding group, JsonGenerator json) throws IOException {
    write(group, json, new JsonHistory(json));
  }

  /** Of a group; absent where all of it are followed. */
  static void write(LeakFinding group, JsonGenerator json, JsonHistory histories)
      throws IOException {
    if (group.unfollowed() > 0) {
      json.writeNumberField("unfollowed", group.unfollowed());
    }
    Estimate estimate = group.estimate();
    if (estimate == null) {
      return;
    }
    json.writeObjectFieldStart("estimate");
    json.writeNumberField("of", estimate.of());
    json.writeNumberField("from", estimate.from());
    json.writeStringField("basis", estimate.basis().word());
    json.writeArrayFieldStart("shares");
    for (Share share : estimate.shares()) {
      json.writeStartObject();
      histories.string("fingerprint", share.fingerprint());
      json.writeNumberField("count", share.count());
      StackTraceElement at = share.at();
      if (at != null) {
        json.writeFieldName("at");
        histories.frame(at);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static long unfollowed(JsonFields group) throws MalformedReportException {
    return group.has("unfollowed") ? group.count("unfollowed", 1) : 0;
  }

  static @Nullable Estimate estimate(JsonFields group) throws MalformedReportException {
    return group.has("estimate") ? group.object("estimate", JsonFollowing::read) : null;
  }

  private static Estimate read(JsonFields estimate) throws MalformedReportException {
    return new Estimate(
        estimate.word("basis", Basis.values(), Basis::word),
        estimate.count("of", 1),
        estimate.count("from", 1),
        estimate.list("shares", JsonFollowing::share));
  }

  private static Share share(JsonFields share) throws MalformedReportException {
    return new Share(
        share.text("fingerprint"),
        share.has("at") ? share.object("at", JsonLives::frame) : null,
        share.count("count", 1));
  }
}
