package org.byway.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of all languages against each other and against the code that asks for their keys. */
class BundleTest {
    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheKeysOfEnglish(Language language) {
        assertThat(families(file(language))).isEqualTo(families(file(Language.ENGLISH)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCountedTextHasExactlyTheFormsOfItsLanguage(Language language) {
        Properties texts = file(language);
        for (String family : countedFamilies(texts)) {
            Set<String> forms = texts.stringPropertyNames().stream().filter(key -> FORM.matcher(key).find())
                    .filter(key -> family(key).equals(family)).map(key -> key.substring(family.length() + 1))
                    .collect(Collectors.toSet());
            assertThat(forms).as(family).isEqualTo(language.plural().forms());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noTextIsLeftInEnglish(Language language) {
        Properties english = file(Language.ENGLISH);
        Properties other = file(language);
        assertThat(other.stringPropertyNames().stream().filter(key -> !isSameEverywhere(key))
                .filter(key -> other.getProperty(key).equals(english.getProperty(key)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsSomethingAndKeepsThePlacesOfEnglish(Language language) {
        Properties english = file(Language.ENGLISH);
        Properties texts = file(language);
        for (String key : texts.stringPropertyNames()) {
            String inEnglish = english.getProperty(FORM.matcher(key).find() ? family(key) + ".other" : key);
            assertThat(texts.getProperty(key)).as(key).isNotBlank();
            assertThat(places(texts.getProperty(key))).as(key).isEqualTo(places(inEnglish));
        }
    }

    @Test
    void everyKeyThatTheCodeAsksForExists() {
        assertThat(AskedKeys.inSources()).isSubsetOf(families(file(Language.ENGLISH)));
    }

    @Test
    void everyFieldAndKindOfTheEditorHasItsLabel() {
        assertThat(AskedKeys.ofForms()).isSubsetOf(families(file(Language.ENGLISH)));
    }

    @Test
    void everyKeyIsAskedForByTheCode() {
        Set<String> unused = families(file(Language.ENGLISH));
        unused.removeAll(AskedKeys.inSources());
        unused.removeAll(AskedKeys.ofConstants());
        assertThat(unused).isEmpty();
    }

    /** A sample of a link, and units, which several languages write in Latin letters. */
    private static boolean isSameEverywhere(String key) {
        return key.matches("import\\.prompt|kind\\.(socks[45]|shadowsocks)|(bytes|rate|duration)\\..*");
    }

    private static Set<String> families(Properties texts) {
        return texts.stringPropertyNames().stream().map(BundleTest::family)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> countedFamilies(Properties texts) {
        return texts.stringPropertyNames().stream().filter(key -> FORM.matcher(key).find()).map(BundleTest::family)
                .collect(Collectors.toSet());
    }

    private static String family(String key) {
        return FORM.matcher(key).replaceFirst("");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    static Properties file(Language language) {
        String ending = language == Language.ENGLISH ? "" : "_" + language.tag();
        Properties texts = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("words" + ending + ".properties")) {
            assertThat(in).as("the file of " + language).isNotNull();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return texts;
    }
}
