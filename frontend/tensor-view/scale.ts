import type { Value } from './numbers';

/** Where a value lies on the heat map's scale: the side decides the colour, the strength how much of it. */
export interface Heat {
  side: 'negative' | 'zero' | 'positive' | 'none';
  /** 0 at zero, 1 at the limit of the scale. */
  strength: number;
}

/** Enough to be seen, little enough not to shout over the numbers of a neighbour. */
const TRUE: Heat = { side: 'positive', strength: 0.6 };
const ZERO: Heat = { side: 'zero', strength: 0 };
/** Neither warm nor cold: NaN and the infinities have no place on the scale. */
const NONE: Heat = { side: 'none', strength: 0 };

/** The greatest finite magnitude, where the scale ends on both sides; 0 if there is none. */
export function limitOf(...planes: readonly (readonly Value[])[]): number {
  let limit = 0;
  for (const values of planes) {
    for (const value of values) {
      const magnitude = Math.abs(Number(value));
      if (magnitude > limit && Number.isFinite(magnitude)) {
        limit = magnitude;
      }
    }
  }
  return limit;
}

/** Linear in the value, so that twice the number has twice the colour. */
export function heatOf(value: Value, limit: number): Heat {
  const number = Number(value);
  if (!Number.isFinite(number)) {
    return NONE;
  }
  if (number === 0 || limit === 0) {
    return ZERO;
  }
  return { side: number < 0 ? 'negative' : 'positive', strength: Math.min(1, Math.abs(number) / limit) };
}

export function heatOfBoolean(value: Value): Heat {
  return Number(value) === 0 ? ZERO : TRUE;
}
