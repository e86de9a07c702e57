package org.byway.netstack.dns;

import java.util.List;
import org.byway.netstack.wire.IpAddress;

/**
 * What a resolver said.
 *
 * @param isFinal     whether another need not be asked: there are addresses, or there are none
 * @param isTruncated whether it did not fit, so that it is to be asked for again over TCP
 * @param seconds     for which it holds, as it says
 */
record Answer(boolean isFinal, boolean isTruncated, List<IpAddress> addresses, long seconds) {}
