package org.byway.planted.store;

/** A name that says nothing. */
public final class ListManager {}
