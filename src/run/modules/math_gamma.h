#ifndef RUN_MODULES_MATH_GAMMA_H
#define RUN_MODULES_MATH_GAMMA_H
/* The gamma function to CPython's last digit: Modules/mathmodule.c, m_tgamma and m_lgamma, by
 * the approximation of Lanczos; the C library's own differ from it in that digit. The caller
 * has refused the poles: zero and the negative integers. */

double math_gamma_of(double x);     /* HUGE_VAL where it is too large */
double math_log_gamma_of(double x); /* of the absolute value */

#endif
