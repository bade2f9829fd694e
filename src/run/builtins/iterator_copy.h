#ifndef RUN_ITERATOR_COPY_H
#define RUN_ITERATOR_COPY_H
/* What copies an iterator: __reduce__ says how to make one that goes on from the same place,
 * __setstate__ puts it there. Law: neither moves the iterator that it is asked of, but for the
 * place that __setstate__ sets. */
#include "run/native.h"

ObjectId iterator_reduce(Run *run, const Arguments *arguments);
ObjectId iterator_setstate(Run *run, const Arguments *arguments);
/* __setstate__ of a zip: is it strict? */
ObjectId zip_setstate(Run *run, const Arguments *arguments);

#endif
