import { isPaletteKey } from './shortcuts/palette-key.ts'

/**
 * Holds what was pressed for the palette or the list of shortcuts until their script is there. The browser would take
 * Ctrl+K for a search of its own.
 * @param isOnDesk whether somebody has the desk before them
 */
export async function holdEarlyKeys(isOnDesk: () => boolean): Promise<void> {
  const stop = new AbortController()
  let held: Event | null = null
  const hold = (event: Event) => {
    const isKey = event instanceof KeyboardEvent
    if (!isOnDesk() || (isKey && !isPaletteKey(event))) return
    event.preventDefault()
    held = isKey ? new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }) : new Event(event.type)
  }
  for (const type of ['keydown', 'aduan-shortcuts']) addEventListener(type, hold, stop)
  await customElements.whenDefined('desk-keys')
  stop.abort()
  if (held) dispatchEvent(held)
}
