/**
 * A small HTTP(S) client over any stream dialer: for lists, probes and releases, with limits of size and time.
 *
 * <p>The main type is {@link org.byway.fetch.HttpFetcher}: it asks for one {@link org.byway.fetch.WebAddress}, follows a
 * few redirects and gives a {@link org.byway.fetch.Fetched} or a {@link org.byway.fetch.FetchException} that says of which
 * kind the failure is. It runs on the network loops; its blocking form is for virtual threads.
 *
 * <p>It opens no connection but through the dialer that it was given, keeps nothing between two requests (no cookies, no
 * cache), and prints no more of an address than its host, since paths and queries of subscriptions are secrets.
 */
@NullMarked
package org.byway.fetch;

import org.jspecify.annotations.NullMarked;
