/* parse/conllu.c: CoNLL-U (universaldependencies.org/format.html). Empty nodes ("8.1") and enhanced dependencies are passed
 * over; the text is put together from the forms, with a space where SpaceAfter=No does not forbid it, sentences are
 * separated by a space and paragraphs by an empty line. */
#include "parse/conllu.h"

#include "parse/labels.h"
#include "parse/tree.h"
#include "parse/verbs.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { CONLLU_COLUMNS = 10, CONLLU_ID = 0, CONLLU_FORM, CONLLU_LEMMA, CONLLU_UPOS, CONLLU_XPOS, CONLLU_FEATS, CONLLU_HEAD,
       CONLLU_RELATION, CONLLU_MISC = 9 };

struct conllu__cell {
    const char *bytes;
    size_t length;
};

struct conllu__reader {
    struct document *document;
    const char *file;
    size_t line;
    bool forms_only;
    char *text;
    size_t text_bytes;
    size_t token_capacity, sentence_capacity, paragraph_count, paragraph_capacity;
    struct paragraph *paragraphs;
    size_t paragraph_begin, sentence_first;     /* first token of the sentence at hand */
    size_t last_id;                             /* its last word's number */
    size_t range_first, range_last;             /* words of the multiword token at hand, 0: none */
    struct span range_span;
    bool range_space, space_pending;
    struct laut_error *error;
};

static bool conllu__is(struct conllu__cell cell, const char *word)
{
    return strlen(word) == cell.length && memcmp(cell.bytes, word, cell.length) == 0;
}

static bool conllu__starts(struct conllu__cell cell, const char *word)
{
    return cell.length >= strlen(word) && memcmp(cell.bytes, word, strlen(word)) == 0;
}

static bool conllu__has_no_space(struct conllu__cell misc)
{
    static const char mark[] = "SpaceAfter=No";
    return misc.bytes && memmem(misc.bytes, misc.length, mark, sizeof mark - 1) != NULL;
}

/* Digits at the begin of cell; 0 where there are none or too many. *used: how many. */
static size_t conllu__number(struct conllu__cell cell, size_t *used)
{
    size_t number = 0;
    for (*used = 0; *used < cell.length && *used < 9 && cell.bytes[*used] >= '0' && cell.bytes[*used] <= '9'; (*used)++)
        number = number * 10 + (size_t)(cell.bytes[*used] - '0');
    return number;
}

static bool conllu__fail(const struct conllu__reader *reader, const char *message)
{
    return error_set(reader->error, reader->file, reader->line, "write CoNLL-U: ten columns separated by tabs, words numbered from 1",
                     "%s", message);
}

static struct span conllu__add_text(struct conllu__reader *reader, struct conllu__cell form, bool space_after)
{
    if (reader->space_pending)
        reader->text[reader->text_bytes++] = ' ';
    const size_t begin = reader->text_bytes;
    memcpy(reader->text + begin, form.bytes, form.length);
    reader->text_bytes += form.length;
    reader->space_pending = space_after;
    return (struct span){(uint32_t)begin, (uint32_t)reader->text_bytes};
}

/* What the lexicon would say of closed classes, for trees that come without one. */
static bool conllu__analyse(struct conllu__reader *reader, struct token *token, struct conllu__cell xpos)
{
    const bool modal = conllu__starts(xpos, "VM"), auxiliary = conllu__starts(xpos, "VA"),
               negation = conllu__is(xpos, "PTKNEG");
    if (!modal && !auxiliary && !negation)
        return true;
    struct analysis *const analysis = arena_take(reader->document->arena, 1, sizeof *analysis, reader->error);
    if (!analysis)
        return false;
    *analysis = (struct analysis){
        .lemma = token->lemma ? token->lemma : token->form, .word_class = negation ? WORD_NEGATION : WORD_VERB,
        .morphology = token->morphology, .flags = modal ? ANALYSIS_MODAL : auxiliary ? ANALYSIS_AUXILIARY : 0};
    token->analyses = analysis;
    token->analysis_count = 1;
    return true;
}

