/** Steps of the scale: 1 … most in at most five classes, each about twice the one before. */
export function shadeSteps(most: number): number[] {
  if (most < 1) return [];
  const count = Math.min(5, Math.max(1, Math.ceil(Math.log2(most + 1))));
  const steps: number[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.round(most ** (i / count));
    if (from > (steps[steps.length - 1] ?? 0)) steps.push(from);
  }
  return steps;
}

/** 0: none; else the class of the number. */
export function shadeOf(value: number, steps: readonly number[]): number {
  let shade = 0;
  for (const [i, from] of steps.entries()) if (value >= from) shade = i + 1;
  // few classes use the strong end of the scale
  return shade === 0 ? 0 : shade + (5 - steps.length);
}
