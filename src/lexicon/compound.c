/* lexicon/compound.c: where a German compound falls into modifier and head.
 *
 *     Waffenlieferung -> Waffe(n) + Lieferung        the head decides class and inflection, the modifier its kind
 *
 * Every place is tried from the right; the first whose right part is a noun (five letters or more, or listed) and whose left part is
 * known, with or without a linking element, counts. Words that the lexicon lacks may have an unknown left part. A left part that is only a preposition or a particle makes no
 * compound (An|schlag, Unter|zeichnung). */
#include "base/utf8.h"
#include "lexicon/knowledge.h"

#include <string.h>

enum { SHORTEST_HEAD_LETTERS = 5, SHORTEST_MODIFIER_LETTERS = 3, LONGEST_WORD_BYTES = 120, SHORTEST_LOOSE_LETTERS = 4 };

/* The word with its first letter in upper or lower case; out has room for length + 5 bytes. Returns the new length. */
static size_t compound__cased(const char *word, size_t length, bool upper, char *out)
{
    size_t step;
    const uint32_t first = utf8_decode(word, length, &step);
    const size_t written = utf8_encode(upper ? utf8_upper(first) : utf8_lower(first), out);
    memcpy(out + written, word + step, length - step);
    out[written + length - step] = '\0';
    return written + length - step;
}

static int compound__role(const struct lexicon *lexicon, const char *part, size_t length)
{
    const struct string_map_hit hit = string_map_find(lexicon->parts, part, length);
    return hit.found ? (int)hit.value : -1;
}

static bool compound__is_head(const struct lexicon *lexicon, const char *part, size_t length)
{
    char head[LONGEST_WORD_BYTES + 8];
    const size_t head_length = compound__cased(part, length, true, head);
    const int role = compound__role(lexicon, head, head_length);
    if (role == PART_NEVER || !lexicon_has(lexicon, head, head_length, WORD_NOUN))
        return false;
    return role == PART_HEAD || utf8_count(head, head_length) >= SHORTEST_HEAD_LETTERS;
}

static bool compound__is_known(const struct lexicon *lexicon, const char *part, size_t length)
{
    char upper[LONGEST_WORD_BYTES + 8], lower[LONGEST_WORD_BYTES + 12];
    const size_t upper_length = compound__cased(part, length, true, upper);
    size_t lower_length = compound__cased(part, length, false, lower);
    if (compound__role(lexicon, lower, lower_length) == PART_MODIFIER)
        return true;
    if (utf8_count(part, length) < SHORTEST_MODIFIER_LETTERS ||
        lexicon_has(lexicon, lower, lower_length, WORD_PREPOSITION))
        return false;
    if (lexicon_has(lexicon, upper, upper_length, WORD_NOUN) || lexicon_has(lexicon, upper, upper_length, WORD_NAME) ||
        lexicon_has(lexicon, lower, lower_length, WORD_ADJECTIVE))
        return true;
    if (lexicon_has(lexicon, lower, lower_length, WORD_PARTICLE))
        return false;
    memcpy(lower + lower_length, "en", 3);               /* a verb's stem: Abwehr-, Kampf-, Lauf- */
    lower_length += 2;
    return lexicon_has(lexicon, lower, lower_length, WORD_VERB);
}

/* Bytes of the modifier without its linking element, 0 if it is not known. */
static size_t compound__modifier(const struct lexicon *lexicon, const char *word, size_t length)
{
    if (compound__is_known(lexicon, word, length))
        return length;
    for (size_t i = 0; i < lexicon->link_count; i++) {
        const size_t link = strlen(lexicon->links[i]);
        if (length > link + 2 && memcmp(word + length - link, lexicon->links[i], link) == 0 &&
            compound__is_known(lexicon, word, length - link))
            return length - link;
    }
    const struct compound_split inner = lexicon_split(lexicon, word, length, false);
    if (inner.modifier_length)
        return length;
    for (size_t i = 0; i < lexicon->link_count; i++) {
        const size_t link = strlen(lexicon->links[i]);
        if (length > link + 6 && memcmp(word + length - link, lexicon->links[i], link) == 0 &&
            lexicon_split(lexicon, word, length - link, false).modifier_length)
            return length - link;
    }
    return 0;
}

/* The split at the shortest head whose modifier is known. */
static struct compound_split compound__known_split(const struct lexicon *lexicon, const char *word, size_t length)
{
    for (size_t begin = length - 2; begin >= 2; begin--) {
        if (((unsigned char)word[begin] & 0xC0) == 0x80 || !compound__is_head(lexicon, word + begin, length - begin))
            continue;
        const size_t modifier = compound__modifier(lexicon, word, begin);
        if (modifier)
            return (struct compound_split){modifier, begin};
    }
    return (struct compound_split){0, 0};
}

/* Whatever stands before the longest head, which may be a compound itself: "Xanthu|waffen|lieferung". The longest one, lest a
 * prefix be cut off (Vereinigung, not Einigung). */
static struct compound_split compound__loose_split(const struct lexicon *lexicon, const char *word, size_t length)
{
    for (size_t begin = 2; begin < length; begin++) {
        if (((unsigned char)word[begin] & 0xC0) == 0x80 || utf8_count(word, begin) < SHORTEST_LOOSE_LETTERS ||
            utf8_count(word + begin, length - begin) < SHORTEST_HEAD_LETTERS + 1 ||
            !compound__is_head(lexicon, word + begin, length - begin))
            continue;
        char head[LONGEST_WORD_BYTES + 8];
        const size_t head_length = compound__cased(word + begin, length - begin, true, head);
        const struct compound_split inner = compound__known_split(lexicon, head, head_length);
        const size_t at = begin + (head_length == length - begin ? inner.head_begin : 0);
        return (struct compound_split){at, at};
    }
    return (struct compound_split){0, 0};
}

struct compound_split lexicon_split(const struct lexicon *lexicon, const char *word, size_t length, bool loose)
{
    if (length > LONGEST_WORD_BYTES || length < 6)
        return (struct compound_split){0, 0};
    const struct compound_split known = compound__known_split(lexicon, word, length);
    return known.modifier_length || !loose ? known : compound__loose_split(lexicon, word, length);
}
