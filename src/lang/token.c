#include "lang/token.h"

#include <string.h>

typedef struct Spelling {
    TokenKind kind;
    const char *text;
} Spelling;

static const Spelling operators[] = {
#define TOKEN_ROW(name, spelling) {TOKEN_##name, spelling},
    TOKEN_OPERATORS(TOKEN_ROW)};

static const Spelling keywords[] = {TOKEN_KEYWORDS(TOKEN_ROW)};
#undef TOKEN_ROW

enum {
    OPERATOR_COUNT = sizeof operators / sizeof operators[0],
    KEYWORD_COUNT = sizeof keywords / sizeof keywords[0],
    OPERATOR_LONGEST = 3,
};

TokenKind token_keyword(Slice word, int minor)
{
    for (size_t i = 0; i < KEYWORD_COUNT; i++) {
        if (keywords[i].text[0] != word.bytes[0] || !slice_is(word, keywords[i].text))
            continue;
        bool was_a_name = keywords[i].kind == TOKEN_ASYNC || keywords[i].kind == TOKEN_AWAIT;
        return was_a_name && minor < 7 ? TOKEN_NAME : keywords[i].kind;
    }
    return TOKEN_NAME;
}

const char *token_spelling(TokenKind kind)
{
    if (kind >= TOKEN_FALSE)
        return keywords[kind - TOKEN_FALSE].text;
    if (kind >= TOKEN_LPAR)
        return operators[kind - TOKEN_LPAR].text;
    return "";
}

TokenKind token_operator(Slice text, size_t *ret_length)
{
    size_t longest = text.length < OPERATOR_LONGEST ? text.length : OPERATOR_LONGEST;
    for (size_t length = longest; length > 0; length--) {
        for (size_t i = 0; i < OPERATOR_COUNT; i++) {
            if (slice_is((Slice){text.bytes, length}, operators[i].text)) {
                *ret_length = length;
                return operators[i].kind;
            }
        }
    }
    return TOKEN_ERROR;
}
