package shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** What is in stock. */
@Component
public class Stock {
  private final DataSource dataSource;

  Stock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * How many there are of an item.
   *
   * @throws NoSuchElementException if there is no such item; then the connection is forgotten
   */
  public int of(String item) throws SQLException {
    Connection connection = dataSource.getConnection();
    try (PreparedStatement query =
        connection.prepareStatement("select pieces from stock where item = ?")) {
      query.setString(1, item);
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          throw new NoSuchElementException("we have never had " + item);
        }
        int pieces = found.getInt(1);
        connection.close();
        return pieces;
      }
    }
  }
}
