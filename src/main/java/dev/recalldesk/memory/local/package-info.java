/**
 * The embedded memory: everything remembered, kept on this machine and searched here. It knows the port it serves and
 * nothing of screens, calls or the wire.
 *
 * <p>Why two files of truth and search (2026-11): SQLite holds the facts, because it survives a crash at any moment; Lucene
 * holds what can be computed from them again, so a damaged or missing index costs seconds and no fact.
 *
 * <p>Why words and meaning are added up (2026-11): measured on support notes and on dialogue, a weighted sum of BM25, of
 * nearness in meaning and of what stands around a text beat each alone and beat fusing ranks; {@code docs/benchmarks.md} has
 * the figures. How much the surroundings count depends on whether a text is a note or a turn of a long conversation
 * ({@code Conversing}): one set of weights for both lost six points on either.
 *
 * <p>Why all-MiniLM-L6-v2 in eight bits (2026-11-25, two cores, one thread, one run; recall of ten and nDCG of ten of the
 * whole ranking, the scales of likeness set for each model):
 *
 * <table>
 * <caption>Models that come inside a Maven jar</caption>
 * <tr><th>model<th>jar<th>a question<th>notes<th>dialogue<th>newest before stale
 * <tr><td>all-MiniLM-L6-v2<td>16 MB<td>0.7 ms<td>.896 / .806<td>.853 / .618<td>.842
 * <tr><td>bge-small-en-v1.5<td>25 MB<td>2.9 ms<td>.871 / .734<td>.857 / .640<td>.737
 * <tr><td>e5-small-v2<td>25 MB<td>5.2 ms<td>.870 / .739<td>.842 / .631<td>.737
 * </table>
 *
 * <p>Of its jar only the weights are used; ONNX Runtime runs them and {@code WordPieces} cuts the words, which spares a second
 * native library and whatever it might send home. Shortened words are written out before ({@code Shorthand}), because no model
 * was trained on agents' notes. Vectors lie beside the truth and go into the index as values that are compared one by one:
 * within one customer that is quicker than a graph and always exact.
 *
 * <p>Why only a write makes one of two customers (2026-11): that cannot be taken back. New identity settings, a trait that is
 * newly promoted and an import leave everybody who they are, also where they share what is to be unique from then on; whoever
 * writes the shared value again says that it is one customer.
 */
@NullMarked
package dev.recalldesk.memory.local;

import org.jspecify.annotations.NullMarked;
