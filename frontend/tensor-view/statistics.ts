/** What can be said of an array in a few numbers. */

import type { Value } from './numbers';

export interface Statistics {
  min: number;
  max: number;
  mean: number;
  /** Of all values, as `np.std` has it. */
  std: number;
  /** How many values are NaN or infinite: the others are what the rest is about. */
  notFinite: number;
}

/** Nothing for an array that holds no finite value. */
export function statisticsOf(values: readonly Value[]): Statistics | null {
  const finite = values.map(Number).filter(Number.isFinite);
  if (finite.length === 0) {
    return null;
  }
  const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
  const variance = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / finite.length;
  return {
    min: finite.reduce((least, value) => Math.min(least, value)),
    max: finite.reduce((most, value) => Math.max(most, value)),
    mean,
    std: Math.sqrt(variance),
    notFinite: values.length - finite.length,
  };
}
