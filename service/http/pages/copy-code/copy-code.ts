/** Puts a button on each box of code, which copies what is in it. Without scripts there is none, so none fails. */
const { copy = '', copied = '' } = document.querySelector<HTMLElement>('[data-copy]')?.dataset ?? {}

for (const box of document.querySelectorAll<HTMLElement>('.code')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quiet-button copy'
  button.textContent = copy
  button.addEventListener('click', () => {
    const note = () => {
      button.textContent = copied
    }
    // Where the clipboard is closed the text is selected, so that one key copies it.
    const select = () => getSelection()?.selectAllChildren(box)
    navigator.clipboard.writeText(box.textContent).then(note, select)
  })
  box.before(button)
}
