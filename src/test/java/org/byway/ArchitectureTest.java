package org.byway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.byway.planted.cycle.first.First;
import org.byway.planted.engine.ConnectsOut;
import org.byway.planted.engine.OpensSocket;
import org.byway.planted.engine.ReadsFiles;
import org.byway.planted.engine.StartsProcess;
import org.byway.planted.engine.UsesJackson;
import org.byway.planted.engine.UsesPicocli;
import org.byway.planted.engine.UsesToolkit;
import org.byway.planted.model.ReachesUp;
import org.byway.planted.protocol.one.KnowsItsSibling;
import org.byway.planted.store.ListManager;
import org.byway.planted.ui.list.KnowsAnotherScreen;
import org.byway.planted.words.UsesNetty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house, and for each a planted violation that shows that it bites. */
class ArchitectureTest {
    private static final Rooms HOUSE = new Rooms("org.byway");
    private static final Rooms PLANTED = new Rooms("org.byway.planted");
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.byway");
    private static final JavaClasses PLANTS = new ClassFileImporter().importPackages("org.byway.planted");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("org.byway");

    private static final List<String> NAMES_THAT_SAY_NOTHING = List.of("Manager", "Helper", "Util", "Utils", "Impl",
            "Base", "Common", "Data", "Info");
    /** An association's socket is bound to the loopback, from where nothing leaves the computer. */
    private static final Set<String> OUTWARD_DIALERS = Set.of("net.ServerDialer", "net.ServerPacketDialer",
            "route.DirectDialer", "inbound.UdpAssociation");
    /** Connects to a file: no network can be reached by it. */
    private static final String LOCAL_SOCKET = "control.LocalChannel";

    /** Names a socket because X509ExtendedTrustManager declares a method with one; it opens none. */
    private static final String NAMES_A_SOCKET = "transport.tls.ServerTrust";

    /** A rule under a root, and the class that breaks it on purpose. */
    record Rule(String name, Function<Rooms, ArchRule> under, Class<?> plant) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Rule> rules() {
        return List.of(new Rule("rooms import only what they may",
                rooms -> classes().should(rooms.importOnlyWhatTheirRoomMay()), ReachesUp.class),
                new Rule("protocols import neither siblings nor their parent",
                        rooms -> classes().that(livesIn(rooms, "protocol")).should(rooms.importNoSiblingNorParent()),
                        KnowsItsSibling.class),
                new Rule("screens import no other screen",
                        rooms -> classes().that(livesIn(rooms, "ui")).should(rooms.importNoOtherScreen()),
                        KnowsAnotherScreen.class),
                new Rule("no two packages need each other",
                        rooms -> slices().assignedFrom(rooms.packages()).should().beFreeOfCycles(), First.class),
                only("Netty", Set.of("io.netty.."), UsesNetty.class, "net", "transport", "netstack", "inbound",
                        "protocol",
                        "fetch", "practice", "engine", "route", ""),
                only("the toolkit", Set.of("javafx..", "atlantafx..", "org.controlsfx.."), UsesToolkit.class, "ui", ""),
                only("picocli", Set.of("picocli.."), UsesPicocli.class, "cli", ""),
                only("Jackson", Set.of("tools.jackson.."), UsesJackson.class, "store", "importer", "cli", "control"),
                new Rule("files only where they belong",
                        rooms -> noClasses()
                                .that(livesOutside(rooms, "store", "os", "importer", "cli", "subscription", "control"))
                                .should().dependOnClassesThat().haveFullyQualifiedName("java.nio.file.Files"),
                        ReadsFiles.class),
                new Rule("processes only in os",
                        rooms -> noClasses().that(livesOutside(rooms, "os")).should().dependOnClassesThat()
                                .haveFullyQualifiedName("java.lang.ProcessBuilder").orShould()
                                .callMethodWhere(describe("Runtime.exec", call -> call.getTarget().getFullName()
                                        .startsWith("java.lang.Runtime.exec"))),
                        StartsProcess.class),
                new Rule("connections outwards by Netty only in the dialers",
                        rooms -> noClasses().that(areNoOutwardDialers(rooms)).should().dependOnClassesThat()
                                .haveFullyQualifiedName("io.netty.bootstrap.Bootstrap").orShould()
                                .callMethodWhere(describe("connect", call -> call.getName().equals("connect")
                                        && call.getTargetOwner().getPackageName().startsWith("io.netty"))),
                        ConnectsOut.class),
                new Rule("connections outwards by the JDK nowhere",
                        rooms -> noClasses().that(areNoOutwardDialers(rooms)
                                .and(isNot(rooms, LOCAL_SOCKET)).and(isNot(rooms, NAMES_A_SOCKET))).should()
                                .dependOnClassesThat(describe("sockets", ArchitectureTest::opensConnections)),
                        OpensSocket.class),
                new Rule("names say something",
                        rooms -> classes().should(ArchCondition
                                .from(describe("have a name that says something", ArchitectureTest::saysSomething))),
                        ListManager.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void programKeepsTheRule(Rule rule) {
        rule.under().apply(HOUSE).allowEmptyShould(true).check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleBitesWhereItIsBroken(Rule rule) {
        assertThat(rule.under().apply(PLANTED).evaluate(PLANTS).getFailureReport().getDetails())
                .anyMatch(violation -> violation.contains(rule.plant().getSimpleName()));
    }

    @Test
    void programIsThere() {
        assertThat(PROGRAM.stream().map(HOUSE::room)).contains("model", "net", "engine", "inbound", "protocol");
    }

    @Test
    void testsAreNamedSoThatARunFindsThem() {
        assertThat(TESTS.stream().filter(type -> !type.getPackageName().startsWith("org.byway.planted"))
                .filter(ArchitectureTest::isWronglyNamedTest)).isEmpty();
    }

    @Test
    void wronglyNamedTestIsSeen() {
        assertThat(PLANTS.stream().filter(ArchitectureTest::isWronglyNamedTest)).extracting(JavaClass::getSimpleName)
                .containsExactly("WronglyNamed");
    }

    private static Rule only(String what, Set<String> packages, Class<?> plant, String... rooms) {
        return new Rule(what + " only where it belongs",
                house -> noClasses().that(livesOutside(house, rooms)).should()
                        .dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new))),
                plant);
    }

