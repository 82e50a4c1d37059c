const colours = document.createElement('link')
colours.rel = 'stylesheet'
colours.href = new URL('../../../admin/base.css', import.meta.url).href
document.head.append(colours)
