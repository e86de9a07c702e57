package org.byway.protocol.wireguard;

/** The four messages (section 5.4), in the order of their types; sizes in bytes. */
enum MessageKind {
    /** {@code type(4) sender(4) ephemeral(32) static(48) timestamp(28) mac1(16) mac2(16)} */
    INITIATION(0, 148),
    /** {@code type(4) sender(4) receiver(4) ephemeral(32) empty(16) mac1(16) mac2(16)} */
    RESPONSE(1, 92),
    /** {@code type(4) receiver(4) nonce(24) cookie(32)} */
    COOKIE(2, 64),
    /** {@code type(4) receiver(4) counter(8)}, then the sealed packet with its tag; so long is an empty one */
    TRANSPORT(3, 32);

    static final int TYPE_BYTES = 4;
    static final int INDEX_BYTES = 4;
    static final int MAC_BYTES = 16;
    /** What stands before the sealed packet of a transport message. */
    static final int TRANSPORT_HEADER_BYTES = 16;

    private final int place;
    private final int size;

    MessageKind(int place, int size) {
        this.place = place;
        this.size = size;
    }

    /** Among the four, from 0. */
    int place() {
        return place;
    }

    int size() {
        return size;
    }
}
