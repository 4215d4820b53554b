/** Token of the producer that hands jobs to the worker. */
export const Jobs = Symbol('Jobs');
