/* parse/decode.c: the best dependency tree of a sentence
 *   Tokens 1..n, root 0, score s(h,d) for "h governs d". Find
 *       T* = argmax_T  sum of s(h,d) over the arcs of T        one head per token, no cycles, one token below the root
 *   by Chu-Liu/Edmonds as in [1]; crossing arcs are allowed, German has them. The best head of each token is taken; a
 *   cycle is contracted to one node whose arcs carry what entering it costs, and the search goes on, O(n^3) at worst, O(n^2)
 *   where the best heads are a tree at once. One root: a fine larger than all scores together on every root arc.
 *   [1] McDonald, Pereira, Ribarov, Hajic: Non-projective dependency parsing, HLT/EMNLP 2005. */
#include "parse/decode.h"

#include <math.h>
#include <string.h>

/* gain[d][h] is kept for live nodes: a contracted node takes the place of one of its cycle's nodes. */
struct decode__search {
    size_t n;                        /* nodes with the root: tokens + 1 */
    double *gain;                    /* [n][n]: gain[d * n + h] among live nodes, -INFINITY where there is none */
    uint32_t *from_dependent, *from_head;    /* [n][n]: the tokens of the arc that gain stands for */
    uint32_t *best;                  /* [n] best head of a live node */
    uint32_t *mark;                  /* [n] */
    uint8_t *dead;                   /* [n] */
    /* How contractions stand in each other: ids 0..n-1 are tokens, n + l the node that contraction l made. */
    uint32_t *id_of;                 /* [n] id of a live node */
    uint32_t *above;                 /* [2n] the id that an id was contracted into */
    uint32_t *member_id, *member_dependent, *member_head;    /* [2n] members of all cycles, and their arc in the cycle */
    uint32_t *level_end;             /* [n] where contraction l's members end */
    uint8_t *entered;                /* [2n] an arc from outside enters it */
    size_t level_count, member_count;
};

size_t decode_room_bytes(size_t token_count)
{
    const size_t n = token_count + 1;
    return n * n * (sizeof(double) + 2 * sizeof(uint32_t)) + n * (13 * sizeof(uint32_t) + 3) + 64;
}

/* The cycle's nodes in cycle[], 0: the best heads are a tree. */
static size_t decode__find_cycle(struct decode__search *search, uint32_t *cycle)
{
    const size_t n = search->n;
    memset(search->mark, 0, n * sizeof *search->mark);
    for (uint32_t start = 1; start < n; start++) {
        if (search->dead[start] || search->mark[start])
            continue;
        uint32_t at = start;
        for (; at && !search->mark[at]; at = search->best[at])
            search->mark[at] = start;
        if (!at || search->mark[at] != start)
            continue;
        size_t count = 0;
        uint32_t node = at;
        do
            cycle[count++] = node;
        while ((node = search->best[node]) != at);
        return count;
    }
    return 0;
}

static void decode__choose_best(struct decode__search *search, uint32_t node)
{
    uint32_t best = 0;
    double gain = -INFINITY;
    for (uint32_t h = 0; h < search->n; h++)
        if (!search->dead[h] && h != node && search->gain[node * search->n + h] > gain) {
            gain = search->gain[node * search->n + h];
            best = h;
        }
    search->best[node] = best;
}

static void decode__copy_arc(struct decode__search *search, uint32_t d, uint32_t h, uint32_t from_d, uint32_t from_h, double gain)
{
    const size_t n = search->n;
    search->gain[d * n + h] = gain;
    search->from_dependent[d * n + h] = search->from_dependent[from_d * n + from_h];
    search->from_head[d * n + h] = search->from_head[from_d * n + from_h];
}

