import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MARK } from '../../admin/build.ts'
import { drawIcons } from '../adapters/sharp/draw-icons.ts'

/** Writes the icons of the installed desk: the sign of the app on a square that a device may cut round. */
export async function buildIcons(assets: string): Promise<void> {
  // The ground reaches to the edge, and the sign stays within what every shape leaves.
  const whole = MARK.replace(' rx="8"', '').replace('viewBox="0 0 32 32"', 'viewBox="0 0 32 32" width="32" height="32"')
  for (const [name, png] of await drawIcons(whole)) await writeFile(join(assets, name), png)
}
