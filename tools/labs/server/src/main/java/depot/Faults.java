package depot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is wrong with the depot. The work is the same without the faults, but nothing is forgotten.
 *
 * @param seeded whether there are any
 * @param summaryEvery how often restocking writes a summary, and then forgets its lease
 * @param declinedEvery of how many customers one wants no label, whose buffer is forgotten
 */
@ConfigurationProperties("depot.faults")
public record Faults(boolean seeded, Duration summaryEvery, int declinedEvery) {}
