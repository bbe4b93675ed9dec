interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** What came of one request of a batch: its answer, or the error that it alone is told. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

export interface GathererOptions<Request, Answer> {
  /** Answers a batch, in its order. What it throws is told to everyone in the batch. */
  readonly run: (requests: readonly Request[]) => Promise<readonly Outcome<Answer>[]>;
  /** How much of a batch one request fills; 1 where not said. */
  readonly size?: (request: Request) => number;
  /** The most that one batch holds. */
  readonly most: number;
}

/** Until everything that has already arrived at this process was looked at. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Group commit: while one batch is being written, requests that arrive are gathered and are the next batch. Where nothing
 * is being written a request goes with those that came in the same turn of the event loop: a batch of one costs as much as
 * several more people in it, and a turn is over before anybody notices.
 */
export class Gatherer<Request, Answer> {
  private waiting: Waiting<Request, Answer>[] = [];
  private running = false;

  constructor(private readonly options: GathererOptions<Request, Answer>) {}

  ask(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      if (this.running) return;
      this.running = true;
      void this.work();
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      await turn();
      await this.answer(this.next());
    }
    this.running = false;
  }

  private next(): Waiting<Request, Answer>[] {
    const { size, most } = this.options;
    let room = most;
    let count = 0;
    for (const { request } of this.waiting) {
      room -= size?.(request) ?? 1;
      if (room < 0 && count > 0) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async answer(batch: readonly Waiting<Request, Answer>[]): Promise<void> {
    try {
      const outcomes = await this.options.run(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome && 'answer' in outcome) resolve(outcome.answer);
        else reject(outcome?.error ?? new Error('A batch left a request without an answer'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
