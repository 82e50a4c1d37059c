/**
 * Makes the service's own time go so much faster, its clock and its timers alike, so that waits between tries and for
 * answers are over sooner and stand to each other as they do.
 */
export const inHaste = (times: number, began: number): Readonly<Record<string, string>> => {
  const program = `const began=${began},RealDate=Date,wait=setTimeout;
globalThis.Date=class extends RealDate{constructor(...a){super(...(a.length?a:[Date.now()]))}
static now(){return began+(RealDate.now()-began)*${times}}};
globalThis.setTimeout=(act,after,...more)=>wait(act,after/${times},...more)`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` }
}

/** What the service takes for now. */
export const hastyNow = (times: number, began: number): number => began + (Date.now() - began) * times
