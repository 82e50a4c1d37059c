/** All tabs of a browser share these: one that is used keeps the others open, and one that locks covers them all. */
export const LOCKED = 'aduan-desk-locked'
const SEEN_AT = 'aduan-desk-seen-at'

export const isLocked = (): boolean => localStorage.getItem(LOCKED) !== null

/** A tab locked and could not end the session. Loading the page anew must not get around the lock. */
export const owesSignOut = (): boolean => localStorage.getItem(LOCKED) === 'owing'

export const lockAll = (): void => localStorage.setItem(LOCKED, 'owing')

export const keepSessionEnded = (): void => {
  if (isLocked()) localStorage.setItem(LOCKED, 'ended')
}

export const removeLock = (): void => {
  localStorage.removeItem(LOCKED)
  keepSeen()
}

export const keepSeen = (): void => localStorage.setItem(SEEN_AT, String(Date.now()))

/** Milliseconds since anybody touched one of the tabs. */
export const unseenFor = (): number => Date.now() - Number(localStorage.getItem(SEEN_AT))
