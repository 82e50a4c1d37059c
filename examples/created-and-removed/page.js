const place = document.querySelector('#place')
const told = document.querySelector('#told')

document.querySelector('#show').addEventListener('click', () => {
  const widget = document.createElement('aduan-widget')
  widget.tenant = 'bagian-organisasi'
  place.replaceChildren(widget)
})
document.querySelector('#hide').addEventListener('click', () => place.replaceChildren())
document.querySelector('#english').addEventListener('click', () => {
  place.querySelector('aduan-widget').lang = 'en'
})

// The events bubble: one listener serves every element, now and later.
document.addEventListener('aduan-ready', () => {
  told.textContent = 'Formulir siap.'
})
document.addEventListener('aduan-submitted', ({ detail }) => {
  told.textContent = `Diterima: ${detail.number}`
})
