// With DISCBENCH_MISTAKE this narrows, which no compiler lets pass; without it does not.
#ifdef DISCBENCH_MISTAKE
constexpr int wide = 70000;
#else
constexpr int wide = 7;
#endif
constexpr short narrowed{wide};
static_assert(narrowed == wide);
