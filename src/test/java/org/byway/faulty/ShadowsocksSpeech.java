package org.byway.faulty;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.protocol.shadowsocks.OpenedStream;
import org.byway.protocol.shadowsocks.SealedStream;

/**
 * Shadowsocks with aes-256-gcm. Its server answers nothing before the destination does: it has no reply codes and no points
 * between, and a destination that it cannot reach is an ended connection. A password it does not know is met with silence.
 */
public final class ShadowsocksSpeech implements Speech {
    public static final String METHOD = ShadowsocksMethod.AES_256_GCM.word();
    public static final String PASSWORD = "password";

    @Override
    public boolean knows(Temper temper) {
        return switch (temper) {
            case Temper.Replies replies -> false;
            case Temper.OfDatagrams datagrams -> false;
            case Temper.SilentAfter silent -> silent.point() == Temper.Point.ACCEPTED
                    || silent.point() == Temper.Point.GRANTED;
            default -> true;
        };
    }

    @Override
    public String link(String server) {
        return "ss://" + METHOD + ":" + PASSWORD + "@" + server;
    }

    @Override
    public void serve(Session session) throws IOException {
        if (session.temper() instanceof Temper.RefusesLogin) {
            session.drain();
            return;
        }
        InputStream in = new OpenedStream(session.in(), ShadowsocksMethod.AES_256_GCM, PASSWORD);
        DataInputStream address = new DataInputStream(in);
        String host = Socks5Speech.host(address);
        int port = address.readUnsignedShort();
        if (session.temper() instanceof Temper.CannotReach unreachable && host.equals(unreachable.host())) {
            return;
        }
        session.beLate();
        Socket destination = session.connect(host, port);
        if (!session.isSilentAfter(Temper.Point.GRANTED)) {
            session.relay(destination, in,
                    new SealedStream(session.out(), ShadowsocksMethod.AES_256_GCM, PASSWORD));
        }
    }
}
