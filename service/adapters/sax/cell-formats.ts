/** Built-in formats that show a day (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 in East Asian versions). */
const knownDays = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** @param code as the workbook defines it, `dd/mm/yyyy;@` */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return knownDays(id)
  // Words in quotes, single letters behind a backslash, and colours and regions in brackets show nothing of the
  // number.
  const shown = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase()
  return /[dy]/.test(shown) || (/m/.test(shown) && !/[hs]/.test(shown) && !/[0#?]/.test(shown))
}

const DAY = 86_400_000
const NOUGHT = Date.UTC(1899, 11, 30)
/** The other count, of old Macs, begins this many days later. */
const LATER = 1_462

/** `2024-01-03`, with the time if the number has one; `''` if it is no day. */
export function dayOfSerial(serial: number, countsFrom1904: boolean): string {
  const days = countsFrom1904 ? serial + LATER : serial
  if (days < 1 || days > 2_958_465) return ''
  const at = new Date(NOUGHT + Math.round((days * DAY) / 60_000) * 60_000).toISOString()
  return Number.isInteger(serial) ? at.slice(0, 10) : `${at.slice(0, 10)} ${at.slice(11, 16)}`
}
