package org.folkmoot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The plan of the house: which way dependencies point.
class HouseTest {

  private static final String HOUSE = "org.folkmoot";

  /// What rooms stand on; whatever else is in the house is a room.
  private static final List<String> BELOW =
      List.of("door", "store", "ledger", "record", "web", "sms");

  private static JavaClasses house;

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .withImportOption(location ->
                !location.contains("/test-classes/") && !location.contains("/.fm/test/"))
            .importPackages(HOUSE);
    assertThat(house.contain(App.class)).isTrue();
  }

  @Test
  void the_store_knows_nothing_else_of_ours() {
    onlyKnows("store", "store");
  }

  @Test
  void the_door_knows_no_room_and_no_record() {
    onlyKnows("door", "door", "web");
  }

  @Test
  void the_ledger_knows_the_store_alone() {
    onlyKnows("ledger", "ledger", "store");
  }

  @Test
  void the_record_knows_no_room() {
    onlyKnows("record", "record", "ledger", "store", "door", "web");
  }

  @Test
  void the_web_knows_nothing_of_the_server() {
    onlyKnows("web", "web");
    knowsNone("web", "io.helidon..", "com.mongodb..", "org.bson..");
  }

  @Test
  void the_texting_gateway_knows_nothing_of_the_server() {
    onlyKnows("sms", "sms");
    knowsNone("sms", "io.helidon..", "com.mongodb..", "org.bson..");
  }

  @Test
  void only_the_store_knows_the_embedded_database() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + ".store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("de.bwaldvogel..", "org.rocksdb..")
        .check(house);
  }

  @Test
  void nobody_but_the_wiring_knows_the_wiring() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOUSE)
        .check(house);
  }

  @Test
  void rooms_know_each_other_in_no_circle() {
    slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void nobody_reaches_past_a_rooms_service() {
    DescribedPredicate<JavaClass> inner =
        DescribedPredicate.describe(
            "the repositories, routes and views of rooms; how a voice looks is the record's to say",
            c ->
                c.getPackageName().startsWith(HOUSE)
                    && c.getSimpleName().matches(".*(Repository|Routes|Views|Codec)")
                    && !c.getSimpleName().equals("VoiceViews"));
    for (JavaClass one : house.that(inner)) {
      if (!one.getPackageName().equals(HOUSE) && !one.getEnclosingClass().isPresent()) {
        classes()
            .that()
            .haveFullyQualifiedName(one.getName())
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(one.getPackageName(), HOUSE)
            .allowEmptyShould(true)
            .check(house);
      }
    }
  }

  @Test
  void every_package_says_what_may_be_null() {
    JavaPackage root = house.getPackage(HOUSE);
    assertThat(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(root), root.getSubpackagesInTree().stream())
                .filter(p -> !p.getClasses().isEmpty())
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .isEmpty();
  }

  private static void onlyKnows(String part, String... others) {
    DescribedPredicate<JavaClass> elsewhere =
        DescribedPredicate.describe(
            "elsewhere in the house",
            c ->
                c.getPackageName().startsWith(HOUSE)
                    && List.of(others).stream().noneMatch(other -> isIn(c, other)));
    noClasses()
        .that()
        .resideInAPackage(HOUSE + "." + part + "..")
        .should()
        .dependOnClassesThat(elsewhere)
        .check(house);
    assertThat(BELOW).contains(part);
  }

  private static boolean isIn(JavaClass c, String part) {
    String name = HOUSE + "." + part;
    return c.getPackageName().equals(name) || c.getPackageName().startsWith(name + ".");
  }

  private static void knowsNone(String part, String... packages) {
    noClasses()
        .that()
        .resideInAPackage(HOUSE + "." + part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(house);
  }
}
