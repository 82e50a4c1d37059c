/** Safari knows no idle time. */
export const whenIdle = (act: () => unknown): void =>
  'requestIdleCallback' in window ? void requestIdleCallback(act) : void setTimeout(act, 1_000)
