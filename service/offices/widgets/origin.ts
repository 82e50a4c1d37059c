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

export type OriginStanding =
  | { readonly is: 'named' }
  | { readonly is: 'none_named' }
  | { readonly is: 'not_named' }
  /** Another origin is named that differs only by `www.`, by `http` and `https`, or by the port. */
  | { readonly is: 'differs_by_www' | 'differs_by_scheme' | 'differs_by_port'; readonly named: string }
  /** Pages from a file, a sandboxed frame, or a `data:` address have no origin. */
  | { readonly is: 'nobodys' }

export function standingOf(origin: string, named: readonly string[]): OriginStanding {
  if (named.includes(origin)) return { is: 'named' }
  if (originIn(origin) !== origin) return { is: 'nobodys' }
  if (named.length === 0) return { is: 'none_named' }
  const near = (is: 'differs_by_www' | 'differs_by_scheme' | 'differs_by_port', loosened: (url: URL) => string) => {
    const url = new URL(origin)
    const found = named.find((one) => loosened(new URL(one)) === loosened(url))
    return found === undefined ? null : { is, named: found }
  }
  return (
    near('differs_by_scheme', ({ host }) => host) ??
    near('differs_by_www', ({ protocol, host }) => `${protocol}${withoutWww(host)}`) ??
    near('differs_by_port', ({ protocol, hostname }) => `${protocol}${hostname}`) ??
    near('differs_by_www', ({ hostname }) => withoutWww(hostname)) ?? { is: 'not_named' }
  )
}

const withoutWww = (host: string) => host.replace(/^www\./, '')
