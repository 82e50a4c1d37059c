/** Follows addresses as a browser does, with its cookies per host; it loads nothing that a page names. */
export function aBrowserOfPages() {
  const jars = new Map<string, Map<string, string>>()

  async function visit(
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ url: URL; response: Response }> {
    const url = new URL(address)
    const jar = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, jar)
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...(cookies && { cookie: cookies }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '' || /max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), value)
    }
    return { url, response }
  }

  return {
    visit,
    /** Goes where it is sent until it is sent nowhere, or until `stop` says that this is where it wanted to go. */
    async follow(address: string, stop: (url: URL) => boolean = () => false, form?: Readonly<Record<string, string>>) {
      let { url, response } = await visit(address, form)
      for (;;) {
        const to = response.headers.get('location')
        if (!to) return { url, response }
        const next = new URL(to, url)
        if (stop(next)) return { url: next, response }
        ;({ url, response } = await visit(next.href))
      }
    },
    cookie: (host: string, name: string) => jars.get(host)?.get(name),
  }
}