static bool conllu__annotate(struct conllu__reader *reader, struct token *token, const struct conllu__cell *cells)
{
    struct arena *const arena = reader->document->arena;
    const struct conllu__cell lemma = cells[CONLLU_LEMMA], relation = cells[CONLLU_RELATION];
    const bool has_lemma = !conllu__is(lemma, "_") || conllu__is(cells[CONLLU_FORM], "_");
    if (has_lemma && !(token->lemma = arena_copy_string(arena, lemma.bytes, lemma.length, reader->error)))
        return false;
    token->upos = labels_upos_find(cells[CONLLU_UPOS].bytes, cells[CONLLU_UPOS].length);
    token->morphology = labels_read_features(cells[CONLLU_FEATS].bytes, cells[CONLLU_FEATS].length);
    if (conllu__is(cells[CONLLU_XPOS], "VVIZU"))
        token->morphology.verb_form = VERB_FORM_ZU_INF;
    token->relation = labels_relation_find(relation.bytes, relation.length);
    size_t used;
    const size_t head = conllu__number(cells[CONLLU_HEAD], &used);
    token->head = head ? (uint32_t)(reader->sentence_first + head - 1) : DOCUMENT_NONE;
    return conllu__analyse(reader, token, cells[CONLLU_XPOS]);
}

static bool conllu__add_range(struct conllu__reader *reader, const struct conllu__cell *cells, size_t first, size_t used)
{
    const struct conllu__cell rest = {cells[CONLLU_ID].bytes + used + 1, cells[CONLLU_ID].length - used - 1};
    size_t rest_used;
    reader->range_first = first;
    reader->range_last = conllu__number(rest, &rest_used);
    if (reader->range_last <= first || first != reader->last_id + 1)
        return conllu__fail(reader, "bad multiword token");
    if (!cells[CONLLU_FORM].length)
        return conllu__fail(reader, "a multiword token has no form");
    reader->range_space = !conllu__has_no_space(cells[CONLLU_MISC]);
    reader->range_span = conllu__add_text(reader, cells[CONLLU_FORM], reader->range_space);
    return true;
}

static bool conllu__add_word(struct conllu__reader *reader, const struct conllu__cell *cells)
{
    size_t used;
    struct document *const document = reader->document;
    const size_t id = conllu__number(cells[CONLLU_ID], &used);
    if (used < cells[CONLLU_ID].length && cells[CONLLU_ID].bytes[used] == '.')
        return true;
    if (used < cells[CONLLU_ID].length && cells[CONLLU_ID].bytes[used] == '-')
        return conllu__add_range(reader, cells, id, used);
    if (id != reader->last_id + 1)
        return conllu__fail(reader, "words are not numbered one after the other");
    if (!cells[CONLLU_FORM].length)
        return conllu__fail(reader, "a word has no form");
    reader->last_id = id;
    struct token *const token = arena_append(document->arena, &document->tokens, &document->token_count,
                                             &reader->token_capacity, sizeof *token, reader->error);
    if (!token)
        return false;
    const bool in_range = id >= reader->range_first && id <= reader->range_last;
    if (in_range) {
        token->span = reader->range_span;
        token->contraction_part = (uint8_t)(id - reader->range_first < 200 ? id - reader->range_first + 1 : 200);
        token->space_after = id == reader->range_last && reader->range_space;
    } else {
        token->space_after = !conllu__has_no_space(cells[CONLLU_MISC]);
        token->span = conllu__add_text(reader, cells[CONLLU_FORM], token->space_after);
    }
    token->form = arena_copy_string(document->arena, cells[CONLLU_FORM].bytes, cells[CONLLU_FORM].length, reader->error);
    token->sentence = (uint32_t)document->sentence_count;
    token->head = token->particle = DOCUMENT_NONE;
    return token->form && (reader->forms_only || conllu__annotate(reader, token, cells));
}

