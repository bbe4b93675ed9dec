/** What the server says when it says no (RFC 9457); texts are already in the reader's language. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  errors?: { path: string; rule: string; message: string }[];
}

/** A problem as an error to be thrown and caught. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return this.problem.status;
  }

  /** Messages by field, the first one of each. */
  get fieldErrors(): Record<string, string> {
    const errors: Record<string, string> = {};
    for (const { path, message } of this.problem.errors ?? []) errors[path] ??= message;
    return errors;
  }
}

/** The sentence to show for whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
