/**
 * The kinds of endpoint, one record each, under the sealed {@link org.byway.model.endpoint.Endpoint}.
 *
 * <p>A record holds the connection fields and nothing else: two equal records are the same server reached the same
 * way. The name, tags and sources of an entry belong to {@link org.byway.model.ListEntry}. Adding a record here makes
 * the compiler ask for its case in {@code protocol.Protocols}.
 */
@NullMarked
package org.byway.model.endpoint;

import org.jspecify.annotations.NullMarked;
