import type { Measured } from '../measured';

declare global {
  const __MEASURED__: Measured;
}
export {};