static bool conllu__is_inner_hyphen(const struct token *tokens, size_t at, size_t count)
{
    if (at == 0 || at + 1 >= count || strcmp(tokens[at].form, "-") != 0 || tokens[at].space_after || tokens[at - 1].space_after ||
        tokens[at - 1].contraction_part || tokens[at + 1].contraction_part)
        return false;
    const char *const left = tokens[at - 1].form;
    const unsigned char before = (unsigned char)left[strlen(left) - 1], after = (unsigned char)tokens[at + 1].form[0];
    return (before >= 0x80 || isalnum(before)) && (after >= 0x80 || isalnum(after));
}

/* Words [first, last] of the sentence become one: the last of them whose head lies outside tells what it is. */
static bool conllu__join_words(struct conllu__reader *reader, struct token *tokens, size_t first, size_t last, struct token *joined)
{
    size_t speaker = last;
    for (size_t i = first; i <= last; i++) {
        const size_t head = tokens[i].head == DOCUMENT_NONE ? SIZE_MAX : tokens[i].head - reader->sentence_first;
        if ((i - first) % 2 == 0 && (head < first || head > last))
            speaker = i;
    }
    *joined = tokens[speaker];
    joined->span = (struct span){tokens[first].span.begin_byte, tokens[last].span.end_byte};
    joined->space_after = tokens[last].space_after;
    const char *const text = reader->text + joined->span.begin_byte;
    const size_t length = joined->span.end_byte - joined->span.begin_byte,
                 before = tokens[last].span.begin_byte - joined->span.begin_byte;
    joined->form = arena_copy_string(reader->document->arena, text, length, reader->error);
    if (joined->lemma)
        joined->lemma = arena_format(reader->document->arena, reader->error, "%.*s%s", (int)before, text,
                                     tokens[last].lemma ? tokens[last].lemma : tokens[last].form);
    return joined->form && (joined->lemma || !tokens[speaker].lemma);
}

/* Puts words with hyphens together again; heads follow. */
static bool conllu__join_hyphens(struct conllu__reader *reader)
{
    struct document *const document = reader->document;
    struct token *const tokens = document->tokens + reader->sentence_first;
    const size_t count = document->token_count - reader->sentence_first;
    uint32_t *const place = arena_take(document->arena, count, sizeof *place, reader->error);
    size_t kept = 0;
    if (!place)
        return false;
    for (size_t i = 0; i < count; kept++) {
        size_t last = i;
        while (conllu__is_inner_hyphen(tokens, last + 1, count))
            last += 2;
        struct token joined = tokens[i];
        if (last > i && !conllu__join_words(reader, tokens, i, last, &joined))
            return false;
        for (; i <= last; i++)
            place[i] = (uint32_t)(reader->sentence_first + kept);
        tokens[kept] = joined;
    }
    document->token_count = reader->sentence_first + kept;
    for (size_t i = 0; i < kept; i++)
        if (tokens[i].head != DOCUMENT_NONE && tokens[i].head - reader->sentence_first < count)
            tokens[i].head = place[tokens[i].head - reader->sentence_first];
    return true;
}

static bool conllu__heads_are_inside(const struct conllu__reader *reader)
{
    const struct document *const document = reader->document;
    for (size_t i = reader->sentence_first; i < document->token_count; i++)
        if (document->tokens[i].head != DOCUMENT_NONE && document->tokens[i].head >= document->token_count)
            return false;
    return true;
}

