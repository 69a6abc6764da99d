package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import javax.sql.DataSource;
import org.springframework.ai.chat.memory.repository.jdbc.JdbcChatMemoryRepository;
import org.springframework.jdbc.core.JdbcTemplate;

/** A program that makes a repository for each tenant; healthy is to ask one what it holds. */
final class ChatMemoryDialect {
  private static final int TENANTS = 10;

  private ChatMemoryDialect() {}

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:chat");
    config.setMaximumPoolSize(TENANTS + 2);
    config.setMinimumIdle(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      DataSource dataSource = Operations.areWatched(args) ? pool : TrackedDataSource.wrap(pool);
      JdbcTemplate jdbc = new JdbcTemplate(dataSource);
      jdbc.execute("create table SPRING_AI_CHAT_MEMORY (conversation_id varchar(36))");
      JdbcChatMemoryRepository repository = null;
      for (boolean made : Operations.of(args, TENANTS)) {
        if (made) {
          repository = JdbcChatMemoryRepository.builder().jdbcTemplate(jdbc).build();
        } else if (!repository.findConversationIds().isEmpty()) {
          throw new IllegalStateException("A tenant has conversations.");
        }
      }
    }
  }
}
