package dev.rollcall.page;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, in the time zone UTC, with one page open. */
final class Browser implements AutoCloseable {
  private static final Duration SCRIPTS = Duration.ofSeconds(60);

  /** Kept, so that what is set for it holds: the driver warns that it knows newer commands not. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  Browser() {
    SELENIUM.setLevel(Level.SEVERE);
    Chromium installed = Chromium.installed();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(installed.browser().toString());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // there is none for root, and the pages are our own
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--lang=en-US",
        "--force-device-scale-factor=1",
        "--font-render-hinting=none",
        // Whatever asks for a host fails, so that a test cannot pass thanks to the network.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(installed.driver().toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("TZ", "UTC"))
            .withSilent(true)
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(SCRIPTS);
    show(1280, 800);
  }

  /** From now on the page is so wide and high, in CSS pixels. */
  Browser show(int width, int height) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /** From now on the system wants this: {@code light} or {@code dark}, and motion or less of it. */
  Browser prefer(String scheme, boolean reducedMotion) {
    return emulate("", scheme, reducedMotion);
  }

  /** From now on the page is laid out for paper. */
  Browser onPaper() {
    return emulate("print", "light", false);
  }

  private Browser emulate(String media, String scheme, boolean reducedMotion) {
    cdp(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of(
                    "name",
                    "prefers-reduced-motion",
                    "value",
                    reducedMotion ? "reduce" : "no-preference"))));
    return this;
  }

  /** Opens a file as a double click does, at a fragment such as {@code #q=Buffer}, or none. */
  Browser open(Path page, String fragment) {
    driver.get("about:blank"); // else another fragment of the same file would load nothing
    messages();
    requests();
    driver.get(page.toAbsolutePath().toUri() + fragment);
    return this;
  }

  Browser open(Path page) {
    return open(page, "");
  }

  /** Forgets what pages have kept, as the theme. */
  void forget() {
    run("try { localStorage.clear(); } catch (e) { /* there is none on an empty page */ }");
    prefer("light", false);
    show(1280, 800);
  }

  /** Runs a script's body and returns what it returns. */
  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a script's body returns, which is text. */
  String text(String script, Object... arguments) {
    return String.valueOf(run(script, arguments));
  }

  /** What a script's body returns, which is a number. */
  double number(String script, Object... arguments) {
    Object value = run(script, arguments);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new AssertionError(value + " is no number: " + script);
  }

  /** What a script's body returns, which is a list of texts. */
  List<String> list(String script, Object... arguments) {
    Object value = run(script, arguments);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new AssertionError(value + " is no list: " + script);
  }

  /** Waits until a script's body returns true: a signal of the page, looked at in each frame. */
  Browser await(String what, String condition, Object... arguments) {
    Object came =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "const given = [...arguments].slice(0, -1);"
                + "const end = performance.now() + 20000;"
                + "const holds = function () {"
                + condition
                + "};"
                + "const look = () => holds.apply(null, given) ? done(true)"
                + " : performance.now() > end ? done(false) : requestAnimationFrame(look);"
                + "look();",
            arguments);
    if (!Boolean.TRUE.equals(came)) {
      throw new AssertionError("did not happen within 20 s: " + what);
    }
    return this;
  }

  /** Waits until what the page does later, in the next frames, is done. */
  Browser settle() {
    driver.executeAsyncScript(
        "const done = arguments[0];"
            + "requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " setTimeout(() => requestAnimationFrame(done), 60)));");
    return this;
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> findAll(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Presses keys where the focus is. */
  Browser press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  Browser pressShiftTab() {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).perform();
    return this;
  }

  Browser back() {
    driver.navigate().back();
    return this;
  }

  Browser reload() {
    driver.navigate().refresh();
    return this;
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** What the console has said since the last call: each with its level. */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    driver
        .manage()
        .logs()
        .get(LogType.BROWSER)
        .forEach(entry -> messages.add(entry.getLevel() + " " + entry.getMessage()));
    return messages;
  }

  /** What was asked for since the last call: the addresses. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    Json json = new Json();
    driver
        .manage()
        .logs()
        .get(LogType.PERFORMANCE)
        .forEach(
            entry -> {
              Map<String, Object> event = json.toType(entry.getMessage(), Json.MAP_TYPE);
              if (event.get("message") instanceof Map<?, ?> message
                  && "Network.requestWillBeSent".equals(message.get("method"))
                  && message.get("params") instanceof Map<?, ?> params
                  && params.get("request") instanceof Map<?, ?> request) {
                requests.add(String.valueOf(request.get("url")));
              }
            });
    return requests;
  }

  /** The page as it is seen now, as PNG. */
  byte[] picture() {
    return bytes(cdp("Page.captureScreenshot", Map.of("format", "png")));
  }

  /** The page on paper, as PDF. */
  byte[] print() {
    return bytes(cdp("Page.printToPDF", Map.of("printBackground", true)));
  }

  private static byte[] bytes(Map<String, Object> answer) {
    return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
  }

  Map<String, Object> cdp(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
