/** Runs a duty every so often, never twice at once, and at once when it is called for. */
export class Rhythm {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private calledAgain = false;
  private stopped = false;

  constructor(
    private readonly everyMs: number,
    private readonly duty: () => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
  ) {
    this.schedule();
  }

  /** Runs it now; if it is running, once more right after. */
  now(): void {
    if (this.stopped) return;
    if (this.running) {
      this.calledAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.run();
  }

  /** Waits for a run at hand to end, and starts no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    do {
      this.calledAgain = false;
      await this.duty().catch(this.onError);
    } while (this.wanted());
    this.running = undefined;
    this.schedule();
  }

  /** Whether it was called for while it ran. */
  private wanted(): boolean {
    return this.calledAgain && !this.stopped;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.now();
    }, this.everyMs);
  }
}