/* Arcs between the cycle and every other live node become arcs of cycle[0]. */
static void decode__contract(struct decode__search *search, const uint32_t *cycle, size_t count)
{
    const size_t n = search->n;
    const uint32_t keep = cycle[0], level_id = (uint32_t)(n + search->level_count);
    for (size_t i = 0; i < count; i++) {
        const uint32_t node = cycle[i], id = search->id_of[node];
        const size_t arc = node * n + search->best[node], member = search->member_count++;
        search->dead[node] = 1;
        search->above[id] = level_id;
        search->member_id[member] = id;
        search->member_dependent[member] = search->from_dependent[arc];
        search->member_head[member] = search->from_head[arc];
    }
    search->level_end[search->level_count++] = (uint32_t)search->member_count;
    for (uint32_t other = 0; other < n; other++) {
        if (search->dead[other])
            continue;
        uint32_t into = keep, out = keep;
        double into_gain = -INFINITY, out_gain = -INFINITY;
        for (size_t i = 0; i < count; i++) {
            const uint32_t node = cycle[i];
            const double entering = search->gain[node * n + other] - search->gain[node * n + search->best[node]];
            if (entering > into_gain) {
                into_gain = entering;
                into = node;
            }
            if (other && search->gain[other * n + node] > out_gain) {
                out_gain = search->gain[other * n + node];
                out = node;
            }
        }
        decode__copy_arc(search, keep, other, into, other, into_gain);
        if (other)
            decode__copy_arc(search, other, keep, other, out, out_gain);
    }
    search->dead[keep] = 0;
    search->id_of[keep] = level_id;
}

/* The arc is in the tree: everything around its dependent, up to the node that it enters, is entered. */
static void decode__take(struct decode__search *search, uint32_t dependent, uint32_t from, uint32_t *head)
{
    head[dependent - 1] = from;
    for (uint32_t id = dependent; !search->entered[id]; id = search->above[id]) {
        search->entered[id] = 1;
        if (search->above[id] == id)
            break;
    }
}

/* From the outermost contraction inwards: every member that no arc has entered keeps its arc in the cycle. */
static void decode__expand(struct decode__search *search, uint32_t *head)
{
    const size_t n = search->n;
    for (uint32_t node = 1; node < n; node++)
        if (!search->dead[node]) {
            const size_t arc = node * n + search->best[node];
            decode__take(search, search->from_dependent[arc], search->from_head[arc], head);
        }
    for (size_t level = search->level_count; level-- > 0;)
        for (size_t member = level ? search->level_end[level - 1] : 0; member < search->level_end[level]; member++)
            if (!search->entered[search->member_id[member]])
                decode__take(search, search->member_dependent[member], search->member_head[member], head);
}

static void decode__start(struct decode__search *search, const float *score, size_t stride, char *room)
{
    const size_t n = search->n;
    search->gain = (double *)(void *)room;
    search->from_dependent = (uint32_t *)(search->gain + n * n);
    search->from_head = search->from_dependent + n * n;
    search->best = search->from_head + n * n;
    search->mark = search->best + n;
    search->id_of = search->mark + n;
    search->level_end = search->id_of + n;
    search->above = search->level_end + n;
    search->member_id = search->above + 2 * n;
    search->member_dependent = search->member_id + 2 * n;
    search->member_head = search->member_dependent + 2 * n;
    search->entered = (uint8_t *)(search->member_head + 2 * n);
    search->dead = search->entered + 2 * n;
    memset(search->entered, 0, 3 * n);
    for (uint32_t id = 0; id < 2 * n; id++)
        search->above[id] = id;
    for (uint32_t node = 0; node < n; node++)
        search->id_of[node] = node;
    double fine = 1;
    for (size_t d = 1; d < n; d++)
        for (size_t h = 0; h < n; h++)
            fine += fabs((double)score[(d - 1) * stride + h]);
    for (uint32_t d = 0; d < n; d++)
        for (uint32_t h = 0; h < n; h++) {
            const double gain = d ? (double)score[(d - 1) * stride + h] - (h ? 0 : 2 * fine) : -INFINITY;
            search->gain[d * n + h] = d == h ? -INFINITY : gain;
            search->from_dependent[d * n + h] = d;
            search->from_head[d * n + h] = h;
        }
}

void decode_tree(const float *score, size_t stride, size_t token_count, uint32_t *head, void *room)
{
    struct decode__search search = {.n = token_count + 1};
    decode__start(&search, score, stride, room);
    size_t count;
    do {
        for (uint32_t d = 1; d < search.n; d++)
            if (!search.dead[d])
                decode__choose_best(&search, d);
        /* the cycle lies where members will be listed next */
        uint32_t *const cycle = search.member_head + search.member_count;
        count = decode__find_cycle(&search, cycle);
        if (count) {
            memmove(search.mark, cycle, count * sizeof *cycle);
            decode__contract(&search, search.mark, count);
        }
    } while (count);
    decode__expand(&search, head);
}
