package org.byway.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One person's time under the censor, with one forwarder and one list. */
final class Run {
    /** Something is slow now and then; longer than this it is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Run() {}

    /**
     * What came of it.
     *
     * @param first      until the first byte, from nothing known
     * @param afterBlock the longest wait that began before a protocol was recognised, and ended after the networks were blocked
     * @param later      the longest wait of those afterwards
     * @param without    how long nothing came that was waited for, where that was longer than a person bears
     * @param dials      to servers, probes too
     * @param touched    different servers
     * @param strangers  of these, those that are not in the list
     */
    record Figures(Duration first, Duration afterBlock, Duration later, Duration without, int dials, int touched,
            int strangers) {}

    /** @param most how many of the world's servers are in the list */
    static Figures of(Contender contender, World world, int most, Duration length, long seed) {
        Random random = new Random(seed);
        VirtualLoop loop = new VirtualLoop();
        Wire wire = new Wire(loop, world, new Censor(), new Random(random.nextLong()));
        List<Server> list = world.some(most);
        Person person = new Person(loop,
                contender.forwarder().apply(new Contender.Setting(loop, wire, list, new Random(random.nextLong()))),
                new Random(random.nextLong()));
        person.start();
        loop.runUntil(length);
        List<Person.Gap> gaps = person.gaps();
        Duration without = gaps.stream().map(Person.Gap::length).filter(it -> it.compareTo(PATIENCE) > 0)
                .reduce(Duration.ZERO, Duration::plus);
        Set<Server> strangers = new HashSet<>(wire.touched());
        list.forEach(strangers::remove);
        return new Figures(gaps.getFirst().length(), longest(gaps, Censor.BLOCK, Censor.FIRST_PROTOCOL),
                longest(gaps, Censor.FIRST_PROTOCOL, length), without, wire.dials(), wire.touched().size(),
                strangers.size());
    }

    /** Of those that end after the one moment and begin before the other. */
    private static Duration longest(List<Person.Gap> gaps, Duration after, Duration before) {
        return gaps.stream().filter(it -> it.until().compareTo(after) > 0 && it.from().compareTo(before) < 0)
                .map(Person.Gap::length).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
