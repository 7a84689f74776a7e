package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Holds what the container files say against the build and the settings, because no container
/// engine runs where the tests do.
final class DockerTest {

  private static final Path TOP = Path.of("..");

  @Test
  void the_image_copies_what_the_build_makes() throws IOException {
    String dockerfile = read("docker/Dockerfile");
    String pom = read("server/pom.xml");

    assertThat(dockerfile).contains("COPY --chown=root:root server/target/folkmoot.jar ");
    assertThat(pom).contains("<finalName>folkmoot</finalName>");
    assertThat(dockerfile).contains("COPY --chown=root:root server/target/libs ");
    assertThat(pom).contains("<outputDirectory>${project.build.directory}/libs</outputDirectory>");
    assertThat(pom).contains("<classpathPrefix>libs/</classpathPrefix>");
    assertThat(dockerfile).contains("org.folkmoot.HealthCheck").contains("USER 10001");
    assertThat(HealthCheck.class.getName()).isEqualTo("org.folkmoot.HealthCheck");
  }

  @Test
  void the_java_of_the_image_is_the_one_we_build_for() throws IOException {
    String release = first(read("pom.xml"), "<maven.compiler.release>(\\d+)<");

    assertThat(first(read("docker/Dockerfile"), "FROM eclipse-temurin:(\\d+)")).isEqualTo(release);
  }

  @Test
  void the_readme_starts_the_jar_as_the_image_does() throws IOException {
    String flags = "java -XX:+UseSerialGC -Xms48m -Xmx256m -XX:AOTCache=%1$s.aot -jar %1$s.jar";
    String beside = "-XX:AOTCacheOutput=%s/folkmoot.aot";

    assertThat(read("docker/Dockerfile").replace("\", \"", " "))
        .contains(flags.formatted("/opt/folkmoot/folkmoot"))
        .contains(beside.formatted("/opt/folkmoot"));
    assertThat(read("README.md")).contains(flags.formatted("server/target/folkmoot") + " serve");
    assertThat(read("server/pom.xml")).contains(beside.formatted("${project.build.directory}"));
  }

  @Test
  void every_variable_is_one_that_the_settings_read() throws IOException {
    Set<String> known = new HashSet<>();
    Map<String, String> recording =
        new HashMap<>() {
          @Override
          public String getOrDefault(Object key, String otherwise) {
            known.add("FOLKMOOT_" + key.toString().toUpperCase(java.util.Locale.ROOT));
            return otherwise;
          }
        };
    Settings.from(recording);

    for (String file : List.of("docker/Dockerfile", "docker/compose.yaml")) {
      Set<String> used = new HashSet<>(all(read(file), "FOLKMOOT_[A-Z_]+"));
      assertThat(used).isNotEmpty();
      assertThat(known).as(file).containsAll(used);
    }
  }

  @Test
  void port_and_paths_agree() throws IOException {
    String dockerfile = read("docker/Dockerfile");
    String compose = read("docker/compose.yaml");
    String port = Integer.toString(Settings.from(Map.of()).port());

    assertThat(dockerfile).contains("EXPOSE " + port).contains("FOLKMOOT_PORT=" + port);
    assertThat(compose).contains("127.0.0.1:" + port + ":" + port);
    assertThat(dockerfile).contains("VOLUME /data").contains("FOLKMOOT_DATA=/data");
    assertThat(compose).contains("portal-data:/data").contains("/data/master-key.json");
    assertThat(compose).contains("dockerfile: docker/Dockerfile");
  }

  @Test
  void every_command_in_the_files_is_one_of_ours() throws IOException {
    Set<String> commands = new CommandLine(new Main()).getSubcommands().keySet();

    assertThat(commands).contains(first(read("docker/Dockerfile"), "CMD \\[\"([a-z]+)\"\\]"));
    assertThat(commands).contains(first(read("docker/compose.yaml"), "run --rm portal ([a-z]+)"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(TOP.resolve(file));
  }

  private static String first(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError(pattern + " stands nowhere"));
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
