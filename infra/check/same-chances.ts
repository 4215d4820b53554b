import fc from 'fast-check';

/** Properties are tried on the same examples in each run, so that a failure speaks of a change; on others when a seed is given. */
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_128) });
