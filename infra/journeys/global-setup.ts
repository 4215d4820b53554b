import type { TestProject } from 'vitest/node';
import { type Product, startProduct, stopProduct } from './product.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    product: Product;
  }
}

/** One product for all journeys: each uses clusters and people of its own, so that their order does not matter. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  try {
    project.provide('product', await startProduct(stops));
  } catch (error) {
    await stopProduct(stops);
    throw error;
  }
  return () => stopProduct(stops);
}
