/* parse/decode.h: the best dependency tree of a sentence.
 *
 *     decode_tree(score, stride, n, head, room)     score[d * stride + h]: token d below h; h = 0 root, 1 + i token i
 */
#ifndef PARSE_DECODE_H
#define PARSE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of room that decode_tree needs for n tokens. */
size_t decode_room_bytes(size_t token_count);

/* Sets head[d] (0 root, 1 + i) for each token: the tree of the highest sum of scores with exactly one token below the root. */
void decode_tree(const float *score, size_t stride, size_t token_count, uint32_t *head, void *room);

#endif