static bool conllu__end_sentence(struct conllu__reader *reader)
{
    struct document *const document = reader->document;
    const size_t first = reader->sentence_first;
    if (document->token_count > first && !reader->forms_only && !conllu__heads_are_inside(reader))
        return conllu__fail(reader, "a head lies outside the sentence");
    if (document->token_count > first && !reader->forms_only && !conllu__join_hyphens(reader))
        return false;
    if (reader->range_last > reader->last_id)
        return conllu__fail(reader, "a multiword token has fewer words than it says");
    const size_t count = document->token_count - first;
    reader->last_id = reader->range_first = reader->range_last = 0;
    reader->space_pending = reader->text_bytes > 0;
    if (!count)
        return true;
    struct sentence *const sentence = arena_append(document->arena, &document->sentences, &document->sentence_count,
                                                   &reader->sentence_capacity, sizeof *sentence, reader->error);
    if (!sentence)
        return false;
    *sentence = (struct sentence){
        .span = {document->tokens[first].span.begin_byte, document->tokens[document->token_count - 1].span.end_byte},
        .tokens = {(uint32_t)first, (uint32_t)count}, .paragraph = (uint32_t)reader->paragraph_count, .root = DOCUMENT_NONE};
    for (size_t i = first; i < document->token_count; i++) {
        const struct token *const token = &document->tokens[i];
        if (!reader->forms_only && token->head == DOCUMENT_NONE && sentence->root == DOCUMENT_NONE)
            sentence->root = (uint32_t)i;
    }
    reader->sentence_first = document->token_count;
    return true;
}

static bool conllu__end_paragraph(struct conllu__reader *reader)
{
    if (reader->text_bytes == reader->paragraph_begin)
        return true;
    struct paragraph *const paragraph = arena_append(reader->document->arena, &reader->paragraphs, &reader->paragraph_count,
                                                     &reader->paragraph_capacity, sizeof *paragraph, reader->error);
    if (!paragraph)
        return false;
    paragraph->span = (struct span){(uint32_t)reader->paragraph_begin, (uint32_t)reader->text_bytes};
    memcpy(reader->text + reader->text_bytes, "\n\n", 2);
    reader->text_bytes += 2;
    reader->paragraph_begin = reader->text_bytes;
    reader->space_pending = false;
    return true;
}

/* One line without its end. */
static bool conllu__read_line(struct conllu__reader *reader, struct conllu__cell line)
{
    if (!line.length)
        return conllu__end_sentence(reader);
    if (line.bytes[0] == '#') {
        if (conllu__starts(line, "# newdoc") || conllu__starts(line, "# newpar"))
            return conllu__end_sentence(reader) && conllu__end_paragraph(reader);
        return true;
    }
    struct conllu__cell cells[CONLLU_COLUMNS] = {{NULL, 0}};
    size_t count = 0;
    const char *const end = line.bytes + line.length;
    for (const char *at = line.bytes; count < CONLLU_COLUMNS; count++) {
        const char *const tab = memchr(at, '\t', (size_t)(end - at));
        cells[count] = (struct conllu__cell){at, (size_t)((tab ? tab : end) - at)};
        if (!tab) {
            count++;
            break;
        }
        at = tab + 1;
    }
    if (count < (reader->forms_only ? 2u : (size_t)CONLLU_COLUMNS))
        return conllu__fail(reader, "too few columns");
    return conllu__add_word(reader, cells);
}

static bool conllu__read_all(struct conllu__reader *reader, const char *bytes, size_t length)
{
    const char *const end = bytes + length;
    for (const char *at = bytes; at < end;) {
        const char *const newline = memchr(at, '\n', (size_t)(end - at));
        struct conllu__cell line = {at, (size_t)((newline ? newline : end) - at)};
        if (line.length && line.bytes[line.length - 1] == '\r')
            line.length--;
        reader->line++;
        if (!conllu__read_line(reader, line))
            return false;
        at = newline ? newline + 1 : end;
    }
    return conllu__end_sentence(reader) && conllu__end_paragraph(reader);
}

