type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (one: unknown): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement

const isTick = (one: Control): one is HTMLInputElement =>
  one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio')

/** Puts what was written into one field. Returns whether that changed it. */
function put(control: Control, written: FormData): boolean {
  const values = written.getAll(control.name).map(String)
  if (isTick(control)) {
    const isTicked = values.includes(control.value)
    if (control.checked === isTicked || (control.type === 'radio' && !isTicked)) return false
    control.checked = isTicked
  } else {
    const value = values[0] ?? ''
    if (control.value === value) return false
    control.value = value
  }
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  control.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  return true
}

/**
 * Puts what was written into the fields of a form by their names, as if it was typed. A choice may open further fields, so
 * those are filled in next.
 * @param settled waits until the page has shown what followed
 */
export async function fillForm(form: HTMLFormElement, written: FormData, settled: () => Promise<unknown>) {
  const done = new Set<Control>()
  for (;;) {
    const next = [...form.elements].find((one) => isControl(one) && one.name && !done.has(one))
    if (!isControl(next)) return
    done.add(next)
    if (next.type !== 'file' && next.type !== 'hidden' && put(next, written)) await settled()
  }
}
