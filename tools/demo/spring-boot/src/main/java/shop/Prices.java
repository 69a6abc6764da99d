package shop;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Waits for new prices, on a connection of its own that it holds as long as the shop is open. */
@Component
class Prices implements DisposableBean {
  private final Connection connection;

  Prices(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
  }

  @Override
  public void destroy() throws SQLException {
    connection.close();
  }
}
