package org.folkmoot.jury;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.door.CsvTable;

/// Somebody in the pool.
///
/// @param id the pool's own id, or the number of the row
/// @param features value by feature, both plain
/// @param household people of one household share it; empty if none was given
public record Volunteer(String id, Map<String, String> features, String household) {

  public Volunteer {
    features = Map.copyOf(features);
  }

  /// What is wrong with a pool file; the sentence is under `jury.pool.` and the name.
  ///
  /// @param what the column, value or id it is about
  public record Fault(String why, String what) {
    public String wordKey() {
      return "jury.pool." + why;
    }
  }

  /// A pool as it was read, or why not.
  public record Pool(List<Volunteer> people, Optional<Fault> fault) {
    public Pool {
      people = List.copyOf(people);
    }
  }

  /// Reads a pool: any columns, among them one for each feature of the quotas, `id` if there is
  /// one, `household` if there is one. Every value must be one that a quota names.
  public static Pool read(CsvTable table, List<Quota> quotas) {
    Map<String, Set<String>> known =
        quotas.stream()
            .collect(
                Collectors.groupingBy(
                    Quota::feature, Collectors.mapping(Quota::value, Collectors.toSet())));
    for (String feature : known.keySet()) {
      if (!table.has(feature)) {
        return new Pool(List.of(), Optional.of(new Fault("column", feature)));
      }
    }
    List<Volunteer> people = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Map<String, String> row = table.rows().get(i);
      String id = table.has("id") ? row.getOrDefault("id", "") : Integer.toString(i + 1);
      if (id.isEmpty() || !ids.add(id)) {
        return new Pool(List.of(), Optional.of(new Fault("id", Integer.toString(i + 2))));
      }
      Map<String, String> features = new HashMap<>();
      for (Map.Entry<String, Set<String>> feature : known.entrySet()) {
        String value = Quota.plain(row.getOrDefault(feature.getKey(), ""));
        if (!feature.getValue().contains(value)) {
          return new Pool(
              List.of(),
              Optional.of(new Fault("value", feature.getKey() + " = " + value + " (" + id + ")")));
        }
        features.put(feature.getKey(), value);
      }
      people.add(new Volunteer(id, features, Quota.plain(row.getOrDefault("household", ""))));
    }
    return people.isEmpty()
        ? new Pool(List.of(), Optional.of(new Fault("none", "")))
        : new Pool(people, Optional.empty());
  }
}
