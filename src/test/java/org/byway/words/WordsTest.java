package org.byway.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.Selection;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.NextStep;
import org.byway.engine.reason.Reason;
import org.byway.engine.reason.Verdict;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.EndpointId;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Problem;
import org.byway.model.Secret;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;
import org.byway.net.TrafficMeter.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final NamedEndpoint ONE = new NamedEndpoint(new EndpointId("aaaaaaaaaa"), "Amsterdam");
    private static final NamedEndpoint TWO = new NamedEndpoint(new EndpointId("bbbbbbbbbb"), "Oslo");
    private static final HostPort ADDRESS = new HostPort("127.0.0.1", 1080);
    private static final Reason.Failed SILENT = new Reason.Failed(ONE, Stage.CONNECT, Fault.SILENT);
    /** Ends with a full stop, as each script writes it. */
    private static final Pattern WHOLE = Pattern.compile(".*[.。]", Pattern.DOTALL);
    private static final Words ENGLISH = words(Language.ENGLISH);
    private static final Words RUSSIAN = words(Language.RUSSIAN);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFaultAtEveryStageGivesASentenceThatNamesTheEndpoint(Language language) {
        for (Fault fault : Fault.values()) {
            for (Stage stage : Stage.values()) {
                String sentence = words(language).why(new Reason.Failed(ONE, stage, fault));
                assertThat(sentence).as(fault + " " + stage).matches(WHOLE).doesNotContain("{");
                assertThat(sentence.contains("Amsterdam")).as(sentence).isEqualTo(fault != Fault.NO_UPSTREAM);
            }
        }
    }

    @Test
    void aFaultOfTheSiteIsNotSaidOfTheServer() {
        assertThat(ENGLISH.why(new Reason.Failed(ONE, Stage.CONNECT, Fault.REFUSED)))
                .isEqualTo("Amsterdam refused the connection.");
        assertThat(ENGLISH.why(new Reason.Failed(ONE, Stage.REQUEST, Fault.REFUSED)))
                .isEqualTo("Amsterdam answered, but the site refused the connection.");
    }

    @Test
    void aNameThatReadsTheOtherWayKeepsToItsPlace() {
        NamedEndpoint persian = new NamedEndpoint(ONE.id(), "سرور");
        assertThat(ENGLISH.sentence(new EngineEvent.Recovered(persian))).contains("\u2068سرور\u2069");
        assertThat(ENGLISH.sentence(new EngineEvent.Recovered(ONE))).doesNotContain("\u2068");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonIsASentenceAndEveryTroubleHasAdvice(Language language) {
        Words words = words(language);
        for (Reason reason : reasons().toList()) {
            boolean isTrouble = !(reason instanceof Reason.FirstChoice || reason instanceof Reason.ChosenByPerson
                    || reason instanceof Reason.Searching || reason instanceof Reason.WorkedHereBefore
                    || reason instanceof Reason.OtherNetwork);
            assertThat(words.why(reason)).matches(WHOLE).doesNotContain("{");
            assertThat(words.advice(reason).isPresent()).as(reason.toString()).isEqualTo(isTrouble);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEventIsASentenceWithAllItsPlacesFilled(Language language) {
        Stream<EngineEvent> events = Stream.of(new EngineEvent.Listening(ADDRESS),
                new EngineEvent.Selected(ONE, new Reason.FirstChoice()), new EngineEvent.Moved(ONE, TWO, SILENT),
                new EngineEvent.Down(new Reason.AllFailed(SILENT)), new EngineEvent.Recovered(TWO),
                new EngineEvent.Searching(), new EngineEvent.BackOnline(),
                new EngineEvent.Stopped(), new EngineEvent.TrafficCounted(1, 2, 3));
        events.forEach(event -> assertThat(words(language).sentence(event)).matches(WHOLE).doesNotContain("{"));
    }

    @Test
    void aMoveSaysFromWhereToWhereAndWhy() {
        assertThat(ENGLISH.sentence(new EngineEvent.Moved(ONE, TWO, SILENT)))
                .isEqualTo("Moved to Oslo: Amsterdam did not answer in time.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aKindThatThisVersionCannotUseIsNamedAndNobodyIsBlamed(Language language) {
        ListEntry entry = ListEntry.of(new UnsupportedEndpoint(ADDRESS, "vless", Secret.of("vless://")), "Later", "s");
        String sentence = words(language).sentence(entry, new ProbeVerdict.Unsupported());

        assertThat(sentence).contains("Byway").contains("vless").matches(WHOLE).doesNotContain("(");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyVerdictOfAFailureIsASentence(Language language) {
        for (Verdict verdict : Verdict.values()) {
            String sentence = words(language).why(new Reason.Failed(ONE, Stage.CONNECT, Fault.CLOSED, verdict));
            assertThat(sentence).as(verdict.word()).matches(WHOLE).contains("Amsterdam");
            assertThat(words(language).constant("verdict", verdict, "Amsterdam", "16 kB")).as(verdict.word())
                    .matches(WHOLE).doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStepIsASentenceOfItsOwn(Language language) {
        Set<String> sentences = new HashSet<>();
        for (NextStep step : NextStep.values()) {
            assertThat(words(language).constant("next", step)).matches(WHOLE).doesNotContain("{");
            sentences.add(words(language).constant("next", step));
        }
        assertThat(sentences).hasSize(NextStep.values().length);
    }

    @Test
    void aFrozenServerIsLeftWithTheWordsOfFiltering() {
        EngineEvent moved = new EngineEvent.Moved(ONE, TWO, new Reason.Stalled(ONE, Stall.FREEZES, 16_384));
        assertThat(ENGLISH.sentence(moved))
                .isEqualTo("Moved to Oslo: Amsterdam stopped after 16 kB (typical of filtering).");
        assertThat(RUSSIAN.sentence(moved)).isEqualTo("Переход на сервер Oslo."
                + " Сервер Amsterdam замолчал после 16 КБ (так обычно действует фильтрация).");
    }

    @Test
    void aMoveForAnotherReasonNamesBoth() {
        assertThat(ENGLISH.sentence(new EngineEvent.Moved(ONE, TWO, new Reason.ChosenByPerson())))
                .isEqualTo("Moved from Amsterdam to Oslo. You chose it.");
    }

    @Test
    void whatIsOfThePlaceIsSaidBesideWhatWasSeen() {
        assertThat(ENGLISH.why(new Reason.Failed(ONE, Stage.AUTHENTICATE, Fault.CLOSED, Verdict.PROTOCOL_BLOCKED)))
                .isEqualTo("Amsterdam ended the connection when it was shown the login."
                        + " Several servers of this kind fail in the same way (typical of filtering by protocol).");
    }

    @Test
    void theStateOfOnNamesTheEndpoint() {
        assertThat(ENGLISH.sentence(snapshot(State.ON, Optional.empty())))
                .isEqualTo("You are connected through Amsterdam.");
    }

    @Test
    void troubleSaysWhatHappenedAndWhatToTry() {
        assertThat(ENGLISH.sentence(snapshot(State.TROUBLE, Optional.of(new Reason.AllFailed(SILENT)))))
                .isEqualTo("No endpoint works at the moment. Amsterdam did not answer in time."
                        + " Check that this computer is online; if it is, try or add other endpoints.");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemOfALineIsASentence(Problem problem) {
        assertThat(ENGLISH.problem(problem)).contains(" ").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"0,0 соединений открыто", "1,1 соединение открыто", "2,2 соединения открыто", "5,5 соединений открыто",
            "11,11 соединений открыто", "14,14 соединений открыто", "21,21 соединение открыто",
            "102,102 соединения открыто", "112,112 соединений открыто"})
    void russianCountsAsRussiansDo(long n, String expected) {
        assertThat(RUSSIAN.count("connections", n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1 kB", "1499,1.5 kB", "9949,9.9 kB", "9960,10 kB", "84400,84 kB",
            "999499,999 kB", "999600,1 MB", "1260000000,1.3 GB"})
    void bytesAreShort(long count, String expected) {
        assertThat(ENGLISH.bytes(count)).isEqualTo(expected);
    }

    @Test
    void numbersFollowTheLanguage() {
        assertThat(RUSSIAN.rate(1_500_000)).isEqualTo("1,5 МБ/с");
        assertThat(RUSSIAN.duration(Duration.ofMillis(84))).isEqualTo("84 мс");
        assertThat(ENGLISH.duration(Duration.ofMillis(1240))).isEqualTo("1.2 s");
        assertThat(ENGLISH.number(50_000)).isEqualTo("50,000");
    }

    @Test
    void aTimeOfAnotherDayCarriesItsDate() {
        Instant noon = Instant.parse("2026-03-01T12:05:09Z");
        assertThat(RUSSIAN.briefly(noon, noon)).isEqualTo("12:05");
        assertThat(RUSSIAN.briefly(noon, noon.plus(Duration.ofDays(1)))).isEqualTo("01.03.2026");
        assertThat(RUSSIAN.moment(noon, noon)).isEqualTo("12:05:09");
    }

    @Test
    void datesAndDigitsAreThoseOfTheLanguage() {
        Instant noon = Instant.parse("2026-11-28T12:05:09Z");
        Instant later = noon.plus(Duration.ofDays(1));
        assertThat(words(Language.PERSIAN).briefly(noon, later)).isEqualTo("۱۴۰۵/۰۹/۰۷");
        assertThat(words(Language.CHINESE).briefly(noon, later)).startsWith("2026/11/28");
        assertThat(words(Language.SPANISH).briefly(noon, later)).startsWith("28/11/26");
        assertThat(words(Language.TURKISH).briefly(noon, later)).startsWith("28.11.2026");
        assertThat(words(Language.PERSIAN).number(50_000)).isEqualTo("۵۰٬۰۰۰");
        assertThat(words(Language.SPANISH).number(50_000)).isEqualTo("50.000");
        assertThat(words(Language.PERSIAN).why(new Reason.Searching(1200))).contains("۱٬۲۰۰");
        assertThat(words(Language.TURKISH).bytes(1_500_000)).isEqualTo("1,5 MB");
    }

    @ParameterizedTest
    @CsvSource({"2020-03-20,1399/01/01", "2021-03-20,1399/12/30", "2024-03-20,1403/01/01", "2025-03-20,1403/12/30",
            "2025-03-21,1404/01/01", "2025-09-22,1404/06/31", "2025-09-23,1404/07/01", "2026-03-20,1404/12/29",
            "1979-02-11,1357/11/22", "2030-03-20,1408/12/30"})
    void theCalendarOfIran(LocalDate date, String expected) {
        assertThat(SolarHijriDate.of(date).written('0')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ARABIC,0,zero", "ARABIC,1,one", "ARABIC,2,two", "ARABIC,3,few", "ARABIC,10,few", "ARABIC,11,many",
            "ARABIC,99,many", "ARABIC,100,other", "ARABIC,102,other", "ARABIC,103,few", "ARABIC,111,many",
            "CHINESE,1,other", "PERSIAN,0,one", "PERSIAN,1,one", "PERSIAN,2,other", "SPANISH,1,one",
            "SPANISH,0,other", "SPANISH,1000000,many", "SPANISH,1000001,other", "TURKISH,1,one", "TURKISH,0,other"})
    void pluralFormsAreThoseOfUnicode(Language language, long n, String form) {
        assertThat(language.plural().form(n)).isEqualTo(form);
    }

    @Test
    void aLatinNameCannotTurnAPersianLine() {
        assertThat(words(Language.PERSIAN).sentence(snapshot(State.ON, Optional.empty())))
                .contains("\u2068Amsterdam\u2069");
    }

    @Test
    void aLatinNameDoesNotTakeANumberToItsSide() {
        assertThat(words(Language.PERSIAN).about("friends.txt", "۲ نو")).isEqualTo("\u2068friends.txt\u2069: ۲ نو");
        assertThat(ENGLISH.about("friends.txt", "2 new")).isEqualTo("friends.txt: 2 new");
    }

    @Test
    void languagesAreNamedInEachOther() {
        assertThat(Language.CHINESE.nameIn(Language.RUSSIAN)).isEqualTo("китайский");
        assertThat(Language.PERSIAN.nameIn(Language.ENGLISH)).isEqualTo("Persian");
    }

    @Test
    void theChosenLanguageWinsAndAnUnknownOneIsPassedOver() {
        assertThat(Words.forPerson(Optional.of("ru-RU")).language()).isEqualTo(Language.RUSSIAN);
        assertThat(Words.forPerson(Optional.of("xx")).language())
                .isEqualTo(Words.forPerson(Optional.empty()).language());
    }

    static Stream<Reason> reasons() {
        return Stream.of(new Reason.FirstChoice(), new Reason.ChosenByPerson(), SILENT,
                new Reason.RemovedFromList(ONE), new Reason.NothingInList(), new Reason.AllFailed(SILENT),
                new Reason.Outrun(ONE), new Reason.Stalled(ONE, Stall.FREEZES, 16_384), new Reason.Searching(5),
                new Reason.SearchedInVain(200, Verdict.CAPTIVE_PORTAL), new Reason.OwnNetworkDown(),
                new Reason.WorkedHereBefore(),
                new Reason.OtherNetwork(), new Reason.AddressTaken(ADDRESS),
                new Reason.CannotListen(ADDRESS));
    }

    private static EngineSnapshot snapshot(State state, Optional<Reason> trouble) {
        return new EngineSnapshot(state, Strategy.DEFAULT, Optional.of(ADDRESS),
                Optional.of(new Selection(ONE, new Reason.FirstChoice())), trouble, Map.of(), Traffic.NONE,
                List.of());
    }

    private static Words words(Language language) {
        return new Words(language, Locale.ROOT, ZoneOffset.UTC);
    }
}
