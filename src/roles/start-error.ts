/** A start that cannot succeed for a reason the operator can mend: one clear line. */
export class StartError extends Error {}
