import cliProgress from 'cli-progress';

/** How far something has come. */
export interface Progress {
  /** Of a total, where one is known. */
  update(done: number, total?: number): void;
  stop(): void;
}

/** Shown at a terminal alone, beside what is written, and only once it takes a while. */
export function progressBar(format: string): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({ stream: process.stderr, format, clearOnComplete: true });
  const started = Date.now();
  return {
    update: (done, total = 0) => {
      if (!bar.isActive && Date.now() - started > 500) bar.start(total, done);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
