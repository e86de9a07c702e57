package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Random;
import org.byway.netstack.tcp.Reassembly.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReassemblyTest {
    private static final int WINDOW = 64 * 1024;

    private final Reassembly reassembly = new Reassembly();

    @AfterEach
    void close() {
        reassembly.clear();
    }

    @Test
    void newestIslandIsNamedFirst() {
        keep(10, 20);
        keep(40, 50);
        keep(20, 25);

        assertThat(reassembly.newest(3)).containsExactly(new Range(10, 25), new Range(40, 50));
    }

    @Test
    void islandsThatMeetBecomeOne() {
        keep(10, 20);
        keep(30, 40);
        keep(15, 35);

        assertThat(reassembly.newest(3)).containsExactly(new Range(10, 40));
    }

    @Test
    void tinyPiecesAreBounded() {
        for (int i = 0; i < 10_000; i++) {
            keep(10 + 2L * i, 11 + 2L * i);
        }

        assertThat(reassembly.newest(Integer.MAX_VALUE)).hasSizeLessThan(1_000);
    }

    /** Random pieces that overlap in every way: each byte is given once and in order, and is what came first. */
    @RepeatedTest(200)
    void everyByteIsGivenOnce(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int length = 400;
        int[] first = new int[length];
        byte version = 0;
        for (int i = 0; i < 60; i++) {
            int start = random.nextInt(length - 1);
            int end = Math.min(length, start + 1 + random.nextInt(60));
            version++;
            byte[] bytes = new byte[end - start];
            Arrays.fill(bytes, version);
            reassembly.keep(start, Unpooled.wrappedBuffer(bytes), WINDOW);
            for (int at = start; at < end; at++) {
                first[at] = first[at] == 0 ? version : first[at];
            }
        }
        int position = 0;
        while (position < length) {
            ByteBuf piece = reassembly.poll(position);
            if (piece == null) {
                assertThat(first[position]).as("a gap at %d", position).isZero();
                position++;
                continue;
            }
            while (piece.isReadable()) {
                assertThat((int) piece.readByte()).isEqualTo(first[position++]);
            }
            piece.release();
        }
        assertThat(reassembly.isEmpty()).isTrue();
    }

    private void keep(long start, long end) {
        reassembly.keep(start, Unpooled.wrappedBuffer(new byte[(int) (end - start)]), WINDOW);
    }
}
