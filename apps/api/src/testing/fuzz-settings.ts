/** What a run of spoilt requests begins with: another one each time, and the same again when it is given. */
export const fuzzSeed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** How many spoilt requests are made of the endpoint table. */
export const fuzzRequests = Number(process.env['FUZZ_REQUESTS'] ?? 10_500);