static bool conllu__fill(struct document *document, const char *file, const char *bytes, size_t length, bool forms_only,
                         struct laut_error *error)
{
    if (length > UINT32_MAX / 4)
        return error_set(error, file, 0, "split the file", "too long: %zu bytes", length);
    struct conllu__reader reader = {.document = document, .file = file, .forms_only = forms_only, .error = error};
    reader.text = arena_take(document->arena, 2 * length + 16, 1, error);
    if (!reader.text || !conllu__read_all(&reader, bytes, length))
        return false;
    if (reader.text_bytes >= 2)
        reader.text_bytes -= 2;
    reader.text[reader.text_bytes] = '\0';
    document->text = reader.text;
    document->text_bytes = reader.text_bytes;
    document->paragraphs = reader.paragraphs;
    document->paragraph_count = reader.paragraph_count;
    document->tokens_given = forms_only;
    return forms_only || (tree_index(document, error) && verbs_complete(document, error));
}

bool conllu_read(struct document *document, const char *file, const char *bytes, size_t length, struct laut_error *error)
{
    return conllu__fill(document, file, bytes, length, false, error);
}

bool conllu_read_forms(struct document *document, const char *file, const char *bytes, size_t length, struct laut_error *error)
{
    return conllu__fill(document, file, bytes, length, true, error);
}

/* ---- writing ------------------------------------------------------------------------------------------------- */

/* The written form of a token or contraction without white space inside its span. */
static void conllu__write_surface(const struct document *document, struct span span, FILE *stream)
{
    for (uint32_t at = span.begin_byte; at < span.end_byte && at < document->text_bytes; at++)
        if (!memchr(" \t\n\r", document->text[at], 4))
            fputc(document->text[at], stream);
}

static void conllu__write_text_line(const struct document *document, const struct sentence *sentence, FILE *stream)
{
    const uint32_t first = sentence->tokens.first, stop = first + sentence->tokens.count;
    fputs("# text = ", stream);
    for (uint32_t i = first; i < stop; i++) {
        const struct token *const token = &document->tokens[i];
        const bool more = i + 1 < stop && document->tokens[i + 1].contraction_part > 1;
        if (token->contraction_part == 1)
            conllu__write_surface(document, token->span, stream);
        else if (token->contraction_part == 0)
            fputs(token->form, stream);
        if (token->space_after && !more && i + 1 < stop)
            fputc(' ', stream);
    }
    fputc('\n', stream);
}

/* The next hyphen at or after *at* that stands between letters or digits, or NULL. */
static const char *conllu__inner_hyphen(const char *form, const char *at)
{
    for (at = strchr(at, '-'); at; at = strchr(at + 1, '-')) {
        const unsigned char before = at > form ? (unsigned char)at[-1] : 0, after = (unsigned char)at[1];
        if ((before >= 0x80 || isalnum(before)) && (after >= 0x80 || isalnum(after)))
            return at;
    }
    return NULL;
}

/* A word as it is written: words with hyphens are taken apart, each hyphen and each part a line of its own. */
static size_t conllu__line_count(const struct document *document, const struct token *token)
{
    size_t lines = 1;
    if (document->tokens_given || token->contraction_part)
        return lines;
    for (const char *at = token->form; (at = conllu__inner_hyphen(token->form, at)); at++)
        lines += 2;
    return lines;
}

