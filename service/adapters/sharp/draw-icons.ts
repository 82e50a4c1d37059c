import sharp from 'sharp'

/** Sizes in pixels in which devices ask for the sign of an app. */
const sizes = [192, 512] as const

/** Draws a square SVG as PNG in each size that devices need, by the name of its file. */
export async function drawIcons(svg: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = sizes.map(async (size): Promise<readonly [string, Uint8Array]> => {
    const png = sharp(Buffer.from(svg), { density: (72 * size) / 32 })
      .resize(size, size)
      .png()
    return [`icon-${size}.png`, await png.toBuffer()]
  })
  return new Map(await Promise.all(drawn))
}
