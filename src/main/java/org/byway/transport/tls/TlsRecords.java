package org.byway.transport.tls;

import io.netty.buffer.ByteBuf;
import javax.net.ssl.SSLException;

/**
 * The records of one stream whose handshake is over (RFC 8446, section 5), and what an engine does with them. On one loop;
 * buffers that are handed in stay the caller's, those that come out are the caller's as well.
 */
interface TlsRecords {
    /** The largest piece that one record carries, in bytes (section 5.1). */
    int LARGEST = 16_384;

    /** Opens what came, which is used up: a part of a record is kept for the next time. Nothing comes after the end. */
    ByteBuf open(ByteBuf sealed) throws SSLException;

    /** Whether the server has said close_notify: its end of the stream, where ours goes on (section 6.1). */
    boolean isFinished();

    /** What the engine has to say on its own after opening: answers to key updates, and alerts; often empty. */
    ByteBuf ownWords() throws SSLException;

    /** Uses up all of it. */
    ByteBuf seal(ByteBuf plain) throws SSLException;

    /** Our end of the stream; nothing can be sealed afterwards. */
    ByteBuf closeNotify() throws SSLException;

    /** Frees what is not the collector's; nothing else may be called afterwards. */
    void release();
}
