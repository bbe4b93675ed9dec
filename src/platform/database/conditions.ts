/** Conditions of a WHERE that are put together one by one, with the values of their `$1…` parameters. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a value. @returns the parameter that stands for it, e.g. `$3`. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a condition that must hold too. */
  and(sql: string): this {
    this.parts.push(sql);
    return this;
  }

  /** Everything that must hold, as one condition. */
  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.map((part) => `(${part})`).join(' AND ');
  }
}

/** Text as it stands for itself in a LIKE pattern. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
