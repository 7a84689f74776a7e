package org.folkmoot.jury;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.folkmoot.jury.Drawn.Conflict;

/// Draws a panel at random among those that meet every quota, one person a household.
///
/// Each person gets a random weight and the solver finds the panel of greatest weight (OR-Tools
/// CP-SAT): every draw is valid and random, but people's chances are not made equal. Thread-safe;
/// one draw at a time.
public final class CivicLottery {

  private static final int WEIGHTS = 1_000_000;
  private static final double MOST_SECONDS = 20;

  /// @param seats people on the panel
  public synchronized Drawn draw(
      List<Volunteer> pool, List<Quota> quotas, int seats, RandomGenerator random) {
    List<Conflict> conflicts = conflicts(pool, quotas, seats);
    if (!conflicts.isEmpty()) {
      return new Drawn.Infeasible(conflicts);
    }
    // Unpacks the native solver the first time, about a second; so not before somebody draws.
    Loader.loadNativeLibraries();
    var model = new CpModel();
    Literal[] chosen = new Literal[pool.size()];
    long[] weights = new long[pool.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = model.newBoolVar("p" + i);
      weights[i] = random.nextInt(WEIGHTS);
    }
    model.addEquality(LinearExpr.sum(chosen), seats);
    for (Quota quota : quotas) {
      Literal[] with = those(pool, chosen, quota.feature(), quota.value());
      model.addLinearConstraint(LinearExpr.sum(with), quota.min(), quota.max());
    }
    households(pool, chosen).forEach(home -> model.addAtMostOne(home.toArray(Literal[]::new)));
    model.maximize(LinearExpr.weightedSum(chosen, weights));
    var solver = new CpSolver();
    // The solver would take Ctrl-C from the JVM and not give it back: the portal could not end in
    // good order any more.
    solver
        .getParameters()
        .setNumWorkers(1)
        .setMaxTimeInSeconds(MOST_SECONDS)
        .setCatchSigintSignal(false);
    CpSolverStatus status = solver.solve(model);
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      return new Drawn.Infeasible(List.of());
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      if (solver.booleanValue(chosen[i])) {
        ids.add(pool.get(i).id());
      }
    }
    return new Drawn.Panel(ids);
  }

  /// What makes any panel impossible, as far as single quotas and features show it.
  static List<Conflict> conflicts(List<Volunteer> pool, List<Quota> quotas, int seats) {
    List<Conflict> found = new ArrayList<>();
    if (pool.size() < seats) {
      found.add(new Conflict("pool", "", seats, pool.size()));
    }
    Map<String, int[]> sums = new LinkedHashMap<>();
    for (Quota quota : quotas) {
      int there =
          (int)
              pool.stream()
                  .filter(p -> quota.value().equals(p.features().get(quota.feature())))
                  .count();
      if (there < quota.min()) {
        found.add(new Conflict("few", quota.feature() + " = " + quota.value(), quota.min(), there));
      }
      int[] sum = sums.computeIfAbsent(quota.feature(), _ -> new int[2]);
      sum[0] += quota.min();
      sum[1] += quota.max();
    }
    sums.forEach((feature, sum) -> {
      if (sum[0] > seats) {
        found.add(new Conflict("least", feature, sum[0], seats));
      }
      if (sum[1] < seats) {
        found.add(new Conflict("most", feature, sum[1], seats));
      }
    });
    return found;
  }

  private static Literal[] those(
      List<Volunteer> pool, Literal[] chosen, String feature, String value) {
    List<Literal> with = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      if (value.equals(pool.get(i).features().get(feature))) {
        with.add(chosen[i]);
      }
    }
    return with.toArray(Literal[]::new);
  }

  private static List<List<Literal>> households(List<Volunteer> pool, Literal[] chosen) {
    Map<String, List<Literal>> homes = new LinkedHashMap<>();
    for (int i = 0; i < chosen.length; i++) {
      String home = pool.get(i).household();
      if (!home.isEmpty()) {
        homes.computeIfAbsent(home, _ -> new ArrayList<>()).add(chosen[i]);
      }
    }
    return homes.values().stream().filter(home -> home.size() > 1).toList();
  }
}
