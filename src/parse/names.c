/* parse/names.c: the best sequence of name tags by Viterbi's algorithm, where I-x may only follow B-x or I-x, and names hardly follow
 * one another without a word between. The network scores each word by itself; what sequences are like is added here, with figures
 * that were found by cross-validation on GermEval's dev part (docs/parser.md). */
#include "parse/names.h"

#include <string.h>

static const char *const names__labels[NAME_KIND_COUNT] = {"PER", "LOC", "ORG", "OTH"};

const char *names_kind_label(enum name_kind kind)
{
    return kind < NAME_KIND_COUNT ? names__labels[kind] : "OTH";
}

enum name_tag names_tag_find(const char *label, size_t length)
{
    if (length < 3 || label[1] != '-')
        return NAME_TAG_OUTSIDE;
    for (unsigned kind = 0; kind < NAME_KIND_COUNT; kind++)
        if (length - 2 == strlen(names__labels[kind]) && memcmp(label + 2, names__labels[kind], length - 2) == 0)
            return (enum name_tag)(kind + (label[0] == 'B' ? NAME_TAG_BEGIN : NAME_TAG_INSIDE));
    return NAME_TAG_OUTSIDE;
}

/* A word is in a name although its own scores say "outside" by so much: a name is found or missed as a whole, and more are missed. */
static const float NAMES_OUTSIDE = -0.7f;

/* What a tag loses behind another one. Two names of a kind side by side are one ("Heidi Klum"); of two kinds, they are rare. */
static float names__loss(unsigned before, unsigned tag)
{
    const float never = 1e30f, beside = 4.0f;
    if (tag >= NAME_TAG_INSIDE)
        return before == tag || before + NAME_KIND_COUNT == tag ? 0 : never;
    if (tag == NAME_TAG_OUTSIDE || before == NAME_TAG_OUTSIDE)
        return 0;
    return before == tag || before == tag + NAME_KIND_COUNT ? never : beside;
}

static float names__score(const float *tags, unsigned tag)
{
    return tag == NAME_TAG_OUTSIDE ? tags[tag] + NAMES_OUTSIDE : tags[tag];
}

/* from[token][tag]: the best tag before, where the token has this one; returns the last token's best tag. */
static uint8_t names__search(const float *tags, size_t stride, size_t count, uint8_t (*from)[NAME_TAG_COUNT])
{
    float best[NAME_TAG_COUNT], next[NAME_TAG_COUNT];
    for (unsigned tag = 0; tag < NAME_TAG_COUNT; tag++)
        best[tag] = tag < NAME_TAG_INSIDE ? names__score(tags, tag) : -1e30f;
    for (size_t i = 1; i < count; i++) {
        for (unsigned tag = 0; tag < NAME_TAG_COUNT; tag++) {
            unsigned choice = 0;
            for (unsigned before = 1; before < NAME_TAG_COUNT; before++)
                if (best[before] - names__loss(before, tag) > best[choice] - names__loss(choice, tag))
                    choice = before;
            from[i][tag] = (uint8_t)choice;
            next[tag] = best[choice] - names__loss(choice, tag) + names__score(tags + i * stride, tag);
        }
        memcpy(best, next, sizeof best);
    }
    uint8_t last = 0;
    for (uint8_t tag = 1; tag < NAME_TAG_COUNT; tag++)
        last = best[tag] > best[last] ? tag : last;
    return last;
}

bool names_add(struct document *document, struct token_range words, const float *tags, size_t stride, struct laut_error *error)
{
    const uint32_t first = words.first, count = words.count;
    if (!count)
        return true;
    uint8_t (*const from)[NAME_TAG_COUNT] = arena_take(document->arena, count, sizeof *from, error);
    uint8_t *const chosen = arena_take(document->arena, count, 1, error);
    if (!from || !chosen)
        return false;
    chosen[count - 1] = names__search(tags, stride, count, from);
    for (uint32_t i = count - 1; i > 0; i--)
        chosen[i - 1] = from[i][chosen[i]];
    struct name *name = NULL;
    for (uint32_t i = 0; i < count; i++) {
        const struct span span = document->tokens[first + i].span;
        if (chosen[i] >= NAME_TAG_INSIDE && name) {
            name->tokens.count++;
            name->span.end_byte = span.end_byte;
        } else if (chosen[i] != NAME_TAG_OUTSIDE) {
            name = arena_append(document->arena, &document->names, &document->name_count, &document->name_capacity,
                                sizeof *name, error);
            if (!name)
                return false;
            *name = (struct name){span, {first + i, 1}, (enum name_kind)(chosen[i] - NAME_TAG_BEGIN)};
        }
    }
    return true;
}

bool names_write_tsv(const struct document *document, FILE *stream, struct laut_error *error)
{
    const struct name *name = document->names, *const end = name + document->name_count;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct token_range range = document->sentences[s].tokens;
        for (uint32_t i = range.first; i < range.first + range.count; i++) {
            const struct token *const token = &document->tokens[i];
            while (name < end && name->tokens.first + name->tokens.count <= i)
                name++;
            if (token->contraction_part > 1)
                continue;
            if (token->contraction_part == 1)
                fwrite(document->text + token->span.begin_byte, 1, token->span.end_byte - token->span.begin_byte, stream);
            else
                fputs(token->form, stream);
            if (name < end && name->tokens.first <= i)
                fprintf(stream, "\t%c-%s\n", name->tokens.first == i ? 'B' : 'I', names_kind_label(name->kind));
            else
                fputs("\tO\n", stream);
        }
        if (range.count)
            fputc('\n', stream);
    }
    return !ferror(stream) || error_set(error, NULL, 0, "is the disk full?", "the names could not be written");
}