/* "4-5  am  _ …" before the first word of a contraction; space_after is that of its last word. */
static void conllu__write_range(const struct document *document, const struct sentence *sentence, uint32_t first,
                                const uint32_t *number, FILE *stream)
{
    const uint32_t stop = sentence->tokens.first + sentence->tokens.count;
    uint32_t last = first;
    while (last + 1 < stop && document->tokens[last + 1].contraction_part > 1)
        last++;
    fprintf(stream, "%u-%u\t", number[first - sentence->tokens.first], number[last - sentence->tokens.first]);
    conllu__write_surface(document, document->tokens[first].span, stream);
    fprintf(stream, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", document->tokens[last].space_after ? "_" : "SpaceAfter=No");
}

/* The parts before the last of a word with hyphens, from line number *first*: compound of the last part, as GSD has them. */
static const char *conllu__write_parts(const struct token *token, uint32_t first, uint32_t last, FILE *stream)
{
    const char *begin = token->form;
    for (uint32_t line = first; line < last; line += 2) {
        const char *const hyphen = conllu__inner_hyphen(token->form, begin);
        const int length = (int)(hyphen - begin);
        const bool digits = strspn(begin, "0123456789.,") == (size_t)length;
        const bool lower = *begin >= 'a' && *begin <= 'z';
        const enum upos upos = digits ? UPOS_NUM : !lower ? UPOS_PROPN : token->upos == UPOS_ADJ ? UPOS_ADJ : UPOS_NOUN;
        const struct token part = {.form = "", .upos = upos};
        fprintf(stream, "%u\t%.*s\t%.*s\t%s\t%s\t_\t%u\tcompound\t_\tSpaceAfter=No\n", line, length, begin, length, begin,
                labels_upos_name(upos), labels_stts(&part), last);
        fprintf(stream, "%u\t-\t-\tPUNCT\t$(\t_\t%u\tpunct\t_\tSpaceAfter=No\n", line + 1, line);
        begin = hyphen + 1;
    }
    return begin;
}

static void conllu__write_word(const struct document *document, const struct sentence *sentence, uint32_t index,
                               const uint32_t *number, FILE *stream)
{
    const struct token *const token = &document->tokens[index];
    const uint32_t line = number[index - sentence->tokens.first];
    const uint32_t lines = (uint32_t)conllu__line_count(document, token);
    char features[LABELS_FEATURES_BYTES];
    labels_write_all_features(token, features);
    const char *const form = lines > 1 ? conllu__write_parts(token, line + 1 - lines, line, stream) : token->form;
    const char *const hyphen = lines > 1 && token->lemma ? strrchr(token->lemma, '-') : NULL;
    const char *const lemma = hyphen ? hyphen + 1 : token->lemma && *token->lemma ? token->lemma : "_";
    fprintf(stream, "%u\t%s\t%s\t%s\t%s\t%s\t", line, form, lemma, labels_upos_name(token->upos), labels_stts(token), features);
    if (token->head == DOCUMENT_NONE)
        fputs(token->relation == RELATION_NONE ? "_" : "0", stream);
    else
        fprintf(stream, "%u", number[token->head - sentence->tokens.first]);
    const bool no_space = !token->space_after && !token->contraction_part;
    const bool full_verb = token->verb_lemma && token->particle != DOCUMENT_NONE;
    fprintf(stream, "\t%s\t_\t%s%s%s%s\n", labels_relation_name(token->relation), no_space ? "SpaceAfter=No" : "",
            no_space && full_verb ? "|" : "", full_verb ? "VerbLemma=" : no_space ? "" : "_",
            full_verb ? token->verb_lemma : "");
}

/* number[i]: the line of the sentence's word i, of its last part where it is taken apart. */
static bool conllu__write_sentence(const struct document *document, const struct sentence *sentence, FILE *stream,
                                   struct laut_error *error)
{
    uint32_t *const number = calloc(sentence->tokens.count, sizeof *number), lines = 0;
    if (!number)
        return error_out_of_memory(error);
    for (uint32_t k = 0; k < sentence->tokens.count; k++)
        number[k] = lines += (uint32_t)conllu__line_count(document, &document->tokens[sentence->tokens.first + k]);
    conllu__write_text_line(document, sentence, stream);
    for (uint32_t k = 0; k < sentence->tokens.count; k++) {
        const uint32_t index = sentence->tokens.first + k;
        if (document->tokens[index].contraction_part == 1)
            conllu__write_range(document, sentence, index, number, stream);
        conllu__write_word(document, sentence, index, number, stream);
    }
    fputc('\n', stream);
    free(number);
    return true;
}

bool conllu_write(const struct document *document, FILE *stream, struct laut_error *error)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        if (!document->sentences[i].tokens.count)
            continue;
        fprintf(stream, "# sent_id = %zu\n", i + 1);
        if (!conllu__write_sentence(document, &document->sentences[i], stream, error))
            return false;
    }
    return !ferror(stream) || error_set(error, NULL, 0, "is the disk full?", "CoNLL-U could not be written");
}