    private static DescribedPredicate<JavaClass> livesIn(Rooms rooms, String room) {
        return describe("in " + room, type -> rooms.room(type).equals(room));
    }

    private static DescribedPredicate<JavaClass> livesOutside(Rooms rooms, String... inside) {
        Set<String> allowed = Set.of(inside);
        return describe("outside " + allowed, type -> !allowed.contains(rooms.room(type)));
    }

    private static DescribedPredicate<JavaClass> areNoOutwardDialers(Rooms rooms) {
        return describe("none of " + OUTWARD_DIALERS, type -> OUTWARD_DIALERS.stream()
                .noneMatch(dialer -> type.getName().startsWith(rooms.root() + "." + dialer)));
    }

    private static DescribedPredicate<JavaClass> isNot(Rooms rooms, String exempt) {
        return describe("not " + exempt, type -> !type.getName().equals(rooms.root() + "." + exempt));
    }

    private static boolean opensConnections(JavaClass type) {
        return Set.of("java.net.Socket", "java.net.DatagramSocket", "java.net.URLConnection",
                "java.net.HttpURLConnection", "java.nio.channels.SocketChannel", "java.nio.channels.DatagramChannel",
                "java.nio.channels.AsynchronousSocketChannel").contains(type.getName())
                || type.getPackageName().startsWith("java.net.http")
                || (type.getPackageName().startsWith("javax.net") && type.getSimpleName().contains("Socket"));
    }

    private static boolean saysSomething(JavaClass type) {
        return NAMES_THAT_SAY_NOTHING.stream().noneMatch(type.getSimpleName()::endsWith);
    }

    private static boolean isWronglyNamedTest(JavaClass type) {
        boolean hasTests = type.getMethods().stream().flatMap(method -> method.getAnnotations().stream())
                .map(annotation -> annotation.getRawType().getSimpleName())
                .anyMatch(Set.of("Test", "ParameterizedTest", "TestFactory", "Property", "Example")::contains);
        return hasTests && !type.getSimpleName().endsWith("Test") && !type.getSimpleName().endsWith("Contract");
    }
}
