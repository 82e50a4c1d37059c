/** Returns the office's time as a form's field takes it: `2026-11-26T09:30`. */
export const wallTime = (instant: string, timeZone: string): string =>
  new Date(instant).toLocaleString('sv', { timeZone }).slice(0, 16).replace(' ', 'T')

/** The moment at which the office's clock shows this. Indonesia's zones do not change with the season. */
export function instantAt(wall: string, timeZone: string): string {
  const asUtc = `${wall}:00.000Z`
  const ahead = Date.parse(`${wallTime(asUtc, timeZone)}:00.000Z`) - Date.parse(asUtc)
  return new Date(Date.parse(asUtc) - ahead).toISOString()
}
