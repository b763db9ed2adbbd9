/**
 * The embedded memory: everything remembered, kept on this machine and searched here. It knows the port it serves and
 * nothing of screens, calls or the wire.
 *
 * <p>Why two files of truth and search (2026-11): SQLite holds the facts, because it survives a crash at any moment; Lucene
 * holds what can be computed from them again, so a damaged or missing index costs seconds and no fact.
 *
 * <p>Why words and meaning are added up (2026-11): measured on support notes and on dialogue, a weighted sum of BM25, of
 * nearness in meaning and of what stands around a text beat each alone and beat fusing ranks; {@code docs/benchmarks.md} has
 * the figures. The model is all-MiniLM-L6-v2 in eight bits: on notes better than larger ones and twice as fast. Of its jar
 * only the weights are used; ONNX Runtime runs them and {@code WordPieces} cuts the words, which spares a second native
 * library and whatever it might send home. Vectors lie beside the truth and go into the index as values that are compared
 * one by one: within one customer that is quicker than a graph and always exact.
 */
@NullMarked
package dev.recalldesk.memory.local;

import org.jspecify.annotations.NullMarked;
