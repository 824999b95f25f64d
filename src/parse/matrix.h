/* parse/matrix.h: the one product that training and parsing spend their time in.
 *
 *     out[rows][columns] (+)= left[rows][inner] * right[inner][columns]
 *
 * Every element is summed over inner from 0 on, product and sum rounded apart, whatever the machine's vector width: the same
 * bytes everywhere. columns is a multiple of MATRIX_LANES; arrays need no alignment.
 */
#ifndef PARSE_MATRIX_H
#define PARSE_MATRIX_H

#include <stdbool.h>
#include <stddef.h>

enum { MATRIX_LANES = 16 };

struct matrix_size {
    size_t rows, inner, columns;
};

/* accumulate: add to what out holds. */
typedef void matrix_multiply_function(float *out, const float *left, const float *right, struct matrix_size size,
                                      bool accumulate);

/* The fastest version that this machine runs. */
matrix_multiply_function *matrix_multiply_choose(void);

/* out[columns][rows] = in[rows][columns] */
void matrix_transpose(float *out, const float *in, size_t rows, size_t columns);

#endif
