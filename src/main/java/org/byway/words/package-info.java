/**
 * The sentences that people read, in their language, for the window and the terminal alike.
 *
 * <p>The main type is {@link org.byway.words.Words}: the only place that turns a value into a sentence. A sentence says
 * what happened and what to try next; it never blames the person and never needs a word that only a programmer knows.
 *
 * <p>A language is a file {@code words_xx.properties} and a line in {@link org.byway.words.Language}. Forms for numbers
 * carry the endings {@code .one}, {@code .few}, {@code .many}, {@code .other}, as {@link org.byway.words.Plural} asks.
 * Names and addresses inside a sentence are isolated, so that a name in Latin letters cannot turn a line that reads
 * from the right. Nothing here knows a toolkit, a file format or a socket.
 */
@NullMarked
package org.byway.words;

import org.jspecify.annotations.NullMarked;
