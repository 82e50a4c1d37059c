/** Origins are compared as browsers write them: lower case, names in ASCII, no port that goes without saying. */
export function originIn(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, protocol } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}

/** What an admin wrote, as browsers write it: `https://Dinas-Ñandú.example:443` is `https://xn--…`. `null`: no origin. */
export function originWritten(text: string): string | null {
  const origin = originIn(text)
  const isBare = origin !== null && new URL(text).href === `${origin}/`
  // A name can hold what would end a source of a policy.
  return isBare && /^https?:\/\/[a-z\d._-]+(:\d+)?$/.test(origin) ? origin : null
}

/** How the origin of a page stands to those that a unit has named. */
export type OriginStanding =
  | { readonly is: 'named' }
  /** The unit has named none at all. */
  | { readonly is: 'none_named' }
  | { readonly is: 'not_named' }
  /** Named but for `www.`, for `http` and `https`, or for the port. */
  | { readonly is: 'differs_by_www' | 'differs_by_scheme' | 'differs_by_port'; readonly named: string }
  /** Pages from a file, from a frame that is cut off, or from a `data:` address: nobody can tell whose they are. */
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
