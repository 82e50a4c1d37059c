/** Origins are compared as browsers write them: lower case, names in ASCII, no default port. */
export function originIn(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, protocol } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}

/**
 * Normalises what an admin wrote: `https://Dinas-Ñandú.example:443` becomes `https://xn--…`. The address of a page
 * becomes that of its site, because browsers name no more. `null` means that there is none in it.
 */
export function normalizeOrigin(text: string): string | null {
  const address = text.trim()
  const whole = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`
  const origin = originIn(whole)
  // A site of one word is none, unless somebody says how it is reached: `null`, for instance, stands for no site at all.
  const isSite = whole === address || address.includes('.')
  const isPlain = isSite && origin !== null && new URL(whole).username === '' && new URL(whole).password === ''
  // A name can contain what would end a source of a policy.
  return isPlain && /^https?:\/\/[a-z\d._-]+(:\d+)?$/.test(origin) ? origin : null
}
