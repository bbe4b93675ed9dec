import { SetMetadata } from '@nestjs/common';

export const PERIODIC = 'worker:periodic';

/** Marks a method that the worker calls again and again; it must be harmless when two workers call it at once. */
export const Periodic = (everyMs: number) => SetMetadata(PERIODIC, everyMs);
