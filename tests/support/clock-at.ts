/** Settings of Node with which the clock of a program begins at this moment. */
export function clockAt(moment: number): string {
  const clock = `globalThis.Date=class extends Date{constructor(...a){super(...(a.length?a:[Date.now()]))}
    static now(){return super.now()+${moment - Date.now()}}}`
  return `--import=data:text/javascript,${encodeURIComponent(clock)}`
}
