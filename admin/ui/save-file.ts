export function saveFile(bytes: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  // The download has begun by then; the address alone keeps the bytes in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
