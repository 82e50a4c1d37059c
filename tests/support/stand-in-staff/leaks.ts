/** What of Siti Contoh stands in the words of an act, as the service would find it. */
export function leaksIn(body: Readonly<Record<string, unknown>>): string[] {
  const text = JSON.stringify(body)
  return [text.includes('Siti Contoh') && 'name', text.includes('0812-0000-0001') && 'phone'].filter(
    (kind) => kind !== false,
  )
}
